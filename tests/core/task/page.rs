//! A page with a clock, storage and a save handler that stores what it is given.

use patchbay::log::config::Config;
use patchbay::log::{FormatTime, Formats};
use patchbay::outbox::{Fields, Request};
use patchbay::problem::{Code, Problem, Severity};
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use patchbay::session::{Context, Session};
use patchbay::time;
use serde_json::{Value, json};

use crate::model::storage::MemoryStorage;

pub const ID: &str = "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11";
pub const TASK: &str = "00T5g00000LqT4rEAF";
/// Milliseconds after which any save was made.
pub const A_WHILE: f64 = 60_000.0;

/// Type, the flag that names it, and the subtype that the object reference has for it.
pub const TYPES: [(&str, Option<&str>, &str); 6] = [
    ("call", None, "Call"),
    ("callback", Some("isCallback"), "Call"),
    ("chat", Some("isChat"), "Task"),
    ("email", Some("isEmail"), "Email"),
    ("message", Some("isMessage"), "Task"),
    ("voicemail", Some("isVoicemail"), "Call"),
];
pub const DIRECTIONS: [&str; 3] = ["Inbound", "Outbound", "Internal"];

/// Statuses as an org may have renamed them.
pub fn renamed() -> Value {
    json!([
        { "name": "Offen", "isClosed": false },
        { "name": "Wartet", "isClosed": false },
        { "name": "Erledigt", "isClosed": true },
        { "name": "Abgebrochen", "isClosed": true },
    ])
}

pub struct Page {
    pub runtime: SessionRuntime<MemoryStorage>,
    pub storage: [MemoryStorage; 2],
    pub now: f64,
    pub requests: Vec<Request>,
    pub stored: Fields,
    pub is_declined: bool,
    /// The fields that a validation rule of the org refuses, of the task as it would be stored.
    pub rule: fn(&Fields) -> Vec<&'static str>,
}

impl Page {
    pub fn open(config: &Value) -> Page {
        Page::with(config, [MemoryStorage::default(), MemoryStorage::default()], 0.0)
    }

    pub fn with(config: &Value, storage: [MemoryStorage; 2], now: f64) -> Page {
        let [tab, lasting] = storage.clone();
        let config = Config::read(config, &mut Vec::new());
        let persistence = Persistence::new(Some(tab), Some(lasting), None);
        let (runtime, _) = SessionRuntime::open(persistence, config, Some(7), &Context::default());
        let (requests, stored) = (Vec::new(), Fields::new());
        Page { runtime, storage, now, requests, stored, is_declined: false, rule: |_| Vec::new() }
    }

    /// The page is loaded again, in the same tab or in another.
    pub fn reload(self, config: &Value, is_same_tab: bool) -> Page {
        let [tab, lasting] = self.storage;
        let tab = if is_same_tab { tab } else { MemoryStorage::default() };
        Page { stored: self.stored, ..Page::with(config, [tab, lasting], self.now + 1_000.0) }
    }

    pub fn dispatch(&mut self, day: FormatTime, work: impl FnOnce(&mut Session, &Context) -> Change) -> Change {
        let context = Context { now: self.now, formats: Formats { time: &time::utc, day } };
        let effects = self.runtime.dispatch(&context, |session| work(session, &context));
        for request in effects.requests {
            let ticket = request.ticket;
            let mut answer = json!("");
            if !self.is_declined {
                let mut wanted = self.stored.clone();
                wanted.extend(request.call_log.clone());
                let refused = (self.rule)(&wanted);
                let taken = request.call_log.iter().filter(|(field, _)| !refused.contains(&field.as_str()));
                self.stored.extend(taken.map(|(field, value)| (field.clone(), value.clone())));
                let dropped: Vec<Value> = refused.iter().map(|field| json!({ "field": field })).collect();
                answer = json!({ "id": TASK, "dropped": dropped });
            }
            self.requests.push(request);
            self.command(json!(["resolved", ticket, answer]));
        }
        effects.change
    }

    pub fn command(&mut self, command: Value) -> Change {
        self.dispatch(&time::utc_day, |session, context| session.command(&command.to_string(), context))
    }

    pub fn know(&mut self, infos: Value) -> Vec<Problem> {
        let problems = self.command(json!(["setObjectInfo", infos])).problems;
        self.wait();
        problems
    }

    pub fn receive_at(&mut self, day: FormatTime, category: &str, conversation: Value) {
        let mut data = json!({ "id": ID });
        if let (Some(data), Value::Object(conversation)) = (data.as_object_mut(), conversation) {
            data.extend(conversation);
        }
        let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
        self.dispatch(day, |session, context| session.receive(&message, context));
    }

    pub fn receive(&mut self, category: &str, conversation: Value) {
        self.receive_at(&time::utc_day, category, conversation);
        self.wait();
    }

    pub fn wait_for(&mut self, milliseconds: f64) {
        let until = self.now + milliseconds;
        while let Some(at) = self.runtime.session().wake_at().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.dispatch(&time::utc_day, |_, _| Change::default());
        }
        self.now = until;
    }

    pub fn wait(&mut self) {
        self.wait_for(A_WHILE);
    }

    /// A saved live interaction.
    pub fn live(config: &Value) -> Page {
        let mut page = Page::open(config);
        page.receive("add", connected("call", "Inbound"));
        page
    }

    pub fn stored(&self, field: &str) -> Value {
        self.stored.get(field).cloned().unwrap_or_default()
    }

    pub fn problems(&self) -> Vec<(Severity, String, Code)> {
        let log = self.runtime.session().log(ID).map(|log| json!(log.view())).unwrap_or_default();
        let problems = log["problems"].as_array().cloned().unwrap_or_default();
        let read = |problem: &Value| {
            let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
            Some((Severity::named(&text("severity"))?, text("path"), Code::named(&text("code"))?))
        };
        problems.iter().filter_map(read).collect()
    }
}

pub fn connected(kind: &str, direction: &str) -> Value {
    let mut conversation = json!({ "state": "CONNECTED", "connectedTime": "2026-04-09T04:19:42.719Z" });
    if let Some(flag) = TYPES.iter().find(|(name, ..)| *name == kind).and_then(|(_, flag, _)| *flag) {
        conversation[flag] = true.into();
    }
    match direction {
        "Internal" => conversation["isInternal"] = true.into(),
        direction => conversation["direction"] = direction.into(),
    }
    conversation
}

pub fn paths(problems: &[Problem]) -> Vec<(&str, Code)> {
    problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect()
}
