//! The rules of seed 2, over what was seen of a message.

use super::finding::Finding;
use super::target::Target;
use super::verdict::Verdict;
use super::vocabulary::{Action, Context, MessageType, TargetType};
use super::word::{Attributes, Flag, Kind, Named, Seen, Text, UserData, Within, Word};

/// Judges one message.
///
/// ```
/// use patchbay::command::{finding::Finding, judge::judge, word::Word};
/// let verdict = judge(Word(0));
/// assert!(verdict.findings().eq([Finding::MessageWrongKind]));
/// ```
pub fn judge(word: Word) -> Verdict {
    let found = Verdict::default();
    let Some(Seen {
        kind: Kind::Type(kind),
        id,
        action,
        target,
        target_type,
        flow_id,
        user_data,
        disconnect,
        attributes,
    }) = word.seen()
    else {
        return found.with(Finding::MessageWrongKind);
    };
    let found = judge_type(found, kind);
    if kind == Named::Unknown {
        // A message to somebody else, or of the client: the rules of ours say nothing about it.
        return found;
    }
    let found = judge_id(found, id);
    if matches!(id, Within::OwnerAbsent | Within::OwnerWrongKind) {
        return found;
    }
    // A misspelt type is judged as the one it was meant to be, so that all its problems come at once.
    let (may, found) = match meant(kind) {
        Some(MessageType::UpdateState) => (contexts(action), judge_action(found, action)),
        Some(_) if action != Named::Absent => (Contexts::None, found.with(Finding::ActionNotHere)),
        Some(_) => (Contexts::None, found),
        None => (Contexts::Any, found),
    };
    let found = judge_participant(found, may, target, target_type);
    let found = judge_secure(found, may, flow_id, user_data, disconnect);
    judge_attributes(found, meant(kind), attributes)
}

/// Which context objects a message may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Contexts {
    /// None: the action or the type takes none.
    None,
    /// This one, and it must be there.
    One(Context),
    /// Not to be said, since the action or the type is not known.
    Any,
}

fn contexts(action: Named<Action>) -> Contexts {
    match meant(action).map(Action::context) {
        None => Contexts::Any,
        Some(None) => Contexts::None,
        Some(Some(context)) => Contexts::One(context),
    }
}

fn meant<V>(name: Named<V>) -> Option<V> {
    match name {
        Named::Exact(name) | Named::LetterCase(name) | Named::Near(name) => Some(name),
        Named::Absent | Named::WrongKind | Named::Empty | Named::Unknown => None,
    }
}

fn judge_type(found: Verdict, kind: Named<MessageType>) -> Verdict {
    match kind {
        Named::Exact(_) => found,
        Named::Absent => found.with(Finding::TypeMissing),
        Named::WrongKind => found.with(Finding::TypeWrongKind),
        Named::Empty => found.with(Finding::TypeEmpty),
        Named::Unknown => found.with(Finding::TypeUnknown),
        Named::LetterCase(_) => found.with(Finding::TypeLetterCase),
        Named::Near(_) => found.with(Finding::TypeMisspelt),
    }
}

fn judge_id(found: Verdict, id: Within<Text>) -> Verdict {
    match id {
        Within::OwnerAbsent => found.with(Finding::DataMissing),
        Within::OwnerWrongKind => found.with(Finding::DataWrongKind),
        Within::Field(Text::Absent) => found.with(Finding::IdMissing),
        Within::Field(Text::WrongKind) => found.with(Finding::IdWrongKind),
        Within::Field(Text::Empty) => found.with(Finding::IdEmpty),
        Within::Field(Text::LoneSurrogate) => found.with(Finding::IdLoneSurrogate),
        Within::Field(Text::TooLong) => found.with(Finding::IdTooLong),
        Within::Field(Text::Fine) => found,
    }
}

fn judge_action(found: Verdict, action: Named<Action>) -> Verdict {
    match action {
        Named::Exact(_) => found,
        Named::Absent => found.with(Finding::ActionMissing),
        Named::WrongKind => found.with(Finding::ActionWrongKind),
        Named::Empty => found.with(Finding::ActionEmpty),
        Named::Unknown => found.with(Finding::ActionUnknown),
        Named::LetterCase(_) => found.with(Finding::ActionLetterCase),
        Named::Near(_) => found.with(Finding::ActionMisspelt),
    }
}

fn judge_participant(found: Verdict, may: Contexts, target: Within<Target>, target_type: Named<TargetType>) -> Verdict {
    let allowed = matches!(may, Contexts::Any | Contexts::One(Context::Participant));
    let target = match target {
        Within::OwnerAbsent if may == Contexts::One(Context::Participant) => {
            return found.with(Finding::ParticipantMissing);
        }
        Within::OwnerAbsent => return found,
        _ if !allowed => return found.with(Finding::ParticipantNotAllowed),
        Within::OwnerWrongKind => return found.with(Finding::ParticipantWrongKind),
        Within::Field(target) => target,
    };
    let found = match target {
        Target::Fine => found,
        Target::Absent => found.with(Finding::TargetMissing),
        Target::WrongKind => found.with(Finding::TargetWrongKind),
        Target::Empty => found.with(Finding::TargetEmpty),
        Target::LoneSurrogate => found.with(Finding::TargetLoneSurrogate),
        Target::TooLong => found.with(Finding::TargetTooLong),
        Target::NotEncoded => found.with(Finding::TargetNotEncoded),
        Target::EncodedTwice => found.with(Finding::TargetEncodedTwice),
        // An agent's or queue's ID has no prefix, so nothing in it can be one.
        Target::EncodedPrefix if names_id(target_type) => found,
        Target::EncodedPrefix => found.with(Finding::TargetEncodedPrefix),
        Target::Sip | Target::SipLetterCase if names_id(target_type) => found.with(Finding::TargetSipNotAllowed),
        Target::Sip => found,
        Target::SipLetterCase => found.with(Finding::TargetSipLetterCase),
        Target::AlreadyEncoded => found.with(Finding::TargetAlreadyEncoded),
        Target::NoDigit => found.with(Finding::TargetNoDigit),
        // Without one kind of target there is no type to speak of either.
        Target::Choice => return found.with(Finding::TargetChoice),
    };
    match target_type {
        Named::Exact(_) => found,
        Named::Absent => found.with(Finding::TargetTypeMissing),
        Named::WrongKind => found.with(Finding::TargetTypeWrongKind),
        Named::Empty => found.with(Finding::TargetTypeEmpty),
        Named::Unknown => found.with(Finding::TargetTypeUnknown),
        Named::LetterCase(_) => found.with(Finding::TargetTypeLetterCase),
        Named::Near(_) => found.with(Finding::TargetTypeMisspelt),
    }
}

fn names_id(target_type: Named<TargetType>) -> bool {
    matches!(meant(target_type), Some(TargetType::UserId | TargetType::QueueId))
}

fn judge_secure(
    found: Verdict,
    may: Contexts,
    flow_id: Within<Text>,
    user_data: UserData,
    disconnect: Flag,
) -> Verdict {
    let allowed = matches!(may, Contexts::Any | Contexts::One(Context::SecureSession));
    let flow_id = match flow_id {
        Within::OwnerAbsent if may == Contexts::One(Context::SecureSession) => {
            return found.with(Finding::SecureMissing);
        }
        Within::OwnerAbsent => return found,
        _ if !allowed => return found.with(Finding::SecureNotAllowed),
        Within::OwnerWrongKind => return found.with(Finding::SecureWrongKind),
        Within::Field(flow_id) => flow_id,
    };
    let found = match flow_id {
        Text::Absent => found.with(Finding::FlowIdMissing),
        Text::WrongKind => found.with(Finding::FlowIdWrongKind),
        Text::Empty => found.with(Finding::FlowIdEmpty),
        Text::LoneSurrogate => found.with(Finding::FlowIdLoneSurrogate),
        Text::TooLong => found.with(Finding::FlowIdTooLong),
        Text::Fine => found,
    };
    let found = match user_data {
        // It must be there, but a flow that needs no data may well be given none.
        UserData::Text(Text::Fine | Text::Empty) => found,
        UserData::Text(Text::Absent) => found.with(Finding::UserDataMissing),
        UserData::Text(Text::WrongKind) => found.with(Finding::UserDataWrongKind),
        UserData::Text(Text::LoneSurrogate) => found.with(Finding::UserDataLoneSurrogate),
        UserData::Text(Text::TooLong) => found.with(Finding::UserDataTooLong),
        UserData::Sensitive => found.with(Finding::UserDataSensitive),
    };
    match disconnect {
        Flag::Absent | Flag::Fine => found,
        Flag::WrongKind => found.with(Finding::DisconnectWrongKind),
    }
}

fn judge_attributes(found: Verdict, message: Option<MessageType>, attributes: Attributes) -> Verdict {
    match (message, attributes) {
        (Some(MessageType::AddCustomAttributes), Attributes::Absent) => found.with(Finding::AttributesMissing),
        (_, Attributes::Absent) | (None, _) => found,
        (Some(MessageType::AddCustomAttributes), Attributes::WrongKind) => found.with(Finding::AttributesWrongKind),
        (Some(MessageType::AddCustomAttributes), Attributes::Empty) => found.with(Finding::AttributesEmpty),
        (Some(MessageType::AddCustomAttributes), Attributes::Fine) => found,
        (Some(MessageType::AddCustomAttributes), Attributes::HoldWarnings) => {
            found.with(Finding::AttributesHoldWarnings)
        }
        (Some(MessageType::AddCustomAttributes), Attributes::HoldErrors) => found.with(Finding::AttributesHoldErrors),
        (Some(_), _) => found.with(Finding::AttributesNotHere),
    }
}
