//! The other end: stores logs as the Apex class does (by Id, else by Call Object), over a network that fails in every way.

use std::collections::BTreeMap;

use patchbay::outbox::Fields;
use serde_json::{Value, json};

use crate::faults::simulation::Rng;

/// The task of another log, which must not be changed.
const FOREIGN: &str = "00T5g00000Forei";
/// A record that does not exist.
const NOWHERE: &str = "00T5g00000Nowhe";

/// When a save reaches the server, and what is answered: `answers` as (milliseconds after sending, command).
pub struct Treatment {
    pub applied_after: Option<f64>,
    pub answers: Vec<(f64, Reply)>,
    pub is_fault: bool,
}

/// An answer on its way.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Whatever the server says when it has applied the save.
    Own,
    /// The server's own words are replaced by these.
    Resolved(Value),
    /// The page receives a rejection.
    Rejected(Value),
}

/// How the network treats one save.
pub fn treat(rng: &mut Rng) -> Treatment {
    let soon = rng.milliseconds(20.0, 2_000.0);
    let later = rng.milliseconds(61_000.0, 200_000.0);
    let fails = json!({ "message": "Failed to fetch" });
    let fault = |applied_after, answers| Treatment { applied_after, answers, is_fault: true };
    match rng.below(22) {
        // Rejected, before or after it was applied.
        0 => fault(None, vec![(soon, Reply::Rejected(fails))]),
        1 => fault(Some(soon / 2.0), vec![(soon, Reply::Rejected(fails))]),
        // Answered with what says nothing of a record.
        2 => fault(None, vec![(soon, Reply::Resolved(json!("saved")))]),
        3 => fault(Some(soon), vec![(soon, Reply::Resolved(Value::Null))]),
        4 => fault(None, vec![(soon, Reply::Resolved(json!(42)))]),
        // Never answers, before or after it was applied.
        5 => fault(None, vec![]),
        6 => fault(Some(soon), vec![]),
        // Answers after the timeout; applied at once, or only then.
        7 => fault(Some(soon), vec![(later, Reply::Own)]),
        8 => fault(Some(later), vec![(later, Reply::Own)]),
        // Answers twice, with another in between.
        9 => fault(Some(soon), vec![(soon, Reply::Own), (later, Reply::Own)]),
        10 => fault(Some(soon), vec![(soon, Reply::Own), (soon + 1.0, Reply::Rejected(fails))]),
        // Names another record: of another object, of another log, one that does not exist.
        11 => fault(Some(soon), vec![(soon, Reply::Resolved(json!("0035g00000LqT4rAAF")))]),
        12 => fault(Some(soon), vec![(soon, Reply::Resolved(json!(FOREIGN)))]),
        13 => fault(Some(soon), vec![(soon, Reply::Resolved(json!(NOWHERE)))]),
        14 => fault(Some(soon), vec![(soon, Reply::Resolved(json!({ "id": "garbage" })))]),
        _ => Treatment { applied_after: Some(soon), answers: vec![(soon, Reply::Own)], is_fault: false },
    }
}

/// The stored tasks.
pub struct Server {
    tasks: BTreeMap<String, Fields>,
    made: u32,
}

impl Server {
    pub fn new() -> Server {
        let foreign = Fields::from_iter([("CallObject".to_owned(), json!("of another log"))]);
        Server { tasks: BTreeMap::from([(FOREIGN.to_owned(), foreign)]), made: 0 }
    }

    /// What the Apex class does with a save.
    pub fn apply(&mut self, interaction: &str, call_log: &Fields) -> Reply {
        let is_own = |task: &Fields| task.get("CallObject").is_some_and(|known| known == interaction);
        let is_update = call_log.contains_key("Id");
        assert!(!is_update || !call_log.contains_key("TaskSubtype"), "Salesforce takes it in a new task only");
        let mut by_id = None;
        if let Some(id) = call_log.get("Id").and_then(Value::as_str) {
            // Fifteen characters say it all; the last three are their checksum.
            let id = &id[..15];
            match self.tasks.get(id) {
                None => {
                    return Reply::Rejected(json!({ "body": { "message": "ENTITY_IS_DELETED: entity is deleted" } }));
                }
                Some(task) if is_own(task) => by_id = Some(id.to_owned()),
                Some(_) => {}
            }
        }
        let found = by_id.or_else(|| self.tasks.iter().find(|(_, task)| is_own(task)).map(|(id, _)| id.clone()));
        let id = found.unwrap_or_else(|| {
            self.made += 1;
            let id = format!("00T5g0000{:06}", self.made);
            let task = Fields::from_iter([("CallObject".to_owned(), interaction.into())]);
            self.tasks.insert(id.clone(), task);
            id
        });
        let task = self.tasks.get_mut(&id).unwrap();
        task.extend(
            call_log.iter().filter(|(field, _)| *field != "Id").map(|(field, value)| (field.clone(), value.clone())),
        );
        Reply::Resolved(id.into())
    }

    /// Deletes the log's record.
    pub fn delete(&mut self, interaction: &str) {
        self.tasks.retain(|_, task| task.get("CallObject").is_none_or(|known| known != interaction));
    }

    /// The stored fields of every record of an interaction, without those that are empty.
    pub fn stored(&self, interaction: &str) -> Vec<Fields> {
        let own = self.tasks.values().filter(|task| task.get("CallObject").is_some_and(|known| known == interaction));
        own.map(|task| task.iter().filter(|(_, value)| !value.is_null()).map(|(f, v)| (f.clone(), v.clone())).collect())
            .collect()
    }

    /// Whether the task of the other log is unchanged.
    pub fn is_foreign_untouched(&self) -> bool {
        self.tasks.get(FOREIGN).is_some_and(|task| task.len() == 1)
    }
}
