//! Every problem that an outgoing message can have, with its sentence. Source: "Lightning Message Service events and
//! actions".

use super::vocabulary::{Action, EventType, MessageType, TargetKind, TargetType};
use crate::problem::{Code, Problem, Reason, Severity, Template};
use crate::string_enum::StringEnum;
use Severity::{Error, Warning};

macro_rules! findings {
    ($(at $path:literal { $($item:ident: $severity:ident $code:ident, $sentence:literal;)+ })+) => {
        /// One problem that an outgoing message can have; its documentation is its [`Finding::template`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Finding { $($($item,)+)+ }

        impl Finding {
            /// All of them, in the order of the message.
            pub const ALL: &'static [Finding] = &[$($(Finding::$item,)+)+];

            /// Severity, code, path and sentence. Besides the placeholders of [`Template`], a sentence may contain `{types}`,
            /// `{actions}`, `{targetTypes}`, `{targetKinds}` and `{eventTypes}`, which become lists of the documented names.
            ///
            /// ```
            /// use patchbay::command::finding::Finding;
            /// assert_eq!(Finding::IdEmpty.template().path, "/data/id");
            /// ```
            pub const fn template(self) -> Template {
                TEMPLATES[self as usize]
            }
        }

        const TEMPLATES: &[Template] = &[
            $($(Template { severity: $severity, code: Code::$code, path: $path, sentence: $sentence },)+)+
        ];
    };
}

findings! {
    at "" {
        MessageWrongKind: Error Type, "The message is {kind}; write an object with type and data.";
    }
    at "/type" {
        TypeMissing: Error Required, "type is missing; write one of {types}.";
        TypeWrongKind: Error Type, "type is {kind}; write one of {types} as text.";
        TypeEmpty: Error Empty, "type is empty; write one of {types}.";
        TypeUnknown: Error UnknownType, "{given} is not a type of message that the client accepts; write one of {types}.";
        TypeLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
        TypeMisspelt: Error UnknownValue, "{given} is not a type the client knows; write {write}.";
    }
    at "/data" {
        DataMissing: Error Required, "data is missing; write an object with what the action needs.";
        DataWrongKind: Error Type, "data is {kind}; write an object with what the action needs.";
    }
    at "/data/id" {
        IdMissing: Error Required, "id is missing; write the ID as text, or of a status its name.";
        IdWrongKind: Error Type, "id is {kind}; write the ID as text.";
        IdEmpty: Error Empty, "id is empty; write the ID.";
        IdLoneSurrogate: Error LoneSurrogate, "id holds half of a surrogate pair and is not valid text; write the ID as the client gave it.";
        IdTooLong: Error TooLong, "id is too long to be an ID; write the ID as the client gave it.";
    }
    at "/data/action" {
        ActionMissing: Error Required, "action is missing; write one of {actions}.";
        ActionWrongKind: Error Type, "action is {kind}; write one of {actions} as text.";
        ActionEmpty: Error Empty, "action is empty; write one of {actions}.";
        ActionUnknown: Error UnknownValue, "{given} is not an action; write one of {actions}.";
        ActionMisspelt: Error UnknownValue, "{given} is not an action; write {write}.";
        ActionLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
        ActionNotHere: Warning UnknownProperty, "Only PureCloud.Interaction.updateState has an action; write that type if the action is meant, or leave it out.";
    }
    at "/data/participantContext" {
        ParticipantMissing: Error Required, "A transfer needs participantContext; write an object with transferTarget and transferTargetType.";
        ParticipantWrongKind: Error Type, "participantContext is {kind}; write an object with transferTarget and transferTargetType.";
        ParticipantNotAllowed: Error NotAllowed, "participantContext is only for blindTransfer and consultTransfer; leave it out, or write one of these actions.";
        TargetChoice: Error Required, "Say where to transfer to with exactly one of {targetKinds}.";
    }
    at "/data/participantContext/transferTarget" {
        TargetMissing: Error Required, "transferTarget is missing; write the ID of an agent or queue, a flow, or a phone number.";
        TargetWrongKind: Error Type, "The transfer target is {kind}; write it as text.";
        TargetEmpty: Error Empty, "The transfer target is empty; write where the interaction goes to.";
        TargetLoneSurrogate: Error LoneSurrogate, "The transfer target holds half of a surrogate pair and cannot be encoded; write valid text.";
        TargetTooLong: Error TooLong, "The transfer target is too long; write an ID, a name or a number.";
        TargetNotEncoded: Error NotEncoded, "The transfer target is not encoded with encodeURIComponent; write {write}.";
        TargetEncodedTwice: Warning EncodedTwice, "The transfer target looks encoded twice; write {write} if that is what you meant.";
        TargetSipLetterCase: Warning LetterCase, "The prefix is spelt sip: in lower case; it is sent as {write}.";
        TargetEncodedPrefix: Error EncodedPrefix, "The prefix sip: is never encoded, only what follows it; write {write}.";
        TargetSipNotAllowed: Error NotAllowed, "The prefix sip: marks a flow or an address, not an agent or queue; write the ID alone, or address as the type.";
        TargetAlreadyEncoded: Error EncodedTwice, "The transfer target is encoded already and would be encoded twice; write the plain text {write}.";
        TargetNoSip: Warning UnknownValue, "This looks like a flow, and the prefix sip: marks one; write {write} if it is.";
        TargetNoId: Warning UnknownValue, "This looks like a name or a phone number, and agents and queues have IDs; write the ID, or address as the type.";
        TargetIsName: Error UnknownValue, "This is a name or a phone number, and agents and queues have IDs; write the ID, or choose phone, flow or address.";
        TargetNoAddress: Error UnknownValue, "This is neither a phone number, nor a SIP address, nor a flow; write one of them, a SIP address and a flow behind sip:.";
        TargetOddAddress: Warning UnknownValue, "This looks like neither a phone number, nor a SIP address, nor a flow; write one of them, a SIP address and a flow behind sip:.";
        TargetNoDigit: Error UnknownValue, "A phone number has digits; write the number, or choose flow or address.";
    }
    at "/data/participantContext/transferTargetType" {
        TargetTypeMissing: Error Required, "transferTargetType is missing; write one of {targetTypes}.";
        TargetTypeWrongKind: Error Type, "transferTargetType is {kind}; write one of {targetTypes} as text.";
        TargetTypeEmpty: Error Empty, "transferTargetType is empty; write one of {targetTypes}.";
        TargetTypeUnknown: Error UnknownValue, "{given} is not a type of transfer target; write one of {targetTypes}.";
        TargetTypeMisspelt: Error UnknownValue, "{given} is not a type of transfer target; write {write}.";
        TargetTypeLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
    }
    at "/data/secureSessionContext" {
        SecureMissing: Error Required, "secureSession needs secureSessionContext; write an object with flowId and userData.";
        SecureWrongKind: Error Type, "secureSessionContext is {kind}; write an object with flowId and userData.";
        SecureNotAllowed: Error NotAllowed, "secureSessionContext is only for secureSession; leave it out, or write that action.";
    }
    at "/data/secureSessionContext/flowId" {
        FlowIdMissing: Error Required, "flowId is missing; write the ID of the secure flow.";
        FlowIdWrongKind: Error Type, "flowId is {kind}; write the ID of the secure flow as text.";
        FlowIdEmpty: Error Empty, "flowId is empty; write the ID of the secure flow.";
        FlowIdNoId: Warning UnknownValue, "flowId looks like a name or a phone number; write the ID of the secure flow alone.";
        FlowIdIsName: Error UnknownValue, "flowId is a name or a phone number; write the ID of the secure flow alone.";
        FlowIdLoneSurrogate: Error LoneSurrogate, "flowId holds half of a surrogate pair and is not valid text; write the ID of the secure flow.";
        FlowIdTooLong: Error TooLong, "flowId is too long to be an ID; write the ID of the secure flow.";
    }
    at "/data/secureSessionContext/userData" {
        UserDataMissing: Error Required, "userData is missing; write the text for the flow, empty if there is none.";
        UserDataWrongKind: Error Type, "userData is {kind}; write it as text.";
        UserDataLoneSurrogate: Error LoneSurrogate, "userData holds half of a surrogate pair and is not valid text; write valid text.";
        UserDataTooLong: Error TooLong, "userData is longer than 262,144 bytes; write less.";
        UserDataSecret: Warning SensitiveData, "userData holds what looks like {write}, and no secure or PCI data may be in it; leave it out and let the secure flow ask for it.";
        UserDataSensitive: Error SensitiveData, "userData holds a card number, and no secure or PCI data may be in it; leave the number out and let the secure flow ask for it.";
    }
    at "/data/secureSessionContext/disconnect" {
        DisconnectWrongKind: Error Type, "disconnect is {kind}; write true or false, or leave it out.";
    }
    at "/data/attributes" {
        AttributesMissing: Error Required, "attributes is missing; write an object of names and values.";
        AttributesWrongKind: Error Type, "attributes is {kind}; write an object of names and values.";
        AttributesEmpty: Warning Empty, "attributes is empty, so nothing is added; write at least one name and value.";
        AttributesNone: Error Empty, "attributes is empty; write at least one name and value.";
        AttributesNotHere: Warning UnknownProperty, "Only PureCloud.Interaction.addCustomAttributes has attributes; write that type if they are meant, or leave them out.";
    }
    at "/data/type" {
        EventTypeMissing: Error Required, "type is missing; write one of {eventTypes}.";
        EventTypeWrongKind: Error Type, "type is {kind}; write one of {eventTypes} as text.";
        EventTypeEmpty: Error Empty, "type is empty; write one of {eventTypes}.";
        EventTypeUnknown: Warning UnknownValue, "{given} is no type of event that is known; it is sent so, but write one of {eventTypes} unless the client knows it.";
        EventTypeMisspelt: Warning UnknownValue, "{given} is no type of event that is known; it is sent so, but was probably meant to be {write}.";
        EventTypeLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
    }
    at "/data/categories" {
        CategoriesMissing: Error Required, "categories is missing; write an array of names, conversationTranscription for example.";
        CategoriesWrongKind: Error Type, "categories is {kind}; write an array of names, conversationTranscription for example.";
        CategoriesEmpty: Warning Empty, "categories is empty, so nothing is asked for; write at least one name.";
        CategoryWrongKind: Error Type, "This category is {kind}; write its name as text.";
        CategoryEmpty: Error Empty, "This category is empty; write its name.";
        CategoryLoneSurrogate: Error LoneSurrogate, "This category holds half of a surrogate pair and is no valid text; write its name.";
        CategoryTooLong: Error TooLong, "This category is too long to be a name; write its name.";
    }
    at "" {
        AttributeWrongKind: Error Type, "This attribute is {kind}; write text, a number, true, false, or null to clear it.";
        AttributeUndefined: Error Type, "This attribute is undefined; write text, a number, true or false, null to clear it, or leave it out.";
        AttributeNotFinite: Error NotSerialisable, "This attribute is {kind}, which JSON turns into null; write a finite number.";
        AttributeLoneSurrogate: Error LoneSurrogate, "This attribute holds half of a surrogate pair and is not valid text; write valid text.";
        AttributeTooLong: Error TooLong, "This attribute is longer than 262,144 bytes; write less.";
        AttributeSensitive: Warning SensitiveData, "This attribute holds what looks like {write}; leave it out unless it is something else.";
        PropertyUnknown: Warning UnknownProperty, "{given} is not a documented property here; it is sent unchanged, but leave it out if nothing needs it.";
        PropertyMisspelt: Warning UnknownProperty, "{given} is not a documented property here; it is sent unchanged, but was probably meant to be {write}.";
        ValueNotJson: Error NotSerialisable, "This is {kind}, which cannot be written as JSON; leave it out or write text.";
        ValueTooLong: Error TooLong, "This text is longer than 262,144 bytes; write less.";
        ValueCyclic: Error NotSerialisable, "This object contains itself and cannot be written as JSON; leave it out.";
        ValueTooDeep: Error NotSerialisable, "This is nested deeper than 64 levels; write a flatter object.";
        ValueTooLarge: Error TooLong, "The message holds more than 100,000 values from here on; write a smaller one.";
        MessageTooLong: Error TooLong, "The message holds more than 4 MiB of text from here on; write less.";
        ValueUnreadable: Error NotSerialisable, "This cannot be read, its getter or proxy throws; write a plain value.";
    }
}

impl Finding {
    /// The reason of a finding that an agent can meet, who fills a form of targets or of a secure session.
    pub const fn reason(self) -> Option<Reason> {
        Some(match self {
            Finding::TargetEmpty => Reason::TargetEmpty,
            Finding::TargetAlreadyEncoded => Reason::TargetEncoded,
            Finding::TargetSipNotAllowed => Reason::TargetPrefix,
            Finding::TargetIsName | Finding::FlowIdIsName => Reason::NoId,
            Finding::TargetNoDigit => Reason::NoDigit,
            Finding::TargetNoAddress => Reason::NoAddress,
            Finding::FlowIdEmpty => Reason::FlowEmpty,
            Finding::UserDataSensitive => Reason::CardNumber,
            _ => return None,
        })
    }
}

/// A [`Finding`] in one message: its path, and the values for the placeholders of its sentence.
#[derive(Clone, Debug)]
pub struct Found {
    /// The kind of problem.
    pub finding: Finding,
    /// JSON Pointer into the message.
    pub path: String,
    /// The JavaScript type of the given value.
    pub kind: &'static str,
    /// The given value, quoted.
    pub given: String,
    /// What to write instead.
    pub write: Suggestion,
}

/// What to write instead.
#[derive(Clone, Debug)]
pub enum Suggestion {
    /// A documented name.
    Name(&'static str),
    /// Text made from the given value.
    Text(String),
}

/// Replaces given text in sentences that may be printed.
const HIDDEN: &str = "…";

impl Found {
    /// Whether it is an error, so that the message cannot be sent.
    pub fn is_error(&self) -> bool {
        self.finding.template().severity == Error
    }

    /// The problem that the caller receives.
    pub fn problem(&self) -> Problem {
        let Template { severity, code, sentence, .. } = self.finding.template();
        let write = match &self.write {
            Suggestion::Name(name) => name,
            Suggestion::Text(text) => text.as_str(),
        };
        let message = fill(sentence, self.kind, &self.given, write);
        let problem = Problem { severity, ..Problem::error(self.path.clone(), code, message) };
        match self.finding.reason() {
            Some(Reason::TargetEncoded) => problem.because(Reason::TargetEncoded, vec![write.to_owned()]),
            Some(reason) => problem.because(reason, Vec::new()),
            None => problem,
        }
    }

    /// The sentence without any given text: that may be personal data, and browsers print the messages of uncaught errors.
    pub fn printed(&self) -> String {
        let write = match self.write {
            Suggestion::Name(name) => name,
            Suggestion::Text(_) => HIDDEN,
        };
        fill(self.finding.template().sentence, self.kind, "\"…\"", write)
    }
}

fn fill(sentence: &str, kind: &str, given: &str, write: &str) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, (gap, after))) =
        rest.split_once('{').and_then(|(before, gap)| Some((before, gap.split_once('}')?)))
    {
        out.push_str(before);
        match gap {
            "kind" => out.push_str(kind),
            "given" => out.push_str(given),
            "write" => out.push_str(write),
            _ => out.push_str(&choices(names(gap))),
        }
        rest = after;
    }
    out + rest
}

fn names(gap: &str) -> &'static [&'static str] {
    match gap {
        "types" => MessageType::NAMES,
        "actions" => Action::NAMES,
        "targetTypes" => TargetType::NAMES,
        "eventTypes" => EventType::NAMES,
        "targetKinds" => TargetKind::NAMES,
        _ => &[],
    }
}

/// `a, b or c`.
fn choices(names: &[&str]) -> String {
    match names {
        [head @ .., last] if !head.is_empty() => head.join(", ") + " or " + last,
        _ => names.concat(),
    }
}
