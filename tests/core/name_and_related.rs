//! Name and Related To: what the page knows before a call, what is associated with a record, what a transfer hands over, leads
//! that are converted, and objects that activities can refer to.

use patchbay::problem::{Code, Severity};
use patchbay::session::change::Change;
use patchbay::session::in_front::is_same_number;
use patchbay::session::{Context, Session};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const NADIA: &str = "0035g00000LqT4rAAF";
const THEO: &str = "0035g00000LqT5aAAF";
const WREN: &str = "00Q5g00000HbN2dEAF";
const CASE: &str = "5005g00000RvW2qAAF";
const ACCOUNT: &str = "0015g00000XrK3mAAF";
const CLAIM: &str = "a0K5g00000BmC3tEAF";
const NUMBER: &str = "+1 317 555 0123";

fn at(now: f64) -> Context<'static> {
    Context { now, ..Context::default() }
}

fn tell(session: &mut Session, id: &str, conversation: Value) -> Change {
    let mut data = conversation;
    data["id"] = id.into();
    session
        .receive(&json!({ "type": "Interaction", "category": "change", "data": { "new": data } }).to_string(), &at(1.0))
}

fn outbound(state: &str) -> Value {
    json!({ "state": state, "direction": "Outbound", "phone": "tel:+13175550123" })
}

fn inbound(state: &str) -> Value {
    json!({ "state": state, "direction": "Inbound", "phone": "tel:+13175550123" })
}

fn record(id: &str) -> Value {
    let object = match &id[..3] {
        "003" => "Contact",
        "00Q" => "Lead",
        "500" => "Case",
        "001" => "Account",
        "005" => "User",
        "02i" => "Asset",
        _ => "Claim__c",
    };
    json!({ "id": id, "objectApiName": object, "name": format!("Record {}", &id[12..15]) })
}

fn with(id: &str, related: &[&str]) -> Value {
    let mut given = record(id);
    given["related"] = related.iter().map(|id| record(id)).collect();
    given
}

fn visit(session: &mut Session, id: &str) -> Change {
    session.visit(&record(id), &at(0.0))
}

/// Name and Related To of an interaction, the chosen records with a star.
fn lists(session: &Session, id: &str) -> [Vec<String>; 2] {
    let Some(log) = session.log(id) else { return [vec![], vec![]] };
    [&log.name, &log.related_to].map(|list| {
        let chosen = list.chosen().map(|record| record.id);
        let star = |id| if chosen == Some(id) { "*" } else { "" };
        list.records().iter().map(|record| format!("{}{}", record.id, star(record.id))).collect()
    })
}

fn starred(name: &[&str], related_to: &[&str]) -> [Vec<String>; 2] {
    [name, related_to].map(|list| list.iter().map(|id| (*id).to_owned()).collect())
}

fn star(id: &str) -> String {
    format!("{id}*")
}

fn codes(change: &Change) -> Vec<(Severity, &str, Code)> {
    change.problems.iter().map(|one| (one.severity, one.path.as_str(), one.code)).collect()
}

fn reload(session: &Session) -> Session {
    Session::restore(&session.to_snapshot()).unwrap_or_default()
}

#[test]
fn an_outbound_interaction_has_the_record_in_front_chosen() {
    for begins in [outbound("DIALING"), outbound("CONTACTING"), outbound("CONNECTED"), json!({ "state": "DIALING" })] {
        let mut session = Session::default();
        visit(&mut session, NADIA);
        tell(&mut session, "1", begins.clone());
        assert_eq!(lists(&session, "1"), starred(&[&star(NADIA)], &[]), "{begins}");
        assert_eq!(session.log("1").map(|log| log.values()["WhoId"].clone()), Some(json!(NADIA)));
    }
    // The first message may lack the direction.
    let mut session = Session::default();
    visit(&mut session, CASE);
    tell(&mut session, "1", json!({ "state": "ALERTING" }));
    assert_eq!(lists(&session, "1"), starred(&[], &[]));
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[], &[&star(CASE)]));
}

#[test]
fn a_record_that_was_superseded_or_left_is_not_in_front() {
    let mut session = Session::default();
    visit(&mut session, NADIA);
    visit(&mut session, THEO);
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[&star(THEO)], &[]));
    type Leaves = fn(&mut Session) -> Change;
    let leaves: [(&str, Leaves); 3] = [
        ("left", Session::leave),
        ("a record that cannot be read", |session| session.visit(&json!({ "id": "x" }), &at(0.0))),
        ("a record of no list", |session| visit(session, "0055g00000LqT4rAAA")),
    ];
    for (why, leave) in leaves {
        let mut session = Session::default();
        visit(&mut session, NADIA);
        leave(&mut session);
        tell(&mut session, "1", outbound("DIALING"));
        tell(&mut session, "1", outbound("CONNECTED"));
        assert_eq!(lists(&session, "1"), starred(&[], &[]), "{why}");
    }
}

#[test]
fn the_record_in_front_joins_what_connects_and_is_not_chosen() {
    for how in [inbound("CONNECTED"), json!({ "isConnected": true }), json!({ "state": "HELD" })] {
        let mut session = Session::default();
        visit(&mut session, NADIA);
        tell(&mut session, "1", inbound("ALERTING"));
        assert_eq!(lists(&session, "1"), starred(&[], &[]), "not before it connects");
        visit(&mut session, THEO);
        tell(&mut session, "1", how.clone());
        assert_eq!(lists(&session, "1"), starred(&[THEO], &[]), "{how}");
    }
    // Resuming is no connecting, and the page may be another by then.
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    tell(&mut session, "2", json!({ "state": "CONNECTED", "isChat": true }));
    visit(&mut session, NADIA);
    tell(&mut session, "1", inbound("HELD"));
    tell(&mut session, "1", inbound("CONNECTED"));
    assert_eq!(lists(&session, "1"), starred(&[], &[]));
    assert_eq!(lists(&session, "2"), starred(&[NADIA], &[]));
}

#[test]
fn a_campaigns_call_was_not_dialled_from_the_record_in_front() {
    let mut session = Session::default();
    visit(&mut session, NADIA);
    tell(&mut session, "1", json!({ "state": "DIALING", "direction": "Outbound", "isDialer": true }));
    assert_eq!(lists(&session, "1"), starred(&[NADIA], &[]));
}

#[test]
fn an_agents_choice_is_never_overridden() {
    let mut session = Session::default();
    tell(&mut session, "1", json!({ "state": "ALERTING" }));
    visit(&mut session, THEO);
    session.choose("1", &json!("name"), Some(THEO), &at(0.0));
    session.associate_with_number(&json!(NUMBER), &json!([with(NADIA, &[ACCOUNT])]), &at(0.0));
    session.choose("1", &json!("relatedTo"), None, &at(0.0));
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[&star(THEO), NADIA], &[ACCOUNT]));
}

#[test]
fn records_given_for_a_number_join_the_interaction_that_has_it() {
    let fields = [
        json!({ "phone": "tel:+13175550123" }),
        json!({ "displayAddress": "+1 (317) 555-0123" }),
        json!({ "calledNumber": "001 317 555 0123" }),
        json!({ "callbackNumbers": ["317-555-0123"] }),
        json!({ "phone": "sip:+13175550123@example.com;user=phone" }),
    ];
    for field in fields {
        let mut session = Session::default();
        visit(&mut session, THEO);
        session.associate_with_number(&json!(NUMBER), &json!([record(NADIA)]), &at(0.0));
        let mut begins = field.clone();
        (begins["state"], begins["direction"]) = ("DIALING".into(), "Outbound".into());
        tell(&mut session, "1", begins);
        assert_eq!(lists(&session, "1"), starred(&[&star(NADIA), THEO], &[]), "{field}");
    }
    // The number may come later than the interaction; where the agent dialled from is known better than what was in front.
    let mut session = Session::default();
    visit(&mut session, THEO);
    session.associate_with_number(&json!(NUMBER), &json!([record(NADIA)]), &at(0.0));
    tell(&mut session, "1", json!({ "state": "DIALING", "direction": "Outbound" }));
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[THEO, &star(NADIA)], &[]));
    // Or the interaction sooner than what the page says of it.
    let mut session = Session::default();
    tell(&mut session, "1", outbound("DIALING"));
    session.associate_with_number(&json!("tel:+13175550123"), &json!([record(NADIA)]), &at(0.0));
    assert_eq!(lists(&session, "1"), starred(&[&star(NADIA)], &[]));
}

#[test]
fn records_given_for_a_number_wait_for_no_other_and_not_long() {
    let mut session = Session::default();
    session.associate_with_number(&json!("+1 317 555 0199"), &json!([record(NADIA)]), &at(0.0));
    tell(&mut session, "1", outbound("DIALING"));
    // The agent's own number is nobody's whom the agent dials.
    tell(&mut session, "2", json!({ "state": "DIALING", "direction": "Outbound", "ani": "+13175550199" }));
    assert_eq!([lists(&session, "1"), lists(&session, "2")], [starred(&[], &[]), starred(&[], &[])]);
    let mut session = Session::default();
    session.associate_with_number(&json!(NUMBER), &json!([record(NADIA)]), &at(-130_000.0));
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[], &[]), "too late");
    // Once.
    let mut session = Session::default();
    session.associate_with_number(&json!(NUMBER), &json!([record(NADIA)]), &at(0.0));
    tell(&mut session, "1", outbound("DIALING"));
    tell(&mut session, "2", outbound("DIALING"));
    assert_eq!(lists(&session, "2"), starred(&[], &[]));
    // Only the last few wait.
    for last in 0..20 {
        session.associate_with_number(&json!(format!("+49 40 55501{last:02}")), &json!([record(NADIA)]), &at(0.0));
    }
    assert!(session.to_snapshot().len() < 4_000);
}

#[test]
fn wrong_numbers_and_records_are_told() {
    let mut session = Session::default();
    for (number, records, path, code) in [
        (json!(5), json!([record(NADIA)]), "/number", Code::Type),
        (json!(" "), json!([record(NADIA)]), "/number", Code::Type),
        (json!("1".repeat(300)), json!([record(NADIA)]), "/number", Code::Type),
        (json!(NUMBER), json!({}), "", Code::Type),
        (json!(NUMBER), json!(vec![record(NADIA); 21]), "", Code::Type),
        (json!(NUMBER), json!([5]), "/0", Code::Type),
    ] {
        let change = session.associate_with_number(&number, &records, &at(0.0));
        assert_eq!(codes(&change), [(Severity::Error, path, code)], "{number}");
    }
}

#[test]
fn numbers_are_compared_by_their_digits() {
    for (one, other, same) in [
        ("+13175550123", "tel:+1 (317) 555-0123", true),
        ("+13175550123", "0013175550123", true),
        ("+13175550123", "13175550123", true),
        ("+13175550123", "317.555.0123", true),
        ("+49 (0)40 5550123", "+49405550123", true),
        ("+49405550123", "040 5550123", true),
        ("tel:%2B13175550123", "+13175550123", true),
        ("+13175550123;ext=7", "+13175550123", true),
        ("+13175550123 x7", "+13175550123", true),
        ("2001", "2001", true),
        ("nadia@example.com", "NADIA@example.com", true),
        ("sip:front.desk@example.com", "front.desk@example.com", true),
        ("+13175550123", "+13175550124", false),
        ("+13175550123", "+493175550123", false),
        ("+13175550123", "5550123", false),
        ("+13175550123", "0123", false),
        ("3175550123", "13175550123", false),
        ("2001", "12001", false),
        ("nadia7@example.com", "nadia8@example.com", false),
        ("", "", true),
    ] {
        assert_eq!(is_same_number(one, other), same, "{one}, {other}");
        assert_eq!(is_same_number(other, one), same, "{other}, {one}");
    }
}

#[test]
fn what_is_in_front_survives_a_reload_and_sessions_without_it_are_read() {
    let mut session = Session::default();
    session.visit(&with(CASE, &[NADIA]), &at(0.0));
    session.associate_with_number(&json!(NUMBER), &json!([with(THEO, &[ACCOUNT])]), &at(0.0));
    let mut restored = reload(&session);
    assert_eq!(restored, session);
    tell(&mut restored, "1", outbound("DIALING"));
    assert_eq!(lists(&restored, "1"), starred(&[&star(THEO), NADIA], &[&star(ACCOUNT), CASE]));
    let older = r#"{"patchbay":1,"agent":[null,null,null],"selection":null,"gone":[],"interactions":[]}"#;
    assert_eq!(Session::restore(older), Ok(Session::default()));
    for broken in [json!(5), json!({ "record": 5, "waiting": 7 }), json!({ "waiting": [{ "number": 5 }, {}, null] })] {
        let text = json!({ "patchbay": 1, "in_front": broken });
        assert_eq!(Session::restore(&text.to_string()), Ok(Session::default()), "{text}");
    }
}

#[test]
fn a_record_without_its_object_counts_by_its_key_prefix() {
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    for (id, name) in [(NADIA, "Nadia"), (&WREN[..15], "Wren"), (ACCOUNT, "Northwind"), (CASE, "00001026")] {
        let change = session.visit(&json!({ "id": id, "name": name }), &at(0.0));
        assert_eq!(codes(&change), [], "{id}");
    }
    assert_eq!(lists(&session, "1"), starred(&[NADIA, WREN], &[ACCOUNT, CASE]));
    let change = session.visit(&json!({ "id": CLAIM, "name": "Claim" }), &at(0.0));
    assert_eq!(
        codes(&change),
        [(Severity::Error, "/objectApiName", Code::Required)],
        "custom prefixes are an org's own"
    );
}

#[test]
fn associated_records_are_offered_and_follow_a_suggestion() {
    // Visited: offered, nothing is chosen.
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    session.visit(&with(NADIA, &[ACCOUNT]), &at(0.0));
    session.visit(&with(CASE, &[THEO, ACCOUNT]), &at(0.0));
    assert_eq!(lists(&session, "1"), starred(&[NADIA, THEO], &[ACCOUNT, CASE]));
    // Popped alone: what is associated is suggested too.
    let popped = |records: Value| {
        let mut session = Session::default();
        tell(&mut session, "1", inbound("CONNECTED"));
        session.associate("1", &records, &at(0.0));
        lists(&session, "1")
    };
    assert_eq!(popped(json!([with(NADIA, &[ACCOUNT])])), starred(&[&star(NADIA)], &[&star(ACCOUNT)]));
    assert_eq!(popped(json!([with(CASE, &[NADIA, ACCOUNT])])), starred(&[&star(NADIA)], &[&star(CASE), ACCOUNT]));
    // Several leave the choice to the agent; what popped itself comes before what is associated.
    let several = json!([with(NADIA, &[ACCOUNT]), with(THEO, &[ACCOUNT])]);
    assert_eq!(popped(several), starred(&[NADIA, THEO], &[ACCOUNT]));
    let both = json!([with(NADIA, &[ACCOUNT]), record(CASE)]);
    assert_eq!(popped(both), starred(&[&star(NADIA)], &[&star(CASE), ACCOUNT]));
    // Dialled from.
    let mut session = Session::default();
    session.visit(&with(NADIA, &[ACCOUNT]), &at(0.0));
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[&star(NADIA)], &[&star(ACCOUNT)]));
    // A choice stays.
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    session.visit(&record(CASE), &at(0.0));
    session.choose("1", &json!("relatedTo"), Some(CASE), &at(0.0));
    session.associate("1", &json!([with(NADIA, &[ACCOUNT])]), &at(0.0));
    assert_eq!(lists(&session, "1"), starred(&[&star(NADIA)], &[&star(CASE), ACCOUNT]));
}

#[test]
fn wrong_associated_records_are_told_and_the_others_join() {
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    let mut given = record(NADIA);
    given["related"] = json!([5, record(ACCOUNT), { "id": CASE, "objectApiName": "Contact", "name": "N" }]);
    let change = session.visit(&given, &at(0.0));
    let wrong = [(Severity::Error, "/related/0", Code::Type), (Severity::Error, "/related/2/id", Code::UnknownValue)];
    assert_eq!(codes(&change), wrong);
    assert_eq!(lists(&session, "1"), starred(&[NADIA], &[ACCOUNT]));
    for related in [json!({}), json!(vec![record(ACCOUNT); 21])] {
        given["related"] = related;
        let change = session.visit(&given, &at(0.0));
        assert_eq!(codes(&change), [(Severity::Warning, "/related", Code::Type)]);
    }
}

type Transferred = ([Vec<String>; 2], Vec<(Severity, String, Code)>);

/// The lists of an interaction that was transferred with these attributes, and what was told.
fn transferred(attributes: Value) -> Transferred {
    let mut session = Session::default();
    let mut conversation = inbound("ALERTING");
    conversation["attributes"] = attributes;
    let change = tell(&mut session, "1", conversation.clone());
    assert!(tell(&mut session, "1", conversation).is_empty(), "told once");
    let told = change.problems.into_iter().map(|one| (one.severity, one.path, one.code)).collect();
    (lists(&session, "1"), told)
}

#[test]
fn a_record_that_was_handed_over_pops() {
    let nadia = || starred(&[&star(NADIA)], &[]);
    for name in ["sf_urlpop", "Participant.sf_urlpop", "participant.sf_urlpop", "SF_UrlPop", "PARTICIPANT.SF_URLPOP"] {
        assert_eq!(transferred(json!({ name: NADIA })), (nadia(), vec![]), "{name}");
    }
    for url in [
        &NADIA[..15],
        &format!(" {NADIA} "),
        &format!("https://acme.lightning.force.com/lightning/r/Contact/{NADIA}/view"),
        &format!("https://acme.lightning.force.com/lightning/r/{NADIA}/view"),
        &format!("https://acme.lightning.force.com/one/one.app#/sObject/{NADIA}/view"),
        &format!("https://acme.my.salesforce.com/{}", &NADIA[..15]),
        &format!("https://acme.my.salesforce.com:443/{NADIA}?source=1"),
        &format!("HTTPS://ACME.MY.SALESFORCE.COM/{NADIA}"),
        &format!(
            "https://acme.lightning.force.com/lightning/r/Contact/{NADIA}/view?ws=%2Flightning%2Fr%2FCase%2F{CASE}%2Fview"
        ),
        &format!("https://acme.lightning.force.com/console?ws=%2Flightning%2Fr%2FContact%2F{NADIA}%2Fview"),
        &format!("/lightning/r/Contact/{NADIA}/view"),
        &format!("/{NADIA}"),
    ] {
        assert_eq!(transferred(json!({ "sf_urlpop": url })), (nadia(), vec![]), "{url}");
    }
    let claim = format!("https://acme.lightning.force.com/lightning/r/Claim__c/{CLAIM}/view");
    assert_eq!(transferred(json!({ "sf_urlpop": claim })), (starred(&[], &[&star(CLAIM)]), vec![]));
    for nothing in [json!(""), json!("  "), Value::Null] {
        assert_eq!(transferred(json!({ "sf_urlpop": nothing })), (starred(&[], &[]), vec![]));
    }
}

#[test]
fn what_is_no_record_is_told_and_not_believed() {
    let path = "/attributes/sf_urlpop";
    for (text, severity, code) in [
        (format!("https://evil.example/{NADIA}"), Severity::Warning, Code::UnknownValue),
        (format!("https://force.com.evil.example/{NADIA}"), Severity::Warning, Code::UnknownValue),
        (format!("https://evilforce.com/{NADIA}"), Severity::Warning, Code::UnknownValue),
        (format!("https://acme.my.salesforce.com@evil.example/{NADIA}"), Severity::Warning, Code::UnknownValue),
        (format!("https://evil.example\\.my.salesforce.com/{NADIA}"), Severity::Warning, Code::UnknownValue),
        (format!("//evil.example/{NADIA}"), Severity::Warning, Code::UnknownValue),
        (format!("javascript:alert('{NADIA}')"), Severity::Warning, Code::UnknownValue),
        (format!("data:text/html,{NADIA}"), Severity::Warning, Code::UnknownValue),
        ("https://acme.my.salesforce.com/".to_owned(), Severity::Warning, Code::UnknownValue),
        ("https://acme.lightning.force.com/lightning/o/Contact/list".to_owned(), Severity::Warning, Code::UnknownValue),
        ("0035g00000LqT4rAAA".to_owned(), Severity::Error, Code::Checksum),
        ("yes".to_owned(), Severity::Warning, Code::UnknownValue),
        (CLAIM.to_owned(), Severity::Info, Code::UnknownValue),
        (format!("/lightning/r/{}", "x".repeat(5_000)), Severity::Warning, Code::TooLong),
    ] {
        let (lists, told) = transferred(json!({ "sf_urlpop": text }));
        assert_eq!((lists, told), (starred(&[], &[]), vec![(severity, path.to_owned(), code)]), "{text}");
    }
    let twice = json!({ "SF_URLPOP": NADIA, "Sf_UrlPop": THEO });
    assert_eq!(transferred(twice), (starred(&[], &[]), vec![(Severity::Warning, path.to_owned(), Code::NotAllowed)]));
}

fn handed_over(names: Value, relates: Value) -> Value {
    json!({ "sf_workspaceassociations": json!({ "Names": names, "Relates": relates }).to_string() })
}

#[test]
fn lists_that_were_handed_over_fill_the_lists() {
    let entry = |id: &str, kind: &str| json!({ "id": id, "name": "N", "type": kind });
    let names = json!({ NADIA: entry(NADIA, "Contact"), "b": entry(WREN, "lead") });
    let relates = json!({ "c": entry(&CASE[..15], "Case"), "d": entry(CLAIM, "Claim__c") });
    let both = (starred(&[NADIA, WREN], &[CASE, CLAIM]), vec![]);
    assert_eq!(transferred(handed_over(names.clone(), relates.clone())), both);
    let text = handed_over(names, relates)["sf_workspaceassociations"].clone();
    assert_eq!(transferred(json!({ "Participant.sf_workspaceassociations": text })), both);
    // One alone is suggested; the one that pops has the name that the lists have for it.
    let one = handed_over(json!({ "a": entry(NADIA, "Contact") }), json!({}));
    assert_eq!(transferred(one), (starred(&[&star(NADIA)], &[]), vec![]));
    let mut popped = handed_over(json!({ "a": entry(THEO, "Contact"), "b": entry(NADIA, "Contact") }), json!({}));
    popped["sf_urlpop"] = NADIA.into();
    assert_eq!(transferred(popped), (starred(&[&star(NADIA), THEO], &[]), vec![]));
    // The prefix tells the object where nothing else does.
    let untyped = handed_over(json!([{ "id": NADIA, "name": "N" }]), Value::Null);
    assert_eq!(transferred(untyped), (starred(&[&star(NADIA)], &[]), vec![]));
}

#[test]
fn malformed_lists_are_told_and_the_rest_joins() {
    let name = "sf_workspaceassociations";
    for text in ["{", "[]", "5", "null", "\"x\"", &format!("{{\"Names\":{{\"a\":\"{}\"}}}}", "x".repeat(70_000))] {
        let (lists, told) = transferred(json!({ name: text }));
        let path = format!("/attributes/{name}");
        assert_eq!((lists, told), (starred(&[], &[]), vec![(Severity::Warning, path, Code::Type)]), "{text:.20}");
    }
    let mixed = json!({
        "a": 5,
        "b": { "id": "<script>", "type": "Contact", "name": "N" },
        "c": { "id": NADIA, "type": "Case", "name": "N" },
        "d": { "id": CLAIM, "type": "Robert'); DROP TABLE", "name": "N" },
        "e": { "id": THEO, "type": "Contact", "name": "Theo" },
    });
    let (lists, told) = transferred(handed_over(mixed, json!("x")));
    assert_eq!(lists, starred(&[&star(THEO)], &[]));
    let told: Vec<_> =
        told.iter().map(|(severity, path, _)| (*severity, path.rsplit_once("ions/").unwrap_or_default().1)).collect();
    let paths = ["Names/a", "Names/b/id", "Names/c/id", "Names/d/objectApiName", "Relates"];
    assert_eq!(told, paths.map(|path| (Severity::Warning, path)));
    let (_, told) = transferred(json!({ name: json!({ "Others": {} }).to_string() }));
    assert_eq!(told[0].0, Severity::Info, "what is not known is told");
    let many: serde_json::Map<String, Value> =
        (0..150).map(|n| (n.to_string(), json!({ "id": format!("0035g0000{n:06}"), "name": "N" }))).collect();
    let (lists, told) = transferred(handed_over(many.into(), json!({})));
    assert_eq!((lists[0].len(), told.len()), (100, 1));
}

#[test]
fn a_log_hands_its_lists_over_and_the_other_side_has_them() {
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    assert!(session.hand_over("1").is_none() && session.hand_over("nobody").is_none());
    let person = json!({ "id": ACCOUNT, "objectApiName": "Account", "name": "Ada", "isPersonAccount": true, "personContactId": THEO });
    session.associate("1", &json!([person, record(NADIA), record(CASE), record(CLAIM)]), &at(0.0));
    session.choose("1", &json!("name"), Some(NADIA), &at(0.0));
    let message: Value =
        session.hand_over("1").and_then(|one| serde_json::from_str(&one.to_json()).ok()).unwrap_or_default();
    assert_eq!([&message["type"], &message["data"]["id"]], ["PureCloud.Interaction.addCustomAttributes", "1"]);
    let attributes = message["data"]["attributes"].clone();
    assert_eq!(attributes["sf_urlpop"], NADIA);
    let (mut lists, told) = transferred(attributes.clone());
    lists.iter_mut().for_each(|list| list.sort_unstable());
    assert_eq!((lists, told), (starred(&[&star(NADIA), THEO], &[CASE, CLAIM]), vec![]));
    // What comes back to the side that wrote it changes nothing there.
    let before = session.log("1").map(|log| log.values());
    tell(&mut session, "1", json!({ "state": "CONNECTED", "attributes": attributes }));
    assert_eq!(session.log("1").map(|log| log.values()), before);
}

#[test]
fn what_is_handed_over_is_bounded_and_holds_no_card_number() {
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    for number in 0..100 {
        visit(&mut session, &format!("0035g0000{number:06}"));
    }
    session.choose("1", &json!("name"), Some("0035g0000000000"), &at(0.0));
    let card = json!({ "id": CASE, "objectApiName": "Case", "name": "4111 1111 1111 1111" });
    session.visit(&card, &at(0.0));
    let text = session.hand_over("1").map(|message| message.to_json()).unwrap_or_default();
    assert_eq!(text.matches("0035g0000").count(), 1 + 20 * 2, "the chosen one, and those that joined last");
    assert!(text.contains("0035g0000000000") && text.contains(CASE) && !text.contains("4111"));
}

#[test]
fn a_lead_that_was_converted_becomes_its_contact() {
    let mut converted = with(WREN, &[ACCOUNT]);
    converted["convertedContactId"] = NADIA.into();
    let begin = || {
        let mut session = Session::default();
        tell(&mut session, "1", inbound("CONNECTED"));
        visit(&mut session, CASE);
        session.choose("1", &json!("relatedTo"), Some(CASE), &at(0.0));
        session.associate("1", &json!([record(WREN)]), &at(0.0));
        let values = session.log("1").map(|log| log.values()).unwrap_or_default();
        assert_eq!([values.get("WhoId"), values.get("WhatId")], [Some(&json!(WREN)), None]);
        session
    };
    let ends = |session: &Session, why: &str| {
        assert_eq!(lists(session, "1"), starred(&[WREN, &star(NADIA)], &[&star(CASE), ACCOUNT]), "{why}");
        let values = session.log("1").map(|log| log.values()).unwrap_or_default();
        assert_eq!([values.get("WhoId"), values.get("WhatId")], [Some(&json!(NADIA)), Some(&json!(CASE))], "{why}");
        assert_eq!(session.log("1").map(|log| log.excludes_related_to()), Some(false));
    };
    let mut session = begin();
    session.visit(&converted, &at(0.0));
    ends(&session, "the page says so");
    // Choosing the lead again chooses the contact.
    session.choose("1", &json!("name"), Some(WREN), &at(0.0));
    ends(&session, "chosen");
    let mut session = begin();
    session.choose("1", &json!("name"), Some(WREN), &at(0.0));
    session.associate("1", &json!([converted]), &at(0.0));
    ends(&session, "associated, and chosen by the agent before");
    let mut session = begin();
    session.save_with(1);
    let mut change = Change::default();
    session.open_log("1", &at(0.0));
    let requests = session.due(&mut change, &at(0.0));
    let answer = json!({ "id": "00T5g00000XyZ12", "records": [converted] });
    session.command(&json!(["resolved", requests[0].ticket, answer]).to_string(), &at(1.0));
    ends(&session, "the store says so");
    // Of a lead that nobody has in a list, the contact alone joins.
    let mut session = Session::default();
    session.visit(&converted, &at(0.0));
    tell(&mut session, "1", outbound("DIALING"));
    assert_eq!(lists(&session, "1"), starred(&[&star(NADIA)], &[&star(ACCOUNT)]));
    let mut wrong = record(WREN);
    wrong["convertedContactId"] = CASE.into();
    let change = session.visit(&wrong, &at(0.0));
    assert_eq!(codes(&change), [(Severity::Warning, "/convertedContactId", Code::UnknownValue)]);
}

fn task(what: &[&str]) -> Value {
    let refers = |objects: &[&str]| -> Vec<Value> { objects.iter().map(|name| json!({ "apiName": name })).collect() };
    let field = |objects: &[&str]| json!({ "dataType": "Reference", "createable": true, "updateable": true, "referenceToInfos": refers(objects) });
    json!({ "objectInfo": { "fields": { "WhoId": field(&["Contact", "Lead"]), "WhatId": field(what) } } })
}

#[test]
fn any_object_that_activities_can_refer_to_joins_related_to() {
    let what = ["Account", "Asset", "WorkOrder", "Contract", "Order", "HealthcareProvider", "Claim__c"];
    for (id, object) in [
        ("02i5g00000RvW2q", "Asset"),
        ("02i5g00000RvW2q", "asset"),
        ("0WO5g00000RvW2q", "WorkOrder"),
        ("8005g00000RvW2q", "Contract"),
        ("8015g00000RvW2q", "Order"),
        ("0bY5g00000RvW2q", "HealthcareProvider"),
        ("a0K5g00000RvW2q", "Claim__c"),
    ] {
        let mut session = Session::default();
        session.set_object_info(&task(&what), &at(0.0));
        tell(&mut session, "1", inbound("CONNECTED"));
        let change = session.visit(&json!({ "id": id, "objectApiName": object, "name": "N" }), &at(0.0));
        assert_eq!((codes(&change), lists(&session, "1")[1].len()), (vec![], 1), "{object}");
    }
}

#[test]
fn an_object_that_activities_cannot_refer_to_is_told_and_joins_nothing() {
    let told = |change: &Change, path| {
        assert_eq!(codes(change), [(Severity::Info, path, Code::NotAllowed)]);
        assert!(change.problems[0].message.contains("Allow Activities"));
    };
    let mut session = Session::default();
    session.set_object_info(&task(&["Account", "Case"]), &at(0.0));
    tell(&mut session, "1", inbound("CONNECTED"));
    told(&visit(&mut session, CLAIM), "/objectApiName");
    told(&session.associate("1", &json!([record(CASE), record(CLAIM)]), &at(0.0)), "/1/objectApiName");
    assert_eq!(lists(&session, "1"), starred(&[], &[&star(CASE)]));
    told(&tell(&mut session, "2", outbound("DIALING")), "/objectApiName");
    // Nothing is known: what the document names joins, and the rest is told as soon as somebody asks for it.
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    let asset = "02i5g00000RvW2qAAF";
    assert_eq!(codes(&visit(&mut session, asset)), [(Severity::Info, "/objectApiName", Code::NotAllowed)]);
    // It is still in front when the answer comes.
    session.set_object_info(&task(&["Asset"]), &at(0.0));
    assert_eq!(lists(&session, "1")[1].len(), 1);
    // What was chosen before the answer came is told at its log.
    let mut session = Session::default();
    tell(&mut session, "1", inbound("CONNECTED"));
    session.associate("1", &json!([record(CLAIM)]), &at(0.0));
    session.set_object_info(&task(&["Account"]), &at(0.0));
    let log = session.log("1").map(|log| json!(log.view())).unwrap_or_default();
    let told = log["problems"].as_array().into_iter().flatten().filter(|one| one["path"] == "/WhatId");
    assert_eq!(told.map(|one| one["code"].clone()).collect::<Vec<_>>(), ["not-allowed"]);
}

#[derive(Clone, Debug)]
enum Move {
    Visit(usize),
    Leave,
    Call(usize, bool, usize),
    Number(usize),
    Choose(usize, Option<usize>),
}

const PEOPLE: [&str; 3] = [NADIA, THEO, WREN];
const STATES: [&str; 5] = ["DIALING", "ALERTING", "CONNECTED", "HELD", "DISCONNECTED"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_joins_that_was_not_in_front_or_given_and_no_choice_is_overridden(
        moves in vec(prop_oneof![
            (0..3usize).prop_map(Move::Visit),
            Just(Move::Leave),
            (0..3usize, any::<bool>(), 0..5usize).prop_map(|(id, out, state)| Move::Call(id, out, state)),
            (0..3usize).prop_map(Move::Number),
            (0..3usize, proptest::option::of(0..3usize)).prop_map(|(id, record)| Move::Choose(id, record)),
        ], 1..40),
    ) {
        let mut session = Session::default();
        let mut front: Option<usize> = None;
        let mut given: Vec<usize> = Vec::new();
        let mut chosen: [Option<Option<String>>; 3] = Default::default();
        for made in moves {
            let before: Vec<[Vec<String>; 2]> = (0..3).map(|id| lists(&session, &id.to_string())).collect();
            match &made {
                Move::Visit(record) => {
                    front = Some(*record);
                    visit(&mut session, PEOPLE[*record]);
                }
                Move::Leave => {
                    front = None;
                    session.leave();
                }
                Move::Call(id, out, state) => {
                    let direction = if *out { "Outbound" } else { "Inbound" };
                    tell(&mut session, &id.to_string(), json!({ "state": STATES[*state], "direction": direction, "phone": NUMBER }));
                }
                Move::Number(record) => {
                    given.push(*record);
                    session.associate_with_number(&json!(NUMBER), &json!([record_of(*record)]), &at(0.0));
                }
                Move::Choose(id, record) => {
                    let record = record.map(|record| PEOPLE[record]);
                    let change = session.choose(&id.to_string(), &json!("name"), record, &at(0.0));
                    if change.problems.is_empty() {
                        chosen[*id] = Some(record.map(str::to_owned));
                    }
                }
            }
            for id in 0..3 {
                let log = id.to_string();
                let known: Vec<&str> = before[id][0].iter().map(|entry| entry.trim_end_matches('*')).collect();
                let new = lists(&session, &log)[0].iter().map(|entry| entry.trim_end_matches('*').to_owned()).collect::<Vec<_>>();
                for entry in new.iter().filter(|entry| !known.contains(&entry.as_str())) {
                    let allowed = front.iter().chain(&given).any(|record| PEOPLE[*record] == entry);
                    prop_assert!(allowed, "{entry} joined after {made:?}");
                }
                if let (Some(choice), Some(log)) = (&chosen[id], session.log(&log)) {
                    let now = log.name.chosen().map(|record| record.id.to_string());
                    prop_assert_eq!(choice, &now, "after {:?}", made);
                }
            }
            prop_assert_eq!(&reload(&session).to_snapshot(), &session.to_snapshot());
        }
    }
}

fn record_of(person: usize) -> Value {
    record(PEOPLE[person])
}
