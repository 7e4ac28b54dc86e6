//! The public shape of a log.

use serde::Serialize;
use serde_json::Value;

use super::Log;
use super::fields::{CallType, Field};
use super::list::PickList;
use crate::engagement::build::{self, MappedState};
use crate::outbox::Fields;
use crate::outbox::queue::SaveQueue;
use crate::problem::{Code, Problem, Reason};
use crate::salesforce::association::AssociationReason;
use crate::salesforce::record::Record;
use crate::salesforce::record_id::RecordId;

crate::string_enum::string_enum! {
    /// The state of a log's saves. `none`: there is nothing to save yet, or no `save`. `pending`: changes wait to be sent.
    /// `saving`: a save is in flight. `saved`: everything is confirmed. `failing`: the last attempt failed and will be
    /// repeated.
    SaveState {
        /// There is nothing to save yet.
        None = "none",
        /// A change waits to be saved: for its time, or, if the handler declined it, for the next trigger.
        Pending = "pending",
        /// A save was sent and is not answered.
        Saving = "saving",
        /// Everything is saved.
        Saved = "saved",
        /// The last save failed; it is tried again.
        Failing = "failing",
    }
}

impl SaveState {
    /// The state of a queue.
    pub fn of(queue: &SaveQueue) -> SaveState {
        match queue {
            queue if queue.is_sending() => SaveState::Saving,
            queue if queue.failures() > 0 => SaveState::Failing,
            queue if !queue.is_settled() || queue.is_declined() => SaveState::Pending,
            queue if queue.record().is_some() => SaveState::Saved,
            _ => SaveState::None,
        }
    }
}

/// The log of an interaction without its lists, which JavaScript keeps by their changes.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LogSummary"))]
pub struct LogView<'a> {
    /// Identifies the log in this session: the interaction's ID for its latest segment; former ones have IDs of their own.
    id: &'a str,
    /// The interaction's ID.
    interaction_id: &'a str,
    /// Which segment it is of; the same as in its saves.
    segment: String,
    /// The ID of the saved record, once known.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    record_id: Option<RecordId>,
    #[cfg_attr(feature = "typescript", ts(as = "String"))]
    subject: Value,
    #[cfg_attr(feature = "typescript", ts(as = "String"))]
    r#type: Value,
    call_type: CallType,
    chosen: Chosen<'a>,
    /// A lead is chosen as Name, so Salesforce allows no Related To. The choice is kept for another Name.
    related_to_excluded: bool,
    /// The values of the record once everything is saved, by API name.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, FieldValue | RelatedRecord>>"))]
    values: Fields,
    save_state: SaveState,
    /// Number of failed attempts since the last success.
    failures: u32,
    /// Fields that could not be stored, and why the last save failed. Paths begin with the field's API name.
    problems: Vec<Problem>,
    /// The interaction's EngagementInteraction record, if one is kept.
    engagement: Option<EngagementView>,
}

/// The chosen record of each list.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ChosenRecords"))]
struct Chosen<'a> {
    name: Option<EntryView<'a>>,
    related_to: Option<EntryView<'a>>,
}

/// The EngagementInteraction record of an interaction, as a session keeps it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "EngagementLog"))]
struct EngagementView {
    /// The ID of the saved record, once known.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    record_id: Option<RecordId>,
    /// The values of the record once everything is saved, by API name.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, FieldValue>>"))]
    values: Fields,
    /// The state that Salesforce derives from the status.
    mapped_state: Option<MappedState>,
    save_state: SaveState,
    /// Number of failed attempts since the last success.
    failures: u32,
    /// Fields that could not be stored, and why the last save failed. Paths begin with the field's API name.
    problems: Vec<Problem>,
}

/// An entry of Name or Related To.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ListEntry"))]
pub struct EntryView<'a> {
    /// 18 characters.
    #[cfg_attr(feature = "typescript", ts(as = "String"))]
    id: RecordId,
    object_api_name: &'a str,
    name: &'a str,
    /// What tells it from its namesakes: a contact's account, a case's subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    detail: Option<&'a str>,
    /// Why it is in the list, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    reason: Option<AssociationReason>,
    /// In a list: the higher, the earlier agents see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    rank: Option<i32>,
    selected: bool,
}

impl Log {
    /// The record in which it was saved.
    pub fn record_id(&self) -> Option<RecordId> {
        self.queue.record()
    }

    /// The log in its public shape.
    pub fn view(&self) -> LogView<'_> {
        let (values, mut problems) = self.values_and_problems();
        problems.extend(self.queue.problems());
        problems.extend(self.not_allowed());
        if let Some((lead, related_to)) = self.name.chosen().zip(self.related_to.chosen())
            && lead.is_lead()
        {
            problems.insert(0, related_to_excluded(lead, related_to));
        }
        let value = |field: Field| values.get(field.as_str()).cloned().unwrap_or_default();
        LogView {
            id: &self.id,
            interaction_id: self.interaction_id(),
            segment: self.segment(),
            record_id: self.queue.record(),
            subject: value(Field::Subject),
            r#type: value(Field::Type),
            call_type: self.state.call_type,
            chosen: Chosen { name: EntryView::chosen(&self.name), related_to: EntryView::chosen(&self.related_to) },
            related_to_excluded: self.excludes_related_to(),
            values,
            save_state: SaveState::of(&self.queue),
            failures: self.queue.failures(),
            problems,
            engagement: self.engagement_view(),
        }
    }

    fn engagement_view(&self) -> Option<EngagementView> {
        let mut problems = Vec::new();
        let values = self.engagement_record(&mut problems)?;
        problems.extend(self.engagement.problems());
        Some(EngagementView {
            record_id: self.engagement.record(),
            mapped_state: build::mapped_state_of(&values),
            values,
            save_state: SaveState::of(&self.engagement),
            failures: self.engagement.failures(),
            problems,
        })
    }
}

impl<'a> EntryView<'a> {
    /// The entry of a record of a list, with its rank there.
    pub fn listed(record: &'a Record, list: &PickList) -> EntryView<'a> {
        let selected = list.chosen().is_some_and(|chosen| chosen.id == record.id);
        EntryView { rank: Some(list.order(record.id)), ..EntryView::new(record, list, selected) }
    }

    fn new(record: &'a Record, list: &PickList, selected: bool) -> EntryView<'a> {
        EntryView {
            id: record.id,
            object_api_name: &record.object,
            name: &record.name,
            detail: record.detail.as_deref(),
            reason: list.reason(record.id),
            rank: None,
            selected,
        }
    }

    fn chosen(list: &'a PickList) -> Option<EntryView<'a>> {
        list.chosen().map(|record| EntryView::new(record, list, true))
    }
}

fn related_to_excluded(lead: &Record, related_to: &Record) -> Problem {
    let message = format!(
        "{} is a lead, and Salesforce relates an activity of a lead to nothing; {} is kept for when another Name is chosen.",
        lead.name, related_to.name,
    );
    let names = vec![lead.name.clone(), related_to.name.clone()];
    Problem::warning("/WhatId", Code::NotStored, message).because(Reason::LeadExcludes, names)
}
