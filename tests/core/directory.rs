//! Transfer targets by name: what fits, in which order, once each; what is remembered, and what must not be.

#![allow(clippy::unwrap_used)]

use patchbay::command::directory::{Directory, MAX_FAVOURITES, MAX_READ, MAX_RECENT, MAX_SHOWN};
use proptest::prelude::*;
use serde_json::{Value, json};

const ROBIN: &str = "3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a11";
const BILLING: &str = "b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502";

fn agent(at: u8, label: &str) -> Value {
    json!({ "kind": "userId", "value": format!("3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a{at:02}"), "label": label })
}

fn office() -> Value {
    json!([
        { "kind": "userId", "value": ROBIN, "label": "Robin Vale", "group": "Claims", "sort": 2 },
        agent(20, "Jordan Roberts"),
        agent(21, "Renée Müller-Straße"),
        { "kind": "queueId", "value": BILLING, "label": "Billing", "sort": 1 },
        { "kind": "flow", "value": "Customer Survey", "label": "Survey" },
        { "kind": "phone", "value": "+1 (317) 555-0123", "label": "Front desk" },
    ])
}

fn answer(directory: &Directory, given: &Value) -> Value {
    serde_json::to_value(directory.find(given)).unwrap()
}

fn labels(directory: &Directory, given: &Value) -> Vec<String> {
    let found = answer(directory, given);
    found["targets"].as_array().unwrap().iter().map(|target| target["label"].as_str().unwrap().to_owned()).collect()
}

fn typing(text: &str) -> Vec<String> {
    labels(&Directory::default(), &json!({ "text": text, "configured": office() }))
}

#[test]
fn what_is_typed_finds_what_people_mean() {
    for (text, expected) in [
        ("rob", &["Robin Vale", "Jordan Roberts"][..]),
        ("  ROBIN ", &["Robin Vale"]),
        ("vale rob", &["Robin Vale"]),
        ("claims", &["Robin Vale"]),
        ("renee", &["Renée Müller-Straße"]),
        ("muller strasse", &["Renée Müller-Straße"]),
        ("illin", &["Billing"]),
        ("5550123", &["Front desk"]),
        ("desk", &["Front desk"]),
        ("nobody", &[]),
    ] {
        let found: Vec<String> = typing(text).into_iter().filter(|label| label != text.trim()).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_number_that_is_typed_is_a_target_itself() {
    let found = answer(&Directory::default(), &json!({ "text": "+49 30 123456" }));
    let target = &found["targets"][0];
    assert_eq!(
        (&target["kind"], &target["value"], &target["typed"]),
        (&json!("phone"), &json!("+49 30 123456"), &json!(true))
    );
    for text in ["12", "room 12", "+", "1+1=2", ""] {
        assert_eq!(labels(&Directory::default(), &json!({ "text": text })), Vec::<String>::new(), "{text}");
    }
    // The one that is configured has the better name.
    assert_eq!(typing("+1 (317) 555-0123"), ["Front desk"]);
}

#[test]
fn without_a_text_favourites_come_first_then_recent_ones_then_the_configuration() {
    let mut directory = Directory::default();
    let all = answer(&directory, &json!({ "configured": office() }))["targets"].clone();
    let named = |label: &str| all.as_array().unwrap().iter().find(|target| target["label"] == label).unwrap().clone();
    assert!(directory.mark(&named("Survey"), true));
    assert!(directory.remember(&named("Robin Vale")));
    assert!(directory.remember(&named("Front desk")));
    assert_eq!(
        labels(&directory, &json!({ "configured": office() })),
        ["Survey", "Front desk", "Robin Vale", "Billing", "Jordan Roberts", "Renée Müller-Straße"]
    );
    let first = &answer(&directory, &json!({ "configured": office() }))["targets"][0];
    assert_eq!((&first["favourite"], &first["recent"]), (&json!(true), &json!(false)));
    assert!(directory.mark(&named("Survey"), false));
    assert!(!directory.mark(&named("Survey"), false));
    assert_eq!(Directory::restore(&directory.to_snapshot()), directory);
}

#[test]
fn each_target_stands_once_and_knows_what_the_source_says_of_it() {
    let found = json!([
        { "kind": "agent", "value": ROBIN.to_uppercase(), "label": "R. Vale", "available": false, "status": "Meal" },
        { "kind": "queue", "value": BILLING, "label": "Billing", "waitSeconds": 95 },
        { "kind": "number", "value": "13175550123", "label": "Desk" },
    ]);
    let given = |text| json!({ "text": text, "configured": office(), "found": found });
    let robin = &answer(&Directory::default(), &given("robin"))["targets"][0].clone();
    assert_eq!(robin["label"], "Robin Vale");
    assert_eq!((&robin["available"], &robin["status"]), (&json!(false), &json!("Meal")));
    assert_eq!(answer(&Directory::default(), &given("bil"))["targets"][0]["waitSeconds"], 95.0);
    assert_eq!(labels(&Directory::default(), &given("desk")), ["Front desk"]);
    // What the source found is no more than an answer to what was typed.
    assert_eq!(labels(&Directory::default(), &json!({ "found": found })), Vec::<String>::new());
}

#[test]
fn who_is_free_comes_before_who_is_not() {
    let mut list = vec![agent(1, "Kim A"), agent(2, "Kim B"), agent(3, "Kim C")];
    list[0]["available"] = false.into();
    list[2]["available"] = true.into();
    assert_eq!(labels(&Directory::default(), &json!({ "text": "kim", "found": list })), ["Kim C", "Kim B", "Kim A"]);
}

#[test]
fn no_number_of_a_customer_is_remembered() {
    let mut directory = Directory::default();
    let target = |given: &Value| answer(&Directory::default(), given)["targets"][0].clone();
    let typed = target(&json!({ "text": "+49 30 123456" }));
    let found =
        target(&json!({ "text": "imani", "found": [{ "kind": "phone", "value": "5550199", "label": "Imani" }] }));
    for number in [typed, found] {
        assert!(!directory.remember(&number) && !directory.mark(&number, true), "{number}");
    }
    assert_eq!(directory, Directory::default());
}

#[test]
fn what_is_remembered_says_nothing_of_the_present_and_goes_with_the_configuration() {
    let mut directory = Directory::default();
    let office = json!([{ "kind": "queueId", "value": BILLING, "label": "Billing" }]);
    let source = json!([{ "kind": "queueId", "value": BILLING, "available": true, "waitSeconds": 5 }]);
    let billing = answer(&directory, &json!({ "configured": office, "found": source }))["targets"][0].clone();
    assert!(directory.remember(&billing));
    assert!(!directory.to_snapshot().contains("true,\"status"));
    assert_eq!(answer(&directory, &json!({ "configured": office }))["targets"][0]["waitSeconds"], Value::Null);
    assert_eq!(labels(&directory, &json!({})), Vec::<String>::new());
}

#[test]
fn ten_recent_ones_are_remembered_newest_first() {
    let mut directory = Directory::default();
    for at in (0..15).chain([12]) {
        assert!(directory.remember(&agent(at, &format!("Agent {at}"))));
    }
    let expected: Vec<String> = [12, 14, 13, 11, 10, 9, 8, 7, 6, 5].map(|at| format!("Agent {at}")).to_vec();
    assert_eq!(labels(&directory, &json!({})), expected);
    assert_eq!(expected.len(), MAX_RECENT);
    for at in 0..99 {
        directory.mark(&agent(at, "Kim"), true);
    }
    let kept = Directory::restore(&directory.to_snapshot());
    assert_eq!(kept, directory);
    assert_eq!(answer(&kept, &json!({ "text": "kim" }))["total"], MAX_FAVOURITES);
}

#[test]
fn an_entry_that_cannot_be_used_is_left_out_with_the_reason() {
    let found = json!([
        5,
        { "kind": "team", "value": "1" },
        { "kind": "userId", "value": "  " },
        { "kind": "userId", "value": "Robin Vale", "label": "Robin Vale" },
        { "kind": "queueId", "value": "support" },
        { "kind": "phone", "value": "front desk" },
        { "kind": "flow", "value": "Customer%20Survey" },
        { "kind": "userId", "value": format!("sip:{ROBIN}") },
        { "kind": "userId", "value": ROBIN, "label": "Robin\u{0}Vale\n", "waitSeconds": -1, "available": "yes" },
    ]);
    let answer = answer(&Directory::default(), &json!({ "text": "r", "configured": "none", "found": found }));
    let problems: Vec<&str> =
        answer["problems"].as_array().unwrap().iter().map(|problem| problem["path"].as_str().unwrap()).collect();
    assert_eq!(
        problems,
        [
            "/configured",
            "/found/0",
            "/found/1/kind",
            "/found/2/value",
            "/found/3/value",
            "/found/4/value",
            "/found/5/value",
            "/found/6/value",
            "/found/7/value"
        ]
    );
    let [robin] = answer["targets"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!(
        (&robin["label"], &robin["waitSeconds"], &robin["available"]),
        (&json!("Robin Vale"), &Value::Null, &Value::Null)
    );
}

#[test]
fn a_long_list_is_bounded() {
    let list: Vec<Value> = (0..MAX_READ + 5).map(|at| json!({ "kind": "flow", "value": format!("F{at}") })).collect();
    let answer = answer(&Directory::default(), &json!({ "text": "f", "found": list }));
    assert_eq!(answer["targets"].as_array().unwrap().len(), MAX_SHOWN);
    assert_eq!(answer["total"], MAX_READ);
    assert_eq!(answer["problems"][0]["code"], "too-long");
}

proptest! {
    #[test]
    fn nothing_is_too_strange(text in ".{0,40}", value in ".{0,20}", label in ".{0,20}", kind in "(userId|queue|phone|flow|.{0,5})") {
        let given = json!({ "text": text, "found": [{ "kind": kind, "value": value, "label": label }], "configured": [label] });
        let mut directory = Directory::default();
        let answer = answer(&directory, &given);
        for target in answer["targets"].as_array().unwrap() {
            directory.remember(target);
            directory.mark(target, true);
        }
        prop_assert_eq!(Directory::restore(&directory.to_snapshot()), directory);
        Directory::restore(&text);
    }
}
