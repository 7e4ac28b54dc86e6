//! Integration settings, sentence by sentence of "Integration settings".

use patchbay::problem::Severity;
use patchbay::settings::Report;
use patchbay::settings::activities::Class;
use patchbay::settings::service_level::Contact;
use proptest::prelude::*;
use serde_json::{Value, json};

const SECRET: &str = "s3cr3t-D0NT-T3LL";

fn historical(more: Value) -> Value {
    merged(json!({ "kind": "historical", "clientId": "3MVG9", "clientSecret": SECRET, "apiVersion": "v53.0" }), more)
}

fn realtime(more: Value) -> Value {
    let form = json!({
        "kind": "realtime", "clientId": "3MVG9", "clientSecret": SECRET, "apiVersion": "53.0", "eventName": "Agent_State__e"
    });
    merged(form, more)
}

fn merged(mut form: Value, more: Value) -> Value {
    if let (Some(form), Value::Object(more)) = (form.as_object_mut(), more) {
        form.extend(more);
    }
    form
}

fn reported(list: Value) -> Vec<(String, String)> {
    let view = view(&Report::read(&list));
    let problems = view["problems"].as_array().cloned().unwrap_or_default();
    let text = |problem: &Value, name: &str| problem[name].as_str().unwrap_or_default().to_owned();
    problems.iter().map(|problem| (text(problem, "path"), text(problem, "code"))).collect()
}

/// What JavaScript receives.
fn view(report: &Report) -> Value {
    serde_json::to_value(report.view()).unwrap_or_default()
}

fn one(path: &str, code: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), code.to_owned())]
}

fn setting(list: Value, at: usize) -> Value {
    view(&Report::read(&list))["settings"][at].clone()
}

#[test]
fn defaults_are_filled_in() {
    assert_eq!(
        setting(json!([historical(json!({}))]), 0),
        json!({
            "kind": "historical", "platform": "Salesforce v1", "group": null, "status": true, "clientId": "3MVG9",
            "clientSecretGiven": true, "url": "https://login.salesforce.com/services/oauth2/token", "apiVersion": "v53.0",
            "adminActivities": [], "idleActivities": [], "notReadyActivities": [], "readyActivities": [],
            "serviceLevelThreshold": 20, "shortAbandonThreshold": 5
        })
    );
    assert_eq!(
        setting(json!([historical(json!({})), realtime(json!({}))]), 1),
        json!({
            "kind": "realtime", "platform": "Salesforce v1", "group": null, "status": true, "clientId": "3MVG9",
            "clientSecretGiven": true, "url": "https://login.salesforce.com/services/oauth2/token", "apiVersion": "53.0",
            "eventName": "Agent_State__e"
        })
    );
}

#[test]
fn versions_are_read_in_every_spelling_and_written_as_each_form_writes_them() {
    for given in [json!("v53.0"), json!("53.0"), json!("53"), json!(53), json!("V53.0"), json!(" 53.0 ")] {
        let list = json!([historical(json!({ "apiVersion": given })), realtime(json!({ "apiVersion": given }))]);
        assert_eq!(reported(list.clone()), []);
        assert_eq!([&setting(list.clone(), 0)["apiVersion"], &setting(list, 1)["apiVersion"]], ["v53.0", "53.0"]);
    }
    for wrong in [json!("latest"), json!("53.5"), json!(""), json!("v"), json!(-1), json!(0), json!(true), json!([53])]
    {
        assert_eq!(
            reported(json!([historical(json!({ "apiVersion": wrong }))])),
            one("/0/apiVersion", "unknown-value"),
            "{wrong}"
        );
    }
    assert_eq!(reported(json!([historical(json!({ "apiVersion": null }))])), one("/0/apiVersion", "required"));
}

#[test]
fn tokens_come_from_salesforce_over_https_only() {
    for (given, url) in [
        ("https://login.salesforce.com", "https://login.salesforce.com/services/oauth2/token"),
        ("https://login.salesforce.com/", "https://login.salesforce.com/services/oauth2/token"),
        ("https://test.salesforce.com", "https://test.salesforce.com/services/oauth2/token"),
        ("HTTPS://Login.Salesforce.com/services/oauth2/token", "https://login.salesforce.com/services/oauth2/token"),
        ("https://acme.my.salesforce.com", "https://acme.my.salesforce.com/services/oauth2/token"),
        (
            "https://acme--uat.sandbox.my.salesforce.com",
            "https://acme--uat.sandbox.my.salesforce.com/services/oauth2/token",
        ),
        (
            "https://acme-dev-ed.develop.my.salesforce.com/",
            "https://acme-dev-ed.develop.my.salesforce.com/services/oauth2/token",
        ),
        ("", "https://login.salesforce.com/services/oauth2/token"),
    ] {
        assert_eq!(setting(json!([historical(json!({ "url": given }))]), 0)["url"], url, "{given}");
    }
    for wrong in [
        "http://login.salesforce.com",
        "login.salesforce.com",
        "ftp://login.salesforce.com",
        "https://evil.example/services/oauth2/token",
        "https://login.salesforce.com.evil.example",
        "https://evil.example/login.salesforce.com",
        "https://login.salesforce.com@evil.example",
        "https://evil.example#login.salesforce.com",
        "https://login.salesforce.com:8443",
        "https://login.salesforce.com\\.evil.example",
        "https://my.salesforce.com",
        "https://.my.salesforce.com",
        "https://-a.my.salesforce.com",
        "https://a..my.salesforce.com",
        "https://evilmy.salesforce.com",
        "https://login.salesforce.com/services/oauth2/authorize",
        "https://login.salesforce.com/services/oauth2/token?x=1",
        "https://login.salesforce.com/services/oauth2/token#x",
        "https://",
        "ﬁ",
    ] {
        assert_eq!(reported(json!([historical(json!({ "url": wrong }))])), one("/0/url", "unknown-value"), "{wrong}");
    }
}

#[test]
fn historical_data_comes_before_real_time_and_the_others_in_any_order() {
    assert_eq!(reported(json!([realtime(json!({}))])), one("/0/kind", "not-allowed"));
    assert_eq!(reported(json!([realtime(json!({})), historical(json!({}))])), one("/0/kind", "not-allowed"));
    assert_eq!(reported(json!([historical(json!({})), realtime(json!({}))])), []);
    let other = json!({ "kind": "other", "group": "users" });
    assert_eq!(reported(json!([other, historical(json!({})), realtime(json!({}))])), []);
    assert_eq!(reported(json!([historical(json!({})), realtime(json!({})), other])), []);
    let elsewhere = historical(json!({ "platform": "Another" }));
    assert_eq!(
        reported(json!([elsewhere, realtime(json!({}))])),
        one("/1/kind", "not-allowed"),
        "of the same platform"
    );
}

#[test]
fn a_group_is_needed_when_there_are_several_and_always_distinct() {
    let named = |name: &str| historical(json!({ "group": name }));
    assert_eq!(reported(json!([historical(json!({}))])), []);
    assert_eq!(reported(json!([named("a"), named("b")])), []);
    assert_eq!(
        reported(json!([historical(json!({})), historical(json!({}))])),
        [one("/0/group", "required"), one("/1/group", "required")].concat()
    );
    assert_eq!(reported(json!([named("a"), historical(json!({ "group": "  " }))])), one("/1/group", "required"));
    assert_eq!(reported(json!([named("a"), named(" a ")])), one("/1/group", "not-allowed"));
    let list = json!([named("a"), realtime(json!({ "group": "a" }))]);
    assert_eq!(reported(list), one("/1/group", "not-allowed"), "distinct for each integration type, too");
    let list = json!([named("a"), historical(json!({ "group": "a", "platform": "Another" }))]);
    assert_eq!(reported(list), [], "within a selected platform");
}

/// "You must provide the name when adding multiple integrations for the same platform and operation": of another kind the
/// operation is not known, so two may be alone in theirs.
#[test]
fn integrations_of_other_kinds_need_no_group() {
    let other = || json!({ "kind": "other" });
    assert_eq!(reported(json!([other(), other(), historical(json!({})), other()])), []);
    let named = json!({ "kind": "other", "group": "a" });
    assert_eq!(reported(json!([named, named])), one("/1/group", "not-allowed"), "a name is distinct all the same");
}

#[test]
fn what_is_probably_meant_otherwise_is_warned_of() {
    let off = json!({ "status": false });
    for (list, path, code) in [
        (json!([historical(off.clone()), realtime(json!({}))]), Some("/1/kind"), "not-allowed"),
        (json!([historical(off.clone()), realtime(off.clone())]), None, ""),
        (
            json!([
                historical(merged(off.clone(), json!({ "group": "a" }))),
                historical(json!({ "group": "b" })),
                realtime(json!({ "group": "c" }))
            ]),
            None,
            "",
        ),
        (json!([historical(json!({ "apiVersion": "v30.0" }))]), Some("/0/apiVersion"), "not-allowed"),
        (json!([historical(json!({ "apiVersion": 7 }))]), Some("/0/apiVersion"), "not-allowed"),
        (json!([historical(json!({ "apiVersion": "31.0" }))]), None, ""),
        (
            json!([historical(json!({ "readyActivities": "Ready, On call" }))]),
            Some("/0/readyActivities"),
            "unknown-value",
        ),
        (json!([historical(json!({ "idleActivities": "Idle|Away" }))]), Some("/0/idleActivities"), "unknown-value"),
        (
            json!([historical(json!({ "adminActivities": "Meeting; Coaching, Mail" }))]),
            Some("/0/adminActivities"),
            "unknown-value",
        ),
        (
            json!([historical(json!({ "serviceLevelThreshold": 80 }))]),
            Some("/0/serviceLevelThreshold"),
            "unknown-value",
        ),
        (
            json!([historical(json!({ "serviceLevelThreshold": "95" }))]),
            Some("/0/serviceLevelThreshold"),
            "unknown-value",
        ),
        (json!([historical(json!({ "serviceLevelThreshold": 120 }))]), None, ""),
        (json!([historical(json!({ "serviceLevelThreshold": "30 s" }))]), None, ""),
        (json!([historical(json!({ "serviceLevelThreshold": "20 seconds" }))]), None, ""),
    ] {
        assert_eq!(reported(list.clone()), path.map_or(vec![], |path| one(path, code)), "{list}");
        assert!(Report::read(&list).is_valid(), "a warning: {list}");
    }
    // A percentage is no time, however it is written; the contradiction in the document is told.
    for percentage in ["80%", "80 %", "80 percent", "80/20"] {
        let list = json!([historical(json!({ "serviceLevelThreshold": percentage }))]);
        assert_eq!(reported(list.clone()), one("/0/serviceLevelThreshold", "unknown-value"));
        let message = view(&Report::read(&list))["problems"][0]["message"].clone();
        assert!(message.as_str().is_some_and(|message| message.contains("target percentage")), "{message}");
        assert_eq!(setting(list, 0)["serviceLevelThreshold"], 20);
    }
}

#[test]
fn words_for_being_offline_beyond_the_six_are_warned_of() {
    for activity in
        ["Offline (system)", "Log-off", "Signed off", "SIGN_OUT", "logout", "Not signed in", "Agent logged out"]
    {
        let list = json!([historical(json!({ "notReadyActivities": activity }))]);
        assert_eq!(reported(list.clone()), one("/0/notReadyActivities", "not-allowed"), "{activity}");
        let report = Report::read(&list);
        assert!(report.is_valid() && report.classify(None, activity) == Class::NotReady, "{activity}");
    }
    for activity in ["Dialog outage", "Out of office", "Sign language", "Blog", "Log work", "Day off", "Not ready"] {
        assert_eq!(reported(json!([historical(json!({ "notReadyActivities": activity }))])), [], "{activity}");
    }
}

#[test]
fn an_event_name_is_that_of_a_platform_event() {
    let with = |name: Value| json!([historical(json!({})), realtime(json!({ "eventName": name }))]);
    // Standard platform events have no suffix.
    for right in ["Agent_State__e", "ns__Agent__e", "FlowExecutionErrorEvent", "BatchApexErrorEvent"] {
        assert_eq!(reported(with(right.into())), []);
    }
    for wrong in ["Agent_State", "Agent_State__c", "Agent_Event", "Event", "__e", "Agent State__e", "1__e"] {
        assert_eq!(reported(with(wrong.into())), one("/1/eventName", "unknown-value"), "{wrong}");
    }
    assert_eq!(reported(with(Value::Null)), one("/1/eventName", "required"));
    assert_eq!(reported(with(json!(5))), one("/1/eventName", "type"));
}

#[test]
fn lists_are_trimmed_and_empty_or_repeated_activities_reported() {
    let list = json!([historical(
        json!({ "notReadyActivities": " Not ready ;Training", "readyActivities": "Ready; On call" })
    )]);
    assert_eq!(reported(list.clone()), []);
    assert_eq!(setting(list.clone(), 0)["notReadyActivities"], json!(["Not ready", "Training"]));
    assert_eq!(setting(list, 0)["readyActivities"], json!(["Ready", "On call"]));
    for (text, codes) in [
        ("Ready;;On call", vec!["empty"]),
        ("Ready;", vec!["empty"]),
        (";", vec!["empty"]),
        ("Ready; ready", vec!["not-allowed"]),
        ("Ready;On  Call;on_call;", vec!["not-allowed", "empty"]),
        ("", vec![]),
    ] {
        let problems = Report::read(&json!([historical(json!({ "readyActivities": text }))]));
        let view = view(&problems);
        let seen: Vec<&Value> =
            view["problems"].as_array().into_iter().flatten().map(|problem| &problem["code"]).collect();
        assert_eq!(seen, codes, "{text}");
        assert!(problems.is_valid(), "these are warnings");
    }
    for wrong in [json!(5), json!(["Ready"]), json!({}), json!(true)] {
        assert_eq!(
            reported(json!([historical(json!({ "readyActivities": wrong }))])),
            one("/0/readyActivities", "type")
        );
    }
}

#[test]
fn an_activity_in_two_classes_names_both() {
    let list = json!([historical(json!({ "adminActivities": "Training", "readyActivities": "training" }))]);
    let report = Report::read(&list);
    let problem = &view(&report)["problems"][0];
    assert_eq!([&problem["path"], &problem["severity"]], ["/0/readyActivities", "error"]);
    let message = problem["message"].as_str().unwrap_or_default();
    assert!(message.contains("Admin") && message.contains("Ready"), "{message}");
    assert_eq!(report.classify(None, "Training"), Class::Admin, "the first counts");
}

#[test]
fn offline_activities_do_not_belong_in_not_ready() {
    for offline in ["Offline", "Logged out", "LOGGED_OFF"] {
        let list = json!([historical(json!({ "notReadyActivities": format!("Break; {offline}") }))]);
        assert_eq!(reported(list.clone()), one("/0/notReadyActivities", "not-allowed"));
        let report = Report::read(&list);
        assert_eq!([report.classify(None, offline), report.classify(None, "Break")], [Class::Offline, Class::NotReady]);
    }
}

#[test]
fn thresholds_are_whole_not_negative_and_sensible() {
    for right in [json!(0), json!(20), json!("30"), json!(86_400), json!(20.0)] {
        assert_eq!(
            reported(json!([historical(json!({ "serviceLevelThreshold": right, "shortAbandonThreshold": 0 }))])),
            []
        );
    }
    for (wrong, code) in [
        (json!(-1), "unknown-value"),
        (json!(2.5), "unknown-value"),
        (json!(86_401), "unknown-value"),
        (json!("soon"), "type"),
        (json!(true), "type"),
        (json!([20]), "type"),
        (json!("NaN"), "type"),
    ] {
        for field in ["serviceLevelThreshold", "shortAbandonThreshold"] {
            assert_eq!(
                reported(json!([historical(json!({ field: wrong }))])),
                one(&format!("/0/{field}"), code),
                "{wrong}"
            );
        }
    }
    let list = json!([historical(json!({ "serviceLevelThreshold": 5, "shortAbandonThreshold": 6 }))]);
    assert_eq!(reported(list.clone()), one("/0/shortAbandonThreshold", "not-allowed"));
    assert!(Report::read(&list).is_valid(), "odd, but no error");
}

#[test]
fn every_required_field_is_asked_for_and_every_type_checked() {
    for field in ["clientId", "clientSecret"] {
        for (given, code) in [
            (json!(null), "required"),
            (json!("  "), "required"),
            (json!(5), "type"),
            (json!({}), "type"),
            (json!("x".repeat(1_025)), "too-long"),
        ] {
            assert_eq!(reported(json!([historical(json!({ field: given }))])), one(&format!("/0/{field}"), code));
        }
    }
    for (field, wrong) in
        [("status", json!("on")), ("status", json!(1)), ("group", json!(7)), ("platform", json!([])), ("url", json!(5))]
    {
        assert_eq!(
            reported(json!([historical(json!({ field: wrong }))])),
            one(&format!("/0/{field}"), "type"),
            "{field}"
        );
    }
    assert_eq!(setting(json!([historical(json!({ "status": false }))]), 0)["status"], false);
}

#[test]
fn unknown_forms_and_fields_are_reported() {
    for (kind, code) in
        [(json!(null), "required"), (json!("Historical"), "unknown-value"), (json!("x"), "unknown-value")]
    {
        assert_eq!(reported(json!([historical(json!({ "kind": kind }))])), one("/0/kind", code));
    }
    assert_eq!(reported(json!([historical(json!({ "eventName": "A__e" }))])), one("/0/eventName", "unknown-property"));
    assert_eq!(
        reported(json!([historical(json!({ "ReadyActivities": "x" }))])),
        one("/0/ReadyActivities", "unknown-property")
    );
    for wrong in [json!(null), json!({}), json!("x"), json!(vec![0; 1_001])] {
        assert_eq!(reported(wrong), one("", "type"));
    }
    assert_eq!(reported(json!([null, historical(json!({}))])), one("/0", "type"), "the others are judged all the same");
}

#[test]
fn an_agent_is_in_the_class_of_what_it_does() {
    let list = json!([historical(json!({
        "adminActivities": "Meeting", "idleActivities": "Idle", "notReadyActivities": "Break; Lunch at desk", "readyActivities": "On Queue"
    }))]);
    let report = Report::read(&list);
    for (agent, class) in [
        (json!({ "status": "ON_QUEUE", "subStatus": null, "routingStatus": "IDLE" }), Class::Ready),
        (json!({ "status": "MEAL", "subStatus": "Lunch at desk", "routingStatus": "OFF_QUEUE" }), Class::NotReady),
        (json!({ "status": "MEETING", "subStatus": "All hands" }), Class::Admin),
        (json!({ "status": "AVAILABLE", "routingStatus": "IDLE" }), Class::Idle),
        (json!({ "status": "OFFLINE" }), Class::Offline),
        (json!({ "status": "TRAINING" }), Class::Unknown),
        (json!({}), Class::Unknown),
        (json!(null), Class::Unknown),
    ] {
        assert_eq!(report.classify_agent(None, &agent), class, "{agent}");
    }
}

#[test]
fn a_group_chooses_the_settings() {
    let list = json!([
        historical(json!({ "group": "a", "readyActivities": "On call" })),
        historical(json!({ "group": "b", "adminActivities": "On call" })),
        realtime(json!({ "group": "c" }))
    ]);
    let report = Report::read(&list);
    let classes = [Some("a"), Some(" b "), Some("c"), Some("d"), None].map(|group| report.classify(group, "On call"));
    assert_eq!(classes, [Class::Ready, Class::Admin, Class::Unknown, Class::Unknown, Class::Unknown]);
    assert!(report.measure(Some("c"), &[]).is_none());
}

fn contacts(given: &[(f64, bool)]) -> Vec<Contact> {
    given.iter().map(|(wait, answered)| Contact { wait: *wait, answered: *answered }).collect()
}

#[test]
fn exactly_at_a_threshold_counts_as_written_down() {
    let report = Report::read(&json!([historical(json!({}))]));
    for (given, within, abandoned, short) in [
        (vec![], None, None, 0),
        (vec![(20.0, true)], Some(1.0), Some(0.0), 0),
        (vec![(20.001, true)], Some(0.0), Some(0.0), 0),
        (vec![(5.0, false)], None, None, 1),
        (vec![(5.001, false)], Some(0.0), Some(1.0), 0),
        (vec![(3.0, true), (3.0, false), (30.0, true), (30.0, false)], Some(1.0 / 3.0), Some(1.0 / 3.0), 1),
        (vec![(0.0, true), (0.0, false)], Some(1.0), Some(0.0), 1),
    ] {
        let measured = report.measure(None, &contacts(&given));
        let seen = measured.map(|it| (it.answered_within, it.abandon_rate, it.short_abandons));
        assert_eq!(seen, Some((within, abandoned, short)), "{given:?}");
    }
}

#[test]
fn a_hundred_thousand_activities_are_one_list_among_others() {
    let names = |prefix: &str| (0..100_000).map(|number| format!("{prefix} {number}")).collect::<Vec<_>>().join(";");
    let list = json!([historical(json!({ "readyActivities": names("r"), "adminActivities": names("r") }))]);
    let report = Report::read(&list);
    assert_eq!(report.classify(None, "R 99999"), Class::Admin);
    assert_eq!(reported(list).len(), 21, "twenty, and that there are more");
}

#[test]
fn a_secret_never_leaves() {
    for list in [
        json!([historical(json!({}))]),
        json!([historical(json!({ "clientSecret": format!("  {SECRET}  ") }))]),
        json!([realtime(json!({ "clientSecret": SECRET.repeat(100) }))]),
        json!([{ "clientSecret": SECRET }]),
        json!([{ "kind": "other", "clientSecret": SECRET }]),
    ] {
        let report = Report::read(&list);
        assert!(!view(&report).to_string().contains(SECRET));
        assert!(!format!("{report:?}").contains(SECRET));
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        Just(json!("historical")),
        Just(json!("realtime")),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,6}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_in_any_field_is_survived_and_the_rest_judged(field in prop::sample::select(vec![
        "kind", "platform", "group", "status", "clientId", "clientSecret", "url", "apiVersion", "adminActivities",
        "idleActivities", "notReadyActivities", "readyActivities", "serviceLevelThreshold", "shortAbandonThreshold", "eventName",
    ]), value in any_value()) {
        let report = Report::read(&json!([historical(json!({ field: value })), historical(json!({ "group": "b", "clientId": null }))]));
        let view = view(&report);
        let problems = view["problems"].as_array().cloned().unwrap_or_default();
        prop_assert!(problems.iter().any(|problem| problem["path"] == "/1/clientId"));
        prop_assert!(problems.iter().all(|problem| problem["message"].as_str().is_some_and(|text| text.ends_with('.'))));
        let errors = problems.iter().any(|problem| problem["severity"] == Severity::Error.as_str());
        prop_assert_eq!(report.is_valid(), !errors);
    }

    #[test]
    fn no_host_but_salesforces_is_ever_believed(host in "[a-z0-9.@:/#?\\\\-]{0,30}", around in 0..4) {
        let url = match around {
            0 => format!("https://{host}"),
            1 => format!("https://{host}.salesforce.com"),
            2 => format!("https://login.salesforce.com{host}"),
            _ => format!("https://{host}my.salesforce.com"),
        };
        let form = setting(json!([historical(json!({ "url": url }))]), 0);
        if let Some(url) = form["url"].as_str() {
            let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
            prop_assert!(host == "login.salesforce.com" || host == "test.salesforce.com" || host.ends_with(".my.salesforce.com"), "{}", url);
            prop_assert!(host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'), "{}", url);
        }
    }
}
