//! EngagementInteraction: the record that Salesforce's Engagement objects hold of a live interaction. Source:
//! "EngagementInteraction".
//!
//! - [`fields`]: the object's fields and what may be done with each.
//! - [`version`]: the API versions that know the object.
//! - [`input`]: reads an interaction that a caller gives.
//! - [`config`]: the org's choices.
//! - [`build`]: builds the record of an interaction.

pub mod build;
pub mod config;
pub mod fields;
pub mod input;
pub mod version;

use serde::Serialize;
use serde_json::Value;

use crate::outbox::Fields;
use crate::problem::{Code, Problem};
use crate::salesforce::field::Operation;

/// A record that was built for a caller.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "EngagementAnswer"))]
pub struct Answer {
    /// The record to create or to update, by field; empty when there is nothing to write.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, FieldValue>>"))]
    pub record: Fields,
    /// The state that Salesforce derives from the status.
    pub mapped_state: Option<build::MappedState>,
    /// What cannot be written and why. Pointers begin with `/operation`, `/interaction`, `/options`, or name a field.
    pub problems: Vec<Problem>,
}

/// Builds the record to create or to update of an interaction. All arguments are untrusted: `operation` is `create` or
/// `update`, `interaction` is read by [`input::read`], `options` by [`config::Config::read`].
///
/// ```
/// let interaction = serde_json::json!({ "id": "1", "phase": "connected", "startTime": "2026-04-09T04:19:30Z" });
/// let answer = patchbay::engagement::answer("create", &interaction, &serde_json::json!({ "apiVersion": "62.0" }));
/// assert_eq!(answer.record["Status"], "In Progress");
/// ```
pub fn answer(operation: &str, interaction: &Value, options: &Value) -> Answer {
    let mut problems = Vec::new();
    let operation = Operation::named(operation);
    if operation.is_none() {
        let message = "There is no such operation; write create or update.";
        problems.push(Problem::error("/operation", Code::UnknownValue, message));
    }
    let config = config::Config::read(options, "/options", &mut problems);
    let interaction = input::read(interaction, "/interaction", &mut problems);
    let record = match operation.zip(interaction) {
        Some((operation, interaction)) => build::build(operation, &interaction, None, &config, "", &mut problems),
        None => Fields::new(),
    };
    Answer { mapped_state: build::mapped_state_of(&record), record, problems }
}
