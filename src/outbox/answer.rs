//! Reads what a save handler answered. The handler is code of the org, so an answer is an untrusted value.

use serde_json::Value;

use crate::event::conversation::MAX_TEXT_LEN;
use crate::problem::{Code, Problem, Reason};
use crate::salesforce::record::is_api_name;
use crate::salesforce::record_id::RecordId;

/// Before what the server says of a save that failed.
const FAILED: &str = "The save failed: ";
/// The reason why a field was not stored, where the server says none.
const NO_ACCESS: &str = "you have no access to it";
/// Maximum number of dropped fields that are read of one answer.
const MAX_DROPPED: usize = 500;
/// What the code of an error contains that is about one record and its values. Source: "Core Data Types Used in API Calls",
/// StatusCode.
const REFUSALS: &[&str] = &[
    "VALIDATION",
    "REQUIRED_FIELD",
    "STRING_TOO_LONG",
    "FIELD_INTEGRITY",
    "RESTRICTED_PICKLIST",
    "INSUFFICIENT_ACCESS",
    "FIELD_FOR_INSERT_UPDATE",
    "INVALID_CROSS_REFERENCE_KEY",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    "CANNOT_EXECUTE_FLOW_TRIGGER",
];

/// The answer of a save handler.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The record was saved.
    Saved {
        /// The ID of the saved record.
        record: RecordId,
        /// Fields that were not stored, each with the reason.
        dropped: Vec<(String, String)>,
    },
    /// Nothing was written: the record holds what a later save has sent, of another page or of this one.
    Overtaken {
        /// The revision that the record holds.
        revision: f64,
        /// The ID of the record.
        record: RecordId,
    },
    /// The handler does not save the record now. Nothing is wrong: the record is offered again at the next trigger.
    Declined,
    /// The record was not saved, or it is not known whether it was.
    Failed {
        /// Why, as a sentence.
        reason: String,
        /// Whether the record to update does not exist any more.
        gone: bool,
        /// The existing record, when the one to create exists already.
        duplicate: Option<RecordId>,
        /// Whether the server said so of this record, and so answers others.
        refused: bool,
    },
}

impl Answer {
    /// Reads what a save resolved to: an ID, `''` (declined for now), or `{id, dropped: [{field, reason}], newerRevision}`. Source: "Save Log
    /// extension point", "return the ID of the record … return an empty string … does not support returning a null value".
    ///
    /// ```
    /// use patchbay::outbox::answer::Answer;
    /// assert!(matches!(Answer::resolved(&"00T5g00000XyZ12".into()), Answer::Saved { .. }));
    /// assert_eq!(Answer::resolved(&"".into()), Answer::Declined);
    /// assert!(matches!(Answer::resolved(&().into()), Answer::Failed { .. }));
    /// ```
    pub fn resolved(value: &Value) -> Answer {
        let newer = value.get("newerRevision").and_then(Value::as_f64).filter(|revision| *revision >= 0.0);
        let (id, dropped) = match value {
            Value::Object(object) => (object.get("id"), read_dropped(object.get("dropped"))),
            _ => (Some(value), Vec::new()),
        };
        match id {
            Some(Value::String(id)) if id.trim().is_empty() => Answer::Declined,
            Some(Value::String(id)) => match RecordId::read(id, "", &mut Vec::new()) {
                Some(record) => match newer {
                    Some(revision) => Answer::Overtaken { revision, record },
                    None => Answer::Saved { record, dropped },
                },
                None => Answer::failed("The save answered with something that is no record ID."),
            },
            Some(Value::Null) | None => {
                Answer::failed("The save answered nothing; it has to answer the record's ID, or an empty text.")
            }
            Some(_) => {
                Answer::failed("The save answered with something else than text; it has to answer the record's ID.")
            }
        }
    }

    /// Reads what a save was rejected with: an error of Apex, the UI API or the browser.
    ///
    /// ```
    /// use patchbay::outbox::answer::Answer;
    /// let error = serde_json::json!({ "body": { "message": "ENTITY_IS_DELETED: entity is deleted" } });
    /// assert!(matches!(Answer::rejected(&error), Answer::Failed { gone: true, .. }));
    /// ```
    pub fn rejected(value: &Value) -> Answer {
        let body = &value["body"];
        let message = message_of(value);
        let code = [&body["errorCode"], &value["errorCode"]].into_iter().find_map(Value::as_str).unwrap_or_default();
        let status = [&value["status"], &body["statusCode"]].into_iter().find_map(Value::as_u64);
        let gone = status == Some(404)
            || ["ENTITY_IS_DELETED", "NOT_FOUND"].contains(&code)
            || message.contains("ENTITY_IS_DELETED");
        let duplicate = duplicate_of(code, &message);
        let has_field_errors = body["output"]["fieldErrors"].as_object().is_some_and(|fields| !fields.is_empty());
        let is_refusal = REFUSALS.iter().any(|of| code.contains(of) || message.contains(of));
        let refused = gone || duplicate.is_some() || has_field_errors || is_refusal;
        let reason = match message.trim() {
            "" => "The save failed and did not say why.".to_owned(),
            message => FAILED.to_owned() + truncate(message),
        };
        Answer::Failed { reason, gone, duplicate, refused }
    }

    /// A failure for this reason.
    pub fn failed(reason: &str) -> Answer {
        Answer::Failed { reason: reason.to_owned(), gone: false, duplicate: None, refused: false }
    }
}

/// The ID in "duplicate value found: … duplicates value on record with id: …": an earlier answer was lost, or another page
/// created the record first.
fn duplicate_of(code: &str, message: &str) -> Option<RecordId> {
    let is_duplicate = code == "DUPLICATE_VALUE" || message.contains("duplicate value found");
    let id = message.rsplit("record with id:").next()?.trim().trim_end_matches('.');
    RecordId::read(id, "", &mut Vec::new()).filter(|_| is_duplicate)
}

/// The message of an error. The UI API puts its specific messages below a general one.
fn message_of(value: &Value) -> String {
    let body = &value["body"];
    let output = &body["output"];
    let fields = output["fieldErrors"].as_object().into_iter().flat_map(|fields| fields.values());
    let nested: Vec<&str> = [&output["errors"]]
        .into_iter()
        .chain(fields)
        .filter_map(Value::as_array)
        .flatten()
        .filter_map(|error| error["message"].as_str())
        .collect();
    if !nested.is_empty() {
        return nested.join(" ");
    }
    let first = body.as_array().and_then(|errors| errors.first()).unwrap_or(body);
    [&first["message"], &value["message"], text_or_null(value)]
        .into_iter()
        .find_map(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The error itself where it is a text.
fn text_or_null(value: &Value) -> &Value {
    if value.is_string() { value } else { &Value::Null }
}

/// The beginning of a message, cut between two characters.
fn truncate(message: &str) -> &str {
    let end = (0..=message.len().min(MAX_TEXT_LEN)).rev().find(|&at| message.is_char_boundary(at)).unwrap_or_default();
    &message[..end]
}

fn read_dropped(value: Option<&Value>) -> Vec<(String, String)> {
    let dropped = value.and_then(Value::as_array).into_iter().flatten().take(MAX_DROPPED);
    dropped
        .filter_map(|entry| {
            let field = entry["field"].as_str().filter(|field| is_api_name(field))?;
            let reason = entry["reason"].as_str().map(str::trim).filter(|reason| !reason.is_empty());
            Some((field.to_owned(), truncate(reason.unwrap_or(NO_ACCESS)).to_owned()))
        })
        .collect()
}

/// The problem of a save that failed for this reason.
pub(super) fn not_saved(reason: &str) -> Problem {
    let problem = Problem::error("", Code::NotSaved, reason);
    match reason.strip_prefix(FAILED) {
        Some(said) => problem.because(Reason::SaveFailed, vec![said.to_owned()]),
        None => problem,
    }
}

/// The problem of a field that was not stored.
pub(super) fn not_stored(field: &str, reason: &str) -> Problem {
    let message = format!("{field} was not stored: {}.", reason.trim_end_matches('.'));
    let problem = Problem::warning(format!("/{field}"), Code::NotStored, message);
    if reason == NO_ACCESS {
        return problem.because(Reason::FieldNotUpdateable, Vec::new());
    }
    problem.because(Reason::Dropped, vec![reason.trim_end_matches('.').to_owned()])
}
