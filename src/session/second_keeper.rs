//! Notices that the managed package keeps the log too, which makes two Tasks of each interaction.

use serde_json::Value;

use super::Session;
use super::change::Change;
use crate::event::conversation::Conversation;
use crate::log::keeper::LogKeeper;
use crate::problem::{Code, Problem};
use crate::salesforce::key_prefix::object_of;
use crate::salesforce::record_id::RecordId;

impl Session {
    /// Says once that the client published the ID of a Task that this session did not save. Whoever saves a log returns its
    /// record's ID to the client (source: "Save Log extension point"). That the client then publishes it, and in which field,
    /// no document says: any field but the attributes counts, which may name a Task for reasons of their own.
    pub(super) fn notice_second_keeper(&mut self, conversation: &Conversation, change: &mut Change) {
        if self.second_keeper_noticed || self.log_keeper() != LogKeeper::Patchbay {
            return;
        }
        let is_foreign = |id: &RecordId| !self.logs().iter().any(|log| log.record_id().as_ref() == Some(id));
        if conversation.others().filter_map(task_in).any(|id| is_foreign(&id)) {
            self.second_keeper_noticed = true;
            let message = "The client published the ID of a Task that Patchbay did not save, so the managed package probably keeps the log too; switch its log off in the call center settings, or set logKeeper to package.";
            change.problems.push(Problem::warning("/logKeeper", Code::KeptTwice, message));
        }
    }
}

/// The ID of a Task: the value itself, or a property of it.
fn task_in(value: &Value) -> Option<RecordId> {
    match value {
        Value::String(text) => RecordId::read(text, "", &mut Vec::new()).filter(|id| object_of(id) == Some("Task")),
        Value::Object(properties) => properties.values().filter(|value| value.is_string()).find_map(task_in),
        _ => None,
    }
}
