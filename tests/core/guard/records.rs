//! Which record an answer may name.

#![allow(clippy::panic)]

use serde_json::json;

use super::page::{Browser, Page, TASK};

fn sent(page: &mut Page, id: &str) -> u32 {
    page.call(id, "Roof");
    page.wait(20_000.0);
    let at = page.requests.iter().position(|request| request.id == id).unwrap_or_else(|| panic!("{id} was not sent"));
    page.requests.remove(at).ticket
}

fn record_of(page: &Page, id: &str) -> Option<String> {
    page.runtime.session().log(id)?.record_id().map(|record| record.to_string())
}

#[test]
fn a_duplicate_of_another_objects_field_is_not_the_logs_record() {
    for (id, is_own) in [("00T5g00000LqT4r", true), ("a015g00000LqT4r", false), ("0035g00000LqT4r", false)] {
        let mut page = Browser::default().open(0.0);
        let ticket = sent(&mut page, "one");
        let message = format!("duplicate value found: Key__c duplicates value on record with id: {id}");
        page.command(json!(["rejected", ticket, { "body": { "message": message, "errorCode": "DUPLICATE_VALUE" } }]));
        assert_eq!(record_of(&page, "one").is_some(), is_own, "{id}");
    }
}

#[test]
fn the_id_of_no_activity_is_not_the_logs_record() {
    for id in ["a015g00000LqT4r", "0035g00000LqT4r", "5005g00000RvW2q"] {
        for answer in [json!(id), json!({ "id": id }), json!({ "id": id, "newerRevision": 5 })] {
            let mut page = Browser::default().open(0.0);
            let ticket = sent(&mut page, "one");
            page.command(json!(["resolved", ticket, answer]));
            assert_eq!(record_of(&page, "one"), None, "{answer}");
            page.wait(200_000.0);
            assert!(!page.requests.is_empty(), "it is sent again: {answer}");
        }
    }
}

#[test]
fn the_same_record_for_two_interactions_is_doubted() {
    let mut page = Browser::default().open(0.0);
    let ticket = sent(&mut page, "one");
    page.command(json!(["resolved", ticket, TASK]));
    let duplicate = format!("duplicate value found: X duplicates value on record with id: {TASK}");
    let answers = [
        ("resolved", json!(TASK)),
        ("resolved", json!({ "id": TASK, "newerRevision": 5 })),
        ("rejected", json!({ "body": { "message": duplicate, "errorCode": "DUPLICATE_VALUE" } })),
    ];
    for (at, (how, what)) in answers.into_iter().enumerate() {
        let id = format!("two-{at}");
        let ticket = sent(&mut page, &id);
        page.command(json!([how, ticket, what]));
        assert_eq!(record_of(&page, &id), None, "{what}");
        assert_eq!(record_of(&page, "one").as_deref(), Some(TASK));
        page.requests.clear();
    }
}

#[test]
fn an_org_may_store_logs_in_its_own_object() {
    let is_taken = |object: &str, id: &str| {
        let browser = Browser::with(json!({ "logObject": object }));
        let mut page = browser.open(0.0);
        let ticket = sent(&mut page, "one");
        page.command(json!(["resolved", ticket, id]));
        record_of(&page, "one").is_some()
    };
    let own = "a015g00000LqT4r";
    let table = [
        ("Call_Note__c", own, true),
        ("Case", "5005g00000RvW2q", true),
        ("task", TASK, true),
        ("Call_Note__c", TASK, false),
        ("Call_Note__c", "0035g00000LqT4r", false),
        // No API name: tasks.
        ("call note", own, false),
        ("call note", TASK, true),
    ];
    for (object, id, expected) in table {
        assert_eq!(is_taken(object, id), expected, "{object} {id}");
    }
}
