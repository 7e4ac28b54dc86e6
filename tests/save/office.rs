//! An agent's desk, its clock, and whoever saves.

use patchbay::log::setup::Setup;
use patchbay::save::lane::QUIET;
use patchbay::save::{Fields, Request};
use patchbay::session::change::Change;
use patchbay::session::desk::Desk;
use patchbay::session::store::{Keeper, Refused, Store};
use patchbay::session::{Here, Session};
use serde_json::{Value, json};

use crate::support::written;

pub const ID: &str = "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11";
pub const TASK: &str = "00T5g00000LqT4rEAF";
pub const OTHER_TASK: &str = "00T5g00000LqT5aEAF";
pub const NADIA: &str = "0035g00000LqT4rAAF";
pub const CASE: &str = "5005g00000RvW2qAAF";

/// Storage that refuses everything.
#[derive(Clone, Debug)]
pub struct Forbidden;

impl Store for Forbidden {
    fn get(&self, _: &str) -> Result<Option<String>, Refused> {
        Err(Refused)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), Refused> {
        Err(Refused)
    }
    fn remove(&self, _: &str) -> Result<(), Refused> {
        Err(Refused)
    }
}

/// A desk, its clock, and what it has asked to be saved.
pub struct Office {
    pub desk: Desk<Forbidden>,
    pub now: f64,
    pub requests: Vec<Request>,
    /// Whether every save is answered at once with the task's ID.
    pub answers: bool,
}

impl Office {
    pub fn new() -> Office {
        let keeper = Keeper::new(None, None, None);
        Office::with(keeper)
    }

    pub fn with(keeper: Keeper<Forbidden>) -> Office {
        let (desk, _) = Desk::open(keeper, Setup::default(), Some(7), &Here::default());
        Office { desk, now: 0.0, requests: Vec::new(), answers: true }
    }

    pub fn act(&mut self, work: impl FnOnce(&mut Session, &Here) -> Change) -> Change {
        let here = Here { now: self.now, ..Here::default() };
        let outcome = self.desk.act(&here, |session| work(session, &here));
        for request in outcome.requests {
            let ticket = request.ticket;
            self.requests.push(request);
            if self.answers {
                self.answer(ticket, json!(TASK));
            }
        }
        outcome.change
    }

    pub fn command(&mut self, command: Value) -> Change {
        self.act(|session, here| session.command(&command.to_string(), here))
    }

    pub fn answer(&mut self, ticket: u32, with: Value) {
        self.command(json!(["resolved", ticket, with]));
    }

    pub fn tell(&mut self, category: &str, facts: Value) {
        let mut data = json!({ "id": ID, "direction": "Inbound" });
        if let (Some(data), Value::Object(facts)) = (data.as_object_mut(), facts) {
            data.extend(facts);
        }
        let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
        self.act(|session, here| session.receive(&message, here));
    }

    /// Time passes, and everything that is due in it happens.
    pub fn wait(&mut self, milliseconds: f64) {
        let until = self.now + milliseconds;
        while let Some(at) = self.desk.session().wake_at().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.act(|_, _| Change::default());
        }
        self.now = until;
    }

    /// A connected call whose log was saved.
    pub fn connected() -> Office {
        let mut office = Office::new();
        office.tell("connect", json!({ "state": "CONNECTED", "connectedTime": "2026-04-09T04:19:42.719Z" }));
        office.wait(QUIET);
        office.requests.clear();
        office
    }

    pub fn events(&self) -> Vec<&str> {
        self.requests.iter().map(|request| request.event.as_str()).collect()
    }

    pub fn last(&self) -> Value {
        self.requests.last().map(|request| json!(request.call_log)).unwrap_or_default()
    }

    pub fn log(&self) -> Value {
        self.desk.session().log(ID).map(|log| written(|out| log.write(out))).unwrap_or_default()
    }

    /// What a server holds that took every request in order.
    pub fn stored(&self) -> Fields {
        let mut stored = Fields::new();
        self.requests.iter().for_each(|request| stored.extend(request.call_log.clone()));
        stored.retain(|field, value| field != "Id" && !value.is_null());
        stored
    }

    pub fn values(&self) -> Fields {
        self.desk.session().log(ID).map(|log| log.values()).unwrap_or_default()
    }
}
