//! The fields of a log that Patchbay fills, by their API names on Task. Sources: "Attribute synchronization", Default fields
//! in Salesforce; and "Task", for what makes a task a logged call.

use serde_json::Value;

use crate::event::field::{DurationField, TimeField};
pub use crate::interaction::call_type::{CallType, call_type_of};
use crate::interaction::{Interaction, Kind};
use crate::problem::{Code, Problem, Reason};
use crate::salesforce::text;
use crate::time::Timestamp;

crate::string_enum::string_enum! {
    /// A field of a log that Patchbay fills.
    Field {
        /// The day on which the segment began, in the agent's time zone. Source: "Task".
        ActivityDate = "ActivityDate",
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
        /// The chosen record of the Name list.
        Name = "WhoId",
        /// The chosen record of the Related To list.
        RelatedTo = "WhatId",
        /// A status that leaves the task open or closes it. Source: "Task".
        Status = "Status",
        /// "Displays the interaction type plus a date and time stamp."
        Subject = "Subject",
        /// What kind of activity the task is. Source: "Task".
        Subtype = "TaskSubtype",
        /// "Indicates the interaction type: Values: Call, Chat, Email, Voicemail, and Message."
        Type = "Type",
    }
}

impl Field {
    /// Maximum length of a text field, in UTF-16 units; `None` for fields of other types.
    pub const fn max_len(self) -> Option<usize> {
        match self {
            Field::Comments => Some(32_000),
            Field::CallObject | Field::CallResult | Field::Status | Field::Subject => Some(255),
            Field::Type => Some(40),
            Field::ActivityDate
            | Field::CallDuration
            | Field::CallType
            | Field::Name
            | Field::RelatedTo
            | Field::Subtype => None,
        }
    }

    /// Where the value comes from when the agent cannot edit the field; `None` when the agent can.
    pub const fn owner(self) -> Option<&'static str> {
        match self {
            Field::ActivityDate | Field::Comments | Field::Status | Field::Subject | Field::Type => None,
            Field::CallDuration | Field::CallObject | Field::CallType | Field::Subtype => {
                Some("it follows from the interaction")
            }
            Field::CallResult => Some("it is the wrap-up code that is chosen in the client"),
            Field::Name | Field::RelatedTo => Some("choose a record of the list"),
        }
    }
}

crate::string_enum::string_enum! {
    /// The values of [`Field::Type`].
    TaskType {
        /// A call, or a callback.
        Call = "Call",
        /// A web chat.
        Chat = "Chat",
        /// An e-mail.
        Email = "Email",
        /// A voicemail.
        Voicemail = "Voicemail",
        /// A message of a messaging service.
        Message = "Message",
    }
}

/// The type of an interaction's log. The source has no type of its own for callbacks: one becomes a call when it is made.
///
/// ```
/// use patchbay::{interaction::Kind, log::fields::{TaskType, task_type_of}};
/// assert_eq!(task_type_of(Kind::Callback), TaskType::Call);
/// ```
pub const fn task_type_of(kind: Kind) -> TaskType {
    match kind {
        Kind::Call | Kind::Callback => TaskType::Call,
        Kind::Chat => TaskType::Chat,
        Kind::Email => TaskType::Email,
        Kind::Voicemail => TaskType::Voicemail,
        Kind::Message => TaskType::Message,
    }
}

/// Whole seconds from connection to end, rounded as the client rounds them: its own count, else the difference of its times.
/// `None` when the client reports neither.
pub fn duration_of(interaction: &Interaction) -> Option<f64> {
    let conversation = &interaction.conversation;
    let time = |field| conversation.time(field).map(Timestamp::milliseconds);
    let between = || Some((time(TimeField::End)? - time(TimeField::Connected)?) / 1000.0);
    let seconds = conversation.seconds(DurationField::Interaction).or_else(between)?;
    // The times may come from two clocks, so that the end is before the beginning.
    Some(seconds.max(0.0).round())
}

/// The text, truncated to the length of the field; a truncated text is a problem.
pub fn truncate(field: Field, text: &str, problems: &mut Vec<Problem>) -> Value {
    let max_len = field.max_len().unwrap_or(usize::MAX);
    let truncated = text::truncate(text, max_len);
    if truncated.len() < text.len() {
        let name = field.as_str();
        let message = format!("{name} holds {max_len} characters; what is longer was not stored.");
        let problem = Problem::warning(format!("/{name}"), Code::NotStored, message);
        problems.push(problem.because(Reason::TextCut, vec![max_len.to_string()]));
    }
    truncated.into()
}
