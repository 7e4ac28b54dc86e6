//! What a message says of one interaction ("condensed conversation"): nothing, or something, of each field.
//!
//! An empty text, an empty duration (`""`) and `null` say nothing. A later message that says nothing of a field leaves
//! what is known of it.

use litemap::LiteMap;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::json;
use crate::problem::{Code, Problem, pointer};
use crate::string_enum::StringEnum;
use crate::time::Timestamp;

/// Maximum length of a text field, in bytes.
pub const MAX_TEXT_LEN: usize = 1024;
/// Maximum length of an attribute's value, in bytes: a chat's transcript has to fit.
pub const MAX_ATTRIBUTE_LEN: usize = 512 * 1024;
/// Maximum number of attributes of one interaction.
pub const MAX_ATTRIBUTES: usize = 256;

crate::string_enum::string_enum! {
    /// Fields that hold text.
    TextField {
        /// `ALERTING`, `CONNECTED`, `HELD`, `DISCONNECTED`, `DIALING`, `CONTACTING` and others.
        State = "state",
        /// `Inbound` or `Outbound`, in any letter case.
        Direction = "direction",
        /// `tel:` or `sip:` address.
        Phone = "phone",
        /// The other party's address, for people.
        DisplayAddress = "displayAddress",
        /// The calling number.
        Ani = "ani",
        /// The called number.
        CalledNumber = "calledNumber",
        /// The other party's name.
        Name = "name",
        /// The other party's name, as the client shows it.
        RemoteName = "remoteName",
        /// The queue.
        QueueName = "queueName",
        /// facebook, line, sms, twitter or whatsapp.
        MessageType = "messageType",
        /// active, paused or none.
        RecordingState = "recordingState",
        /// The wrap-up code.
        Disposition = "disposition",
        /// The ID of the agent's participant, where the client reports one.
        ParticipantId = "participantId",
        /// Of an outbound campaign.
        DialerContactId = "dialerContactId",
        /// Of an outbound campaign.
        DialerContactListId = "dialerContactListId",
        /// Of an outbound campaign.
        DialerCampaignId = "dialerCampaignId",
    }
}

crate::string_enum::string_enum! {
    /// Fields that hold a time.
    TimeField {
        /// When it began.
        Start = "startTime",
        /// When it was connected.
        Connected = "connectedTime",
        /// When it ended.
        End = "endTime",
    }
}

crate::string_enum::string_enum! {
    /// Fields that are true or false.
    BoolField {
        /// Connected or held.
        IsConnected = "isConnected",
        /// Over, perhaps with wrap-up to do.
        IsDisconnected = "isDisconnected",
        /// Over, and wrapped up.
        IsDone = "isDone",
        /// Between people of the organisation.
        IsInternal = "isInternal",
        /// A callback.
        IsCallback = "isCallback",
        /// Of an outbound campaign.
        IsDialer = "isDialer",
        /// A web chat.
        IsChat = "isChat",
        /// An e-mail.
        IsEmail = "isEmail",
        /// A message of [`TextField::MessageType`].
        IsMessage = "isMessage",
        /// A voicemail.
        IsVoicemail = "isVoicemail",
        /// The recording is paused for what must not be recorded.
        SecurePause = "securePause",
    }
}

crate::string_enum::string_enum! {
    /// Fields that hold a number of seconds.
    DurationField {
        /// From connection to end.
        Interaction = "interactionDurationSeconds",
        /// In the IVR.
        Ivr = "totalIvrDurationSeconds",
        /// Waiting in queues.
        Acd = "totalAcdDurationSeconds",
        /// Wrapping up.
        Disposition = "dispositionDurationSeconds",
    }
}

/// What is said, or known, of one interaction.
#[derive(Debug, Default, PartialEq)]
pub struct Conversation {
    texts: [Option<String>; TextField::ALL.len()],
    times: [Option<Timestamp>; TimeField::ALL.len()],
    flags: [Option<bool>; BoolField::ALL.len()],
    seconds: [Option<f64>; DurationField::ALL.len()],
    /// By name; `None` for one that was taken away.
    attributes: LiteMap<String, Option<String>>,
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

    /// The attributes that have a value, by name.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_deref()?)))
    }

    /// What is known of one attribute: null when it was taken away.
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

    /// Reads an interaction in the client's own spelling. What cannot be used is told in `problems`, under `path`.
    ///
    /// ```
    /// use patchbay::event::conversation::{Conversation, TextField};
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
        } else if name == "attributes" {
            let attributes = value.as_object().ok_or((Code::Type, "is not an object"))?;
            self.read_attributes(attributes, &pointer(path, name), problems);
        }
        Ok(())
    }

    fn read_attributes(&mut self, attributes: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) {
        for (name, value) in attributes {
            let value = match value {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
                Value::Array(_) | Value::Object(_) => {
                    let message = format!("{name} is neither text nor a number, true or false and is ignored.");
                    problems.push(Problem::warning(pointer(path, name), Code::Type, message));
                    continue;
                }
            };
            if name.len() > MAX_TEXT_LEN || value.as_ref().is_some_and(|text| text.len() > MAX_ATTRIBUTE_LEN) {
                problems.push(Problem::warning(path, Code::TooLong, "An attribute is too long and is ignored."));
            } else if self.attributes.len() == MAX_ATTRIBUTES {
                let message = "There are more than 256 attributes; the rest is ignored.";
                problems.push(Problem::warning(path, Code::TooLong, message));
                return;
            } else {
                self.attributes.insert(name.clone(), value);
            }
        }
    }

    /// Takes over what an `update` says; one that is `stale` only fills in what was not known.
    pub fn merge(&mut self, update: Conversation, stale: bool) -> MergeOutcome {
        let changed = merge(&mut self.texts, update.texts, stale)
            | merge(&mut self.times, update.times, stale)
            | merge(&mut self.flags, update.flags, stale)
            | merge(&mut self.seconds, update.seconds, stale);
        let mut attributes = false;
        for (name, value) in update.attributes {
            let full = self.attributes.len() == MAX_ATTRIBUTES;
            match self.attributes.get_mut(&name) {
                Some(known) if !stale && *known != value => {
                    *known = value;
                    attributes = true;
                }
                None if !full => {
                    // Nothing changes for an attribute that was never there and is taken away.
                    attributes |= value.is_some();
                    self.attributes.insert(name, value);
                }
                _ => {}
            }
        }
        MergeOutcome { changed: changed || attributes, attributes }
    }
}

fn merge<T: PartialEq, const N: usize>(known: &mut [Option<T>; N], update: [Option<T>; N], stale: bool) -> bool {
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
    }
}

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

/// A text that says something, without the white space around it.
fn read_text(value: &Value) -> Result<Option<&str>, (Code, &'static str)> {
    let text = value.as_str().ok_or((Code::Type, "is not text"))?.trim();
    if text.len() > MAX_TEXT_LEN {
        return Err((Code::TooLong, "is longer than 1,024 bytes"));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}
