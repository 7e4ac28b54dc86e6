//! Record IDs and the objects they belong to. Source: "Attribute synchronization", and Salesforce's documentation of IDs.

use patchbay::problem::{Code, Problem, Severity};
use patchbay::salesforce::object_info::ObjectInfo;
use patchbay::salesforce::record::{Record, Role};
use patchbay::salesforce::record_id::RecordId;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(text: &str) -> (Option<RecordId>, Vec<Problem>) {
    let mut problems = Vec::new();
    (RecordId::read(text, "/id", &mut problems), problems)
}

fn codes(problems: &[Problem]) -> Vec<(Severity, &str, Code)> {
    problems.iter().map(|problem| (problem.severity, problem.path.as_str(), problem.code)).collect()
}

/// The checksum as Salesforce explains it: of each five characters, right to left, a bit for each capital.
fn reference_checksum(name: &str) -> String {
    let alphabet: Vec<char> = ('A'..='Z').chain('0'..='5').collect();
    let sums = name.as_bytes().chunks(5).map(|five| {
        let bits: String = five.iter().rev().map(|byte| if byte.is_ascii_uppercase() { '1' } else { '0' }).collect();
        alphabet[usize::from_str_radix(&bits, 2).unwrap_or_default()]
    });
    sums.collect()
}

#[test]
fn every_checksum_character_in_every_place_is_that_of_the_reference() {
    for place in 0..3 {
        for capitals in 0..32 {
            let five: String = (0..5).map(|bit| if capitals >> bit & 1 == 1 { 'Q' } else { 'q' }).collect();
            let mut name = ["00000"; 3];
            name[place] = &five;
            let name = name.concat();
            let id = read(&name).0.map(|id| id.to_string());
            assert_eq!(id, Some(format!("{name}{}", reference_checksum(&name))));
        }
    }
}

#[test]
fn fifteen_and_eighteen_characters_name_the_same_record() {
    // Published examples.
    for long in ["0013000000001sFAAQ", "001A0000006Vm9uIAC", "5003000000D8cuIAAR"] {
        let (id, problems) = read(long);
        assert_eq!((id, problems.len()), (read(&long[..15]).0, 0), "{long}");
        assert_eq!(id.map(|id| id.to_string()).as_deref(), Some(long));
    }
}

#[test]
fn lost_letter_case_is_restored_from_the_checksum_and_reported() {
    let whole = "0035g00000LqT4rAAF";
    for lost in [whole.to_lowercase(), whole.to_uppercase()] {
        let (id, problems) = read(&lost);
        assert_eq!(id.map(|id| id.to_string()).as_deref(), Some(whole));
        assert_eq!(codes(&problems), [(Severity::Warning, "/id", Code::LetterCase)]);
    }
}

#[test]
fn wrong_ids_say_what_is_wrong() {
    for (wrong, code) in [
        ("", Code::Empty),
        ("   ", Code::Empty),
        ("0035g00000LqT4", Code::Type),
        ("0035g00000LqT4rA", Code::Type),
        ("0035g00000LqT4rAAFF", Code::Type),
        ("0035g00000LqT4-", Code::Type),
        ("0035g00000LqT4ü", Code::Type),
        ("0035g00000LqT4rAAE", Code::Checksum),
        ("0035g00000LqT4RAAF", Code::Checksum),
        // The checksum has a capital where the ID has a digit.
        ("000000000000000B00", Code::Checksum),
        ("0035g00000LqT4r!!!", Code::Type),
    ] {
        let (id, problems) = read(wrong);
        assert_eq!((id, codes(&problems)), (None, vec![(Severity::Error, "/id", code)]), "{wrong:?}");
    }
}

proptest! {
    #[test]
    fn any_fifteen_letters_and_digits_are_found_again(name in "[0-9A-Za-z]{15}") {
        let (id, problems) = read(&name);
        let long = format!("{name}{}", reference_checksum(&name));
        prop_assert_eq!(id.map(|id| id.to_string()), Some(long.clone()));
        prop_assert!(problems.is_empty());
        prop_assert_eq!(read(&long).0, id);
        // One wrong letter case is never taken for another record without a word.
        for (at, letter) in name.char_indices().filter(|(_, letter)| letter.is_ascii_alphabetic()) {
            let turned = if letter.is_ascii_uppercase() { letter.to_ascii_lowercase() } else { letter.to_ascii_uppercase() };
            let mut wrong = long.clone();
            wrong.replace_range(at..at + 1, &turned.to_string());
            let (other, problems) = read(&wrong);
            prop_assert!(!problems.is_empty() && (other.is_none() || other == id), "{}", wrong);
        }
    }

    #[test]
    fn nothing_that_is_no_id_does_harm(text in any::<String>()) {
        let (id, problems) = read(&text);
        prop_assert!(id.is_some() != problems.iter().any(|problem| problem.severity == Severity::Error));
    }
}

fn record(object: &str, prefix: &str) -> Value {
    json!({ "id": format!("{prefix}5g00000RvW2q"), "objectApiName": object, "name": "A record" })
}

#[test]
fn each_object_belongs_in_the_documented_list() {
    for (object, prefix, role) in [
        ("Contact", "003", Some(Role::Name)),
        ("Lead", "00Q", Some(Role::Name)),
        ("Account", "001", Some(Role::RelatedTo)),
        ("Opportunity", "006", Some(Role::RelatedTo)),
        ("Campaign", "701", Some(Role::RelatedTo)),
        ("Case", "500", Some(Role::RelatedTo)),
        ("Claim__c", "a0K", Some(Role::RelatedTo)),
        ("acme__Claim__c", "a1B", Some(Role::RelatedTo)),
        ("Task", "00T", None),
        ("User", "005", None),
        ("Report", "00O", None),
        ("Knowledge__kav", "ka0", None),
        ("Visit", "0Z5", None),
    ] {
        let mut problems = Vec::new();
        let read = Record::read(&record(object, prefix), "", &mut problems);
        assert_eq!((read.map(|record| record.role()), problems), (Some(role), vec![]), "{object}");
    }
}

#[test]
fn a_person_account_is_a_candidate_for_name() {
    let mut value = record("account", "001");
    value["isPersonAccount"] = true.into();
    value["personContactId"] = "0035g00000LqT4r".into();
    let account = Record::read(&value, "", &mut Vec::new());
    let seen = account.map(|account| (account.role(), account.object.clone(), account.activity_id().to_string()));
    assert_eq!(seen, Some((Some(Role::Name), "Account".to_owned(), "0035g00000LqT4rAAF".to_owned())));
}

#[test]
fn wrong_records_say_what_is_wrong_and_where() {
    for (value, path, code) in [
        (json!(null), "", Code::Type),
        (json!("0035g00000LqT4r"), "", Code::Type),
        (json!({ "objectApiName": "Contact", "name": "N" }), "/id", Code::Required),
        (json!({ "id": 5, "objectApiName": "Contact", "name": "N" }), "/id", Code::Type),
        (json!({ "id": "a0K5g00000LqT4r", "name": "N" }), "/objectApiName", Code::Required),
        (json!({ "id": "0035g00000LqT4r", "objectApiName": "No name", "name": "N" }), "/objectApiName", Code::Type),
        (json!({ "id": "0035g00000LqT4r", "objectApiName": "Case", "name": "N" }), "/id", Code::UnknownValue),
        (json!({ "id": "0035g00000LqT4r", "objectApiName": "Claim__c", "name": "N" }), "/id", Code::UnknownValue),
        (json!({ "id": "a0K5g00000LqT4r", "objectApiName": "Contact", "name": "N" }), "/id", Code::UnknownValue),
        (json!({ "id": "0Z55g00000LqT4r", "objectApiName": "Case", "name": "N" }), "/id", Code::UnknownValue),
    ] {
        let mut problems = Vec::new();
        assert_eq!(Record::read(&value, "", &mut problems), None, "{value}");
        assert_eq!(codes(&problems), [(Severity::Error, path, code)], "{value}");
    }
    for (property, given) in [("name", json!("")), ("name", json!(7)), ("isPersonAccount", json!("yes"))] {
        let mut value = record("Contact", "003");
        value[property] = given;
        let mut problems = Vec::new();
        assert!(Record::read(&value, "", &mut problems).is_some());
        assert_eq!(problems.iter().map(|problem| problem.severity).collect::<Vec<_>>(), [Severity::Warning], "{value}");
    }
}

#[test]
fn pointers_to_fields_of_an_object_are_escaped() {
    let info = json!({ "fields": { "a/b~c": { "dataType": 5 } } });
    let mut problems = Vec::new();
    ObjectInfo::read(&info, "/objectInfo", &mut problems);
    assert_eq!(codes(&problems), [(Severity::Warning, "/objectInfo/fields/a~1b~0c", Code::Type)]);
    assert_eq!(json!({ "objectInfo": info }).pointer(&problems[0].path), Some(&json!({ "dataType": 5 })));
}
