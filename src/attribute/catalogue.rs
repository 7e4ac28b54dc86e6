//! The documented attributes, each with the types of interaction that have it and the source of its value. Source:
//! "Attribute synchronization", Interaction attributes; `Call.Internal` is in later editions of the page. Those with the name
//! of a field are of the condensed conversation.

use serde_json::Value;

use crate::event::conversation::{Conversation, TRANSCRIPT};
use crate::event::field::{BoolField, DurationField, TextField};
use crate::interaction::{Interaction, Kind};

/// The prefix of attributes that the org names itself.
pub const PARTICIPANT: &str = "Participant.";
const LOWER_PARTICIPANT: &str = "participant.";
/// The prefix that a chat widget puts before the names of its fields.
const CHAT_WIDGET: &str = "context.";

crate::string_enum::string_enum! {
    /// A type of interaction in the source's table. An interaction can have two types, as a call of a campaign does.
    Type {
        /// A phone call.
        Call = "call",
        /// A callback.
        Callback = "callback",
        /// An interaction of an outbound campaign.
        OutboundDialing = "outbound dialing",
        /// A web chat.
        Chat = "chat",
        /// An e-mail.
        Email = "email",
        /// A message of a messaging service.
        Message = "message",
        /// An ACD voicemail.
        Voicemail = "ACD voicemail",
    }
}

const ALL: &[Type] =
    &[Type::Call, Type::Callback, Type::OutboundDialing, Type::Chat, Type::Email, Type::Message, Type::Voicemail];
const SPOKEN: &[Type] = &[Type::Call, Type::Callback];

impl Type {
    /// The types of an interaction.
    pub fn of(interaction: &Interaction) -> impl Iterator<Item = Type> {
        let kind = match interaction.kind() {
            Kind::Call => Type::Call,
            Kind::Callback => Type::Callback,
            Kind::Chat => Type::Chat,
            Kind::Email => Type::Email,
            Kind::Message => Type::Message,
            Kind::Voicemail => Type::Voicemail,
        };
        let dialed = interaction.conversation.flag(BoolField::IsDialer) == Some(true);
        [Some(kind), dialed.then_some(Type::OutboundDialing)].into_iter().flatten()
    }
}

macro_rules! attributes {
    ($($item:ident = $name:literal of $types:expr, $description:literal, $source:literal;)+) => {
        crate::string_enum::string_enum! {
            /// A documented attribute.
            Attribute { $(#[doc = $description] $item = $name,)+ }
        }

        impl Attribute {
            /// The types of interaction that have it.
            pub const fn types(self) -> &'static [Type] {
                match self { $(Attribute::$item => $types,)+ }
            }

            /// What the attribute holds, as a sentence of the documentation.
            pub const fn description(self) -> &'static str {
                match self { $(Attribute::$item => $description,)+ }
            }

            /// The fields of the client that its value comes from.
            pub const fn source(self) -> &'static str {
                match self { $(Attribute::$item => $source,)+ }
            }
        }
    };
}

attributes! {
    Ani = "Call.Ani" of SPOKEN, "Phone number of the caller.", "`ani`";
    CalledNumber = "Call.CalledNumber" of SPOKEN, "Phone number that was dialed.", "`calledNumber`";
    ConversationId = "Call.ConversationId" of ALL, "ID of the interaction.", "`id`";
    Internal = "Call.Internal" of &[Type::Call], "Whether it is between users of the org.", "`isInternal`";
    QueueName = "Call.QueueName" of ALL, "Queue that it came from or went to.", "`queueName`";
    RemoteName = "Call.RemoteName" of ALL, "Name of the other party; of an SMS its address.", "`remoteName`, or `displayAddress` of an SMS";
    Transcript = "Chat.Transcript" of &[Type::Chat], "Text of a chat, of messages or of a transcribed call.", "`attributes`, or notifications `chatUpdate`, `messageUpdate` and `conversationTranscription`";
    Url = "Interaction.Url" of ALL, "Page of the interaction in Genesys Cloud.", "`attributes`, or built from the org's region and `id`";
    MessageType = "Message.Type" of &[Type::Message], "facebook, line, sms, twitter or whatsapp.", "`messageType`";
    MessageUsername = "Message.Username" of &[Type::Message], "User name of a Twitter message.", "`socialUserName`; of Twitter else `attributes`, or `name`";
    MessageUserid = "Message.Userid" of &[Type::Message], "User ID of a Facebook, LINE or Twitter message, phone number of a WhatsApp message.", "`attributes`, or `displayAddress`; nothing of an SMS";
    DialerContactId = "OutboundDialing.ContactId" of &[Type::OutboundDialing], "ID of the contact in its contact list.", "`dialerContactId`";
    DialerContactListId = "OutboundDialing.ContactListId" of &[Type::OutboundDialing], "ID of the contact list.", "`dialerContactListId`";
    DialerCampaignId = "OutboundDialing.CampaignId" of &[Type::OutboundDialing], "ID of the campaign.", "`dialerCampaignId`";
    AfterCallTime = "Salesforce.AfterCallTime" of ALL, "Seconds from disconnection to the end of wrap-up.", "`dispositionDurationSeconds`, or measured";
    CallDuration = "Salesforce.CallDuration" of ALL, "Seconds that the agent spent on it, including wrap-up.", "`interactionDurationSeconds` or `endTime` − `connectedTime`, and `Salesforce.AfterCallTime`";
    DisplayAddress = "Salesforce.DisplayAddress" of ALL, "Address of the other party: a phone number or an e-mail address.", "`displayAddress`; of a callback without one the first of `callbackNumbers`";
    ParticipantId = "Salesforce.ParticipantId" of ALL, "ID of the agent's part in the interaction.", "`attributes`";
    IvrSeconds = "totalIvrDurationSeconds" of ALL, "Seconds in the IVR.", "the field";
    QueueSeconds = "totalAcdDurationSeconds" of ALL, "Seconds of waiting in queues.", "the field";
    WrapUpSeconds = "dispositionDurationSeconds" of ALL, "Seconds of wrap-up, as the client counts them.", "the field";
    UuiData = "uuiData" of ALL, "User-to-user information that came with a call.", "the field";
    EmailSubject = "emailSubject" of ALL, "Subject of an e-mail.", "the field";
    SocialUserName = "socialUserName" of ALL, "Name of the other party in a social network.", "the field";
    VoicemailId = "voicemailId" of ALL, "ID of the recording of a voicemail.", "the field";
    Flagged = "flagged" of ALL, "Whether it is marked for a supervisor.", "the field";
    IsCoBrowsing = "isCoBrowsing" of ALL, "Whether the parties look at the same page.", "the field";
    IsDialerPreview = "isDialerPreview" of ALL, "Whether a campaign shows it before it is dialled.", "the field";
    IsSharingScreen = "isSharingScreen" of ALL, "Whether somebody shares a screen.", "the field";
    IsThirdPartyEmail = "isThirdPartyEmail" of ALL, "Whether an e-mail came by another provider.", "the field";
    WrapUpCode = "Salesforce.WrapUpCode" of ALL, "Wrap-up code of an interaction that a queue is part of.", "`disposition`, where there is a `queueName`";
}

/// The name of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A documented attribute.
    Known(Attribute),
    /// `Participant.{CustomFieldName}`, an attribute that the org names, without the prefix. Every type of interaction can
    /// have it.
    Participant(String),
    /// Any other attribute, or field of the condensed conversation, by its name.
    Other(String),
}

impl Name {
    /// The attribute with this name; `None` when it is no name. The prefix `Participant.` may be in any letter case.
    ///
    /// ```
    /// use patchbay::attribute::catalogue::{Attribute, Name};
    /// assert_eq!(Name::named("Call.Ani"), Some(Name::Known(Attribute::Ani)));
    /// assert_eq!(Name::named("Participant.case"), Some(Name::Participant("case".to_owned())));
    /// assert_eq!(Name::named("Participant."), None);
    /// assert_eq!(Name::named("crmKey"), Some(Name::Other("crmKey".to_owned())));
    /// ```
    pub fn named(name: &str) -> Option<Name> {
        let custom = strip_prefix(name, LOWER_PARTICIPANT);
        let is_name = !custom.unwrap_or(name).trim().is_empty();
        is_name.then(|| match custom {
            Some(custom) => Name::Participant(custom.to_owned()),
            None => Attribute::named(name).map_or_else(|| Name::Other(name.to_owned()), Name::Known),
        })
    }

    fn as_str(&self) -> &str {
        match self {
            Name::Known(attribute) => attribute.as_str(),
            Name::Participant(name) | Name::Other(name) => name,
        }
    }

    /// Whether an attribute of an interaction has this name, ignoring prefix and letter case.
    pub fn is(&self, attribute: &str) -> bool {
        same(bare(attribute), bare(self.as_str()))
    }

    /// The attributes that match only if letter case is ignored, if there are several of them with different values.
    pub fn candidates<'a>(&self, interaction: &'a Interaction) -> Vec<&'a str> {
        let conversation = &interaction.conversation;
        match find(conversation, self, interaction.kind()) {
            Found::Several(names) => names,
            _ => Vec::new(),
        }
    }

    /// The types of interaction that have it.
    pub fn types(&self) -> &'static [Type] {
        match self {
            Name::Known(attribute) => attribute.types(),
            Name::Participant(_) | Name::Other(_) => ALL,
        }
    }

    /// The attribute's value for an interaction: `None` when nothing is known of it, null when it was removed.
    /// `region` is the host of the org's Genesys Cloud region, `mypurecloud.com` for example.
    pub fn value(&self, interaction: &Interaction, measured: MeasuredTimes, region: Option<&str>) -> Option<Value> {
        let conversation = &interaction.conversation;
        if !Type::of(interaction).any(|kind| self.types().contains(&kind)) {
            // Transcripts of calls and messages are stored like those of chats.
            let is_spoken = *self == Name::Known(Attribute::Transcript) && !conversation.transcript().is_empty();
            return if is_spoken { conversation.attribute(TRANSCRIPT) } else { None };
        }
        let reported = || match find(conversation, self, interaction.kind()) {
            Found::One(name) => conversation.attribute(name),
            _ => None,
        };
        match self {
            Name::Known(attribute) => known_value(*attribute, interaction, measured, region, reported),
            Name::Participant(_) => reported(),
            Name::Other(name) => reported().or_else(|| conversation.field(name)),
        }
    }
}

/// The result of looking up an attribute by its name.
enum Found<'a> {
    /// The attribute of this name.
    One(&'a str),
    /// Several attributes match, with different values.
    Several(Vec<&'a str>),
    /// No attribute matches.
    None,
}

/// The attribute of a name: with or without the prefix `Participant.`, or that of a chat widget; first in the letter case of
/// the name, then in any.
fn find<'a>(conversation: &'a Conversation, name: &Name, kind: Kind) -> Found<'a> {
    let own = name.as_str();
    let prefixed = [PARTICIPANT, if kind == Kind::Chat { CHAT_WIDGET } else { LOWER_PARTICIPANT }, LOWER_PARTICIPANT];
    let bare_first = matches!(name, Name::Known(_) | Name::Other(_)).then(|| own.to_owned());
    let exact = bare_first
        .into_iter()
        .chain(prefixed.iter().map(|prefix| format!("{prefix}{own}")))
        .chain([own.to_owned()])
        .find_map(|spelled| conversation.attribute_name(&spelled));
    if let Some(name) = exact {
        return Found::One(name);
    }
    let widget = |attribute: &'a str| strip_prefix(attribute, CHAT_WIDGET).filter(|_| kind == Kind::Chat);
    let is = |attribute: &&'a str| same(widget(attribute).unwrap_or(bare(attribute)), bare(own));
    let mut names: Vec<&str> = conversation.attribute_names().filter(is).collect();
    // A removed attribute does not compete with an existing one.
    let is_there = |name: &str| conversation.attribute(name).is_some_and(|value| !value.is_null());
    if names.iter().any(|name| is_there(name)) {
        names.retain(|name| is_there(name));
    }
    names.dedup_by_key(|name| conversation.attribute(name));
    match names[..] {
        [] => Found::None,
        [one] => Found::One(one),
        _ => Found::Several(names),
    }
}

/// A name without the prefix `Participant.`, in any letter case.
pub fn bare(name: &str) -> &str {
    strip_prefix(name, LOWER_PARTICIPANT).unwrap_or(name)
}

fn strip_prefix<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = name.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || one.to_lowercase() == other.to_lowercase()
}

/// Times that a session measured itself, for clients that report none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MeasuredTimes {
    /// Seconds from connection to end.
    pub duration: Option<f64>,
    /// Seconds from the end to the completion of wrap-up.
    pub after_call: Option<f64>,
}

fn known_value(
    attribute: Attribute,
    interaction: &Interaction,
    measured: MeasuredTimes,
    region: Option<&str>,
    reported: impl Fn() -> Option<Value>,
) -> Option<Value> {
    let conversation = &interaction.conversation;
    let text = |field| conversation.text(field).map(Value::from);
    let address = || conversation.address().map(Value::from);
    match attribute {
        Attribute::Ani => text(TextField::Ani).or_else(reported),
        Attribute::CalledNumber => text(TextField::CalledNumber).or_else(reported),
        Attribute::ConversationId => Some(interaction.id.as_str().into()),
        Attribute::Internal => conversation.flag(BoolField::IsInternal).map(Value::from).or_else(reported),
        Attribute::QueueName => text(TextField::QueueName).or_else(reported),
        Attribute::RemoteName if service(conversation).as_deref() == Some("sms") => address().or_else(reported),
        Attribute::RemoteName => text(TextField::RemoteName).or_else(reported),
        Attribute::Transcript | Attribute::ParticipantId => reported(),
        Attribute::Url => reported().or_else(|| {
            let region = region?;
            Some(format!("https://apps.{region}/directory/#/engage/admin/interactions/{}", interaction.id).into())
        }),
        Attribute::MessageType => text(TextField::MessageType).or_else(reported),
        Attribute::MessageUsername => {
            text(TextField::SocialUserName).or_else(|| match service(conversation)?.as_str() {
                "twitter" => reported().or_else(|| text(TextField::Name)),
                _ => None,
            })
        }
        Attribute::MessageUserid => match service(conversation)?.as_str() {
            "sms" => None,
            _ => reported().or_else(|| text(TextField::DisplayAddress)),
        },
        Attribute::DialerContactId => text(TextField::DialerContactId).or_else(reported),
        Attribute::DialerContactListId => text(TextField::DialerContactListId).or_else(reported),
        Attribute::DialerCampaignId => text(TextField::DialerCampaignId).or_else(reported),
        Attribute::AfterCallTime => after_call(conversation, measured).map(whole_seconds),
        Attribute::CallDuration => {
            Some(whole_seconds(measured.duration? + after_call(conversation, measured).unwrap_or_default()))
        }
        Attribute::DisplayAddress => address().or_else(reported),
        Attribute::WrapUpCode => {
            conversation.text(TextField::QueueName)?;
            text(TextField::Disposition).or_else(reported)
        }
        _ => conversation.field(attribute.as_str()).or_else(reported),
    }
}

/// The messaging service, in lower case.
fn service(conversation: &Conversation) -> Option<String> {
    conversation.text(TextField::MessageType).map(str::to_ascii_lowercase)
}

fn after_call(conversation: &Conversation, measured: MeasuredTimes) -> Option<f64> {
    conversation.seconds(DurationField::Disposition).or(measured.after_call)
}

fn whole_seconds(seconds: f64) -> Value {
    (seconds.max(0.0).floor() as u64).into()
}
