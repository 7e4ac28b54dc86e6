//! Messages that a caller of the builders asks for: raw values, and all problems at once.

use super::finding::Found;
use super::input::Input;
use super::rules::{Contexts, Judge};
use super::vocabulary::{Context, MessageType};
use super::{Command, StateChange};
use crate::string_enum::string_enum;

string_enum! {
    /// The builders. What each is given stands in an object: `id`, and `action`, `target`, `context` or `attributes`.
    Builder {
        /// An action that needs no more than an ID.
        UpdateState = "updateState",
        /// A transfer without consultation.
        BlindTransfer = "blindTransfer",
        /// A transfer with consultation.
        ConsultTransfer = "consultTransfer",
        /// A secure session.
        SecureSession = "secureSession",
        /// Custom attributes.
        AddCustomAttributes = "addCustomAttributes",
        /// The agent's status.
        UpdateStatus = "updateStatus",
        /// More events: `type` and `categories`.
        Subscribe = "subscribe",
    }
}

/// Builds a message.
///
/// # Errors
///
/// Everything that keeps the message from being sent, and what is warned of beside it.
///
/// ```
/// use patchbay::command::{build::{Builder, build}, input::Input};
/// let given = Input::read(r#"{"id":"1","target":{"flow":"Auditor Secure Flow"}}"#).unwrap();
/// let command = build(Builder::BlindTransfer, &given).unwrap();
/// assert!(command.to_json().contains("sip:Auditor%20Secure%20Flow"));
/// ```
pub fn build(builder: Builder, given: &Input) -> Result<Command, Vec<Found>> {
    let mut judge = Judge { builds: true, ..Judge::default() };
    let command = if judge.gave_up(given) { None } else { command(&mut judge, builder, given) };
    command.filter(|_| judge.is_valid()).ok_or(judge.found)
}

fn command(judge: &mut Judge, builder: Builder, given: &Input) -> Option<Command> {
    if builder == Builder::Subscribe {
        return judge.subscription(MessageType::Subscribe.as_str(), given.get("type"), given.get("categories"));
    }
    let id = judge.id(given.get("id"));
    let change = match builder {
        Builder::UpdateState => {
            let action = judge.action(given.get("action"), given).meant();
            let may = Contexts::of(action);
            judge.participant(may, None);
            judge.secure_session(may, None);
            action.and_then(|action| StateChange::new(action, None, None))
        }
        Builder::BlindTransfer => judge.raw_target(given.get("target")).map(StateChange::BlindTransfer),
        Builder::ConsultTransfer => judge.raw_target(given.get("target")).map(StateChange::ConsultTransfer),
        Builder::SecureSession => {
            let may = Contexts::One(Context::SecureSession);
            judge.secure_session(may, given.get("context")).map(StateChange::SecureSession)
        }
        Builder::AddCustomAttributes => {
            let attributes = judge.attributes(given.get("attributes"));
            return Some(Command::AddCustomAttributes { id: id?, attributes: attributes? });
        }
        Builder::UpdateStatus => return Some(Command::UpdateStatus { id: id? }),
        Builder::Subscribe => return None,
    };
    Some(Command::UpdateState { id: id?, change: change? })
}
