//! The Task as a logged call: its subtype, day and status, and the org's fixed values. Expectations are those of the object
//! reference, not of the code.

pub mod page;

use patchbay::log::config::Config;
use patchbay::outbox::Request;
use patchbay::problem::{Code, Severity};
use patchbay::time;
use proptest::prelude::*;
use serde_json::{Value, json};

use page::{DIRECTIONS, ID, Page, TASK, TYPES, connected, paths, renamed};

#[test]
fn every_type_and_direction_at_every_moment() {
    for (kind, _, subtype) in TYPES {
        for direction in DIRECTIONS {
            for (close_when, at_the_end) in [("disconnected", "Erledigt"), ("wrappedUp", "Wartet")] {
                let config = json!({
                    "taskStatuses": renamed(),
                    "task": {
                        "openStatus": "Wartet",
                        "closeWhen": close_when,
                        "values": [{ "field": "Line__c", "value": kind, "types": [kind], "directions": [direction] }],
                    },
                });
                let mut page = Page::open(&config);
                let mut status = |category: &str, conversation: Value| {
                    page.receive(category, conversation);
                    page.stored("Status")
                };
                assert_eq!(status("add", connected(kind, direction)), "Wartet", "{kind} {direction} live");
                assert_eq!(status("change", json!({ "state": "HELD" })), "Wartet", "{kind} {direction} held");
                let ended = status("disconnect", json!({ "state": "DISCONNECTED", "isDisconnected": true }));
                assert_eq!(ended, at_the_end, "{kind} {direction} over, closed when {close_when}");
                assert_eq!(status("acw", json!({ "isDone": true })), "Erledigt", "{kind} {direction} wrapped up");
                let stored = ["TaskSubtype", "ActivityDate", "Line__c", "CallType"].map(|field| page.stored(field));
                assert_eq!(stored, [subtype, "2026-04-09", kind, direction].map(Value::from));
                let subtypes = page.requests.iter().filter(|save| save.call_log.contains_key("TaskSubtype"));
                assert_eq!(subtypes.count(), 1, "in the first save alone");
                assert_eq!(page.problems(), []);
            }
        }
    }
}

#[test]
fn without_a_choice_a_live_log_has_the_default_status_of_the_org() {
    let mut page = Page::live(&json!({ "taskStatuses": renamed() }));
    assert_eq!(page.stored.get("Status"), None);
    page.receive("disconnect", json!({ "isDisconnected": true }));
    assert_eq!(page.stored("Status"), "Erledigt");
}

#[test]
fn the_day_is_that_of_the_agent_and_of_the_segment() {
    // The agent is nine hours ahead of UTC, so the day of the connection is another one there.
    let tokyo = |at: f64| time::utc_day(at + 9.0 * 3_600_000.0);
    let day = |conversation: Value| {
        let mut page = Page::open(&json!({}));
        page.now = 1_775_750_000_000.0;
        page.receive_at(&tokyo, "add", conversation);
        page.wait();
        page.stored("ActivityDate")
    };
    let start = "2026-04-01T08:00:00Z";
    let at = |connected: &str| json!({ "state": "CONNECTED", "startTime": start, "connectedTime": connected });
    assert_eq!(day(at("2026-04-08T15:00:00Z")), "2026-04-09", "the conversation began days before the segment");
    assert_eq!(day(at("2026-04-08T14:59:59Z")), "2026-04-08");
    assert_eq!(day(at("2026-04-08T23:00:00+08:00")), "2026-04-09");
    assert_eq!(day(at("2026-04-08T15:00:00")), "2026-04-09", "a time without a zone is in UTC");
    assert_eq!(day(at("yesterday")), "2026-04-10", "else it is the day on which it was first seen");
    assert_eq!(day(json!({ "state": "DIALING", "direction": "Outbound" })), "2026-04-10");
}

#[test]
fn the_day_stays_when_a_callback_is_connected_again_on_the_next() {
    let mut page = Page::open(&json!({}));
    page.receive("add", connected("callback", "Inbound"));
    page.receive(
        "change",
        json!({ "isCallback": true, "state": "CONNECTED", "connectedTime": "2026-04-10T00:10:00Z" }),
    );
    assert_eq!(page.stored("ActivityDate"), "2026-04-09");
}

#[test]
fn a_log_waits_for_the_statuses_and_is_kept_meanwhile() {
    let mut page = Page::live(&json!({ "task": { "openStatus": "Wartet" } }));
    assert_eq!((page.requests.len(), page.stored.get("Status")), (1, None));
    page.receive("disconnect", json!({ "isDisconnected": true }));
    assert_eq!(page.stored.get("Status"), None);
    page.receive("deallocate", json!({}));
    assert_eq!(page.know(json!({ "taskStatuses": renamed() })), []);
    assert_eq!(page.stored("Status"), "Erledigt", "it follows");
    assert_eq!(page.stored("CallObject"), ID);
}

#[test]
fn the_statuses_may_come_while_it_is_live() {
    let mut page = Page::live(&json!({ "task": { "openStatus": "wartet" } }));
    let problems = page.know(json!({ "taskStatuses": renamed() }));
    assert_eq!(paths(&problems), [("/task/openStatus", Code::LetterCase)]);
    assert_eq!(page.stored("Status"), "Wartet");
}

#[test]
fn an_org_without_a_closed_status_is_told_and_keeps_its_logs() {
    let open = json!([{ "name": "Offen", "isClosed": false }]);
    let mut page = Page::live(&json!({ "task": { "openStatus": "Offen" } }));
    let problems = page.know(json!({ "taskStatuses": open }));
    assert_eq!(paths(&problems), [("/taskStatuses", Code::Required)]);
    assert_eq!(problems[0].severity, Severity::Error);
    page.receive("disconnect", json!({ "isDisconnected": true }));
    page.receive("acw", json!({ "isDone": true, "disposition": "Resolved" }));
    assert_eq!([page.stored("Status"), page.stored("CallDisposition")], ["Offen", "Resolved"]);
}

#[test]
fn a_log_that_was_saved_live_is_closed_by_the_page_after_a_reload() {
    let config = json!({ "taskStatuses": renamed(), "task": { "openStatus": "Wartet" } });
    for is_same_tab in [true, false] {
        let mut page = Page::live(&config).reload(&config, is_same_tab);
        page.receive("disconnect", json!({ "isDisconnected": true }));
        assert_eq!(page.stored("Status"), "Erledigt", "same tab: {is_same_tab}");
        assert!(page.requests.iter().all(|save| !save.call_log.contains_key("TaskSubtype")));
        assert_eq!(page.stored("Id"), TASK);
    }
    // The call ended while there was no page, so nobody will ever tell.
    let mut page = Page::live(&config).reload(&config, false);
    page.wait_for(700_000.0);
    page.receive("noise", json!({ "id": "another" }));
    assert_eq!(page.stored("Status"), "Erledigt");
}

#[test]
fn what_the_agent_changed_on_the_record_page_stays() {
    let values = json!([{ "field": "Priority", "value": "Low" }]);
    let config = json!({ "taskStatuses": renamed(), "task": { "openStatus": "Offen", "values": values } });
    for reloaded in [None, Some(true), Some(false)] {
        let mut page = Page::live(&config);
        if let Some(is_same_tab) = reloaded {
            page = page.reload(&config, is_same_tab);
        }
        for field in ["Subject", "Type", "Priority", "ActivityDate", "Description", "Status"] {
            page.stored.insert(field.to_owned(), json!("the agent's"));
        }
        let own = |page: &Page, fields: &[&str]| fields.iter().all(|field| page.stored(field) == "the agent's");
        page.command(json!(["edit", ID, { "Note__c": "Asks about the renewal." }]));
        page.wait();
        let all = ["Subject", "Type", "Priority", "ActivityDate", "Description", "Status"];
        assert!(own(&page, &all), "a save of another field, reloaded: {reloaded:?} {:?}", page.stored);
        page.receive("disconnect", json!({ "isDisconnected": true }));
        assert!(own(&page, &all[..5]), "reloaded: {reloaded:?} {:?}", page.stored);
        assert_eq!(page.stored("Status"), "Erledigt", "that it is over is news");
        // The agent opens it again, to do something about it.
        page.stored.insert("Status".to_owned(), json!("the agent's"));
        page.receive("acw", json!({ "isDone": true, "disposition": "Resolved" }));
        assert!(own(&page, &all), "reloaded: {reloaded:?} {:?}", page.stored);
        assert_eq!(page.stored("CallDisposition"), "Resolved");
    }
}

#[test]
fn a_closed_log_stays_closed_while_a_later_page_does_not_know_the_statuses() {
    let config = json!({ "taskStatuses": renamed() });
    let mut page = Page::live(&config);
    page.receive("disconnect", json!({ "isDisconnected": true }));
    let mut page = page.reload(&json!({}), true);
    page.receive("acw", json!({ "isDone": true, "disposition": "Resolved" }));
    assert_eq!([page.stored("Status"), page.stored("CallDisposition")], ["Erledigt", "Resolved"]);
}

#[test]
fn a_closed_status_that_a_rule_refuses_is_sent_again_with_what_the_rule_asks_for() {
    let mut page = Page::live(&json!({ "taskStatuses": renamed() }));
    page.rule = |task| {
        let is_closed = task.get("Status").is_some_and(|status| status == "Erledigt");
        let is_refused = is_closed && task.get("CallDisposition").is_none_or(Value::is_null);
        if is_refused { vec!["Status"] } else { Vec::new() }
    };
    page.receive("disconnect", json!({ "isDisconnected": true }));
    assert_eq!(page.stored.get("Status"), None);
    assert_eq!(page.problems(), [(Severity::Warning, "/Status".to_owned(), Code::NotStored)]);
    let saves = page.requests.len();
    page.wait_for(300_000.0);
    assert_eq!(page.requests.len(), saves, "time alone changes nothing");
    let config = json!({ "taskStatuses": renamed() });
    let rule = page.rule;
    let mut page = Page { rule, ..page.reload(&config, true) };
    page.receive("acw", json!({ "isDone": true, "disposition": "Resolved" }));
    assert_eq!([page.stored("Status"), page.stored("CallDisposition")], ["Erledigt", "Resolved"]);
    assert_eq!(page.problems(), []);
}

#[test]
fn a_declined_save_offers_the_closed_status_at_the_end() {
    let mut page = Page::open(&json!({ "taskStatuses": renamed() }));
    page.is_declined = true;
    page.receive("add", connected("call", "Inbound"));
    page.is_declined = false;
    page.receive("disconnect", json!({ "isDisconnected": true }));
    let saved = page.requests.last().map(|save| save.call_log.clone()).unwrap_or_default();
    assert_eq!([&saved["Status"], &saved["TaskSubtype"], &saved["ActivityDate"]], ["Erledigt", "Call", "2026-04-09"]);
}

#[test]
fn of_several_fixed_values_the_first_that_applies_counts() {
    let config = json!({ "task": { "values": [
        { "field": "Priority", "value": "High", "types": ["call"], "directions": ["Inbound"] },
        { "field": "priority", "value": "Low", "types": ["call", "email"] },
        { "field": "RecordTypeId", "value": "0125g00000LqT4rAAF" },
    ] } });
    for (kind, direction, priority) in [
        ("call", "Inbound", json!("High")),
        ("call", "Outbound", json!("Low")),
        ("email", "Inbound", json!("Low")),
        ("chat", "Inbound", Value::Null),
    ] {
        let mut page = Page::open(&config);
        page.receive("add", connected(kind, direction));
        assert_eq!(page.stored("Priority"), priority, "{kind} {direction}");
        assert_eq!(page.stored.get("priority"), None, "letter case means nothing in API names");
        assert_eq!(page.stored("RecordTypeId"), "0125g00000LqT4rAAF");
    }
}

#[test]
fn what_does_not_apply_any_more_is_cleared_where_a_task_can_be_without_it() {
    let of_calls = |field: &str, value: &str| json!({ "field": field, "value": value, "directions": ["Inbound"] });
    let record_type = of_calls("RecordTypeId", "0125g000000LqT4AAK");
    let config =
        json!({ "task": { "values": [of_calls("Priority", "High"), of_calls("Line__c", "front"), record_type] } });
    let mut page = Page::live(&config);
    // That the other party is a colleague is known only later.
    page.receive("change", json!({ "isInternal": true }));
    assert_eq!([page.stored("Priority"), page.stored("Line__c")], [json!("High"), Value::Null]);
    assert_eq!(page.stored("RecordTypeId"), "0125g000000LqT4AAK", "without one it would be of the default type");
}

#[test]
fn the_agent_takes_precedence_over_a_fixed_value_and_is_told() {
    let config = json!({ "task": { "values": [{ "field": "Priority", "value": "Low" }] } });
    let mut page = Page::live(&config);
    page.command(json!(["edit", ID, { "Priority": "High" }]));
    page.wait();
    assert_eq!(page.stored("Priority"), "High");
    assert_eq!(page.problems(), [(Severity::Info, "/Priority".to_owned(), Code::Overridden)]);
    page.command(json!(["edit", ID, { "priority": "Low" }]));
    assert_eq!(page.problems(), [], "the same value is none to tell of");
    page.command(json!(["edit", ID, { "Priority": null }]));
    page.wait();
    assert_eq!((page.stored("Priority"), page.problems()), (json!("Low"), vec![]), "it follows again");
}

#[test]
fn a_fixed_value_in_another_letter_case_is_stored_before_and_after_the_object_is_known() {
    let config = json!({ "fields": { "Participant.line": "line__C" }, "task": { "values": [{ "field": "priority", "value": "Low" }] } });
    let mut page = Page::open(&config);
    let mut call = connected("call", "Inbound");
    call["attributes"] = json!({ "Participant.line": "front" });
    page.receive("add", call);
    page.command(json!(["edit", ID, { "PRIORITY": "High" }]));
    page.wait();
    assert_eq!([page.stored("priority"), page.stored("line__C")], ["High", "front"]);
    let field = json!({ "dataType": "String", "length": 255, "createable": true, "updateable": true });
    let problems =
        page.know(json!({ "objectInfo": { "fields": { "Priority": field, "Line__c": field, "Subject": field } } }));
    assert_eq!(paths(&problems), []);
    assert_eq!([page.stored("Priority"), page.stored("Line__c")], ["High", "front"]);
    assert_eq!([page.stored("priority"), page.stored("line__C")], ["High", "front"], "it is no other field to clear");
    page.command(json!(["edit", ID, { "Priority": null }]));
    page.wait();
    assert_eq!(page.stored("Priority"), "Low");
}

#[test]
fn a_save_says_which_values_the_org_fixed() {
    let fixed = |field: &str| json!({ "field": field, "value": "a" });
    let mut page = Page::live(&json!({ "task": { "values": [fixed("A__c"), fixed("B__c")] } }));
    assert_eq!(page.requests[0].fixed_fields, ["A__c", "B__c"]);
    page.command(json!(["edit", ID, { "A__c": "mine" }]));
    page.wait();
    let last = page.requests.last().map(|request| (&request.call_log["A__c"], &request.fixed_fields));
    assert_eq!(last, Some((&json!("mine"), &vec![])));
}

#[test]
fn the_id_of_a_record_that_a_field_cannot_refer_to_is_left_out() {
    let reference = json!({
        "dataType": "Reference", "createable": true, "updateable": true, "referenceToInfos": [{ "apiName": "Account" }]
    });
    let info = json!({ "fields": { "Partner__c": reference } });
    for (field, value, is_taken) in [
        ("OwnerId", "0035g00000LqT4rAAF", false),
        ("OwnerId", "a0K5g00000BmC3tEAF", false),
        ("ownerid", "0125g000000LqT4AAK", false),
        ("OwnerId", "0055g00000LqT4rAAF", true),
        ("OwnerId", "00G5g00000LqT4rAAF", true),
        ("RecordTypeId", "0055g00000LqT4rAAF", false),
        ("RecordTypeId", "0125g000000LqT4AAK", true),
        ("Partner__c", "0035g00000LqT4rAAF", false),
        ("Partner__c", "0015g00000XrK3mAAF", true),
        ("Partner__c", "a0K5g00000BmC3tEAF", true),
    ] {
        let object = if field == "Partner__c" { info.clone() } else { Value::Null };
        let config = json!({ "objectInfo": object, "task": { "values": [{ "field": field, "value": value }] } });
        let mut problems = Vec::new();
        let read = Config::read(&config, &mut problems);
        let expected = if is_taken { vec![] } else { vec![("/task/values/0/value", Code::UnknownValue)] };
        assert_eq!((read.task.values.len(), paths(&problems)), (usize::from(is_taken), expected), "{field} {value}");
    }
}

#[test]
fn a_status_of_the_agents_own_keeps_the_task_open_and_that_is_told() {
    let mut page = Page::live(&json!({ "taskStatuses": renamed() }));
    page.command(json!(["edit", ID, { "Status": "Wartet", "ActivityDate": "2026-05-01" }]));
    page.wait();
    assert_eq!(
        ([page.stored("Status"), page.stored("ActivityDate")], page.problems()),
        (["Wartet", "2026-05-01"].map(Value::from), vec![])
    );
    page.receive("disconnect", json!({ "isDisconnected": true }));
    assert_eq!(page.stored("Status"), "Wartet");
    assert_eq!(page.problems(), [(Severity::Info, "/Status".to_owned(), Code::Overridden)]);
    page.command(json!(["edit", ID, { "Status": "" }]));
    page.wait();
    assert_eq!((page.stored("Status"), page.problems()), (json!("Erledigt"), vec![]));
}

#[test]
fn a_status_that_the_org_does_not_have_is_not_sent_and_that_is_told() {
    let mut page = Page::live(&json!({}));
    page.command(json!(["edit", ID, { "Status": "Completed", "Description": "Roof" }]));
    page.wait();
    assert_eq!((page.stored.get("Status"), page.stored("Description")), (None, json!("Roof")));
    assert_eq!(page.problems(), [(Severity::Warning, "/Status".to_owned(), Code::NotStored)]);
    page.know(json!({ "taskStatuses": renamed() }));
    assert_eq!(page.stored.get("Status"), None);
    page.receive("disconnect", json!({ "isDisconnected": true }));
    assert_eq!(page.stored("Status"), "Erledigt", "the log is closed all the same");
}

#[test]
fn a_mapped_attribute_takes_precedence_over_a_fixed_value_and_that_is_told() {
    let config = json!({
        "fields": { "Participant.urgency": "Priority" },
        "task": { "values": [{ "field": "PRIORITY", "value": "Low" }] },
    });
    let mut problems = Vec::new();
    Config::read(&config, &mut problems);
    assert_eq!(paths(&problems), [("/task/values/0", Code::NotAllowed)]);
    let mut page = Page::live(&config);
    assert_eq!(page.stored("Priority"), "Low");
    page.receive("change", json!({ "attributes": { "Participant.urgency": "High" } }));
    assert_eq!(page.stored("Priority"), "High");
}

#[test]
fn attributes_are_not_mapped_to_what_the_log_fills() {
    for field in ["Status", "activitydate", "TaskSubtype"] {
        let mut problems = Vec::new();
        Config::read(&json!({ "fields": { "Participant.x": field } }), &mut problems);
        assert_eq!(paths(&problems), [("/fields/Participant.x", Code::NotAllowed)], "{field}");
    }
}

#[test]
fn every_wrong_choice_has_its_problem() {
    let value = |more: Value| {
        let mut entry = json!({ "field": "Priority", "value": "Low" });
        entry.as_object_mut().into_iter().for_each(|entry| entry.extend(more.as_object().cloned().unwrap_or_default()));
        json!({ "values": [entry] })
    };
    for (task, path, code) in [
        (json!("call"), "/task", Code::Type),
        (json!({ "status": "Open" }), "/task/status", Code::UnknownProperty),
        (json!({ "openStatus": 5 }), "/task/openStatus", Code::Type),
        (json!({ "openStatus": "Not Started" }), "/task/openStatus", Code::UnknownValue),
        (json!({ "openStatus": "Warted" }), "/task/openStatus", Code::UnknownValue),
        (json!({ "openStatus": "Erledigt" }), "/task/openStatus", Code::NotAllowed),
        (json!({ "closeWhen": "never" }), "/task/closeWhen", Code::UnknownValue),
        (json!({ "values": { "Priority": "Low" } }), "/task/values", Code::Type),
        (json!({ "values": ["Priority"] }), "/task/values/0", Code::Type),
        (value(json!({ "for": "call" })), "/task/values/0/for", Code::UnknownProperty),
        (value(json!({ "field": "Line of business" })), "/task/values/0/field", Code::Type),
        (value(json!({ "field": "Status" })), "/task/values/0/field", Code::NotAllowed),
        (value(json!({ "field": "tasksubtype" })), "/task/values/0/field", Code::NotAllowed),
        (value(json!({ "field": "CallObject" })), "/task/values/0/field", Code::NotAllowed),
        (value(json!({ "field": "Patchbay_Segment__c" })), "/task/values/0/field", Code::NotAllowed),
        (value(json!({ "field": "Id" })), "/task/values/0/field", Code::NotAllowed),
        (value(json!({ "value": null })), "/task/values/0/value", Code::Type),
        (value(json!({ "value": "" })), "/task/values/0/value", Code::Type),
        (value(json!({ "value": {} })), "/task/values/0/value", Code::Type),
        (value(json!({ "types": "call" })), "/task/values/0/types", Code::Type),
        (value(json!({ "types": [] })), "/task/values/0/types", Code::Type),
        (value(json!({ "types": ["fax", "call"] })), "/task/values/0/types/0", Code::UnknownValue),
        (value(json!({ "types": ["Call"] })), "/task/values/0/types/0", Code::LetterCase),
        (value(json!({ "directions": ["Up"] })), "/task/values/0/directions/0", Code::UnknownValue),
        (value(json!({ "field": "Hidden__c" })), "/task/values/0/field", Code::NotStored),
        (value(json!({ "field": "Locked__c" })), "/task/values/0/field", Code::NotStored),
        (value(json!({ "field": "OwnerId", "value": "queue" })), "/task/values/0/value", Code::NotStored),
    ] {
        let field = |data_type: &str, is_open: bool| json!({ "dataType": data_type, "length": 255, "createable": is_open, "updateable": is_open });
        let fields = json!({
            "Priority": field("Picklist", true), "Locked__c": field("String", false), "OwnerId": field("Reference", true)
        });
        let config = json!({ "task": task, "taskStatuses": renamed(), "objectInfo": { "fields": fields } });
        let mut problems = Vec::new();
        Config::read(&config, &mut problems);
        assert_eq!(paths(&problems), [(path, code)], "{task}");
        assert!(problems.iter().all(|problem| problem.message.ends_with('.')), "{task}");
    }
    let twice = json!({ "task": { "values": [{ "field": "A__c", "value": 1 }, { "field": "A__c", "value": 2, "types": ["chat"] }] } });
    let mut problems = Vec::new();
    Config::read(&twice, &mut problems);
    assert_eq!(paths(&problems), [("/task/values/1", Code::NotAllowed)], "it never counts");
}

#[test]
fn a_default_status_that_closes_is_told_unless_live_logs_have_another() {
    let statuses = json!([
        { "name": "Erledigt", "isClosed": true, "isDefault": true },
        { "name": "Offen", "isClosed": false, "isDefault": false },
    ]);
    for (task, expected) in [
        (Value::Null, &[("/task/openStatus", Code::NotAllowed)][..]),
        (json!({ "closeWhen": "wrappedUp" }), &[("/task/openStatus", Code::NotAllowed)]),
        (json!({ "openStatus": "Offen" }), &[]),
    ] {
        let mut problems = Vec::new();
        Config::read(&json!({ "task": task, "taskStatuses": statuses }), &mut problems);
        assert_eq!(paths(&problems), expected, "{task}");
    }
    let page = Page::live(&json!({ "task": { "openStatus": "Offen" }, "taskStatuses": statuses }));
    assert_eq!(page.stored("Status"), "Offen");
}

#[test]
fn statuses_that_are_none_are_told() {
    for (statuses, path, code) in [
        (json!({}), "/taskStatuses", Code::Type),
        (json!([5, { "name": "Erledigt", "isClosed": true }]), "/taskStatuses/0", Code::Type),
        (
            json!([{ "name": "", "isClosed": true }, { "name": "Erledigt", "isClosed": true }]),
            "/taskStatuses/0",
            Code::Type,
        ),
        (json!([{ "name": "Offen" }, { "name": "Erledigt", "isClosed": true }]), "/taskStatuses/0", Code::Type),
        (json!([]), "/taskStatuses", Code::Required),
    ] {
        let mut problems = Vec::new();
        Config::read(&json!({ "taskStatuses": statuses }), &mut problems);
        assert_eq!(paths(&problems), [(path, code)], "{statuses}");
    }
}

proptest! {
    /// Whatever happens in whatever order: TaskSubtype is never in an update, and Status is one that the org is known to have.
    #[test]
    fn no_update_has_what_is_insert_only_and_no_status_is_unknown_to_the_org(steps in prop::collection::vec(0_usize..12, 1..24)) {
        let config = json!({ "task": { "openStatus": "Wartet", "values": [{ "field": "Priority", "value": "Low" }] } });
        let mut page = Page::open(&config);
        for step in steps {
            match step {
                0 | 1 => page.receive("add", connected("call", "Inbound")),
                2 => page.receive("change", json!({ "state": "HELD" })),
                3 => page.receive("change", json!({ "isChat": true })),
                4 => page.receive("disconnect", json!({ "isDisconnected": true })),
                5 => page.receive("acw", json!({ "isDone": true })),
                6 => page.receive("deallocate", json!({})),
                7 => drop(page.know(json!({ "taskStatuses": renamed() }))),
                8 => drop(page.command(json!(["edit", ID, { "Status": "Completed", "Priority": null }]))),
                9 => page.is_declined = !page.is_declined,
                10 => {
                    let requests = std::mem::take(&mut page.requests);
                    page = page.reload(&config, true);
                    page.requests = requests;
                }
                _ => drop(page.command(json!(["edit", ID, { "Description": "typed" }]))),
            }
        }
        page.wait();
        for Request { call_log, .. } in &page.requests {
            prop_assert!(!(call_log.contains_key("Id") && call_log.contains_key("TaskSubtype")), "{call_log:?}");
            for required in ["OwnerId", "Priority", "Status"] {
                prop_assert!(!call_log.get(required).is_some_and(Value::is_null), "{call_log:?}");
            }
            let status = call_log.get("Status").and_then(Value::as_str);
            prop_assert!(status.is_none_or(|status| ["Wartet", "Erledigt"].contains(&status)), "{call_log:?}");
        }
    }
}
