//! Saving interaction logs: when, what, and until it is confirmed. Source: seed 3, `onSaveLog`.
//!
//! - [`queue`]: the saves of one log, one after the other.
//! - [`answer`]: what came back of a save, of which nothing is trusted.
//! - [`backoff`]: how long to wait before the next attempt.

pub mod answer;
pub mod backoff;
pub mod queue;

use serde::Serialize;
use serde_json::Value;

/// Fields of a record, by API name. A field that is not there is empty, as one that is null.
pub type Fields = serde_json::Map<String, Value>;

crate::string_enum::string_enum! {
    /// `eventName`: "Represents the state that triggered onSaveLog". Later ones outweigh earlier ones where several
    /// moments are gathered into one save.
    SaveEvent {
        /// Something changed while the interaction is live.
        Changed = "interactionChanged",
        /// The agent opens the log.
        OpenLog = "openCallLog",
        /// Something changed after the interaction was disconnected.
        ChangedAfterDisconnect = "interactionChangedAfterDisconnect",
        /// The page goes away, or the client does.
        AppDisconnected = "appDisconnected",
        /// The interaction was disconnected.
        Disconnected = "interactionDisconnected",
        /// Wrap-up was completed.
        WrapUpCompleted = "interactionACWCompleted",
        /// The client has let the interaction go.
        Removed = "interactionRemoved",
    }
}

/// What a save is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// The interaction log.
    Log,
    /// The EngagementInteraction record.
    Engagement,
}

impl RecordKind {
    /// Both.
    pub const ALL: [RecordKind; 2] = [RecordKind::Log, RecordKind::Engagement];
}

/// One save to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What the answer is told by.
    pub ticket: u32,
    /// The interaction's ID.
    pub id: String,
    /// What it is of.
    pub what: RecordKind,
    /// The moment that made it.
    pub event: SaveEvent,
    /// The condensed interaction.
    pub interaction: Value,
    /// What changed since the last save that was confirmed, and `Id` once it is known.
    pub call_log: Fields,
}

/// The payload of `onSaveLog`, or the EngagementInteraction record to create or to update.
#[derive(Serialize)]
#[serde(untagged)]
pub enum RequestView<'a> {
    /// Of a log.
    #[serde(rename_all = "camelCase")]
    Log {
        /// The moment that made it.
        event_name: SaveEvent,
        /// The condensed interaction.
        interaction: &'a Value,
        /// What changed.
        call_log: &'a Fields,
    },
    /// Of an EngagementInteraction record.
    Engagement {
        /// `create` or `update`.
        operation: &'static str,
        /// What changed.
        record: &'a Fields,
    },
}

impl Request {
    /// As JavaScript is given it.
    pub fn view(&self) -> RequestView<'_> {
        match self.what {
            RecordKind::Log => {
                RequestView::Log { event_name: self.event, interaction: &self.interaction, call_log: &self.call_log }
            }
            RecordKind::Engagement => RequestView::Engagement {
                operation: if self.call_log.contains_key("Id") { "update" } else { "create" },
                record: &self.call_log,
            },
        }
    }
}
