//! Where in its life an interaction is, and in which direction it moves.

use crate::event::conversation::Conversation;
use crate::event::field::{BoolField, TextField};

crate::string_enum::string_enum! {
    /// The phases of an interaction's life.
    Phase {
        /// It waits for the agent to answer.
        Alerting = "alerting",
        /// It waits for the other party to answer.
        Dialing = "dialing",
        /// The parties are in contact.
        Connected = "connected",
        /// The other party waits.
        Held = "held",
        /// It is over; wrap-up may be left to do.
        Disconnected = "disconnected",
        /// It is over and wrapped up.
        Done = "done",
    }
}

impl Phase {
    /// Lives go one way: from beginning to contact, from contact to the end, from the end to being done. Within one of
    /// these steps phases may alternate.
    const fn step(self) -> u8 {
        match self {
            Phase::Alerting | Phase::Dialing => 0,
            Phase::Connected | Phase::Held => 1,
            Phase::Disconnected => 2,
            Phase::Done => 3,
        }
    }

    /// Whether a life that has come to `other` cannot come to this phase any more.
    ///
    /// ```
    /// use patchbay::interaction::phase::Phase;
    /// assert!(Phase::Held.is_before(Phase::Disconnected));
    /// assert!(!Phase::Held.is_before(Phase::Connected));
    /// ```
    pub const fn is_before(self, other: Phase) -> bool {
        self.step() < other.step()
    }

    /// Whether the parties are in contact, be it on hold.
    pub const fn is_in_contact(self) -> bool {
        matches!(self, Phase::Connected | Phase::Held)
    }

    /// Whether nobody is in contact any more.
    pub const fn is_over(self) -> bool {
        self.step() > 1
    }

    /// Whether it is over and wrapped up.
    pub const fn is_done(self) -> bool {
        matches!(self, Phase::Done)
    }

    /// This phase, unless it was told by the flag of being connected alone, which is true of a held interaction too.
    pub(super) fn unless_softer(self, known: Phase, conversation: &Conversation) -> Phase {
        if self == Phase::Connected && known == Phase::Held && state(conversation).is_none() { known } else { self }
    }
}

/// The phase that an interaction reports, or `None` when it reports none.
///
/// The message that ends wrap-up still says `DISCONNECTED`, and one that ends a call may still say `CONNECTED`: the flag
/// that is furthest along decides.
///
/// ```
/// use patchbay::{event::conversation::Conversation, interaction::phase::{Phase, reported}};
/// let object = serde_json::json!({ "state": "DISCONNECTED", "isDisconnected": true, "isDone": true });
/// let conversation = Conversation::read(object.as_object().unwrap(), "", &mut Vec::new());
/// assert_eq!(reported(&conversation), Some(Phase::Done));
/// ```
pub fn reported(conversation: &Conversation) -> Option<Phase> {
    if conversation.flag(BoolField::IsDone) == Some(true) {
        return Some(Phase::Done);
    }
    if conversation.flag(BoolField::IsDisconnected) == Some(true) {
        return Some(Phase::Disconnected);
    }
    match state(conversation) {
        Some(phase) => Some(phase),
        None => (conversation.flag(BoolField::IsConnected) == Some(true)).then_some(Phase::Connected),
    }
}

/// The phase that the state alone reports, whatever the flags say.
pub(super) fn state(conversation: &Conversation) -> Option<Phase> {
    let state = conversation.text(TextField::State)?;
    [
        ("ALERTING", Phase::Alerting),
        ("OFFERING", Phase::Alerting),
        ("DIALING", Phase::Dialing),
        ("CONTACTING", Phase::Dialing),
        ("CONNECTED", Phase::Connected),
        ("HELD", Phase::Held),
        ("DISCONNECTED", Phase::Disconnected),
        ("TERMINATED", Phase::Disconnected),
    ]
    .into_iter()
    .find_map(|(name, phase)| state.eq_ignore_ascii_case(name).then_some(phase))
}
