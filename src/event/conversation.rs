//! What a message says of one interaction ("condensed conversation"): nothing, or something, of each field.
//!
//! An empty text, an empty duration (`""`) and `null` say nothing. A later message that says nothing of a field leaves
//! what is known of it.

use std::borrow::Cow;

use patchbay_text::compare::same;
use serde_json::{Map, Value};

use crate::json::read::{Plain, Value as Json, number as read_number};
use crate::json::write::{self, Object};
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;
use crate::time;

/// Texts may be so long, in bytes; names, numbers and codes are far shorter.
pub const MAX_TEXT_LEN: usize = 1024;
/// One attribute's value may be so long, in bytes: a chat's transcript has to fit.
pub const MAX_ATTRIBUTE_LEN: usize = 512 * 1024;
/// One interaction may have so many attributes.
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversation<'t> {
    texts: [Option<Cow<'t, str>>; TextField::ALL.len()],
    flags: [Option<bool>; BoolField::ALL.len()],
    seconds: [Option<f64>; DurationField::ALL.len()],
    /// In the order in which they came.
    attributes: Vec<(Cow<'t, str>, Option<Cow<'t, str>>)>,
}

/// What became different when news were taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeOutcome {
    /// Anything.
    pub changed: bool,
    /// An attribute.
    pub attributes: bool,
}

impl<'t> Conversation<'t> {
    /// A text field.
    pub fn text(&self, field: TextField) -> Option<&str> {
        self.texts[field as usize].as_deref()
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
        self.attributes.iter().filter_map(|(name, value)| Some((name.as_ref(), value.as_deref()?)))
    }

    /// What is known of one attribute: null when it was taken away.
    pub fn attribute(&self, name: &str) -> Option<Value> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.as_deref().into())
    }

    /// Whether nothing is said at all.
    pub fn is_empty(&self) -> bool {
        *self == Conversation::default()
    }

    /// Says that the interaction is in this state, if nothing was said of it.
    pub fn assume(&mut self, state: &'static str, flag: BoolField) {
        if self.flag(flag).is_none() {
            self.flags[flag as usize] = Some(true);
            self.texts[TextField::State as usize].get_or_insert(Cow::Borrowed(state));
        }
    }

    /// Reads the facts of an object. What cannot be used is told in `problems`, under `path`.
    ///
    /// ```
    /// use patchbay::event::conversation::{Conversation, TextField};
    /// use patchbay::json::read::Document;
    /// let document = Document::read(r#"{ "state": "HELD", "isDone": "maybe" }"#)?;
    /// let mut problems = Vec::new();
    /// let conversation = Conversation::read(document.root(), "/data", &mut problems);
    /// assert_eq!(conversation.text(TextField::State), Some("HELD"));
    /// assert_eq!(problems[0].path, "/data/isDone");
    /// # Ok::<(), patchbay::json::read::Unreadable>(())
    /// ```
    pub fn read(object: Json<'_, 't>, path: &str, problems: &mut Vec<Problem>) -> Conversation<'t> {
        let mut conversation = Conversation::default();
        for (name, value) in object.entries() {
            let at = || format!("{path}/{name}");
            if let Some(field) = TextField::named(&name) {
                conversation.texts[field as usize] = read_text(value, at, field, problems);
            } else if let Some(field) = BoolField::named(&name) {
                conversation.flags[field as usize] = match value.plain() {
                    Plain::Null => None,
                    Plain::Flag(flag) => Some(flag),
                    _ => passed_over(problems, at(), "is neither true nor false"),
                };
            } else if let Some(field) = DurationField::named(&name) {
                conversation.seconds[field as usize] = match value.plain() {
                    Plain::Null => None,
                    Plain::Text(text) if text.is_empty() => None,
                    Plain::Number(number) => {
                        let seconds = read_number(number).filter(|seconds| *seconds >= 0.0);
                        seconds.or_else(|| passed_over(problems, at(), "is not a number of seconds"))
                    }
                    _ => passed_over(problems, at(), "is not a number of seconds"),
                };
            } else if name == "attributes" && value.is_object() {
                conversation.attributes.clear();
                conversation.read_attributes(value, path, problems);
            } else if name == "attributes" && !value.is_null() {
                let _: Option<()> = passed_over(problems, at(), "is not an object");
            }
        }
        conversation
    }

    fn read_attributes(&mut self, attributes: Json<'_, 't>, path: &str, problems: &mut Vec<Problem>) {
        for (name, value) in attributes.entries() {
            let value = match value.plain() {
                Plain::Null => None,
                Plain::Text(text) => Some(text),
                Plain::Flag(flag) => Some(Cow::Borrowed(if flag { "true" } else { "false" })),
                Plain::Number(number) => Some(Cow::Borrowed(number)),
                Plain::Array | Plain::Object => {
                    let at = format!("{path}/attributes/{}", name.replace('~', "~0").replace('/', "~1"));
                    let _: Option<()> = passed_over(problems, at, "is neither text nor a number, true or false");
                    continue;
                }
            };
            let whole = || format!("{path}/attributes");
            if name.len() > MAX_TEXT_LEN || value.as_ref().is_some_and(|text| text.len() > MAX_ATTRIBUTE_LEN) {
                problems.push(Problem::warning(whole(), Code::TooLong, "An attribute is too long and is passed over."));
            } else if self.attributes.len() == MAX_ATTRIBUTES {
                let message = "There are more than 256 attributes; the rest is passed over.";
                problems.push(Problem::warning(whole(), Code::TooLong, message));
                return;
            } else {
                self.attributes.push((name, value));
            }
        }
    }

    /// The same facts, kept for longer than what they were read from.
    pub fn into_owned(self) -> Conversation<'static> {
        let mut owned = Conversation::default();
        owned.take(self, false);
        owned
    }

    /// Takes over what `news` says; with `late`, only of fields of which nothing was known. Tells what is different now.
    pub fn take(&mut self, news: Conversation, late: bool) -> MergeOutcome {
        let mut changed = false;
        for (known, new) in self.texts.iter_mut().zip(news.texts) {
            if new.is_some() && !is_same(known.as_deref(), new.as_deref()) && !(late && known.is_some()) {
                *known = new.map(owned);
                changed = true;
            }
        }
        for (known, new) in self.flags.iter_mut().zip(news.flags) {
            changed |= take(known, new, late);
        }
        for (known, new) in self.seconds.iter_mut().zip(news.seconds) {
            changed |= take(known, new, late);
        }
        let mut attributes = false;
        for (at, (name, value)) in news.attributes.into_iter().enumerate() {
            // As a rule a message names the same ones in the same order as the one before.
            let place = match self.attributes.get(at) {
                Some((known, _)) if same(known, &name) => Some(at),
                _ => self.attributes.iter().position(|(known, _)| *known == name),
            };
            let full = self.attributes.len() >= MAX_ATTRIBUTES;
            match place.and_then(|place| self.attributes.get_mut(place)) {
                Some((_, known)) if !late && !is_same(known.as_deref(), value.as_deref()) => {
                    *known = value.map(owned);
                    attributes = true;
                }
                None if !full => {
                    // A value of null for an attribute nobody has heard of is not news.
                    attributes |= value.is_some();
                    self.attributes.push((owned(name), value.map(owned)));
                }
                _ => {}
            }
        }
        MergeOutcome { changed: changed || attributes, attributes }
    }

    /// Becomes the same as other facts, copying only what is different.
    pub fn follow(&mut self, other: &Conversation<'t>) {
        for (known, new) in self.texts.iter_mut().zip(&other.texts) {
            if !is_same(known.as_deref(), new.as_deref()) {
                known.clone_from(new);
            }
        }
        self.flags = other.flags;
        self.seconds = other.seconds;
        self.attributes.truncate(other.attributes.len());
        for (known, new) in self.attributes.iter_mut().zip(&other.attributes) {
            if !same(&known.0, &new.0) || !is_same(known.1.as_deref(), new.1.as_deref()) {
                known.clone_from(new);
            }
        }
        let more = self.attributes.len();
        self.attributes.extend_from_slice(other.attributes.get(more..).unwrap_or_default());
    }

    /// The same facts in the client's own spelling: [`Conversation::read`] reads them back.
    pub fn write(&self) -> Map<String, Value> {
        let mut text = String::new();
        let mut object = Object::begin(&mut text);
        self.write_into(&mut object);
        object.end();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// The same, as fields of an object.
    pub fn write_into(&self, object: &mut Object) {
        for (name, text) in TextField::NAMES.iter().zip(&self.texts) {
            if let Some(text) = text {
                object.text(name, text);
            }
        }
        for (name, flag) in BoolField::NAMES.iter().zip(self.flags) {
            if let Some(flag) = flag {
                object.flag(name, flag);
            }
        }
        for (name, seconds) in DurationField::NAMES.iter().zip(self.seconds) {
            if seconds.is_some() {
                object.number(name, seconds);
            }
        }
        if !self.attributes.is_empty() {
            let mut attributes = Object::begin(object.field("attributes"));
            for (name, value) in &self.attributes {
                write::optional(value.as_deref(), attributes.field(name));
            }
            attributes.end();
        }
    }
}

fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn owned(text: Cow<str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

fn take<T: PartialEq>(known: &mut Option<T>, new: Option<T>, late: bool) -> bool {
    if new.is_none() || *known == new || (late && known.is_some()) {
        return false;
    }
    *known = new;
    true
}

fn read_text<'t>(
    value: Json<'_, 't>,
    path: impl Fn() -> String,
    field: TextField,
    problems: &mut Vec<Problem>,
) -> Option<Cow<'t, str>> {
    let text = match value.plain() {
        Plain::Null => return None,
        Plain::Text(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
        Plain::Text(Cow::Owned(text)) => Cow::Owned(text.trim().to_owned()),
        _ => return passed_over(problems, path(), "is not text"),
    };
    if text.is_empty() {
        return None;
    }
    if text.len() > MAX_TEXT_LEN {
        problems.push(Problem::warning(path(), Code::TooLong, "This is longer than 1,024 bytes and is passed over."));
        return None;
    }
    if !matches!(field, TextField::StartTime | TextField::ConnectedTime | TextField::EndTime) {
        return Some(text);
    }
    time::normalise(&text).map(Cow::Owned).or_else(|| passed_over(problems, path(), "is not a time"))
}

fn passed_over<T>(problems: &mut Vec<Problem>, path: String, what: &str) -> Option<T> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let message = format!("{name} {what} and is passed over.");
    problems.push(Problem::warning(path, Code::Type, message));
    None
}
