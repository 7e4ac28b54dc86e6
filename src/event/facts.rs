//! What a message says of one interaction ("condensed conversation"): nothing, or something, of each field.
//!
//! An empty text, an empty duration (`""`) and `null` say nothing. A later message that says nothing of a field leaves
//! what is known of it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::message::vocabulary::Vocabulary;
use crate::problem::{Code, Problem};
use crate::time;

/// Texts may be so long, in bytes; names, numbers and codes are far shorter.
pub const LONGEST_TEXT: usize = 1024;
/// One attribute's value may be so long, in bytes: a chat's transcript has to fit.
pub const LONGEST_ATTRIBUTE: usize = 512 * 1024;
/// One interaction may have so many attributes.
pub const MOST_ATTRIBUTES: usize = 256;

crate::message::vocabulary::vocabulary! {
    /// Fields that hold text.
    TextFact {
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
        /// Of an outbound campaign.
        DialerContactId = "dialerContactId",
        /// Of an outbound campaign.
        DialerContactListId = "dialerContactListId",
        /// Of an outbound campaign.
        DialerCampaignId = "dialerCampaignId",
        /// When it began; ISO 8601.
        StartTime = "startTime",
        /// When it was connected; ISO 8601.
        ConnectedTime = "connectedTime",
        /// When it ended; ISO 8601.
        EndTime = "endTime",
    }
}

crate::message::vocabulary::vocabulary! {
    /// Fields that are true or false.
    FlagFact {
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
        /// A message of [`TextFact::MessageType`].
        IsMessage = "isMessage",
        /// A voicemail.
        IsVoicemail = "isVoicemail",
        /// The recording is paused for what must not be recorded.
        SecurePause = "securePause",
    }
}

crate::message::vocabulary::vocabulary! {
    /// Fields that hold a number of seconds.
    SecondsFact {
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    texts: [Option<String>; TextFact::ALL.len()],
    flags: [Option<bool>; FlagFact::ALL.len()],
    seconds: [Option<f64>; SecondsFact::ALL.len()],
    attributes: BTreeMap<String, Option<String>>,
}

impl Facts {
    /// A text field.
    pub fn text(&self, fact: TextFact) -> Option<&str> {
        self.texts[fact as usize].as_deref()
    }

    /// A field that is true or false.
    pub fn flag(&self, fact: FlagFact) -> Option<bool> {
        self.flags[fact as usize]
    }

    /// A duration.
    pub fn seconds(&self, fact: SecondsFact) -> Option<f64> {
        self.seconds[fact as usize]
    }

    /// The attributes that have a value, by name.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_deref()?)))
    }

    /// What is known of one attribute: null when it was taken away.
    pub fn attribute(&self, name: &str) -> Option<Value> {
        self.attributes.get(name).map(|value| value.clone().into())
    }

    /// Whether nothing is said at all.
    pub fn is_empty(&self) -> bool {
        *self == Facts::default()
    }

    /// Says that the interaction is in this state, if nothing was said of it.
    pub fn assume(&mut self, state: &str, flag: FlagFact) {
        if self.flag(flag).is_none() {
            self.flags[flag as usize] = Some(true);
            self.texts[TextFact::State as usize].get_or_insert_with(|| state.to_owned());
        }
    }

    /// Reads the facts of an object. What cannot be used is told in `problems`, under `path`.
    ///
    /// ```
    /// use patchbay::event::facts::{Facts, TextFact};
    /// let object = serde_json::json!({ "state": "HELD", "isDone": "maybe" });
    /// let mut problems = Vec::new();
    /// let facts = Facts::read(object.as_object().unwrap(), "/data", &mut problems);
    /// assert_eq!(facts.text(TextFact::State), Some("HELD"));
    /// assert_eq!(problems[0].path, "/data/isDone");
    /// ```
    pub fn read(object: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Facts {
        let mut facts = Facts::default();
        for (at, name) in TextFact::NAMES.iter().enumerate() {
            let is_time = at >= TextFact::StartTime as usize;
            facts.texts[at] = read_text(object.get(*name), || format!("{path}/{name}"), is_time, problems);
        }
        for (at, name) in FlagFact::NAMES.iter().enumerate() {
            facts.flags[at] = match object.get(*name) {
                None | Some(Value::Null) => None,
                Some(Value::Bool(flag)) => Some(*flag),
                Some(_) => passed_over(problems, format!("{path}/{name}"), "is neither true nor false"),
            };
        }
        for (at, name) in SecondsFact::NAMES.iter().enumerate() {
            facts.seconds[at] = match object.get(*name) {
                None | Some(Value::Null) => None,
                Some(Value::String(text)) if text.is_empty() => None,
                Some(Value::Number(number)) if number.as_f64().is_some_and(|seconds| seconds >= 0.0) => number.as_f64(),
                Some(_) => passed_over(problems, format!("{path}/{name}"), "is not a number of seconds"),
            };
        }
        match object.get("attributes") {
            None | Some(Value::Null) => {}
            Some(Value::Object(attributes)) => {
                facts.read_attributes(attributes, &format!("{path}/attributes"), problems)
            }
            Some(_) => {
                let _: Option<()> = passed_over(problems, format!("{path}/attributes"), "is not an object");
            }
        }
        facts
    }

    fn read_attributes(&mut self, attributes: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) {
        for (name, value) in attributes {
            let at = || format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
            let value = match value {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                Value::Bool(flag) => Some(flag.to_string()),
                Value::Number(number) => Some(number.to_string()),
                Value::Array(_) | Value::Object(_) => {
                    let _: Option<()> = passed_over(problems, at(), "is neither text nor a number, true or false");
                    continue;
                }
            };
            if name.len() > LONGEST_TEXT || value.as_ref().is_some_and(|text| text.len() > LONGEST_ATTRIBUTE) {
                problems.push(Problem::warning(path, Code::TooLong, "An attribute is too long and is passed over."));
            } else if self.attributes.len() == MOST_ATTRIBUTES {
                let message = "There are more than 256 attributes; the rest is passed over.";
                problems.push(Problem::warning(path, Code::TooLong, message));
                return;
            } else {
                self.attributes.insert(name.clone(), value);
            }
        }
    }

    /// Takes over what `news` says; with `late`, only of fields of which nothing was known. Tells whether anything is
    /// different now.
    pub fn take(&mut self, news: Facts, late: bool) -> bool {
        let mut changed = false;
        for (known, new) in self.texts.iter_mut().zip(news.texts) {
            changed |= take(known, new, late);
        }
        for (known, new) in self.flags.iter_mut().zip(news.flags) {
            changed |= take(known, new, late);
        }
        for (known, new) in self.seconds.iter_mut().zip(news.seconds) {
            changed |= take(known, new, late);
        }
        for (name, value) in news.attributes {
            let full = self.attributes.len() >= MOST_ATTRIBUTES;
            match self.attributes.get_mut(&name) {
                Some(known) if !late && *known != value => {
                    *known = value;
                    changed = true;
                }
                None if !full => {
                    // A value of null for an attribute nobody has heard of is not news.
                    changed |= value.is_some();
                    self.attributes.insert(name, value);
                }
                _ => {}
            }
        }
        changed
    }

    /// The same facts in the client's own spelling: [`Facts::read`] reads them back.
    pub fn write(&self) -> Map<String, Value> {
        let mut object = Map::new();
        for (name, text) in TextFact::NAMES.iter().zip(&self.texts) {
            put(&mut object, name, text.clone().map(Value::from));
        }
        for (name, flag) in FlagFact::NAMES.iter().zip(self.flags) {
            put(&mut object, name, flag.map(Value::from));
        }
        for (name, seconds) in SecondsFact::NAMES.iter().zip(self.seconds) {
            put(&mut object, name, seconds.map(Value::from));
        }
        if !self.attributes.is_empty() {
            let attributes = self.attributes.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
            object.insert("attributes".to_owned(), Value::Object(attributes));
        }
        object
    }
}

fn take<T: PartialEq>(known: &mut Option<T>, new: Option<T>, late: bool) -> bool {
    if new.is_none() || *known == new || (late && known.is_some()) {
        return false;
    }
    *known = new;
    true
}

fn put(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value);
    }
}

fn read_text(
    value: Option<&Value>,
    path: impl Fn() -> String,
    is_time: bool,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let text = match value {
        None | Some(Value::Null) => return None,
        Some(Value::String(text)) => text.trim(),
        Some(_) => return passed_over(problems, path(), "is not text"),
    };
    if text.is_empty() {
        return None;
    }
    if text.len() > LONGEST_TEXT {
        problems.push(Problem::warning(path(), Code::TooLong, "This is longer than 1,024 bytes and is passed over."));
        return None;
    }
    if !is_time {
        return Some(text.to_owned());
    }
    time::normalise(text).or_else(|| passed_over(problems, path(), "is not a time"))
}

fn passed_over<T>(problems: &mut Vec<Problem>, path: String, what: &str) -> Option<T> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let message = format!("{name} {what} and is passed over.");
    problems.push(Problem::warning(path, Code::Type, message));
    None
}
