//! Preflight: every check in every state that its facts can be in, and facts that are none.

use std::collections::BTreeSet;

use patchbay::preflight::Report;
use patchbay::preflight::check::{Check, Status};
use patchbay::preflight::finding::Code;
use patchbay::string_enum::StringEnum;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What logs fill, in the order of the one table of their fields.
const WRITTEN: [&str; 12] = [
    "ActivityDate",
    "CallDurationInSeconds",
    "CallObject",
    "CallDisposition",
    "CallType",
    "Description",
    "WhoId",
    "WhatId",
    "Status",
    "Subject",
    "TaskSubtype",
    "Type",
];
const GUARDED: [&str; 5] = ["ActivityDate", "Description", "Type", "WhatId", "WhoId"];

fn written() -> impl Iterator<Item = &'static str> {
    WRITTEN.into_iter()
}

fn fact(name: &str, value: &Value) -> Value {
    json!({ name: value })
}

/// What one check says of facts: codes with their values.
fn of_check(check: Check, facts: &Value) -> Vec<(Code, Vec<String>)> {
    let report = Report::read(facts);
    assert_eq!(report.problems(), [], "{facts}");
    let findings = report.findings().iter().filter(|finding| finding.check == check);
    findings.map(|finding| (finding.code, finding.values.clone())).collect()
}

/// Every state of a check, with its one finding.
fn expect(check: Check, name: &str, states: &[(Value, Code, &[&str])]) {
    let mut seen = BTreeSet::new();
    for (value, code, values) in states {
        let found = of_check(check, &fact(name, value));
        let values: Vec<_> = values.iter().map(|value| (*value).to_owned()).collect();
        assert_eq!(found, [(*code, values)], "{name}: {value}");
        seen.insert(*code);
    }
    let all: BTreeSet<_> = Code::ALL.iter().copied().filter(|code| code.check() == check).collect();
    assert_eq!(seen, all, "each way in which the check may end is tried");
}

#[test]
fn what_is_not_known_is_not_judged() {
    for facts in [json!({}), json!({ "channel": null, "tasks": null, "another": 1 })] {
        let report = Report::read(&facts);
        assert!(report.is_valid());
        assert_eq!(report.problems(), []);
        assert_eq!(report.findings().iter().map(|finding| finding.check).collect::<Vec<_>>(), Check::ALL);
        assert!(report.findings().iter().all(|finding| finding.status == Status::Unknown));
    }
}

#[test]
fn permission_sets() {
    expect(
        Check::PermissionSet,
        "permissionSets",
        &[
            (Value::Null, Code::PermissionSetUnknown, &[]),
            (json!([]), Code::PermissionSetMissing, &[]),
            (json!(["Patchbay_Admin", "Patchbay_Agents"]), Code::PermissionSetMissing, &[]),
            (json!(["Sales", "Patchbay_Agent"]), Code::PermissionSetGiven, &[]),
            (json!(["acme__patchbay_agent"]), Code::PermissionSetGiven, &[]),
        ],
    );
}

#[test]
fn apex_classes_in_every_combination() {
    const CLASSES: [&str; 4] =
        ["PatchbayConfiguration", "PatchbayInteractionLog", "PatchbayRecordMatch", "PatchbayTaskStatus"];
    let known = [None, Some(true), Some(false)];
    for number in 0..81 {
        let states = [1, 3, 9, 27].map(|part| known[number / part % 3]);
        let mut classes = json!({ "Another": false });
        CLASSES.iter().zip(states).for_each(|(class, state)| classes[class] = json!(state));
        let facts = json!({ "apexClasses": classes });
        let refused: Vec<_> = (0..4).filter(|at| states[*at] == Some(false)).map(|at| CLASSES[at].to_owned()).collect();
        let code = match states {
            _ if !refused.is_empty() => Code::ApexRefused,
            [Some(true), Some(true), Some(true), Some(true)] => Code::ApexAllowed,
            _ => Code::ApexUnknown,
        };
        assert_eq!(of_check(Check::ApexAccess, &facts), [(code, refused)], "{facts}");
    }
    assert_eq!(of_check(Check::ApexAccess, &json!({})), [(Code::ApexUnknown, vec![])]);
}

#[test]
fn tasks_in_every_combination() {
    const STATES: [Option<bool>; 3] = [None, Some(true), Some(false)];
    for at in 0..27 {
        let [read, create, edit] = [STATES[at % 3], STATES[at / 3 % 3], STATES[at / 9]];
        let facts = json!({ "tasks": { "read": read, "create": create, "edit": edit } });
        let rights = [("read", read), ("create", create), ("edit", edit)];
        let refused: Vec<_> =
            rights.iter().filter(|(_, right)| *right == Some(false)).map(|(name, _)| (*name).to_owned()).collect();
        let code = match rights.map(|(_, right)| right) {
            _ if !refused.is_empty() => Code::TasksRefused,
            [Some(true), Some(true), Some(true)] => Code::TasksAllowed,
            _ => Code::TasksUnknown,
        };
        assert_eq!(of_check(Check::TaskAccess, &facts), [(code, refused)], "{facts}");
    }
}

/// All fields with full access, but for one.
fn fields(name: &str, access: Option<[bool; 3]>) -> Value {
    let entry = |[read, create, edit]: [bool; 3]| json!({ "read": read, "create": create, "edit": edit });
    let mut all = serde_json::Map::new();
    for field in written().filter(|field| *field != name) {
        all.insert(field.to_owned(), entry([true; 3]));
    }
    if let Some(access) = access {
        all.insert(name.to_owned(), entry(access));
    }
    json!({ "taskFields": all })
}

#[test]
fn each_field_with_every_access() {
    for name in written() {
        for bits in 0..8 {
            let [read, create, edit] = [bits & 1 > 0, bits & 2 > 0, bits & 4 > 0];
            let may_write = read && create && (edit || name == "TaskSubtype");
            let expected = match (may_write, name) {
                (true, _) => (Code::FieldsAllowed, vec![]),
                (false, "CallObject") => (Code::KeyFieldRefused, vec![]),
                (false, _) => (Code::FieldsRefused, vec![name.to_owned()]),
            };
            assert_eq!(of_check(Check::TaskFields, &fields(name, Some([read, create, edit]))), [expected], "{name}");
        }
        let unknown = of_check(Check::TaskFields, &fields(name, None));
        let expected = match GUARDED.contains(&name) {
            true => (Code::FieldsUnknown, vec![name.to_owned()]),
            // Of a field that nothing can guard, permission sets say nothing.
            false => (Code::FieldsAllowed, vec![]),
        };
        assert_eq!(unknown, [expected], "{name}");
    }
}

#[test]
fn a_field_that_is_not_there_cannot_be_written() {
    let facts = json!({ "taskFields": { "callobject": false, "Description": false, "Other__c": false } });
    assert_eq!(
        of_check(Check::TaskFields, &facts),
        [(Code::KeyFieldRefused, vec![]), (Code::FieldsRefused, vec!["Description".to_owned()])]
    );
    let unknown = of_check(Check::TaskFields, &json!({ "taskFields": {} }));
    assert_eq!(unknown, [(Code::FieldsUnknown, GUARDED.map(str::to_owned).to_vec())]);
}

#[test]
fn each_set_of_types() {
    const TYPES: [&str; 5] = ["Call", "Chat", "Email", "Voicemail", "Message"];
    for bits in 0..32 {
        let there: Vec<_> = (0..5).filter(|at| bits & (1 << at) > 0).map(|at| TYPES[at]).collect();
        let missing: Vec<_> = (0..5).filter(|at| bits & (1 << at) == 0).map(|at| TYPES[at].to_owned()).collect();
        let code = if missing.is_empty() { Code::TypesThere } else { Code::TypesMissing };
        assert_eq!(of_check(Check::TaskTypes, &json!({ "taskTypes": there })), [(code, missing)]);
    }
    assert_eq!(of_check(Check::TaskTypes, &json!({})), [(Code::TypesUnknown, vec![])]);
}

#[test]
fn closed_statuses() {
    expect(
        Check::ClosedStatus,
        "closedStatuses",
        &[
            (Value::Null, Code::ClosedStatusUnknown, &[]),
            (json!([]), Code::ClosedStatusMissing, &[]),
            (json!(["Erledigt", "Verworfen"]), Code::ClosedStatusThere, &["Erledigt", "Verworfen"]),
        ],
    );
}

#[test]
fn objects_of_related_to() {
    expect(
        Check::RelatedTo,
        "relatedTo",
        &[
            (Value::Null, Code::ActivitiesUnknown, &[]),
            (json!({}), Code::ActivitiesUnknown, &[]),
            (json!({ "Claim__c": null }), Code::ActivitiesUnknown, &[]),
            (json!({ "Account": true, "Claim__c": true }), Code::ActivitiesAllowed, &["Account", "Claim__c"]),
            (
                json!({ "Account": true, "Claim__c": false, "Policy__c": false }),
                Code::ActivitiesOff,
                &["Claim__c", "Policy__c"],
            ),
        ],
    );
}

#[test]
fn facts_that_are_so_or_not() {
    for (check, name, [yes, no, unknown]) in [
        (Check::Channel, "channel", [Code::ChannelThere, Code::ChannelMissing, Code::ChannelUnknown]),
        (
            Check::WebSecurity,
            "lightningWebSecurity",
            [Code::WebSecurityOn, Code::WebSecurityOff, Code::WebSecurityUnknown],
        ),
        (Check::Storage, "storage", [Code::StorageAllowed, Code::StorageForbidden, Code::StorageUnknown]),
    ] {
        expect(check, name, &[(true.into(), yes, &[]), (false.into(), no, &[]), (Value::Null, unknown, &[])]);
    }
}

#[test]
fn events_of_the_client_by_what_was_heard_and_how_long() {
    let all = ["Interaction", "UserAction", "Notification"];
    let heard = |seconds: u64, types: Value| json!({ "seconds": seconds, "types": types });
    expect(
        Check::ClientEvents,
        "events",
        &[
            (Value::Null, Code::EventsUnknown, &[]),
            (heard(0, json!({})), Code::EventsListening, &all),
            (heard(59, json!({ "Interaction": 3 })), Code::EventsListening, &all[1..]),
            (heard(60, json!({})), Code::EventsNone, &["60"]),
            (heard(61, json!({ "Interaction": 0 })), Code::EventsNone, &["61"]),
            (heard(60, json!({ "InitialSetup": 1 })), Code::EventsPartly, &all),
            (heard(60, json!({ "Interaction": 3, "notification": 1 })), Code::EventsPartly, &["UserAction"]),
            (heard(5, json!({ "Interaction": 3, "UserActions": 1, "Notification": 1 })), Code::EventsHeard, &all),
            // Components publish on the same channel.
            (
                heard(60, json!({ "PureCloud.User.updateStatus": 3, "purecloud.subscribe": 1 })),
                Code::EventsNone,
                &["60"],
            ),
        ],
    );
    for bits in 0..8 {
        let types: serde_json::Map<_, _> =
            (0..3).filter(|at| bits & (1 << at) > 0).map(|at| (all[at].to_owned(), 1.into())).collect();
        let missing: Vec<_> = (0..3).filter(|at| bits & (1 << at) == 0).map(|at| all[at].to_owned()).collect();
        let expected = match missing.len() {
            0 => (Code::EventsHeard, all.map(str::to_owned).to_vec()),
            3 => (Code::EventsNone, vec!["90".to_owned()]),
            _ => (Code::EventsPartly, missing),
        };
        let facts = json!({ "events": { "seconds": 90, "types": types } });
        assert_eq!(of_check(Check::ClientEvents, &facts), [expected]);
    }
}

#[test]
fn extensions_of_the_package() {
    expect(
        Check::Extension,
        "extensions",
        &[
            (Value::Null, Code::ExtensionUnknown, &[]),
            (json!([]), Code::ExtensionNone, &[]),
            (json!(["PatchbayCTIExtensions"]), Code::ExtensionThere, &["PatchbayCTIExtensions"]),
            (json!(["A", "B"]), Code::ExtensionSeveral, &["A", "B"]),
        ],
    );
}

#[test]
fn languages_of_users() {
    let languages = |used: Value, translated: Value| json!({ "used": used, "translated": translated });
    expect(
        Check::Translations,
        "languages",
        &[
            (Value::Null, Code::TranslationsUnknown, &[]),
            (languages(json!([]), json!(["de"])), Code::TranslationsUnknown, &[]),
            (languages(json!(["en_US", "en-GB"]), json!([])), Code::TranslationsThere, &[]),
            (languages(json!(["de_AT", "DE"]), json!(["de"])), Code::TranslationsThere, &[]),
            (languages(json!(["de", "fr", "en"]), json!([])), Code::TranslationsMissing, &["de", "fr"]),
        ],
    );
}

#[test]
fn an_error_alone_makes_facts_invalid() {
    for code in Code::ALL {
        let expected: &[Status] = match code.as_str() {
            "apex-refused"
            | "tasks-refused"
            | "key-field-refused"
            | "closed-status-missing"
            | "channel-missing"
            | "events-none"
            | "web-security-off" => &[Status::Error],
            _ => &[Status::Ok, Status::Warning, Status::Unknown],
        };
        assert!(expected.contains(&code.status()), "{}", code.as_str());
    }
    assert!(Report::read(&json!({ "storage": false, "taskTypes": [] })).is_valid());
    for facts in [json!({ "channel": false }), json!({ "taskFields": { "CallObject": false } })] {
        assert!(!Report::read(&facts).is_valid());
    }
}

#[test]
fn each_code_has_a_sentence_with_a_place_for_its_values() {
    let mut sentences = BTreeSet::new();
    for code in Code::ALL {
        let sentence = code.sentence();
        assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{sentence}");
        assert!(sentences.insert(sentence), "two codes say the same: {sentence}");
        if code.status() == Status::Warning || code.status() == Status::Error {
            assert!(sentence.matches(['.', ':']).count() > 1, "nothing to do: {sentence}");
        }
    }
    assert_eq!(Check::ALL.iter().map(|check| check.title()).collect::<BTreeSet<_>>().len(), Check::ALL.len());
}

#[test]
fn values_are_there_where_a_sentence_has_a_place_for_them() {
    for facts in [
        json!({
            "permissionSets": [], "apexClasses": { "PatchbayRecordMatch": false }, "tasks": { "read": false },
            "taskFields": { "CallObject": false, "Type": false }, "taskTypes": [], "closedStatuses": ["Done"],
            "relatedTo": { "Claim__c": false }, "events": { "seconds": 60, "types": {} }, "extensions": ["A", "B"],
            "languages": { "used": ["fr"], "translated": [] }
        }),
        json!({ "relatedTo": { "Claim__c": true }, "extensions": ["A"], "events": { "seconds": 1, "types": {} } }),
        json!({}),
    ] {
        for finding in Report::read(&facts).findings() {
            let has_place = finding.code.sentence().contains("{0}");
            assert_eq!(!finding.values.is_empty(), has_place, "{}", finding.code.as_str());
        }
    }
}

#[test]
fn what_is_no_fact_is_told_and_unknown() {
    for (name, wrong) in [
        ("permissionSets", json!("Patchbay_Agent")),
        ("apexClasses", json!(["PatchbayRecordMatch"])),
        ("tasks", json!(true)),
        ("taskFields", json!([])),
        ("taskTypes", json!({})),
        ("closedStatuses", json!(2)),
        ("relatedTo", json!("Account")),
        ("channel", json!("yes")),
        ("events", json!({ "seconds": -1, "types": {} })),
        ("events", json!({ "types": {} })),
        ("extensions", json!(1)),
        ("lightningWebSecurity", json!(1)),
        ("languages", json!({ "used": "de" })),
        ("storage", json!("true")),
    ] {
        let report = Report::read(&fact(name, &wrong));
        let told: Vec<_> =
            report.problems().iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect();
        assert_eq!(told, [(format!("/{name}").as_str(), "type")]);
        assert!(report.findings().iter().all(|finding| finding.status == Status::Unknown), "{name}");
    }
    for wrong in [json!(null), json!([]), json!("facts"), json!(7)] {
        let report = Report::read(&wrong);
        assert_eq!(report.problems().len(), 1);
        assert_eq!(report.findings().len(), Check::ALL.len());
    }
    // What is wrong inside a list is passed over, the rest counts.
    let found = of_check(Check::ClosedStatus, &json!({ "closedStatuses": [1, "", " Done ", null, "x".repeat(256)] }));
    assert_eq!(found, [(Code::ClosedStatusThere, vec!["Done".to_owned()])]);
}

#[test]
fn the_report_in_the_shape_that_goes_out() {
    let report = serde_json::to_value(Report::read(&json!({ "channel": false }))).unwrap();
    assert_eq!(report["valid"], false);
    assert_eq!(report["problems"], json!([]));
    assert_eq!(report["listenFor"], 60);
    assert_eq!(
        report["findings"][7],
        json!({ "check": "channel", "status": "error", "code": "channel-missing", "values": [] })
    );
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[A-Za-z_]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(
                prop_oneof![
                    Just("read".to_owned()),
                    Just("seconds".to_owned()),
                    Just("types".to_owned()),
                    Just("used".to_owned()),
                    Just("CallObject".to_owned()),
                    "[A-Za-z]{0,6}"
                ],
                inner,
                0..4
            )
            .prop_map(|map| map.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_given_every_check_ends(values in prop::collection::vec(any_json(), 13)) {
        const NAMES: [&str; 13] = [
            "permissionSets", "apexClasses", "tasks", "taskFields", "taskTypes", "closedStatuses", "relatedTo",
            "channel", "events", "extensions", "lightningWebSecurity", "languages", "storage",
        ];
        let facts: serde_json::Map<_, _> = NAMES.iter().map(|name| (*name).to_owned()).zip(values).collect();
        let report = Report::read(&facts.into());
        let checks: Vec<_> = report.findings().iter().map(|finding| finding.check).collect();
        prop_assert!(checks.is_sorted());
        prop_assert_eq!(checks.into_iter().collect::<BTreeSet<_>>().len(), Check::ALL.len());
        let has_error = report.findings().iter().any(|finding| finding.status == Status::Error);
        prop_assert_eq!(report.is_valid(), !has_error);
    }
}
