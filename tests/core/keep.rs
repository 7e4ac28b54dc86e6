//! What survives of logs: a reload, a closed tab, another tab that is still open, and storage that somebody has written into.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::support::written;
use crate::tried::tried;
use patchbay::log::config::Config;
use patchbay::outbox::retry::RetryPolicy;
use patchbay::session::change::Change;
use patchbay::session::lease::CLAIM_WAIT;
use patchbay::session::persistence::{KeyValueStore, Persistence, StorageError};
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

const POLICY: RetryPolicy = RetryPolicy::DEFAULT;
const ID: &str = "1234-1234";
const TASK: &str = "00T5g00000LqT4rEAF";
const NADIA: &str = "0035g00000LqT4rAAF";

#[derive(Clone, Debug, Default)]
struct MemoryStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    writes: Rc<RefCell<Vec<usize>>>,
}

impl MemoryStorage {
    /// What is there beside the clock, a number that tells nothing of anybody.
    fn places(&self) -> Vec<String> {
        self.texts.borrow().keys().filter(|place| !place.ends_with(".clock")).cloned().collect()
    }
}

impl KeyValueStore for MemoryStorage {
    fn get(&self, place: &str) -> Result<Option<String>, StorageError> {
        Ok(self.texts.borrow().get(place).cloned())
    }
    fn set(&self, place: &str, text: &str) -> Result<(), StorageError> {
        self.writes.borrow_mut().push(text.len());
        self.texts.borrow_mut().insert(place.to_owned(), text.to_owned());
        Ok(())
    }
    fn remove(&self, place: &str) -> Result<(), StorageError> {
        self.texts.borrow_mut().remove(place);
        Ok(())
    }
}

/// A browser: what its tab keeps, and what all its tabs do.
#[derive(Default)]
struct Browser {
    tab: MemoryStorage,
    lasting: MemoryStorage,
}

struct Page {
    runtime: SessionRuntime<MemoryStorage>,
    found: Effects,
}

impl Browser {
    fn open(&self, user: Option<&str>, now: f64) -> Page {
        let persistence = Persistence::new(Some(self.tab.clone()), Some(self.lasting.clone()), user);
        let (runtime, found) = SessionRuntime::open(persistence, Config::default(), Some(7), &at(now));
        Page { runtime, found }
    }

    /// The same browser after the tab was closed and another one opened.
    fn other_tab(&self) -> Browser {
        Browser { tab: MemoryStorage::default(), lasting: self.lasting.clone() }
    }
}

fn at(now: f64) -> Context<'static> {
    Context { now, ..Context::default() }
}

impl Page {
    fn act(&mut self, now: f64, work: impl FnOnce(&mut Session, &Context) -> Change) -> Effects {
        self.runtime.dispatch(&at(now), |session| work(session, &at(now)))
    }

    fn command(&mut self, now: f64, command: Value) -> Effects {
        self.act(now, |session, context| session.command(&command.to_string(), context))
    }

    fn connect(&mut self, now: f64) {
        let data = json!({ "id": ID, "state": "CONNECTED", "startTime": "2026-04-09T04:19:30Z" });
        let message = json!({ "type": "Interaction", "category": "connect", "data": data }).to_string();
        self.act(now, |session, context| session.receive(&message, context));
    }

    /// Looks at the other pages, and, after a claim was seen by all, does what is due.
    fn wake(&mut self, now: f64) -> Effects {
        let mut looked = self.act(now, |_, _| Change::default());
        looked.requests.extend(self.act(now + CLAIM_WAIT, |_, _| Change::default()).requests);
        looked
    }

    fn log(&self) -> Value {
        self.runtime.session().log(ID).map(|log| written(&log.view())).unwrap_or_default()
    }
}

fn visit(number: u32) -> Value {
    json!(["visit", { "id": format!("0035g0000{number:06}"), "objectApiName": "Contact", "name": format!("N{number}") }])
}

#[test]
fn a_reload_brings_back_lists_choice_edits_and_what_is_not_saved() {
    let browser = Browser::default();
    let mut page = browser.open(None, 0.0);
    page.connect(0.0);
    page.command(1.0, json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]));
    (0..200).for_each(|number| drop(page.command(2.0, visit(number))));
    page.command(3.0, json!(["choose", ID, "name", NADIA]));
    page.command(4.0, json!(["edit", ID, { "Description": "Roof" }]));
    let before = page.log();
    let mut page = browser.open(None, 10.0);
    assert_eq!(page.log(), before);
    assert_eq!(page.found.change.lists[0].added.len(), 201);
    assert_eq!(page.wake(9.0 + POLICY.resend_delay).requests, [], "what may still be on its way is given time");
    let requests = page.wake(2.0 * POLICY.resend_delay).requests;
    assert_eq!((requests.len(), &requests[0].call_log["Description"]), (1, &json!("Roof")));
}

#[test]
fn a_save_that_was_confirmed_is_not_made_again() {
    let browser = Browser::default();
    let mut page = browser.open(None, 0.0);
    page.connect(0.0);
    let ticket = page.command(1.0, json!(["openLog", ID])).requests[0].ticket;
    page.command(2.0, json!(["resolved", ticket, TASK]));
    let mut page = browser.open(None, 10.0);
    assert_eq!(page.wake(1e9).requests, []);
    let requests = page.command(1e9 + 500.0, json!(["edit", ID, { "Description": "a" }])).requests;
    assert_eq!(requests, []);
    let requests = page.command(1e9 + 500.0, json!(["openLog", ID])).requests;
    assert_eq!(json!(requests[0].call_log), json!({ "Id": TASK, "Description": "a" }));
}

#[test]
fn one_more_record_writes_the_same_however_many_there_are() {
    let written = |before: u32| {
        let browser = Browser::default();
        let mut page = browser.open(None, 0.0);
        page.connect(0.0);
        (0..before).for_each(|number| drop(page.command(1.0, visit(number))));
        browser.tab.writes.borrow_mut().clear();
        browser.lasting.writes.borrow_mut().clear();
        page.command(2.0, visit(before));
        let all = [browser.tab.writes.take(), browser.lasting.writes.take()];
        all.iter().flatten().sum::<usize>()
    };
    // At the same place of a piece of the list; other pages are shown the last 64 records, and the timeline is full with the last
    // 500, whose numbers have more digits.
    let (few, many) = (written(10 + 64 * 10), written(10 + 64 * 300));
    assert!(many <= few + 200 + (64 + 500) * 4, "{many} is more than {few}");
}

#[test]
fn of_a_list_too_long_to_be_kept_whole_the_last_are_kept_again_and_again() {
    let browser = Browser::default();
    let mut page = browser.open(None, 0.0);
    page.connect(0.0);
    page.command(1.0, json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]));
    page.command(1.0, json!(["choose", ID, "name", NADIA]));
    let (mut next, mut now) = (0, 2.0);
    for reload in 0..4 {
        for _ in 0..3_000 {
            page.command(now, visit(next));
            next += 1;
        }
        page = browser.open(None, now);
        // It takes over from the page before once that counts as gone.
        now += 60_000.0;
        page.wake(now);
        now += CLAIM_WAIT;
        let log = page.runtime.session().log(ID).cloned();
        let names: Vec<String> =
            log.iter().flat_map(|log| log.name.records()).map(|record| record.name.clone()).collect();
        // The last 64 are in the copy for other pages too.
        assert!((1_984..=2_050 + 64).contains(&names.len()), "{reload}: {}", names.len());
        let visited: Vec<String> = names.iter().filter(|name| *name != "Nadia").cloned().collect();
        let last: Vec<String> = (next - visited.len() as u32..next).map(|number| format!("N{number}")).collect();
        assert_eq!(visited, last, "{reload}: in order, and none missing");
        assert_eq!(log.and_then(|log| log.name.chosen().map(|record| record.name.clone())).as_deref(), Some("Nadia"));
    }
}

#[test]
fn what_a_closed_tab_has_not_saved_is_saved_by_the_next_and_leaves_nothing_behind() {
    let browser = Browser::default();
    let mut page = browser.open(None, 0.0);
    page.connect(0.0);
    page.command(1.0, json!(["edit", ID, { "Description": "Roof" }]));
    let other = browser.other_tab();
    let mut page = other.open(None, 100.0);
    let requests = page.wake(100.0 + POLICY.orphaned_after).requests;
    assert_eq!((requests.len(), &requests[0].call_log["Description"]), (1, &json!("Roof")));
    page.command(100_000.0, json!(["resolved", requests[0].ticket, TASK]));
    page.wake(1e9);
    assert_eq!(other.lasting.places(), [""; 0], "nothing of the agent's stays once it is saved and over");
}

#[test]
fn a_declined_save_waits_for_its_trigger_over_a_reload_and_a_closed_tab() {
    for closed in [false, true] {
        let browser = Browser::default();
        let mut page = browser.open(None, 0.0);
        page.connect(0.0);
        let ticket = page.command(1.0, json!(["openLog", ID])).requests[0].ticket;
        page.command(2.0, json!(["resolved", ticket, ""]));
        let other = if closed { browser.other_tab() } else { browser };
        let mut page = other.open(None, 100.0);
        assert_eq!(page.wake(200_000.0).requests, [], "nothing has happened since");
        let over = json!({ "type": "Interaction", "category": "disconnect",
            "data": { "id": ID, "state": "DISCONNECTED", "isDisconnected": true, "startTime": "2026-04-09T04:19:30Z" } });
        let requests = page.act(201_001.0, |session, context| session.receive(&over.to_string(), context)).requests;
        assert_eq!((requests.len(), requests[0].event.as_str()), (1, "interactionDisconnected"), "{closed}");
        page.command(201_002.0, json!(["resolved", requests[0].ticket, ""]));
        assert_ne!(other.lasting.places(), [""; 0], "it is offered once more");
        let gone = json!({ "type": "Interaction", "category": "deallocate", "data": { "id": ID } }).to_string();
        let requests = page.act(201_003.0, |session, context| session.receive(&gone, context)).requests;
        page.command(201_004.0, json!(["resolved", requests[0].ticket, ""]));
        assert_eq!(other.lasting.places(), [""; 0], "the last word of the org is no");
    }
}

#[test]
fn a_declined_save_of_a_closed_tab_is_offered_when_its_interaction_is_never_heard_of() {
    let browser = Browser::default();
    let mut page = browser.open(None, 0.0);
    page.connect(0.0);
    let ticket = page.command(1.0, json!(["openLog", ID])).requests[0].ticket;
    page.command(2.0, json!(["resolved", ticket, ""]));
    let other = browser.other_tab();
    let mut page = other.open(None, 100.0);
    assert_eq!(page.wake(200_000.0).requests, []);
    let requests = page.wake(1_000_000.0).requests;
    assert_eq!((requests.len(), requests[0].event.as_str()), (1, "interactionRemoved"));
}

#[test]
fn a_tab_that_is_still_open_keeps_its_own() {
    let browser = Browser::default();
    let mut first = browser.open(None, 0.0);
    first.connect(0.0);
    first.command(1.0, json!(["edit", ID, { "Description": "a" }]));
    let mut second = browser.other_tab().open(None, 100.0);
    assert_eq!(second.log()["saveState"], "pending");
    first.command(200.0, json!(["edit", ID, { "Description": "b" }]));
    let mut requests = Vec::new();
    for passed in 1..30 {
        let now = f64::from(passed) * 1_000.0;
        requests.extend(first.act(now, |_, _| Change::default()).requests);
        assert_eq!(second.act(now, |_, _| Change::default()).requests, [], "it is still being written");
    }
    assert_eq!(second.log()["values"]["Description"], "b");
    assert_eq!(requests.len(), 1);
    first.command(30_000.0, json!(["resolved", requests[0].ticket, TASK]));
    let gone = json!({ "type": "Interaction", "category": "deallocate", "data": { "id": ID } }).to_string();
    first.act(30_001.0, |session, context| session.receive(&gone, context));
    assert_eq!(second.wake(1_000_000.0).requests, [], "it was saved");
    assert_eq!(second.log(), Value::Null);
}

#[test]
fn what_belongs_to_one_user_is_not_found_by_another() {
    let browser = Browser::default();
    let mut page = browser.open(Some("0055g00000AgentA"), 0.0);
    page.connect(0.0);
    page.command(1.0, json!(["edit", ID, { "Description": "Roof" }]));
    for user in [None, Some("0055g00000AgentB")] {
        let other = browser.open(user, 10.0);
        assert_eq!((other.runtime.session().logs().len(), other.runtime.session().interactions().len()), (0, 0));
    }
    assert_eq!(browser.open(Some("0055g00000AgentA"), 10.0).log()["values"]["Description"], "Roof");
}

#[test]
fn what_cannot_be_read_is_set_aside_and_told() {
    let browser = Browser::default();
    let mut page = browser.open(None, 0.0);
    page.connect(0.0);
    let place = format!("patchbay.log.{ID}");
    let kept = browser.tab.texts.borrow()[&place].clone();
    for broken in ["", "null", "[]", &kept[..kept.len() / 2], &kept.replace(ID, "another")] {
        browser.tab.texts.borrow_mut().insert(place.clone(), broken.to_owned());
        browser.lasting.texts.borrow_mut().clear();
        let page = browser.open(None, 10.0);
        assert_eq!(page.found.change.problems.len(), 1, "{broken}");
        assert_eq!(
            browser.tab.texts.borrow().get(&format!("patchbay.unreadable.log.{ID}")).map(String::as_str),
            Some(broken)
        );
    }
}

/// What version 0.1.0 wrote, with a call on hold, its consultation, and a chat; the log of the call was edited since it was saved.
fn snapshots_of_an_earlier_version() -> BTreeMap<String, String> {
    let file = format!("{}/tests/fixtures/snapshots/0.1.0.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let kept: BTreeMap<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    kept.into_iter().map(|(key, value)| (key, value.to_string())).collect()
}

#[test]
fn what_an_earlier_version_kept_is_restored() {
    let browser = Browser::default();
    browser.tab.texts.replace(snapshots_of_an_earlier_version());
    let mut page = browser.open(None, 0.0);
    assert_eq!(page.found.change.problems, []);
    let session = page.runtime.session();
    let phases: Vec<_> = session.interactions().iter().map(|interaction| interaction.phase.as_str()).collect();
    assert_eq!(phases, ["held", "connected", "connected"]);
    assert_eq!(
        (session.agent().status.as_deref(), session.agent().sub_status.as_deref()),
        (Some("MEAL"), Some("Lunch"))
    );
    let id = session.interactions()[0].id.clone();
    assert_eq!(session.interactions()[1].consult_of(), Some(id.as_str()));
    let log = session.log(&id).unwrap();
    assert_eq!(log.name.chosen().map(|record| record.name.as_str()), Some("Nadia Lindgren"));
    assert_eq!(log.related_to.chosen().map(|record| record.name.as_str()), Some("00001026"));
    let requests = page.wake(POLICY.resend_delay).requests;
    let own = requests.iter().find(|request| request.id == id).unwrap();
    let changed = json!({ "Id": TASK, "Description": "Roof damaged by hail; call back" });
    assert_eq!(json!(own.call_log), changed, "only what was not confirmed is sent");
}

#[test]
fn a_property_that_an_earlier_version_did_not_write_has_a_default() {
    let kept = snapshots_of_an_earlier_version();
    let session: Value = serde_json::from_str(&kept["patchbay.session"]).unwrap();
    for name in ["agent", "selection", "gone", "interactions"] {
        let mut less = session.clone();
        less.as_object_mut().unwrap().remove(name);
        assert!(Session::restore(&less.to_string()).is_ok(), "{name}");
    }
    for name in ["phase", "consulting", "consultOf", "transferring"] {
        let mut less = session.clone();
        less["interactions"][1].as_object_mut().unwrap().remove(name);
        assert!(Session::restore(&less.to_string()).is_ok(), "{name}");
    }
}

/// So often is something broken.
const BROKEN: u32 = 256;

#[test]
fn nothing_that_is_kept_can_do_harm() {
    break_what_is_kept();
    tried("storage, texts that are broken", BROKEN as usize);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: BROKEN, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text of what is kept is replaced by any other, or by a piece of itself: nothing panics, the agent goes on.
    fn break_what_is_kept(which in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>(), with in "[\\x20-\\x7e]{0,12}") {
        let browser = Browser::default();
        let mut page = browser.open(None, 0.0);
        page.connect(0.0);
        page.command(1.0, visit(1));
        page.command(1.0, json!(["edit", ID, { "Description": "Roof" }]));
        let storage = if cut.index(2) == 0 { &browser.tab } else { &browser.lasting };
        let places = storage.places();
        let place = &places[which.index(places.len())];
        let text = storage.texts.borrow()[place].clone();
        let at = cut.index(text.len());
        let broken = format!("{}{with}{}", &text[..at], text.get(at + with.len()..).unwrap_or_default());
        storage.texts.borrow_mut().insert(place.clone(), broken);
        let mut page = browser.open(None, 10.0);
        page.connect(20.0);
        page.command(30.0, json!(["edit", ID, { "Description": "again" }]));
        prop_assert_eq!(&page.log()["values"]["Description"], "again");
        // What the first page had sent may be on its way until then.
        let mut requests = page.wake(19_000.0).requests;
        requests.extend(page.command(20_000.0, json!(["openLog", ID])).requests);
        prop_assert!(!requests.is_empty());
    }
}
