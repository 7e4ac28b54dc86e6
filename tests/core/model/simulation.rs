//! The real session among everything around it: its stores, its clock, the server, and saves that are on their way.

use std::collections::{BTreeMap, BTreeSet};

use patchbay::log::Log;
use patchbay::log::config::Config;
use patchbay::outbox::late::ARRIVES_WITHIN;
use patchbay::outbox::retry::RetryPolicy;
use patchbay::outbox::{Fields, Request};
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use proptest::prop_assert;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use crate::model::invariants;
use crate::model::moves::{self, FIELDS, Fate, Move, NOISE, STATUSES};
use crate::model::page::Page;
use crate::model::reference::Reference;
use crate::model::server::{FOREIGN, Server};
use crate::model::storage::MemoryStorage;

/// Makes the delays of retries.
const SEED: Option<u32> = Some(7);

/// A save that is on its way.
pub struct InFlight {
    ticket: u32,
    /// The [`key`] of the log.
    pub id: String,
    pub call_log: Fields,
    sent_at: f64,
    /// The record that it was stored in.
    stored: Option<String>,
    pub answered: bool,
    /// Fields that a late answer has made uncertain meanwhile.
    doubted: BTreeSet<String>,
}

/// What is known of a record from the answers that came.
#[derive(Default)]
pub struct Confirmed {
    pub record: Option<String>,
    pub fields: Fields,
    /// Fields that were ever sent: what is not confirmed of them may be sent again.
    pub sent: BTreeSet<String>,
}

pub struct Simulation {
    pub runtime: SessionRuntime<MemoryStorage>,
    pub page: Page,
    pub reference: Reference,
    pub tab: MemoryStorage,
    pub lasting: MemoryStorage,
    pub server: Server,
    pub flights: Vec<InFlight>,
    /// Saves of earlier pages that were never answered.
    lost: Vec<InFlight>,
    pub confirmed: BTreeMap<String, Confirmed>,
    pub now: f64,
    pub saves: u64,
}

impl Simulation {
    pub fn new() -> Simulation {
        let (tab, lasting) = (MemoryStorage::default(), MemoryStorage::default());
        let (runtime, found) = open(&tab, &lasting, SEED, 0.0);
        let mut page = Page::default();
        page.take(&found, runtime.session());
        Simulation {
            runtime,
            page,
            reference: Reference::default(),
            tab,
            lasting,
            server: Server::default(),
            flights: Vec::new(),
            lost: Vec::new(),
            confirmed: BTreeMap::new(),
            now: 0.0,
            saves: 0,
        }
    }

    /// Makes a move and holds everything against the model.
    pub fn make(&mut self, made: &Move) -> Result<(), TestCaseError> {
        if !self.reference.allows(made) {
            return Ok(());
        }
        let before = invariants::phases(&self.runtime);
        let life = if let Move::Tell(id, _) = made { self.reference.life(*id) } else { 0 };
        let has_late_log = if let Move::Tell(at, _) = made { self.has_late_log(&moves::id(*at)) } else { false };
        self.reference.make(made, has_late_log);
        self.happen(made, life)?;
        invariants::phases_move_as_the_table_says(&before, &self.runtime, made)?;
        invariants::all(self)
    }

    /// Whether there is a log of the segment before the one that is followed.
    fn has_late_log(&self, id: &str) -> bool {
        let session = self.runtime.session();
        let current = session.interaction(id).map(|one| one.id.as_str());
        session.logs().iter().any(|log| log.interaction_id() == id && Some(log.id.as_str()) != current)
    }

    fn happen(&mut self, made: &Move, life: u32) -> Result<(), TestCaseError> {
        let id = moves::id;
        let record = |at: &usize| moves::record(*at);
        match made {
            Move::Tell(at, told) => self.receive(&moves::message(*at, *told, life).to_string()),
            Move::Select(at) => {
                let data = json!({ "interactionId": at.map(id) });
                let message = json!({ "type": "Notification", "category": "interactionSelection", "data": data });
                self.receive(&message.to_string())
            }
            Move::Status(at) => {
                let message = json!({ "reason": "status_updated", "status": STATUSES[*at] });
                self.receive(&message.to_string())
            }
            Move::Noise(at) => self.receive(NOISE[*at]),
            Move::Visit(at) => self.command(json!(["visit", record(at)])),
            Move::Associate(at, records) => {
                let records: Vec<Value> = records.iter().map(record).collect();
                self.command(json!(["associate", id(*at), records]))
            }
            Move::Choose(at, role, record) => {
                self.command(json!(["choose", id(*at), role.as_str(), record.map(moves::record_id)]))
            }
            Move::Edit(at, field, text) => {
                self.command(json!(["edit", id(*at), { FIELDS[*field]: moves::text(*text) }]))
            }
            Move::OpenLog(at) => self.command(json!(["openLog", id(*at)])),
            Move::Hurry => self.command(json!(["flush", true])),
            Move::Wait(milliseconds) => self.wait(f64::from(*milliseconds)),
            Move::Answer(at, fate) => match self.flights.len() {
                0 => Ok(()),
                many => self.answer(at % many, *fate),
            },
            Move::Reload { arrives } => self.leave(*arrives, false),
            Move::CloseTab { arrives } => self.leave(*arrives, true),
        }
    }

    fn receive(&mut self, message: &str) -> Result<(), TestCaseError> {
        self.act(|session, context| session.receive(message, context))
    }

    fn command(&mut self, command: Value) -> Result<(), TestCaseError> {
        self.act(|session, context| session.command(&command.to_string(), context))
    }

    fn act(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) -> Result<(), TestCaseError> {
        let context = Context { now: self.now, ..Context::default() };
        let outcome = self.runtime.dispatch(&context, |session| work(session, &context));
        self.page.take(&outcome, self.runtime.session());
        outcome.requests.into_iter().try_for_each(|request| self.send(request))
    }

    fn send(&mut self, request: Request) -> Result<(), TestCaseError> {
        let Request { ticket, id: log, segment, interaction, call_log, .. } = request;
        let interaction = interaction["id"].as_str().unwrap_or_default();
        let id = key(interaction, &segment);
        self.doubt_lost();
        invariants::a_save_is_a_difference(self, &log, interaction, &id, &call_log)?;
        let now = self.now;
        let busy = self.flights.iter().any(|other| other.id == id && !other.answered && !other.is_overdue(now));
        prop_assert!(!busy, "two saves of {id} are on their way at once");
        let confirmed = self.confirmed.entry(id.clone()).or_default();
        for field in call_log.keys().filter(|field| *field != "Id") {
            confirmed.fields.remove(field);
            confirmed.sent.insert(field.clone());
        }
        let (stored, doubted) = (None, BTreeSet::new());
        self.flights.push(InFlight { ticket, id, call_log, sent_at: now, stored, answered: false, doubted });
        self.saves += 1;
        Ok(())
    }

    /// What an earlier page sent and had no answer of may have arrived until now, after what was sent since.
    fn doubt_lost(&mut self) {
        let now = self.now;
        let is_over = |lost: &mut InFlight| lost.sent_at + ARRIVES_WITHIN <= now;
        for InFlight { id, call_log, .. } in self.lost.extract_if(.., is_over) {
            let fields = &mut self.confirmed.entry(id).or_default().fields;
            fields.retain(|field, value| call_log.get(field).is_none_or(|sent| sent == value));
        }
    }

    /// Time goes by, and the session wakes whenever it wants to.
    fn wait(&mut self, milliseconds: f64) -> Result<(), TestCaseError> {
        let until = self.now + milliseconds;
        for _ in 0..200 {
            let Some(at) = self.runtime.wake_at().filter(|at| *at <= until) else {
                self.now = until;
                return Ok(());
            };
            self.now = self.now.max(at);
            self.act(|_, _| Change::default())?;
        }
        Err(TestCaseError::fail(format!("the session does not come to rest within {milliseconds} ms")))
    }

    fn answer(&mut self, at: usize, fate: Fate) -> Result<(), TestCaseError> {
        let now = self.now;
        let is_late = self.flights[at].is_overdue(now);
        // What is stored when nobody waits any more is told at least: else nobody could know of it.
        let fate = if is_late && fate == Fate::Arrives { Fate::Saved { again: false } } else { fate };
        let is_stored = matches!(fate, Fate::Arrives | Fate::Saved { .. } | Fate::Foreign);
        let own = if is_stored { self.store(at) } else { String::new() };
        let (how, what) = match fate {
            Fate::Arrives => return Ok(()),
            Fate::Saved { .. } => ("resolved", own.as_str().into()),
            Fate::Foreign => ("resolved", FOREIGN.into()),
            Fate::StorageError => ("rejected", json!({ "message": "Failed to fetch" })),
            Fate::Nonsense(0) => ("resolved", Value::Null),
            Fate::Nonsense(1) => ("resolved", "saved".into()),
            Fate::Nonsense(2) => ("resolved", json!({ "id": "0035g00000LqT4rAAF" })),
            Fate::Nonsense(_) => ("resolved", json!([[]])),
        };
        let ticket = self.flights[at].ticket;
        if !self.flights[at].answered {
            let record = if fate == Fate::Foreign { FOREIGN } else { &own };
            self.learn(at, is_late, Some(record).filter(|_| is_stored));
        }
        self.flights[at].answered = true;
        if fate != (Fate::Saved { again: true }) {
            self.flights.remove(at);
        }
        self.command(json!([how, ticket, what]))
    }

    fn store(&mut self, at: usize) -> String {
        let InFlight { id, call_log, stored, .. } = &mut self.flights[at];
        stored.get_or_insert_with(|| self.server.apply(id, call_log)).clone()
    }

    /// What an answer says of the record: of a late one only that nothing is certain any more.
    fn learn(&mut self, at: usize, is_late: bool, record: Option<&str>) {
        let InFlight { id, call_log, doubted, .. } = &self.flights[at];
        let confirmed = self.confirmed.entry(id.clone()).or_default();
        let sent_to = call_log.get("Id").and_then(Value::as_str);
        let is_anothers = record.is_some_and(|record| {
            let logs = self.runtime.session().logs().iter();
            let mut others = logs.filter(|log| key(log.interaction_id(), &log.segment()) != *id);
            others.any(|log| log.record_id().is_some_and(|known| known.as_str().starts_with(&record[..15])))
        });
        let is_own = record.filter(|_| !is_anothers).is_some_and(|record| {
            [confirmed.record.as_deref(), sent_to].into_iter().flatten().all(|known| known == record)
        });
        let sent = call_log.iter().filter(|(field, _)| *field != "Id");
        if is_late {
            sent.for_each(|(field, _)| drop(confirmed.fields.remove(field)));
            if is_own {
                confirmed.record = record.map(str::to_owned);
            }
            let (id, fields) = (id.clone(), call_log.keys().cloned().collect::<Vec<_>>());
            let others =
                self.flights.iter_mut().enumerate().filter(|(other, in_flight)| *other != at && in_flight.id == id);
            others.for_each(|(_, in_flight)| in_flight.doubted.extend(fields.iter().cloned()));
        } else if is_own {
            confirmed.record = record.map(str::to_owned);
            let certain = sent.filter(|(field, _)| !doubted.contains(*field));
            confirmed.fields.extend(certain.map(|(field, value)| (field.clone(), value.clone())));
        } else if record.is_some() {
            // Not the record that it was: everything is to be said anew.
            confirmed.record = None;
            confirmed.fields.clear();
        }
    }

    fn leave(&mut self, arrives: bool, closed: bool) -> Result<(), TestCaseError> {
        for at in 0..self.flights.len() {
            if arrives && !self.flights[at].answered && !self.flights[at].is_overdue(self.now) {
                self.store(at);
            }
        }
        self.lost.extend(self.flights.drain(..).filter(|in_flight| !in_flight.answered));
        if closed {
            self.tab.clear();
            self.confirmed.values_mut().for_each(|confirmed| confirmed.fields.clear());
        }
        let (runtime, outcome) = open(&self.tab, &self.lasting, SEED, self.now);
        self.runtime = runtime;
        // What is saved, over and removed is not stored: a message that comes after all begins anew, in the same record.
        let logs = self.runtime.session().logs().iter();
        let known: BTreeSet<String> = logs.map(|log| key(log.interaction_id(), &log.segment())).collect();
        let forgotten = self.confirmed.iter_mut().filter(|(id, _)| !known.contains(*id));
        forgotten.for_each(|(_, confirmed)| confirmed.fields.clear());
        self.page = Page::default();
        self.page.take(&outcome, self.runtime.session());
        prop_assert!(outcome.change.problems.is_empty(), "what was kept is not read: {:?}", outcome.change.problems);
        outcome.requests.into_iter().try_for_each(|request| self.send(request))
    }

    /// All is well from now on: what is on its way is stored, and so is all that follows.
    pub fn finish(&mut self) -> Result<(), TestCaseError> {
        for _ in 0..30 {
            while !self.flights.is_empty() {
                self.answer(0, Fate::Saved { again: false })?;
            }
            if !self.runtime.session().pending().is_empty() {
                self.make(&Move::Wait(130_000))?;
                continue;
            }
            // What the page before this one had in the lasting store is taken over. A save that it had no answer of may arrive
            // for ten minutes; until then its log is not settled.
            self.make(&Move::Wait(10_000))?;
            let is_settled = self.runtime.session().logs().iter().all(Log::is_settled);
            if is_settled && self.flights.is_empty() && self.runtime.session().pending().is_empty() {
                return invariants::nothing_is_lost_or_doubled(self);
            }
            self.make(&Move::Wait(60_000))?;
        }
        Err(TestCaseError::fail(format!("saving does not come to an end: {:?}", self.runtime.session().pending())))
    }
}

impl InFlight {
    fn is_overdue(&self, now: f64) -> bool {
        self.sent_at + RetryPolicy::DEFAULT.save_timeout <= now
    }
}

/// What identifies a log: its interaction and segment.
pub fn key(interaction: &str, segment: &str) -> String {
    format!("{interaction}|{segment}")
}

/// With a `seed` somebody saves.
pub fn open(
    tab: &MemoryStorage,
    lasting: &MemoryStorage,
    seed: Option<u32>,
    now: f64,
) -> (SessionRuntime<MemoryStorage>, Effects) {
    let persistence = Persistence::new(Some(tab.clone()), Some(lasting.clone()), None);
    SessionRuntime::open(persistence, Config::default(), seed, &Context { now, ..Context::default() })
}
