//! The configuration in Setup: what the records become, whose problem it is where one is wrong, and that code comes before records.

use patchbay::interaction::Kind;
use patchbay::interaction::call_type::CallType;
use patchbay::log::config::Config;
use patchbay::problem::Problem;
use patchbay::setup::Setup;
use patchbay::string_enum::StringEnum;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::written;
use crate::task::page::{DIRECTIONS, Page, TYPES, connected, renamed};

const RECORD_TYPE: &str = "0125g000000LqT4AAK";

/// A record of a custom metadata type, as Apex writes it.
fn record(name: &str, fields: Value) -> Value {
    let mut record = json!({ "DeveloperName": name, "MasterLabel": name, "attributes": { "type": "any" } });
    if let (Some(record), Value::Object(fields)) = (record.as_object_mut(), fields) {
        record.extend(fields);
    }
    record
}

fn mapping(name: &str, fields: Value) -> Value {
    json!({ "fieldMappings": [record(name, fields)] })
}

fn target(name: &str, kind: &str, value: &str) -> Value {
    record(name, json!({ "Kind__c": kind, "Value__c": value }))
}

fn setup(records: &Value) -> Value {
    written(&Setup::read(records, &Value::Null))
}

/// Everything that the administrator is told: by the configuration, and by a session with its options.
fn problems(records: &Value, infos: &Value) -> Vec<Problem> {
    let mut setup = Setup::read(records, &Value::Null);
    setup.check(infos);
    // A session with the options reports the same.
    let mut of_session = Vec::new();
    let config = Config::read(&written(&setup)["options"], &mut Vec::new());
    config.with_object_info(infos, &mut of_session);
    assert!(setup.problems().ends_with(&of_session));
    setup.problems().to_vec()
}

fn told(records: &Value, infos: &Value) -> Vec<(String, String)> {
    problems(records, infos).iter().map(|one| (one.path.clone(), one.code.as_str().to_owned())).collect()
}

fn one(path: &str, code: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), code.to_owned())]
}

#[test]
fn without_records_the_defaults_count() {
    let expected = json!({
        "options": { "logKeeper": "package", "records": { "fields": [], "values": [], "rules": [], "settings": [] } },
        "recordSearch": true, "statuses": [], "transferTargets": [], "transcriptFields": [], "problems": []
    });
    for nothing in [json!(null), json!({}), json!({ "settings": null, "statuses": [], "settings2": 1 })] {
        assert_eq!(setup(&nothing), expected);
    }
}

#[test]
fn every_setting_becomes_an_option() {
    let records = json!({ "settings": {
        "Log_Keeper__c": "patchbay", "Record_Search__c": "off", "Engagement_API_Version__c": " 62.0 ", "Browser_Storage__c": "tab",
        "Transcripts__c": "cut", "Transcript_Object__c": "Transcript__c", "Transcript_Field__c": "Text__c",
        "Region__c": "mypurecloud.com", "Browser_Storage_Days__c": 7
    } });
    let read = setup(&records);
    let options = &read["options"];
    assert_eq!(options["logKeeper"], "patchbay");
    assert_eq!(options["engagement"], json!({ "apiVersion": "62.0" }));
    assert_eq!(options["browserStorage"], "tab");
    assert_eq!(options["browserStorageDays"], 7);
    assert_eq!(
        written(&Setup::read(&records, &json!({ "browserStorageDays": 3 })))["options"]["browserStorageDays"],
        3
    );
    assert_eq!(options["transcripts"], "cut");
    assert_eq!(options["transcriptRecord"], json!({ "objectApiName": "Transcript__c", "field": "Text__c" }));
    assert_eq!(options["region"], "mypurecloud.com");
    assert_eq!(read["recordSearch"], false);
    assert_eq!(told(&records, &json!({})), []);
}

#[test]
fn a_wrong_setting_is_named_by_its_field() {
    for (field, value, code) in [
        ("Log_Keeper__c", "me", "unknown-value"),
        ("Log_Keeper__c", "Patchbay", "letter-case"),
        ("Record_Search__c", "maybe", "unknown-value"),
        ("Engagement_API_Version__c", "latest", "unknown-value"),
        ("Browser_Storage__c", "cloud", "unknown-value"),
        ("Transcripts__c", "burn", "unknown-value"),
        ("Region__c", "Frankfurt", "unknown-value"),
    ] {
        let found = problems(&json!({ "settings": { field: value } }), &json!({}));
        assert_eq!(found.len(), 1, "{field}: {found:?}");
        assert_eq!(found[0].path, format!("/Patchbay_Settings__c/{field}"));
        assert_eq!(found[0].code.as_str(), code, "{field}");
        assert!(found[0].message.starts_with(&format!("Patchbay_Settings__c, {field}: ")), "{}", found[0].message);
        assert!(found[0].message.contains("write"), "{}", found[0].message);
    }
    for days in [json!(0), json!(-1), json!(4000), json!("seven")] {
        let given = json!({ "settings": { "Browser_Storage_Days__c": days } });
        assert_eq!(told(&given, &json!({})), one("/Patchbay_Settings__c/Browser_Storage_Days__c", "type"), "{days}");
    }
    let half = json!({ "settings": { "Transcript_Object__c": "Transcript__c" } });
    assert_eq!(told(&half, &json!({})), one("/Patchbay_Settings__c/Transcript_Field__c", "type"));
}

#[test]
fn a_wrong_mapping_is_named_by_its_record_and_field() {
    let infos = json!({ "objectInfo": { "apiName": "Task", "fields": {
        "Queue__c": { "dataType": "String", "length": 80, "createable": true, "updateable": true },
        "Count__c": { "dataType": "Int", "createable": true, "updateable": true },
        "Locked__c": { "dataType": "String", "createable": false, "updateable": false }
    } } });
    for (fields, property, code) in [
        (json!({ "Field__c": "Queue__c" }), "Attribute__c", "required"),
        (json!({ "Attribute__c": "Call.Ani", "Value__c": "1", "Field__c": "Queue__c" }), "Value__c", "not-allowed"),
        (json!({ "Attribute__c": "Call.Queue", "Field__c": "Queue__c" }), "Attribute__c", "unknown-value"),
        (json!({ "Attribute__c": "call.ani", "Field__c": "Queue__c" }), "Attribute__c", "letter-case"),
        (json!({ "Attribute__c": "Call.Ani" }), "Field__c", "type"),
        (json!({ "Attribute__c": "Call.Ani", "Field__c": "Queue Name" }), "Field__c", "type"),
        (json!({ "Attribute__c": "Call.Ani", "Field__c": "Subject" }), "Field__c", "not-allowed"),
        (json!({ "Attribute__c": "Call.Ani", "Field__c": "Queu__c" }), "Field__c", "not-stored"),
        (
            json!({ "Attribute__c": "Call.Ani", "Field__c": "Queue__c", "Interaction_Type__c": "email" }),
            "Interaction_Type__c",
            "not-allowed",
        ),
        (
            json!({ "Attribute__c": "Call.Ani", "Field__c": "Queue__c", "Interaction_Type__c": "fax" }),
            "Interaction_Type__c",
            "unknown-value",
        ),
        (
            json!({ "Attribute__c": "Call.Ani", "Field__c": "Queue__c", "Direction__c": "Sideways" }),
            "Direction__c",
            "unknown-value",
        ),
        (json!({ "Value__c": "x", "Field__c": "Subject" }), "Field__c", "not-allowed"),
        (json!({ "Value__c": "x", "Field__c": "Locked__c" }), "Field__c", "not-stored"),
        (json!({ "Value__c": "many", "Field__c": "Count__c" }), "Value__c", "not-stored"),
        (json!({ "Value__c": "00Q5g00000HbP7wEAF", "Field__c": "OwnerId" }), "Value__c", "unknown-value"),
        (
            json!({ "Value__c": "x", "Field__c": "Queue__c", "Interaction_Type__c": "outbound dialing" }),
            "Interaction_Type__c",
            "unknown-value",
        ),
    ] {
        let found = problems(&mapping("Queue_Name", fields.clone()), &infos);
        assert_eq!(found.len(), 1, "{fields}: {found:?}");
        let path = found[0].path.strip_prefix("/Patchbay_Field_Mapping__mdt/Queue_Name/");
        assert_eq!((path, found[0].code.as_str()), (Some(property), code), "{fields}");
        let words = format!("Patchbay_Field_Mapping.Queue_Name, {property}: ");
        assert!(found[0].message.starts_with(&words), "{}", found[0].message);
    }
}

#[test]
fn a_field_is_filled_once_and_the_later_record_is_named() {
    let twice = json!({ "fieldMappings": [
        record("Zulu", json!({ "Attribute__c": "Call.Ani", "Field__c": "Number__c" })),
        record("Alpha", json!({ "Attribute__c": "Call.CalledNumber", "Field__c": "number__c" })),
    ] });
    assert_eq!(told(&twice, &json!({})), one("/Patchbay_Field_Mapping__mdt/Zulu/Field__c", "not-allowed"));
    let apart = json!({ "fieldMappings": [
        record("In", json!({ "Attribute__c": "Call.Ani", "Field__c": "Number__c", "Direction__c": "Inbound" })),
        record("Out", json!({ "Attribute__c": "Call.CalledNumber", "Field__c": "Number__c", "Direction__c": "Outbound" })),
    ] });
    assert_eq!(told(&apart, &json!({})), []);
    let both = json!({ "fieldMappings": [
        record("Attribute", json!({ "Attribute__c": "Call.Ani", "Field__c": "Number__c" })),
        record("Fixed", json!({ "Value__c": "none", "Field__c": "Number__c" })),
    ] });
    // It is stored where an interaction lacks the attribute.
    assert_eq!(told(&both, &json!({})), one("/Patchbay_Field_Mapping__mdt/Fixed/Field__c", "not-allowed"));
}

#[test]
fn the_more_specific_record_counts_for_every_type_and_direction() {
    let general = record("A_general", json!({ "Value__c": "general", "Field__c": "Line__c" }));
    for (kind, _, subtype) in TYPES {
        for direction in DIRECTIONS {
            let by_type =
                record("B_type", json!({ "Value__c": "type", "Field__c": "Line__c", "Interaction_Type__c": kind }));
            let by_both = record(
                "C_both",
                json!({ "Value__c": "both", "Field__c": "Line__c", "Interaction_Type__c": kind, "Direction__c": direction }),
            );
            let rule = record(
                "Rule",
                json!({
                    "Interaction_Type__c": kind, "Direction__c": direction, "Open_Status__c": "Wartet", "Closed_Status__c": "Erledigt",
                    "Close_When__c": "wrappedUp", "Task_Subtype__c": "Task", "Record_Type__c": "Claim_Call"
                }),
            );
            let options = |records: Value| {
                let mut options = setup(&records)["options"].clone();
                options["logKeeper"] = "patchbay".into();
                options["taskStatuses"] = renamed();
                options
            };
            let stored = |mappings: &[&Value], rules: &[&Value], of: (&str, &str)| {
                let records = json!({
                    "fieldMappings": mappings, "taskRules": rules, "recordTypes": { "Claim_Call": RECORD_TYPE }
                });
                let mut page = Page::open(&options(records));
                page.receive("add", connected(of.0, of.1));
                ["Line__c", "Status", "TaskSubtype", "RecordTypeId"].map(|field| page.stored(field))
            };
            let both = stored(&[&general, &by_type, &by_both], &[&rule], (kind, direction));
            assert_eq!(both, ["both", "Wartet", "Task", RECORD_TYPE].map(Value::from), "{kind} {direction}");
            assert_eq!(stored(&[&general, &by_type], &[], (kind, direction))[0], "type");
            let other = TYPES.iter().map(|(other, ..)| *other).find(|other| *other != kind).unwrap_or_default();
            assert_eq!(stored(&[&general, &by_type], &[&rule], (other, direction))[0], "general");
            let none = stored(&[&general], &[], (kind, direction));
            assert_eq!(none[2..], [subtype.into(), Value::Null], "without a rule the type decides");
        }
    }
}

#[test]
fn a_mapping_for_one_direction_stores_nothing_of_another() {
    let records =
        mapping("In", json!({ "Attribute__c": "Call.Ani", "Field__c": "Number__c", "Direction__c": "Inbound" }));
    let mut options = setup(&records)["options"].clone();
    options["logKeeper"] = "patchbay".into();
    for (direction, stored) in
        [("Inbound", json!("+61491570156")), ("Outbound", json!(null)), ("Internal", json!(null))]
    {
        let mut conversation = connected("call", direction);
        conversation["ani"] = "+61491570156".into();
        let mut page = Page::open(&options);
        page.receive("add", conversation);
        assert_eq!(page.stored("Number__c"), stored, "{direction}");
    }
}

#[test]
fn a_wrong_rule_is_named_by_its_record_and_field() {
    let infos = json!({ "taskStatuses": renamed() });
    for (fields, property, code) in [
        (json!({ "Open_Status__c": "Erledigt" }), "Open_Status__c", "not-allowed"),
        (json!({ "Open_Status__c": "Weg" }), "Open_Status__c", "unknown-value"),
        (json!({ "Closed_Status__c": "Wartet" }), "Closed_Status__c", "not-allowed"),
        (json!({ "Closed_Status__c": "Erledig" }), "Closed_Status__c", "unknown-value"),
        (json!({ "Closed_Status__c": "erledigt" }), "Closed_Status__c", "letter-case"),
        (json!({ "Close_When__c": "never" }), "Close_When__c", "unknown-value"),
        (json!({ "Task_Subtype__c": "Cadence" }), "Task_Subtype__c", "unknown-value"),
        (json!({ "Record_Type__c": "Nothing" }), "Record_Type__c", "unknown-value"),
        (json!({ "Interaction_Type__c": "fax" }), "Interaction_Type__c", "unknown-value"),
        (json!({ "Direction__c": "Up" }), "Direction__c", "unknown-value"),
    ] {
        let records = json!({
            "taskRules": [record("Calls", fields.clone())], "recordTypes": { "Claim_Call": RECORD_TYPE }
        });
        let path = format!("/Patchbay_Task_Rule__mdt/Calls/{property}");
        assert_eq!(told(&records, &infos), one(&path, code), "{fields}");
    }
    let twice = json!({ "taskRules": [record("One", json!({})), record("Two", json!({}))] });
    assert_eq!(told(&twice, &infos), one("/Patchbay_Task_Rule__mdt/Two/Interaction_Type__c", "not-allowed"));
}

#[test]
fn the_closed_status_of_a_rule_counts_for_its_interactions_alone() {
    let statuses = json!([
        { "name": "Open", "isClosed": false }, { "name": "First", "isClosed": true }, { "name": "Second", "isClosed": true }
    ]);
    let task = json!({ "rules": [{ "types": ["email"], "closedStatus": "Second" }] });
    for (kind, _, _) in TYPES {
        let mut page = Page::open(&json!({ "taskStatuses": statuses, "task": task }));
        page.receive("add", connected(kind, "Inbound"));
        page.receive("disconnect", json!({ "state": "DISCONNECTED", "isDisconnected": true }));
        assert_eq!(page.stored("Status"), if kind == "email" { "Second" } else { "First" }, "{kind}");
    }
}

#[test]
fn statuses_and_targets_are_sorted_and_plain() {
    let records = json!({
        "statuses": [
            record("Meal", json!({ "Genesys_Status__c": "3fd96123-badb-4f69-bc03-1b1ccc6d8014", "Status__c": "MEAL", "Sort__c": 2 })),
            record("Break", json!({ "Genesys_Status__c": "Break", "Sort__c": 1, "Sub_Status__c": "Coffee", "Status__c": "BREAK" })),
            record("Away", json!({ "Genesys_Status__c": "Away" })),
        ],
        "transferTargets": [
            record("B", json!({ "Kind__c": "flow", "Value__c": "Auditor Secure Flow", "Group__c": "Flows" })),
            record("A", json!({ "Kind__c": "queueId", "Value__c": "a1f4e2d8-7b3c-4c59-9e60-d2a8b5c7f301", "Sort__c": 1.5 })),
        ]
    });
    let read = setup(&records);
    assert_eq!(
        read["statuses"],
        json!([
            { "id": "Break", "label": "Break", "status": "BREAK", "subStatus": "Coffee" },
            { "id": "3fd96123-badb-4f69-bc03-1b1ccc6d8014", "label": "Meal", "status": "MEAL", "subStatus": null },
            { "id": "Away", "label": "Away", "status": null, "subStatus": null }
        ])
    );
    assert_eq!(
        read["transferTargets"],
        json!([
            { "label": "A", "kind": "queueId", "value": "a1f4e2d8-7b3c-4c59-9e60-d2a8b5c7f301", "group": null, "sort": 1.5 },
            { "label": "B", "kind": "flow", "value": "Auditor Secure Flow", "group": "Flows", "sort": null }
        ])
    );
    assert_eq!(read["problems"], json!([]));
}

#[test]
fn every_kind_of_target_is_judged_as_the_transfer_would_be() {
    let id = "a1f4e2d8-7b3c-4c59-9e60-d2a8b5c7f301";
    for (kind, right, wrong, code) in [
        ("userId", id, "Robin Vale", "unknown-value"),
        ("queueId", id, "Claims Voice", "unknown-value"),
        ("queueId", id, "+1 317 555 0123", "unknown-value"),
        ("phone", "+1 (317) 555-0123", "reception", "unknown-value"),
        ("flow", "Auditor Secure Flow", "Auditor%20Secure%20Flow", "encoded-twice"),
        ("address", "desk@example.invalid", "desk%40example.invalid", "encoded-twice"),
    ] {
        let read = |value: &str| setup(&json!({ "transferTargets": [target("One", kind, value)] }));
        assert_eq!(read(right)["problems"], json!([]), "{kind} {right}");
        let problem = &read(wrong)["problems"][0];
        assert_eq!(problem["path"], "/Patchbay_Transfer_Target__mdt/One/Value__c", "{kind} {wrong}");
        assert_eq!(problem["code"], code, "{kind} {wrong}");
    }
}

#[test]
fn what_agents_could_not_choose_is_left_out_and_named() {
    let meal = json!({ "Genesys_Status__c": "MEAL" });
    let statuses = |statuses: Value| json!({ "statuses": statuses });
    let targets = |targets: Value| json!({ "transferTargets": targets });
    for (records, path, code) in [
        (statuses(json!([record("Meal", json!({}))])), "/Patchbay_Status__mdt/Meal/Genesys_Status__c", "required"),
        (
            statuses(json!([record("One", meal.clone()), record("Two", meal)])),
            "/Patchbay_Status__mdt/Two/Genesys_Status__c",
            "not-allowed",
        ),
        (statuses(json!({ "Meal": 1 })), "/Patchbay_Status__mdt", "type"),
        (statuses(json!(["Meal"])), "/Patchbay_Status__mdt/0", "type"),
        (statuses(json!(vec![Value::Null; 1_001])), "/Patchbay_Status__mdt", "type"),
        (targets(json!([target("A", "skill", "x")])), "/Patchbay_Transfer_Target__mdt/A/Kind__c", "unknown-value"),
        (targets(json!([target("A", "", "x")])), "/Patchbay_Transfer_Target__mdt/A/Kind__c", "required"),
        (targets(json!([target("A", "phone", " ")])), "/Patchbay_Transfer_Target__mdt/A/Value__c", "required"),
        (
            targets(json!([target("A", "phone", "110"), target("B", "phone", "110")])),
            "/Patchbay_Transfer_Target__mdt/B/Value__c",
            "not-allowed",
        ),
        (json!("deployed yesterday"), "", "type"),
    ] {
        assert_eq!(told(&records, &json!({})), one(path, code), "{records}");
    }
}

#[test]
fn what_code_says_comes_before_the_records() {
    let records = json!({
        "settings": { "Log_Keeper__c": "package", "Region__c": "mypurecloud.com", "Record_Search__c": "off" },
        "fieldMappings": [
            record("Queue", json!({ "Attribute__c": "Call.QueueNam", "Field__c": "Queue__c" })),
            record("Priority", json!({ "Value__c": "Low", "Field__c": "Priority" })),
        ],
        "taskRules": [record("All", json!({ "Open_Status__c": "Wartet" }))],
        "statuses": [record("Meal", json!({}))],
    });
    let code = json!({
        "logKeeper": "patchbay", "recordSearch": true, "region": null,
        "fields": { "Chat.Transcript": "Transcript__c", "Call.QueueNam": "Queue__c" },
        "statuses": [{ "id": "MEAL", "label": "Meal" }, { "label": "Away" }],
    });
    let setup = Setup::read(&records, &code);
    let read = written(&setup);
    assert_eq!(read["options"]["logKeeper"], "patchbay");
    assert_eq!(read["options"]["region"], "mypurecloud.com", "null says nothing");
    assert_eq!(read["recordSearch"], true);
    assert_eq!(read["options"]["fields"], code["fields"]);
    assert_eq!(read["options"]["task"]["values"][0]["value"], "Low", "the rest stays");
    assert_eq!(read["transcriptFields"], json!(["Transcript__c"]));
    assert_eq!(read["statuses"], json!([{ "id": "MEAL", "label": "Meal", "status": null, "subStatus": null }]));
    assert_eq!(read["problems"][0]["path"], "/statuses/1/id");
    let mut problems = Vec::new();
    Config::read(&read["options"], &mut problems);
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/fields/Call.QueueNam"], "what code says wrong is no record's problem");
}

#[test]
fn every_type_and_direction_of_the_picklists_is_one_of_the_documents() {
    for (names, property) in [(Kind::NAMES, "Interaction_Type__c"), (CallType::NAMES, "Direction__c")] {
        for name in names {
            for what in [json!({ "Attribute__c": "uuiData" }), json!({ "Value__c": "x" })] {
                let mut fields = what;
                fields["Field__c"] = "Own__c".into();
                fields[property] = (*name).into();
                assert_eq!(told(&mapping("One", fields), &json!({})), [], "{name}");
            }
        }
    }
    let dialed = json!({
        "Attribute__c": "OutboundDialing.ContactId", "Field__c": "Own__c", "Interaction_Type__c": "outbound dialing"
    });
    assert_eq!(told(&mapping("One", dialed), &json!({})), []);
}

proptest! {
    #[test]
    fn nothing_breaks_it(text in "\\PC{0,40}", key in 0_usize..8, number in any::<f64>()) {
        let name = ["Kind__c", "Value__c", "Field__c", "Attribute__c", "Sort__c", "Genesys_Status__c", "MasterLabel", "DeveloperName"][key];
        for value in [json!(text), json!(number), json!([text]), json!({ text.as_str(): 1 }), json!(null)] {
            let hostile = json!([record("One", json!({ name: value })), value]);
            let records = json!({
                "settings": { "Region__c": value, "Log_Keeper__c": value }, "statuses": hostile, "transferTargets": hostile,
                "fieldMappings": hostile, "taskRules": hostile, "recordTypes": value
            });
            let _ = problems(&records, &json!({}));
            let _ = written(&Setup::read(&value, &records));
        }
    }
}
