//! Why a record is in Name or Related To: every reason by the way that gives it, which of two counts, where it puts a record, and
//! what one key confirms.

use patchbay::problem::{Code, Severity};
use patchbay::salesforce::association::AssociationReason;
use patchbay::session::Session;
use patchbay::string_enum::StringEnum;
use serde_json::{Value, json};

use crate::guard::page::{Browser, at, saved};
use crate::support::written;

const NADIA: &str = "0035g00000LqT4rAAF";
const THEO: &str = "0035g00000LqT5aAAF";
const WREN: &str = "00Q5g00000HbN2dEAF";
const CASE: &str = "5005g00000RvW2qAAF";
const ACCOUNT: &str = "0015g00000XrK3mAAF";
const CALL: &str = "1";

fn record(id: &str) -> Value {
    json!({ "id": id, "name": format!("Record {}", &id[12..15]) })
}

fn given(id: &str, reason: &str) -> Value {
    json!({ "id": id, "name": "N", "reason": reason })
}

fn call(direction: &str, attributes: Value) -> String {
    let state = if direction == "Outbound" { "DIALING" } else { "ALERTING" };
    let data = json!({ "id": CALL, "state": state, "direction": direction, "phone": "tel:+13175550123", "attributes": attributes });
    json!({ "type": "Interaction", "category": "add", "data": data }).to_string()
}

fn ringing() -> Session {
    let mut session = Session::default();
    session.receive(&call("Inbound", json!({})), &at(0.0));
    session
}

/// The records of Name and Related To in the order in which agents see them, each with its reason.
fn seen(session: &Session) -> Vec<String> {
    let Some(log) = session.log(CALL) else { return Vec::new() };
    let mut all = Vec::new();
    for list in [&log.name, &log.related_to] {
        let mut records: Vec<_> = list.records().iter().collect();
        records.sort_by_key(|record| std::cmp::Reverse(list.order(record.id)));
        let why = |id| list.reason(id).map_or("-", AssociationReason::as_str);
        all.extend(records.iter().map(|record| format!("{} {}", record.id, why(record.id))));
    }
    all
}

fn proposed(session: &Session) -> [Option<String>; 2] {
    let Some(log) = session.log(CALL) else { return [None, None] };
    [&log.name, &log.related_to].map(|list| list.proposed().map(|record| record.id.to_string()))
}

#[test]
fn every_way_into_a_list_says_why() {
    let mut session = ringing();
    let nadia = json!({ "id": NADIA, "name": "Nadia", "related": [record(ACCOUNT)] });
    session.associate(CALL, &json!([nadia]), &at(0.0));
    session.associate(CALL, &json!([given(THEO, "found")]), &at(0.0));
    session.visit(&record(CASE), &at(0.0));
    assert_eq!(
        seen(&session),
        [format!("{NADIA} popped"), format!("{THEO} found"), format!("{CASE} visited"), format!("{ACCOUNT} related"),]
    );

    let mut dialled = Session::default();
    dialled.associate_with_number(&json!("+1 317 555 0123"), &json!([record(NADIA)]), &at(0.0));
    dialled.receive(&call("Outbound", json!({})), &at(0.0));
    assert_eq!(seen(&dialled), [format!("{NADIA} dialled")]);

    let mut from_the_page = Session::default();
    from_the_page.visit(&record(WREN), &at(0.0));
    from_the_page.receive(&call("Outbound", json!({})), &at(0.0));
    assert_eq!(seen(&from_the_page), [format!("{WREN} dialled")]);

    let associations = json!({ "Names": { "a": { "id": NADIA, "name": "Nadia", "type": "Contact" } } }).to_string();
    let mut transferred = Session::default();
    let attributes = json!({ "sf_workspaceassociations": associations, "sf_urlpop": CASE });
    transferred.receive(&call("Inbound", attributes), &at(0.0));
    assert_eq!(seen(&transferred), [format!("{NADIA} handed-over"), format!("{CASE} handed-over")]);
}

#[test]
fn the_contact_of_a_converted_lead_is_there_for_the_reason_of_the_lead() {
    let mut session = ringing();
    session.associate(CALL, &json!([record(WREN)]), &at(0.0));
    let converted = json!({ "id": WREN, "name": "Wren", "convertedContactId": NADIA });
    session.visit(&converted, &at(0.0));
    assert_eq!(seen(&session)[0], format!("{NADIA} popped"));
}

#[test]
fn the_better_of_two_reasons_counts_in_either_order() {
    for (weak, one) in AssociationReason::ALL.iter().enumerate() {
        for other in &AssociationReason::ALL[weak..] {
            for [first, second] in [[one, other], [other, one]] {
                let mut session = ringing();
                session.associate(CALL, &json!([given(NADIA, first.as_str())]), &at(0.0));
                session.associate(CALL, &json!([given(NADIA, second.as_str())]), &at(0.0));
                assert_eq!(seen(&session), [format!("{NADIA} {}", other.as_str())], "{one:?}, {other:?}");
            }
        }
    }
}

#[test]
fn what_is_only_likely_comes_last_until_it_is_brought_up() {
    let mut session = ringing();
    session.associate(CALL, &json!([record(NADIA)]), &at(0.0));
    session.associate(CALL, &json!([given(THEO, "found"), given(WREN, "found")]), &at(0.0));
    let ids = |session: &Session| seen(session).iter().map(|one| one[..18].to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&session), [NADIA, THEO, WREN]);
    session.visit(&record(WREN), &at(0.0));
    assert_eq!(ids(&session), [WREN, NADIA, THEO]);
}

#[test]
fn one_key_confirms_what_is_suggested_or_else_the_first() {
    let mut session = ringing();
    assert_eq!(proposed(&session), [None, None]);
    session.associate(CALL, &json!([given(THEO, "found"), given(WREN, "found")]), &at(0.0));
    assert_eq!(proposed(&session), [Some(THEO.to_owned()), None]);
    session.visit(&record(CASE), &at(0.0));
    session.associate(CALL, &json!([record(NADIA)]), &at(0.0));
    // The one that popped is suggested.
    assert_eq!(proposed(&session), [Some(NADIA.to_owned()), Some(CASE.to_owned())]);
    let change = session.choose(CALL, &json!("name"), Some(NADIA), &at(0.0));
    assert_eq!(proposed(&session), [None, Some(CASE.to_owned())]);
    assert_eq!(change.lists.len(), 1, "the page is told that nothing is left to confirm");
    assert!(session.choose(CALL, &json!("name"), Some(NADIA), &at(0.0)).lists.is_empty(), "twice is once");
    // What the agent has confirmed gives way to nothing.
    session.associate_with_number(&json!("+1 317 555 0123"), &json!([record(THEO)]), &at(0.0));
    assert_eq!(
        session.log(CALL).and_then(|log| log.name.chosen()).map(|record| record.id.to_string()).as_deref(),
        Some(NADIA)
    );
    // None is a choice too.
    session.choose(CALL, &json!("relatedTo"), None, &at(0.0));
    session.visit(&record(ACCOUNT), &at(0.0));
    assert_eq!(proposed(&session), [None, None]);
}

#[test]
fn the_lists_that_a_page_is_told_have_reasons() {
    let mut session = ringing();
    session.visit(&record(CASE), &at(0.0));
    let log = session.log(CALL).map(|log| written(&log.view())).unwrap_or_default();
    assert_eq!(log["chosen"]["relatedTo"], Value::Null);
    session.choose(CALL, &json!("relatedTo"), Some(CASE), &at(0.0));
    let log = session.log(CALL).map(|log| written(&log.view())).unwrap_or_default();
    assert_eq!(log["chosen"]["relatedTo"]["reason"], "visited");
}

#[test]
fn reasons_are_kept_over_a_reload() {
    let browser = Browser::with(json!({}));
    let mut page = browser.open(0.0);
    page.receive(CALL, "add", json!({ "state": "ALERTING", "phone": "tel:+13175550123" }));
    page.act(|session, context| session.associate(CALL, &json!([given(THEO, "found"), record(NADIA)]), context));
    page.act(|session, context| session.visit(&record(CASE), context));
    page.answer_all(saved);
    let before = seen(page.runtime.session());
    assert_eq!(before, [format!("{NADIA} popped"), format!("{THEO} found"), format!("{CASE} visited")]);
    let reloaded = browser.open(page.now);
    assert_eq!(seen(reloaded.runtime.session()), before);
}

#[test]
fn a_reason_that_does_not_exist_is_told_and_the_record_joins() {
    for reason in [json!("stolen"), json!(5), json!({}), json!("")] {
        let mut session = ringing();
        let change = session.associate(CALL, &json!([{ "id": NADIA, "name": "N", "reason": reason }]), &at(0.0));
        let told: Vec<_> = change.problems.iter().map(|one| (one.severity, one.path.as_str(), one.code)).collect();
        assert_eq!(told, [(Severity::Warning, "/0/reason", Code::UnknownValue)]);
        assert!(change.problems[0].message.contains("found"), "{}", change.problems[0].message);
        assert_eq!(seen(&session), [format!("{NADIA} popped")]);
    }
}
