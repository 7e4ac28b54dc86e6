//! The fields of a log that the agent edits: comments, subject, type, status, day and the org's own fields.

use serde_json::{Map, Value};

use super::Log;
use super::fields::Field;
use crate::outbox::Fields;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::record::is_api_name;
use crate::salesforce::text;
use crate::string_enum::StringEnum;
use crate::time::is_day;

/// Maximum length of a text in any field, in UTF-16 units.
const MAX_LEN: usize = 131_072;
/// Maximum number of edited fields; no object has more.
const MAX_FIELDS: usize = 800;

impl Log {
    /// Edits fields by API name. Returns whether anything changed. Values that cannot be edited are added to `problems`, with
    /// pointers into `values`; the others are edited all the same.
    ///
    /// An empty text counts as null, since Salesforce stores both alike. Null removes the edit of a field that Patchbay or a
    /// fixed value fills, so that the field follows the interaction again.
    pub fn edit(&mut self, values: &Map<String, Value>, problems: &mut Vec<Problem>) -> bool {
        let mut changed = false;
        for (field, value) in values {
            let path = pointer("", field);
            match check(field, value) {
                Err((code, message)) => problems.push(Problem::error(path, code, message)),
                Ok((field, _)) if self.edits.len() >= MAX_FIELDS && !self.edits.contains_key(field) => {
                    problems.push(Problem::error(
                        path,
                        Code::TooLong,
                        "These are more fields than an object has; edit fewer.",
                    ));
                }
                Ok((field, value)) => changed |= self.set_edit(field, value),
            }
        }
        if changed {
            self.begin();
        }
        changed
    }

    /// The fields that the agent edited.
    pub(crate) fn edits(&self) -> &Fields {
        &self.edits
    }

    /// Removes stored edits that no agent could have made, and adds them to `problems`.
    pub fn retain_editable(&mut self, problems: &mut Vec<Problem>) {
        let Log { edits, stamps, .. } = self;
        edits.retain(|field, value| match check(field, value) {
            Ok(_) => true,
            Err((code, message)) => {
                stamps.forget(field);
                let problem = Problem::warning(pointer("", field), code, message);
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
                false
            }
        });
    }

    fn set_edit(&mut self, field: &str, value: Value) -> bool {
        let known = [Field::ActivityDate, Field::Status, Field::Subject, Field::Type];
        let spelling = self.config.task.spelling(field).map(str::to_owned);
        let follows = spelling.is_some() || known.iter().any(|known| known.as_str() == field);
        let field = spelling.as_deref().unwrap_or(field);
        let unknown = !self.edits.contains_key(field);
        if value.is_null() && (follows || unknown) {
            return self.edits.remove(field).is_some();
        }
        self.edits.insert(field.to_owned(), value.clone()) != Some(value)
    }
}

/// The field in its documented spelling and the value to store; else what is wrong.
fn check<'a>(field: &'a str, value: &Value) -> Result<(&'a str, Value), (Code, String)> {
    if !is_api_name(field) {
        return Err((
            Code::UnknownProperty,
            "This is no API name of a field; give one, Description for example.".into(),
        ));
    }
    let known = Field::ALL.iter().find(|known| known.as_str().eq_ignore_ascii_case(field));
    let owner = match known {
        Some(known) => known.owner(),
        None if field.eq_ignore_ascii_case("Id") => Some("it is known from the last save"),
        None => None,
    };
    if let Some(owner) = owner {
        return Err((Code::NotAllowed, format!("{field} is not edited: {owner}.")));
    }
    let max_len = known.and_then(|known| known.max_len()).unwrap_or(MAX_LEN);
    let value = match value {
        Value::String(text) if text.is_empty() => Value::Null,
        Value::String(text) if text::length(text) > max_len => {
            return Err((Code::TooLong, format!("{field} holds {max_len} characters; write less.")));
        }
        Value::String(text) if known == Some(&Field::ActivityDate) && !is_day(text) => {
            return Err((Code::Type, format!("{field} holds a day; give it like 2026-04-09.")));
        }
        Value::Array(_) | Value::Object(_) => {
            return Err((Code::Type, format!("{field} is an object; give text, a number, true, false or null.")));
        }
        Value::Bool(_) | Value::Number(_) if known.is_some() => {
            return Err((Code::Type, format!("{field} holds text; give it as text.")));
        }
        value => value.clone(),
    };
    Ok((known.map_or(field, |known| known.as_str()), value))
}
