//! Outgoing messages: the three documented actions of the Genesys Cloud client ("Lightning Message Service events and
//! actions"), and the subscription that Genesys's own sample sends.
//!
//! [`parse::parse`] reads what somebody else wrote, [`build::build`] what a caller of the builders asks for. Both give a
//! [`Command`] and everything that was [`found`](finding::Found) on the way, and share the [`rules`].
//!
//! - [`vocabulary`]: every documented name, and which action needs which context.
//! - [`input`]: values as they are given.
//! - [`directory`]: transfer targets by name.
//! - [`target`]: transfer targets, from raw text to what is sent, and judging what others encoded.
//! - [`card_number`]: card numbers in texts.
//! - [`sensitive`]: card numbers and other secrets, which must not be in user data.
//! - [`names`]: what a type, an action or another name was meant to be.
//! - [`finding`]: everything that can be wrong, and its sentence.
//! - [`plain`]: what is right at first sight, for the JavaScript that the build writes out of it.

pub mod build;
pub mod card_number;
pub mod directory;
pub mod finding;
pub mod input;
pub mod names;
pub mod parse;
pub mod plain;
pub mod rules;
pub mod sensitive;
pub mod target;
pub mod vocabulary;
mod write;

use vocabulary::{Action, TargetType};

/// Maximum length of a text in a message, in bytes of UTF-8. The documents name no limit; this one is ours, so that no
/// message can make the module grow without bound.
pub const MAX_TEXT: usize = 256 * 1024;

/// Maximum number of values in a message.
pub const MAX_VALUES: usize = 100_000;

/// Maximum number of objects around a value.
pub const MAX_DEPTH: usize = 64;

/// Maximum length of all texts of a message together, in UTF-16 units of JSON.
pub const MAX_MESSAGE: usize = 4 * 1024 * 1024;

/// A message that can be sent.
///
/// ```
/// use patchbay::command::{Command, StateChange};
/// let command = Command::UpdateState { id: "1".to_owned(), change: StateChange::Hold };
/// assert_eq!(command.to_json(), r#"{"type":"PureCloud.Interaction.updateState","data":{"action":"hold","id":"1"}}"#);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Updates the state of an interaction.
    UpdateState {
        /// ID of the interaction.
        id: String,
        /// What becomes of it.
        change: StateChange,
    },
    /// Adds custom attributes to an interaction.
    AddCustomAttributes {
        /// ID of the interaction.
        id: String,
        /// Names, escaped as in [`input`], and values, in the order in which they were given.
        attributes: Vec<(String, AttributeValue)>,
    },
    /// Updates the agent's status.
    UpdateStatus {
        /// ID or name of the status: the document says ID, Genesys's sample sends `Break`.
        id: String,
    },
    /// Asks the client for more events.
    Subscribe {
        /// The type in the spelling that was given: see [`vocabulary::SUBSCRIBE`].
        spelling: &'static str,
        /// The type of the events: [`vocabulary::EventType`], or another that the client may know.
        event_type: String,
        /// Their categories.
        categories: Vec<String>,
    },
}

/// What `updateState` does, with what it needs to do it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // As `Action`.
pub enum StateChange {
    Pickup,
    Disconnect,
    Hold,
    Mute,
    SecurePause,
    BlindTransfer(ParticipantContext),
    ConsultTransfer(ParticipantContext),
    ConcludeTransfer,
    SecureSession(SecureSessionContext),
}

impl StateChange {
    /// The action with the context that it needs, or `None` where that is missing.
    pub fn new(
        action: Action,
        participant: Option<ParticipantContext>,
        secure: Option<SecureSessionContext>,
    ) -> Option<StateChange> {
        Some(match action {
            Action::Pickup => StateChange::Pickup,
            Action::Disconnect => StateChange::Disconnect,
            Action::Hold => StateChange::Hold,
            Action::Mute => StateChange::Mute,
            Action::SecurePause => StateChange::SecurePause,
            Action::BlindTransfer => StateChange::BlindTransfer(participant?),
            Action::ConsultTransfer => StateChange::ConsultTransfer(participant?),
            Action::ConcludeTransfer => StateChange::ConcludeTransfer,
            Action::SecureSession => StateChange::SecureSession(secure?),
        })
    }

    /// The documented action.
    pub const fn action(&self) -> Action {
        match self {
            StateChange::Pickup => Action::Pickup,
            StateChange::Disconnect => Action::Disconnect,
            StateChange::Hold => Action::Hold,
            StateChange::Mute => Action::Mute,
            StateChange::SecurePause => Action::SecurePause,
            StateChange::BlindTransfer(_) => Action::BlindTransfer,
            StateChange::ConsultTransfer(_) => Action::ConsultTransfer,
            StateChange::ConcludeTransfer => Action::ConcludeTransfer,
            StateChange::SecureSession(_) => Action::SecureSession,
        }
    }
}

/// The target of a transfer as it is sent: `participantContext`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ParticipantContext {
    /// Encoded, behind a literal `sip:` where it is a flow.
    pub transfer_target: String,
    /// What the target is.
    pub transfer_target_type: TargetType,
}

/// The secure flow that receives an interaction: `secureSessionContext`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SecureSessionContext {
    /// ID of the flow.
    pub flow_id: String,
    /// Becomes `Flow.InvocationData`; a card number in it is refused.
    pub user_data: String,
    /// Whether the interaction ends for the agent once the secure session has started.
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub disconnect: Option<bool>,
}

/// What a custom attribute may hold. The document shows text; captured interactions carry numbers and booleans too.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// Text.
    Text(String),
    /// A finite number, in its shortest spelling.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
    /// `null`, with which production code clears an attribute.
    Null,
}
