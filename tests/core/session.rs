//! The recorded event streams through a session: what changes at each step, written by hand from the fixtures, and that
//! it stays so when messages are repeated, late, lost, broken or mixed.

use crate::tried::tried;
use patchbay::command::vocabulary::Action;
use patchbay::event::field::TextField;
use patchbay::interaction::Interaction;
use patchbay::session::{Context, MAX_DONE, MAX_LIVE, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

/// By hand: for each message of a fixture, the interactions it really changes, each with its first four characters and
/// its phase afterwards (`a`lerting, `d`ialing, `c`onnected, `h`eld, `e`nded, do`n`e, `-` let go, with `+` while
/// consulting), `agent` when the agent changes, nothing when it changes nothing.
const INBOUND: [&str; 28] = [
    "agent", "agent", "6b0d a", "6b0d a", "", "", "6b0d c", "", "", "", "", "", "", "6b0d c", "", "6b0d c", "6b0d h",
    "", "6b0d c", "", "6b0d c", "6b0d c", "6b0d e", "", "6b0d e", "6b0d e", "6b0d n", "6b0d -",
];
const CONSULT: [&str; 10] =
    ["0f4a c", "0f4a c+", "0f4a h+", "b7c1 d+", "b7c1 c+", "0f4a h b7c1 c", "b7c1 e", "0f4a e", "b7c1 n", "0f4a n"];
const CHAT: [&str; 10] =
    ["5d7b a", "5d7b c", "c1a2 d", "c1a2 c", "c1a2 c", "c1a2 e", "5d7b c", "5d7b e", "c1a2 n", "5d7b n"];

pub fn fixture(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let fixture: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default();
    let messages: Vec<Value> =
        fixture["events"].as_array().into_iter().flatten().map(|event| event["message"].clone()).collect();
    assert!(!messages.is_empty(), "{name} is no fixture");
    messages
}

fn fixtures() -> [(Vec<Value>, &'static [&'static str]); 3] {
    [(fixture("inbound-call"), &INBOUND), (fixture("consult-transfer"), &CONSULT), (fixture("chat-and-dialer"), &CHAT)]
}

fn reported(session: &mut Session, message: &Value) -> String {
    let change = session.receive(&message.to_string(), &Context::default());
    assert_eq!(change.problems, [], "{message}");
    let mut words: Vec<String> = change.interactions.iter().map(|id| brief(id, session.interaction(id))).collect();
    words.sort_unstable();
    if change.agent {
        words.push("agent".to_owned());
    }
    words.join(" ")
}

fn brief(id: &str, interaction: Option<&Interaction>) -> String {
    let Some(interaction) = interaction else { return format!("{} -", &id[..4]) };
    let phase = match interaction.phase.as_str() {
        "alerting" => "a",
        "dialing" => "d",
        "connected" => "c",
        "held" => "h",
        "disconnected" => "e",
        _ => "n",
    };
    format!("{} {phase}{}", &id[..4], if interaction.consult.is_some() { "+" } else { "" })
}

fn after(messages: &[Value]) -> Session {
    let mut session = Session::default();
    messages.iter().for_each(|message| drop(session.receive(&message.to_string(), &Context::default())));
    session
}

#[test]
fn only_real_changes_count() {
    for ((messages, expected), real) in fixtures().iter().zip([16, 10, 10]) {
        let mut session = Session::default();
        for (at, (message, expected)) in messages.iter().zip(*expected).enumerate() {
            assert_eq!(reported(&mut session, message), *expected, "message {at}");
        }
        assert_eq!(expected.iter().filter(|change| !change.is_empty()).count(), real);
    }
}

#[test]
fn a_repeated_message_changes_nothing() {
    for (messages, expected) in fixtures() {
        let mut session = Session::default();
        for (at, (message, expected)) in messages.iter().zip(expected).enumerate() {
            assert_eq!(reported(&mut session, message), *expected, "message {at}");
            assert_eq!(reported(&mut session, message), "", "message {at} again");
        }
    }
}

#[test]
fn a_reload_at_any_moment_changes_nothing() {
    let mut reloads = 0;
    for (messages, expected) in fixtures() {
        reloads += messages.len();
        let mut session = Session::default();
        for (message, expected) in messages.iter().zip(expected) {
            session = Session::restore(&session.to_snapshot()).unwrap();
            assert_eq!(reported(&mut session, message), *expected);
        }
    }
    tried("captured streams, reloads", reloads);
}

#[test]
fn streams_that_are_mixed_do_not_touch_one_another() {
    let [(inbound, first), (consult, second), (chat, third)] = fixtures();
    let mut session = Session::default();
    let mut streams = [(inbound, first, 0), (consult, second, 0), (chat, third, 0)];
    for turn in 0..200 {
        let (messages, expected, at) = &mut streams[turn % 3];
        if let Some(message) = messages.get(*at) {
            // A campaign's call begins while the agent consults; it must not be outcome for the second leg.
            assert_eq!(reported(&mut session, message), expected[*at], "message {at} of {}", turn % 3);
            *at += 1;
        }
    }
}

#[test]
fn what_comes_late_takes_nothing_back() {
    for (messages, _) in fixtures() {
        let whole = after(&messages);
        for (from, late) in messages.iter().enumerate().filter(|(_, message)| !begins_again(message)) {
            let mut session = whole.clone();
            let change = session.receive(&late.to_string(), &Context::default());
            for id in change.interactions {
                assert_eq!(session.interaction(&id), whole.interaction(&id), "message {from} at the end");
            }
        }
    }
}

/// Whether a message that comes after the end begins a new segment: it tells of a live interaction, and not when that was
/// connected, which would be the time of the former one.
fn begins_again(message: &Value) -> bool {
    let data = message["data"].get("new").unwrap_or(&message["data"]);
    let live = ["ALERTING", "DIALING", "CONTACTING", "CONNECTED", "HELD"];
    data["state"].as_str().is_some_and(|state| live.contains(&state)) && data["connectedTime"].is_null()
}

#[test]
fn without_connect_or_acw_it_comes_out_the_same() {
    for (messages, _) in fixtures() {
        let silent =
            |message: &&Value| !["connect", "disconnect"].contains(&message["category"].as_str().unwrap_or(""));
        let less: Vec<Value> = messages.iter().filter(silent).cloned().collect();
        for interaction in after(&less).interactions() {
            let whole = after(&messages);
            if let Some(known) = whole.interaction(&interaction.id) {
                assert_eq!(interaction.phase, known.phase);
            }
        }
    }
    let mut messages = fixture("inbound-call");
    messages.truncate(26);
    let done = json!({ "type": "Interaction", "category": "change",
        "data": { "new": { "id": "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11", "state": "DISCONNECTED", "isDone": true } } });
    messages.push(done);
    assert_eq!(after(&messages).interactions()[0].phase.as_str(), "done");
}

#[test]
fn status_and_routing_status_do_not_hide_one_another() {
    let action = |category: &str, data: Value| json!({ "type": "UserAction", "category": category, "data": data });
    let session = after(&[
        action("status", json!({ "status": "MEAL", "sub_status": "Lunch" })),
        action("routingStatus", json!("OFF_QUEUE")),
    ]);
    let agent = session.agent();
    assert_eq!(agent.status.as_deref(), Some("MEAL"));
    assert_eq!(agent.sub_status.as_deref(), Some("Lunch"));
    assert_eq!(agent.routing_status.as_deref(), Some("OFF_QUEUE"));
}

#[test]
fn the_id_of_the_status_is_kept_as_long_as_the_status() {
    let action = |data: Value| json!({ "type": "UserAction", "category": "status", "data": data });
    let updated = json!({ "reason": "status_updated", "status": "BREAK", "id": "e5d0" });
    let mut session = after(&[updated]);
    let id = |session: &Session| session.agent().status_id.clone();
    assert_eq!(id(&session).as_deref(), Some("e5d0"));
    session.receive(&action(json!({ "status": "BREAK", "sub_status": "Tea" })).to_string(), &Context::default());
    assert_eq!(id(&session).as_deref(), Some("e5d0"), "the same status, told without its ID");
    assert_eq!(Session::restore(&session.to_snapshot()).as_ref().map(id), Ok(Some("e5d0".to_owned())));
    session.receive(&action(json!({ "status": "MEAL" })).to_string(), &Context::default());
    assert_eq!(id(&session), None);
}

#[test]
fn who_has_logged_out_has_no_status() {
    let action = |category: &str, data: Value| json!({ "type": "UserAction", "category": category, "data": data });
    for message in [
        action("status", json!({ "status": "LOGGED_OUT" })),
        action("logout", json!({})),
        json!({ "reason": "status_updated", "status": "LOGGED_OUT", "id": "1" }),
    ] {
        let mut session = after(&[
            action("status", json!({ "status": "MEAL", "sub_status": "Lunch" })),
            action("routingStatus", json!("OFF_QUEUE")),
        ]);
        assert_eq!(reported(&mut session, &message), "agent");
        assert_eq!(session.agent(), &Default::default());
        assert_eq!(reported(&mut session, &message), "");
    }
}

#[test]
fn a_blind_transfer_that_was_cancelled_is_over() {
    let say = |category: &str, data: Value| json!({ "type": "Interaction", "category": category, "data": data });
    let change = |state: &str| say("change", json!({ "id": "1", "state": state }));
    let transferring = |messages: &[Value]| after(messages).interactions()[0].transferring;
    let begun = [change("CONNECTED"), say("blindTransfer", json!("1"))];
    assert!(transferring(&begun));
    assert!(transferring(&[&begun[..], &[change("HELD")]].concat()), "the caller waits while it is tried");
    assert!(!transferring(&[&begun[..], &[change("HELD"), change("CONNECTED")]].concat()));
    assert!(!transferring(&[&begun[..], &[change("CONNECTED")]].concat()));
    assert!(transferring(&[&begun[..], &[change("DISCONNECTED"), change("CONNECTED")]].concat()), "late");
}

#[test]
fn a_second_call_beside_a_held_one_may_be_concluded_announced_or_not() {
    let say = |id: &str, state: &str, more: Value| {
        let mut data = json!({ "id": id, "state": state });
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "type": "Interaction", "category": "change", "data": data })
    };
    let outbound = || json!({ "direction": "Outbound" });
    let (held, second) = (say("1", "HELD", json!({})), say("2", "CONNECTED", outbound()));
    let may = |messages: &[Value]| {
        let session = after(messages);
        ["1", "2"].map(|id| session.refuse(id, Action::ConcludeTransfer).is_none())
    };
    let first = say("1", "CONNECTED", json!({}));
    assert_eq!(may(&[first.clone(), held.clone(), second.clone()]), [true, true]);
    assert_eq!(may(&[first.clone(), second.clone(), held.clone()]), [true, true], "held later");
    assert_eq!(may(&[first.clone(), second.clone()]), [false, false], "nobody waits");
    let campaign = say("2", "CONNECTED", json!({ "direction": "Outbound", "isDialer": true }));
    assert_eq!(may(&[held.clone(), campaign]), [false, false]);
    assert_eq!(may(&[held.clone(), say("2", "CONNECTED", json!({ "direction": "Inbound" }))]), [false, false]);
    assert_eq!(may(&[say("1", "HELD", json!({ "isChat": true })), second.clone()]), [false, false]);
    assert!(!may(&[held.clone(), second.clone(), say("2", "DISCONNECTED", outbound())])[0]);
    let completed = json!({ "type": "Interaction", "category": "completeConsultTransfer", "data": { "id": "1" } });
    assert_eq!(may(&[held, second.clone(), completed, second]), [false, false], "it is concluded");
}

#[test]
fn the_selected_one_is_the_clients_choice_else_the_most_recent() {
    let add = |id: &str, state: &str| json!({ "type": "Interaction", "category": "add", "data": { "id": id, "state": state } });
    let select = |id: &str| json!({ "type": "Notification", "category": "interactionSelection", "data": { "interactionId": id } });
    let selected = |messages: &[Value]| after(messages).selected().map(|interaction| interaction.id.clone());
    let two = [add("1", "CONNECTED"), add("2", "ALERTING")];
    assert_eq!(selected(&two), Some("2".to_owned()));
    assert_eq!(selected(&[&two[..], &[select("1")]].concat()), Some("1".to_owned()));
    assert_eq!(selected(&[&two[..], &[select("1"), select("")]].concat()), Some("2".to_owned()));
    assert_eq!(selected(&[&[select("1")], &two[..]].concat()), Some("1".to_owned()));
    assert_eq!(selected(&[&two[..], &[add("2", "DISCONNECTED")]].concat()), Some("1".to_owned()));
    assert_eq!(selected(&[add("1", "DISCONNECTED")]), Some("1".to_owned()));
    assert_eq!(selected(&[]), None);
}

#[test]
fn the_page_selects_as_the_client_does() {
    let add =
        |id: &str| json!({ "type": "Interaction", "category": "add", "data": { "id": id, "state": "CONNECTED" } });
    let mut session = after(&[add("1"), add("2")]);
    let mut select = |id: &str| {
        let change = session.command(&format!(r#"["select", {id}]"#), &Context::default());
        let problems: Vec<_> = change.problems.iter().map(|one| (one.path.clone(), one.code.as_str())).collect();
        (session.selected().map(|interaction| interaction.id.clone()), change.selection, problems)
    };
    let chosen = |id: &str, changed: bool| (Some(id.to_owned()), changed, Vec::new());
    assert_eq!(select(r#""1""#), chosen("1", true));
    assert_eq!(select(r#""1""#), chosen("1", false));
    assert_eq!(select("null"), chosen("2", true));
    assert_eq!(select("5"), (Some("2".to_owned()), false, vec![("/id".to_owned(), "type")]));
}

#[test]
fn an_interaction_that_was_let_go_comes_back_only_when_it_begins_again() {
    let messages = fixture("inbound-call");
    let mut session = after(&messages);
    assert!(session.interactions().is_empty());
    for late in &messages[6..] {
        assert_eq!(reported(&mut session, late), "", "it is of the former segment: {late}");
    }
    assert!(session.refuse("6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11", Action::Hold).is_some());
    // The conversation's start stays what it was.
    assert_eq!(reported(&mut session, &messages[3]), "6b0d a");
}

#[test]
fn what_is_refused_says_why_and_what_is_unknown_is_not_refused() {
    let session = after(&fixture("inbound-call")[..3]);
    let id = &session.interactions()[0].id;
    assert_eq!(session.refuse(id, Action::Pickup), None);
    let problem = session.refuse(id, Action::Hold).unwrap();
    assert_eq!((problem.path.as_str(), problem.code.as_str()), ("/data/action", "not-allowed"));
    assert_eq!(problem.message, "hold is not possible yet; it is possible once the interaction is connected.");
    assert_eq!(session.refuse("never heard of", Action::Hold), None);
}

#[test]
fn ten_thousand_interactions_leave_nothing_behind() {
    let messages = fixture("inbound-call");
    let mut session = Session::default();
    let text = messages.iter().map(Value::to_string).collect::<Vec<_>>();
    for number in 0..10_000 {
        // Every other one is never deallocated.
        for message in &text[..27 + number % 2] {
            session.receive(&message.replace("6b0d7c1e", &format!("{number:08x}")), &Context::default());
        }
        assert!(session.interactions().len() <= MAX_DONE + 1);
    }
    assert!(session.to_snapshot().len() < 64 * 1024);
    tried("session, interactions that leave nothing behind", 10_000);
}

#[test]
fn a_flood_of_interactions_is_bounded_and_told() {
    let mut session = Session::default();
    let mut told = 0;
    for number in 0..1000 {
        let message = json!({ "type": "Interaction", "category": "add", "data": { "id": number.to_string(), "state": "ALERTING" } });
        told += session.receive(&message.to_string(), &Context::default()).problems.len();
        assert!(session.interactions().len() <= MAX_LIVE + MAX_DONE);
    }
    assert_eq!(told, 1000 - MAX_LIVE - MAX_DONE);
    assert_eq!(session.interactions().last().unwrap().id, "999");
}

#[test]
fn what_is_kept_is_read_only_as_it_was_written() {
    let kept = after(&fixture("consult-transfer")[..5]).to_snapshot();
    assert!(Session::restore(&kept).is_ok());
    for foreign in ["", "{", "null", "[]", "{}", r#"{"patchbay":2}"#, r#"{"patchbay":"1"}"#, &kept[..kept.len() - 1]] {
        assert!(Session::restore(foreign).is_err(), "{foreign}");
    }
    let whole: Value = serde_json::from_str(&kept).unwrap();
    // Every value in turn replaced by one of another type.
    for pointer in pointers(&whole, String::new()) {
        for other in [json!(17), json!({ "a": 1 }), json!("\u{0}")] {
            let mut broken = whole.clone();
            *broken.pointer_mut(&pointer).unwrap() = other;
            // Read or refused, but never followed by trouble.
            if let Ok(mut session) = Session::restore(&broken.to_string()) {
                session.receive(&fixture("consult-transfer")[5].to_string(), &Context::default());
            }
        }
    }
}

fn pointers(value: &Value, at: String) -> Vec<String> {
    let mut all = vec![at.clone()];
    match value {
        Value::Object(object) => {
            for (key, item) in object {
                all.extend(pointers(item, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))));
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                all.extend(pointers(item, format!("{at}/{number}")));
            }
        }
        _ => {}
    }
    all
}

#[test]
fn no_field_of_any_message_can_do_harm() {
    let mut broken_messages = 0;
    let hostile = [
        Value::Null,
        json!(true),
        json!(-1e300),
        json!(""),
        json!("x".repeat(100_000)),
        json!([]),
        json!({}),
        json!({ "id": { "id": [] } }),
        json!("__proto__"),
        json!("\u{FFFF}\u{0}"),
    ];
    for (messages, _) in fixtures() {
        for (at, message) in messages.iter().enumerate() {
            for pointer in pointers(message, String::new()) {
                let mut session = after(&messages[..at]);
                if let Some(less) = without(message, &pointer) {
                    session.receive(&less.to_string(), &Context::default());
                    check(&session);
                }
                for value in &hostile {
                    let mut broken = message.clone();
                    *broken.pointer_mut(&pointer).unwrap() = value.clone();
                    session.receive(&broken.to_string(), &Context::default());
                    check(&session);
                    broken_messages += 1;
                }
            }
            let text = message.to_string();
            for cut in (0..text.len()).step_by(7).filter(|cut| text.is_char_boundary(*cut)) {
                let mut session = after(&messages[..at]);
                assert_eq!(session.receive(&text[..cut], &Context::default()).problems.len(), 1);
                broken_messages += 1;
            }
        }
    }
    tried("captured streams, broken messages", broken_messages);
}

/// The message without the field at this place.
fn without(message: &Value, pointer: &str) -> Option<Value> {
    let (owner, key) = pointer.rsplit_once('/')?;
    let mut less = message.clone();
    less.pointer_mut(owner)?.as_object_mut()?.remove(&key.replace("~1", "/").replace("~0", "~"))?;
    Some(less)
}

/// What always holds of a session.
fn check(session: &Session) {
    let ids: std::collections::BTreeSet<_> = session.interactions().iter().map(|interaction| &interaction.id).collect();
    assert_eq!(ids.len(), session.interactions().len(), "an ID is there twice");
    assert!(session.interactions().len() <= MAX_LIVE + MAX_DONE);
    let restored = Session::restore(&session.to_snapshot())
        .map(|restored| (restored.interactions().to_vec(), restored.to_snapshot()));
    assert_eq!(restored, Ok((session.interactions().to_vec(), session.to_snapshot())), "what is kept is what there is");
    for interaction in session.interactions() {
        assert!(interaction.conversation.text(TextField::Name).is_none_or(|name| name.len() <= 1024));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Messages of all streams, some lost, some twice, neighbours swapped.
    #[test]
    fn any_order_within_reason_is_survived(
        picks in prop::collection::vec((0usize..3, 0usize..3), 60),
        lost in prop::collection::vec(prop::bool::weighted(0.2), 48),
    ) {
        let all: Vec<Value> = fixtures().into_iter().flat_map(|(messages, _)| messages).collect();
        let mut order: Vec<Value> =
            all.into_iter().zip(lost).filter(|(_, lost)| !lost).map(|(message, _)| message).collect();
        for (at, (swap, again)) in picks.into_iter().enumerate() {
            let len = order.len();
            if len < 3 { break; }
            if swap == 0 { order.swap(at % (len - 1), at % (len - 1) + 1); }
            if again == 0 { let message = order[at % len].clone(); order.insert(at % len, message); }
        }
        let mut session = Session::default();
        let mut phases: std::collections::BTreeMap<String, u8> = Default::default();
        for message in order {
            session.receive(&message.to_string(), &Context::default());
            check(&session);
            for interaction in session.interactions() {
                let step = match interaction.phase.as_str() {
                    "alerting" | "dialing" => 0,
                    "connected" | "held" => 1,
                    "disconnected" => 2,
                    _ => 3,
                };
                let before = phases.insert(interaction.id.clone(), step).unwrap_or(0);
                // Only a conversation that is over may come back.
                prop_assert!(before <= step || before > 1, "{} went back", interaction.id);
            }
        }
    }

    #[test]
    fn any_text_is_survived(text in ".{0,200}") {
        let mut session = Session::default();
        session.receive(&text, &Context::default());
        check(&session);
    }
}

#[test]
fn the_time_on_hold_is_measured_and_outlives_a_reload() {
    let at = |now| Context { now, ..Context::default() };
    let call = |state: &str| {
        json!({ "type": "Interaction", "category": "change", "data": { "id": "1", "state": state } }).to_string()
    };
    let mut session = Session::default();
    let held = |session: &Session| session.interaction("1").unwrap().held_since;
    session.receive(&call("CONNECTED"), &at(1000.0));
    assert_eq!(held(&session), None);
    session.receive(&call("HELD"), &at(2000.0));
    session.receive(&call("HELD"), &at(3000.0));
    assert_eq!(held(&session), Some(2000.0));
    let mut session = Session::restore(&session.to_snapshot()).unwrap();
    assert_eq!(held(&session), Some(2000.0));
    session.receive(&call("CONNECTED"), &at(4000.0));
    assert_eq!(held(&session), None);
}
