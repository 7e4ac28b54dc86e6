//! What a message says of one interaction ("condensed conversation"): nothing, or something, of each field.
//!
//! An empty text, an empty duration (`""`) and `null` say nothing. A later message that says nothing of a field leaves
//! what is known of it.

mod read;
mod write;

use litemap::LiteMap;
use serde_json::Value;

use super::field::{BoolField, DurationField, TextField, TimeField};
use super::transcript::Transcript;
use crate::json;
use crate::string_enum::StringEnum;
use crate::time::Timestamp;

/// Maximum length of a text field, in bytes.
pub const MAX_TEXT_LEN: usize = 1024;
/// Maximum length of an attribute's value, in bytes: a chat's transcript has to fit.
pub const MAX_ATTRIBUTE_LEN: usize = 512 * 1024;
/// Maximum number of attributes of one interaction.
pub const MAX_ATTRIBUTES: usize = 256;
/// Maximum length of all attributes of one interaction together, in bytes: a session crosses to JavaScript as one text.
const MAX_ATTRIBUTES_LEN: usize = 2 * 1024 * 1024;
/// Maximum number of callback numbers.
const MAX_NUMBERS: usize = 100;
/// Maximum number of unknown fields that are kept.
const MAX_OTHERS: usize = 128;
/// Maximum length of all unknown fields together, in bytes of JSON.
const MAX_OTHERS_LEN: usize = 64 * 1024;
/// The field of [`Conversation::callback_numbers`].
const CALLBACK_NUMBERS: &str = "callbackNumbers";
/// The attribute that holds the text of the transcript.
pub const TRANSCRIPT: &str = "Chat.Transcript";

/// What is said, or known, of one interaction.
#[derive(Debug, Default, PartialEq)]
pub struct Conversation {
    texts: [Option<String>; TextField::ALL.len()],
    times: [Option<Timestamp>; TimeField::ALL.len()],
    flags: [Option<bool>; BoolField::ALL.len()],
    seconds: [Option<f64>; DurationField::ALL.len()],
    /// By name; `None` for a removed one.
    attributes: LiteMap<String, Option<String>>,
    callback_numbers: Option<Vec<String>>,
    /// Unknown fields, unchanged, so that a save handler receives everything that the client sent.
    others: LiteMap<String, Value>,
    /// Names of attributes that were ignored.
    passed_over: Vec<String>,
    transcript: Transcript,
}

/// What a merge changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeOutcome {
    /// Anything.
    pub changed: bool,
    /// An attribute.
    pub attributes: bool,
}

impl Conversation {
    /// A text field.
    pub fn text(&self, field: TextField) -> Option<&str> {
        self.texts[field as usize].as_deref()
    }

    /// A time.
    pub fn time(&self, field: TimeField) -> Option<Timestamp> {
        self.times[field as usize]
    }

    /// A field that is true or false.
    pub fn flag(&self, field: BoolField) -> Option<bool> {
        self.flags[field as usize]
    }

    /// A duration.
    pub fn seconds(&self, field: DurationField) -> Option<f64> {
        self.seconds[field as usize]
    }

    /// The callback numbers.
    pub fn callback_numbers(&self) -> &[String] {
        self.callback_numbers.as_deref().unwrap_or_default()
    }

    /// The other party's address, for people: of a callback without one, the first number to call back.
    pub fn address(&self) -> Option<&str> {
        let number = || self.callback_numbers().first().filter(|_| self.flag(BoolField::IsCallback) == Some(true));
        self.text(TextField::DisplayAddress).or_else(|| number().map(String::as_str))
    }

    /// The value of a field by its name, in the client's spelling; also of an unknown field.
    pub fn field(&self, name: &str) -> Option<Value> {
        if let Some(field) = TextField::named(name) {
            return self.text(field).map(Value::from);
        }
        if let Some(field) = TimeField::named(name) {
            return self.time(field).map(|time| time.to_string().into());
        }
        if let Some(field) = BoolField::named(name) {
            return self.flag(field).map(Value::from);
        }
        if let Some(field) = DurationField::named(name) {
            return self.seconds(field).map(json::short_number);
        }
        match name {
            CALLBACK_NUMBERS => Some(self.callback_numbers.as_ref()?.join(", ").into()),
            _ => self.others.get(name).cloned(),
        }
    }

    /// The values of unknown fields.
    pub fn others(&self) -> impl Iterator<Item = &Value> {
        self.others.values()
    }

    /// The names of attributes that were ignored: too long, too many, or not a plain value.
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }

    /// The transcript.
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// A conversation of which only the transcript is known.
    pub fn spoken(transcript: Transcript) -> Conversation {
        Conversation { transcript, ..Conversation::default() }
    }

    /// Merges a transcript. Its text becomes the attribute [`TRANSCRIPT`], unless the client sends that attribute itself.
    pub fn set_transcript(&mut self, update: Transcript) -> MergeOutcome {
        if update.is_empty() {
            return MergeOutcome::default();
        }
        let before = (self.transcript.text(), self.transcript.is_closed());
        if !self.transcript.merge(update) {
            self.pass_over(TRANSCRIPT);
        }
        let text = self.transcript.text();
        let own = self.attributes.get(TRANSCRIPT).is_none_or(|known| known.as_deref() == Some(&before.0));
        let attributes = own && text != before.0;
        if attributes {
            self.attributes.insert(TRANSCRIPT.to_owned(), Some(text));
        }
        MergeOutcome { changed: attributes || before.1 != self.transcript.is_closed(), attributes }
    }

    /// Takes over the transcript of what was known before, unless this says its own.
    pub fn keep_transcript(&mut self, known: &Conversation) {
        for (name, text) in known.attributes.iter().filter(|(name, _)| is_transcript(name)) {
            if !self.attributes.keys().any(|name| is_transcript(name)) {
                self.attributes.insert(name.clone(), text.clone());
            }
        }
        if self.transcript.is_empty() {
            self.transcript.clone_from(&known.transcript);
        }
    }

    /// Whether only the transcript is known.
    pub fn is_transcript(&self) -> bool {
        let without = Conversation { transcript: self.transcript.clone(), ..Conversation::default() };
        !self.transcript.is_empty() && *self == without
    }

    /// Notes the name of an attribute that was ignored.
    pub fn pass_over(&mut self, name: &str) {
        let has_room = name.len() <= MAX_TEXT_LEN && self.passed_over.len() < MAX_ATTRIBUTES;
        if has_room && !self.passed_over.iter().any(|known| known == name) {
            self.passed_over.push(name.to_owned());
        }
    }

    /// The attributes that have a value, by name.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_deref()?)))
    }

    /// The names of all attributes, including removed ones.
    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attributes.keys().map(String::as_str)
    }

    /// The stored name of an attribute, if there is one with this name.
    pub fn attribute_name(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find_map(|(known, _)| (known == name).then_some(known.as_str()))
    }

    /// The value of an attribute; null if it was removed.
    pub fn attribute(&self, name: &str) -> Option<Value> {
        self.attributes.get(name).map(|value| value.as_deref().into())
    }

    /// Whether nothing is said at all.
    pub fn is_empty(&self) -> bool {
        *self == Conversation::default()
    }

    /// Says that the interaction is in this state, if nothing was said of it.
    pub fn assume(&mut self, state: &str, flag: BoolField) {
        if self.flag(flag).is_none() {
            self.flags[flag as usize] = Some(true);
            self.texts[TextField::State as usize].get_or_insert_with(|| state.to_owned());
        }
    }

    /// Whether an unknown field fits into the limits for all of them together.
    fn has_room(&self, name: &str, value: &Value) -> bool {
        let len = |name: &str, value: &Value| name.len() + json::write(value).len();
        let others = || self.others.iter().filter(|(known, _)| *known != name);
        let used: usize = others().map(|(name, value)| len(name, value)).sum();
        others().count() < MAX_OTHERS && used + len(name, value) <= MAX_OTHERS_LEN
    }

    /// Whether the attributes stay within [`MAX_ATTRIBUTES_LEN`] with this value.
    fn has_room_for_attribute(&self, name: &str, value: Option<&str>) -> bool {
        let others = self.attributes.iter().filter(|(known, _)| *known != name);
        let used: usize = others.map(|(known, value)| known.len() + value.as_ref().map_or(0, String::len)).sum();
        used + name.len() + value.map_or(0, str::len) <= MAX_ATTRIBUTES_LEN
    }

    /// Takes over what an `update` says; one that is `stale` only fills in what was not known.
    pub fn merge(&mut self, update: Conversation, stale: bool) -> MergeOutcome {
        let spoken = self.set_transcript(update.transcript);
        let mut others = merge(std::slice::from_mut(&mut self.callback_numbers), [update.callback_numbers], stale);
        for (name, value) in update.others {
            let known = self.others.get(&name);
            if known != Some(&value) && (known.is_none() || !stale) && self.has_room(&name, &value) {
                self.others.insert(name, value);
                others = true;
            }
        }
        let changed = others
            | merge(&mut self.texts, update.texts, stale)
            | merge(&mut self.times, update.times, stale)
            | merge(&mut self.flags, update.flags, stale)
            | merge(&mut self.seconds, update.seconds, stale);
        for name in &update.passed_over {
            self.pass_over(name);
        }
        let mut attributes = false;
        for (name, value) in update.attributes {
            self.passed_over.retain(|known| *known != name);
            let full = self.attributes.len() == MAX_ATTRIBUTES;
            if !self.has_room_for_attribute(&name, value.as_deref()) {
                self.pass_over(&name);
                continue;
            }
            match self.attributes.get_mut(&name) {
                Some(known) if !stale && *known != value => {
                    *known = value;
                    attributes = true;
                }
                None if !full => {
                    // Removing an attribute that was never there changes nothing.
                    attributes |= value.is_some();
                    self.attributes.insert(name, value);
                }
                None => self.pass_over(&name),
                _ => {}
            }
        }
        let attributes = attributes || spoken.attributes;
        MergeOutcome { changed: changed || spoken.changed || attributes, attributes }
    }
}

/// Whether an attribute of this name is the transcript, in whatever letter case.
pub fn is_transcript(name: &str) -> bool {
    name.eq_ignore_ascii_case(TRANSCRIPT)
}

fn merge<T: PartialEq, const N: usize>(known: &mut [Option<T>], update: [Option<T>; N], stale: bool) -> bool {
    let mut changed = false;
    for (known, new) in known.iter_mut().zip(update) {
        if new.is_some() && *known != new && !(stale && known.is_some()) {
            *known = new;
            changed = true;
        }
    }
    changed
}

/// `clone_from` copies only what is different: a transcript is not copied with every message.
impl Clone for Conversation {
    fn clone(&self) -> Conversation {
        Conversation {
            texts: self.texts.clone(),
            times: self.times,
            flags: self.flags,
            seconds: self.seconds,
            attributes: self.attributes.clone(),
            callback_numbers: self.callback_numbers.clone(),
            others: self.others.clone(),
            passed_over: self.passed_over.clone(),
            transcript: self.transcript.clone(),
        }
    }

    fn clone_from(&mut self, other: &Conversation) {
        self.texts.clone_from(&other.texts);
        self.times = other.times;
        self.flags = other.flags;
        self.seconds = other.seconds;
        if self.attributes != other.attributes {
            self.attributes.clone_from(&other.attributes);
        }
        self.callback_numbers.clone_from(&other.callback_numbers);
        self.passed_over.clone_from(&other.passed_over);
        if self.others != other.others {
            self.others.clone_from(&other.others);
        }
        if self.transcript != other.transcript {
            self.transcript.clone_from(&other.transcript);
        }
    }
}
