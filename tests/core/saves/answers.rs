//! Answers of save handlers, and failures around a save.

use patchbay::log::config::Config;
use patchbay::outbox::answer::Answer;
use patchbay::outbox::queue::SaveQueue;
use patchbay::outbox::retry::JitterRng;
use patchbay::outbox::{Fields, SaveEvent};
use patchbay::problem::Code;
use patchbay::session::Context;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use serde_json::{Value, json};

use crate::saves::harness::*;
use crate::tried::tried;

#[test]
fn null_and_invalid_answers_mean_not_saved_and_are_retried() {
    let answers =
        [json!(true), json!(null), json!(5), json!("rubbish"), json!({}), json!({ "id": null }), json!([TASK])];
    let of_other_objects = [json!(NADIA), json!(CASE), json!({ "id": NADIA })];
    tried("saves, answers that nobody should give", answers.len() + of_other_objects.len());
    for answer in answers.into_iter().chain(of_other_objects) {
        let mut harness = Harness::new();
        harness.answers = false;
        harness.receive("connect", json!({ "state": "CONNECTED" }));
        harness.wait(POLICY.debounce);
        harness.answer(0, answer.clone());
        let log = harness.log();
        assert_eq!(
            [&log["saveState"], &log["failures"], &log["recordId"]],
            [&json!("failing"), &json!(1), &Value::Null]
        );
        assert_eq!(log["problems"][0]["code"], Code::NotSaved.as_str(), "{answer}");
        harness.answers = true;
        harness.wait(2_000.0);
        assert_eq!(harness.requests[1].call_log, harness.requests[0].call_log, "the same again");
        let log = harness.log();
        assert_eq!([&log["saveState"], &log["failures"], &log["problems"]], [&json!("saved"), &json!(0), &json!([])]);
    }
}

#[test]
fn an_empty_answer_declines_for_now_and_is_no_error() {
    let mut harness = Harness::new();
    harness.answers = false;
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    harness.wait(POLICY.debounce);
    harness.answer(0, json!(""));
    let log = harness.log();
    assert_eq!(
        [&log["saveState"], &log["failures"], &log["problems"], &log["recordId"]],
        [&json!("pending"), &json!(0), &json!([]), &Value::Null]
    );
    harness.receive("change", json!({ "state": "CONNECTED", "isConnected": true }));
    harness.wait(3_600_000.0);
    assert_eq!(harness.events(), ["interactionChanged"], "it is not asked again without a reason");
    assert_eq!(harness.runtime.session().pending(), [], "nor does anybody wait for it");
    let everything = harness.requests[0].call_log.clone();
    // Every trigger and every edit offers all of it once more.
    harness.command(json!(["openLog", ID]));
    harness.answer(1, json!(""));
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.wait(POLICY.debounce);
    harness.answer(2, json!(""));
    harness.receive("disconnect", json!({ "state": "DISCONNECTED", "isDisconnected": true }));
    harness.answer(3, json!(""));
    harness.wait(3_600_000.0);
    harness.receive("acw", json!({ "state": "DISCONNECTED", "isDone": true }));
    harness.answer(4, json!(""));
    harness.receive("deallocate", json!({}));
    let events = [
        "interactionChanged",
        "openCallLog",
        "interactionChanged",
        "interactionDisconnected",
        "interactionACWCompleted",
        "interactionRemoved",
    ];
    assert_eq!(harness.events(), events);
    for request in &harness.requests {
        assert!(everything.iter().all(|(field, value)| request.call_log.get(field) == Some(value)), "{request:?}");
    }
    harness.answer(5, json!(TASK));
    assert_eq!(harness.log()["saveState"], "saved");
}

#[test]
fn an_error_after_a_declined_save_is_retried_and_a_declined_one_after_errors_is_not() {
    let mut harness = Harness::new();
    harness.answers = false;
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    harness.wait(POLICY.debounce);
    harness.answer(0, json!(""));
    harness.command(json!(["openLog", ID]));
    harness.answer(1, Value::Null);
    harness.wait(2_000.0);
    assert_eq!((harness.requests.len(), &harness.log()["saveState"]), (3, &json!("saving")));
    harness.answer(2, json!(""));
    harness.wait(3_600_000.0);
    let log = harness.log();
    assert_eq!((harness.requests.len(), &log["saveState"], &log["problems"]), (3, &json!("pending"), &json!([])));
}

#[test]
fn what_changes_while_a_save_is_declined_is_offered_once() {
    let mut harness = Harness::new();
    harness.answers = false;
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    harness.wait(POLICY.debounce);
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.answer(0, json!(""));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.last()["Description"], "a");
    harness.answer(1, json!(""));
    // Changed back to what was declined: there is nothing new to offer.
    harness.command(json!(["edit", ID, { "Description": "b" }]));
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.wait(3_600_000.0);
    assert_eq!(harness.requests.len(), 2);
}

#[test]
fn the_delay_grows_is_not_the_same_for_all_and_has_a_bound() {
    let waits = |seed: u32| {
        let (runtime, _) = SessionRuntime::open(
            Persistence::new(None, None, None),
            Config::default(),
            Some(seed),
            &Context::default(),
        );
        let mut harness = Harness { runtime, now: 0.0, requests: Vec::new(), answers: false };
        harness.receive("connect", json!({ "state": "CONNECTED" }));
        harness.wait(POLICY.debounce);
        let waits: Vec<f64> = (0..12)
            .map(|attempt| {
                let failed_at = harness.now;
                harness.command(json!(["rejected", attempt, { "message": "offline" }]));
                let next = harness.runtime.wake_at().unwrap_or_default();
                harness.wait(next - failed_at);
                next - failed_at
            })
            .collect();
        assert_eq!(harness.requests.len(), 13);
        waits
    };
    let (one, other) = (waits(1), waits(2));
    assert!(one.windows(2).take(6).all(|pair| pair[1] > pair[0] * 0.99), "{one:?}");
    assert!(one.iter().all(|wait| (1_000.0..=120_000.0).contains(wait)), "{one:?}");
    assert!(one != other);
}

#[test]
fn typing_does_not_skip_the_backoff_but_a_trigger_does() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.wait(POLICY.debounce);
    for attempt in 1..5 {
        harness.command(json!(["rejected", attempt, {}]));
        let next = harness.runtime.wake_at().unwrap_or_default();
        harness.wait(next - harness.now);
    }
    let sent = harness.requests.len();
    harness.command(json!(["rejected", 5, {}]));
    for words in ["b", "c", "d"] {
        harness.command(json!(["edit", ID, { "Description": words }]));
        harness.wait(POLICY.debounce);
    }
    assert_eq!(harness.requests.len(), sent);
    harness.receive("disconnect", json!({ "isDisconnected": true }));
    assert_eq!((harness.requests.len(), harness.last()["Description"].clone()), (sent + 1, json!("d")));
}

#[test]
fn a_save_that_times_out_counts_as_failed_and_its_late_answer_is_reconciled() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.command(json!(["edit", ID, { "Description": "old" }]));
    harness.wait(POLICY.debounce);
    harness.command(json!(["edit", ID, { "Description": "new" }]));
    harness.wait(POLICY.save_timeout + 3_000.0);
    assert_eq!(harness.last(), json!({ "Id": TASK, "Description": "new" }));
    harness.answer(2, json!(TASK));
    assert_eq!(harness.log()["saveState"], "saved");
    // The first one came through after all, perhaps after the second.
    harness.answer(1, json!(TASK));
    harness.wait(POLICY.debounce);
    assert_eq!((harness.requests.len(), harness.last()), (3, json!({ "Id": TASK, "Description": "new" })));
    harness.answer(3, json!(TASK));
    assert_eq!(harness.stored(), harness.values().into_iter().filter(|(field, _)| field == "Description").collect());
}

#[test]
fn a_second_answer_and_an_unknown_ticket_change_nothing() {
    let mut harness = Harness::connected();
    let before = harness.log();
    for command in [
        json!(["resolved", 0, OTHER_TASK]),
        json!(["rejected", 0, { "message": "after all" }]),
        json!(["resolved", 99, OTHER_TASK]),
    ] {
        assert!(harness.command(command).is_empty());
    }
    for no_ticket in [json!(["resolved", "0", TASK]), json!(["resolved"])] {
        let change = harness.command(no_ticket);
        assert!(!change.has_changes() && change.problems.len() == 1);
    }
    assert_eq!(harness.log(), before);
}

#[test]
fn the_id_of_another_record_is_not_believed() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.wait(POLICY.debounce);
    harness.answer(1, json!(OTHER_TASK));
    assert_eq!([&harness.log()["saveState"], &harness.log()["recordId"]], [&json!("failing"), &Value::Null]);
    harness.wait(2_000.0);
    let whole = json!(harness.values());
    assert_eq!(harness.last(), whole, "everything again, to be found by its Call Object");
    harness.answer(2, json!(TASK));
    assert_eq!([&harness.log()["saveState"], &harness.log()["recordId"]], [&json!("saved"), &json!(TASK)]);
}

#[test]
fn a_deleted_record_is_created_again() {
    let gone = [
        json!({ "status": 500, "body": { "message": "ENTITY_IS_DELETED: entity is deleted" } }),
        json!({ "status": 404, "body": { "message": "The requested resource does not exist" } }),
        json!({ "body": [{ "errorCode": "NOT_FOUND", "message": "gone" }] , "errorCode": "NOT_FOUND" }),
        json!({ "body": { "errorCode": "ENTITY_IS_DELETED" } }),
    ];
    for error in gone {
        let mut harness = Harness::connected();
        harness.answers = false;
        harness.command(json!(["edit", ID, { "Description": "a" }]));
        harness.wait(POLICY.debounce);
        harness.command(json!(["rejected", 1, error]));
        harness.answers = true;
        harness.requests.clear();
        harness.wait(2_000.0);
        assert_eq!(harness.stored(), harness.values(), "{error}");
    }
}

#[test]
fn other_errors_keep_the_record_and_say_why() {
    for (error, words) in [
        (json!({ "message": "Failed to fetch" }), "The save failed: Failed to fetch"),
        (
            json!({ "status": 500, "body": { "message": "Script-thrown exception" } }),
            "The save failed: Script-thrown exception",
        ),
        (
            json!({ "body": { "message": "An error occurred", "output": { "errors": [], "fieldErrors": { "Subject": [{ "message": "data value too large" }] } } } }),
            "The save failed: data value too large",
        ),
        (json!({ "body": [{ "message": "UNABLE_TO_LOCK_ROW" }] }), "The save failed: UNABLE_TO_LOCK_ROW"),
        (json!("just text"), "The save failed: just text"),
        (json!(null), "The save failed and did not say why."),
    ] {
        let mut harness = Harness::connected();
        harness.answers = false;
        harness.command(json!(["edit", ID, { "Description": "a" }]));
        harness.wait(POLICY.debounce);
        harness.command(json!(["rejected", 1, error]));
        assert_eq!(
            [&harness.log()["problems"][0]["message"], &harness.log()["recordId"]],
            [&json!(words), &json!(TASK)]
        );
    }
}

#[test]
fn dropped_fields_are_reported_until_they_are_stored() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.command(json!(["edit", ID, { "Queue__c": "Billing", "Description": "a" }]));
    harness.wait(POLICY.debounce);
    let dropped = json!([{ "field": "Queue__c", "reason": "you may not edit it" }, { "field": "Description" }, { "field": 5 }, 7]);
    harness.answer(1, json!({ "id": TASK, "dropped": dropped }));
    let reported = |harness: &Harness| {
        let log = harness.log();
        let problems = log["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|problem| problem["path"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(reported(&harness), ["/Description", "/Queue__c"]);
    assert_eq!(harness.log()["problems"][1]["message"], "Queue__c was not stored: you may not edit it.");
    harness.wait(60_000.0);
    assert_eq!(harness.requests.len(), 1, "nothing changed, so they would be refused again");
    harness.command(json!(["edit", ID, { "Description": "b" }]));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.last(), json!({ "Id": TASK, "Queue__c": "Billing", "Description": "b" }));
    harness.answer(2, json!({ "id": TASK, "dropped": [{ "field": "Queue__c", "reason": "you may not edit it" }] }));
    assert_eq!(reported(&harness), ["/Queue__c"]);
    harness.wait(60_000.0);
    assert_eq!(harness.requests.len(), 2);
    harness.command(json!(["edit", ID, { "Description": "c" }]));
    harness.wait(POLICY.debounce);
    harness.answer(3, json!(TASK));
    assert_eq!(reported(&harness), [""; 0]);
    harness.command(json!(["edit", ID, { "Description": "d" }]));
    harness.wait(POLICY.debounce);
    assert_eq!(harness.last(), json!({ "Id": TASK, "Description": "d" }), "it is stored by now");
}

#[test]
fn a_save_of_dropped_fields_that_fails_is_retried() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.command(json!(["edit", ID, { "Queue__c": "Billing" }]));
    harness.wait(POLICY.debounce);
    harness.answer(1, json!({ "id": TASK, "dropped": [{ "field": "Queue__c" }] }));
    harness.command(json!(["openLog", ID]));
    harness.wait(0.0);
    assert_eq!(harness.last(), json!({ "Id": TASK, "Queue__c": "Billing" }), "each trigger sends them");
    harness.command(json!(["rejected", 2, { "message": "Failed to fetch" }]));
    harness.wait(POLICY.first_delay);
    assert_eq!(harness.requests.len(), 3);
    harness.answer(3, json!({ "id": TASK, "dropped": [{ "field": "Queue__c" }] }));
    harness.wait(600_000.0);
    assert_eq!((harness.requests.len(), &harness.log()["saveState"]), (3, &json!("saved")));
}

#[test]
fn a_related_record_that_was_dropped_is_not_created_again() {
    let related = json!({ "objectApiName": "Note__c", "field": "Text__c", "text": "Hello" });
    let current = json!({ "Transcript__c": related, "Subject": "Call" }).as_object().cloned().unwrap_or_default();
    let mut queue = SaveQueue::default();
    queue.record_change(&current, SaveEvent::Changed, Some(SaveEvent::OpenLog), 0.0);
    queue.start_next(1, &current, 0.0);
    let answer = Answer::resolved(&json!({ "id": TASK, "dropped": [{ "field": "Transcript__c" }] }));
    queue.handle_response(1, answer, 0.0, &mut JitterRng::default());
    assert_eq!(queue.difference(&current), Fields::new());
}

#[test]
fn storage_that_refuses_everything_is_reported_once_and_stops_no_save() {
    let mut harness = Harness::with(Persistence::new(Some(Forbidden), Some(Forbidden), None));
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    let reported = harness.command(json!(["edit", ID, { "Description": "a" }])).problems;
    assert_eq!(reported, [], "it was reported when the session was opened");
    harness.wait(POLICY.debounce);
    assert_eq!((harness.stored(), harness.log()["saveState"].clone()), (harness.values(), json!("saved")));
}

#[test]
fn a_clock_that_is_set_back_delays_nothing_for_long_and_loses_nothing() {
    let mut harness = Harness::connected();
    harness.answers = false;
    harness.now += 10_000_000.0;
    harness.command(json!(["edit", ID, { "Description": "a" }]));
    harness.wait(POLICY.debounce);
    harness.now -= 10_000_000.0;
    harness.command(json!(["rejected", 1, {}]));
    harness.answers = true;
    harness.wait(10_000.0);
    assert_eq!(harness.log()["saveState"], "saved");
    harness.receive("disconnect", json!({ "isDisconnected": true }));
    assert!(harness.values()["CallDurationInSeconds"].as_i64().is_some_and(|seconds| seconds >= 0));
}
