//! The outbox: saves of interaction logs and EngagementInteraction records, each repeated until it is confirmed. Source:
//! "Save Log extension point", `onSaveLog`.
//!
//! - [`queue`]: the saves of one record, one after the other.
//! - [`answer`]: reads what a save handler answered.
//! - [`retry`]: the waits between saves.

pub mod answer;
pub mod queue;
pub mod retry;

use serde::Serialize;
use serde_json::Value;

use crate::salesforce::field::Operation;

/// Values of a record's fields by API name. A missing field is empty, like one that is null.
pub type Fields = serde_json::Map<String, Value>;

crate::string_enum::string_enum! {
    /// `eventName`: "Represents the state that triggered onSaveLog". When several events become one save, the last of them
    /// in this list names it.
    SaveEvent {
        /// Something changed while the interaction is live.
        Changed = "interactionChanged",
        /// The agent opened the log.
        OpenLog = "openCallLog",
        /// Something changed after the interaction was disconnected.
        ChangedAfterDisconnect = "interactionChangedAfterDisconnect",
        /// The page is about to close, or the client disconnected.
        AppDisconnected = "appDisconnected",
        /// The interaction was disconnected.
        Disconnected = "interactionDisconnected",
        /// Wrap-up was completed.
        WrapUpCompleted = "interactionACWCompleted",
        /// The client removed the interaction.
        Removed = "interactionRemoved",
    }
}

/// The kind of record that a save is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// The interaction log, a Task.
    Log,
    /// The EngagementInteraction record.
    Engagement,
}

impl RecordKind {
    /// Both kinds.
    pub const ALL: [RecordKind; 2] = [RecordKind::Log, RecordKind::Engagement];
}

/// A save to be made by the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The number that its answer is reported with.
    pub ticket: u32,
    /// The log's ID.
    pub id: String,
    /// The segment that the log is of: with the interaction's ID it identifies the log, and it is the same in all its saves.
    pub segment: String,
    /// The kind of record to save.
    pub kind: RecordKind,
    /// The event that triggered the save.
    pub event: SaveEvent,
    /// The condensed interaction, in the client's spelling.
    pub interaction: Value,
    /// The fields that changed since the last confirmed save, and `Id` once the record is known.
    pub call_log: Fields,
}

/// The public shape of a [`Request`]: the payload of `onSaveLog`, or an EngagementInteraction record to save.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum RequestView<'a> {
    /// `{eventName, interaction, segment, callLog}`
    #[serde(rename_all = "camelCase")]
    Log {
        /// The event that triggered the save.
        event_name: SaveEvent,
        /// The condensed interaction.
        interaction: &'a Value,
        /// The segment of the interaction.
        segment: &'a str,
        /// The fields that changed.
        call_log: &'a Fields,
    },
    /// `{operation, record}`
    Engagement {
        /// Whether the record is created or updated.
        operation: Operation,
        /// The fields that changed.
        record: &'a Fields,
    },
}

impl Request {
    /// The request in its public shape.
    pub fn view(&self) -> RequestView<'_> {
        match self.kind {
            RecordKind::Log => RequestView::Log {
                event_name: self.event,
                interaction: &self.interaction,
                segment: &self.segment,
                call_log: &self.call_log,
            },
            RecordKind::Engagement => {
                let is_known = self.call_log.contains_key("Id");
                let operation = if is_known { Operation::Update } else { Operation::Create };
                RequestView::Engagement { operation, record: &self.call_log }
            }
        }
    }
}
