//! What the agent writes into the log: comments, subject, type, fields of the organisation's own.

use serde_json::{Map, Value};

use super::Log;
use super::fields::Field;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::record::is_api_name;
use crate::salesforce::text;
use crate::string_enum::StringEnum;

/// The longest text that any field holds.
const MAX_LEN: usize = 131_072;
/// So many fields may be edited; no object has more.
const MAX_FIELDS: usize = 800;

impl Log {
    /// Takes what can be taken; the rest is told, with pointers into `values`. Tells whether anything is different.
    ///
    /// An empty text is as good as none: Salesforce stores both alike. Subject and Type without one are what they would
    /// be had nobody edited them.
    pub fn edit(&mut self, values: &Map<String, Value>, problems: &mut Vec<Problem>) -> bool {
        let mut changed = false;
        for (field, value) in values {
            let path = pointer("", field);
            match judge(field, value) {
                Err((code, message)) => problems.push(Problem::error(path, code, message)),
                Ok((field, _)) if self.edits.len() >= MAX_FIELDS && !self.edits.contains_key(field) => {
                    problems.push(Problem::error(
                        path,
                        Code::TooLong,
                        "These are more fields than an object has; edit fewer.",
                    ));
                }
                Ok((field, value)) => changed |= self.put(field, value),
            }
        }
        if changed {
            self.begin();
        }
        changed
    }

    fn put(&mut self, field: &str, value: Value) -> bool {
        let follows = [Field::Subject, Field::Type].iter().any(|known| known.as_str() == field);
        let unknown = !self.edits.contains_key(field);
        if value.is_null() && (follows || unknown) {
            return self.edits.remove(field).is_some();
        }
        self.edits.insert(field.to_owned(), value.clone()) != Some(value)
    }
}

/// The field in its documented spelling, and the value to store.
fn judge<'a>(field: &'a str, value: &Value) -> Result<(&'a str, Value), (Code, String)> {
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
    let longest = known.and_then(|known| known.longest()).unwrap_or(MAX_LEN);
    let value = match value {
        Value::String(text) if text.is_empty() => Value::Null,
        Value::String(text) if text::length(text) > longest => {
            return Err((Code::TooLong, format!("{field} holds {longest} characters; write less.")));
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
