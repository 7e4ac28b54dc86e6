//! Snapshots of save queues: what an earlier version wrote is read, and what is missing has its default.

use patchbay::outbox::Fields;
use patchbay::outbox::queue::SaveQueue;
use serde_json::{Value, json};

use crate::saves::harness::*;

/// As version 0.1.0 wrote it.
const QUEUE: &str = include_str!("../../fixtures/snapshots/save-queue.json");
const DUE: f64 = 5_000.0;

fn snapshot() -> Value {
    serde_json::from_str(QUEUE).unwrap_or_default()
}

#[test]
fn a_queue_of_an_earlier_version_continues() {
    let queue = SaveQueue::restore(&snapshot(), DUE).unwrap_or_default();
    assert_eq!(serde_json::to_value(queue.to_snapshot()).ok(), Some(snapshot()));
    assert_eq!((queue.record().map(|id| id.to_string()).as_deref(), queue.poll_timeout()), (Some(TASK), Some(DUE)));
    assert_eq!(queue.problems()[0].path, "/Queue__c");
    let mut current: Fields = snapshot()["saved"].as_object().cloned().unwrap_or_default();
    current.insert("CallDurationInSeconds".to_owned(), 26.into());
    let difference = json!(queue.difference(&current));
    assert_eq!(difference, json!({ "CallDurationInSeconds": 26, "Description": "first" }), "what is unconfirmed, too");
}

#[test]
fn a_missing_property_has_its_default() {
    let names: Vec<String> = snapshot().as_object().into_iter().flat_map(|all| all.keys().cloned()).collect();
    assert_eq!(names.len(), 5);
    for name in names {
        let mut older = snapshot();
        older.as_object_mut().and_then(|all| all.remove(&name));
        assert!(SaveQueue::restore(&older, DUE).is_some(), "without {name}");
        older[&name] = Value::Null;
        let may_be_null = ["record", "event"].contains(&name.as_str());
        assert_eq!(SaveQueue::restore(&older, DUE).is_some(), may_be_null, "{name} is null");
        for wrong in [json!(5), json!([7]), json!({ "a": 7 })] {
            older[&name] = wrong.clone();
            let is_fields = name == "saved" && wrong.is_object();
            assert_eq!(SaveQueue::restore(&older, DUE).is_some(), is_fields, "{name} is {wrong}");
        }
    }
    assert_eq!(SaveQueue::restore(&json!({}), DUE), Some(SaveQueue::default()));
    assert_eq!(SaveQueue::restore(&Value::Null, DUE), None);
}
