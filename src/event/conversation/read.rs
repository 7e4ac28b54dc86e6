//! Reads what a message says of an interaction, in the client's own spelling.

use serde_json::{Map, Value};

use super::{
    CALLBACK_NUMBERS, Conversation, MAX_ATTRIBUTE_LEN, MAX_ATTRIBUTES, MAX_NUMBERS, MAX_TEXT_LEN, is_transcript,
};
use crate::command::sensitive::mask;
use crate::event::field::{BoolField, DurationField, TextField, TimeField};
use crate::json;
use crate::problem::{Code, Problem, pointer};
use crate::time::Timestamp;

impl Conversation {
    /// Reads an interaction in the client's own spelling. What cannot be used is told in `problems`, under `path`.
    ///
    /// ```
    /// use patchbay::event::conversation::Conversation;
    /// use patchbay::event::field::TextField;
    /// let object = serde_json::json!({ "state": "HELD", "isDone": "maybe" });
    /// let mut problems = Vec::new();
    /// let conversation = Conversation::read(object.as_object().unwrap(), "/data", &mut problems);
    /// assert_eq!(conversation.text(TextField::State), Some("HELD"));
    /// assert_eq!(problems[0].path, "/data/isDone");
    /// ```
    pub fn read(object: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Conversation {
        let mut conversation = Conversation::default();
        for (name, value) in object {
            let read = conversation.read_field(name, value, path, problems);
            if let Err((code, what)) = read {
                problems.push(Problem::warning(pointer(path, name), code, format!("{name} {what} and is ignored.")));
            }
        }
        conversation
    }

    fn read_field(
        &mut self,
        name: &str,
        value: &Value,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> Result<(), (Code, &'static str)> {
        let is_known = TextField::named(name).is_some()
            || TimeField::named(name).is_some()
            || BoolField::named(name).is_some()
            || DurationField::named(name).is_some();
        if !is_known && !["id", "attributes", CALLBACK_NUMBERS].contains(&name) {
            return self.read_other(name, value);
        }
        if value.is_null() {
            return Ok(());
        }
        if let Some(field) = TextField::named(name) {
            self.texts[field as usize] = read_text(value)?.map(str::to_owned);
        } else if let Some(field) = TimeField::named(name) {
            let time = |text| Timestamp::parse(text).ok_or((Code::Type, "is not a time"));
            self.times[field as usize] = read_text(value)?.map(time).transpose()?;
        } else if let Some(field) = BoolField::named(name) {
            self.flags[field as usize] = Some(value.as_bool().ok_or((Code::Type, "is neither true nor false"))?);
        } else if let Some(field) = DurationField::named(name) {
            if value != "" {
                let seconds = value.as_f64().filter(|seconds| *seconds >= 0.0);
                self.seconds[field as usize] = Some(seconds.ok_or((Code::Type, "is not a number of seconds"))?);
            }
        } else if name == CALLBACK_NUMBERS {
            let numbers = match value {
                Value::Array(numbers) => numbers.iter().take(MAX_NUMBERS).map(read_number).collect(),
                one => read_number(one).map(|one| vec![one]),
            };
            let numbers: Vec<String> = numbers.ok_or((Code::Type, "is not a list of numbers"))?;
            self.callback_numbers = Some(numbers.into_iter().filter(|number| !number.is_empty()).collect());
        } else if name == "attributes" {
            let attributes = value.as_object().ok_or((Code::Type, "is not an object"))?;
            self.read_attributes(attributes, &pointer(path, name), problems);
        }
        Ok(())
    }

    /// Keeps an unknown field unchanged.
    fn read_other(&mut self, name: &str, value: &Value) -> Result<(), (Code, &'static str)> {
        if !self.has_room(name, value) {
            return Err((Code::TooLong, "is one unknown field too many, or too long,"));
        }
        self.others.insert(name.to_owned(), value.clone());
        Ok(())
    }

    fn read_attributes(&mut self, attributes: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) {
        let mut too_many = false;
        for (name, value) in attributes {
            let value = match value {
                Value::Null => None,
                // Customers write card numbers; a transcript is kept and stored without them.
                Value::String(text) if is_transcript(name) => Some(mask(text)),
                Value::String(text) => Some(text.clone()),
                Value::Bool(_) | Value::Number(_) => Some(json::write(value)),
                Value::Array(_) | Value::Object(_) => {
                    self.pass_over(name);
                    let message = format!("{name} is neither text nor a number, true or false and is ignored.");
                    problems.push(Problem::warning(pointer(path, name), Code::Type, message));
                    continue;
                }
            };
            if name.len() > MAX_TEXT_LEN || value.as_ref().is_some_and(|text| text.len() > MAX_ATTRIBUTE_LEN) {
                self.pass_over(name);
                problems.push(Problem::warning(path, Code::TooLong, "An attribute is too long and is ignored."));
            } else if self.attributes.len() == MAX_ATTRIBUTES {
                if !too_many {
                    let message = "There are more than 256 attributes; the rest is ignored.";
                    problems.push(Problem::warning(path, Code::TooLong, message));
                }
                too_many = true;
                self.pass_over(name);
            } else {
                self.attributes.insert(name.clone(), value);
            }
        }
    }
}

/// A callback number; captured ones are text.
fn read_number(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.len() <= MAX_TEXT_LEN => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A text that says something, without the white space around it.
fn read_text(value: &Value) -> Result<Option<&str>, (Code, &'static str)> {
    let text = value.as_str().ok_or((Code::Type, "is not text"))?.trim();
    if text.len() > MAX_TEXT_LEN {
        return Err((Code::TooLong, "is longer than 1,024 bytes"));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}
