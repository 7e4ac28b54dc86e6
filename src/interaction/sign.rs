//! What shows that the client has done what was asked of it: one table, with the source of each sign.
//!
//! No document tells how the client answers an action. The signs are what captured calls show after it.

use super::Interaction;
use super::phase::Phase;
use crate::command::vocabulary::Action;
use crate::event::field::{BoolField, TextField};

/// What an interaction shows once an action was performed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// The parties are in contact.
    Connected,
    /// The other party waits.
    Held,
    /// Recording is paused, or goes on again.
    Recording,
    /// The interaction is over.
    Over,
    /// A blind transfer is announced, or the interaction is over.
    Transferring,
    /// Somebody is consulted.
    Consulting,
    /// Nobody is consulted any more.
    ConsultOver,
}

impl Sign {
    /// All of them.
    pub const ALL: &'static [Sign] = &[
        Sign::Connected,
        Sign::Held,
        Sign::Recording,
        Sign::Over,
        Sign::Transferring,
        Sign::Consulting,
        Sign::ConsultOver,
    ];

    /// What it is, for the documents.
    pub const fn sentence(self) -> &'static str {
        match self {
            Sign::Connected => "the state is CONNECTED",
            Sign::Held => "the state is HELD",
            Sign::Recording => "securePause or recordingState is different",
            Sign::Over => "the interaction is disconnected or gone",
            Sign::Transferring => "blindTransfer is announced, or the interaction is disconnected",
            Sign::Consulting => "consultTransfer is announced, or a second call begins",
            Sign::ConsultOver => "completeConsultTransfer is announced, or one of the two calls is disconnected",
        }
    }

    /// Where it is seen.
    pub const fn source(self) -> &'static str {
        match self {
            Sign::Connected => "captured calls: a change to CONNECTED follows ALERTING, and HELD",
            Sign::Held => "captured calls: a change to HELD follows CONNECTED",
            Sign::Recording => {
                "captured calls: recordingState goes from one value to another; securePause stands beside it"
            }
            Sign::Over => "captured calls: disconnect",
            Sign::Transferring => "captured calls: blindTransfer, then disconnect",
            Sign::Consulting => "captured calls: consultTransfer, then a second interaction",
            Sign::ConsultOver => "captured calls: completeConsultTransfer, then disconnect of both",
        }
    }
}

/// The sign of an action that is sent to an interaction in this state; `None` where no source names one, and where nothing
/// would change. `leaves` is the `disconnect` of a secure session.
///
/// Mute has none: no captured message has a property for it. A secure session that comes back has none: no capture has one.
///
/// ```
/// use patchbay::{command::vocabulary::Action, interaction::{phase::Phase, sign::{Sign, expected}}};
/// assert_eq!(expected(Phase::Held, false, false, Action::Hold), Some(Sign::Connected));
/// assert_eq!(expected(Phase::Connected, false, false, Action::Mute), None);
/// ```
pub const fn expected(phase: Phase, consulting: bool, leaves: bool, action: Action) -> Option<Sign> {
    match (action, phase) {
        (_, Phase::Disconnected | Phase::Done) => None,
        (Action::Disconnect, _) => Some(Sign::Over),
        (Action::Pickup, Phase::Alerting | Phase::Held) => Some(Sign::Connected),
        // A call on hold is asked to be held again to take it off: captured calls name no other action for it.
        (Action::Hold, Phase::Held) => Some(Sign::Connected),
        (_, Phase::Alerting | Phase::Dialing) => None,
        (Action::Hold, Phase::Connected) => Some(Sign::Held),
        (Action::SecurePause, _) => Some(Sign::Recording),
        (Action::BlindTransfer, _) => Some(Sign::Transferring),
        (Action::ConsultTransfer, _) if !consulting => Some(Sign::Consulting),
        (Action::ConcludeTransfer, _) if consulting => Some(Sign::ConsultOver),
        (Action::SecureSession, _) if leaves => Some(Sign::Over),
        (
            Action::Pickup | Action::Mute | Action::ConsultTransfer | Action::ConcludeTransfer | Action::SecureSession,
            _,
        ) => None,
    }
}

/// How an interaction is recorded.
pub type Recording = (Option<bool>, Option<String>);

impl Interaction {
    /// The sign of an action that is sent now.
    pub fn expected(&self, action: Action, leaves: bool) -> Option<Sign> {
        expected(self.phase, self.consult.is_some(), leaves, action)
    }

    /// Whether it shows a sign. `before` is how it was recorded when the action was sent.
    pub fn shows(&self, sign: Sign, before: &Recording) -> bool {
        match sign {
            Sign::Connected => self.phase == Phase::Connected,
            Sign::Held => self.phase == Phase::Held,
            Sign::Recording => self.recording() != *before,
            Sign::Over => self.phase.is_over(),
            Sign::Transferring => self.transferring || self.phase.is_over(),
            Sign::Consulting => self.consult.is_some(),
            Sign::ConsultOver => self.consult.is_none(),
        }
    }

    /// How it is recorded.
    pub fn recording(&self) -> Recording {
        let state = self.conversation.text(TextField::RecordingState);
        (self.conversation.flag(BoolField::SecurePause), state.map(str::to_ascii_lowercase))
    }

    /// Whether a toggle is switched on; `None` where the client has not told, of mute, which it never tells, and of an action that
    /// is no toggle.
    pub fn is_on(&self, action: Action) -> Option<bool> {
        match action {
            Action::Hold => Some(self.phase == Phase::Held),
            Action::SecurePause => self.conversation.flag(BoolField::SecurePause).map(|_| self.is_secure_paused()),
            _ => None,
        }
    }

    /// Whether the recording is paused for secure data. The client may report a ringing or an ended interaction so too.
    pub fn is_secure_paused(&self) -> bool {
        self.phase.is_in_contact() && self.conversation.flag(BoolField::SecurePause) == Some(true)
    }
}
