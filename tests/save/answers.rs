//! What becomes of answers, and of what surrounds a save.

use patchbay::log::setup::Setup;
use patchbay::problem::Code;
use patchbay::save::lane::{HANGS, QUIET};
use patchbay::session::Here;
use patchbay::session::desk::Desk;
use patchbay::session::store::Keeper;
use serde_json::{Value, json};

use crate::office::*;
use crate::tried::tried;

#[test]
fn empty_null_and_rubbish_mean_not_saved_and_are_tried_again() {
    let answers = [json!(""), json!(null), json!(5), json!("rubbish"), json!({}), json!({ "id": null }), json!([TASK])];
    let of_people = [json!(NADIA), json!(CASE), json!({ "id": NADIA })];
    tried("saves, answers that nobody should give", answers.len() + of_people.len());
    for answer in answers.into_iter().chain(of_people) {
        let mut office = Office::new();
        office.answers = false;
        office.tell("connect", json!({ "state": "CONNECTED" }));
        office.wait(QUIET);
        office.answer(0, answer.clone());
        let log = office.log();
        assert_eq!(
            [&log["saveState"], &log["failures"], &log["recordId"]],
            [&json!("failing"), &json!(1), &Value::Null]
        );
        assert_eq!(log["problems"][0]["code"], Code::NotSaved.as_str(), "{answer}");
        office.answers = true;
        office.wait(2_000.0);
        assert_eq!(office.requests[1].call_log, office.requests[0].call_log, "the same again");
        let log = office.log();
        assert_eq!([&log["saveState"], &log["failures"], &log["problems"]], [&json!("saved"), &json!(0), &json!([])]);
    }
}

#[test]
fn the_delay_grows_is_not_the_same_for_all_and_has_a_bound() {
    let waits = |seed: u32| {
        let (desk, _) = Desk::open(Keeper::new(None, None, None), Setup::default(), Some(seed), &Here::default());
        let mut office = Office { desk, now: 0.0, requests: Vec::new(), answers: false };
        office.tell("connect", json!({ "state": "CONNECTED" }));
        office.wait(QUIET);
        let waits: Vec<f64> = (0..12)
            .map(|attempt| {
                let failed_at = office.now;
                office.command(json!(["rejected", attempt, { "message": "offline" }]));
                let next = office.desk.session().wake_at().unwrap_or_default();
                office.wait(next - failed_at);
                next - failed_at
            })
            .collect();
        assert_eq!(office.requests.len(), 13);
        waits
    };
    let (one, other) = (waits(1), waits(2));
    assert!(one.windows(2).take(6).all(|pair| pair[1] > pair[0] * 0.99), "{one:?}");
    assert!(one.iter().all(|wait| (1_000.0..=120_000.0).contains(wait)), "{one:?}");
    assert!(one != other);
}

#[test]
fn typing_does_not_hurry_a_save_that_fails_but_a_moment_does() {
    let mut office = Office::connected();
    office.answers = false;
    office.command(json!(["edit", ID, { "Description": "a" }]));
    office.wait(QUIET);
    for attempt in 1..5 {
        office.command(json!(["rejected", attempt, {}]));
        let next = office.desk.session().wake_at().unwrap_or_default();
        office.wait(next - office.now);
    }
    let sent = office.requests.len();
    office.command(json!(["rejected", 5, {}]));
    for words in ["b", "c", "d"] {
        office.command(json!(["edit", ID, { "Description": words }]));
        office.wait(QUIET);
    }
    assert_eq!(office.requests.len(), sent);
    office.tell("disconnect", json!({ "isDisconnected": true }));
    assert_eq!((office.requests.len(), office.last()["Description"].clone()), (sent + 1, json!("d")));
}

#[test]
fn a_save_that_hangs_counts_as_failed_and_its_late_answer_puts_things_right() {
    let mut office = Office::connected();
    office.answers = false;
    office.command(json!(["edit", ID, { "Description": "old" }]));
    office.wait(QUIET);
    office.command(json!(["edit", ID, { "Description": "new" }]));
    office.wait(HANGS + 3_000.0);
    assert_eq!(office.last(), json!({ "Id": TASK, "Description": "new" }));
    office.answer(2, json!(TASK));
    assert_eq!(office.log()["saveState"], "saved");
    // The first one came through after all, perhaps after the second.
    office.answer(1, json!(TASK));
    office.wait(QUIET);
    assert_eq!((office.requests.len(), office.last()), (3, json!({ "Id": TASK, "Description": "new" })));
    office.answer(3, json!(TASK));
    assert_eq!(office.stored(), office.values().into_iter().filter(|(field, _)| field == "Description").collect());
}

#[test]
fn a_second_answer_and_one_nobody_waits_for_change_nothing() {
    let mut office = Office::connected();
    let before = office.log();
    for command in [
        json!(["resolved", 0, OTHER_TASK]),
        json!(["rejected", 0, { "message": "after all" }]),
        json!(["resolved", 99, OTHER_TASK]),
        json!(["resolved", "0", TASK]),
        json!(["resolved"]),
    ] {
        assert!(office.command(command).is_empty());
    }
    assert_eq!(office.log(), before);
}

#[test]
fn the_id_of_another_record_is_not_believed() {
    let mut office = Office::connected();
    office.answers = false;
    office.command(json!(["edit", ID, { "Description": "a" }]));
    office.wait(QUIET);
    office.answer(1, json!(OTHER_TASK));
    assert_eq!([&office.log()["saveState"], &office.log()["recordId"]], [&json!("failing"), &Value::Null]);
    office.wait(2_000.0);
    let whole = json!(office.values());
    assert_eq!(office.last(), whole, "everything again, to be found by its Call Object");
    office.answer(2, json!(TASK));
    assert_eq!([&office.log()["saveState"], &office.log()["recordId"]], [&json!("saved"), &json!(TASK)]);
}

#[test]
fn a_record_that_is_deleted_under_us_is_made_anew() {
    let gone = [
        json!({ "status": 500, "body": { "message": "ENTITY_IS_DELETED: entity is deleted" } }),
        json!({ "status": 404, "body": { "message": "The requested resource does not exist" } }),
        json!({ "body": [{ "errorCode": "NOT_FOUND", "message": "gone" }] , "errorCode": "NOT_FOUND" }),
        json!({ "body": { "errorCode": "ENTITY_IS_DELETED" } }),
    ];
    for error in gone {
        let mut office = Office::connected();
        office.answers = false;
        office.command(json!(["edit", ID, { "Description": "a" }]));
        office.wait(QUIET);
        office.command(json!(["rejected", 1, error]));
        office.answers = true;
        office.requests.clear();
        office.wait(2_000.0);
        assert_eq!(office.stored(), office.values(), "{error}");
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
        let mut office = Office::connected();
        office.answers = false;
        office.command(json!(["edit", ID, { "Description": "a" }]));
        office.wait(QUIET);
        office.command(json!(["rejected", 1, error]));
        assert_eq!([&office.log()["problems"][0]["message"], &office.log()["recordId"]], [&json!(words), &json!(TASK)]);
    }
}

#[test]
fn fields_that_were_left_out_are_told_until_they_are_stored() {
    let mut office = Office::connected();
    office.answers = false;
    office.command(json!(["edit", ID, { "Queue__c": "Billing", "Description": "a" }]));
    office.wait(QUIET);
    let dropped = json!([{ "field": "Queue__c", "reason": "you may not edit it" }, { "field": "Description" }, { "field": 5 }, 7]);
    office.answer(1, json!({ "id": TASK, "dropped": dropped }));
    let told = |office: &Office| {
        let log = office.log();
        let problems = log["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|problem| problem["path"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told(&office), ["/Description", "/Queue__c"]);
    assert_eq!(office.log()["problems"][1]["message"], "Queue__c was not stored: you may not edit it.");
    office.wait(60_000.0);
    assert_eq!(office.requests.len(), 1, "sending them again would change nothing");
    office.command(json!(["edit", ID, { "Description": "b" }]));
    office.wait(QUIET);
    office.answer(2, json!({ "id": TASK, "dropped": [] }));
    assert_eq!(told(&office), ["/Queue__c"]);
}

#[test]
fn storage_that_refuses_everything_is_told_once_and_stops_no_save() {
    let mut office = Office::with(Keeper::new(Some(Forbidden), Some(Forbidden), None));
    office.tell("connect", json!({ "state": "CONNECTED" }));
    let told = office.command(json!(["edit", ID, { "Description": "a" }])).problems;
    assert_eq!(told, [], "it was told when the session was opened");
    office.wait(QUIET);
    assert_eq!((office.stored(), office.log()["saveState"].clone()), (office.values(), json!("saved")));
}

#[test]
fn a_clock_that_is_set_back_delays_nothing_for_long_and_loses_nothing() {
    let mut office = Office::connected();
    office.answers = false;
    office.now += 10_000_000.0;
    office.command(json!(["edit", ID, { "Description": "a" }]));
    office.wait(QUIET);
    office.now -= 10_000_000.0;
    office.command(json!(["rejected", 1, {}]));
    office.answers = true;
    office.wait(10_000.0);
    assert_eq!(office.log()["saveState"], "saved");
    office.tell("disconnect", json!({ "isDisconnected": true }));
    assert!(office.values()["CallDurationInSeconds"].as_i64().is_some_and(|seconds| seconds >= 0));
}
