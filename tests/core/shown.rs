//! Which interaction is shown: no character that an agent types goes into another log than the one it was begun in, whatever
//! rings, ends, comes back or is selected meanwhile.

#![allow(clippy::expect_used)]

use patchbay::log::Log;
use patchbay::session::shown::TypingState;
use patchbay::session::{Context, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::guard::page::{Browser, at, saved};
use crate::support::written;

fn receive(session: &mut Session, category: &str, data: Value) -> patchbay::session::change::Change {
    let message = json!({ "type": "Interaction", "category": category, "data": data });
    session.receive(&message.to_string(), &Context::default())
}

fn rings(session: &mut Session, id: &str) {
    receive(session, "add", json!({ "id": id, "state": "ALERTING" }));
}

fn connects(session: &mut Session, id: &str, minute: usize) {
    let time = format!("2026-04-09T10:{minute:02}:00.000Z");
    receive(session, "connect", json!({ "id": id, "state": "CONNECTED", "isConnected": true, "connectedTime": time }));
}

fn goes(session: &mut Session, id: &str) {
    receive(session, "acw", json!({ "id": id, "state": "DISCONNECTED", "isDone": true }));
    receive(session, "deallocate", json!({ "id": id }));
}

fn select(session: &mut Session, id: &str) {
    session.select(&id.into(), &Context::default());
}

fn waiting(session: &Session) -> Option<&str> {
    session.waiting().map(|one| one.id.as_str())
}

fn two_calls() -> Session {
    let mut session = Session::default();
    rings(&mut session, "1");
    connects(&mut session, "1", 1);
    session
}

#[test]
fn nothing_is_held_while_nobody_types() {
    let mut session = two_calls();
    rings(&mut session, "2");
    assert_eq!((session.shown(), waiting(&session)), (Some("2"), None));
    select(&mut session, "1");
    assert_eq!((session.shown(), waiting(&session)), (Some("1"), Some("2")), "what rings is offered");
    connects(&mut session, "2", 2);
    assert_eq!((session.shown(), waiting(&session)), (Some("1"), None));
}

#[test]
fn a_field_with_the_focus_holds_until_the_agent_asks_or_something_new_is_selected() {
    let mut session = two_calls();
    session.typing("comments", "1", Some(TypingState::Focus));
    rings(&mut session, "2");
    select(&mut session, "2");
    connects(&mut session, "2", 2);
    assert_eq!((session.shown(), waiting(&session)), (Some("1"), Some("2")));
    // A click takes the focus out of the field before it arrives: what it is meant for must not move away.
    session.typing("comments", "1", None);
    assert_eq!((session.shown(), waiting(&session)), (Some("1"), Some("2")));
    let change = session.show(&"2".into(), &Context::default());
    assert!(change.selection);
    assert_eq!((session.shown(), waiting(&session)), (Some("2"), None));

    session.typing("comments", "2", Some(TypingState::Focus));
    select(&mut session, "1");
    session.typing("comments", "2", None);
    assert_eq!(session.shown(), Some("2"));
    select(&mut session, "1");
    assert_eq!(session.shown(), Some("1"));
}

#[test]
fn unsent_text_holds_as_long_as_it_can_be_sent_and_only_where_it_is() {
    let mut session = two_calls();
    session.typing("target", "1", Some(TypingState::Unsent));
    rings(&mut session, "2");
    assert_eq!(session.shown(), Some("1"));
    session.show(&"2".into(), &Context::default());
    rings(&mut session, "3");
    select(&mut session, "3");
    assert_eq!(session.shown(), Some("3"), "the text is that of 1");
    session.show(&"1".into(), &Context::default());
    rings(&mut session, "4");
    select(&mut session, "4");
    assert_eq!(session.shown(), Some("1"));
    receive(&mut session, "disconnect", json!({ "id": "1", "state": "DISCONNECTED", "isDisconnected": true }));
    select(&mut session, "3");
    assert_eq!(session.shown(), Some("3"));
}

#[test]
fn a_log_stays_as_long_as_it_is_typed_in() {
    let mut session = Session::default();
    rings(&mut session, "1");
    // It only rang: nothing is worth saving yet.
    session.typing("comments", "1", Some(TypingState::Focus));
    goes(&mut session, "1");
    rings(&mut session, "2");
    assert_eq!(session.shown(), Some("1"));
    assert!(session.interaction("1").is_none() && session.log("1").is_some());
    session.edit("1", &json!({ "Description": "Hung up." }), &Context::default());
    assert_eq!(session.log("1").map(description).as_deref(), Some("Hung up."));
}

#[test]
fn a_conversation_that_comes_back_takes_no_log_from_under_the_agent() {
    let mut session = two_calls();
    session.edit("1", &json!({ "Description": "Wants" }), &Context::default());
    session.typing("comments", "1", Some(TypingState::Focus));
    goes(&mut session, "1");
    connects(&mut session, "1", 30);
    let shown = session.shown().unwrap_or_default().to_owned();
    assert_ne!(shown, "1");
    assert_eq!(session.log(&shown).map(description).as_deref(), Some("Wants"));
    assert_eq!(waiting(&session), Some("1"));
}

#[test]
fn a_reload_goes_on_with_what_was_typed_in() {
    let mut session = two_calls();
    session.typing("comments", "1", Some(TypingState::Focus));
    rings(&mut session, "2");
    let mut after = Session::restore(&session.to_snapshot()).unwrap();
    // The client announces its selection again.
    select(&mut after, "2");
    assert_eq!((after.shown(), waiting(&after)), (Some("1"), Some("2")));
    after.typing("comments", "1", Some(TypingState::Focus));
    after.typing("comments", "1", None);
    select(&mut after, "2");
    assert_eq!(after.shown(), Some("2"));
}

#[test]
fn what_is_reported_says_what_is_shown() {
    let mut session = two_calls();
    session.typing("comments", "1", Some(TypingState::Focus));
    let change = receive(&mut session, "add", json!({ "id": "2", "state": "ALERTING" }));
    let view = written(&patchbay::session::view::EffectsView::new(&change, &[], &session));
    assert_eq!([&view["selected"], &view["shown"], &view["waiting"]], ["2", "1", "2"]);
    let problem = |command: &str| Session::default().command(command, &Context::default()).problems.remove(0);
    assert_eq!(problem(r#"["typing", "comments", 5]"#).path, "/id");
    assert_eq!(problem(r#"["typing", "comments", "1", "soon"]"#).path, "/state");
    assert_eq!(problem(&json!(["typing", "x".repeat(300), "1"]).to_string()).code.as_str(), "too-long");
}

#[derive(Clone, Debug)]
enum Step {
    Rings(usize),
    Connects(usize),
    Ends(usize),
    Goes(usize),
    Select(Option<usize>),
    Show(usize),
    Focus,
    Blur,
    /// Goes back to a former log.
    Pick(usize),
    Key(char),
    Reload,
}

fn step() -> impl Strategy<Value = Step> {
    let id = 0..4usize;
    prop_oneof![
        2 => id.clone().prop_map(Step::Rings),
        2 => id.clone().prop_map(Step::Connects),
        1 => id.clone().prop_map(Step::Ends),
        2 => id.clone().prop_map(Step::Goes),
        1 => id.clone().prop_map(Step::Pick),
        2 => proptest::option::of(id.clone()).prop_map(Step::Select),
        1 => id.prop_map(Step::Show),
        3 => Just(Step::Focus),
        1 => Just(Step::Blur),
        12 => proptest::char::range('a', 'z').prop_map(Step::Key),
        1 => Just(Step::Reload),
    ]
}

/// A component that shows a log, as `c-patchbay-interaction-log` does, and the agent's hands.
#[derive(Default)]
struct Agent {
    session: Session,
    shown: Option<String>,
    picked: Option<String>,
    /// What the session showed last.
    followed: Option<String>,
    /// What is typed since the field has the focus.
    sentence: Option<String>,
}

fn description(log: &Log) -> String {
    log.values().get("Description").and_then(Value::as_str).unwrap_or_default().to_owned()
}

impl Agent {
    /// Follows the session after a change.
    fn look(&mut self) {
        let known = |id: &String| self.session.log(id).is_some();
        let followed = self.session.shown().map(str::to_owned);
        if followed.is_some() && followed != self.followed {
            self.picked = None;
        }
        self.followed.clone_from(&followed);
        let shown = self.picked.clone().filter(known).or(followed.filter(known)).or(self.shown.take().filter(known));
        self.shown = shown.or_else(|| self.session.logs().last().map(|log| log.id.clone()));
    }

    fn blur(&mut self) {
        if self.sentence.take().is_some() {
            self.session.typing("comments", "", None);
        }
    }

    fn make(&mut self, step: &Step, minute: usize) -> Result<(), TestCaseError> {
        let session = &mut self.session;
        match step {
            Step::Rings(id) => rings(session, &id.to_string()),
            Step::Connects(id) => connects(session, &id.to_string(), minute),
            Step::Ends(id) => {
                let data = json!({ "id": id.to_string(), "state": "DISCONNECTED", "isDisconnected": true });
                drop(receive(session, "disconnect", data));
            }
            Step::Goes(id) => goes(session, &id.to_string()),
            Step::Select(id) => drop(session.select(&json!(id.map(|id| id.to_string())), &Context::default())),
            Step::Show(id) => {
                self.blur();
                self.session.show(&json!(id.to_string()), &Context::default());
            }
            Step::Focus => {
                if let Some(id) = self.shown.clone() {
                    self.session.typing("comments", &id, Some(TypingState::Focus));
                    self.sentence.get_or_insert_default();
                }
            }
            Step::Blur => self.blur(),
            Step::Pick(at) => {
                self.blur();
                self.picked = self.session.logs().get(*at).map(|log| log.id.clone());
            }
            Step::Key(key) => {
                if let Some((id, sentence)) = self.shown.clone().zip(self.sentence.as_mut()) {
                    let before = self.session.log(&id).map(description).unwrap_or_default();
                    prop_assert!(before.ends_with(sentence.as_str()), "{sentence:?} was begun elsewhere: {before:?}");
                    sentence.push(*key);
                    self.session.edit(&id, &json!({ "Description": format!("{before}{key}") }), &Context::default());
                }
            }
            // Logs have snapshots of their own; the focus is gone.
            Step::Reload => {
                let shown = self.sentence.take().and(self.shown.clone()).filter(|_| self.picked.take().is_none());
                let restored = Session::restore(&self.session.to_snapshot()).expect("its own snapshot");
                let is_live = |id: &String| restored.interaction(id).is_some();
                if let Some(shown) = shown.filter(is_live) {
                    prop_assert_eq!(restored.shown(), Some(shown.as_str()));
                }
                self.session.typing("comments", "", None);
            }
        }
        self.look();
        Ok(())
    }
}

#[test]
fn a_shown_log_that_an_answer_lets_go_of_changes_what_is_shown() {
    let mut page = Browser::default().open(0.0);
    page.call("shown", "Roof");
    page.command(json!(["typing", "comments", "shown", "focus"]));
    page.end("shown");
    for number in 0..9 {
        let id = format!("later-{number}");
        page.call(&id, "Roof");
        page.end(&id);
        if number < 8 {
            page.wait(10_000.0);
            page.answer_all(saved);
        }
    }
    assert_eq!(page.runtime.session().shown(), Some("shown"));
    page.command(json!(["typing", "comments", "shown", null]));
    page.wait(10_000.0);
    let requests = std::mem::take(&mut page.requests);
    let context = at(page.now);
    let mut is_told = false;
    for request in requests {
        let (how, what) = saved(&request);
        let answer = json!([how, request.ticket, what]).to_string();
        let effects = page.runtime.dispatch(&context, |session| session.command(&answer, &context));
        is_told |= effects.change.selection;
    }
    assert_eq!(page.runtime.session().shown(), None, "more than eight logs are over");
    assert!(is_told);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::tried::runs(256, 20_000) as u32))]

    #[test]
    fn every_character_lands_in_the_log_it_was_begun_in(steps in proptest::collection::vec(step(), 1..120)) {
        let mut agent = Agent::default();
        for (minute, step) in steps.iter().enumerate() {
            agent.make(step, minute % 60)?;
        }
    }
}
