//! When a log is saved, and with what.

use patchbay::log::setup::Setup;
use patchbay::save::SaveEvent;
use patchbay::save::lane::{LONGEST_QUIET, QUIET};
use patchbay::session::Here;
use patchbay::session::desk::Desk;
use patchbay::session::store::{AGAIN_AFTER, Keeper};
use serde_json::{Value, json};

use crate::office::*;

#[test]
fn each_of_the_seven_events_at_its_moment() {
    let mut office = Office::connected();
    office.command(json!(["edit", ID, { "Description": "one" }]));
    assert_eq!(office.events().len(), 0, "a change waits for quiet");
    office.wait(QUIET);
    office.command(json!(["edit", ID, { "Description": "two" }]));
    office.command(json!(["openLog", ID]));
    office.tell("disconnect", json!({ "isDisconnected": true, "interactionDurationSeconds": 26 }));
    office.command(json!(["edit", ID, { "Description": "three" }]));
    office.wait(QUIET);
    office.tell("acw", json!({ "isDone": true, "disposition": "Resolved" }));
    office.command(json!(["edit", ID, { "Description": "four" }]));
    office.tell("deallocate", json!({}));
    office.command(json!(["edit", ID, { "Description": "five" }]));
    office.command(json!(["disconnect"]));
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
        office.requests.iter().map(|request| (request.event.as_str(), json!(request.call_log))).collect();
    assert_eq!(sent, names);
    let flags = |at: usize| {
        ["isConnected", "isDisconnected", "isDone"].map(|flag| office.requests[at].interaction[flag] == true)
    };
    assert_eq!([flags(0), flags(2), flags(4)], [[true, false, false], [false, true, false], [false, true, true]]);
}

#[test]
fn the_first_save_holds_everything_and_the_next_only_what_changed() {
    let mut office = Office::new();
    office.tell("connect", json!({ "state": "CONNECTED", "startTime": "2026-04-09T04:19:30Z" }));
    office.wait(QUIET);
    let subject = "Call 2026-04-09T04:19:30Z";
    let first = json!({ "CallObject": ID, "CallType": "Inbound", "Subject": subject, "Type": "Call" });
    assert_eq!(office.last(), first);
    office.command(json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]));
    office.command(json!(["choose", ID, "name", NADIA]));
    office.wait(QUIET);
    assert_eq!(office.last(), json!({ "Id": TASK, "WhoId": NADIA }));
    office.command(json!(["choose", ID, "name", null]));
    office.wait(QUIET);
    assert_eq!(office.last(), json!({ "Id": TASK, "WhoId": null }), "cleared");
    assert_eq!(office.requests.len(), 3);
}

#[test]
fn what_changes_nothing_is_not_saved() {
    let mut office = Office::connected();
    office.tell("change", json!({ "state": "HELD" }));
    office.tell("change", json!({ "state": "CONNECTED", "recordingState": "paused", "attributes": { "a": 1 } }));
    office.command(json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]));
    office.command(json!(["edit", ID, { "Description": "typed" }]));
    office.command(json!(["edit", ID, { "Description": "" }]));
    office.command(json!(["openLog", ID]));
    office.wait(60_000.0);
    assert_eq!(office.events().len(), 0);
}

#[test]
fn changes_are_gathered_until_it_is_quiet_but_not_for_ever() {
    let mut office = Office::connected();
    for number in 0..40 {
        office.command(json!(["edit", ID, { "Description": format!("{number} keys") }]));
        office.wait(QUIET / 2.0);
    }
    office.wait(QUIET);
    let seconds = 40.0 * QUIET / 2.0;
    assert_eq!(office.requests.len(), (seconds / LONGEST_QUIET).ceil() as usize);
    assert_eq!(office.last()["Description"], "39 keys");
}

#[test]
fn what_alerts_in_vain_leaves_no_record_unless_the_agent_does_something_with_it() {
    let alerting = json!({ "state": "ALERTING", "startTime": "2026-04-09T04:19:30Z" });
    let mut office = Office::new();
    office.tell("add", alerting.clone());
    office.tell("disconnect", json!({ "isDisconnected": true }));
    office.tell("deallocate", json!({}));
    office.wait(60_000.0);
    assert_eq!((office.events().len(), office.log()), (0, Value::Null));
    let mut office = Office::new();
    office.tell("add", alerting);
    office.command(json!(["edit", ID, { "Description": "Was about to answer." }]));
    office.wait(QUIET);
    assert_eq!(office.events(), ["interactionChanged"]);
    let mut office = Office::new();
    office.tell("add", json!({ "state": "DIALING", "direction": "Outbound" }));
    office.wait(QUIET);
    assert_eq!(office.events(), ["interactionChanged"], "who dials has begun");
}

fn replay(name: &str) -> Office {
    let text = match name {
        "inbound-call" => include_str!("../fixtures/inbound-call.json"),
        "consult-transfer" => include_str!("../fixtures/consult-transfer.json"),
        _ => include_str!("../fixtures/chat-and-dialer.json"),
    };
    let fixture: Value = serde_json::from_str(text).unwrap_or_default();
    let mut office = Office::new();
    for event in fixture["events"].as_array().into_iter().flatten() {
        office.wait(event["afterMs"].as_f64().unwrap_or_default());
        let message = event["message"].to_string();
        office.act(|session, here| session.receive(&message, here));
    }
    office.wait(60_000.0);
    office
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
    // The start of the dialled call, and with it its subject, is told only when somebody answers.
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
fn one_is_on_its_way_and_what_comes_meanwhile_goes_in_one() {
    let mut office = Office::new();
    office.answers = false;
    office.tell("connect", json!({ "state": "CONNECTED" }));
    office.wait(QUIET);
    for words in ["a", "b", "c"] {
        office.command(json!(["edit", ID, { "Description": words }]));
        office.wait(QUIET * 2.0);
    }
    office.tell("disconnect", json!({ "isDisconnected": true, "interactionDurationSeconds": 9 }));
    assert_eq!((office.requests.len(), &office.log()["saveState"]), (1, &json!("saving")));
    office.answer(0, json!(TASK));
    assert_eq!(office.last(), json!({ "Id": TASK, "Description": "c", "CallDurationInSeconds": 9 }));
    assert_eq!(office.events(), ["interactionChanged", "interactionDisconnected"], "the heavier of the two events");
}

#[test]
fn hurry_makes_due_what_waits_and_what_failed_only_when_asked_to() {
    let mut office = Office::connected();
    office.answers = false;
    office.command(json!(["edit", ID, { "Description": "a" }]));
    office.command(json!(["hurry", false]));
    assert_eq!(office.requests.len(), 1);
    office.command(json!(["rejected", 1, {}]));
    office.command(json!(["hurry", false]));
    assert_eq!(office.requests.len(), 1);
    office.command(json!(["hurry", true]));
    assert_eq!(office.requests.len(), 2);
}

#[test]
fn without_anybody_who_saves_nothing_is_asked_for() {
    let (desk, _) = Desk::<Forbidden>::open(Keeper::new(None, None, None), Setup::default(), None, &Here::default());
    let mut office = Office { desk, now: 0.0, requests: Vec::new(), answers: false };
    office.tell("connect", json!({ "state": "CONNECTED" }));
    office.command(json!(["openLog", ID]));
    office.command(json!(["disconnect"]));
    office.wait(AGAIN_AFTER * 100.0);
    assert_eq!((office.events().len(), office.log()["saveState"].clone()), (0, json!("none")));
}

#[test]
fn logs_of_interactions_that_are_gone_stay_until_they_are_saved_and_then_a_few() {
    let mut office = Office::new();
    let session_with = |office: &mut Office, number: u32| {
        let id = format!("{number}");
        for (category, facts) in [("connect", json!({ "state": "CONNECTED" })), ("deallocate", json!({}))] {
            let mut data = json!({ "id": id });
            if let (Some(data), Value::Object(facts)) = (data.as_object_mut(), facts) {
                data.extend(facts);
            }
            let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
            office.act(|session, here| session.receive(&message, here));
        }
    };
    office.answers = false;
    (0..50).for_each(|number| session_with(&mut office, number));
    assert_eq!(office.desk.session().logs().len(), 50, "none is saved");
    (0..50).for_each(|ticket| office.answer(ticket, json!(TASK)));
    assert_eq!(office.desk.session().logs().len(), 8);
}
