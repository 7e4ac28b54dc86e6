//! A page whose storage can fail in every way, and counts what is asked of it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use patchbay::log::config::Config;
use patchbay::outbox::Request;
use patchbay::session::change::Change;
use patchbay::session::persistence::{KeyValueStore, Persistence, StorageError};
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use serde_json::{Value, json};

pub const ID: &str = "call-1";
pub const TASK: &str = "00T5g00000LqT4rEAF";

/// A store of texts.
#[derive(Clone, Debug, Default)]
pub struct Store {
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// The most bytes that it takes.
    limit: Rc<Cell<Option<usize>>>,
    /// Whether it takes texts and does not keep them.
    pub lies: Rc<Cell<bool>>,
    /// How often reading a key fails next, for keys that contain a text.
    pub unreadable: Rc<RefCell<(String, u32)>>,
    /// How often it was asked for anything.
    pub operations: Rc<Cell<usize>>,
}

impl Store {
    fn count(&self) {
        self.operations.set(self.operations.get() + 1);
    }

    fn bytes(&self) -> usize {
        self.texts.borrow().values().map(String::len).sum()
    }

    /// From now on there is no room for more.
    pub fn fill(&self) {
        self.limit.set(Some(self.bytes()));
    }

    pub fn make_room(&self) {
        self.limit.set(None);
    }

    pub fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    pub fn insert(&self, key: &str, text: impl Into<String>) {
        self.texts.borrow_mut().insert(key.to_owned(), text.into());
    }

    /// All texts, one after the other.
    pub fn contents(&self) -> String {
        self.texts.borrow().iter().map(|(key, text)| format!("{key}={text}\n")).collect()
    }
}

impl KeyValueStore for Store {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.count();
        let mut unreadable = self.unreadable.borrow_mut();
        if unreadable.1 > 0 && key.contains(&unreadable.0) {
            unreadable.1 -= 1;
            return Err(StorageError);
        }
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.count();
        let others = self.bytes() - self.texts.borrow().get(key).map(String::len).unwrap_or_default();
        if self.limit.get().is_some_and(|limit| others + text.len() > limit) {
            return Err(StorageError);
        }
        if !self.lies.get() {
            self.insert(key, text);
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.count();
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// A browser with one tab after the other.
#[derive(Clone, Default)]
pub struct Browser {
    pub tab: Store,
    pub lasting: Store,
    pub config: Value,
    pages: Rc<Cell<u32>>,
}

impl Browser {
    pub fn with(config: Value) -> Browser {
        Browser { config, ..Browser::default() }
    }

    pub fn open(&self, now: f64) -> Page {
        self.open_aside(now, 0)
    }

    /// Opens a page that sets aside what is stored.
    pub fn open_aside(&self, now: f64, aside: u8) -> Page {
        self.pages.set(self.pages.get() + 1);
        let config = Config::read(&self.config, &mut Vec::new());
        let [tab, lasting] = config.storage.filter([Some(self.tab.clone()), Some(self.lasting.clone())]);
        let mut persistence =
            Persistence::new(tab, lasting, Some("005A")).of_page(&format!("page{}", self.pages.get()));
        persistence.set_aside(aside);
        let (runtime, found) = SessionRuntime::open(persistence, config, Some(7), &at(now));
        Page { runtime, found, now, requests: Vec::new(), problems: Vec::new() }
    }

    /// The same browser after the tab was closed.
    pub fn close_tab(&mut self) {
        self.tab = Store::default();
    }
}

pub fn at(now: f64) -> Context<'static> {
    Context { now, ..Context::default() }
}

pub struct Page {
    pub runtime: SessionRuntime<Store>,
    pub found: Effects,
    pub now: f64,
    /// The saves that were requested, and not answered.
    pub requests: Vec<Request>,
    /// The messages of all problems since it was opened.
    pub problems: Vec<String>,
}

impl Page {
    pub fn act(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) {
        let context = at(self.now);
        let effects = self.runtime.dispatch(&context, |session| work(session, &context));
        self.requests.extend(effects.requests);
        self.problems.extend(effects.change.problems.into_iter().map(|problem| problem.message));
    }

    pub fn command(&mut self, command: Value) {
        self.act(|session, context| session.command(&command.to_string(), context));
    }

    pub fn receive(&mut self, id: &str, category: &str, data: Value) {
        let mut whole = json!({ "id": id, "startTime": "2026-04-09T04:19:30Z" });
        if let (Some(whole), Value::Object(data)) = (whole.as_object_mut(), data) {
            whole.extend(data);
        }
        let message = json!({ "type": "Interaction", "category": category, "data": whole }).to_string();
        self.act(|session, context| session.receive(&message, context));
    }

    /// A call that was connected, and edited by the agent.
    pub fn call(&mut self, id: &str, description: &str) {
        self.receive(id, "connect", json!({ "state": "CONNECTED", "connectedTime": "2026-05-03T15:09:00Z" }));
        self.edit(id, description);
    }

    pub fn edit(&mut self, id: &str, description: &str) {
        self.command(json!(["edit", id, { "Description": description }]));
    }

    pub fn end(&mut self, id: &str) {
        self.receive(id, "disconnect", json!({ "state": "DISCONNECTED", "isDisconnected": true }));
        self.receive(id, "deallocate", json!({}));
    }

    /// Time passes, and what is due is done.
    pub fn wait(&mut self, milliseconds: f64) {
        let until = self.now + milliseconds;
        while let Some(at) = self.runtime.wake_at().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.act(|_, _| Change::default());
        }
        self.now = until;
    }

    /// Answers every save that was requested, and those that follow at once.
    pub fn answer_all(&mut self, answer: impl Fn(&Request) -> (&'static str, Value)) {
        while let Some(request) = self.requests.pop() {
            let (how, what) = answer(&request);
            self.command(json!([how, request.ticket, what]));
        }
    }

    pub fn description(&self, id: &str) -> Value {
        let log = self.runtime.session().log(id);
        log.and_then(|log| log.values().get("Description").cloned()).unwrap_or_default()
    }

    pub fn found_problems(&self) -> Vec<String> {
        self.found.change.problems.iter().map(|problem| problem.message.clone()).collect()
    }
}

/// A server that stores each log in a task of its own.
pub fn saved(request: &Request) -> (&'static str, Value) {
    let number = request.id.bytes().fold(0u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    ("resolved", json!(format!("00T{number:012}")))
}
