//! One day of one agent with several pages.

use std::collections::BTreeMap;

use patchbay::log::config::Config;
use patchbay::outbox::Request;
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use serde_json::{Value, json};

use crate::faults::simulation::{MemoryStorage, Rng};
use crate::pages::org::{Begun, Org, Transaction};

const MINUTE: f64 = 60_000.0;
const FIELDS: [&str; 2] = ["Description", "Note__c"];

/// What kind of day it is.
#[derive(Clone, Copy)]
pub struct Day {
    /// Whether the org has the key.
    pub is_keyed: bool,
    /// Whether all pages hear each call, or one.
    pub hears_all: bool,
    /// Whether saves may arrive, and transactions may last, minutes.
    pub is_late: bool,
}

/// How a day, or many, ended.
#[derive(Default)]
pub struct End {
    pub days: usize,
    pub doubled: u64,
    /// Calls whose record lacks an edit, or has an earlier one.
    pub stale: u64,
    pub saves: usize,
    /// Pages that died, slept, were closed, reloaded or duplicated.
    pub faults: usize,
    /// Saves that arrived, or whose transaction ended, late.
    pub late: usize,
    pub wrong: Vec<String>,
}

struct Page {
    runtime: SessionRuntime<MemoryStorage>,
    tab: MemoryStorage,
    /// Its clock beside that of the day.
    shift: f64,
    asleep_until: f64,
}

enum Task {
    Tell { call: usize, message: Value },
    Edit { call: usize },
    Fault,
    Arrive { page: usize, request: Request, arrived: f64, lasts: f64, is_answered: bool },
    Commit { page: usize, request: Request, transaction: Transaction, is_answered: bool },
    Answer { page: usize, command: Value },
    Wake { page: usize },
    Calm,
}

pub struct Office {
    day: Day,
    rng: Rng,
    lasting: MemoryStorage,
    /// By number; a page that is gone leaves its place.
    pages: Vec<Option<Page>>,
    org: Org,
    agenda: BTreeMap<(u64, u64), Task>,
    order: u64,
    time: f64,
    is_calm: bool,
    /// Of each call, the last edits, and the page that hears it.
    edits: Vec<BTreeMap<&'static str, String>>,
    heard_by: Vec<usize>,
    end: End,
}

fn id(call: usize) -> String {
    format!("call-{call}")
}

fn say(category: &str, call: usize, facts: Value) -> Value {
    let mut data = json!({ "id": id(call), "startTime": "2026-03-02T08:00:00Z" });
    data.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    json!({ "type": "Interaction", "category": category, "data": data })
}

impl Office {
    pub fn new(seed: u64, day: Day) -> Office {
        let mut office = Office {
            day,
            rng: Rng::new(seed),
            lasting: MemoryStorage::default(),
            pages: Vec::new(),
            org: Org::new(day.is_keyed),
            agenda: BTreeMap::new(),
            order: 0,
            time: 0.0,
            is_calm: false,
            edits: Vec::new(),
            heard_by: Vec::new(),
            end: End::default(),
        };
        for _ in 0..2 + office.rng.below(4) {
            office.open(MemoryStorage::default());
        }
        for call in 0..1 + office.rng.below(3) as usize {
            office.plan_call(call);
        }
        for _ in 0..office.rng.below(8) {
            let at = office.rng.milliseconds(1_000.0, 5.0 * MINUTE);
            office.plan(at, Task::Fault);
        }
        office.plan(6.0 * MINUTE, Task::Calm);
        office
    }

    fn plan_call(&mut self, call: usize) {
        self.edits.push(BTreeMap::new());
        self.heard_by.push(self.rng.below(self.pages.len() as u64) as usize);
        let begins = self.rng.milliseconds(1_000.0, MINUTE);
        let ends = begins + self.rng.milliseconds(20_000.0, 3.0 * MINUTE);
        let ended = json!({ "state": "DISCONNECTED", "isDisconnected": true });
        let done = json!({ "state": "DISCONNECTED", "isDone": true, "disposition": "Resolved" });
        for (at, message) in [
            (begins, say("add", call, json!({ "state": "ALERTING" }))),
            (begins + 2_000.0, say("connect", call, json!({ "state": "CONNECTED" }))),
            (ends, say("disconnect", call, ended)),
            (ends + 8_000.0, say("acw", call, done)),
            (ends + 9_000.0, say("deallocate", call, json!({}))),
        ] {
            self.plan(at, Task::Tell { call, message });
        }
        // A person needs more than a second to change from page to page.
        let mut at = begins + 3_000.0;
        for _ in 0..self.rng.below(6) {
            at += self.rng.milliseconds(1_500.0, 40_000.0);
            self.plan(at, Task::Edit { call });
        }
    }

    fn plan(&mut self, at: f64, task: Task) {
        self.order += 1;
        self.agenda.insert((at.max(self.time).ceil() as u64, self.order), task);
    }

    fn open(&mut self, tab: MemoryStorage) {
        let page = self.pages.len();
        let shift = self.rng.milliseconds(0.0, 3_600_000.0);
        let persistence =
            Persistence::new(Some(tab.clone()), Some(self.lasting.clone()), None).of_page(&format!("p{page}"));
        let context = Context { now: self.time + shift, ..Context::default() };
        let (runtime, effects) = SessionRuntime::open(persistence, Config::default(), Some(page as u32 + 1), &context);
        self.pages.push(Some(Page { runtime, tab, shift, asleep_until: 0.0 }));
        self.send(page, effects);
        self.dispatch(page, |_, _| Change::default());
    }

    pub fn play(mut self) -> End {
        while let Some(((at, _), task)) = self.agenda.pop_first() {
            self.time = at as f64;
            // A page that slept through the end of a call looks at the others for ever.
            if self.time > 20.0 * MINUTE {
                break;
            }
            self.happen(task);
        }
        self.judge();
        self.end
    }

    fn judge(&mut self) {
        for call in 0..self.edits.len() {
            let tasks: Vec<_> = self.org.tasks.iter().filter(|task| task.interaction == id(call)).collect();
            if tasks.len() > 1 {
                self.end.doubled += 1;
                self.end.wrong.push(format!("{} has {} records", id(call), tasks.len()));
            }
            for (field, expected) in &self.edits[call] {
                let is_stored = tasks.iter().any(|task| task.fields.get(*field).is_some_and(|value| value == expected));
                if !is_stored {
                    self.end.stale += 1;
                    let came: Vec<_> = tasks.iter().map(|task| task.fields.get(*field)).collect();
                    self.end.wrong.push(format!("{field} of {} is {came:?}, not {expected}", id(call)));
                }
            }
        }
    }

    fn awake(&self) -> Vec<usize> {
        let is_awake = |page: &usize| self.pages[*page].as_ref().is_some_and(|page| page.asleep_until <= self.time);
        (0..self.pages.len()).filter(is_awake).collect()
    }

    fn note(&self, what: &str) {
        if std::env::var("PATCHBAY_SEED").is_ok() {
            println!("{:>9} {what}", self.time);
        }
    }

    fn happen(&mut self, task: Task) {
        match task {
            Task::Tell { call, message } => {
                self.note(&format!("tell {}", message["category"]));
                let hears_all = self.day.hears_all;
                let hears = |page: &usize| hears_all || *page == self.heard_by[call];
                for page in self.awake().into_iter().filter(hears).collect::<Vec<_>>() {
                    self.dispatch(page, |session, context| session.receive(&message.to_string(), context));
                }
            }
            Task::Edit { call } => self.edit(call),
            Task::Fault => self.fail(),
            Task::Arrive { page, request, arrived, lasts, is_answered } => {
                match self.org.begin(&request, arrived, self.time, self.time + lasts) {
                    Begun::At(transaction) => {
                        self.plan(self.time + lasts, Task::Commit { page, request, transaction, is_answered });
                    }
                    Begun::Waits(until) => {
                        self.plan(until, Task::Arrive { page, request, arrived, lasts, is_answered });
                    }
                    Begun::Refused => {
                        let error = json!({ "body": { "message": "UNABLE_TO_LOCK_ROW" } });
                        self.answer(page, json!(["rejected", request.ticket, error]));
                    }
                }
            }
            Task::Commit { page, request, transaction, is_answered } => {
                let answer = self.org.commit(&transaction, &request);
                self.note(&format!("p{page} commit {} {:?} {answer}", request.revision, request.call_log));
                if is_answered {
                    self.answer(page, json!(["resolved", request.ticket, answer]));
                }
            }
            Task::Answer { page, command } => match self.pages[page].as_ref().map(|page| page.asleep_until) {
                Some(until) if until > self.time => self.plan(until, Task::Answer { page, command }),
                Some(_) => {
                    self.dispatch(page, |session, context| session.command(&command.to_string(), context));
                }
                None => {}
            },
            Task::Wake { page } => match self.pages[page].as_ref().map(|page| page.asleep_until) {
                Some(until) if until > self.time => self.plan(until, Task::Wake { page }),
                Some(_) => self.dispatch(page, |_, _| Change::default()),
                None => {}
            },
            Task::Calm => {
                self.is_calm = true;
                if self.awake().is_empty() {
                    self.open(MemoryStorage::default());
                }
            }
        }
    }

    fn answer(&mut self, page: usize, command: Value) {
        let after = self.rng.milliseconds(5.0, 200.0);
        self.plan(self.time + after, Task::Answer { page, command });
    }

    /// The agent writes into a page that shows the call.
    fn edit(&mut self, call: usize) {
        let log = id(call);
        let shows =
            |page: &usize| self.pages[*page].as_ref().is_some_and(|page| page.runtime.session().log(&log).is_some());
        let pages: Vec<usize> = self.awake().into_iter().filter(shows).collect();
        if pages.is_empty() {
            return;
        }
        let page = pages[self.rng.below(pages.len() as u64) as usize];
        let field = FIELDS[self.rng.below(2) as usize];
        let text = format!("{} at {}", field, self.time);
        self.note(&format!("p{page} edit {log} {field}"));
        self.edits[call].insert(field, text.clone());
        self.dispatch(page, |session, context| {
            session.command(&json!(["edit", log, { field: text }]).to_string(), context)
        });
    }

    fn fail(&mut self) {
        let pages = self.awake();
        if pages.is_empty() {
            return self.open(MemoryStorage::default());
        }
        self.end.faults += 1;
        let page = pages[self.rng.below(pages.len() as u64) as usize];
        let what = self.rng.below(8);
        self.note(&format!("p{page} fault {what}"));
        match what {
            // It crashes, or is closed, which it is told.
            0 => self.pages[page] = None,
            1 => self.close(page),
            // It is reloaded after a crash, or by the agent.
            2 => {
                let tab = self.pages[page].take().map(|page| page.tab).unwrap_or_default();
                self.open(tab);
                self.replace(page);
            }
            3 => {
                let tab = self.pages[page].as_ref().map(|page| page.tab.clone()).unwrap_or_default();
                self.close(page);
                self.open(tab);
                self.replace(page);
            }
            4 => {
                let tab = self.pages[page].as_ref().map(|page| page.tab.duplicate()).unwrap_or_default();
                self.open(tab);
            }
            5 => self.open(MemoryStorage::default()),
            // It sleeps; its clock goes on, or does not.
            _ => {
                let slept = self.rng.milliseconds(1_000.0, 3.0 * MINUTE);
                let stands_still = self.rng.is_one_in(2);
                let page = self.pages[page].as_mut().unwrap();
                page.asleep_until = self.time + slept;
                page.shift -= if stands_still { slept } else { 0.0 };
            }
        }
    }

    /// The page that was opened last hears what this one did.
    fn replace(&mut self, page: usize) {
        let last = self.pages.len() - 1;
        self.heard_by.iter_mut().filter(|heard| **heard == page).for_each(|heard| *heard = last);
    }

    fn close(&mut self, page: usize) {
        self.dispatch(page, |session, context| session.disconnect(context));
        self.pages[page] = None;
    }

    fn dispatch(&mut self, page: usize, work: impl FnOnce(&mut Session, &Context) -> Change) {
        let now = self.time;
        let Some(open) = self.pages[page].as_mut() else { return };
        // A clock that stood still goes on from there.
        let context = Context { now: now + open.shift, ..Context::default() };
        let effects = open.runtime.dispatch(&context, |session| work(session, &context));
        let next = open.runtime.wake_at().map(|at| (at - open.shift).max(now + 1.0));
        self.send(page, effects);
        if let Some(at) = next {
            self.agenda.retain(|_, task| !matches!(task, Task::Wake { page: known } if *known == page));
            self.plan(at, Task::Wake { page });
        }
    }

    fn send(&mut self, page: usize, effects: Effects) {
        for request in effects.requests {
            self.end.saves += 1;
            self.note(&format!("p{page} sends {} {:?}", request.revision, request.call_log));
            let ticket = request.ticket;
            let fate = if self.is_calm { 9 } else { self.rng.below(10) };
            let [mut travels, mut lasts] = [self.rng.milliseconds(10.0, 800.0), self.rng.milliseconds(10.0, 800.0)];
            if self.day.is_late && fate <= 1 {
                self.end.late += 1;
                let late = self.rng.milliseconds(10_000.0, 200_000.0);
                *(if fate == 0 { &mut travels } else { &mut lasts }) = late;
            }
            match fate {
                // It is lost on its way, with or without a word.
                2 => {}
                3 => self.answer(page, json!(["rejected", ticket, { "message": "Failed to fetch" }])),
                _ => {
                    let arrived = self.time + travels;
                    let is_answered = fate != 4;
                    self.plan(arrived, Task::Arrive { page, request, arrived, lasts, is_answered });
                }
            }
        }
    }
}
