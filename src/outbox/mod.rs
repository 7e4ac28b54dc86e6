//! The outbox: saves of interaction logs and EngagementInteraction records, each repeated until it is confirmed. Source:
//! "Save Log extension point", `onSaveLog`.
//!
//! - [`queue`]: the saves of one record, one after the other.
//! - [`answer`]: reads what a save handler answered.
//! - [`retry`]: the waits between saves.
//! - [`breaker`]: one save at a time during an outage.
//! - [`late`]: saves that may arrive after later ones.

pub mod answer;
pub mod breaker;
pub mod late;
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
    /// Orders the saves of a log, also those of several pages; see [`crate::log::merge`].
    pub revision: f64,
    /// The kind of record to save.
    pub kind: RecordKind,
    /// The event that triggered the save.
    pub event: SaveEvent,
    /// The condensed interaction, in the client's spelling.
    pub interaction: Value,
    /// The fields that changed since the last confirmed save, and `Id` once the record is known.
    pub call_log: Fields,
    /// Those of them that hold a fixed value of the org.
    pub fixed_fields: Vec<String>,
}

/// A save that is not confirmed: its kind, and the request that the save handler was or will be called with.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PendingSave"))]
pub enum RequestView<'a> {
    /// A log to save.
    Log(SaveRequest<'a>),
    /// An EngagementInteraction record to save.
    Engagement(EngagementRequest<'a>),
}

/// The request of a save, as `onSaveLog` of the managed package receives it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SaveRequest<'a> {
    event_name: SaveEvent,
    /// The current condensed interaction, in the client's spelling.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, unknown>>"))]
    interaction: &'a Value,
    /// Which life of the conversation the log is of. A conversation may come back under the same ID; `interaction.id` and
    /// `segment` together identify the log, and are the same in all its saves. The time of the connection; of a log that
    /// is saved before, `first`, or `after` and the segment before.
    segment: &'a str,
    /// A whole number that grows from save to save of a log, whichever page sends it. A store that compares it writes nothing of a
    /// save that arrives after a later one, and answers with `newerRevision`.
    revision: f64,
    /// The fields that changed since the last successful save, by API name; `Id` once it is known. A lookup that stores a
    /// transcript has a RelatedRecord.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, FieldValue | RelatedRecord>>"))]
    call_log: &'a Fields,
    /// The fields of `callLog` that hold a fixed value of the organisation. They matter less than those of the interaction and the
    /// agent: if a save fails and nothing says why, leave them out and save the others.
    fixed_fields: &'a [String],
}

/// The request to store an EngagementInteraction record.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EngagementRequest<'a> {
    operation: Operation,
    /// The fields that differ from the stored record; `Id` of the record to update.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, FieldValue>>"))]
    record: &'a Fields,
}

impl Request {
    /// The request in its public shape.
    pub fn view(&self) -> RequestView<'_> {
        match self.kind {
            RecordKind::Log => {
                let (interaction, segment, call_log) = (&self.interaction, &*self.segment, &self.call_log);
                let (revision, fixed_fields) = (self.revision, &*self.fixed_fields);
                let event_name = self.event;
                RequestView::Log(SaveRequest { event_name, interaction, segment, revision, call_log, fixed_fields })
            }
            RecordKind::Engagement => {
                let is_known = self.call_log.contains_key("Id");
                let operation = if is_known { Operation::Update } else { Operation::Create };
                RequestView::Engagement(EngagementRequest { operation, record: &self.call_log })
            }
        }
    }
}
