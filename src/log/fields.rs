//! The default fields, as seed 1 defines them ("Default fields in Salesforce"), by their API names on Task.

use serde_json::Value;

use crate::event::conversation::{BoolField, DurationField, TimeField};
use crate::interaction::{Interaction, Kind};
use crate::problem::{Code, Problem};
use crate::salesforce::text;
use crate::time::Timestamp;

crate::string_enum::string_enum! {
    /// A default field.
    Field {
        /// "Total duration of the interaction in seconds, from the time of connection to disconnection or transfer."
        CallDuration = "CallDurationInSeconds",
        /// "Interaction ID key assigned to the interaction."
        CallObject = "CallObject",
        /// "Wrap-up code assigned after the interaction disconnects."
        CallResult = "CallDisposition",
        /// "Indicates the interaction direction (Inbound, Outbound, or Internal)."
        CallType = "CallType",
        /// "Empty field for any notes taken during the interaction."
        Comments = "Description",
        /// Somebody of the Name list.
        Name = "WhoId",
        /// Something of the Related To list.
        RelatedTo = "WhatId",
        /// "Displays the interaction type plus a date and time stamp."
        Subject = "Subject",
        /// "Indicates the interaction type: Values: Call, Chat, Email, Voicemail, and Message."
        Type = "Type",
    }
}

impl Field {
    /// Characters that the field holds, where it is one that texts are written into.
    pub const fn longest(self) -> Option<usize> {
        match self {
            Field::Comments => Some(32_000),
            Field::CallObject | Field::CallResult | Field::Subject => Some(255),
            Field::Type => Some(40),
            Field::CallDuration | Field::CallType | Field::Name | Field::RelatedTo => None,
        }
    }

    /// Whether the agent writes into it, and if not, where its value comes from.
    pub const fn owner(self) -> Option<&'static str> {
        match self {
            Field::Comments | Field::Subject | Field::Type => None,
            Field::CallDuration | Field::CallObject | Field::CallType => Some("it follows from the interaction"),
            Field::CallResult => Some("it is the wrap-up code that is chosen in the client"),
            Field::Name | Field::RelatedTo => Some("choose a record of the list"),
        }
    }
}

/// What the record's Type says of a kind; a callback is a call once it is made, and Type knows no other word for it.
///
/// ```
/// use patchbay::{interaction::Kind, log::fields::type_of};
/// assert_eq!(type_of(Kind::Callback), "Call");
/// ```
pub const fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Call | Kind::Callback => "Call",
        Kind::Chat => "Chat",
        Kind::Email => "Email",
        Kind::Voicemail => "Voicemail",
        Kind::Message => "Message",
    }
}

/// `Inbound`, `Outbound` or `Internal`; the last outweighs the others.
pub fn call_type_of(interaction: &Interaction) -> &'static str {
    if interaction.conversation.flag(BoolField::IsInternal) == Some(true) {
        "Internal"
    } else if interaction.is_outbound() {
        "Outbound"
    } else {
        "Inbound"
    }
}

/// Milliseconds since 1970 at which the interaction began, as the client says.
pub fn start_of(interaction: &Interaction) -> Option<f64> {
    interaction.conversation.time(TimeField::Start).map(Timestamp::milliseconds)
}

/// Whole seconds from connection to end, as the client counted them, or by the times it told.
pub fn duration_of(interaction: &Interaction) -> Option<f64> {
    let conversation = &interaction.conversation;
    let time = |field| conversation.time(field).map(Timestamp::milliseconds);
    let between = || Some((time(TimeField::End)? - time(TimeField::Connected)?) / 1000.0);
    let seconds = conversation.seconds(DurationField::Interaction).or_else(between)?;
    // Two clocks may disagree: nothing has lasted less than no time.
    Some(seconds.max(0.0).floor())
}

/// The text, cut where the field holds no more of it; that it was cut is told.
pub fn fit(field: Field, text: &str, problems: &mut Vec<Problem>) -> Value {
    let longest = field.longest().unwrap_or(usize::MAX);
    let cut = text::cut(text, longest);
    if cut.len() < text.len() {
        let name = field.as_str();
        let message = format!("{name} holds {longest} characters; what is longer was not stored.");
        problems.push(Problem::warning(format!("/{name}"), Code::NotStored, message));
    }
    cut.into()
}
