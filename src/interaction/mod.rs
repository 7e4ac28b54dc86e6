//! The state of one interaction, as the client's messages report it.
//!
//! - [`phase`]: where in its life it is.
//! - [`allowed`]: what may be done with it there.
//! - [`sign`]: what shows that it was done.
//! - [`segment`]: which of a conversation's lives it is.
//! - [`call_type`]: its direction.
//! - [`scope`]: for which types and directions an entry of a configuration is.

pub mod allowed;
pub mod call_type;
pub mod phase;
pub mod scope;
pub mod segment;
pub mod sign;

use serde_json::{Map, Value};

use crate::event::conversation::{Conversation, MergeOutcome};
use crate::event::field::{BoolField, TextField};
use phase::Phase;

crate::string_enum::string_enum! {
    /// The kind of an interaction.
    #[cfg_attr(feature = "typescript", ts(rename = "InteractionKind"))]
    Kind {
        /// A phone call.
        Call = "call",
        /// A callback.
        Callback = "callback",
        /// A web chat.
        Chat = "chat",
        /// An e-mail.
        Email = "email",
        /// A message of a messaging service.
        Message = "message",
        /// A voicemail.
        Voicemail = "voicemail",
    }
}

impl Kind {
    /// The kind that the flags name; without any it is a call.
    pub fn of(conversation: &Conversation) -> Kind {
        [
            (BoolField::IsCallback, Kind::Callback),
            (BoolField::IsChat, Kind::Chat),
            (BoolField::IsEmail, Kind::Email),
            (BoolField::IsMessage, Kind::Message),
            (BoolField::IsVoicemail, Kind::Voicemail),
        ]
        .into_iter()
        .find_map(|(flag, kind)| (conversation.flag(flag) == Some(true)).then_some(kind))
        .unwrap_or(Kind::Call)
    }

    /// Whether people speak with one another; the others are written, or were spoken before.
    pub const fn is_spoken(self) -> bool {
        matches!(self, Kind::Call | Kind::Callback)
    }
}

/// One interaction.
#[derive(Debug, PartialEq)]
pub struct Interaction {
    /// The interaction's ID.
    pub id: String,
    /// All that is known of it.
    pub conversation: Conversation,
    /// Where in its life it is.
    pub phase: Phase,
    /// Its part in a consult transfer that is not completed.
    pub consult: Option<Consult>,
    /// A blind transfer was announced, and not cancelled.
    pub transferring: bool,
    /// Since when it is held, by this page's clock in milliseconds: the client does not tell.
    pub held_since: Option<f64>,
}

/// `clone_from` copies only what is different, as that of [`Conversation`] does.
impl Clone for Interaction {
    fn clone(&self) -> Interaction {
        Interaction {
            id: self.id.clone(),
            conversation: self.conversation.clone(),
            phase: self.phase,
            consult: self.consult.clone(),
            transferring: self.transferring,
            held_since: self.held_since,
        }
    }

    fn clone_from(&mut self, other: &Interaction) {
        self.conversation.clone_from(&other.conversation);
        self.id.clone_from(&other.id);
        self.phase = other.phase;
        self.consult.clone_from(&other.consult);
        self.transferring = other.transferring;
        self.held_since = other.held_since;
    }
}

/// A part in a consult transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consult {
    /// It is transferred; the second interaction may be there already.
    First,
    /// It was made to consult; this is the ID of the first one.
    Second(String),
}

impl Interaction {
    /// The interaction that a first message tells of.
    pub fn new(id: String, conversation: Conversation) -> Interaction {
        let outbound = is_outbound(&conversation);
        let first = if outbound { Phase::Dialing } else { Phase::Alerting };
        let phase = phase::reported(&conversation).unwrap_or(first);
        Interaction { id, conversation, phase, consult: None, transferring: false, held_since: None }
    }

    /// Takes over what a later message says.
    ///
    /// A message of an earlier phase is stale: it may fill in what was not known, but takes nothing back.
    pub fn merge(&mut self, update: Conversation) -> MergeOutcome {
        let next = phase::reported(&update).map_or(self.phase, |reported| reported.unless_softer(self.phase, &update));
        let stale = next.is_before(self.phase);
        let goes_on = !stale && next == Phase::Connected && phase::state(&update) == Some(Phase::Connected);
        let mut outcome = self.conversation.merge(update, stale);
        if !stale && next != self.phase {
            self.phase = next;
            outcome.changed = true;
        }
        // A blind transfer that was cancelled: the interaction goes on.
        if goes_on && self.transferring {
            self.transferring = false;
            outcome.changed = true;
        }
        outcome
    }

    /// What kind of interaction it is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.conversation)
    }

    /// Whether it comes from the agent's side.
    pub fn is_outbound(&self) -> bool {
        is_outbound(&self.conversation)
    }

    /// Whether it was made to consult about this one.
    pub fn consults_for(&self, first: &str) -> bool {
        matches!(&self.consult, Some(Consult::Second(id)) if id == first)
    }

    /// The ID of the interaction it was made to consult about.
    pub fn consult_of(&self) -> Option<&str> {
        match &self.consult {
            Some(Consult::Second(first)) => Some(first),
            _ => None,
        }
    }

    /// The condensed interaction, in the client's own spelling. Its ID, state and flags are always there: whoever takes a
    /// log apart asks for them first.
    pub fn condense(&self) -> Map<String, Value> {
        let mut condensed = match serde_json::to_value(&self.conversation) {
            Ok(Value::Object(condensed)) => condensed,
            _ => Map::new(),
        };
        condensed.insert("id".to_owned(), self.id.as_str().into());
        condensed.entry("state").or_insert_with(|| self.phase.as_str().to_ascii_uppercase().into());
        condensed.insert(BoolField::IsConnected.as_str().to_owned(), self.phase.is_in_contact().into());
        condensed.insert(BoolField::IsDisconnected.as_str().to_owned(), self.phase.is_over().into());
        condensed.insert(BoolField::IsDone.as_str().to_owned(), self.phase.is_done().into());
        condensed
    }

    /// Whether the agent is part of it now, or is asked to be.
    pub fn is_live(&self) -> bool {
        !self.phase.is_over()
    }
}

fn is_outbound(conversation: &Conversation) -> bool {
    match conversation.text(TextField::Direction) {
        Some(direction) => direction.eq_ignore_ascii_case("outbound"),
        None => phase::reported(conversation) == Some(Phase::Dialing),
    }
}
