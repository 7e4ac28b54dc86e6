//! What may be done with an interaction in each phase: one table, with the reason and the source of each refusal.
//!
//! Where documents and captured calls are silent, the action is allowed: the client decides.

use super::{Interaction, Kind, Phase};
use crate::command::vocabulary::Action;
use crate::problem::{Code, Problem, Reason};
use crate::string_enum::StringEnum;

/// Why an action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Nobody is part of the interaction any more.
    Over,
    /// It was answered already.
    Answered,
    /// The other party has to answer.
    Ringing,
    /// The parties are not in contact yet.
    NotConnected,
    /// There is no voice, and no recording of one.
    NotSpoken,
    /// There is no IVR in it.
    NotIvr,
    /// It is not a call.
    NotVoice,
    /// Nobody is consulted.
    NotConsulting,
    /// The same was sent a moment ago.
    JustSent,
    /// A toggle is switched on already.
    AlreadyOn,
    /// A toggle is switched off already.
    AlreadyOff,
}

impl Refusal {
    /// All of them.
    pub const ALL: &'static [Refusal] = &[
        Refusal::Over,
        Refusal::Answered,
        Refusal::Ringing,
        Refusal::NotConnected,
        Refusal::NotSpoken,
        Refusal::NotIvr,
        Refusal::NotVoice,
        Refusal::NotConsulting,
        Refusal::JustSent,
        Refusal::AlreadyOn,
        Refusal::AlreadyOff,
    ];

    /// Why, and when it would be possible; `{action}` stands for the action.
    pub const fn sentence(self) -> &'static str {
        match self {
            Refusal::Over => "{action} is not possible: the interaction is over; it is possible with a new one.",
            Refusal::Answered => {
                "{action} is not possible: the interaction is answered already; it is possible while one alerts."
            }
            Refusal::Ringing => {
                "{action} is not possible: the other party has to answer; it is possible with an interaction that comes in."
            }
            Refusal::NotConnected => "{action} is not possible yet; it is possible once the interaction is connected.",
            Refusal::NotSpoken => {
                "{action} is not possible: nothing is spoken or recorded here; it is possible with a call, a callback or a voicemail."
            }
            Refusal::NotIvr => {
                "{action} is not possible: a secure flow is an IVR flow; it is possible with a call or a callback."
            }
            Refusal::NotVoice => {
                "{action} is not possible: only a call can be consulted about; it is possible with a call or a callback."
            }
            Refusal::NotConsulting => {
                "{action} is not possible: nobody is consulted; it is possible after consultTransfer."
            }
            Refusal::JustSent => {
                "{action} is not possible: it was sent a moment ago; it is possible again once the client has reacted, or after a second."
            }
            Refusal::AlreadyOn => {
                "{action} is not possible: it is switched on already; it is possible once it is switched off."
            }
            Refusal::AlreadyOff => {
                "{action} is not possible: it is switched off already; it is possible once it is switched on."
            }
        }
    }

    /// Where it is written, or seen.
    pub const fn source(self) -> &'static str {
        match self {
            Refusal::Over => "captured calls: after isDisconnected no message tells of a party any more",
            Refusal::Answered => "“pickup” answers; captured calls: ALERTING comes before CONNECTED and never after",
            Refusal::Ringing => "captured calls: DIALING and CONTACTING end when the other party answers",
            Refusal::NotConnected => "captured calls: HELD, a recording and transfers follow CONNECTED",
            Refusal::NotSpoken => "captured chats: recordingState is “none”, and there is no audio to mute",
            Refusal::NotIvr => "“Only use … secureSession for secure IVR flows.”",
            Refusal::NotVoice => "Genesys Cloud help: a consult transfer is for voice interactions",
            Refusal::NotConsulting => "“Only use concludeTransfer for consult transfers …”",
            Refusal::JustSent => {
                "captured calls: hold, mute and securePause are toggles, so a second click takes the first back"
            }
            Refusal::AlreadyOn | Refusal::AlreadyOff => "captured calls: HELD and securePause say how a toggle stands",
        }
    }

    /// The reason of its problem.
    pub const fn reason(self) -> Reason {
        match self {
            Refusal::Over => Reason::Over,
            Refusal::Answered => Reason::Answered,
            Refusal::Ringing => Reason::Ringing,
            Refusal::NotConnected => Reason::NotConnected,
            Refusal::NotSpoken => Reason::NotSpoken,
            Refusal::NotIvr => Reason::NotIvr,
            Refusal::NotVoice => Reason::NotVoice,
            Refusal::NotConsulting => Reason::NotConsulting,
            Refusal::JustSent => Reason::JustSent,
            Refusal::AlreadyOn => Reason::AlreadyOn,
            Refusal::AlreadyOff => Reason::AlreadyOff,
        }
    }

    /// The code of its problem.
    pub const fn code(self) -> Code {
        match self {
            Refusal::JustSent => Code::JustSent,
            _ => Code::NotAllowed,
        }
    }

    /// The problem of a message with this action.
    pub fn problem(self, action: Action) -> Problem {
        let sentence = self.sentence().replace("{action}", action.as_str());
        Problem::error("/data/action", self.code(), sentence).because(self.reason(), Vec::new())
    }
}

/// Whether the table allows an action, and if not, why.
///
/// ```
/// use patchbay::{interaction::{Kind, allowed::{Refusal, refusal}, phase::Phase}, command::vocabulary::Action};
/// assert_eq!(refusal(Phase::Alerting, Kind::Call, false, Action::Pickup), None);
/// assert_eq!(refusal(Phase::Alerting, Kind::Call, false, Action::Hold), Some(Refusal::NotConnected));
/// ```
pub const fn refusal(phase: Phase, kind: Kind, consulting: bool, action: Action) -> Option<Refusal> {
    match (phase, action) {
        (Phase::Disconnected | Phase::Done, _) => Some(Refusal::Over),
        (_, Action::Disconnect) => None,
        (Phase::Alerting | Phase::Held, Action::Pickup) => None,
        (Phase::Dialing, Action::Pickup) => Some(Refusal::Ringing),
        (Phase::Connected, Action::Pickup) => Some(Refusal::Answered),
        (_, Action::ConcludeTransfer) if !consulting => Some(Refusal::NotConsulting),
        (_, Action::Mute | Action::SecurePause) if !(kind.is_spoken() || matches!(kind, Kind::Voicemail)) => {
            Some(Refusal::NotSpoken)
        }
        (_, Action::SecureSession) if !kind.is_spoken() => Some(Refusal::NotIvr),
        (_, Action::ConsultTransfer) if !kind.is_spoken() => Some(Refusal::NotVoice),
        (Phase::Alerting | Phase::Dialing, _) => Some(Refusal::NotConnected),
        (Phase::Connected | Phase::Held, _) => None,
    }
}

/// Whether a screen offers an action: it is possible now, or may become so before the interaction ends.
///
/// In a consult transfer it is the end of that one that is wanted, not a second transfer (“Consult transfer a
/// call”).
///
/// ```
/// use patchbay::{interaction::{Kind, allowed::is_offered, phase::Phase}, command::vocabulary::Action};
/// assert!(is_offered(Phase::Alerting, Kind::Call, false, Action::Hold));
/// assert!(!is_offered(Phase::Alerting, Kind::Chat, false, Action::Mute));
/// ```
pub const fn is_offered(phase: Phase, kind: Kind, consulting: bool, action: Action) -> bool {
    match action {
        Action::Pickup => matches!(phase, Phase::Alerting),
        Action::ConcludeTransfer => consulting && !phase.is_over(),
        Action::BlindTransfer | Action::ConsultTransfer if consulting => false,
        _ => !matches!(
            refusal(phase, kind, consulting, action),
            Some(Refusal::Over | Refusal::NotSpoken | Refusal::NotIvr | Refusal::NotVoice)
        ),
    }
}

impl Interaction {
    /// Why an action is not possible now.
    pub fn refusal(&self, action: Action) -> Option<Refusal> {
        refusal(self.phase, self.kind(), self.consult.is_some(), action)
    }

    /// The actions that a screen offers.
    pub fn offered(&self) -> Vec<Action> {
        let offered = |action: &Action| is_offered(self.phase, self.kind(), self.consult.is_some(), *action);
        Action::ALL.iter().copied().filter(offered).collect()
    }

    /// The actions that are possible now.
    pub fn allowed(&self) -> Vec<Action> {
        Action::ALL.iter().copied().filter(|action| self.refusal(*action).is_none()).collect()
    }
}
