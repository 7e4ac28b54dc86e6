//! The documented attributes, each with the types of interaction that have it and the source of its value. Source:
//! "Attribute synchronization", Interaction attributes; `Call.Internal` is in later editions of the page.

use serde_json::Value;

use crate::event::conversation::{BoolField, Conversation, DurationField, TextField};
use crate::interaction::{Interaction, Kind};

/// The prefix of attributes that the org names itself.
pub const PARTICIPANT: &str = "Participant.";
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
    Transcript = "Chat.Transcript" of &[Type::Chat], "Text of a chat.", "`attributes`";
    Url = "Interaction.Url" of ALL, "Page of the interaction in Genesys Cloud.", "`attributes`, or built from the org's region and `id`";
    MessageType = "Message.Type" of &[Type::Message], "facebook, line, sms, twitter or whatsapp.", "`messageType`";
    MessageUsername = "Message.Username" of &[Type::Message], "User name of a Twitter message.", "`attributes`, or `name`; of Twitter only";
    MessageUserid = "Message.Userid" of &[Type::Message], "User ID of a Facebook, LINE or Twitter message, phone number of a WhatsApp message.", "`attributes`, or `displayAddress`; nothing of an SMS";
    DialerContactId = "OutboundDialing.ContactId" of &[Type::OutboundDialing], "ID of the contact in its contact list.", "`dialerContactId`";
    DialerContactListId = "OutboundDialing.ContactListId" of &[Type::OutboundDialing], "ID of the contact list.", "`dialerContactListId`";
    DialerCampaignId = "OutboundDialing.CampaignId" of &[Type::OutboundDialing], "ID of the campaign.", "`dialerCampaignId`";
    AfterCallTime = "Salesforce.AfterCallTime" of ALL, "Seconds from disconnection to the end of wrap-up.", "`dispositionDurationSeconds`, or measured";
    CallDuration = "Salesforce.CallDuration" of ALL, "Seconds that the agent spent on it, including wrap-up.", "`interactionDurationSeconds` or `endTime` − `connectedTime`, and `Salesforce.AfterCallTime`";
    DisplayAddress = "Salesforce.DisplayAddress" of ALL, "Address of the other party: a phone number or an e-mail address.", "`displayAddress`";
    ParticipantId = "Salesforce.ParticipantId" of ALL, "ID of the agent's part in the interaction.", "`attributes`";
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
}

impl Name {
    /// The attribute with this name; `None` when there is none.
    ///
    /// ```
    /// use patchbay::attribute::catalogue::{Attribute, Name};
    /// assert_eq!(Name::named("Call.Ani"), Some(Name::Known(Attribute::Ani)));
    /// assert_eq!(Name::named("Participant.case"), Some(Name::Participant("case".to_owned())));
    /// assert_eq!(Name::named("Participant."), None);
    /// ```
    pub fn named(name: &str) -> Option<Name> {
        match name.strip_prefix(PARTICIPANT) {
            Some(custom) => (!custom.is_empty()).then(|| Name::Participant(custom.to_owned())),
            None => Attribute::named(name).map(Name::Known),
        }
    }

    /// The types of interaction that have it.
    pub fn types(&self) -> &'static [Type] {
        match self {
            Name::Known(attribute) => attribute.types(),
            Name::Participant(_) => ALL,
        }
    }

    /// The attribute's value for an interaction: `None` when nothing is known of it, null when it was removed.
    /// `region` is the host of the org's Genesys Cloud region, `mypurecloud.com` for example.
    pub fn value(&self, interaction: &Interaction, measured: MeasuredTimes, region: Option<&str>) -> Option<Value> {
        if !Type::of(interaction).any(|kind| self.types().contains(&kind)) {
            return None;
        }
        match self {
            Name::Known(attribute) => known_value(*attribute, interaction, measured, region),
            Name::Participant(custom) => {
                let conversation = &interaction.conversation;
                let participant = conversation.attribute(&format!("{PARTICIPANT}{custom}"));
                if interaction.kind() != Kind::Chat {
                    return participant;
                }
                let widget = || conversation.attribute(&format!("{CHAT_WIDGET}{custom}"));
                participant.or_else(widget).or_else(|| conversation.attribute(custom))
            }
        }
    }
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
) -> Option<Value> {
    let conversation = &interaction.conversation;
    let text = |field| conversation.text(field).map(Value::from);
    let reported = || conversation.attribute(attribute.as_str());
    match attribute {
        Attribute::Ani => text(TextField::Ani).or_else(reported),
        Attribute::CalledNumber => text(TextField::CalledNumber).or_else(reported),
        Attribute::ConversationId => Some(interaction.id.as_str().into()),
        Attribute::Internal => conversation.flag(BoolField::IsInternal).map(Value::from).or_else(reported),
        Attribute::QueueName => text(TextField::QueueName).or_else(reported),
        Attribute::RemoteName if service(conversation).as_deref() == Some("sms") => {
            text(TextField::DisplayAddress).or_else(reported)
        }
        Attribute::RemoteName => text(TextField::RemoteName).or_else(reported),
        Attribute::Transcript | Attribute::ParticipantId => reported(),
        Attribute::Url => reported().or_else(|| {
            let region = region?;
            Some(format!("https://apps.{region}/directory/#/engage/admin/interactions/{}", interaction.id).into())
        }),
        Attribute::MessageType => text(TextField::MessageType).or_else(reported),
        Attribute::MessageUsername => match service(conversation)?.as_str() {
            "twitter" => reported().or_else(|| text(TextField::Name)),
            _ => None,
        },
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
        Attribute::DisplayAddress => text(TextField::DisplayAddress).or_else(reported),
        Attribute::WrapUpCode => {
            conversation.text(TextField::QueueName)?;
            text(TextField::Disposition).or_else(reported)
        }
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
