//! Messages that somebody else wrote: read leniently, with every problem told.

use super::Command;
use super::finding::{Finding, Found, Suggestion};
use super::input::{Foreign, Input};
use super::names::Named;
use super::rules::{Contexts, Judge};
use super::vocabulary::{MessageType, Owner, SUBSCRIBE};
use super::{StateChange, input};
use crate::closest_match::{Match, closest_match};
use crate::problem::{Problem, pointer};

/// The properties of a message that the documents do not know, which are kept: escaped names and values, by what holds them.
#[derive(Debug, Default)]
pub struct Extras<'a> {
    /// Of the message itself.
    pub message: Vec<(&'a str, &'a Input)>,
    /// Of `data`.
    pub data: Vec<(&'a str, &'a Input)>,
    /// Of `data.participantContext`.
    pub participant: Vec<(&'a str, &'a Input)>,
    /// Of `data.secureSessionContext`.
    pub secure: Vec<(&'a str, &'a Input)>,
}

/// What was read of a message.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// The message, unless something is wrong with it.
    pub command: Option<Command>,
    /// What else is in it.
    pub extras: Extras<'a>,
    /// What was found: first what is judged, in the order of the documents, then unknown properties.
    pub found: Vec<Found>,
}

impl Parsed<'_> {
    /// What a caller is told.
    pub fn problems(&self) -> Vec<Problem> {
        self.found.iter().map(Found::problem).collect()
    }

    /// The message as JSON, in its documented spelling; its texts are escaped as in [`input`].
    pub fn to_json(&self) -> Option<String> {
        let mut out = String::new();
        self.command.as_ref()?.write(&self.extras, &mut out);
        Some(out)
    }
}

/// Reads a message.
///
/// ```
/// use patchbay::command::{input::Input, parse::parse};
/// let message = Input::read(r#"{"type":"PureCloud.User.updateStatus","data":{"id":""}}"#).unwrap();
/// let parsed = parse(&message);
/// assert_eq!(parsed.command, None);
/// assert_eq!(parsed.problems()[0].path, "/data/id");
/// ```
pub fn parse(message: &Input) -> Parsed<'_> {
    let mut judge = Judge::default();
    let mut extras = Extras::default();
    let command = read_message(&mut judge, message, &mut extras);
    let command = command.filter(|_| judge.is_valid());
    Parsed { command, extras, found: judge.found }
}

fn read_message<'a>(judge: &mut Judge, message: &'a Input, extras: &mut Extras<'a>) -> Option<Command> {
    if judge.gave_up(message) {
        return None;
    }
    let Input::Object(_) = message else {
        judge.add(Finding::MessageWrongKind, Some(message));
        return None;
    };
    let data = message.get("data");
    let named = judge.message_type(message.get("type"), data);
    if named == Named::Unknown {
        // A message to somebody else, or of the client: the rules of ours say nothing about it.
        return None;
    }
    let message_type = named.meant();
    let command = match data {
        Some(data @ Input::Object(_)) => {
            let is_other = message.get("type") == Some(&Input::Text(SUBSCRIBE.to_owned()));
            let spelling = if is_other { SUBSCRIBE } else { MessageType::Subscribe.as_str() };
            read_data(judge, message_type, spelling, data)
        }
        Some(_) => {
            judge.add(Finding::DataWrongKind, data);
            None
        }
        None => {
            judge.add(Finding::DataMissing, data);
            None
        }
    };
    let mut unfit = Judge::default();
    let mut keep = |object: Option<&'a Input>, owner, path| judge.unknown_properties(&mut unfit, object, owner, path);
    extras.message = keep(Some(message), Owner::Message, "");
    if let Some(data @ Input::Object(_)) = data {
        extras.participant = keep(data.get("participantContext"), Owner::Participant, "/data/participantContext");
        extras.secure = keep(data.get("secureSessionContext"), Owner::SecureSession, "/data/secureSessionContext");
        extras.data = keep(Some(data), message_type.map_or(Owner::UpdateState, Owner::of), DATA);
    }
    judge.found.append(&mut unfit.found);
    command
}

const DATA: &str = "/data";

fn read_data(
    judge: &mut Judge,
    message_type: Option<MessageType>,
    spelling: &'static str,
    data: &Input,
) -> Option<Command> {
    if message_type == Some(MessageType::Subscribe) {
        return judge.subscription(spelling, data.get("type"), data.get("categories"));
    }
    let id = judge.id(data.get("id"));
    let given = data.get("action");
    let action = match message_type {
        Some(MessageType::UpdateState) => judge.action(given, data).meant(),
        Some(_) if given.is_some() => {
            judge.add(Finding::ActionNotHere, given);
            None
        }
        _ => None,
    };
    let may = match message_type {
        Some(MessageType::UpdateState) => Contexts::of(action),
        Some(_) => Contexts::None,
        None => Contexts::Any,
    };
    let participant = judge.participant(may, data.get("participantContext"));
    let secure = judge.secure_session(may, data.get("secureSessionContext"));
    let given = data.get("attributes");
    let attributes = match message_type {
        Some(MessageType::AddCustomAttributes) => judge.attributes(given),
        Some(_) if given.is_some() => {
            judge.add(Finding::AttributesNotHere, given);
            None
        }
        _ => None,
    };
    let id = id?;
    Some(match message_type? {
        MessageType::UpdateState => {
            Command::UpdateState { id, change: StateChange::new(action?, participant, secure)? }
        }
        MessageType::AddCustomAttributes => Command::AddCustomAttributes { id, attributes: attributes? },
        MessageType::UpdateStatus => Command::UpdateStatus { id },
        MessageType::Subscribe => return None,
    })
}

impl Judge {
    /// Whether what was given is too large to be looked into, which is told.
    pub(super) fn gave_up(&mut self, given: &Input) -> bool {
        let (finding, path) = match given {
            Input::Foreign(Foreign::TooLarge, path) => (Finding::ValueTooLarge, path),
            Input::Foreign(Foreign::TooLong, path) => (Finding::MessageTooLong, path),
            _ => return false,
        };
        self.add_at(finding, path.clone(), None);
        true
    }

    /// The properties of an object that the documents do not know here: each is kept and warned of, unless a rule has
    /// already said that it does not belong here.
    fn unknown_properties<'a>(
        &mut self,
        unfit: &mut Judge,
        object: Option<&'a Input>,
        owner: Owner,
        path: &str,
    ) -> Vec<(&'a str, &'a Input)> {
        let mut kept = Vec::new();
        for (key, value) in object.and_then(Input::properties).unwrap_or_default() {
            let at = pointer(path, key);
            if owner.properties().contains(&key.as_str()) || unfit.find_unfit(value, &at) {
                continue;
            }
            kept.push((key.as_str(), value));
            if path == DATA && Owner::DATA.iter().any(|owner| owner.properties().contains(&key.as_str())) {
                continue;
            }
            let (finding, write) = match closest_match(owner.properties(), key) {
                Match::Unknown => (Finding::PropertyUnknown, ""),
                Match::Exact(at) | Match::LetterCase(at) | Match::Near(at) => {
                    (Finding::PropertyMisspelt, owner.properties()[at])
                }
            };
            let found = self.add_at(finding, at, None);
            found.given = input::quote(key);
            found.write = Suggestion::Name(write);
        }
        kept
    }

    /// Tells what JSON cannot carry in a value, and whether that is the value itself.
    fn find_unfit(&mut self, value: &Input, path: &str) -> bool {
        match value {
            Input::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.find_unfit(item, &pointer(path, &at.to_string()));
                }
            }
            Input::Object(properties) => {
                for (key, item) in properties {
                    self.find_unfit(item, &pointer(path, key));
                }
            }
            Input::Foreign(foreign, _) => {
                let finding = match foreign {
                    Foreign::Unreadable => Finding::ValueUnreadable,
                    Foreign::Cyclic => Finding::ValueCyclic,
                    Foreign::TooDeep => Finding::ValueTooDeep,
                    Foreign::LongText => Finding::ValueTooLong,
                    _ => Finding::ValueNotJson,
                };
                self.add_at(finding, path.to_owned(), Some(value));
                return true;
            }
            _ => {}
        }
        false
    }
}
