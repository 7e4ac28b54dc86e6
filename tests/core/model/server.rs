//! Where saves end: a record is found by its Id if that is the log's own, else by its interaction and segment, else made.

use patchbay::outbox::Fields;

/// A task of somebody else.
pub const FOREIGN: &str = "00T5g00000ForeiEAB";

#[derive(Default)]
pub struct Server {
    tasks: Vec<(String, String, Fields)>,
}

impl Server {
    /// Stores a save; the ID of the record.
    pub fn apply(&mut self, key: &str, call_log: &Fields) -> String {
        let id = call_log.get("Id").and_then(|id| id.as_str());
        let own = |task: &(String, String, Fields)| task.1 == key;
        let by_id = self.tasks.iter().position(|task| Some(task.0.as_str()) == id && own(task));
        let at = by_id.or_else(|| self.tasks.iter().position(own)).unwrap_or_else(|| {
            let id = format!("00T5g0000{:06}", self.tasks.len());
            self.tasks.push((id, key.to_owned(), Fields::new()));
            self.tasks.len() - 1
        });
        let fields = call_log.iter().filter(|(field, _)| *field != "Id");
        self.tasks[at].2.extend(fields.map(|(field, value)| (field.clone(), value.clone())));
        self.tasks[at].0.clone()
    }

    /// What the records of an interaction hold, those of all its segments.
    pub fn stored(&self, interaction: &str) -> Vec<&Fields> {
        let of_interaction = |key: &str| key.rsplit_once('|').is_some_and(|(id, _)| id == interaction);
        self.tasks.iter().filter(|task| of_interaction(&task.1)).map(|task| &task.2).collect()
    }

    /// What the record of a log holds.
    pub fn stored_log(&self, key: &str) -> Option<&Fields> {
        self.tasks.iter().find(|task| task.1 == key).map(|task| &task.2)
    }
}
