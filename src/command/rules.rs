//! The rules for each part of a message. Every rule tells what it finds; what it gives is used only when nothing is wrong.

use super::finding::{Finding, Found, Suggestion};
use super::input::{Foreign, Input, quote};
use super::sensitive::{holds_card_number, secrets};
use super::target::{self, Target};
use super::vocabulary::{Action, Context, EventType, MessageType, SIP, SUBSCRIBE, TargetKind, TargetType};
use super::{AttributeValue, Command, MAX_TEXT, ParticipantContext, SecureSessionContext};
use crate::closest_match::{Match, closest_match};
use crate::string_enum::StringEnum;

/// What is said where one of several names belongs.
struct NameFindings {
    missing: Finding,
    wrong_kind: Finding,
    empty: Finding,
    unknown: Finding,
    letter_case: Finding,
    misspelt: Finding,
}

const TYPE: NameFindings = NameFindings {
    missing: Finding::TypeMissing,
    wrong_kind: Finding::TypeWrongKind,
    empty: Finding::TypeEmpty,
    unknown: Finding::TypeUnknown,
    letter_case: Finding::TypeLetterCase,
    misspelt: Finding::TypeMisspelt,
};

const ACTION: NameFindings = NameFindings {
    missing: Finding::ActionMissing,
    wrong_kind: Finding::ActionWrongKind,
    empty: Finding::ActionEmpty,
    unknown: Finding::ActionUnknown,
    letter_case: Finding::ActionLetterCase,
    misspelt: Finding::ActionMisspelt,
};

const EVENT_TYPE: NameFindings = NameFindings {
    missing: Finding::EventTypeMissing,
    wrong_kind: Finding::EventTypeWrongKind,
    empty: Finding::EventTypeEmpty,
    unknown: Finding::EventTypeUnknown,
    letter_case: Finding::EventTypeLetterCase,
    misspelt: Finding::EventTypeMisspelt,
};

const TARGET_TYPE: NameFindings = NameFindings {
    missing: Finding::TargetTypeMissing,
    wrong_kind: Finding::TargetTypeWrongKind,
    empty: Finding::TargetTypeEmpty,
    unknown: Finding::TargetTypeUnknown,
    letter_case: Finding::TargetTypeLetterCase,
    misspelt: Finding::TargetTypeMisspelt,
};

/// What is said where a text belongs.
struct TextFindings {
    missing: Finding,
    wrong_kind: Finding,
    lone_surrogate: Finding,
    too_long: Finding,
}

const ID: TextFindings = TextFindings {
    missing: Finding::IdMissing,
    wrong_kind: Finding::IdWrongKind,
    lone_surrogate: Finding::IdLoneSurrogate,
    too_long: Finding::IdTooLong,
};

const TARGET: TextFindings = TextFindings {
    missing: Finding::TargetMissing,
    wrong_kind: Finding::TargetWrongKind,
    lone_surrogate: Finding::TargetLoneSurrogate,
    too_long: Finding::TargetTooLong,
};

const FLOW_ID: TextFindings = TextFindings {
    missing: Finding::FlowIdMissing,
    wrong_kind: Finding::FlowIdWrongKind,
    lone_surrogate: Finding::FlowIdLoneSurrogate,
    too_long: Finding::FlowIdTooLong,
};

const USER_DATA: TextFindings = TextFindings {
    missing: Finding::UserDataMissing,
    wrong_kind: Finding::UserDataWrongKind,
    lone_surrogate: Finding::UserDataLoneSurrogate,
    too_long: Finding::UserDataTooLong,
};

const ATTRIBUTE: TextFindings = TextFindings {
    missing: Finding::AttributeWrongKind,
    wrong_kind: Finding::AttributeWrongKind,
    lone_surrogate: Finding::AttributeLoneSurrogate,
    too_long: Finding::AttributeTooLong,
};

const CATEGORY: TextFindings = TextFindings {
    missing: Finding::CategoryWrongKind,
    wrong_kind: Finding::CategoryWrongKind,
    lone_surrogate: Finding::CategoryLoneSurrogate,
    too_long: Finding::CategoryTooLong,
};

/// What a name was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<V> {
    /// There is no text to be one.
    None,
    /// None of the names.
    Unknown,
    /// This name, or probably meant to be it: so that all problems come at once.
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

/// Which context objects a message may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Contexts {
    /// None: the action or the type takes none.
    None,
    /// This one, and it must be there.
    One(Context),
    /// Not to be said, since the action or the type is not known.
    Any,
}

impl Contexts {
    /// Those of an action.
    pub fn of(action: Option<Action>) -> Contexts {
        match action.map(Action::context) {
            None => Contexts::Any,
            Some(None) => Contexts::None,
            Some(Some(context)) => Contexts::One(context),
        }
    }

    fn allow(self, context: Context) -> bool {
        self == Contexts::Any || self == Contexts::One(context)
    }
}

/// What has been found so far, in the order of the message.
#[derive(Debug, Default)]
pub struct Judge {
    /// All of it.
    pub found: Vec<Found>,
}

impl Judge {
    /// Whether the message can be sent.
    pub fn is_valid(&self) -> bool {
        !self.found.iter().any(Found::is_error)
    }

    /// Tells something of a value, at the place that its template names.
    pub fn add(&mut self, finding: Finding, value: Option<&Input>) -> &mut Found {
        self.add_at(finding, finding.template().path.to_owned(), value)
    }

    /// Tells something of a value at another place.
    pub fn add_at(&mut self, finding: Finding, path: String, value: Option<&Input>) -> &mut Found {
        let kind = value.map_or(Foreign::Undefined.as_str(), Input::kind);
        let given = value.and_then(Input::escaped_text).map_or_else(String::new, |text| quote(&text));
        let at = self.found.len();
        self.found.push(Found { finding, path, kind, given, write: Suggestion::Name("") });
        &mut self.found[at]
    }

    /// `type`. What `data` holds tells better than the letters of a wrong type what was meant: advice by the letters alone
    /// could change something else.
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
                    // A type that is spelt half like one and half like another could be either.
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

    /// `data` of a subscription. Types and categories that are not known are sent as they are: no document lists them.
    pub fn subscription(
        &mut self,
        spelling: &'static str,
        event_type: Option<&Input>,
        categories: Option<&Input>,
    ) -> Option<Command> {
        let named = self.name::<EventType>(event_type, &EVENT_TYPE);
        let event_type = match (named, event_type) {
            (Named::Meant(named), Some(Input::Text(text))) if named.as_str().eq_ignore_ascii_case(text) => {
                Some(named.as_str().to_owned())
            }
            (Named::None, _) => None,
            (_, Some(Input::Text(text))) => Some(text.clone()),
            _ => None,
        };
        let Some(Input::Array(names)) = categories else {
            let finding = if categories.is_none() { Finding::CategoriesMissing } else { Finding::CategoriesWrongKind };
            self.add(finding, categories);
            return None;
        };
        if names.is_empty() {
            self.add(Finding::CategoriesEmpty, categories);
        }
        let path = Finding::CategoriesEmpty.template().path;
        let mut read = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let path = child(path, &at.to_string());
            let Some(text) = self.text(Some(name), &CATEGORY, Some(path.clone())) else { continue };
            if text.trim().is_empty() {
                self.add_at(Finding::CategoryEmpty, path, Some(name));
            }
            read.push(text.to_owned());
        }
        Some(Command::Subscribe { spelling, event_type: event_type?, categories: read })
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

    fn name<V: StringEnum>(&mut self, value: Option<&Input>, said: &NameFindings) -> Named<V> {
        let (named, finding) = recognise::<V>(value, said);
        if let Some((finding, write)) = finding {
            self.add(finding, value).write = Suggestion::Name(write);
        }
        named
    }

    /// A text that is whole and not too long, though it may be blank.
    fn text<'a>(&mut self, value: Option<&'a Input>, said: &TextFindings, path: Option<String>) -> Option<&'a str> {
        let finding = match value {
            None => said.missing,
            Some(Input::Text(text)) if text.len() <= MAX_TEXT => return Some(text),
            Some(Input::Text(_) | Input::Foreign(Foreign::LongText, _)) => said.too_long,
            Some(Input::BrokenText(_)) => said.lone_surrogate,
            Some(_) => said.wrong_kind,
        };
        self.add_at(finding, path.unwrap_or_else(|| finding.template().path.to_owned()), value);
        None
    }

    fn text_not_blank(&mut self, value: Option<&Input>, said: &TextFindings, blank: Finding) -> Option<String> {
        let text = self.text(value, said, None)?;
        if text.trim().is_empty() {
            self.add(blank, value);
        }
        Some(text.to_owned())
    }

    /// `data.id`.
    pub fn id(&mut self, value: Option<&Input>) -> Option<String> {
        self.text_not_blank(value, &ID, Finding::IdEmpty)
    }

    /// `data.participantContext`.
    pub fn participant(&mut self, may: Contexts, value: Option<&Input>) -> Option<ParticipantContext> {
        if value.is_none() && may != Contexts::One(Context::Participant) {
            return None;
        }
        if !may.allow(Context::Participant) {
            self.add(Finding::ParticipantNotAllowed, value);
            return None;
        }
        let Some(context @ Input::Object(_)) = value else {
            let finding = if value.is_none() { Finding::ParticipantMissing } else { Finding::ParticipantWrongKind };
            self.add(finding, value);
            return None;
        };
        let given = context.get("transferTargetType");
        let (named, doubt) = recognise(given, &TARGET_TYPE);
        let target_type = named.meant();
        // Whether the target is of its type is asked once the type is right.
        let sure = target_type.filter(|_| doubt.is_none());
        let target = self.encoded_target(context.get("transferTarget"), target_type, sure);
        self.name::<TargetType>(given, &TARGET_TYPE);
        Some(ParticipantContext { transfer_target: target?, transfer_target_type: target_type? })
    }

    /// A `transferTarget` that somebody else encoded.
    fn encoded_target(
        &mut self,
        value: Option<&Input>,
        target_type: Option<TargetType>,
        sure: Option<TargetType>,
    ) -> Option<String> {
        let text = self.text(value, &TARGET, None)?;
        // An agent's or queue's ID has no prefix, so nothing in it can be an encoded one.
        let names_id = target_type.is_some_and(|target_type| !target_type.takes_prefix());
        let seen = target::inspect(text);
        if seen == Target::Fine && names_id && sure.is_some() && target::is_no_id(text) {
            self.add(Finding::TargetNoId, value);
        }
        if seen == Target::Fine && sure == Some(TargetType::Address) && target::is_flow(text) {
            self.add(Finding::TargetNoSip, value).write = Suggestion::Text(SIP.to_owned() + text);
        }
        let finding = match seen {
            Target::Empty => Some(Finding::TargetEmpty),
            Target::NotEncoded => Some(Finding::TargetNotEncoded),
            Target::EncodedTwice => Some(Finding::TargetEncodedTwice),
            Target::EncodedPrefix if !names_id => Some(Finding::TargetEncodedPrefix),
            Target::Sip | Target::SipLetterCase if names_id => Some(Finding::TargetSipNotAllowed),
            Target::SipLetterCase => Some(Finding::TargetSipLetterCase),
            _ => None,
        };
        if let Some(finding) = finding {
            self.add(finding, value).write = Suggestion::Text(target::correct(text));
        }
        Some(target::spell(text))
    }

    /// A raw target as a caller of the builders gives it: an object with one of the kinds of target.
    pub fn raw_target(&mut self, value: Option<&Input>) -> Option<ParticipantContext> {
        let choice = match value.and_then(Input::properties) {
            Some([(name, raw)]) => TargetKind::named(name).map(|kind| (kind, raw)),
            _ => None,
        };
        let Some((kind, raw)) = choice else {
            self.add(Finding::TargetChoice, value);
            return None;
        };
        let text = self.text(Some(raw), &TARGET, None)?;
        let (seen, target) = target::prepare(kind, text);
        let finding = match seen {
            Target::Empty => Some(Finding::TargetEmpty),
            Target::AlreadyEncoded => Some(Finding::TargetAlreadyEncoded),
            Target::NoDigit => Some(Finding::TargetNoDigit),
            Target::Sip if !kind.target_type().takes_prefix() => Some(Finding::TargetSipNotAllowed),
            _ => None,
        };
        if let Some(finding) = finding {
            self.add(finding, Some(raw)).write = Suggestion::Text(target.clone());
        }
        Some(ParticipantContext { transfer_target: target, transfer_target_type: kind.target_type() })
    }

    /// `data.secureSessionContext`.
    pub fn secure_session(&mut self, may: Contexts, value: Option<&Input>) -> Option<SecureSessionContext> {
        if value.is_none() && may != Contexts::One(Context::SecureSession) {
            return None;
        }
        if !may.allow(Context::SecureSession) {
            self.add(Finding::SecureNotAllowed, value);
            return None;
        }
        let Some(context @ Input::Object(_)) = value else {
            let finding = if value.is_none() { Finding::SecureMissing } else { Finding::SecureWrongKind };
            self.add(finding, value);
            return None;
        };
        let given = context.get("flowId");
        let flow_id = self.text_not_blank(given, &FLOW_ID, Finding::FlowIdEmpty);
        if flow_id.as_deref().is_some_and(target::is_no_id) {
            self.add(Finding::FlowIdNoId, given);
        }
        let given = context.get("userData");
        // It must be there, but a flow that needs no data may well be given none.
        let user_data = self.text(given, &USER_DATA, None).map(str::to_owned);
        if user_data.as_deref().is_some_and(holds_card_number) {
            self.add(Finding::UserDataSensitive, given);
        }
        for secret in user_data.as_deref().map(secrets).unwrap_or_default() {
            self.add(Finding::UserDataSecret, given).write = Suggestion::Name(secret.as_str());
        }
        let given = context.get("disconnect");
        let disconnect = match given {
            None => None,
            Some(Input::Boolean(flag)) => Some(*flag),
            Some(_) => {
                self.add(Finding::DisconnectWrongKind, given);
                None
            }
        };
        Some(SecureSessionContext { flow_id: flow_id?, user_data: user_data?, disconnect })
    }

    /// `data.attributes`.
    pub fn attributes(&mut self, value: Option<&Input>) -> Option<Vec<(String, AttributeValue)>> {
        let Some(properties) = value.and_then(Input::properties) else {
            let finding = if value.is_none() { Finding::AttributesMissing } else { Finding::AttributesWrongKind };
            self.add(finding, value);
            return None;
        };
        if properties.is_empty() {
            self.add(Finding::AttributesEmpty, value);
        }
        let path = Finding::AttributesEmpty.template().path;
        let attribute =
            |(name, value): &(String, Input)| Some((name.clone(), self.attribute(value, child(path, name))?));
        Some(properties.iter().filter_map(attribute).collect())
    }

    fn attribute(&mut self, value: &Input, path: String) -> Option<AttributeValue> {
        let (sent, text) = match value {
            Input::Null => return Some(AttributeValue::Null),
            Input::Boolean(flag) => return Some(AttributeValue::Boolean(*flag)),
            Input::Number(number) => (AttributeValue::Number(number.clone()), number.as_str()),
            Input::Foreign(Foreign::NotANumber | Foreign::Infinity | Foreign::MinusInfinity, _) => {
                self.add_at(Finding::AttributeNotFinite, path, Some(value));
                return None;
            }
            _ => {
                let text = self.text(Some(value), &ATTRIBUTE, Some(path.clone()))?;
                (AttributeValue::Text(text.to_owned()), text)
            }
        };
        if holds_card_number(text) {
            self.add_at(Finding::AttributeSensitive, path, Some(value));
        }
        Some(sent)
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
    // What has something of two is not told apart by it.
    of.next().filter(|_| of.next().is_none())
}

/// What a type asks for, without the parts before it: `updatestate`.
fn method(message_type: &str) -> &str {
    message_type.rsplit('.').next().unwrap_or_default()
}

/// What a name is, and what there is to say of it: with the name to write instead.
fn recognise<V: StringEnum>(value: Option<&Input>, said: &NameFindings) -> (Named<V>, Option<(Finding, &'static str)>) {
    let none = |finding| (Named::None, Some((finding, "")));
    let text = match value {
        None => return none(said.missing),
        Some(Input::Text(text)) if text.trim().is_empty() => return none(said.empty),
        Some(Input::Text(text)) => text,
        // Nothing documented is such a text.
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

/// The JSON Pointer of a property of the object at `path`.
pub fn child(path: &str, key: &str) -> String {
    [path, "/", &key.replace('~', "~0").replace('/', "~1")].concat()
}
