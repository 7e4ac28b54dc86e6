//! Incoming messages: what the Genesys Cloud client publishes, whatever its spelling, as one [`Event`].
//!
//! No document specifies these; the spellings are those that captured calls show, and anybody on the channel may send
//! anything. So nothing here fails: what cannot be used is told as a [`Problem`], what is not known as an informational
//! one, and the rest is used.
//!
//! - [`conversation`]: what a message says of an interaction.
//! - [`field`]: its fields, by the kind of their values.
//! - [`transcript`]: its utterances.
//! - [`envelope`]: the spellings around it.

pub mod conversation;
pub mod envelope;
pub mod field;
pub mod transcript;

use crate::problem::Problem;
use conversation::Conversation;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Something was said of an interaction.
    Interaction {
        /// The interaction's ID.
        id: String,
        /// What was said.
        conversation: Box<Conversation>,
        /// What the message was about.
        announcement: Announcement,
    },
    /// The agent's status changed.
    Status {
        /// `ON_QUEUE`, `MEAL`, …
        status: String,
        /// The organisation's own text.
        sub_status: Option<String>,
        /// The ID of the status.
        id: Option<String>,
    },
    /// The agent's routing status changed: `IDLE`, `INTERACTING`, `OFF_QUEUE`, …
    RoutingStatus(String),
    /// The client's selected interaction changed; `None` when none is selected.
    Selection(Option<String>),
    /// The client was set up, so it has no subscriptions any more.
    SetUp,
    /// The agent logged out of the client.
    LoggedOut,
    /// Something that says nothing of interactions or the agent.
    Other,
}

/// What a message about an interaction announces beside its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// The interaction came to the agent.
    Added,
    /// Something about it changed, or nothing did.
    Changed,
    /// A blind transfer began.
    BlindTransfer,
    /// A consult transfer began.
    ConsultTransfer,
    /// A consult transfer was completed.
    ConsultCompleted,
    /// The client has let it go.
    Deallocated,
}

/// What was read of one message.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What happened.
    pub event: Event,
    /// What could not be used, with pointers into the message.
    pub problems: Vec<Problem>,
}
