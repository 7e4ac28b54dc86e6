//! When a log is saved, and with what.

use patchbay::log::config::Config;
use patchbay::outbox::SaveEvent;
use patchbay::session::Context;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use serde_json::{Value, json};

use crate::saves::harness::*;

#[test]
fn each_of_the_seven_events_is_triggered() {
    let mut harness = Harness::connected();
    harness.command(json!(["edit", ID, { "Description": "one" }]));
    assert_eq!(harness.events().len(), 0, "a change is debounced");
    harness.wait(POLICY.debounce);
    harness.command(json!(["edit", ID, { "Description": "two" }]));
    harness.command(json!(["openLog", ID]));
    harness.receive("disconnect", json!({ "isDisconnected": true, "interactionDurationSeconds": 26 }));
    harness.command(json!(["edit", ID, { "Description": "three" }]));
    harness.wait(POLICY.debounce);
    harness.receive("acw", json!({ "isDone": true, "disposition": "Resolved" }));
    harness.command(json!(["edit", ID, { "Description": "four" }]));
    harness.receive("deallocate", json!({}));
    harness.command(json!(["edit", ID, { "Description": "five" }]));
    harness.command(json!(["disconnect"]));
    let names = [
        ("interactionChanged", json!({ "Id": TASK, "Description": "one" })),
        ("openCallLog", json!({ "Id": TASK, "Description": "two" })),
        ("interactionDisconnected", json!({ "Id": TASK, "CallDurationInSeconds": 26 })),
        ("interactionChangedAfterDisconnect", json!({ "Id": TASK, "Description": "three" })),
        ("interactionACWCompleted", json!({ "Id": TASK, "CallDisposition": "Resolved" })),
        ("interactionRemoved", json!({ "Id": TASK, "Description": "four" })),
        ("appDisconnected", json!({ "Id": TASK, "Description": "five" })),
    ];
    let sent: Vec<_> =
        harness.requests.iter().map(|request| (request.event.as_str(), json!(request.call_log))).collect();
    assert_eq!(sent, names);
    let flags = |at: usize| {
        ["isConnected", "isDisconnected", "isDone"].map(|flag| harness.requests[at].interaction[flag] == true)
    };
    assert_eq!([flags(0), flags(2), flags(4)], [[true, false, false], [false, true, false], [false, true, true]]);
}

#[test]
fn the_first_save_holds_everything_and_the_next_only_what_changed() {
    let mut harness = Harness::new();
    harness.receive("connect", json!({ "state": "CONNECTED", "startTime": "2026-04-09T04:19:30Z" }));
    harness.wait(POLICY.debounce);
    let subject = "Call 2026-04-09T04:19:30Z";
    let day = "1970-01-01";
    let first = json!({
        "ActivityDate": day, "CallObject": ID, "CallType": "Inbound", "Subject": subject, "TaskSubtype": "Call", "Type": "Call"
    });
    assert_eq!(harness.last(), first);
    harness.command(json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]));
    harness.command(json!(["choose", ID, "name", NADIA]));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.last(), json!({ "Id": TASK, "WhoId": NADIA }));
    harness.command(json!(["choose", ID, "name", null]));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.last(), json!({ "Id": TASK, "WhoId": null }), "cleared");
    assert_eq!(harness.requests.len(), 3);
}

#[test]
fn what_changes_nothing_is_not_saved() {
    let mut harness = Harness::connected();
    harness.receive("change", json!({ "state": "HELD" }));
    harness.receive("change", json!({ "state": "CONNECTED", "recordingState": "paused", "attributes": { "a": 1 } }));
    harness.command(json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]));
    harness.command(json!(["edit", ID, { "Description": "typed" }]));
    harness.command(json!(["edit", ID, { "Description": "" }]));
    harness.command(json!(["openLog", ID]));
    harness.wait(60_000.0);
    assert_eq!(harness.events().len(), 0);
}

#[test]
fn changes_are_debounced_but_not_for_ever() {
    let mut harness = Harness::connected();
    for number in 0..40 {
        harness.command(json!(["edit", ID, { "Description": format!("{number} keys") }]));
        harness.wait(POLICY.debounce / 2.0);
    }
    harness.wait(POLICY.debounce);
    let seconds = 40.0 * POLICY.debounce / 2.0;
    assert_eq!(harness.requests.len(), (seconds / POLICY.debounce_max).ceil() as usize);
    assert_eq!(harness.last()["Description"], "39 keys");
}

#[test]
fn a_call_that_only_rang_is_not_saved_unless_the_agent_touched_it() {
    let alerting = json!({ "state": "ALERTING", "startTime": "2026-04-09T04:19:30Z" });
    let mut harness = Harness::new();
    harness.receive("add", alerting.clone());
    harness.receive("disconnect", json!({ "isDisconnected": true }));
    harness.receive("deallocate", json!({}));
    harness.wait(60_000.0);
    assert_eq!((harness.events().len(), harness.log()), (0, Value::Null));
    let mut harness = Harness::new();
    harness.receive("add", alerting);
    harness.command(json!(["edit", ID, { "Description": "Was about to answer." }]));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.events(), ["interactionChanged"]);
    let mut harness = Harness::new();
    harness.receive("add", json!({ "state": "DIALING", "direction": "Outbound" }));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.events(), ["interactionChanged"], "who dials has begun");
}

fn replay(name: &str) -> Harness {
    let text = match name {
        "inbound-call" => include_str!("../../fixtures/inbound-call.json"),
        "consult-transfer" => include_str!("../../fixtures/consult-transfer.json"),
        _ => include_str!("../../fixtures/chat-and-dialer.json"),
    };
    let fixture: Value = serde_json::from_str(text).unwrap_or_default();
    let mut harness = Harness::new();
    for event in fixture["events"].as_array().into_iter().flatten() {
        harness.wait(event["afterMs"].as_f64().unwrap_or_default());
        let message = event["message"].to_string();
        harness.dispatch(|session, context| session.receive(&message, context));
    }
    harness.wait(60_000.0);
    harness
}

#[test]
fn captured_streams_are_saved_a_few_times_each() {
    assert_eq!(
        replay("inbound-call").events(),
        ["interactionChanged", "interactionDisconnected", "interactionACWCompleted"]
    );
    let consult = replay("consult-transfer");
    let of_first =
        consult.requests.iter().filter(|request| request.id.starts_with("0f4a")).map(|request| request.event);
    let events = [SaveEvent::Changed, SaveEvent::Disconnected, SaveEvent::WrapUpCompleted];
    assert_eq!(of_first.collect::<Vec<_>>(), events);
    // The start of the dialled call, and with it its subject, is reported only when somebody answers.
    let of_call = ["interactionChanged", "interactionChanged", "interactionDisconnected", "interactionACWCompleted"];
    let both = replay("chat-and-dialer");
    let of = |prefix: &str| {
        both.requests
            .iter()
            .filter(|request| request.id.starts_with(prefix))
            .map(|request| request.event.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("c1a2"), of_call);
    assert_eq!(of("5d7b"), ["interactionChanged", "interactionDisconnected", "interactionACWCompleted"]);
}

#[test]
fn one_save_is_in_flight_and_later_changes_become_one() {
    let mut harness = Harness::new();
    harness.answers = false;
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    harness.wait(POLICY.debounce);
    for words in ["a", "b", "c"] {
        harness.command(json!(["edit", ID, { "Description": words }]));
        harness.wait(POLICY.debounce * 2.0);
    }
    harness.receive("disconnect", json!({ "isDisconnected": true, "interactionDurationSeconds": 9 }));
    assert_eq!((harness.requests.len(), &harness.log()["saveState"]), (1, &json!("saving")));
    harness.answer(0, json!(TASK));
    assert_eq!(harness.last(), json!({ "Id": TASK, "Description": "c", "CallDurationInSeconds": 9 }));
    assert_eq!(harness.events(), ["interactionChanged", "interactionDisconnected"], "the event of higher priority");
}

#[test]
fn flush_sends_what_waits_and_what_failed_only_when_asked_to() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.command(json!(["flush", false]));
    assert_eq!(harness.requests.len(), 1);
    harness.command(json!(["rejected", 1, {}]));
    harness.command(json!(["flush", false]));
    assert_eq!(harness.requests.len(), 1);
    harness.command(json!(["flush", true]));
    assert_eq!(harness.requests.len(), 2);
}

#[test]
fn without_a_save_handler_nothing_is_requested() {
    let (runtime, _) = SessionRuntime::<Forbidden>::open(
        Persistence::new(None, None, None),
        Config::default(),
        None,
        &Context::default(),
    );
    let mut harness = Harness { runtime, now: 0.0, requests: Vec::new(), answers: false };
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    harness.command(json!(["openLog", ID]));
    harness.command(json!(["disconnect"]));
    harness.wait(POLICY.resend_delay * 100.0);
    assert_eq!((harness.events().len(), harness.log()["saveState"].clone()), (0, json!("none")));
}

#[test]
fn logs_of_removed_interactions_stay_until_they_are_saved_and_then_a_few() {
    let mut harness = Harness::new();
    let session_with = |harness: &mut Harness, number: u32| {
        let id = format!("{number}");
        for (category, conversation) in [("connect", json!({ "state": "CONNECTED" })), ("deallocate", json!({}))] {
            let mut data = json!({ "id": id });
            if let (Some(data), Value::Object(conversation)) = (data.as_object_mut(), conversation) {
                data.extend(conversation);
            }
            let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
            harness.dispatch(|session, context| session.receive(&message, context));
        }
    };
    harness.answers = false;
    (0..50).for_each(|number| session_with(&mut harness, number));
    assert_eq!(harness.runtime.session().logs().len(), 50, "none is saved");
    (0..50).for_each(|ticket| harness.answer(ticket, json!(format!("00T5g{ticket:010}"))));
    assert_eq!(harness.runtime.session().logs().len(), 8);
}
