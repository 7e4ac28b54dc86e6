//! EngagementInteraction: what a live interaction is to Salesforce's Engagement objects. Source: seed 5.
//!
//! - [`fields`]: the object's fields and what may be done with each.
//! - [`version`]: API versions, and what is there since which.
//! - [`given`]: an interaction that somebody gives.
//! - [`config`]: how the organisation wants it.
//! - [`build`]: the record of an interaction.

pub mod build;
pub mod config;
pub mod fields;
pub mod input;
pub mod version;

use serde::Serialize;
use serde_json::Value;

use crate::json;
use crate::outbox::Fields;
use crate::problem::{Code, Problem};
use crate::salesforce::field::Operation;

/// The record to create or to update, of an interaction that somebody gives; `options` as [`config::Config::read`] takes
/// them. The answer is `{record, mappedState, problems}` as JSON; paths of problems begin with `/interaction`, `/options` or, of a
/// field, its name.
///
/// ```
/// let interaction = serde_json::json!({ "id": "1", "phase": "connected", "startTime": "2026-04-09T04:19:30Z" });
/// let answer = patchbay::engagement::answer("create", &interaction, &serde_json::json!({ "apiVersion": "62.0" }));
/// assert!(answer.contains(r#""Status":"In Progress""#));
/// ```
pub fn answer(operation: &str, interaction: &Value, options: &Value) -> String {
    let mut problems = Vec::new();
    let operation = match operation {
        "create" => Some(Operation::Create),
        "update" => Some(Operation::Update),
        _ => {
            let message = "There is no such operation; write create or update.";
            problems.push(Problem::error("/operation", Code::UnknownValue, message));
            None
        }
    };
    let config = config::Config::read(options, "/options", &mut problems);
    let interaction = input::read(interaction, "/interaction", &mut problems);
    let record = match operation.zip(interaction) {
        Some((operation, interaction)) => build::build(operation, &interaction, None, &config, "", &mut problems),
        None => Default::default(),
    };
    let status = record.get(fields::Field::Status.as_str()).and_then(Value::as_str);
    json::write(&Answer { mapped_state: status.map(build::mapped_state), record: &record, problems })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    record: &'a Fields,
    mapped_state: Option<&'static str>,
    problems: Vec<Problem>,
}
