//! Every problem an outgoing message can have, and its sentence. Seed 2 is the source of each.

use super::vocabulary::{Action, MessageType, TargetKind, TargetType};
use crate::problem::{Code, Severity, Template};
use crate::string_enum::StringEnum;
use Severity::{Error, Warning};

/// The place in a [`super::verdict::Verdict`] where findings of one kind of place stand; one finding a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The message itself and its `type`.
    Type,
    /// `data` and `data.id`.
    Id,
    /// `data.action`.
    Action,
    /// `data.participantContext` and its `transferTarget`.
    Target,
    /// `data.participantContext.transferTargetType`.
    TargetType,
    /// `data.secureSessionContext` and its `flowId`.
    FlowId,
    /// `data.secureSessionContext.userData`.
    UserData,
    /// `data.secureSessionContext.disconnect`.
    Disconnect,
    /// `data.attributes`.
    Attributes,
    /// One attribute, property or value of a message: not part of a verdict, since there may be any number.
    Item,
}

impl Slot {
    /// The slots of a verdict, lowest bits first.
    pub const ALL: &'static [Slot] = &[
        Slot::Type,
        Slot::Id,
        Slot::Action,
        Slot::Target,
        Slot::TargetType,
        Slot::FlowId,
        Slot::UserData,
        Slot::Disconnect,
        Slot::Attributes,
    ];

    /// This slot's findings, in the order of their codes in a verdict, which begin at 1.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        Finding::ALL.iter().copied().filter(move |finding| finding.slot() == self)
    }
}

macro_rules! findings {
    ($($slot:ident at $path:literal { $($item:ident: $severity:ident $code:ident, $sentence:literal;)+ })+) => {
        /// One problem that an outgoing message can have; its documentation is its [`Finding::template`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Finding { $($($item,)+)+ }

        impl Finding {
            /// All of them, slot by slot.
            pub const ALL: &'static [Finding] = &[$($(Finding::$item,)+)+];

            /// The slot of the verdict in which it is told.
            pub const fn slot(self) -> Slot {
                match self { $($(Finding::$item => Slot::$slot,)+)+ }
            }

            /// How badly it is wrong.
            pub const fn severity(self) -> Severity {
                match self { $($(Finding::$item => $severity,)+)+ }
            }

            /// Severity, code, path and sentence.
            ///
            /// ```
            /// use patchbay::command::finding::Finding;
            /// assert_eq!(Finding::IdEmpty.template().path, "/data/id");
            /// ```
            pub const fn template(self) -> Template {
                match self {
                    $($(Finding::$item => Template {
                        severity: $severity,
                        code: Code::$code,
                        path: $path,
                        sentence: $sentence,
                    },)+)+
                }
            }
        }
    };
}

findings! {
    Type at "" {
        MessageWrongKind: Error Type, "The message is {kind}; write an object with type and data.";
    }
    Type at "/type" {
        TypeMissing: Error Required, "type is missing; write one of {choices}.";
        TypeWrongKind: Error Type, "type is {kind}; write one of {choices} as text.";
        TypeEmpty: Error Empty, "type is empty; write one of {choices}.";
        TypeUnknown: Error UnknownType, "{given} is none of the actions the client takes; write one of {choices}.";
        TypeLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
        TypeMisspelt: Error UnknownValue, "{given} is not a type the client knows; write {write}.";
    }
    Id at "/data" {
        DataMissing: Error Required, "data is missing; write an object with what the action needs.";
        DataWrongKind: Error Type, "data is {kind}; write an object with what the action needs.";
    }
    Id at "/data/id" {
        IdMissing: Error Required, "id is missing; write the ID as text.";
        IdWrongKind: Error Type, "id is {kind}; write the ID as text.";
        IdEmpty: Error Empty, "id is empty; write the ID.";
        IdLoneSurrogate: Error LoneSurrogate, "id holds half of a surrogate pair and is no valid text; write the ID as the client gave it.";
        IdTooLong: Error TooLong, "id is too long to be an ID; write the ID as the client gave it.";
    }
    Action at "/data/action" {
        ActionMissing: Error Required, "action is missing; write one of {choices}.";
        ActionWrongKind: Error Type, "action is {kind}; write one of {choices} as text.";
        ActionEmpty: Error Empty, "action is empty; write one of {choices}.";
        ActionUnknown: Error UnknownValue, "{given} is not an action; write one of {choices}.";
        ActionMisspelt: Error UnknownValue, "{given} is not an action; write {write}.";
        ActionLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
        ActionNotHere: Warning UnknownProperty, "Only PureCloud.Interaction.updateState has an action; leave it out.";
    }
    Target at "/data/participantContext" {
        ParticipantMissing: Error Required, "A transfer needs participantContext; write an object with transferTarget and transferTargetType.";
        ParticipantWrongKind: Error Type, "participantContext is {kind}; write an object with transferTarget and transferTargetType.";
        ParticipantNotAllowed: Error NotAllowed, "participantContext is only for blindTransfer and consultTransfer; leave it out, or write one of these actions.";
        TargetChoice: Error Required, "Say where to transfer to with exactly one of {choices}.";
    }
    Target at "/data/participantContext/transferTarget" {
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
        TargetNoDigit: Error UnknownValue, "A phone number has digits; write the number, or choose flow or address.";
    }
    TargetType at "/data/participantContext/transferTargetType" {
        TargetTypeMissing: Error Required, "transferTargetType is missing; write one of {choices}.";
        TargetTypeWrongKind: Error Type, "transferTargetType is {kind}; write one of {choices} as text.";
        TargetTypeEmpty: Error Empty, "transferTargetType is empty; write one of {choices}.";
        TargetTypeUnknown: Error UnknownValue, "{given} is not a type of transfer target; write one of {choices}.";
        TargetTypeMisspelt: Error UnknownValue, "{given} is not a type of transfer target; write {write}.";
        TargetTypeLetterCase: Warning LetterCase, "{given} is spelt {write}; it is sent that way.";
    }
    FlowId at "/data/secureSessionContext" {
        SecureMissing: Error Required, "secureSession needs secureSessionContext; write an object with flowId and userData.";
        SecureWrongKind: Error Type, "secureSessionContext is {kind}; write an object with flowId and userData.";
        SecureNotAllowed: Error NotAllowed, "secureSessionContext is only for secureSession; leave it out, or write that action.";
    }
    FlowId at "/data/secureSessionContext/flowId" {
        FlowIdMissing: Error Required, "flowId is missing; write the ID of the secure flow.";
        FlowIdWrongKind: Error Type, "flowId is {kind}; write the ID of the secure flow as text.";
        FlowIdEmpty: Error Empty, "flowId is empty; write the ID of the secure flow.";
        FlowIdLoneSurrogate: Error LoneSurrogate, "flowId holds half of a surrogate pair and is no valid text; write the ID of the secure flow.";
        FlowIdTooLong: Error TooLong, "flowId is too long to be an ID; write the ID of the secure flow.";
    }
    UserData at "/data/secureSessionContext/userData" {
        UserDataMissing: Error Required, "userData is missing; write the text for the flow, empty if there is none.";
        UserDataWrongKind: Error Type, "userData is {kind}; write it as text.";
        UserDataLoneSurrogate: Error LoneSurrogate, "userData holds half of a surrogate pair and is no valid text; write valid text.";
        UserDataTooLong: Error TooLong, "userData is longer than 262,144 bytes; write less.";
        UserDataSensitive: Error SensitiveData, "userData holds a card number, and no secure or PCI data may be in it; leave the number out and let the secure flow ask for it.";
    }
    Disconnect at "/data/secureSessionContext/disconnect" {
        DisconnectWrongKind: Error Type, "disconnect is {kind}; write true or false, or leave it out.";
    }
    Attributes at "/data/attributes" {
        AttributesMissing: Error Required, "attributes is missing; write an object of names and values.";
        AttributesWrongKind: Error Type, "attributes is {kind}; write an object of names and values.";
        AttributesEmpty: Warning Empty, "attributes is empty, so nothing is added; write at least one name and value.";
        AttributesNotHere: Warning UnknownProperty, "Only PureCloud.Interaction.addCustomAttributes has attributes; leave them out.";
        AttributesHoldWarnings: Warning SensitiveData, "Some attributes were probably not meant this way.";
        AttributesHoldErrors: Error Type, "Some attributes cannot be sent.";
    }
    Item at "" {
        AttributeWrongKind: Error Type, "This attribute is {kind}; write text, a number, true or false.";
        AttributeNotFinite: Error NotSerialisable, "This attribute is {kind}, which JSON turns into null; write a finite number.";
        AttributeLoneSurrogate: Error LoneSurrogate, "This attribute holds half of a surrogate pair and is no valid text; write valid text.";
        AttributeTooLong: Error TooLong, "This attribute is longer than 262,144 bytes; write less.";
        AttributeSensitive: Warning SensitiveData, "This attribute holds what looks like a card number; leave it out unless it is something else.";
        PropertyUnknown: Warning UnknownProperty, "The documents know no property {given} here; it is kept, but leave it out if nothing needs it.";
        PropertyMisspelt: Warning UnknownProperty, "The documents know no property {given} here; it is kept, but was probably meant to be {write}.";
        ValueNotJson: Error NotSerialisable, "This is {kind}, which cannot be written as JSON; leave it out or write text.";
        ValueCyclic: Error NotSerialisable, "This object contains itself and cannot be written as JSON; leave it out.";
        ValueTooDeep: Error NotSerialisable, "This is nested deeper than 64 levels; write a flatter object.";
        ValueTooLarge: Error TooLong, "The message holds more than 100,000 values from here on; write a smaller one.";
        ValueUnreadable: Error NotSerialisable, "This cannot be read, its getter or proxy throws; write a plain value.";
        MessageNotJson: Error NotSerialisable, "The message cannot be written as JSON; send an object without functions, BigInts or cycles.";
        MessageLoneSurrogate: Warning LoneSurrogate, "The message holds half of a surrogate pair, which is read as U+FFFD; send valid text.";
        MessageTooLong: Error TooLong, "The message is longer than 1 MiB and is passed over; send less at once.";
        LocaleUnknown: Warning UnknownValue, "The locale is none that this browser knows, so its own is used; write a BCP 47 tag, en-AU for example.";
        TimeZoneUnknown: Warning UnknownValue, "The time zone is none that this browser knows, so its own is used; write an IANA name, Australia/Perth for example.";
        SaveWrongKind: Error Type, "save is {kind}, so logs are saved by nobody; write a function.";
        UserWrongKind: Warning Type, "user is {kind}, so what is kept is not told apart by user; give the user's ID as text.";
        StorageWrongKind: Warning Type, "storage is {kind}, so nothing is kept; give what has getItem, setItem and removeItem, or null.";
        OptionUnreadable: Warning Type, "This option throws when it is read, and is as good as left out; give a plain value.";
        CallBrokeOff: Error BrokeOff, "The module broke off over this twice; it was started anew, and the call is passed over. Please report what was given.";
        ModuleGone: Error BrokeOff, "The module broke off and cannot be started anew; reload the page, or close other tabs first.";
        CalledFromWithin: Error NotAllowed, "A session was called by the storage it was writing to; let the storage return first.";
        SessionRestarted: Warning Restarted, "The module broke off and was started anew; the session goes on with what was kept.";
        SessionEmptied: Warning Restarted, "The module broke off and was started anew; nothing of the session is kept, as its options say, so it knows only what arrives from now on.";
        SessionWithoutKept: Warning Restarted, "The module broke off over what was kept of the session; that stays where it is, and the session begins without it and keeps nothing.";
        TextWrongKind: Error Type, "This is {kind}; write text.";
        TextLoneSurrogate: Error LoneSurrogate, "The text holds half of a surrogate pair and cannot be encoded; write valid text.";
    }
}

impl Finding {
    /// The names that stand for `{choices}` in this finding's sentence.
    ///
    /// ```
    /// use patchbay::command::finding::Finding;
    /// assert_eq!(Finding::TargetTypeMissing.choices(), ["userId", "queueId", "address"]);
    /// ```
    pub const fn choices(self) -> &'static [&'static str] {
        match self {
            Finding::TargetChoice => TargetKind::NAMES,
            _ => match self.slot() {
                Slot::Type => MessageType::NAMES,
                Slot::Action => Action::NAMES,
                Slot::TargetType => TargetType::NAMES,
                _ => &[],
            },
        }
    }
}
