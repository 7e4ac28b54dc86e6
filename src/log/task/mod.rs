//! The fields that make a Task a logged call instead of a to-do: its subtype, its day, its status and the org's fixed values.
//! Salesforce shows open tasks under Open Activities and closed ones under Activity History. Source: "Task" and "TaskStatus".
//!
//! - [`config`]: the org's configuration.
//! - [`rule`]: what it decides of status and subtype.
//! - [`status`]: the statuses of tasks in the org.

pub mod config;
pub mod rule;
pub mod status;

use serde_json::Value;

use super::config::Config;
use super::fields::Field;
use super::state::LogState;
use crate::interaction::Kind;
use crate::outbox::Fields;
use crate::outbox::queue::SaveQueue;
use crate::problem::{Code, Problem, Reason};
use crate::salesforce::task;

crate::string_enum::string_enum! {
    /// The subtype of a log, stored in [`Field::Subtype`]. Source: "Task", `TaskSubtype`.
    Subtype {
        /// A spoken interaction.
        Call = "Call",
        /// An e-mail.
        Email = "Email",
        /// Any other interaction.
        Task = "Task",
    }
}

/// The subtype of an interaction's log. A voicemail is a spoken interaction.
///
/// ```
/// use patchbay::{interaction::Kind, log::task::{Subtype, subtype_of}};
/// assert_eq!(subtype_of(Kind::Voicemail), Subtype::Call);
/// ```
pub const fn subtype_of(kind: Kind) -> Subtype {
    match kind {
        Kind::Call | Kind::Callback | Kind::Voicemail => Subtype::Call,
        Kind::Email => Subtype::Email,
        Kind::Chat | Kind::Message => Subtype::Task,
    }
}

/// The values of the fields of this module. Values of attributes and of the agent take precedence over them.
pub(super) fn values(state: &LogState, config: &Config, queue: &SaveQueue) -> Fields {
    let mut values = Fields::new();
    let kind = state.interaction.kind();
    // A fixed value that does not apply any more is cleared, except where the field keeps its value.
    for fixed in config.task.values.iter().filter(|fixed| task::is_lasting(&fixed.field)) {
        keep_saved(&fixed.field, queue, &mut values);
    }
    for fixed in config.task.values.iter().rev().filter(|fixed| fixed.is_for(kind, state.call_type)) {
        values.insert(fixed.field.clone(), fixed.value.clone());
    }
    let rule = config.task.rule(kind, state.call_type);
    let subtype = rule.subtype.unwrap_or(subtype_of(kind));
    values.insert(Field::Subtype.as_str().to_owned(), subtype.as_str().into());
    keep_saved(Field::Subtype.as_str(), queue, &mut values);
    if !state.activity_date.is_empty() {
        values.insert(Field::ActivityDate.as_str().to_owned(), state.activity_date.as_str().into());
    }
    let status = Field::Status.as_str();
    match rule.status(state.phase, &config.statuses) {
        Some(name) => drop(values.insert(status.to_owned(), name.into())),
        // An earlier page may have closed the log while this page does not know the statuses.
        None => keep_saved(status, queue, &mut values),
    }
    values
}

fn keep_saved(field: &str, queue: &SaveQueue, values: &mut Fields) {
    if let Some(saved) = queue.saved(field).filter(|saved| !saved.is_null()) {
        values.insert(field.to_owned(), saved.clone());
    }
}

/// The agent's edits that are stored. An edit that is not stored, or that overrides a fixed value, is added to `problems`.
pub(super) fn review_edits(state: &LogState, config: &Config, edits: &Fields, problems: &mut Vec<Problem>) -> Fields {
    let mut stored = edits.clone();
    if let Some(status) = edits.get(Field::Status.as_str()).and_then(Value::as_str) {
        review_status(status, state, config, &mut stored, problems);
    }
    let kind = state.interaction.kind();
    for (field, value) in edits {
        let is_it =
            |fixed: &&config::Fixed| fixed.field.eq_ignore_ascii_case(field) && fixed.is_for(kind, state.call_type);
        if let Some(fixed) = config.task.values.iter().find(is_it).filter(|fixed| fixed.value != *value) {
            let message = format!(
                "{field} has the value that you gave it, not the one your organisation fixed: {}.",
                config::in_words(&fixed.value)
            );
            let problem = Problem::info(format!("/{field}"), Code::Overridden, message);
            problems.push(problem.because(Reason::FixedValue, vec![config::in_words(&fixed.value)]));
        }
    }
    stored
}

fn review_status(status: &str, state: &LogState, config: &Config, stored: &mut Fields, problems: &mut Vec<Problem>) {
    let path = format!("/{}", Field::Status.as_str());
    let rule = config.task.rule(state.interaction.kind(), state.call_type);
    let values = vec![status.to_owned()];
    let (reason, message) = match config.statuses.is_closed(status) {
        Some(false) if rule.is_closed_in(state.phase) => {
            let message = format!(
                "The task stays open, since you set its status to {status}; empty the status, and it is closed."
            );
            return problems.push(Problem::info(path, Code::Overridden, message).because(Reason::KeptOpen, values));
        }
        Some(_) => return,
        None if config.statuses.is_known() => (
            Reason::StatusUnknown,
            format!("Tasks have no status {status} in your organisation, so it was not stored; choose another."),
        ),
        None => (
            Reason::StatusWaits,
            format!("The status {status} waits until the statuses of your organisation are known."),
        ),
    };
    stored.remove(Field::Status.as_str());
    if let Some(own) = rule.status(state.phase, &config.statuses) {
        stored.insert(Field::Status.as_str().to_owned(), own.into());
    }
    problems.push(Problem::warning(path, Code::NotStored, message).because(reason, values));
}
