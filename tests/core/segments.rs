//! A conversation that comes back: each of its lives is a segment with a log of its own. Captured calls show that the
//! conversation keeps its ID and its start, and that only the time of the connection is new.

use std::collections::BTreeMap;

use patchbay::command::vocabulary::Action;
use patchbay::interaction::phase::Phase;
use patchbay::log::config::Config;
use patchbay::outbox::{Fields, Request};
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::model::storage::MemoryStorage;
use crate::support::written;

const ID: &str = "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11";
const START: &str = "2026-04-09T04:19:30Z";
const FIRST: &str = "2026-04-09T04:19:42.719Z";
const SECOND: &str = "2026-04-09T04:25:03Z";

type Work<'a> = Box<dyn FnOnce(&mut Session, &Context) -> Change + 'a>;

/// A page, its stores, and an org that identifies a log by interaction and segment and answers at once.
struct Page {
    runtime: SessionRuntime<MemoryStorage>,
    tab: MemoryStorage,
    lasting: MemoryStorage,
    now: f64,
    requests: Vec<Request>,
    records: BTreeMap<(String, String), Fields>,
}

impl Page {
    fn new() -> Page {
        let (tab, lasting) = (MemoryStorage::default(), MemoryStorage::default());
        let runtime = open(&tab, &lasting, 0.0).0;
        Page { runtime, tab, lasting, now: 0.0, requests: Vec::new(), records: BTreeMap::new() }
    }

    fn reload(&mut self) {
        self.runtime = open(&self.tab, &self.lasting, self.now).0;
        self.dispatch(|_, _| Change::default());
    }

    fn close_tab(&mut self) {
        self.tab.clear();
        self.reload();
    }

    fn dispatch(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) -> Effects {
        let context = Context { now: self.now, ..Context::default() };
        let mut effects = self.runtime.dispatch(&context, |session| work(session, &context));
        for request in std::mem::take(&mut effects.requests) {
            let interaction = request.interaction["id"].as_str().unwrap_or_default().to_owned();
            let key = (interaction, request.segment.clone());
            let made = self.records.len();
            let record = self
                .records
                .entry(key)
                .or_insert_with(|| Fields::from_iter([("Id".to_owned(), format!("00T5g0000{made:06}").into())]));
            record.extend(
                request.call_log.iter().filter(|(field, _)| *field != "Id").map(|(f, v)| (f.clone(), v.clone())),
            );
            let answer = json!(["resolved", request.ticket, record["Id"]]).to_string();
            self.requests.push(request);
            self.command(&answer);
        }
        effects
    }

    fn command(&mut self, command: &str) {
        self.dispatch(Box::new(|session: &mut Session, context: &Context| session.command(command, context)) as Work);
    }

    fn tell(&mut self, message: &Value) -> Effects {
        let message = message.to_string();
        self.dispatch(|session, context| session.receive(&message, context))
    }

    fn say(&mut self, category: &str, more: Value) -> Effects {
        self.tell(&say(category, more))
    }

    fn edit(&mut self, text: &str) {
        self.command(&json!(["edit", ID, { "Description": text }]).to_string());
    }

    fn wait(&mut self, milliseconds: f64) {
        let until = self.now + milliseconds;
        while let Some(at) = self.runtime.wake_at().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.dispatch(|_, _| Change::default());
        }
        self.now = until;
    }

    fn phase(&self) -> Option<Phase> {
        self.runtime.session().interaction(ID).map(|interaction| interaction.phase)
    }

    /// What is in the lasting store beside the clock, a number that tells nothing of anybody.
    fn kept(&self) -> Vec<String> {
        let places = self.lasting.places().into_iter().map(|(place, _)| place);
        places.filter(|place| place != "clock").collect()
    }

    /// Comments and wrap-up code of every record, by segment.
    fn stored(&self) -> Vec<(&str, &str, &str)> {
        let text =
            |fields: &'_ Fields, field: &str| fields.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let all = self.records.iter().map(|((_, segment), fields)| {
            let [comments, code] = ["Description", "CallDisposition"].map(|field| text(fields, field));
            (segment.as_str(), &*comments.leak(), &*code.leak())
        });
        all.collect()
    }

    fn first_life(&mut self) {
        for message in life(FIRST, "A") {
            self.tell(&message);
            if message["category"] == "connect" {
                self.edit("one");
            }
            self.wait(2_000.0);
        }
    }
}

fn open(tab: &MemoryStorage, lasting: &MemoryStorage, now: f64) -> (SessionRuntime<MemoryStorage>, Effects) {
    let persistence = Persistence::new(Some(tab.clone()), Some(lasting.clone()), None);
    SessionRuntime::open(persistence, Config::default(), Some(7), &Context { now, ..Context::default() })
}

/// An object with more properties.
fn with(mut object: Value, more: Value) -> Value {
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
    object
}

fn say(category: &str, more: Value) -> Value {
    let data = with(json!({ "id": ID, "direction": "Inbound" }), more);
    json!({ "type": "Interaction", "category": category, "data": data })
}

fn ring() -> Value {
    say("add", json!({ "state": "ALERTING" }))
}

/// The messages of one life, from the one that says when it was connected.
fn life(connected: &str, code: &str) -> Vec<Value> {
    let end = connected.replace(":42.719Z", ":46.424Z").replace(":03Z", ":10Z");
    let facts = |more: Value| with(json!({ "startTime": START, "connectedTime": connected }), more);
    let over = |done: bool| json!({ "state": "DISCONNECTED", "isDisconnected": true, "isDone": done, "endTime": end });
    let mut wrapped = over(true);
    wrapped["disposition"] = code.into();
    vec![
        say("connect", facts(json!({ "state": "CONNECTED", "isConnected": true }))),
        say("change", facts(json!({ "state": "HELD", "isConnected": true, "attributes": { "of": code } }))),
        say("disconnect", facts(over(false))),
        say("acw", facts(wrapped.clone())),
        say("deallocate", facts(wrapped)),
    ]
}

#[test]
fn a_call_that_comes_back_has_a_log_of_its_own() {
    let mut page = Page::new();
    page.tell(&ring());
    page.first_life();
    assert_eq!(page.phase(), None);
    page.tell(&ring());
    assert_eq!(page.phase(), Some(Phase::Alerting));
    assert_eq!(page.runtime.session().refuse(ID, Action::Pickup), None);
    for message in life(SECOND, "B") {
        page.tell(&message);
        if message["category"] == "connect" {
            assert_eq!(page.runtime.session().log(ID).unwrap().values().get("Description"), None);
            page.edit("two");
        }
        page.wait(2_000.0);
    }
    assert_eq!(page.stored(), [(FIRST, "one", "A"), ("2026-04-09T04:25:03.000Z", "two", "B")]);
    let durations: Vec<_> = page.records.values().map(|fields| &fields["CallDurationInSeconds"]).collect();
    assert_eq!(durations, [4, 7]);
    let objects: Vec<_> = page.records.values().map(|fields| &fields["CallObject"]).collect();
    assert_eq!(objects, [ID, ID], "the interaction's ID, as documented");
    let logs = page.runtime.session().logs();
    assert_eq!(logs.iter().map(|log| log.id.clone()).collect::<Vec<_>>(), [format!("{ID}#{FIRST}"), ID.to_owned()]);
    assert!(logs.iter().all(|log| log.interaction_id() == ID));
}

#[test]
fn a_return_may_come_connected_already_or_ring_while_the_former_life_is_wrapped_up() {
    for (ended_with, begins_with) in [(3, 0), (4, 0), (5, 0), (5, 1), (3, 1), (4, 1)] {
        let mut page = Page::new();
        for message in &life(FIRST, "A")[..ended_with] {
            page.tell(message);
        }
        if begins_with == 1 {
            page.tell(&ring());
            assert_eq!(page.phase(), Some(Phase::Alerting), "{ended_with}");
        }
        page.say("change", json!({ "state": "CONNECTED", "connectedTime": SECOND }));
        assert_eq!(page.phase(), Some(Phase::Connected), "{ended_with} {begins_with}");
        for late in &life(FIRST, "A")[ended_with..] {
            page.tell(late);
        }
        assert_eq!(page.phase(), Some(Phase::Connected), "what is late is of the former life");
        page.wait(200_000.0);
        let code = if ended_with < 3 { "" } else { "A" };
        assert_eq!(page.stored()[0], (FIRST, "", code));
        assert_eq!(page.records.len(), 2);
    }
}

#[test]
fn late_and_repeated_messages_revive_nothing() {
    let bare = [
        json!({ "reason": "disconnected", "interactionId": ID }),
        json!({ "reason": "acw_completed", "interactionId": ID }),
        json!({ "type": "Interaction", "category": "deallocate", "data": ID }),
        json!({ "type": "Interaction", "category": "blindTransfer", "data": ID }),
        say("acw", json!({ "state": "DISCONNECTED", "isDone": true })),
    ];
    for ended_with in [4, 5] {
        let mut page = Page::new();
        life(FIRST, "A")[..ended_with].iter().for_each(|message| drop(page.tell(message)));
        page.wait(200_000.0);
        let (phase, saves) = (page.phase(), page.requests.len());
        for message in life(FIRST, "A")[..ended_with].iter().chain(&bare[..if ended_with == 4 { 2 } else { 5 }]) {
            page.tell(message);
            assert_eq!(page.phase(), phase, "{message}");
            page.wait(2_000.0);
        }
        assert_eq!((page.requests.len(), page.records.len()), (saves, 1));
    }
}

#[test]
fn after_call_work_that_ends_after_the_removal_still_delivers_its_code() {
    let mut page = Page::new();
    let [connect, held, disconnect, acw, _] = <[Value; 5]>::try_from(life(FIRST, "A")).unwrap();
    [connect, held, disconnect].iter().for_each(|message| drop(page.tell(message)));
    page.tell(&json!({ "type": "Interaction", "category": "deallocate", "data": { "id": ID } }));
    page.wait(2_000.0);
    page.tell(&acw);
    assert_eq!(page.phase(), None);
    page.wait(2_000.0);
    assert_eq!(page.stored(), [(FIRST, "", "A")]);
    assert_eq!(page.requests.last().unwrap().event.as_str(), "interactionACWCompleted");
    // Without a connection it is of the segment that ended last.
    page.say("acw", json!({ "state": "DISCONNECTED", "isDone": true, "disposition": "Z" }));
    page.wait(2_000.0);
    assert_eq!(page.stored(), [(FIRST, "", "Z")]);
    // While the conversation rings again, too.
    page.tell(&ring());
    page.say("acw", json!({ "state": "DISCONNECTED", "isDone": true, "disposition": "Y" }));
    page.wait(2_000.0);
    assert_eq!((page.phase(), page.stored()), (Some(Phase::Alerting), vec![(FIRST, "", "Y")]));
}

#[test]
fn a_new_connection_is_a_new_segment_though_the_end_was_missed() {
    for leave in [|_: &mut Page| (), Page::reload, Page::close_tab] {
        let mut page = Page::new();
        page.tell(&life(FIRST, "A")[0]);
        page.edit("one");
        page.wait(2_000.0);
        leave(&mut page);
        for message in &life(SECOND, "B")[..4] {
            page.tell(message);
            page.wait(2_000.0);
        }
        page.wait(200_000.0);
        assert_eq!(page.stored(), [(FIRST, "one", ""), ("2026-04-09T04:25:03.000Z", "", "B")]);
    }
}

#[test]
fn the_same_connection_is_the_same_segment_after_a_reload_and_a_closed_tab() {
    for leave in [Page::reload, Page::close_tab] {
        let mut page = Page::new();
        page.tell(&ring());
        page.tell(&life(FIRST, "A")[0]);
        page.edit("one");
        leave(&mut page);
        life(FIRST, "A")[1..].iter().for_each(|message| drop(page.tell(message)));
        page.wait(200_000.0);
        assert_eq!(page.stored(), [(FIRST, "one", "A")]);
    }
}

#[test]
fn a_segment_that_was_saved_before_it_was_connected_keeps_its_name() {
    let mut page = Page::new();
    let dial = || say("add", json!({ "state": "DIALING", "direction": "Outbound" }));
    page.tell(&dial());
    page.wait(2_000.0);
    page.say("change", json!({ "state": "CONNECTED", "direction": "Outbound", "connectedTime": FIRST }));
    page.edit("one");
    page.wait(2_000.0);
    page.reload();
    page.edit("more");
    page.wait(20_000.0);
    assert_eq!(page.stored(), [("first", "more", "")]);
    page.say("acw", json!({ "state": "DISCONNECTED", "isDone": true, "connectedTime": FIRST }));
    page.tell(&dial());
    page.wait(2_000.0);
    assert_eq!(page.stored(), [("after first", "", ""), ("first", "more", "")], "nor does the next take it");
}

#[test]
fn what_is_kept_of_both_segments_survives_and_leaves_nothing_behind() {
    let mut page = Page::new();
    let visit = |number: u32| {
        json!(["visit", { "id": format!("0035g0000{number:06}"), "objectApiName": "Contact", "name": "N" }]).to_string()
    };
    page.tell(&life(FIRST, "A")[0]);
    page.command(&visit(1));
    page.command(&visit(2));
    page.tell(&life(FIRST, "A")[3]);
    let effects = page.tell(&life(SECOND, "B")[0]);
    let told = written(&effects.view(page.runtime.session()));
    assert_eq!(told["logs"][0], json!({ "id": ID, "log": null }), "the page lets the former log go first");
    page.command(&visit(3));
    page.reload();
    let counts: Vec<_> = page.runtime.session().logs().iter().map(|log| log.name.records().len()).collect();
    // The former one is saved and over. The record that was in front when the call came back is offered too.
    assert_eq!(counts, [2]);
    page.edit("two");
    page.tell(&life(SECOND, "B")[3]);
    page.tell(&life(SECOND, "B")[4]);
    page.wait(200_000.0);
    assert_eq!(page.stored(), [(FIRST, "", "A"), ("2026-04-09T04:25:03.000Z", "two", "B")]);
    assert_eq!(page.kept(), [""; 0], "everything is saved and over");
}

#[test]
fn what_an_earlier_version_kept_begins_no_segment_and_may_be_followed_by_one() {
    let file = format!("{}/tests/fixtures/snapshots/0.1.0.json", env!("CARGO_MANIFEST_DIR"));
    let kept: BTreeMap<String, Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let page = || {
        let mut page = Page::new();
        for (key, value) in &kept {
            patchbay::session::persistence::KeyValueStore::set(&page.tab, key, &value.to_string()).unwrap();
        }
        page.reload();
        page
    };
    let (id, connected) = ("0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01", "2026-05-03T15:03:12.185Z");
    let over = |connected: &str| {
        let data = json!({ "id": id, "state": "DISCONNECTED", "isDone": true, "connectedTime": connected, "disposition": "A" });
        json!({ "type": "Interaction", "category": "acw", "data": data })
    };
    let mut same = page();
    same.tell(&over(connected));
    same.wait(20_000.0);
    let logs = |page: &Page| page.runtime.session().logs().iter().filter(|log| log.interaction_id() == id).count();
    assert_eq!(logs(&same), 1);
    let own = same.requests.iter().find(|request| request.id == id).unwrap();
    assert_eq!((own.segment.as_str(), &own.call_log["Id"]), (connected, &json!("00T5g00000LqT4rEAF")));
    let mut next = page();
    let data = json!({ "id": id, "state": "CONNECTED", "connectedTime": "2026-05-03T16:00:00Z" });
    next.tell(&json!({ "type": "Interaction", "category": "connect", "data": data }));
    next.wait(20_000.0);
    assert_eq!(logs(&next), 2);
    let first = next.requests.iter().find(|request| request.segment == "2026-05-03T16:00:00.000Z").unwrap();
    assert_eq!(first.call_log.get("Id"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two lives of one conversation, with messages that are repeated, late or lost, and pages that are reloaded: each life
    /// has one log, with its own data.
    #[test]
    fn each_life_has_one_log_with_its_own_data(
        late in prop::collection::vec((0usize..5, 0usize..8), 0..8),
        repeated in prop::collection::vec(0usize..7, 0..4),
        lost in prop::collection::vec(any::<bool>(), 4),
        reloads in prop::collection::vec(0usize..8, 0..3),
        rings in any::<bool>(),
        waits in prop::collection::vec(prop_oneof![Just(0.0), Just(30.0), Just(2_000.0), Just(70_000.0)], 8),
    ) {
        let mut page = Page::new();
        let first = life(FIRST, "A");
        page.tell(&ring());
        for (at, message) in first.iter().enumerate() {
            // What ends a life may be lost, what tells its result not.
            if (at == 1 && lost[0]) || (at == 2 && lost[1]) || (at == 4 && lost[2]) { continue; }
            page.tell(message);
            if at == 0 { page.edit("one"); }
            if repeated.contains(&at) { page.tell(message); }
            page.wait(waits[at]);
        }
        let mut second = life(SECOND, "B");
        if rings { second.insert(0, ring()); }
        for (at, message) in second.iter().enumerate() {
            if message["category"] == "change" && lost[3] { continue; }
            page.tell(message);
            if message["category"] == "connect" { page.edit("two"); }
            if repeated.contains(&at) && message["category"] != "add" { page.tell(message); }
            late.iter().filter(|(_, when)| *when == at).for_each(|(which, _)| drop(page.tell(&first[*which])));
            if reloads.contains(&at) { page.reload(); }
            page.wait(waits[at]);
        }
        page.wait(300_000.0);
        prop_assert_eq!(page.stored(), [(FIRST, "one", "A"), ("2026-04-09T04:25:03.000Z", "two", "B")]);
        let durations: Vec<_> = page.records.values().map(|fields| &fields["CallDurationInSeconds"]).collect();
        prop_assert_eq!(durations, [4, 7]);
        prop_assert_eq!(page.phase(), None);
        prop_assert_eq!(page.kept(), [""; 0]);
    }
}
