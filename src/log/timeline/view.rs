//! The public shape of a timeline and its summary.

use serde::Serialize;

use super::kind::{Actor, Kind, Topic};
use super::summary::SummaryPart;
use super::{Entry, Values};
use crate::log::Log;
use crate::salesforce::record::Role;
use crate::salesforce::record_id::RecordId;
use crate::time::Timestamp;

/// The timeline of a log, and the parts of its summary.
#[derive(Debug, Serialize)]
pub struct TimelineView<'a> {
    entries: Vec<EntryView<'a>>,
    summary: Vec<SummaryPart<'a>>,
}

/// One thing that happened in an interaction.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "TimelineEntry"))]
pub struct EntryView<'a> {
    /// Identifies the entry in its timeline as long as the page is open.
    id: u32,
    /// ISO 8601 in UTC with milliseconds: by the session's clock, of an utterance by the client's.
    #[cfg_attr(feature = "typescript", ts(as = "String"))]
    at: Option<Timestamp>,
    kind: Kind,
    by: Actor,
    /// What it is about, for a filter. Null of what belongs to all.
    topic: Option<Topic>,
    /// Of a record, an attribute, a field, an action, a wrap-up code, or the target of a transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    name: Option<&'a str>,
    /// Of an utterance, a comment or an attribute: cut if it is long, without card numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    record_id: Option<RecordId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    object_api_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    list: Option<Role>,
    /// Of a toggle: whether it is, or was to be, switched on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    on: Option<bool>,
    /// How many entries were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    count: Option<u32>,
}

impl<'a> EntryView<'a> {
    fn new(entry: &'a Entry) -> EntryView<'a> {
        let Values { name, text, record, object, list, on, .. } = &entry.values;
        EntryView {
            name: name.as_deref(),
            text: text.as_deref(),
            record_id: *record,
            object_api_name: object.as_deref(),
            list: *list,
            on: *on,
            ..EntryView::plain(entry.id, entry.at, entry.kind)
        }
    }

    /// An entry without values.
    fn plain(id: u32, at: f64, kind: Kind) -> EntryView<'a> {
        EntryView {
            id,
            at: Timestamp::from_milliseconds(at),
            kind,
            by: kind.by(),
            topic: kind.topic(),
            name: None,
            text: None,
            record_id: None,
            object_api_name: None,
            list: None,
            on: None,
            count: None,
        }
    }
}

impl Log {
    /// The timeline in its public shape: what was left out is told once, at the beginning.
    pub fn timeline_view(&self) -> TimelineView<'_> {
        let timeline = &self.timeline;
        let left_out = (timeline.left_out > 0).then(|| EntryView {
            count: Some(timeline.left_out),
            ..EntryView::plain(u32::MAX, timeline.left_out_at, Kind::LeftOut)
        });
        let entries = timeline.entries.iter().map(EntryView::new);
        TimelineView { entries: left_out.into_iter().chain(entries).collect(), summary: self.summary() }
    }
}
