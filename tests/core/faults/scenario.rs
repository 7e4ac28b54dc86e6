//! One agent's day: a captured call, navigation, comments and wrap-up, while pages, network and storage come and go.

use std::collections::BTreeMap;

use patchbay::log::config::Config;
use patchbay::outbox::{Fields, Request};
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use serde_json::{Value, json};

use crate::faults::server::{Reply, Server, treat};
use crate::faults::simulation::{MemoryStorage, Rng};

const CALL: &str = include_str!("../../fixtures/inbound-call.json");
const ID: &str = "6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11";
const RECORDS: [(&str, &str); 5] = [
    ("0035g00000LqT4r", "Contact"),
    ("0035g00000LqT5a", "Contact"),
    ("00Q5g00000HbN2d", "Lead"),
    ("0065g00000AbCdE", "Opportunity"),
    ("5005g00000RvW2q", "Case"),
];

/// How a day ended.
pub struct End {
    pub lost: Option<(Fields, Vec<Fields>)>,
    pub records: usize,
    pub saves: u64,
    pub faults: u64,
    pub reloads: u64,
}

enum Task {
    Message(Value),
    Agent,
    Apply { request: Request, answers: Vec<(f64, Reply)> },
    Answer { page: u64, ticket: u32, reply: Reply },
    Delete,
    Leave { closed: bool },
    Wake,
}

impl Task {
    /// Printed, so that a day can be replayed.
    fn name(&self) -> String {
        match self {
            Task::Message(message) => format!("message {} {}", message["type"], message["category"]),
            Task::Agent => "agent".to_owned(),
            Task::Apply { request, .. } => format!("apply {:?} {:?}", request.event, request.call_log),
            Task::Answer { ticket, reply, .. } => format!("answer {ticket} {reply:?}"),
            Task::Delete => "delete".to_owned(),
            Task::Leave { closed } => format!("leave {closed}"),
            Task::Wake => "wake".to_owned(),
        }
    }
}

pub struct Scenario {
    rng: Rng,
    runtime: SessionRuntime<MemoryStorage>,
    tab: MemoryStorage,
    lasting: MemoryStorage,
    server: Server,
    /// What happens when; the second number keeps the order of what happens at once.
    agenda: BTreeMap<(u64, u64), Task>,
    order: u64,
    time: f64,
    /// Every page has a clock of its own: it may have been set back before the page was loaded.
    shift: f64,
    page: u64,
    is_calm: bool,
    /// An answer has named a record that is another one.
    has_named_another: bool,
    /// What was stored of a log that was saved and over when its tab was closed: the next tab does not know of it.
    saved_before: Fields,
    end: End,
}

impl Scenario {
    pub fn new(seed: u64) -> Scenario {
        let mut rng = Rng::new(seed);
        let (tab, lasting) = (MemoryStorage::default(), MemoryStorage::default());
        let (runtime, _) = open(&tab, &lasting, seed, 0.0);
        let end = End { lost: None, records: 0, saves: 0, faults: 0, reloads: 0 };
        let call: Value = serde_json::from_str(CALL).unwrap();
        let mut agenda = Vec::new();
        let mut at = 0.0;
        for event in call["events"].as_array().unwrap() {
            at += event["afterMs"].as_f64().unwrap();
            agenda.push((at, Task::Message(event["message"].clone())));
        }
        for _ in 0..rng.below(14) {
            agenda.push((rng.milliseconds(3_000.0, at + 20_000.0), Task::Agent));
        }
        // A deleted record comes back with the next difference: the call's end at the latest.
        for _ in 0..rng.below(2) {
            agenda.push((rng.milliseconds(3_000.0, 20_000.0), Task::Delete));
        }
        for _ in 0..rng.below(3) {
            let closed = rng.is_one_in(3);
            agenda.push((rng.milliseconds(3_000.0, at + 30_000.0), Task::Leave { closed }));
        }
        let mut scenario = Scenario {
            rng,
            runtime,
            tab,
            lasting,
            server: Server::new(),
            agenda: BTreeMap::new(),
            order: 0,
            time: 0.0,
            shift: 0.0,
            page: 0,
            is_calm: false,
            has_named_another: false,
            saved_before: Fields::new(),
            end,
        };
        for (at, task) in agenda {
            scenario.plan(at, task);
        }
        scenario
    }

    fn plan(&mut self, at: f64, task: Task) {
        self.order += 1;
        self.agenda.insert((at.max(self.time).ceil() as u64, self.order), task);
    }

    /// Plays until nothing is left to happen: after an hour the network is as it should be.
    pub fn play(mut self) -> End {
        while let Some(((at, _), task)) = self.agenda.pop_first() {
            self.time = at as f64;
            self.is_calm = self.time > 3_600_000.0;
            assert!(self.time < 36_000_000.0, "nothing comes to rest: {:#?}", self.runtime.session().pending());
            self.happen(task);
        }
        // A log whose interaction the client no longer mentions is removed by the next call.
        self.time += 3_600_000.0;
        self.dispatch(|_, _| Change::default());
        assert!(self.server.is_foreign_untouched(), "the record of another log was changed");
        assert!(self.runtime.session().pending().is_empty(), "everything is confirmed");
        assert!(self.lasting.is_empty(), "nothing stays in the lasting store once it is saved");
        let stored = self.server.stored(ID);
        self.end.records = stored.len();
        if let Some(log) = self.runtime.session().log(ID) {
            let mut values = self.saved_before;
            values.extend(log.values().into_iter().filter(|(_, value)| !value.is_null()));
            if stored.iter().any(|fields| *fields != values) {
                self.end.lost = Some((values, stored));
            }
        }
        self.end
    }

    fn happen(&mut self, task: Task) {
        if std::env::var("PATCHBAY_SEED").is_ok() {
            println!("{:>12} {}", self.time, task.name());
        }
        match task {
            Task::Message(message) => {
                self.dispatch(|session, context| session.receive(&message.to_string(), context));
            }
            Task::Agent => self.act_as_agent(),
            Task::Delete => self.server.delete(ID),
            Task::Leave { closed } => self.leave(closed),
            Task::Wake => self.dispatch(|_, _| Change::default()),
            Task::Apply { request, answers } => {
                let own = self.server.apply(&request.id, &request.call_log);
                let (page, ticket) = (u64::from(request.ticket >> 16), request.ticket & 0xffff);
                for (after, reply) in answers {
                    // A second answer that names the wrong record, or a success that is none, would bear out the first.
                    let names_another = matches!(reply, Reply::Resolved(_)) && !self.has_named_another;
                    self.has_named_another |= names_another;
                    let is_own =
                        !names_another && !matches!(reply, Reply::Rejected(_)) || matches!(own, Reply::Rejected(_));
                    let reply = if is_own { own.clone() } else { reply };
                    self.plan(self.time + after, Task::Answer { page, ticket, reply });
                }
            }
            Task::Answer { page, ticket, reply } if page == self.page => {
                let (how, what) = match reply {
                    Reply::Resolved(value) => ("resolved", value),
                    Reply::Rejected(value) => ("rejected", value),
                    Reply::Own => unreachable!("the server has its own words"),
                };
                self.dispatch(|session, context| session.command(&json!([how, ticket, what]).to_string(), context));
            }
            // The page that asked is closed.
            Task::Answer { .. } => {}
        }
    }

    fn act_as_agent(&mut self) {
        let (id, object) = RECORDS[self.rng.below(5) as usize];
        let list = if matches!(object, "Contact" | "Lead") { "name" } else { "relatedTo" };
        let words = format!("comment {}", self.rng.below(1_000));
        let command = match self.rng.below(7) {
            0 | 1 => json!(["visit", { "id": id, "objectApiName": object, "name": object }]),
            2 => json!(["associate", ID, [{ "id": id, "objectApiName": object, "name": object }]]),
            3 => json!(["choose", ID, list, id]),
            4 => json!(["choose", ID, list, null]),
            5 => json!(["edit", ID, { "Description": words, "Subject": if words.len() == 11 { "" } else { "Mine" } }]),
            _ => json!(["openLog", ID]),
        };
        self.dispatch(|session, context| session.command(&command.to_string(), context));
    }

    fn dispatch(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) {
        let context = Context { now: self.time + self.shift, ..Context::default() };
        let effects = self.runtime.dispatch(&context, |session| work(session, &context));
        self.send(effects);
        self.agenda.retain(|_, task| !matches!(task, Task::Wake));
        // A page without a log looks for other pages for ever.
        let is_idle = self.agenda.is_empty() && self.lasting.is_empty() && self.runtime.session().wake_at().is_none();
        if let Some(at) = self.runtime.wake_at().filter(|_| !is_idle) {
            self.plan(at - self.shift, Task::Wake);
        }
    }

    fn send(&mut self, effects: Effects) {
        for mut request in effects.requests {
            self.end.saves += 1;
            let mut treated = treat(&mut self.rng);
            while self.is_calm && treated.is_fault {
                treated = treat(&mut self.rng);
            }
            self.end.faults += u64::from(treated.is_fault);
            let (page, ticket) = (self.page, request.ticket);
            // The page stands in the half of the ticket that no session gets to.
            request.ticket |= (page as u32) << 16;
            match treated.applied_after {
                Some(after) => {
                    let answers =
                        treated.answers.into_iter().map(|(at, reply)| ((at - after).max(0.0), reply)).collect();
                    self.plan(self.time + after, Task::Apply { request, answers });
                }
                None => {
                    for (after, reply) in treated.answers {
                        self.plan(self.time + after, Task::Answer { page, ticket, reply });
                    }
                }
            }
        }
    }

    /// The page is reloaded, or its tab closed and another one opened; what it had sent reaches the server all the same,
    /// within the seconds that the next page waits, or never.
    fn leave(&mut self, closed: bool) {
        self.end.reloads += 1;
        let late: Vec<_> = self.agenda.extract_if(.., |_, task| matches!(task, Task::Apply { .. })).collect();
        for ((at, _), task) in late {
            if at as f64 <= self.time + 5_000.0 {
                self.plan(at as f64, task);
            }
        }
        if closed {
            self.tab.clear();
            if self.lasting.is_empty() {
                self.saved_before = self.server.stored(ID).into_iter().next().unwrap_or_default();
            }
        }
        self.page += 1;
        self.shift -= self.rng.milliseconds(0.0, 7_200_000.0);
        let seed = self.rng.below(u64::from(u32::MAX));
        let (runtime, effects) = open(&self.tab, &self.lasting, seed, self.time + self.shift);
        self.runtime = runtime;
        self.send(effects);
        self.dispatch(|_, _| Change::default());
    }
}

fn open(tab: &MemoryStorage, lasting: &MemoryStorage, seed: u64, now: f64) -> (SessionRuntime<MemoryStorage>, Effects) {
    let persistence = Persistence::new(Some(tab.clone()), Some(lasting.clone()), None);
    SessionRuntime::open(persistence, Config::default(), Some(seed as u32), &Context { now, ..Context::default() })
}
