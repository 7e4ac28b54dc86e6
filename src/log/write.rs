//! The public shape of a log, as JSON.

use serde_json::Value;

use super::Log;
use super::fields::Field;
use crate::engagement::{self, build};
use crate::json::write::Object;
use crate::outbox::queue::SaveQueue;
use crate::problem::{Code, Problem};
use crate::salesforce::record::{Record, Role};

/// How the saving of a log stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing is to be saved yet.
    None,
    /// Something will be saved in a moment.
    Pending,
    /// A save is on its way.
    Saving,
    /// All is saved.
    Saved,
    /// The last attempt failed; there will be another.
    Failing,
}

impl SaveState {
    /// How the saves of a lane stand.
    pub fn of(queue: &SaveQueue) -> SaveState {
        match queue {
            queue if queue.is_in_flight() => SaveState::Saving,
            queue if queue.failures() > 0 => SaveState::Failing,
            queue if !queue.is_settled() => SaveState::Pending,
            queue if queue.record().is_some() => SaveState::Saved,
            _ => SaveState::None,
        }
    }

    /// The name that JavaScript sees.
    pub const fn as_str(self) -> &'static str {
        match self {
            SaveState::None => "none",
            SaveState::Pending => "pending",
            SaveState::Saving => "saving",
            SaveState::Saved => "saved",
            SaveState::Failing => "failing",
        }
    }
}

impl Log {
    /// The public shape, without the lists and how long they are, which JavaScript knows from their changes.
    pub fn write(&self, out: &mut String) {
        let (values, cut) = self.values_and_problems();
        let excluded = self.excludes_related_to() && self.related_to.chosen().is_some();
        let lead = excluded.then(|| lead_excludes(self.name.chosen(), self.related_to.chosen()));
        let mut object = Object::begin(out);
        object.text("id", &self.id).optional("recordId", self.queue.record().as_ref().map(|id| id.as_str()));
        for (name, field) in [("subject", Field::Subject), ("type", Field::Type)] {
            object.value(name, values.get(field.as_str()).unwrap_or(&Value::Null));
        }
        object.text("callType", self.seen.call_type);
        let mut chosen = Object::begin(object.field("chosen"));
        for role in Role::ALL {
            let out = chosen.field(role.as_str());
            match self.of(role).chosen() {
                Some(record) => write_entry(record, true, out),
                None => out.push_str("null"),
            }
        }
        chosen.end();
        object.flag("relatedToExcluded", self.excludes_related_to()).values("values", &values);
        write_standing(&self.queue, lead.iter().chain(&cut).chain(&self.queue.problems()), &mut object);
        self.write_engagement(object.field("engagement"));
        object.end();
    }

    fn write_engagement(&self, out: &mut String) {
        let mut problems = Vec::new();
        let Some(record) = self.record(&mut problems) else { return out.push_str("null") };
        problems.extend(self.engagement.problems());
        let status = record.get(engagement::fields::Field::Status.as_str()).and_then(Value::as_str);
        let mut object = Object::begin(out);
        object
            .optional("recordId", self.engagement.record().as_ref().map(|id| id.as_str()))
            .values("values", &record)
            .optional("mappedState", status.map(build::mapped_state));
        write_standing(&self.engagement, &problems, &mut object);
        object.end();
    }
}

fn write_standing<'p>(queue: &SaveQueue, problems: impl IntoIterator<Item = &'p Problem>, object: &mut Object) {
    object.text("saveState", SaveState::of(queue).as_str()).number("failures", Some(queue.failures().into())).array(
        "problems",
        problems,
        Problem::write,
    );
}

fn lead_excludes(lead: Option<&Record>, related: Option<&Record>) -> Problem {
    let name = |record: Option<&Record>| record.map_or(String::new(), |record| record.name.clone());
    let message = format!(
        "{} is a lead, and Salesforce relates an activity of a lead to nothing; {} is kept for when another Name is chosen.",
        name(lead),
        name(related),
    );
    Problem::warning("/WhatId", Code::NotStored, message)
}

/// An entry of a list.
pub fn write_entry(record: &Record, selected: bool, out: &mut String) {
    Object::begin(out)
        .text("id", record.id.as_str())
        .text("objectApiName", &record.object)
        .text("name", &record.name)
        .flag("selected", selected)
        .end();
}
