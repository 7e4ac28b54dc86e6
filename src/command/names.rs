//! Names in a message: its type, its action, the type of its target. What is none of the names is told together with the name
//! that was probably meant.

use super::finding::{Finding, Suggestion};
use super::input::{Foreign, Input};
use super::rules::Judge;
use super::vocabulary::{Action, MessageType, SUBSCRIBE};
use crate::closest_match::{Match, closest_match};
use crate::string_enum::StringEnum;

/// The findings about a value that must be one of several names.
pub(super) struct NameFindings {
    missing: Finding,
    wrong_kind: Finding,
    empty: Finding,
    unknown: Finding,
    letter_case: Finding,
    misspelt: Finding,
}

pub(super) const TYPE: NameFindings = NameFindings {
    missing: Finding::TypeMissing,
    wrong_kind: Finding::TypeWrongKind,
    empty: Finding::TypeEmpty,
    unknown: Finding::TypeUnknown,
    letter_case: Finding::TypeLetterCase,
    misspelt: Finding::TypeMisspelt,
};

pub(super) const ACTION: NameFindings = NameFindings {
    missing: Finding::ActionMissing,
    wrong_kind: Finding::ActionWrongKind,
    empty: Finding::ActionEmpty,
    unknown: Finding::ActionUnknown,
    letter_case: Finding::ActionLetterCase,
    misspelt: Finding::ActionMisspelt,
};

pub(super) const EVENT_TYPE: NameFindings = NameFindings {
    missing: Finding::EventTypeMissing,
    wrong_kind: Finding::EventTypeWrongKind,
    empty: Finding::EventTypeEmpty,
    unknown: Finding::EventTypeUnknown,
    letter_case: Finding::EventTypeLetterCase,
    misspelt: Finding::EventTypeMisspelt,
};

pub(super) const TARGET_TYPE: NameFindings = NameFindings {
    missing: Finding::TargetTypeMissing,
    wrong_kind: Finding::TargetTypeWrongKind,
    empty: Finding::TargetTypeEmpty,
    unknown: Finding::TargetTypeUnknown,
    letter_case: Finding::TargetTypeLetterCase,
    misspelt: Finding::TargetTypeMisspelt,
};

/// The result of reading a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<V> {
    /// It is not text.
    None,
    /// It is none of the names.
    Unknown,
    /// It is this name, or was probably meant to be. Validation continues with it, so that all problems are found at once.
    Meant(V),
}

impl<V> Named<V> {
    /// The name that was meant.
    pub fn meant(self) -> Option<V> {
        match self {
            Named::Meant(name) => Some(name),
            Named::None | Named::Unknown => None,
        }
    }
}

impl Judge {
    /// `type`. If it is wrong, `data` decides what was meant: advice based on the spelling alone could name another type.
    pub fn message_type(&mut self, value: Option<&Input>, data: Option<&Input>) -> Named<MessageType> {
        let (named, finding) = recognise::<MessageType>(value, &TYPE);
        let given = match value {
            Some(Input::Text(text)) if finding.is_some() => text.trim().to_ascii_lowercase(),
            _ => String::new(),
        };
        let is_other_spelling = value == Some(&Input::Text(SUBSCRIBE.to_owned()));
        match (named, finding) {
            (_, Some((Finding::TypeLetterCase, _))) if is_other_spelling => named,
            (_, Some((Finding::TypeMisspelt | Finding::TypeUnknown, _))) => {
                let is_ours = named != Named::Unknown || given.starts_with("purecloud.");
                let meant = data.filter(|_| is_ours).and_then(meant_by).or_else(|| {
                    let own = method(&given);
                    // A type whose last part is that of another type could mean either.
                    let is_another = |one: &&MessageType| method(&one.as_str().to_ascii_lowercase()) == own;
                    let another = MessageType::ALL.iter().find(is_another);
                    named.meant().filter(|near| another.is_none_or(|another| another == near))
                });
                match meant {
                    Some(meant) => {
                        self.add(Finding::TypeMisspelt, value).write = Suggestion::Name(meant.as_str());
                        Named::Meant(meant)
                    }
                    None => {
                        self.add(Finding::TypeUnknown, value);
                        Named::Unknown
                    }
                }
            }
            (_, Some((finding, write))) => {
                self.add(finding, value).write = Suggestion::Name(write);
                named
            }
            (_, None) => named,
        }
    }

    /// `data.action`. Only one action has a secure session, so `data` tells which was meant.
    pub fn action(&mut self, value: Option<&Input>, data: &Input) -> Named<Action> {
        let (named, finding) = recognise::<Action>(value, &ACTION);
        let has = |name| data.get(name).is_some();
        let is_wrong = matches!(finding, Some((Finding::ActionMisspelt | Finding::ActionUnknown, _)));
        if is_wrong && has("secureSessionContext") && !has("participantContext") {
            self.add(Finding::ActionMisspelt, value).write = Suggestion::Name(Action::SecureSession.as_str());
            return Named::Meant(Action::SecureSession);
        }
        if let Some((finding, write)) = finding {
            self.add(finding, value).write = Suggestion::Name(write);
        }
        named
    }

    pub(super) fn name<V: StringEnum>(&mut self, value: Option<&Input>, said: &NameFindings) -> Named<V> {
        let (named, finding) = recognise::<V>(value, said);
        if let Some((finding, write)) = finding {
            self.add(finding, value).write = Suggestion::Name(write);
        }
        named
    }
}

/// The type that `data` is made for, by what only one of them has.
fn meant_by(data: &Input) -> Option<MessageType> {
    let has = |name: &&str| data.get(name).is_some();
    let mut of = [
        (MessageType::UpdateState, &["action", "participantContext", "secureSessionContext"][..]),
        (MessageType::AddCustomAttributes, &["attributes"]),
        (MessageType::Subscribe, &["categories"]),
    ]
    .into_iter()
    .filter_map(|(message_type, own)| own.iter().any(has).then_some(message_type));
    // Data with properties of two types does not decide.
    of.next().filter(|_| of.next().is_none())
}

/// The last part of a type: `updatestate`.
fn method(message_type: &str) -> &str {
    message_type.rsplit('.').next().unwrap_or_default()
}

/// Reads a name. The finding, if any, comes with the name to write instead.
pub(super) fn recognise<V: StringEnum>(
    value: Option<&Input>,
    said: &NameFindings,
) -> (Named<V>, Option<(Finding, &'static str)>) {
    let none = |finding| (Named::None, Some((finding, "")));
    let text = match value {
        None => return none(said.missing),
        Some(Input::Text(text)) if text.trim().is_empty() => return none(said.empty),
        Some(Input::Text(text)) => text,
        // No name is like this.
        Some(Input::BrokenText(_) | Input::Foreign(Foreign::LongText, _)) => "",
        Some(_) => return none(said.wrong_kind),
    };
    let meant = |index: usize| Named::Meant(V::ALL[index]);
    match closest_match(V::NAMES, text) {
        Match::Exact(index) => (meant(index), None),
        Match::LetterCase(index) => (meant(index), Some((said.letter_case, V::NAMES[index]))),
        Match::Near(index) => (meant(index), Some((said.misspelt, V::NAMES[index]))),
        Match::Unknown => (Named::Unknown, Some((said.unknown, ""))),
    }
}
