//! The interaction log: its default fields and lists, row by row of "Attribute synchronization".

use std::rc::Rc;

use patchbay::log::Log;
use patchbay::log::fields::Field;
use patchbay::problem::Code;
use patchbay::session::change::Change;
use patchbay::session::view::EffectsView;
use patchbay::session::{Context, Session};
use patchbay::string_enum::StringEnum;
use serde_json::{Value, json};

const ID: &str = "1234-1234";
const NADIA: &str = "0035g00000LqT4rAAF";
const THEO: &str = "0035g00000LqT5aAAF";
const WREN: &str = "00Q5g00000HbN2dEAF";
const CASE: &str = "5005g00000RvW2qAAF";
const CLAIM: &str = "a0K5g00000BmC3tEAF";

fn at(now: f64) -> Context<'static> {
    Context { now, ..Context::default() }
}

fn receive(session: &mut Session, id: &str, conversation: Value, now: f64) -> Change {
    let mut data = json!({ "id": id, "direction": "Inbound" });
    data.as_object_mut()
        .into_iter()
        .for_each(|object| object.extend(conversation.as_object().cloned().unwrap_or_default()));
    session
        .receive(&json!({ "type": "Interaction", "category": "change", "data": { "new": data } }).to_string(), &at(now))
}

fn connected() -> Session {
    let mut session = Session::default();
    receive(&mut session, ID, json!({ "state": "CONNECTED", "connectedTime": "2026-04-09T04:19:42.719Z" }), 0.0);
    session
}

fn record(id: &str) -> Value {
    let object = match &id[..3] {
        "003" => "Contact",
        "00Q" => "Lead",
        "500" => "Case",
        "006" => "Opportunity",
        _ => "Claim__c",
    };
    json!({ "id": id, "objectApiName": object, "name": format!("Record {}", &id[13..15]) })
}

/// `[Name, Related To]` as IDs, the chosen one with a star.
fn lists(session: &Session, id: &str) -> [Vec<String>; 2] {
    let Some(log) = session.log(id) else { return [vec![], vec![]] };
    [&log.name, &log.related_to].map(|list| {
        let chosen = list.chosen().map(|record| record.id);
        let entry = |id: patchbay::salesforce::record_id::RecordId| {
            format!("{id}{}", if chosen == Some(id) { "*" } else { "" })
        };
        list.records().iter().map(|record| entry(record.id)).collect()
    })
}

fn star(id: &str) -> String {
    format!("{id}*")
}

fn value(session: &Session, field: Field) -> Value {
    session.log(ID).and_then(|log| log.values().get(field.as_str()).cloned()).unwrap_or_default()
}

#[test]
fn every_documented_default_field_is_there() {
    // The fields of Task that have the labels of the documented table, and those that make a task a logged call.
    let fields = [
        "ActivityDate",
        "Status",
        "TaskSubtype",
        "CallDurationInSeconds",
        "CallObject",
        "CallDisposition",
        "CallType",
        "Description",
        "WhoId",
        "WhatId",
        "Subject",
        "Type",
    ];
    let mut known = Field::NAMES.to_vec();
    known.sort_unstable();
    let mut documented = fields.to_vec();
    documented.sort_unstable();
    assert_eq!(known, documented);
}

#[test]
fn call_object_is_the_interactions_id() {
    assert_eq!(value(&connected(), Field::CallObject), ID);
}

#[test]
fn call_type_is_the_direction_unless_it_is_internal() {
    for (conversation, call_type) in [
        (json!({ "direction": "Inbound" }), "Inbound"),
        (json!({ "direction": "outbound" }), "Outbound"),
        (json!({ "direction": "OUTBOUND", "isInternal": true }), "Internal"),
        (json!({ "direction": "Inbound", "isInternal": true }), "Internal"),
        (json!({ "direction": "Inbound", "isInternal": false }), "Inbound"),
    ] {
        let mut session = connected();
        receive(&mut session, ID, conversation, 1.0);
        assert_eq!(value(&session, Field::CallType), call_type);
    }
}

#[test]
fn type_and_subject_say_the_kind() {
    for (flag, kind) in [
        ("isCallback", "Call"),
        ("isChat", "Chat"),
        ("isEmail", "Email"),
        ("isMessage", "Message"),
        ("isVoicemail", "Voicemail"),
    ] {
        let mut session = Session::default();
        receive(
            &mut session,
            ID,
            json!({ flag: true, "state": "CONNECTED", "startTime": "2015-08-10T08:55:17Z" }),
            0.0,
        );
        assert_eq!(value(&session, Field::Type), kind);
        assert_eq!(value(&session, Field::Subject), format!("{kind} 2015-08-10T08:55:17Z"));
    }
    assert_eq!(value(&connected(), Field::Type), "Call");
}

#[test]
fn subject_is_of_the_start_as_soon_as_the_client_reports_it() {
    let mut session = Session::default();
    receive(&mut session, ID, json!({ "state": "ALERTING" }), 5_000.0);
    assert_eq!(value(&session, Field::Subject), "Call 1970-01-01T00:00:05Z");
    receive(&mut session, ID, json!({ "state": "CONNECTED" }), 9_000.0);
    assert_eq!(value(&session, Field::Subject), "Call 1970-01-01T00:00:05Z");
    receive(&mut session, ID, json!({ "startTime": "2015-08-10T08:55:17Z" }), 10_000.0);
    assert_eq!(value(&session, Field::Subject), "Call 2015-08-10T08:55:17Z");
}

#[test]
fn call_duration_is_from_connection_to_the_end_and_never_negative() {
    let end = |end: &str, conversation: Value| {
        let mut session = connected();
        assert_eq!(value(&session, Field::CallDuration), Value::Null, "nothing while it is live");
        let mut over = json!({ "state": "DISCONNECTED", "isDisconnected": true, "endTime": end });
        over.as_object_mut()
            .into_iter()
            .for_each(|over| over.extend(conversation.as_object().cloned().unwrap_or_default()));
        receive(&mut session, ID, over, 7_900.0);
        value(&session, Field::CallDuration)
    };
    assert_eq!(
        end("2026-04-09T04:20:09.101Z", json!({ "interactionDurationSeconds": "" })),
        26,
        "by the client's times"
    );
    assert_eq!(
        end("2026-04-09T04:20:09.101Z", json!({ "interactionDurationSeconds": 31 })),
        31,
        "as the client counts"
    );
    assert_eq!(end("2026-04-09T04:20:09.101Z", json!({ "interactionDurationSeconds": 31.9 })), 32, "rounded");
    assert_eq!(end("2026-04-09T04:19:00.000Z", json!({})), 0, "a clock that was set back");
    assert_eq!(end("", json!({})), 8, "as it was measured here, when the client reports nothing");
}

#[test]
fn call_duration_is_rounded_as_the_client_rounds_it_from_the_first_save_on() {
    for (end, seconds) in [("46.424", 4), ("46.219", 4), ("46.218", 3), ("42.719", 0)] {
        let mut session = connected();
        let over = json!({ "state": "DISCONNECTED", "endTime": format!("2026-04-09T04:19:{end}Z") });
        receive(&mut session, ID, over, 0.0);
        assert_eq!(value(&session, Field::CallDuration), seconds, "{end}");
    }
}

#[test]
fn call_duration_ends_with_a_transfer_unless_the_client_says_otherwise() {
    let transfer = json!({ "type": "Interaction", "category": "blindTransfer", "data": ID }).to_string();
    let gone = json!({ "type": "Interaction", "category": "deallocate", "data": ID }).to_string();
    let transferred = || {
        let mut session = connected();
        session.receive(&transfer, &at(5_000.0));
        session
    };
    let mut removed = transferred();
    removed.receive(&gone, &at(20_000.0));
    assert_eq!(value(&removed, Field::CallDuration), 5, "its end was never told");
    let mut ended = transferred();
    receive(&mut ended, ID, json!({ "isDisconnected": true }), 20_000.0);
    assert_eq!(value(&ended, Field::CallDuration), 5);
    receive(&mut ended, ID, json!({ "interactionDurationSeconds": 7 }), 21_000.0);
    assert_eq!(value(&ended, Field::CallDuration), 7, "as the client counts");
    let mut cancelled = transferred();
    receive(&mut cancelled, ID, json!({ "state": "CONNECTED" }), 10_000.0);
    receive(&mut cancelled, ID, json!({ "isDisconnected": true }), 20_000.0);
    assert_eq!(value(&cancelled, Field::CallDuration), 20);
}

#[test]
fn a_measured_duration_does_not_grow_with_later_messages() {
    let mut session = connected();
    receive(&mut session, ID, json!({ "isDisconnected": true }), 7_000.0);
    receive(&mut session, ID, json!({ "attributes": { "a": 1 } }), 60_000.0);
    assert_eq!(value(&session, Field::CallDuration), 7);
    receive(&mut session, ID, json!({ "interactionDurationSeconds": 8 }), 61_000.0);
    assert_eq!(value(&session, Field::CallDuration), 8);
}

#[test]
fn what_was_never_connected_has_no_duration() {
    let mut session = Session::default();
    receive(&mut session, ID, json!({ "direction": "Outbound", "state": "DIALING" }), 0.0);
    receive(&mut session, ID, json!({ "isDisconnected": true }), 7_000.0);
    assert_eq!(value(&session, Field::CallDuration), Value::Null);
}

#[test]
fn call_result_is_the_wrap_up_code_and_fits_its_field() {
    let mut session = connected();
    receive(&mut session, ID, json!({ "isDone": true, "disposition": "Resolved" }), 1.0);
    assert_eq!(value(&session, Field::CallResult), "Resolved");
    receive(&mut session, ID, json!({ "disposition": "😀".repeat(200) }), 1.0);
    assert_eq!(value(&session, Field::CallResult), "😀".repeat(127), "255 UTF-16 units, and no half of a pair");
    let reported = session.log(ID).map(|log| json!(log.view())["problems"][0]["path"].clone());
    assert_eq!(reported, Some("/CallDisposition".into()));
}

#[test]
fn comments_are_empty_until_the_agent_writes_some() {
    let mut session = connected();
    assert_eq!(value(&session, Field::Comments), Value::Null);
    session.edit(ID, &json!({ "Description": "Called about the roof." }), &at(1.0));
    assert_eq!(value(&session, Field::Comments), "Called about the roof.");
}

#[test]
fn an_edit_overrides_the_interaction_until_it_is_removed() {
    let mut session = connected();
    session.edit(ID, &json!({ "Subject": "Roof", "Type": "Email", "Roof__c": 7, "Mine__c": null }), &at(1.0));
    assert_eq!([value(&session, Field::Subject), value(&session, Field::Type)], ["Roof", "Email"]);
    assert_eq!(session.log(ID).map(|log| log.values()["Roof__c"].clone()), Some(7.into()));
    session.edit(ID, &json!({ "Subject": "", "Type": null, "Roof__c": null }), &at(1.0));
    assert_eq!([value(&session, Field::Subject), value(&session, Field::Type)], ["Call 1970-01-01T00:00:00Z", "Call"]);
    assert_eq!(session.log(ID).map(|log| log.values()["Roof__c"].clone()), Some(Value::Null), "cleared, not forgotten");
}

#[test]
fn wrong_edits_are_reported_and_the_others_applied() {
    for (values, path, code) in [
        (json!([]), "", Code::Type),
        (json!({ "No name": 1 }), "/No name", Code::UnknownProperty),
        (json!({ "a/b~": 1 }), "/a~1b~0", Code::UnknownProperty),
        (json!({ "WhoId": NADIA }), "/WhoId", Code::NotAllowed),
        (json!({ "whatid": CASE }), "/whatid", Code::NotAllowed),
        (json!({ "CallObject": "other" }), "/CallObject", Code::NotAllowed),
        (json!({ "CallType": "Inbound" }), "/CallType", Code::NotAllowed),
        (json!({ "CallDurationInSeconds": 1 }), "/CallDurationInSeconds", Code::NotAllowed),
        (json!({ "CallDisposition": "Mine" }), "/CallDisposition", Code::NotAllowed),
        (json!({ "TaskSubtype": "Email" }), "/TaskSubtype", Code::NotAllowed),
        (json!({ "ActivityDate": "9.4.2026" }), "/ActivityDate", Code::Type),
        (json!({ "Status": true }), "/Status", Code::Type),
        (json!({ "Id": "00T5g00000LqT4r" }), "/Id", Code::NotAllowed),
        (json!({ "Description": "x".repeat(32_001) }), "/Description", Code::TooLong),
        (json!({ "Subject": "x".repeat(256) }), "/Subject", Code::TooLong),
        (json!({ "Mine__c": "x".repeat(131_073) }), "/Mine__c", Code::TooLong),
        (json!({ "Description": { "a": 1 } }), "/Description", Code::Type),
        (json!({ "Description": true }), "/Description", Code::Type),
        (json!({ "Mine__c": [1] }), "/Mine__c", Code::Type),
    ] {
        let mut session = connected();
        let before = session.log(ID).map(|log| log.values());
        let change = session.edit(ID, &values, &at(1.0));
        let reported: Vec<_> = change.problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
        assert_eq!(reported, [(path, code)], "{values}");
        assert_eq!(session.log(ID).map(|log| log.values()), before);
        if let Value::Object(mut more) = values {
            more.insert("Other__c".to_owned(), "taken".into());
            session.edit(ID, &more.into(), &at(2.0));
            assert_eq!(session.log(ID).map(|log| log.values()["Other__c"].clone()), Some("taken".into()));
        }
    }
    assert_eq!(connected().edit("nobody", &json!({}), &at(0.0)).problems[0].path, "/id");
}

#[test]
fn a_record_that_popped_alone_is_chosen_and_several_leave_the_choice() {
    let mut session = connected();
    session.associate(ID, &json!([record(NADIA), record(CASE), record(CLAIM)]), &at(0.0));
    assert_eq!(lists(&session, ID), [vec![star(NADIA)], vec![CASE.to_owned(), CLAIM.to_owned()]]);
    assert_eq!([value(&session, Field::Name), value(&session, Field::RelatedTo)], [json!(NADIA), Value::Null]);
    let mut session = connected();
    session.associate(ID, &json!([record(NADIA), record(NADIA)]), &at(0.0));
    assert_eq!(lists(&session, ID)[0], [star(NADIA)], "the same record twice is one");
}

#[test]
fn what_pops_later_does_not_take_back_a_choice() {
    let mut session = connected();
    session.associate(ID, &json!([record(NADIA)]), &at(0.0));
    session.associate(ID, &json!([record(THEO)]), &at(0.0));
    assert_eq!(lists(&session, ID)[0], [star(NADIA), THEO.to_owned()]);
    session.choose(ID, &json!("name"), None, &at(0.0));
    session.associate(ID, &json!([record(WREN)]), &at(0.0));
    assert_eq!(lists(&session, ID)[0], [NADIA, THEO, WREN], "choosing nobody is a choice");
}

#[test]
fn wrong_records_among_those_that_popped_are_reported_and_the_others_join() {
    let mut session = connected();
    let change = session.associate(ID, &json!([record(NADIA), 5, { "id": "x" }]), &at(0.0));
    let paths: Vec<&str> = change.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/1", "/2/id", "/2/objectApiName"]);
    assert_eq!(lists(&session, ID)[0], [star(NADIA)]);
    assert_eq!(session.associate(ID, &json!({}), &at(0.0)).problems[0].code, Code::Type);
    assert_eq!(session.associate("nobody", &json!([]), &at(0.0)).problems[0].path, "/id");
}

#[test]
fn navigation_adds_once_in_order_and_leaves_the_choice() {
    let mut session = connected();
    session.visit(&record(NADIA), &at(0.0));
    session.choose(ID, &json!("name"), Some(&NADIA[..15]), &at(0.0));
    for id in [THEO, CASE, NADIA, CLAIM, THEO, CASE] {
        session.visit(&record(id), &at(0.0));
    }
    assert_eq!(lists(&session, ID), [vec![star(NADIA), THEO.to_owned()], vec![CASE.to_owned(), CLAIM.to_owned()]]);
    assert!(session.visit(&record(CASE), &at(0.0)).is_empty(), "no news is no change");
    let user = json!({ "id": "0055g00000LqT4r", "objectApiName": "User", "name": "Agent" });
    assert!(session.visit(&user, &at(0.0)).is_empty(), "an object of neither list");
}

#[test]
fn a_record_that_was_renamed_keeps_its_place() {
    let mut session = connected();
    session.visit(&record(NADIA), &at(0.0));
    session.visit(&record(THEO), &at(0.0));
    let mut renamed = record(NADIA);
    renamed["name"] = "Nadia Lindgren".into();
    let change = session.visit(&renamed, &at(0.0));
    assert_eq!(change.lists[0].added[0].name, "Nadia Lindgren");
    assert_eq!(lists(&session, ID)[0], [NADIA, THEO]);
}

#[test]
fn after_the_end_lists_stay_and_choosing_still_works() {
    let mut session = connected();
    session.visit(&record(NADIA), &at(0.0));
    receive(&mut session, ID, json!({ "isDisconnected": true }), 1.0);
    assert!(session.visit(&record(THEO), &at(2.0)).is_empty());
    assert_eq!(lists(&session, ID)[0], [NADIA]);
    session.choose(ID, &json!("name"), Some(NADIA), &at(3.0));
    let gone = json!({ "type": "Interaction", "category": "deallocate", "data": { "id": ID } });
    session.receive(&gone.to_string(), &at(4.0));
    assert!(session.interaction(ID).is_none());
    session.choose(ID, &json!("name"), None, &at(5.0));
    assert_eq!(lists(&session, ID)[0], [NADIA]);
}

#[test]
fn a_record_joins_the_selected_live_interaction_or_else_the_latest() {
    let mut session = connected();
    receive(&mut session, "2", json!({ "state": "CONNECTED", "isChat": true }), 1.0);
    let select = |session: &mut Session, id: &str| {
        let data = json!({ "interactionId": id });
        let message = json!({ "type": "Notification", "category": "interactionSelection", "data": data });
        session.receive(&message.to_string(), &at(2.0));
    };
    session.visit(&record(NADIA), &at(2.0));
    select(&mut session, ID);
    session.visit(&record(THEO), &at(2.0));
    // A selected interaction that is over gets nothing.
    receive(&mut session, ID, json!({ "isDisconnected": true }), 3.0);
    session.visit(&record(CASE), &at(3.0));
    assert_eq!(lists(&session, "2"), [vec![NADIA.to_owned()], vec![CASE.to_owned()]]);
    assert_eq!(lists(&session, ID), [vec![THEO.to_owned()], vec![]]);
    select(&mut session, "");
    session.visit(&record(CLAIM), &at(3.0));
    assert_eq!(lists(&session, "2")[1], [CASE, CLAIM]);
}

#[test]
fn a_lead_as_name_excludes_related_to_says_so_and_keeps_the_choice() {
    let mut session = connected();
    for id in [WREN, NADIA, CASE] {
        session.visit(&record(id), &at(0.0));
    }
    session.choose(ID, &json!("relatedTo"), Some(CASE), &at(0.0));
    session.choose(ID, &json!("name"), Some(WREN), &at(0.0));
    let log = session.log(ID).map(|log| json!(log.view())).unwrap_or_default();
    assert_eq!([&log["values"]["WhoId"], &log["values"]["WhatId"]], [&json!(WREN), &Value::Null]);
    assert_eq!(log["relatedToExcluded"], true);
    assert_eq!(log["chosen"]["relatedTo"]["id"], CASE, "kept");
    assert_eq!([&log["problems"][0]["path"], &log["problems"][0]["code"]], ["/WhatId", "not-stored"]);
    session.choose(ID, &json!("name"), Some(NADIA), &at(0.0));
    assert_eq!([value(&session, Field::Name), value(&session, Field::RelatedTo)], [NADIA, CASE]);
    assert_eq!(session.log(ID).map(|log| json!(log.view())["problems"].clone()), Some(json!([])));
}

#[test]
fn wrong_choices_are_reported() {
    for (list, id, path, code) in [
        ("who", Some(NADIA), "/list", Code::UnknownValue),
        ("name", Some(THEO), "/recordId", Code::UnknownValue),
        ("name", Some("rubbish"), "/recordId", Code::Type),
        ("relatedTo", Some(NADIA), "/recordId", Code::UnknownValue),
    ] {
        let mut session = connected();
        session.visit(&record(NADIA), &at(0.0));
        let change = session.choose(ID, &json!(list), id, &at(0.0));
        let reported: Vec<_> = change.problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
        assert_eq!(reported, [(path, code)]);
        assert_eq!(lists(&session, ID)[0], [NADIA]);
    }
}

#[test]
fn a_change_holds_what_joined_however_long_the_list() {
    let mut session = connected();
    for number in 0..10_000 {
        session.visit(&record(&format!("0035g0000{number:06}")), &at(0.0));
    }
    let change = session.visit(&record(NADIA), &at(0.0));
    let written = json!(EffectsView::new(&change, &[], &session))["lists"].to_string();
    assert_eq!(change.lists[0].added.len(), 1);
    assert!(written.len() < 300, "{written}");
}

#[test]
fn a_log_of_an_earlier_version_is_read_with_defaults() {
    let mut session = connected();
    session.associate(ID, &json!([record(NADIA), record(CASE)]), &at(0.0));
    session.edit(ID, &json!({ "Description": "Called about the roof." }), &at(1.0));
    receive(&mut session, ID, json!({ "isDone": true, "disposition": "Resolved" }), 7_000.0);
    let restore = |snapshot: &Value| Log::restore(&snapshot.to_string(), [&[], &[]], Rc::default(), 5_000.0);
    let snapshot = session.log(ID).map(Log::to_snapshot).unwrap_or_default();
    let snapshot: Value = serde_json::from_str(&snapshot).unwrap_or_default();
    let whole = restore(&snapshot).map(|log| log.values());
    assert_eq!(whole, session.log(ID).map(Log::values));
    let names: Vec<String> = snapshot.as_object().into_iter().flat_map(|all| all.keys().cloned()).collect();
    assert_eq!(names.len(), 23);
    for name in names {
        let required = ["patchbay", "id"].contains(&name.as_str());
        let mut older = snapshot.clone();
        older.as_object_mut().and_then(|all| all.remove(&name));
        assert_eq!(restore(&older).is_some(), !required, "without {name}");
        let follows_from_others =
            ["begun", "phase", "kind", "callType", "stamped", "seenAt", "reportedConnection", "connectedAt", "endedAt"];
        if follows_from_others.contains(&name.as_str()) {
            assert_eq!(restore(&older).map(|log| log.values()), whole, "without {name}");
        }
        let mut wrong = snapshot.clone();
        wrong[&name] = json!([5]);
        assert_eq!(restore(&wrong), None, "{name} is of another type");
    }
}
