//! What survives of a log. What is read back is untrusted.
//!
//! The lists are kept apart, in pieces, so that one more record costs the same however many there are.

use std::rc::Rc;

use serde_json::{Value, json};

use super::attributes::Mapped;
use super::list::PickList;
use super::setup::Setup;
use super::{Log, Seen};
use crate::event::facts::Facts;
use crate::interaction::Interaction;
use crate::interaction::phase::Phase;
use crate::json::read::Document;
use crate::salesforce::record::Record;
use crate::save::Fields;
use crate::save::lane::Lane;

/// The shape below; another number is foreign.
const VERSION: u64 = 1;
/// Records in one piece of a list.
pub const PIECE: usize = 64;
/// Pieces that are kept of one list: of longer ones those that joined last.
pub const MOST_PIECES: usize = 32;

/// A list with fewer records is kept whole, whatever has joined it.
pub const LONGEST_KEPT: usize = PIECE * (MOST_PIECES - 1);

/// The documented spellings of types and call types.
const KINDS: [&str; 5] = ["Call", "Chat", "Email", "Voicemail", "Message"];
const CALL_TYPES: [&str; 3] = ["Inbound", "Outbound", "Internal"];

impl Log {
    /// The log without its lists, as text to keep.
    pub fn keep(&self) -> String {
        let seen = &self.seen;
        json!({
            "patchbay": VERSION,
            "id": self.id,
            "begun": self.begun,
            "phase": seen.phase.as_str(),
            "kind": seen.kind,
            "callType": seen.call_type,
            "subject": seen.subject,
            "stamped": seen.stamped,
            "connectedAt": seen.connected_at,
            "duration": seen.duration,
            "wrapUp": seen.wrap_up,
            "endedAt": seen.ended_at,
            "afterCall": seen.after_call,
            "mapped": seen.mapped.values,
            "interaction": seen.interaction.condense(),
            "edits": self.edits,
            "chosen": [keep_choice(&self.name), keep_choice(&self.related_to)],
            "lane": self.lane.keep(),
            "engagement": self.engagement.keep(),
        })
        .to_string()
    }

    /// The log of an earlier page and the pieces of its lists; what was not confirmed then is sent when `due`.
    pub fn restore(text: &str, [names, related]: [&[String]; 2], setup: Rc<Setup>, due: f64) -> Option<Log> {
        let kept: Value = serde_json::from_str(text).ok()?;
        if kept.get("patchbay")?.as_u64()? != VERSION {
            return None;
        }
        let owned = |name: &str| Some(kept.get(name)?.as_str()?.to_owned());
        let known = |name: &str, all: &[&'static str]| {
            all.iter().copied().find(|one| kept.get(name).is_some_and(|it| it == one))
        };
        let phase = Phase::named(kept.get("phase")?.as_str()?)?;
        let document = Document::read(text).ok()?;
        let condensed = document.root().get("interaction").filter(|condensed| condensed.is_object())?;
        let facts = Facts::read(condensed, "", &mut Vec::new());
        let interaction = Interaction { phase, ..Interaction::new(owned("id")?, facts) };
        let mut log = Log {
            id: owned("id")?,
            name: PickList::default(),
            related_to: PickList::default(),
            lane: Lane::restore(kept.get("lane")?, due)?,
            engagement: Lane::restore(kept.get("engagement")?, due)?,
            begun: kept.get("begun")?.as_bool()?,
            seen: Seen {
                phase,
                kind: known("kind", &KINDS)?,
                call_type: known("callType", &CALL_TYPES)?,
                subject: owned("subject")?,
                stamped: kept.get("stamped")?.as_f64()?,
                connected_at: kept.get("connectedAt")?.as_f64(),
                duration: kept.get("duration")?.as_f64(),
                wrap_up: kept.get("wrapUp")?.as_str().map(str::to_owned),
                interaction,
                ended_at: kept.get("endedAt")?.as_f64(),
                after_call: kept.get("afterCall")?.as_f64(),
                mapped: Mapped { values: read_fields(kept.get("mapped")?)?, problems: Vec::new() },
            },
            setup,
            edits: read_fields(kept.get("edits")?)?,
        };
        let [name, related_to] = kept.get("chosen")?.as_array()?.as_slice() else { return None };
        restore_list(&mut log.name, names, name)?;
        restore_list(&mut log.related_to, related, related_to)?;
        Some(log)
    }
}

fn read_fields(kept: &Value) -> Option<Fields> {
    Some(kept.as_object()?.clone().into_iter().collect())
}

fn keep_choice(list: &PickList) -> Value {
    json!([list.is_by_agent(), list.chosen().map(keep_record)])
}

fn restore_list(list: &mut PickList, pieces: &[String], choice: &Value) -> Option<()> {
    let [by_agent, record] = choice.as_array()?.as_slice() else { return None };
    for record in read_pieces(pieces) {
        list.add(record);
    }
    let record = if record.is_null() { None } else { Some(read_record(record)?) };
    list.restore_choice(record, by_agent.as_bool()?);
    Some(())
}

fn keep_record(record: &Record) -> Value {
    json!({
        "id": record.id.as_str(),
        "objectApiName": record.object,
        "name": record.name,
        "isPersonAccount": record.person,
        "personContactId": record.contact.as_ref().map(|id| id.as_str()),
    })
}

fn read_record(kept: &Value) -> Option<Record> {
    let mut problems = Vec::new();
    Record::read(kept, "", &mut problems).filter(|_| problems.is_empty())
}

/// The place, among those of its list, and the text of the piece that holds the record at this place of the list.
///
/// ```
/// use patchbay::log::{kept, list::PickList};
/// assert_eq!(kept::keep_piece(&PickList::default(), 0), (0, r#"{"piece":0,"records":[]}"#.to_owned()));
/// ```
pub fn keep_piece(list: &PickList, at: usize) -> (usize, String) {
    let piece = at / PIECE;
    let records: Vec<Value> = list.records().iter().skip(piece * PIECE).take(PIECE).map(keep_record).collect();
    (piece % MOST_PIECES, json!({ "piece": piece, "records": records }).to_string())
}

/// The records of kept pieces, given in any order; what cannot be read is passed over.
fn read_pieces(texts: &[String]) -> Vec<Record> {
    let mut pieces: Vec<(u64, Vec<Record>)> = texts
        .iter()
        .filter_map(|text| {
            let kept: Value = serde_json::from_str(text).ok()?;
            let records = kept.get("records")?.as_array()?.iter().filter_map(read_record).collect();
            Some((kept.get("piece")?.as_u64()?, records))
        })
        .collect();
    pieces.sort_by_key(|(piece, _)| *piece);
    pieces.into_iter().flat_map(|(_, records)| records).collect()
}
