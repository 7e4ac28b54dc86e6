//! What was sent, what shows that it was done, and what waits meanwhile. The table is written out by hand from the captured
//! event streams, not from the code.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use crate::session::fixture;
use crate::support::written;
use patchbay::command::vocabulary::Action;
use patchbay::interaction::phase::Phase;
use patchbay::interaction::sign::{Sign, expected};
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use patchbay::session::{Context, Session};
use patchbay::string_enum::StringEnum;

/// One row a phase, one column an action, in the order of the vocabulary: pickup, disconnect, hold, mute, securePause,
/// blindTransfer, consultTransfer, concludeTransfer, secureSession.
///
/// `c` connected; `h` held; `o` over; `r` recording; `t` transfer; `n` consulting, where nobody is consulted; `e` consult over,
/// where somebody is; `s` over, where the secure session leaves; `.` no sign.
const TABLE: [(Phase, &str); 6] = [
    (Phase::Alerting, "co......."),
    (Phase::Dialing, ".o......."),
    (Phase::Connected, ".oh.rtnes"),
    (Phase::Held, "coc.rtnes"),
    (Phase::Disconnected, "........."),
    (Phase::Done, "........."),
];

#[test]
fn every_action_has_its_sign_in_every_state() {
    let mut cells = 0;
    for (phase, row) in TABLE {
        assert_eq!(row.len(), Action::ALL.len(), "{phase:?} has a letter for every action");
        for (&action, cell) in Action::ALL.iter().zip(row.chars()) {
            for consulting in [false, true] {
                for leaves in [false, true] {
                    let sign = match cell {
                        'c' => Some(Sign::Connected),
                        'h' => Some(Sign::Held),
                        'o' => Some(Sign::Over),
                        'r' => Some(Sign::Recording),
                        't' => Some(Sign::Transferring),
                        'n' => (!consulting).then_some(Sign::Consulting),
                        'e' => consulting.then_some(Sign::ConsultOver),
                        's' => leaves.then_some(Sign::Over),
                        _ => None,
                    };
                    let said = expected(phase, consulting, leaves, action);
                    assert_eq!(said, sign, "{phase:?} {action:?}, consulting {consulting}, leaves {leaves}");
                    cells += 1;
                }
            }
        }
    }
    assert_eq!(cells, 6 * Action::ALL.len() * 4);
    assert!(Sign::ALL.iter().all(|sign| sign.source().starts_with("captured calls") && !sign.sentence().is_empty()));
}

const CALL: &str = "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11";

/// A session with a clock.
struct Page {
    runtime: SessionRuntime<crate::model::storage::MemoryStorage>,
    now: f64,
}

impl Page {
    fn new() -> Page {
        let (runtime, _) =
            SessionRuntime::open(Persistence::new(None, None, None), Default::default(), None, &Context::default());
        Page { runtime, now: 1_000_000.0 }
    }

    fn with_call(state: &str) -> Page {
        let mut page = Page::new();
        page.tell("1", json!({ "state": state }));
        page
    }

    fn run(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) -> Change {
        let context = Context { now: self.now, ..Context::default() };
        self.runtime.dispatch(&context, |session| work(session, &context)).change
    }

    fn receive(&mut self, message: &Value) -> Change {
        self.run(|session, context| session.receive(&message.to_string(), context))
    }

    fn tell(&mut self, id: &str, facts: Value) -> Change {
        let mut data = json!({ "id": id });
        data.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
        self.receive(&json!({ "type": "Interaction", "category": "change", "data": { "new": data } }))
    }

    fn send(&mut self, action: &str, id: &str) -> Change {
        let data = json!({ "action": action, "id": id });
        let message = json!({ "type": "PureCloud.Interaction.updateState", "data": data });
        self.run(|session, context| session.sent(&message, context))
    }

    /// The session that goes on with what was sent.
    fn run_then_restore(mut self, action: &str) -> Session {
        self.send(action, "1");
        Session::restore(&self.runtime.session().to_snapshot()).unwrap()
    }

    fn send_status(&mut self, id: &str) -> Change {
        let message = json!({ "type": "PureCloud.User.updateStatus", "data": { "id": id } });
        self.run(|session, context| session.sent(&message, context))
    }

    /// Lets time pass up to the next deadline, if that comes first.
    fn pass(&mut self, milliseconds: f64) -> Change {
        self.now += milliseconds;
        self.run(|_, _| Change::default())
    }

    fn refused(&self, action: Action, on: Option<bool>) -> Option<&'static str> {
        self.runtime.session().refuse_now("1", action, on, self.now).map(|problem| problem.code.as_str())
    }

    /// The state of each action that was sent, the reasons behind it.
    fn states(&self) -> Vec<String> {
        let all = self.runtime.session().sent_actions().iter().map(|sent| written(&sent.view()));
        all.map(|sent| {
            let reasons = sent["reasons"].as_array().unwrap().iter().map(|reason| reason.as_str().unwrap());
            let words: Vec<_> = [sent["action"].as_str().unwrap(), sent["state"].as_str().unwrap()]
                .into_iter()
                .chain(reasons)
                .collect();
            words.join(" ")
        })
        .collect()
    }
}

fn confirmed(change: &Change) -> usize {
    assert!(change.unconfirmed.is_empty());
    change.confirmed.len()
}

#[test]
fn captured_calls_confirm_what_was_sent_before_each_of_their_steps() {
    // The action, and the first message that shows it.
    for (stream, id, action, until) in [
        ("inbound-call", CALL, "pickup", "\"state\":\"CONNECTED\""),
        ("inbound-call", CALL, "hold", "\"state\":\"HELD\""),
        ("inbound-call", CALL, "securePause", "\"recordingState\":\"none\""),
        ("inbound-call", CALL, "disconnect", "\"state\":\"DISCONNECTED\""),
        ("consult-transfer", "0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01", "consultTransfer", "consultTransfer"),
        ("consult-transfer", "0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01", "concludeTransfer", "completeConsultTransfer"),
        ("chat-and-dialer", "c1a2b3c4-d5e6-4711-8f90-1a2b3c4d5e04", "blindTransfer", "blindTransfer"),
    ] {
        let messages = fixture(stream);
        let at = messages.iter().position(|message| message.to_string().contains(until)).unwrap();
        let mut page = Page::new();
        for message in &messages[..at] {
            page.receive(message);
        }
        assert!(page.send(action, id).sent, "{stream} {action}");
        assert_eq!(page.states().last().map(String::as_str), Some(&*format!("{action} waiting")));
        let change = page.receive(&messages[at]);
        assert_eq!(confirmed(&change), 1, "{stream} {action}: {}", messages[at]);
        assert!(page.pass(60_000.0).unconfirmed.is_empty());
    }
}

#[test]
fn without_its_event_an_action_is_unconfirmed_after_five_seconds_and_told_once() {
    let mut page = Page::with_call("CONNECTED");
    page.send("hold", "1");
    assert_eq!(page.runtime.wake_at(), Some(page.now + 5_000.0));
    assert!(page.pass(4_999.0).is_empty());
    let change = page.pass(1.0);
    assert_eq!((change.unconfirmed.len(), change.sent), (1, true));
    assert_eq!(page.states(), ["hold unconfirmed client-silent not-permitted"]);
    assert_eq!(page.runtime.wake_at(), None);
    assert!(page.pass(60_000.0).is_empty());
    // A late event still confirms it.
    assert_eq!(confirmed(&page.tell("1", json!({ "state": "HELD" }))), 1);
    assert_eq!(page.states(), ["hold confirmed"]);
}

#[test]
fn an_event_of_something_else_confirms_nothing_but_shows_that_the_client_is_at_work() {
    let mut page = Page::with_call("CONNECTED");
    page.send("securePause", "1");
    assert_eq!(confirmed(&page.tell("1", json!({ "state": "CONNECTED", "queueName": "Claims" }))), 0);
    assert_eq!(confirmed(&page.tell("2", json!({ "state": "HELD" }))), 0);
    page.pass(5_000.0);
    assert_eq!(page.states(), ["securePause unconfirmed not-recorded not-permitted"]);
}

#[test]
fn each_action_has_its_likely_reasons() {
    for (action, reason) in [
        ("blindTransfer", "client-silent target-unavailable not-permitted"),
        ("consultTransfer", "client-silent target-unavailable not-permitted"),
        ("disconnect", "client-silent not-permitted"),
    ] {
        let mut page = Page::with_call("CONNECTED");
        page.send(action, "1");
        page.pass(5_000.0);
        assert_eq!(page.states(), [format!("{action} unconfirmed {reason}")]);
    }
    let mut page = Page::new();
    page.send("pickup", "never heard of");
    page.pass(5_000.0);
    assert_eq!(page.states(), ["pickup unconfirmed client-silent interaction-unknown not-permitted"]);
    assert_eq!(confirmed(&page.tell("never heard of", json!({ "state": "CONNECTED" }))), 1);
}

#[test]
fn mute_has_no_sign_and_is_a_toggle_of_what_was_asked() {
    let mut page = Page::with_call("CONNECTED");
    // Muted in the client, perhaps: nobody knows.
    assert_eq!(page.refused(Action::Mute, Some(false)), None);
    assert_eq!(page.refused(Action::Mute, Some(true)), None);
    page.send("mute", "1");
    let sent = written(&page.runtime.session().sent_actions()[0].view());
    let expected = json!({
        "interactionId": "1", "action": "mute", "on": true, "sentAt": "1970-01-01T00:16:40.000Z",
        "state": "no-sign", "reasons": []
    });
    assert_eq!(sent, expected);
    assert!(page.pass(60_000.0).is_empty());
    assert_eq!(page.refused(Action::Mute, Some(true)), Some("not-allowed"));
    assert_eq!(page.refused(Action::Mute, Some(false)), None);
    page.send("mute", "1");
    assert_eq!(written(&page.runtime.session().sent_actions()[0].view())["on"], false);
    // What the agent was muted in is over.
    page.tell("1", json!({ "state": "DISCONNECTED", "isDisconnected": true }));
    assert!(page.states().is_empty());
}

#[test]
fn the_same_action_waits_for_its_event_or_a_second_and_always_as_long_as_a_double_click_takes() {
    let mut page = Page::with_call("CONNECTED");
    page.send("securePause", "1");
    for (passes, refused) in [(0.0, true), (999.0, true), (1.0, false)] {
        page.pass(passes);
        assert_eq!(page.refused(Action::SecurePause, None).is_some(), refused, "after {passes} more");
    }
    assert_eq!(page.refused(Action::Hold, None), None, "another action does not wait");

    // The event comes between the two clicks of a double click: the second would resume the recording.
    let mut page = Page::with_call("CONNECTED");
    page.send("securePause", "1");
    page.pass(120.0);
    assert_eq!(confirmed(&page.tell("1", json!({ "state": "CONNECTED", "securePause": true }))), 1);
    assert_eq!(page.refused(Action::SecurePause, Some(false)), Some("just-sent"));
    page.pass(379.0);
    assert_eq!(page.refused(Action::SecurePause, Some(false)), Some("just-sent"));
    page.pass(1.0);
    assert_eq!(page.refused(Action::SecurePause, Some(false)), None);
    assert_eq!(page.refused(Action::SecurePause, Some(true)), Some("not-allowed"), "it is paused already");
    assert_eq!(page.refused(Action::SecurePause, None), None, "whoever does not say how it is to be turns it");
}

#[test]
fn every_action_waits_after_it_was_sent() {
    for &action in Action::ALL {
        let mut page = Page::with_call("CONNECTED");
        page.run(|session, context| {
            session.receive(r#"{"type":"Interaction","category":"consultTransfer","data":"1"}"#, context)
        });
        let allowed = page.refused(action, None).is_none();
        page.send(action.as_str(), "1");
        let why = page.refused(action, None);
        assert_eq!(why, Some(if allowed { "just-sent" } else { "not-allowed" }), "{action:?}");
    }
}

#[test]
fn a_toggle_is_sent_only_if_it_turns_what_is_known() {
    for (state, hold) in [("CONNECTED", false), ("HELD", true)] {
        let page = Page::with_call(state);
        assert_eq!(page.refused(Action::Hold, Some(hold)), Some("not-allowed"));
        assert_eq!(page.refused(Action::Hold, Some(!hold)), None);
        assert_eq!(page.refused(Action::Hold, None), None);
    }
    // The client has not told of it.
    let mut page = Page::with_call("CONNECTED");
    assert_eq!(page.refused(Action::SecurePause, Some(false)), None);
    for (is_paused, reported) in [(true, true), (false, false)] {
        page.tell("1", json!({ "state": "CONNECTED", "securePause": reported }));
        assert_eq!(page.refused(Action::SecurePause, Some(is_paused)), Some("not-allowed"));
        assert_eq!(page.refused(Action::SecurePause, Some(!is_paused)), None);
    }
    // Nothing is known of it.
    assert!(Page::new().runtime.session().refuse_now("?", Action::Hold, Some(true), 0.0).is_none());
}

#[test]
fn a_status_is_confirmed_by_another_status() {
    let status = |status: &str| json!({ "type": "UserAction", "category": "status", "data": { "status": status } });
    let mut page = Page::new();
    page.receive(&status("ON_QUEUE"));
    page.send_status("e08eaf1b-ee47-4fa9-a231-1200e284798f");
    assert_eq!(confirmed(&page.receive(&status("ON_QUEUE"))), 0, "it is the same");
    assert_eq!(confirmed(&page.receive(&status("MEAL"))), 1);
    // By its ID nobody knows whether the agent is in it already: then the client tells nothing.
    page.send_status("e08eaf1b-ee47-4fa9-a231-1200e284798f");
    assert!(page.pass(5_000.0).unconfirmed.is_empty());
    assert_eq!(page.states(), ["updateStatus no-sign"]);
    page.send_status("Break");
    page.pass(5_000.0);
    assert_eq!(page.states(), ["updateStatus unconfirmed client-silent status-unknown not-permitted"]);
    // The agent is in it already, so nothing would be told.
    page.send_status("Meal");
    assert_eq!(page.states(), ["updateStatus no-sign"]);
}

#[test]
fn a_status_by_its_id_is_expected_where_the_client_tells_ids() {
    let mut page = Page::new();
    let (meal, breaks) = ("3fd96123-badb-4f69-bc03-1b1ccc6d8014", "227b37e2-f1d0-4dd0-8f50-badd7cf6d158");
    page.receive(&json!({ "type": "UserAction", "category": "status", "data": { "status": "MEAL", "id": meal } }));
    page.send_status(meal);
    assert_eq!(page.states(), ["updateStatus no-sign"]);
    page.send_status(breaks);
    assert_eq!(page.pass(5_000.0).unconfirmed.len(), 1);
    // Nothing was told of the agent.
    let mut page = Page::new();
    page.send_status("Meal");
    assert!(page.pass(5_000.0).unconfirmed.is_empty());
}

#[test]
fn what_asks_for_nothing_is_passed_over_and_what_is_no_message_is_a_problem() {
    let mut page = Page::with_call("CONNECTED");
    for message in [
        json!({ "type": "PureCloud.Interaction.addCustomAttributes", "data": { "id": "1", "attributes": { "a": 1 } } }),
        json!({ "type": "PureCloud.subscribe", "data": { "type": "Notification", "categories": [] } }),
    ] {
        assert!(page.run(|session, context| session.sent(&message, context)).is_empty());
    }
    for message in [json!(null), json!([1]), json!({ "type": "PureCloud.Interaction.updateState" })] {
        let change = page.run(|session, context| session.sent(&message, context));
        assert_eq!(change.problems[0].code.as_str(), "unknown-type");
        assert!(!change.sent);
    }
    assert!(page.states().is_empty());
}

#[test]
fn no_more_than_the_latest_of_each_and_64_in_all_are_followed() {
    let mut page = Page::new();
    for number in 0..200 {
        page.send("hold", &number.to_string());
        page.send("hold", &number.to_string());
    }
    assert_eq!(page.states().len(), 64);
}

#[test]
fn a_conversation_that_comes_back_begins_without_what_was_sent_before() {
    let mut page = Page::with_call("CONNECTED");
    page.send("mute", "1");
    page.tell("1", json!({ "state": "DISCONNECTED", "isDone": true, "connectedTime": "2026-05-03T15:03:22Z" }));
    page.tell("1", json!({ "state": "CONNECTED", "isDone": false, "connectedTime": "2026-05-03T16:03:22Z" }));
    assert!(page.states().is_empty());
    assert_eq!(page.refused(Action::Mute, Some(true)), None);
}

#[test]
fn a_session_that_is_set_up_anew_goes_on_with_what_was_sent() {
    let again = |session: &Session| Session::restore(&session.to_snapshot()).unwrap();
    let states = |session: &Session| -> Vec<Value> {
        session.sent_actions().iter().map(|sent| written(&sent.view())["state"].clone()).collect()
    };
    let mut page = Page::with_call("ALERTING");
    page.send("pickup", "1");
    let mut session = again(page.runtime.session());
    assert_eq!(session.sent_actions(), page.runtime.session().sent_actions());
    let connected =
        json!({ "type": "Interaction", "category": "connect", "data": { "id": "1", "state": "CONNECTED" } });
    assert_eq!(confirmed(&session.receive(&connected.to_string(), &Context::default())), 1);
    assert_eq!(states(&again(&session)), ["confirmed"]);
    let held = Page::with_call("CONNECTED").run_then_restore("hold");
    assert_eq!(
        held.refuse_now("1", Action::Hold, None, 1_000_100.0).map(|problem| problem.code.as_str()),
        Some("just-sent")
    );
    // The clock was set back.
    assert_eq!(held.refuse_now("1", Action::Hold, None, 500_000.0), None);
    let mut page = Page::with_call("CONNECTED");
    page.send("mute", "1");
    let muted = again(page.runtime.session());
    assert!(muted.refuse_now("1", Action::Mute, Some(true), 1e9).is_some(), "it is on already");
    let mut page = Page::with_call("CONNECTED");
    page.send("securePause", "1");
    page.send("secureSession", "1");
    page.pass(5_000.0);
    let session = again(page.runtime.session());
    assert_eq!(states(&session), ["unconfirmed", "no-sign"]);
    assert_eq!(session.sent_actions()[0], page.runtime.session().sent_actions()[0]);
}

#[test]
fn what_cannot_be_read_of_what_was_sent_is_left_out() {
    let mut page = Page::with_call("CONNECTED");
    page.send("hold", "1");
    let mut snapshot: Value = serde_json::from_str(&page.runtime.session().to_snapshot()).unwrap();
    for sent in [
        json!("hold"),
        json!({}),
        json!([null]),
        json!([["2", "hold", null, 1.0, "waiting", false]]),
        json!([["1", "dance", null, 1.0, "waiting", false]]),
        json!([["1", "hold", null, "now", "waiting", false]]),
        json!([["1", "hold", null, 1.0, "lost", false]]),
    ] {
        snapshot["sent"] = sent.clone();
        assert_eq!(Session::restore(&snapshot.to_string()).unwrap().sent_actions(), [], "{sent}");
    }
}
