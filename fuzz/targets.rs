//! Every entry that takes text from outside, as one function each: it may refuse the text, but neither panic nor break
//! what is promised of it. What is done with the text beyond taking it is what would follow in a page.

// Each of the fuzz targets uses one of them.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::rc::Rc;

use patchbay::engagement;
use patchbay::json::read::{Document, Plain, Value as Read};
use patchbay::log::Log;
use patchbay::log::setup::Setup;
use patchbay::message::target::{correct_into, inspect, prepare};
use patchbay::message::vocabulary::{TargetKind, Vocabulary};
use patchbay::salesforce::record_id::RecordId;
use patchbay::save::answer::Answer;
use patchbay::session::desk::{Desk, Outcome};
use patchbay::session::store::{Keeper, Refused, Store};
use patchbay::session::{Here, Session};
use patchbay::settings::Report;
use patchbay::settings::measure::read_contacts;
use patchbay::{time, uri};
use serde_json::Value;

/// Takes one text, and panics where a promise is broken.
pub type Target = fn(&str);

/// All of them, by name.
pub const TARGETS: [(&str, Target); 11] = [
    ("answer", answer),
    ("command", command),
    ("engagement", engagement),
    ("event", event),
    ("json", json),
    ("record_id", record_id),
    ("restore", restore),
    ("settings", settings),
    ("setup", setup),
    ("time", time),
    ("uri", uri),
];

const CALL: &str = r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"CONNECTED","direction":"Inbound","startTime":"2026-05-03T15:02:19Z"}}"#;

/// Storage with these texts in it, of which nothing is ever overwritten.
#[derive(Clone, Default)]
struct Shelf(BTreeMap<String, String>);

impl Store for Shelf {
    fn get(&self, place: &str) -> Result<Option<String>, Refused> {
        Ok(self.0.get(place).cloned())
    }

    fn set(&self, _: &str, _: &str) -> Result<(), Refused> {
        Ok(())
    }

    fn remove(&self, _: &str) -> Result<(), Refused> {
        Ok(())
    }
}

fn open(tab: Shelf, lasting: Shelf) -> (Desk<Shelf>, Outcome) {
    Desk::open(Keeper::new(Some(tab), Some(lasting), None), Setup::default(), Some(7), &Here::default())
}

fn is_json(text: &str) {
    assert!(serde_json::from_str::<Value>(text).is_ok(), "not JSON: {text}");
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// What came of it can be told, kept, and read back as it was.
fn holds(desk: &Desk<Shelf>, outcome: &Outcome) {
    let mut told = String::new();
    outcome.write(desk.session(), &mut told);
    is_json(&told);
    let kept = desk.session().keep();
    let again = Session::restore(&kept).map(|session| session.keep());
    assert_eq!(again.as_deref(), Ok(kept.as_str()));
    for log in desk.session().logs() {
        let kept = log.keep();
        let again = Log::restore(&kept, [&[], &[]], Rc::default(), 0.0);
        assert!(again.is_some(), "a kept log is not read: {kept}");
    }
    for request in desk.session().pending() {
        let mut written = String::new();
        request.write(&mut written);
        is_json(&written);
    }
}

fn on_a_call(work: impl FnOnce(&mut Session, &Here) -> patchbay::session::change::Change) {
    let (mut desk, _) = open(Shelf::default(), Shelf::default());
    let here = Here { now: 1_000.0, ..Here::default() };
    desk.act(&here, |session| session.receive(CALL, &here));
    let outcome = desk.act(&here, |session| work(session, &here));
    holds(&desk, &outcome);
    let later = Here { now: 100_000.0, ..Here::default() };
    let outcome = desk.act(&later, |_| Default::default());
    holds(&desk, &outcome);
}

/// A message off the channel.
pub fn event(text: &str) {
    on_a_call(|session, here| session.receive(text, here));
}

/// What a page asks, of which the values are foreign.
pub fn command(text: &str) {
    on_a_call(|session, here| session.command(text, here));
}

/// What stands in storage: anybody may write there.
pub fn restore(text: &str) {
    if let Ok(session) = Session::restore(text) {
        let kept = session.keep();
        assert_eq!(Session::restore(&kept).map(|session| session.keep()).as_deref(), Ok(kept.as_str()));
    }
    let at = |names: &[&str]| Shelf(names.iter().map(|name| (format!("patchbay.{name}"), text.to_owned())).collect());
    let id = read(text)["id"].as_str().unwrap_or("1").to_owned();
    let index = Value::from([id.as_str()]).to_string();
    let mut tab = at(&["session", &format!("log.{id}"), &format!("log.{id}.name.0"), &format!("log.{id}.relatedTo.0")]);
    tab.0.insert("patchbay.logs".to_owned(), index.clone());
    let mut lasting = at(&[&format!("unsaved.{id}")]);
    lasting.0.insert("patchbay.unsaved".to_owned(), index);
    for (tab, lasting) in [(tab, Shelf::default()), (Shelf::default(), lasting), (at(&["logs"]), at(&["unsaved"]))] {
        let (mut desk, found) = open(tab, lasting);
        holds(&desk, &found);
        let later = Here { now: 100_000.0, ..Here::default() };
        let outcome = desk.act(&later, |session| session.receive(CALL, &later));
        holds(&desk, &outcome);
    }
}

/// What a save resolved to, or was rejected with.
pub fn answer(text: &str) {
    let value = read(text);
    for answer in [Answer::resolved(&value), Answer::rejected(&value)] {
        if let Answer::Failed { reason, .. } = answer {
            assert!(!reason.is_empty());
        }
    }
}

/// Integration settings, and what is asked of them.
pub fn settings(text: &str) {
    let value = read(text);
    let report = Report::read(&value);
    is_json(&report.write());
    let (contacts, _) = read_contacts(&value);
    for group in [None, value[0]["group"].as_str()] {
        report.classify(group, text);
        report.classify_agent(group, &value);
        report.measure(group, &contacts);
    }
}

/// How an organisation wants its logs.
pub fn setup(text: &str) {
    let value = read(text);
    let mut problems = Vec::new();
    let setup = Setup::read(&value, &mut problems);
    let known = setup.knowing(&value, &mut problems);
    for setup in [setup, known] {
        let keeper = Keeper::new(Some(Shelf::default()), None, None);
        let here = Here::default();
        let (mut desk, _) = Desk::open(keeper, setup, Some(7), &here);
        let outcome = desk.act(&here, |session| session.receive(CALL, &here));
        holds(&desk, &outcome);
    }
}

/// An interaction and options for an EngagementInteraction record.
pub fn engagement(text: &str) {
    let value = read(text);
    for operation in ["create", "update", text] {
        is_json(&engagement::answer(operation, &value, &value));
        is_json(&engagement::answer(operation, &value[0], &value[1]));
    }
}

/// The ID of a record: whatever is read of one is read the same again.
pub fn record_id(text: &str) {
    if let Some(id) = RecordId::read(text, "", &mut Vec::new()) {
        let mut problems = Vec::new();
        assert_eq!(RecordId::read(id.as_str(), "", &mut problems), Some(id));
        assert!(problems.is_empty());
    }
}

/// Transfer targets and what is encoded in them.
pub fn uri(text: &str) {
    let encoded = uri::encode(text);
    assert_eq!(uri::decode(&encoded).as_deref(), Some(text));
    assert_eq!(uri::decode_component(&encoded).as_deref(), Some(text));
    if let Some(decoded) = uri::decode(text) {
        assert_eq!(uri::decode(&uri::encode(&decoded)), Some(decoded));
    }
    inspect(text);
    let mut corrected = String::new();
    correct_into(text, &mut corrected);
    for &kind in TargetKind::ALL {
        prepare(kind, text, &mut String::new());
    }
}

/// JSON, beside serde_json.
pub fn json(text: &str) {
    let theirs: Result<Value, _> = serde_json::from_str(text);
    match (Document::read(text), theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(as_serde(ours.root()), theirs),
        // A number too big for a float is a number all the same: nobody has asked for its value.
        (Ok(_), Err(error)) => assert!(error.to_string().starts_with("number out of range"), "{error}"),
        (Err(_), Err(_)) => {}
        // There is a limit to how much is read.
        (Err(why), Ok(_)) => assert_eq!(why, patchbay::json::read::Unreadable::Size),
    }
}

fn as_serde(value: Read) -> Value {
    match value.plain() {
        Plain::Null => Value::Null,
        Plain::Flag(flag) => flag.into(),
        Plain::Number(number) => read(number),
        Plain::Text(text) => text.into_owned().into(),
        Plain::Array => value.items().map(as_serde).collect(),
        Plain::Object => {
            Value::Object(value.entries().map(|(name, value)| (name.into_owned(), as_serde(value))).collect())
        }
    }
}

/// A point in time: what is normalised stays so.
pub fn time(text: &str) {
    if let Some(normal) = time::normalise(text) {
        assert_eq!(time::normalise(&normal).as_deref(), Some(normal.as_str()));
        assert!(time::milliseconds(&normal).is_some_and(f64::is_finite));
    }
    if let Some(milliseconds) = time::milliseconds(text) {
        time::utc(milliseconds);
    }
}
