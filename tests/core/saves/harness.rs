//! A session with a clock and a save handler.

use patchbay::log::config::Config;
use patchbay::outbox::retry::RetryPolicy;
use patchbay::outbox::{Fields, Request};
use patchbay::session::change::Change;
use patchbay::session::persistence::{KeyValueStore, Persistence, StorageError};
use patchbay::session::runtime::SessionRuntime;
use patchbay::session::{Context, Session};
use serde_json::{Value, json};

pub const POLICY: RetryPolicy = RetryPolicy::DEFAULT;
pub const ID: &str = "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11";
pub const TASK: &str = "00T5g00000LqT4rEAF";
pub const OTHER_TASK: &str = "00T5g00000LqT5aEAF";
pub const NADIA: &str = "0035g00000LqT4rAAF";
pub const CASE: &str = "5005g00000RvW2qAAF";

/// Storage that refuses everything.
#[derive(Clone, Debug)]
pub struct Forbidden;

impl KeyValueStore for Forbidden {
    fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
        Err(StorageError)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        Err(StorageError)
    }
    fn remove(&self, _: &str) -> Result<(), StorageError> {
        Err(StorageError)
    }
}

/// A session, its clock, and the saves that it requested.
pub struct Harness {
    pub runtime: SessionRuntime<Forbidden>,
    pub now: f64,
    pub requests: Vec<Request>,
    /// Whether every save is answered at once with the task's ID.
    pub answers: bool,
}

impl Harness {
    pub fn new() -> Harness {
        let persistence = Persistence::new(None, None, None);
        Harness::with(persistence)
    }

    pub fn with(persistence: Persistence<Forbidden>) -> Harness {
        let (runtime, _) = SessionRuntime::open(persistence, Config::default(), Some(7), &Context::default());
        Harness { runtime, now: 0.0, requests: Vec::new(), answers: true }
    }

    pub fn dispatch(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) -> Change {
        let context = Context { now: self.now, ..Context::default() };
        let effects = self.runtime.dispatch(&context, |session| work(session, &context));
        for request in effects.requests {
            let ticket = request.ticket;
            // Each interaction has a record of its own; no test has more than two.
            let is_first = self.requests.first().is_none_or(|first| first.id == request.id);
            self.requests.push(request);
            if self.answers {
                self.answer(ticket, json!(if is_first { TASK } else { OTHER_TASK }));
            }
        }
        effects.change
    }

    pub fn command(&mut self, command: Value) -> Change {
        self.dispatch(|session, context| session.command(&command.to_string(), context))
    }

    pub fn answer(&mut self, ticket: u32, with: Value) {
        self.command(json!(["resolved", ticket, with]));
    }

    pub fn receive(&mut self, category: &str, conversation: Value) {
        let mut data = json!({ "id": ID, "direction": "Inbound" });
        if let (Some(data), Value::Object(conversation)) = (data.as_object_mut(), conversation) {
            data.extend(conversation);
        }
        let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
        self.dispatch(|session, context| session.receive(&message, context));
    }

    /// Lets time pass and does everything that becomes due.
    pub fn wait(&mut self, milliseconds: f64) {
        let until = self.now + milliseconds;
        while let Some(at) = self.runtime.wake_at().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.dispatch(|_, _| Change::default());
        }
        self.now = until;
    }

    /// A connected call whose log was saved.
    pub fn connected() -> Harness {
        let mut harness = Harness::new();
        harness.receive("connect", json!({ "state": "CONNECTED", "connectedTime": "2026-04-09T04:19:42.719Z" }));
        harness.wait(POLICY.debounce);
        harness.requests.clear();
        harness
    }

    pub fn events(&self) -> Vec<&str> {
        self.requests.iter().map(|request| request.event.as_str()).collect()
    }

    pub fn last(&self) -> Value {
        self.requests.last().map(|request| json!(request.call_log)).unwrap_or_default()
    }

    pub fn log(&self) -> Value {
        self.runtime.session().log(ID).map(|log| json!(log.view())).unwrap_or_default()
    }

    /// The record of a server that applied every request in order.
    pub fn stored(&self) -> Fields {
        let mut stored = Fields::new();
        self.requests.iter().for_each(|request| stored.extend(request.call_log.clone()));
        stored.retain(|field, value| field != "Id" && !value.is_null());
        stored
    }

    pub fn values(&self) -> Fields {
        self.runtime.session().log(ID).map(|log| log.values()).unwrap_or_default()
    }
}
