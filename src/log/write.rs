//! The public shape of a log.

use serde::Serialize;
use serde_json::Value;

use super::Log;
<<<<<<< HEAD
use super::fields::Field;
use crate::engagement::{self, build};
=======
use super::fields::{CallType, Field};
use crate::engagement::build;
>>>>>>> main
use crate::outbox::Fields;
use crate::outbox::queue::SaveQueue;
use crate::problem::{Code, Problem};
use crate::salesforce::record::Record;
use crate::salesforce::record_id::RecordId;
<<<<<<< HEAD
use crate::string_enum::string_enum;

string_enum! {
    /// How the saving of a log stands.
    SaveState {
        /// Nothing is to be saved yet.
        None = "none",
        /// Something will be saved in a moment.
        Pending = "pending",
        /// A save is on its way.
        Saving = "saving",
        /// All is saved.
        Saved = "saved",
        /// The last attempt failed; there will be another.
=======

crate::string_enum::string_enum! {
    /// The state of a log's saves.
    SaveState {
        /// There is nothing to save yet.
        None = "none",
        /// A change waits to be saved.
        Pending = "pending",
        /// A save was sent and is not answered.
        Saving = "saving",
        /// Everything is saved.
        Saved = "saved",
        /// The last save failed; it is tried again.
>>>>>>> main
        Failing = "failing",
    }
}

impl SaveState {
    /// The state of a queue.
    pub fn of(queue: &SaveQueue) -> SaveState {
        match queue {
            queue if queue.is_in_flight() => SaveState::Saving,
            queue if queue.failures() > 0 => SaveState::Failing,
            queue if !queue.is_settled() => SaveState::Pending,
            queue if queue.record().is_some() => SaveState::Saved,
            _ => SaveState::None,
        }
    }
}

<<<<<<< HEAD
/// `InteractionLog` of `index.d.ts`, without the lists and how long they are, which JavaScript knows from their changes.
#[derive(Serialize)]
=======
/// `InteractionLog` of `index.d.ts` without its lists, which JavaScript keeps itself by their changes.
#[derive(Debug, Serialize)]
>>>>>>> main
#[serde(rename_all = "camelCase")]
pub struct LogView<'a> {
    id: &'a str,
    record_id: Option<RecordId>,
    subject: Value,
    r#type: Value,
<<<<<<< HEAD
    call_type: &'static str,
    chosen: Chosen<'a>,
    related_to_excluded: bool,
    values: Fields,
    #[serde(flatten)]
    saves: Saves,
    engagement: Option<EngagementView>,
}

#[derive(Serialize)]
=======
    call_type: CallType,
    chosen: Chosen<'a>,
    related_to_excluded: bool,
    values: Fields,
    save_state: SaveState,
    failures: u32,
    problems: Vec<Problem>,
    engagement: Option<EngagementView>,
}

#[derive(Debug, Serialize)]
>>>>>>> main
#[serde(rename_all = "camelCase")]
struct Chosen<'a> {
    name: Option<EntryView<'a>>,
    related_to: Option<EntryView<'a>>,
}

<<<<<<< HEAD
#[derive(Serialize)]
=======
#[derive(Debug, Serialize)]
>>>>>>> main
#[serde(rename_all = "camelCase")]
struct EngagementView {
    record_id: Option<RecordId>,
    values: Fields,
    mapped_state: Option<&'static str>,
<<<<<<< HEAD
    #[serde(flatten)]
    saves: Saves,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Saves {
=======
>>>>>>> main
    save_state: SaveState,
    failures: u32,
    problems: Vec<Problem>,
}

<<<<<<< HEAD
/// An entry of a list.
#[derive(Serialize)]
=======
/// An entry of Name or Related To.
#[derive(Debug, Serialize)]
>>>>>>> main
#[serde(rename_all = "camelCase")]
pub struct EntryView<'a> {
    id: RecordId,
    object_api_name: &'a str,
    name: &'a str,
    selected: bool,
}

impl Log {
<<<<<<< HEAD
    /// As JavaScript is told.
    pub fn view(&self) -> LogView<'_> {
        let (values, cut) = self.values_and_problems();
        let excluded = self.excludes_related_to() && self.related_to.chosen().is_some();
        let lead = excluded.then(|| lead_excludes(self.name.chosen(), self.related_to.chosen()));
        let value = |field: Field| values.get(field.as_str()).cloned().unwrap_or_default();
        let chosen = |record| EntryView::new(record, true);
        LogView {
            id: &self.id,
            record_id: self.queue.record(),
            subject: value(Field::Subject),
            r#type: value(Field::Type),
            call_type: self.seen.call_type,
            chosen: Chosen { name: self.name.chosen().map(chosen), related_to: self.related_to.chosen().map(chosen) },
            related_to_excluded: self.excludes_related_to(),
            saves: Saves::of(&self.queue, lead.into_iter().chain(cut).chain(self.queue.problems())),
            engagement: self.engagement_view(),
            values,
        }
=======
    /// The log in its public shape.
    pub fn view(&self) -> LogView<'_> {
        let (values, mut problems) = self.values_and_problems();
        problems.extend(self.queue.problems());
        if let Some((lead, related_to)) = self.name.chosen().zip(self.related_to.chosen())
            && lead.is_lead()
        {
            problems.insert(0, related_to_excluded(lead, related_to));
        }
        let value = |field: Field| values.get(field.as_str()).cloned().unwrap_or_default();
        let chosen = |record| EntryView::new(record, true);
        LogView {
            id: &self.id,
            record_id: self.queue.record(),
            subject: value(Field::Subject),
            r#type: value(Field::Type),
            call_type: self.state.call_type,
            chosen: Chosen { name: self.name.chosen().map(chosen), related_to: self.related_to.chosen().map(chosen) },
            related_to_excluded: self.excludes_related_to(),
            values,
            save_state: SaveState::of(&self.queue),
            failures: self.queue.failures(),
            problems,
            engagement: self.engagement_view(),
        }
>>>>>>> main
    }

    fn engagement_view(&self) -> Option<EngagementView> {
        let mut problems = Vec::new();
<<<<<<< HEAD
        let record = self.record(&mut problems)?;
        problems.extend(self.engagement.problems());
        let status = record.get(engagement::fields::Field::Status.as_str()).and_then(Value::as_str);
        Some(EngagementView {
            record_id: self.engagement.record(),
            mapped_state: status.map(build::mapped_state),
            saves: Saves::of(&self.engagement, problems),
            values: record,
=======
        let values = self.engagement_record(&mut problems)?;
        problems.extend(self.engagement.problems());
        Some(EngagementView {
            record_id: self.engagement.record(),
            mapped_state: build::mapped_state_of(&values),
            values,
            save_state: SaveState::of(&self.engagement),
            failures: self.engagement.failures(),
            problems,
>>>>>>> main
        })
    }
}

<<<<<<< HEAD
impl Saves {
    fn of(queue: &SaveQueue, problems: impl IntoIterator<Item = Problem>) -> Saves {
        Saves { save_state: SaveState::of(queue), failures: queue.failures(), problems: problems.into_iter().collect() }
    }
}

impl<'a> EntryView<'a> {
    /// A record as an entry.
=======
impl<'a> EntryView<'a> {
    /// The entry of a record.
>>>>>>> main
    pub fn new(record: &'a Record, selected: bool) -> EntryView<'a> {
        EntryView { id: record.id, object_api_name: &record.object, name: &record.name, selected }
    }
}

fn related_to_excluded(lead: &Record, related_to: &Record) -> Problem {
    let message = format!(
        "{} is a lead, and Salesforce relates an activity of a lead to nothing; {} is kept for when another Name is chosen.",
        lead.name, related_to.name,
    );
    Problem::warning("/WhatId", Code::NotStored, message)
}
