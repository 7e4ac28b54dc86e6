//! The rules for each part of a message. Each rule adds its findings; its result is used only if nothing is wrong.

use super::finding::{Finding, Found, Suggestion};
use super::input::{Foreign, Input, quote};
use super::names::{EVENT_TYPE, Named, TARGET_TYPE, recognise};
use super::sensitive::{Secret, holds_card_number, secrets, secrets_of_attribute};
use super::target::{self, Target};
use super::vocabulary::{Action, Context, EventType, SIP, TargetKind, TargetType};
use super::{AttributeValue, Command, MAX_TEXT, ParticipantContext, SecureSessionContext};
use crate::problem::pointer;

/// The findings about a value that must be text.
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

/// Which context objects a message may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Contexts {
    /// None: the action or the type takes none.
    None,
    /// This one, and it must be there.
    One(Context),
    /// Any, since the action or the type is unknown.
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

/// The findings so far, in the order of the message.
#[derive(Debug, Default)]
pub struct Judge {
    /// The findings.
    pub found: Vec<Found>,
    /// Whether a message is built. Then what is only unlikely in a message of somebody else, who may know better, is refused.
    pub builds: bool,
}

impl Judge {
    /// Whether the message can be sent.
    pub fn is_valid(&self) -> bool {
        !self.found.iter().any(Found::is_error)
    }

    /// Adds a finding about a value, at the path of its template.
    pub fn add(&mut self, finding: Finding, value: Option<&Input>) -> &mut Found {
        self.add_at(finding, finding.template().path.to_owned(), value)
    }

    /// Adds a finding about a value at another path.
    pub fn add_at(&mut self, finding: Finding, path: String, value: Option<&Input>) -> &mut Found {
        let kind = value.map_or(Foreign::Undefined.as_str(), Input::kind);
        let given = value.and_then(Input::escaped_text).map_or_else(String::new, |text| quote(&text));
        let at = self.found.len();
        self.found.push(Found { finding, path, kind, given, write: Suggestion::Name("") });
        &mut self.found[at]
    }

    /// `data` of a subscription. Unknown types and categories are sent unchanged, because no document lists them.
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
            let path = pointer(path, &at.to_string());
            let Some(text) = self.text(Some(name), &CATEGORY, Some(path.clone())) else { continue };
            if text.trim().is_empty() {
                self.add_at(Finding::CategoryEmpty, path, Some(name));
            }
            read.push(text.to_owned());
        }
        Some(Command::Subscribe { spelling, event_type: event_type?, categories: read })
    }

    /// A valid text that is not too long; it may be blank.
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
        if seen == Target::Fine && sure == Some(TargetType::Address) && target::is_no_address(text) {
            self.add(Finding::TargetOddAddress, value);
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
        let names_id = !kind.target_type().takes_prefix();
        let finding = match seen {
            Target::Empty => Some(Finding::TargetEmpty),
            Target::AlreadyEncoded => Some(Finding::TargetAlreadyEncoded),
            Target::NoDigit => Some(Finding::TargetNoDigit),
            Target::Sip if names_id => Some(Finding::TargetSipNotAllowed),
            Target::Fine if names_id && target::is_no_id(text) => Some(Finding::TargetIsName),
            Target::Fine if kind == TargetKind::Address && target::is_no_address(&target) => {
                Some(Finding::TargetNoAddress)
            }
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
            self.add(if self.builds { Finding::FlowIdIsName } else { Finding::FlowIdNoId }, given);
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
            self.add(if self.builds { Finding::AttributesNone } else { Finding::AttributesEmpty }, value);
        }
        let path = Finding::AttributesEmpty.template().path;
        let attribute =
            |(name, value): &(String, Input)| Some((name.clone(), self.attribute(name, value, pointer(path, name))?));
        Some(properties.iter().filter_map(attribute).collect())
    }

    fn attribute(&mut self, name: &str, value: &Input, path: String) -> Option<AttributeValue> {
        let (sent, text) = match value {
            Input::Null => return Some(AttributeValue::Null),
            Input::Boolean(flag) => return Some(AttributeValue::Boolean(*flag)),
            Input::Number(number) => (AttributeValue::Number(number.clone()), number.as_str()),
            Input::Foreign(Foreign::Undefined, _) => {
                self.add_at(Finding::AttributeUndefined, path, Some(value));
                return None;
            }
            Input::Foreign(Foreign::NotANumber | Foreign::Infinity | Foreign::MinusInfinity, _) => {
                self.add_at(Finding::AttributeNotFinite, path, Some(value));
                return None;
            }
            _ => {
                let text = self.text(Some(value), &ATTRIBUTE, Some(path.clone()))?;
                (AttributeValue::Text(text.to_owned()), text)
            }
        };
        let card = holds_card_number(text).then_some("a card number");
        for secret in card.into_iter().chain(secrets_of_attribute(name, text).into_iter().map(Secret::as_str)) {
            self.add_at(Finding::AttributeSensitive, path.clone(), Some(value)).write = Suggestion::Name(secret);
        }
        Some(sent)
    }
}
