//! The org: looks a record up at the beginning of a transaction, and writes it at the end.

use std::collections::BTreeMap;

use patchbay::outbox::{Fields, Request};
use serde_json::{Value, json};

/// Milliseconds for which Salesforce lets a transaction wait for the lock of another.
const LOCK_WAIT: f64 = 10_000.0;

pub struct Task {
    pub interaction: String,
    key: String,
    pub fields: Fields,
    revision: f64,
}

/// A transaction that has begun.
pub struct Transaction {
    key: String,
    /// The record that it found; `None` when it inserts one.
    found: Option<usize>,
    /// Whether a later save was there before.
    newer: Option<f64>,
}

#[derive(Default)]
pub struct Org {
    /// Whether the Apex class has its key: one transaction of a log at a time, and none that comes too late.
    is_keyed: bool,
    pub tasks: Vec<Task>,
    /// By key, until when it is locked.
    locks: BTreeMap<String, f64>,
}

pub enum Begun {
    At(Transaction),
    /// It waits for the lock until then.
    Waits(f64),
    /// It has waited too long.
    Refused,
}

fn key(request: &Request) -> String {
    format!("{} {}", request.interaction["id"].as_str().unwrap_or_default(), request.segment)
}

impl Org {
    pub fn new(is_keyed: bool) -> Org {
        Org { is_keyed, ..Org::default() }
    }

    pub fn begin(&mut self, request: &Request, arrived: f64, now: f64, ends: f64) -> Begun {
        let key = key(request);
        if self.is_keyed {
            let until = self.locks.get(&key).copied().filter(|until| *until > now);
            match until {
                Some(until) if until - arrived <= LOCK_WAIT => return Begun::Waits(until),
                Some(_) => return Begun::Refused,
                None => drop(self.locks.insert(key.clone(), ends)),
            }
        }
        let found = self.tasks.iter().position(|task| task.key == key);
        let newer = found.map(|at| self.tasks[at].revision).filter(|known| self.is_keyed && *known > request.revision);
        Begun::At(Transaction { key, found, newer })
    }

    /// Ends a transaction: what it answers.
    pub fn commit(&mut self, transaction: &Transaction, request: &Request) -> Value {
        let interaction = request.interaction["id"].as_str().unwrap_or_default().to_owned();
        let at = transaction.found.unwrap_or_else(|| {
            let (key, revision) = (transaction.key.clone(), 0.0);
            self.tasks.push(Task { interaction, key, fields: Fields::new(), revision });
            self.tasks.len() - 1
        });
        let id = format!("00T5g0000{at:06}");
        if let Some(newer) = transaction.newer {
            return json!({ "id": id, "newerRevision": newer });
        }
        let fields = request.call_log.iter().filter(|(field, _)| *field != "Id");
        let task = &mut self.tasks[at];
        task.fields.extend(fields.map(|(field, value)| (field.clone(), value.clone())));
        task.revision = request.revision;
        id.into()
    }
}
