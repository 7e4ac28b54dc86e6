//! Every spelling of the client's messages, and what is told of those that are none.

use patchbay::event::conversation::Conversation;
use patchbay::event::envelope::read;
use patchbay::event::field::{BoolField, DurationField, TextField, TimeField};
use patchbay::event::{Announcement, Event};
use patchbay::interaction::phase::{Phase, reported};
use patchbay::problem::Severity;
use patchbay::time::Timestamp;
use serde_json::{Value, json};

fn event(message: Value) -> Event {
    let reading = read(&message.to_string());
    assert_eq!(reading.problems, [], "{message}");
    reading.event
}

#[test]
fn an_interaction_is_found_wherever_it_stands() {
    let call = json!({ "id": "1", "state": "HELD", "direction": "Inbound" });
    for message in [
        json!({ "type": "Interaction", "category": "add", "data": call }),
        json!({ "type": "Interaction", "category": "connect", "data": { "new": call } }),
        json!({ "type": "Interaction", "category": "change", "data": { "old": { "id": "1" }, "new": call } }),
        json!({ "type": "interaction", "category": "CHANGE", "data": { "new": call } }),
        json!({ "type": "Interaction", "data": call }),
        json!({ "reason": "interaction", "data": { "category": "change", "data": { "old": call, "new": call } } }),
        json!({ "message": json!({ "type": "Interaction", "category": "change", "data": call }).to_string() }),
        json!({ "message": { "type": "Interaction", "category": "change", "data": call } }),
        json!({ "type": "softphone_connector", "msg": { "type": "Interaction", "category": "add", "data": call } }),
        json!({ "type": "softphone_connector", "msg": json!({ "type": "Interaction", "data": call }).to_string() }),
        json!({ "data": json!({ "type": "Interaction", "category": "change", "data": call }).to_string() }),
        json!({ "type": "interactionSubscription", "data": { "category": "add", "interaction": call } }),
        json!({ "type": "interactionSubscription", "data": { "category": "change", "interaction": { "old": call, "new": call } } }),
        json!({ "type": "Interactions", "category": "add", "data": call }),
        json!({ "type": "Interaction", "category": "add", "data": call.to_string() }),
        Value::String(json!({ "type": "Interaction", "category": "change", "data": call }).to_string()),
    ] {
        let Event::Interaction { id, conversation, .. } = event(message.clone()) else { panic!("{message}") };
        assert_eq!((id.as_str(), conversation.text(TextField::State)), ("1", Some("HELD")), "{message}");
    }
}

#[test]
fn a_category_says_what_the_interaction_does_not() {
    let phase =
        |category: &str, data: Value| match event(json!({ "type": "Interaction", "category": category, "data": data }))
        {
            Event::Interaction { conversation, .. } => reported(&conversation),
            other => panic!("{other:?}"),
        };
    let bare = || json!({ "id": "1" });
    assert_eq!(phase("connect", bare()), Some(Phase::Connected));
    assert_eq!(phase("disconnect", bare()), Some(Phase::Disconnected));
    assert_eq!(phase("acw", bare()), Some(Phase::Done));
    assert_eq!(phase("change", bare()), None);
    assert_eq!(phase("connect", json!("1")), Some(Phase::Connected));
    // What the interaction says itself stands.
    assert_eq!(phase("acw", json!({ "id": "1", "isDone": false, "isDisconnected": true })), Some(Phase::Disconnected));
    assert_eq!(phase("connect", json!({ "id": "1", "isDisconnected": true })), Some(Phase::Disconnected));
}

#[test]
fn announcements_are_told_apart() {
    for (category, data, expected) in [
        ("add", json!({ "id": "1" }), Announcement::Added),
        ("change", json!({ "id": "1" }), Announcement::Changed),
        ("deallocate", json!({ "id": "1" }), Announcement::Deallocated),
        ("blindTransfer", json!("1"), Announcement::BlindTransfer),
        ("consultTransfer", json!("1"), Announcement::ConsultTransfer),
        ("completeConsultTransfer", json!({ "id": "1" }), Announcement::ConsultCompleted),
    ] {
        match event(json!({ "type": "Interaction", "category": category, "data": data })) {
            Event::Interaction { id, announcement, .. } => assert_eq!((id.as_str(), announcement), ("1", expected)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_older_reasons_tell_the_same() {
    for (reason, phase) in [
        ("connected", Phase::Connected),
        ("disconnected", Phase::Disconnected),
        ("acw_required", Phase::Disconnected),
        ("acw_completed", Phase::Done),
    ] {
        match event(json!({ "reason": reason, "interactionId": "1" })) {
            Event::Interaction { id, conversation, .. } => {
                assert_eq!((id.as_str(), reported(&conversation)), ("1", Some(phase)))
            }
            other => panic!("{other:?}"),
        }
    }
    let status = Event::Status { status: "AVAILABLE".to_owned(), sub_status: None, id: Some("x".to_owned()) };
    assert_eq!(event(json!({ "reason": "status_updated", "status": "AVAILABLE", "id": "x" })), status);
}

#[test]
fn the_agent_and_the_selection() {
    let action =
        |category: &str, data: Value| event(json!({ "type": "UserAction", "category": category, "data": data }));
    let meal = Event::Status { status: "MEAL".to_owned(), sub_status: Some("Lunch".to_owned()), id: None };
    assert_eq!(action("status", json!({ "status": "MEAL", "sub_status": "Lunch" })), meal);
    let plain = Event::Status { status: "MEAL".to_owned(), sub_status: None, id: None };
    assert_eq!(action("status", json!({ "status": "MEAL", "sub_status": "" })), plain);
    assert_eq!(action("routingStatus", json!("OFF_QUEUE")), Event::RoutingStatus("OFF_QUEUE".to_owned()));
    assert_eq!(action("station", json!({ "any": 1 })), Event::Other);
    let select =
        |data: Value| event(json!({ "type": "Notification", "category": "interactionSelection", "data": data }));
    assert_eq!(select(json!({ "interactionId": "1" })), Event::Selection(Some("1".to_owned())));
    for none in [json!({ "interactionId": "" }), json!({ "interactionId": null }), json!({}), json!(null)] {
        assert_eq!(select(none), Event::Selection(None));
    }
}

#[test]
fn what_needs_no_answer_is_passed_over_without_a_word() {
    for message in [
        json!({ "type": "PureCloud.Interaction.updateState", "data": { "action": "hold", "id": "1" } }),
        json!({ "type": "PureCloud.subscribe", "data": { "type": "Notification", "categories": [] } }),
        json!({ "type": "UserAction", "category": "station", "data": { "name": "Desk 7" } }),
        json!({ "type": "UserAction", "category": "login" }),
    ] {
        assert_eq!(event(message), Event::Other);
    }
    assert_eq!(event(json!({ "type": "InitialSetup", "data": { "any": "thing" } })), Event::SetUp);
}

/// No document says what the client publishes, and others publish too: what is not known is told, and nothing is wrong.
#[test]
fn what_is_not_known_is_told_as_that() {
    for (message, path) in [
        (json!({ "type": "SomethingNew" }), "/type"),
        (json!({ "type": "screenPop", "data": { "searchString": "x" } }), "/type"),
        (json!({ "type": "PureCloud.SomethingNew" }), "/type"),
        (json!({ "type": 5 }), "/type"),
        (json!({}), "/type"),
        (json!({ "reason": "something_new", "interactionId": 5 }), "/reason"),
        (json!({ "type": "Notification", "category": "somethingNew", "data": {} }), "/category"),
        (json!({ "type": "UserAction", "category": "somethingNew", "data": {} }), "/category"),
        (json!({ "type": "UserActions" }), "/category"),
        (json!({ "type": "softphone_connector", "msg": { "type": "SomethingNew" } }), "/msg/type"),
        (json!({ "message": "{\"type\":\"SomethingNew\"}" }), "/message/type"),
    ] {
        let reading = read(&message.to_string());
        let told: Vec<_> = reading.problems.iter().map(|problem| (problem.severity, problem.path.as_str())).collect();
        assert_eq!((reading.event, told), (Event::Other, vec![(Severity::Info, path)]), "{message}");
    }
    // An interaction is used all the same.
    let call = json!({ "id": "1", "state": "HELD" });
    for (message, path) in [
        (json!({ "type": "Interaction", "category": "somethingNew", "data": call }), "/category"),
        (
            json!({ "reason": "interaction", "data": { "category": "disconnected-later", "data": call } }),
            "/data/category",
        ),
    ] {
        let reading = read(&message.to_string());
        let told: Vec<_> = reading.problems.iter().map(|problem| (problem.severity, problem.path.as_str())).collect();
        assert_eq!(told, [(Severity::Info, path)], "{message}");
        assert!(matches!(reading.event, Event::Interaction { .. }), "{message}");
    }
}

#[test]
fn the_agent_logs_out_in_any_spelling() {
    for message in [
        json!({ "type": "UserAction", "category": "logout" }),
        json!({ "type": "UserActions", "category": "Logout", "data": {} }),
        json!({ "type": "UserAction", "category": "status", "data": { "status": "LOGGED_OUT" } }),
        json!({ "type": "UserAction", "category": "routingStatus", "data": "LOGGED_OUT" }),
        json!({ "type": "userActionSubscription", "data": { "category": "logout", "data": null } }),
        json!({ "reason": "logged_out" }),
    ] {
        assert_eq!(event(message.clone()), Event::LoggedOut, "{message}");
    }
    let status = Event::Status { status: "MEAL".to_owned(), sub_status: None, id: None };
    for message in [
        json!({ "type": "UserActions", "category": "status", "data": { "status": "MEAL" } }),
        json!({ "type": "userActionSubscription", "data": { "category": "status", "data": { "status": "MEAL" } } }),
    ] {
        assert_eq!(event(message.clone()), status, "{message}");
    }
    let selection = json!({ "category": "interactionSelection", "data": { "interactionId": "1" } });
    assert_eq!(
        event(json!({ "type": "notificationSubscription", "data": selection })),
        Event::Selection(Some("1".to_owned()))
    );
}

#[test]
fn the_condensed_conversation_is_carried_whole() {
    let given = json!({
        "id": "1", "state": "CONNECTED", "somethingNew": { "deep": [1, null, "x"] }, "anotherNew": null, "number": 1.5,
        "emailSubject": "Where is it?", "flagged": true, "callbackNumbers": ["+61 1"], "isSharingScreen": false,
    });
    let read = |given: &Value| {
        let mut problems = Vec::new();
        let conversation = Conversation::read(given.as_object().unwrap(), "", &mut problems);
        (conversation, problems.len())
    };
    let (conversation, problems) = read(&given);
    assert_eq!(problems, 0);
    let mut written = serde_json::to_value(&conversation).unwrap();
    written["id"] = "1".into();
    assert_eq!(written, given);
    assert_eq!(read(&written).0, conversation);
    // Within bounds, and what is too much is told.
    let (conversation, problems) = read(&json!({ "small": 1, "large": "x".repeat(70_000) }));
    assert_eq!((conversation.field("small"), conversation.field("large"), problems), (Some(json!(1)), None, 1));
    let many: serde_json::Map<String, Value> = (0..200).map(|at| (format!("field{at}"), at.into())).collect();
    assert_eq!(read(&Value::Object(many)).1, 200 - 128);
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    for (message, path) in [
        ("", ""),
        ("{", ""),
        ("nonsense", ""),
        ("\"nonsense\"", ""),
        ("17", ""),
        ("null", ""),
        ("[]", ""),
        (r#"{"type":"Interaction","category":"add"}"#, "/data"),
        (r#"{"type":"Interaction","category":"add","data":7}"#, "/data"),
        (r#"{"type":"Interaction","category":"add","data":{}}"#, "/data/id"),
        (r#"{"type":"Interaction","category":"change","data":{"new":{"id":9}}}"#, "/data/new/id"),
        (r#"{"type":"Interaction","category":"add","data":{"id":" "}}"#, "/data/id"),
        (r#"{"reason":"interaction","data":{"category":"add","data":{"id":null}}}"#, "/data/data/id"),
        (r#"{"reason":"interaction"}"#, "/data/data"),
        (r#"{"reason":"connected"}"#, "/interactionId"),
        (r#"{"type":"UserAction","category":"status","data":"MEAL"}"#, "/data"),
        (r#"{"type":"UserAction","category":"status","data":{"status":1}}"#, "/data/status"),
        (r#"{"type":"UserAction","category":"routingStatus","data":{}}"#, "/data"),
        (r#"{"type":"Notification","category":"conversationTranscription","data":[1,2]}"#, "/data"),
        (r#"{"type":"Notification","category":"chatUpdate","data":{"messages":[]}}"#, "/data/id"),
        (r#"{"type":"interactionSubscription","data":{"category":"add","interaction":{}}}"#, "/data/interaction/id"),
        (r#"{"type":"softphone_connector","msg":{"type":"Interaction","data":{}}}"#, "/msg/data/id"),
        (r#"{"type":"softphone_connector"}"#, "/msg"),
        (r#"{"message":"no JSON"}"#, "/message"),
        (
            r#"{"type":"Notification","category":"interactionSelection","data":{"interactionId":5}}"#,
            "/data/interactionId",
        ),
    ] {
        let reading = read(message);
        assert_eq!(reading.event, Event::Other, "{message}");
        let paths: Vec<_> = reading.problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, [path], "{message}");
    }
}

#[test]
fn a_broken_field_is_passed_over_and_the_rest_is_used() {
    let data = json!({
        "id": "1", "state": 5, "isDone": "yes", "interactionDurationSeconds": -1, "startTime": "yesterday",
        "connectedTime": "2026-05-03T15:03:22", "queueName": "", "phone": null, "totalAcdDurationSeconds": "",
        "attributes": { "a/b": {}, "text": "x", "number": 1.5, "whole": 7, "yes": true, "none": null },
        "name": "n".repeat(2000), "isConnected": true,
    });
    let message = json!({ "type": "Interaction", "category": "change", "data": data }).to_string();
    let reading = read(&message);
    let mut paths: Vec<_> = reading.problems.iter().map(|problem| problem.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "/data/attributes/a~1b",
            "/data/interactionDurationSeconds",
            "/data/isDone",
            "/data/name",
            "/data/startTime",
            "/data/state"
        ]
    );
    let Event::Interaction { conversation, .. } = reading.event else { panic!() };
    assert_eq!(conversation.flag(BoolField::IsConnected), Some(true));
    assert_eq!(conversation.time(TimeField::Connected), Timestamp::parse("2026-05-03T15:03:22.000Z"));
    assert_eq!(conversation.text(TextField::QueueName), None);
    assert_eq!(conversation.seconds(DurationField::Acd), None);
    let attributes: Vec<_> = conversation.attributes().collect();
    assert_eq!(attributes, [("number", "1.5"), ("text", "x"), ("whole", "7"), ("yes", "true")]);
}

#[test]
fn times_are_in_utc_whatever_their_spelling() {
    for (text, expected) in [
        ("2026-04-09T04:19:30.967Z", Some("2026-04-09T04:19:30.967Z")),
        ("2026-05-03T15:03:22", Some("2026-05-03T15:03:22.000Z")),
        ("2026-06-01T09:00:05.100", Some("2026-06-01T09:00:05.100Z")),
        ("2026-05-03T15:03:22+00:00", Some("2026-05-03T15:03:22.000Z")),
        ("2026-01-01T00:30:00+01:00", Some("2025-12-31T23:30:00.000Z")),
        ("2026-05-03T15:03:22-0230", Some("2026-05-03T17:33:22.000Z")),
        (" 2026-05-03T15:03:22Z ", Some("2026-05-03T15:03:22.000Z")),
        ("2024-02-29T12:00:00Z", Some("2024-02-29T12:00:00.000Z")),
        ("2026-02-30T12:00:00Z", None),
        ("2026-05-03", None),
        ("1746284602", None),
        ("2026-05-03T15:03:22+1", None),
        ("1950-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59.999Z", Some("9999-12-31T23:59:59.999Z")),
        ("9999-12-31T23:59:59-05:00", None),
        ("1970-01-01T00:30:00+01:00", None),
        ("ü026-05-03T15:03:22-ü000", None),
    ] {
        assert_eq!(Timestamp::parse(text).map(|time| time.to_string()).as_deref(), expected, "{text}");
    }
}
