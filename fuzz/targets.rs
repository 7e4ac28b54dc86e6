//! Every entry that takes text from outside, as one function each: it may refuse the text, but neither panic nor break
//! what is promised of it. What is done with the text beyond taking it is what would follow in a page.

// Each of the fuzz targets uses one of them.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::rc::Rc;

use patchbay::command::target::{correct, inspect, prepare};
use patchbay::command::vocabulary::TargetKind;
use patchbay::engagement;
use patchbay::log::Log;
use patchbay::log::config::Config;
use patchbay::outbox::answer::Answer;
use patchbay::preflight;
use patchbay::preflight::check::Check;
use patchbay::salesforce::record_id::RecordId;
use patchbay::session::persistence::{KeyValueStore, Persistence, StorageError};
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use patchbay::settings::Report;
use patchbay::settings::service_level::read_contacts;
use patchbay::string_enum::StringEnum;
use patchbay::time::{self, Timestamp};
use patchbay::{json, uri};
use serde_json::Value;

/// Takes one text, and panics where a promise is broken.
pub type Target = fn(&str);

/// All of them, by name.
pub const TARGETS: [(&str, Target); 12] = [
    ("answer", answer),
    ("command", command),
    ("engagement", engagement),
    ("event", event),
    ("json", json),
    ("preflight", preflight),
    ("record_id", record_id),
    ("restore", restore),
    ("settings", settings),
    ("config", config),
    ("time", time),
    ("uri", uri),
];

const CALL: &str = r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"CONNECTED","direction":"Inbound","startTime":"2026-05-03T15:02:19Z"}}"#;

/// Storage with these texts in it, of which nothing is ever overwritten.
#[derive(Clone, Default)]
struct MemoryStorage(BTreeMap<String, String>);

impl KeyValueStore for MemoryStorage {
    fn get(&self, place: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.get(place).cloned())
    }

    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        Ok(())
    }

    fn remove(&self, _: &str) -> Result<(), StorageError> {
        Ok(())
    }
}

fn open(tab: MemoryStorage, lasting: MemoryStorage) -> (SessionRuntime<MemoryStorage>, Effects) {
    SessionRuntime::open(
        Persistence::new(Some(tab), Some(lasting), None),
        Config::default(),
        Some(7),
        &Context::default(),
    )
}

fn is_json(text: &str) {
    assert!(serde_json::from_str::<Value>(text).is_ok(), "not JSON: {text}");
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// What came of it can be told, kept, and read back as it was.
fn holds(runtime: &SessionRuntime<MemoryStorage>, outcome: &Effects) {
    is_json(&json::write(&outcome.view(runtime.session())));
    let kept = runtime.session().to_snapshot();
    let again = Session::restore(&kept).map(|session| session.to_snapshot());
    assert_eq!(again.as_deref(), Ok(kept.as_str()));
    for log in runtime.session().logs() {
        let kept = log.to_snapshot();
        let again = Log::restore(&kept, [&[], &[]], Rc::default(), 0.0);
        assert!(again.is_some(), "a kept log is not read: {kept}");
    }
    for request in runtime.session().pending() {
        is_json(&json::write(&request.view()));
    }
}

fn on_a_call(work: impl FnOnce(&mut Session, &Context) -> patchbay::session::change::Change) {
    let (mut runtime, _) = open(MemoryStorage::default(), MemoryStorage::default());
    let context = Context { now: 1_000.0, ..Context::default() };
    runtime.dispatch(&context, |session| session.receive(CALL, &context));
    let outcome = runtime.dispatch(&context, |session| work(session, &context));
    holds(&runtime, &outcome);
    let later = Context { now: 100_000.0, ..Context::default() };
    let outcome = runtime.dispatch(&later, |_| Default::default());
    holds(&runtime, &outcome);
}

/// A message off the channel.
pub fn event(text: &str) {
    on_a_call(|session, context| session.receive(text, context));
}

/// What a page asks, of which the values are foreign.
pub fn command(text: &str) {
    on_a_call(|session, context| session.command(text, context));
}

/// What stands in storage: anybody may write there.
pub fn restore(text: &str) {
    if let Ok(session) = Session::restore(text) {
        let kept = session.to_snapshot();
        assert_eq!(Session::restore(&kept).map(|session| session.to_snapshot()).as_deref(), Ok(kept.as_str()));
    }
    let at = |names: &[&str]| {
        MemoryStorage(names.iter().map(|name| (format!("patchbay.{name}"), text.to_owned())).collect())
    };
    let id = read(text)["id"].as_str().unwrap_or("1").to_owned();
    let index = Value::from([id.as_str()]).to_string();
    let mut tab = at(&["session", &format!("log.{id}"), &format!("log.{id}.name.0"), &format!("log.{id}.relatedTo.0")]);
    tab.0.insert("patchbay.logs".to_owned(), index.clone());
    let mut lasting = at(&[&format!("unsaved.{id}")]);
    lasting.0.insert("patchbay.unsaved".to_owned(), index);
    for (tab, lasting) in
        [(tab, MemoryStorage::default()), (MemoryStorage::default(), lasting), (at(&["logs"]), at(&["unsaved"]))]
    {
        let (mut runtime, found) = open(tab, lasting);
        holds(&runtime, &found);
        let later = Context { now: 100_000.0, ..Context::default() };
        let outcome = runtime.dispatch(&later, |session| session.receive(CALL, &later));
        holds(&runtime, &outcome);
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
    is_json(&json::write(&report.view()));
    let (contacts, _) = read_contacts(&value);
    for group in [None, value[0]["group"].as_str()] {
        report.classify(group, text);
        report.classify_agent(group, &value);
        report.measure(group, &contacts);
    }
}

/// How an organisation wants its logs.
pub fn config(text: &str) {
    let value = read(text);
    let mut problems = Vec::new();
    let config = Config::read(&value, &mut problems);
    let known = config.with_object_info(&value, &mut problems);
    for config in [config, known] {
        let persistence = Persistence::new(Some(MemoryStorage::default()), None, None);
        let context = Context::default();
        let (mut runtime, _) = SessionRuntime::open(persistence, config, Some(7), &context);
        let outcome = runtime.dispatch(&context, |session| session.receive(CALL, &context));
        holds(&runtime, &outcome);
    }
}

/// An interaction and options for an EngagementInteraction record.
pub fn engagement(text: &str) {
    let value = read(text);
    for operation in ["create", "update", text] {
        is_json(&json::write(&engagement::answer(operation, &value, &value)));
        is_json(&json::write(&engagement::answer(operation, &value[0], &value[1])));
    }
}

/// What is known of an org: every check ends, whatever the facts are.
pub fn preflight(text: &str) {
    let report = preflight::Report::read(&read(text));
    for check in Check::ALL {
        assert!(report.findings().iter().any(|finding| finding.check == *check), "nothing is said of {check:?}");
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
    correct(text);
    for &kind in TargetKind::ALL {
        prepare(kind, text);
    }
}

/// JSON: what is read is written so that it is read alike; of numbers of 17 digits the last may differ by one.
pub fn json(text: &str) {
    if let Ok(value) = json::parse(text) {
        let again = json::parse(&json::write(&value));
        assert_eq!(again.map(rounded), Ok(rounded(value)));
    }
}

fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => format!("{:.12e}", number.as_f64().unwrap_or_default()).into(),
        Value::Array(values) => values.into_iter().map(rounded).collect(),
        Value::Object(values) => values.into_iter().map(|(name, value)| (name, rounded(value))).collect(),
        other => other,
    }
}

/// A point in time: what is read is written so that it is read alike.
pub fn time(text: &str) {
    if let Some(time) = Timestamp::parse(text) {
        assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
        assert!(!time::utc(time.milliseconds()).is_empty());
    }
}
