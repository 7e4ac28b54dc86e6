//! All that has to hold, whatever happens in whatever order:
//!
//! 1. The session follows exactly the interactions that the model knows, in their order, each in the model's phase.
//! 2. Phases only move as the table says: never back, unless the interaction has come to the agent anew.
//! 3. The selected interaction and the agent's status are the model's.
//! 4. No list holds a record twice, and every list, choice and edit is what the model says.
//! 5. A save holds only differences: nothing that is confirmed already, and nothing but what the log holds now.
//! 6. Two saves of one log are never on their way at once, and one that knows no record names its Call Object.
//! 7. Memory is bounded: interactions, logs, what is kept and where.
//! 8. Time comes to rest: the session does not wake without end.
//! 9. A reload changes none of this; a closed tab loses no more than what was not live.
//! 10. Who is told only of changes knows at any time all there is.
//! 11. In the end every log that has begun is stored once, with all that was put into it, and no other is.

use std::collections::{BTreeMap, BTreeSet};

use patchbay::interaction::phase::Phase;
use patchbay::log::Log;
use patchbay::outbox::Fields;
use patchbay::salesforce::record::{Record, Role};
use patchbay::session::runtime::SessionRuntime;
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};
use serde_json::Value;

use crate::model::moves::{self, Move};
use crate::model::reference::{ExpectedLog, MAX_DONE, step};
use crate::model::simulation::{Simulation, key};
use crate::model::storage::MemoryStorage;

/// Logs of interactions that are gone may stay, beside those that are not saved.
const MAX_ENDED: usize = 8;
/// Bytes that one log, and the session around all, may take when kept.
const MAX_LOG_LEN: usize = 4_096;
const MAX_SESSION_LEN: usize = 16_384;

type Checked = Result<(), TestCaseError>;

pub fn phases(runtime: &SessionRuntime<MemoryStorage>) -> BTreeMap<String, Phase> {
    runtime.session().interactions().iter().map(|one| (one.id.clone(), one.phase)).collect()
}

pub fn phases_move_as_the_table_says(
    before: &BTreeMap<String, Phase>,
    runtime: &SessionRuntime<MemoryStorage>,
    made: &Move,
) -> Checked {
    for (id, phase) in phases(runtime) {
        let Some(&was) = before.get(&id) else { continue };
        let back = matches!(made, Move::Tell(at, _) if moves::id(*at) == id && step(was) > 1);
        prop_assert!(step(was) <= step(phase) || (back && step(phase) < 2), "{id}: {was:?} to {phase:?}");
    }
    Ok(())
}

pub fn all(world: &Simulation) -> Checked {
    interactions_are_the_models(world)?;
    for (id, book) in &world.reference.books {
        let log = world.runtime.session().log(&moves::id(*id));
        match log {
            Some(log) if book.followed => log_is_the_models(log, book)?,
            None if book.followed => prop_assert!(false, "the log of {} is lost", moves::id(*id)),
            _ => {}
        }
    }
    world.page.knows(world.runtime.session())?;
    for log in world.runtime.session().logs() {
        lists_hold_nothing_twice(log)?;
    }
    memory_is_bounded(world)
}

fn interactions_are_the_models(world: &Simulation) -> Checked {
    let (session, reference) = (world.runtime.session(), &world.reference);
    let followed: Vec<_> = session.interactions().iter().map(|one| (one.id.clone(), one.phase)).collect();
    let known: Vec<_> = reference.known.iter().map(|known| (moves::id(known.id), known.phase)).collect();
    prop_assert_eq!(followed, known);
    prop_assert_eq!(session.selected().map(|one| one.id.clone()), reference.selected().map(moves::id));
    prop_assert_eq!(session.agent().status.as_deref(), reference.status);
    Ok(())
}

fn log_is_the_models(log: &Log, book: &ExpectedLog) -> Checked {
    for role in Role::ALL {
        let ids = |records: &[usize]| records.iter().map(|record| moves::record_id(*record)).collect::<Vec<_>>();
        let joined: Vec<&str> = log.list(role).records().iter().map(|record| record.id.as_str()).collect();
        prop_assert_eq!(joined, ids(&book.lists[role as usize]), "{} {:?}", log.id, role);
        let chosen = log.list(role).chosen().map(|record: &Record| record.id.as_str());
        prop_assert_eq!(chosen, book.chosen[role as usize].map(moves::record_id), "{} {:?}", log.id, role);
    }
    prop_assert_eq!(log.has_begun(), book.begun, "{} has begun", log.id);
    holds(&log.values(), book, &log.id)
}

/// Whether fields are what the agent and the wrap-up have decided. An empty field is as good as none.
fn holds(fields: &Fields, book: &ExpectedLog, id: &str) -> Checked {
    for (field, expected) in book.values() {
        let value = fields.get(field).filter(|value| !value.is_null());
        prop_assert_eq!(value, expected.as_ref(), "{} of {}", field, id);
    }
    let subject = fields.get("Subject").and_then(Value::as_str).unwrap_or_default();
    let is_right = book.subject().map_or(subject.starts_with("Call "), |written| subject == written);
    prop_assert!(is_right, "Subject of {id}: {subject}");
    Ok(())
}

fn lists_hold_nothing_twice(log: &Log) -> Checked {
    for role in Role::ALL {
        let ids: BTreeSet<_> = log.list(role).records().iter().map(|record| record.id).collect();
        prop_assert_eq!(ids.len(), log.list(role).records().len(), "{} {:?}", log.id, role);
    }
    Ok(())
}

pub fn a_save_is_a_difference(
    world: &Simulation,
    log: &str,
    interaction: &str,
    id: &str,
    call_log: &Fields,
) -> Checked {
    let Some(log) = world.runtime.session().log(log) else {
        return Err(TestCaseError::fail(format!("a save of {id}, which has no log")));
    };
    let values = log.values();
    let confirmed = world.confirmed.get(id);
    let fields: Vec<_> = call_log.iter().filter(|(field, _)| *field != "Id").collect();
    prop_assert!(!fields.is_empty(), "a save of {id} that saves nothing");
    for (field, value) in fields {
        prop_assert_eq!(value, values.get(field).unwrap_or(&Value::Null), "{} of {}", field, id);
        let known = confirmed.and_then(|confirmed| confirmed.fields.get(field));
        let is_sent = confirmed.is_some_and(|confirmed| confirmed.sent.contains(field));
        let is_new = known.map_or(is_sent || !value.is_null(), |known| known != value);
        prop_assert!(is_new, "{field} of {id} is saved once more as {value}");
    }
    let is_found =
        call_log.contains_key("Id") || call_log.get("CallObject").is_some_and(|object| object == interaction);
    prop_assert!(is_found, "a save of {id} without Id and Call Object: {call_log:?}");
    Ok(())
}

fn memory_is_bounded(world: &Simulation) -> Checked {
    let session = world.runtime.session();
    let done = session.interactions().iter().filter(|one| one.phase == Phase::Done).count();
    prop_assert!(done <= MAX_DONE, "{done} done interactions");
    let gone = |log: &&Log| session.interaction(&log.id).is_none();
    let ended = session.logs().iter().filter(gone).filter(|log| log.is_settled() && log.is_over()).count();
    prop_assert!(ended <= MAX_ENDED, "{ended} logs of bygone interactions");
    let is_of_a_log = |place: &str| {
        let piece = place.strip_prefix("piece.").and_then(|piece| piece.splitn(3, '.').nth(2));
        let id = place.strip_prefix("log.").or(place.strip_prefix("timeline.")).or(piece);
        session.logs().iter().any(|log| Some(&*log.id) == id)
    };
    let mut bytes = 0;
    for (place, length) in world.tab.places() {
        bytes += length;
        let known = matches!(&*place, "session" | "logs" | "kept") || is_of_a_log(&place);
        prop_assert!(known, "{place} of the tab's store is of nothing");
    }
    for (place, length) in world.lasting.places() {
        bytes += length;
        let is_of_a_page = matches!(&*place, "pages" | "clock") || place.starts_with("page.");
        // The copy of a log that is gone stays until its page counts as dead.
        let known = is_of_a_page || place.starts_with("unsaved.");
        prop_assert!(known, "{place} of the lasting store is of nothing");
    }
    let most = MAX_SESSION_LEN + 2 * MAX_LOG_LEN * session.logs().len();
    prop_assert!(bytes <= most, "{bytes} bytes are kept, of {} logs", session.logs().len());
    Ok(())
}

/// The log that a copy in the lasting store is of.
fn copied(place: &str) -> Option<&str> {
    place.strip_prefix("unsaved.")?.split_once('.').map(|(_, id)| id)
}

pub fn nothing_is_lost_or_doubled(world: &Simulation) -> Checked {
    all(world)?;
    for (at, book) in &world.reference.books {
        let id = moves::id(*at);
        let mut stored = world.server.stored(&id);
        let formers = world.reference.formers.get(at).into_iter().flatten();
        let books: Vec<&ExpectedLog> = formers.chain([book]).filter(|book| book.begun).collect();
        prop_assert_eq!(stored.len(), books.len(), "records of {}", &id);
        // Which record is of which segment is not the model's to know, but each is of one.
        for book in books {
            let found = stored.iter().position(|fields| holds(fields, book, &id).is_ok());
            prop_assert!(found.is_some(), "no record of {id} holds {book:?}: {stored:?}");
            stored.remove(found.unwrap_or_default());
        }
    }
    for log in world.runtime.session().logs().iter().filter(|log| log.has_begun()) {
        let key = key(log.interaction_id(), &log.segment());
        for (field, value) in log.values() {
            let stored = world.server.stored_log(&key).and_then(|stored| stored.get(&field));
            prop_assert_eq!(stored.unwrap_or(&Value::Null), &value, "{} of {}", field, &key);
        }
    }
    for (place, _) in world.lasting.places() {
        let log = copied(&place).and_then(|id| world.runtime.session().log(id));
        prop_assert!(log.is_none_or(|log| !log.is_over()), "{place} stays though it is saved and over");
    }
    Ok(())
}
