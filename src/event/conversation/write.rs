//! Writes an interaction in the client's own spelling.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{CALLBACK_NUMBERS, Conversation};
use crate::event::field::{BoolField, DurationField, TextField, TimeField};
use crate::json;
use crate::string_enum::StringEnum;

/// In the client's own spelling: [`Conversation::read`] reads it back.
impl Serialize for Conversation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, text) in known(TextField::NAMES, &self.texts) {
            map.serialize_entry(name, text)?;
        }
        for (name, time) in known(TimeField::NAMES, &self.times) {
            map.serialize_entry(name, time)?;
        }
        for (name, flag) in known(BoolField::NAMES, &self.flags) {
            map.serialize_entry(name, flag)?;
        }
        for (name, seconds) in known(DurationField::NAMES, &self.seconds) {
            map.serialize_entry(name, &json::short_number(*seconds))?;
        }
        if let Some(numbers) = &self.callback_numbers {
            map.serialize_entry(CALLBACK_NUMBERS, numbers)?;
        }
        for (name, value) in &self.others {
            map.serialize_entry(name, value)?;
        }
        if !self.attributes.is_empty() {
            map.serialize_entry("attributes", &json::Object(&self.attributes))?;
        }
        map.end()
    }
}

/// The fields that are known, by name.
fn known<'a, T>(names: &'a [&str], values: &'a [Option<T>]) -> impl Iterator<Item = (&'a str, &'a T)> {
    names.iter().zip(values).filter_map(|(name, value)| Some((*name, value.as_ref()?)))
}
