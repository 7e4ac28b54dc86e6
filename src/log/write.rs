//! The public shape of a log, as JSON.

use serde_json::{Value, json};

use super::Log;
use super::fields::Field;
use crate::engagement::{self, build};
use crate::problem::{Code, Problem};
use crate::salesforce::record::Record;
use crate::save::lane::Lane;

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
    pub fn of(lane: &Lane) -> SaveState {
        match lane {
            lane if lane.is_in_flight() => SaveState::Saving,
            lane if lane.failures() > 0 => SaveState::Failing,
            lane if !lane.is_settled() => SaveState::Pending,
            lane if lane.record().is_some() => SaveState::Saved,
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
    /// The public shape, without the lists, which JavaScript knows from their changes.
    pub fn write(&self) -> Value {
        let (values, cut) = self.values_and_problems();
        let excluded = self.excludes_related_to() && self.related_to.chosen().is_some();
        let lead = excluded.then(|| lead_excludes(self.name.chosen(), self.related_to.chosen()));
        let problems: Vec<Value> = lead.iter().chain(&cut).chain(&self.lane.problems()).map(Problem::write).collect();
        let text = |field: Field| values.get(field.as_str()).cloned().unwrap_or_default();
        json!({
            "id": self.id,
            "recordId": self.lane.record().as_ref().map(|id| id.as_str()),
            "subject": text(Field::Subject),
            "type": text(Field::Type),
            "callType": self.seen.call_type,
            "chosen": {
                "name": self.name.chosen().map(|record| write_entry(record, true)),
                "relatedTo": self.related_to.chosen().map(|record| write_entry(record, true)),
            },
            "counts": { "name": self.name.records().len(), "relatedTo": self.related_to.records().len() },
            "relatedToExcluded": self.excludes_related_to(),
            "values": values,
            "saveState": SaveState::of(&self.lane).as_str(),
            "failures": self.lane.failures(),
            "problems": problems,
            "engagement": self.write_engagement(),
        })
    }

    fn write_engagement(&self) -> Option<Value> {
        let mut problems = Vec::new();
        let record = self.record(&mut problems)?;
        problems.extend(self.engagement.problems());
        let status = record.get(engagement::fields::Field::Status.as_str()).and_then(Value::as_str);
        Some(json!({
            "recordId": self.engagement.record().as_ref().map(|id| id.as_str()),
            "values": record,
            "mappedState": status.map(build::mapped_state),
            "saveState": SaveState::of(&self.engagement).as_str(),
            "failures": self.engagement.failures(),
            "problems": problems.iter().map(Problem::write).collect::<Vec<_>>(),
        }))
    }
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
pub fn write_entry(record: &Record, selected: bool) -> Value {
    json!({
        "id": record.id.as_str(),
        "objectApiName": record.object,
        "name": record.name,
        "selected": selected,
    })
}
