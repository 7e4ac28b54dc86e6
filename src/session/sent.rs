//! What was sent to the client, and what came of it.
//!
//! The client answers no message: what it did shows in its events, if at all. So each action that was sent is followed until
//! its [`Sign`](crate::interaction::sign::Sign) shows, or its deadline has passed. What was asked of an interaction is stored: a
//! session that is set up anew in the same page goes on with it, and no event tells whether somebody is muted.

use serde::Serialize;
use serde_json::{Value, json};

use super::change::Change;
use super::{Agent, Context, Session};
use crate::command::target::is_uuid;
use crate::command::vocabulary::{Action, MessageType};
use crate::event::Event;
use crate::interaction::allowed::Refusal;
use crate::interaction::sign::{Recording, Sign};
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;
use crate::time::Timestamp;

/// How long the second click of a double click may take, in milliseconds: the default of Windows.
pub const DOUBLE_CLICK: f64 = 500.0;
/// How long an action waits for the sign of the same one, in milliseconds.
pub const REPEAT_AFTER: f64 = 1_000.0;
/// How long a sign may take, in milliseconds. In captured calls it comes within one second.
pub const DEADLINE: f64 = 5_000.0;
/// Maximum number of sent actions kept, the latest of each kind.
const MAX_SENT: usize = 64;

crate::string_enum::string_enum! {
    /// What came of an action that was sent.
    SentState {
        /// Its event has not come yet.
        Waiting = "waiting",
        /// Its event has come.
        Confirmed = "confirmed",
        /// Its event has not come within five seconds.
        Unconfirmed = "unconfirmed",
        /// No event tells of it.
        NoSign = "no-sign",
    }
}

crate::string_enum::string_enum! {
    /// A likely reason why the client has not reacted.
    #[cfg_attr(feature = "typescript", ts(rename = "UnconfirmedReason"))]
    Reason {
        /// Nothing came from the client since: it is closed, logged out, or publishes no events.
        ClientSilent = "client-silent",
        /// The client has never told of the interaction.
        InteractionUnknown = "interaction-unknown",
        /// The call is not recorded.
        NotRecorded = "not-recorded",
        /// The target does not exist, or takes nothing now.
        TargetUnavailable = "target-unavailable",
        /// The consulted party has not answered.
        NotAnswered = "not-answered",
        /// There is no such secure flow.
        FlowUnknown = "flow-unknown",
        /// There is no such status, or the client publishes none.
        StatusUnknown = "status-unknown",
        /// The agent lacks the permission for it in Genesys Cloud.
        NotPermitted = "not-permitted",
    }
}

/// What was asked of the client.
#[derive(Clone, Debug, PartialEq)]
enum Asked {
    /// An action on the interaction with this ID.
    Action(String, Action),
    /// A status of the agent.
    Status,
}

/// What shows that it was done.
#[derive(Clone, Debug, PartialEq)]
enum Expected {
    Nothing,
    Sign(Sign, Recording),
    /// Of an interaction that is unknown, any event.
    Heard,
    /// A status that is not this one. If it may be the one that was asked for, the client perhaps tells nothing.
    Status {
        before: Box<Agent>,
        may_be_same: bool,
    },
}

/// An action that was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    asked: Asked,
    /// Whether a toggle was to be switched on.
    on: Option<bool>,
    at: f64,
    expected: Expected,
    state: SentState,
    /// Whether anything came from the client since.
    heard: bool,
    reasons: Vec<Reason>,
}

/// An action that was sent, and what came of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "SentAction"))]
pub struct SentView<'a> {
    /// Null of the agent's status.
    interaction_id: Option<&'a str>,
    #[cfg_attr(feature = "typescript", ts(type = "Action | 'updateStatus'"))]
    action: &'static str,
    /// Of hold, mute and securePause: whether it was to be switched on. Null where that is not known, and of other actions.
    on: Option<bool>,
    /// ISO 8601 in UTC with milliseconds, by the session's clock.
    #[cfg_attr(feature = "typescript", ts(as = "String"))]
    sent_at: Option<Timestamp>,
    state: SentState,
    /// Of an unconfirmed one, the likely reasons, the likeliest first.
    #[cfg_attr(feature = "typescript", ts(as = "Vec<Reason>"))]
    reasons: &'a [Reason],
}

impl Sent {
    /// Its public shape.
    pub fn view(&self) -> SentView<'_> {
        let (interaction_id, action) = match &self.asked {
            Asked::Action(id, action) => (Some(id.as_str()), action.as_str()),
            Asked::Status => (None, "updateStatus"),
        };
        let Sent { on, at, state, reasons, .. } = self;
        let sent_at = Timestamp::from_milliseconds(*at);
        SentView { interaction_id, action, on: *on, sent_at, state: *state, reasons }
    }

    fn is(&self, id: &str, action: Action) -> bool {
        matches!(&self.asked, Asked::Action(of, asked) if of == id && *asked == action)
    }

    /// Whether the same action waits. Without a sign to wait for it waits as long as for one that does not come.
    fn blocks(&self, now: f64) -> bool {
        let is_unconfirmed = self.state != SentState::Confirmed;
        // A clock that was set back since must not keep the action away.
        (self.at..self.at + if is_unconfirmed { REPEAT_AFTER } else { DOUBLE_CLICK }).contains(&now)
    }

    /// Whether a sign may still come.
    fn is_open(&self) -> bool {
        self.state != SentState::Confirmed && self.expected != Expected::Nothing
    }

    fn is_late(&self, now: f64) -> bool {
        self.state == SentState::Waiting && now >= self.at + DEADLINE
    }
}

impl Session {
    /// The latest of each action that was sent, oldest first.
    pub fn sent_actions(&self) -> &[Sent] {
        &self.sent
    }

    /// Records a message that was published. Messages that ask nothing of an interaction or the agent are passed over.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// use serde_json::json;
    /// let mut session = Session::default();
    /// let message = json!({ "type": "PureCloud.Interaction.updateState", "data": { "action": "hold", "id": "1" } });
    /// assert!(session.sent(&message, &Context::default()).sent);
    /// ```
    pub fn sent(&mut self, message: &Value, context: &Context) -> Change {
        let data = &message["data"];
        let (id, action) = (data["id"].as_str(), data["action"].as_str().and_then(Action::named));
        let given = message["type"].as_str().unwrap_or_default();
        let named = MessageType::NAMES.iter().position(|name| name.eq_ignore_ascii_case(given));
        let (asked, on, expected) = match (named.map(|at| MessageType::ALL[at]), id, action) {
            (Some(MessageType::UpdateState), Some(id), Some(action)) => {
                let leaves = data["secureSessionContext"]["disconnect"] == true;
                // Nobody is muted until that is asked for, as far as this page can tell.
                let is_on = self.is_on(id, action).or((action == Action::Mute).then_some(false));
                let on = is_on.map(|on| !on);
                (Asked::Action(id.to_owned(), action), on, self.expected_of(id, action, leaves))
            }
            (Some(MessageType::UpdateStatus), Some(id), _) => (Asked::Status, None, self.expected_status(id)),
            (Some(MessageType::AddCustomAttributes | MessageType::Subscribe), ..) => return Change::default(),
            _ => {
                let message =
                    "This is no message of the builders, so nothing is followed; give the one that was published.";
                return Change::problem(Problem::warning("", Code::UnknownType, message));
            }
        };
        let state = match expected {
            Expected::Nothing | Expected::Status { may_be_same: true, .. } => SentState::NoSign,
            _ => SentState::Waiting,
        };
        if let Asked::Action(id, action) = &asked {
            self.note_sent(id, *action, on, data, context);
        }
        self.sent.retain(|sent| sent.asked != asked);
        if self.sent.len() == MAX_SENT {
            self.sent.remove(0);
        }
        self.sent.push(Sent { asked, on, at: context.now, expected, state, heard: false, reasons: Vec::new() });
        Change { sent: true, ..Change::default() }
    }

    /// What a later session needs: of each action `[id, action, on, at, state, heard]`.
    pub(super) fn sent_snapshot(&self) -> Value {
        let stored = |sent: &Sent| match &sent.asked {
            Asked::Action(id, action) => {
                Some(json!([id, action.as_str(), sent.on, sent.at, sent.state.as_str(), sent.heard]))
            }
            Asked::Status => None,
        };
        self.sent.iter().filter_map(stored).collect()
    }

    /// Reads a snapshot, an untrusted value, once the interactions are known; what cannot be read is left out. What is waited for
    /// follows from the interaction, which is as it was.
    pub(super) fn restore_sent(&mut self, snapshot: &Value) {
        for stored in snapshot.as_array().into_iter().flatten().take(MAX_SENT) {
            let named = (stored[0].as_str(), stored[1].as_str().and_then(Action::named));
            let (Some(id), Some(action)) = named else { continue };
            let state = stored[4].as_str().and_then(SentState::named);
            let (Some(at), Some(mut state), true) = (stored[3].as_f64(), state, self.interaction(id).is_some()) else {
                continue;
            };
            let is_open = matches!(state, SentState::Waiting | SentState::Unconfirmed);
            let mut expected = Expected::Nothing;
            // Whether a secure session was to end the call is not stored.
            if is_open && action != Action::SecureSession {
                expected = self.expected_of(id, action, false);
            }
            if is_open && expected == Expected::Nothing {
                state = SentState::NoSign;
            }
            let (asked, heard) = (Asked::Action(id.to_owned(), action), stored[5] == true);
            let mut sent = Sent { asked, on: stored[2].as_bool(), at, expected, state, heard, reasons: Vec::new() };
            if sent.state == SentState::Unconfirmed {
                sent.reasons = self.reasons(&sent);
            }
            self.sent.push(sent);
        }
    }

    fn expected_of(&self, id: &str, action: Action, leaves: bool) -> Expected {
        match self.interaction(id) {
            None => Expected::Heard,
            Some(interaction) => match interaction.expected(action, leaves) {
                Some(sign) => Expected::Sign(sign, interaction.recording()),
                None => Expected::Nothing,
            },
        }
    }

    /// A status that the agent is in already changes nothing, and the client then tells nothing. `id` may be a name: `Break` is
    /// told as `BREAK`. Captured events have no ID of the status, so it is rarely known whether an ID is that of the present one.
    fn expected_status(&self, id: &str) -> Expected {
        let Agent { status, sub_status, status_id, .. } = &self.agent;
        let is_name = |name: &String| name.replace('_', " ").eq_ignore_ascii_case(&id.replace('_', " "));
        let is_same = status_id.as_deref() == Some(id) || sub_status.as_ref().or(status.as_ref()).is_some_and(is_name);
        let may_be_same = if is_uuid(id.as_bytes()) { status_id.is_none() } else { status.is_none() };
        let before = || Box::new(self.agent.clone());
        if is_same { Expected::Nothing } else { Expected::Status { before: before(), may_be_same } }
    }

    /// Whether a toggle is switched on, as far as that is known: of mute, how it was last asked for, if it was.
    fn is_on(&self, id: &str, action: Action) -> Option<bool> {
        match action {
            Action::Mute => self.sent.iter().find(|sent| sent.is(id, action)).and_then(|sent| sent.on),
            _ => self.interaction(id).and_then(|interaction| interaction.is_on(action)),
        }
    }

    /// Why an action is not to be sent now: the state of the interaction does not allow it, the same one was sent a moment
    /// ago, or, where `on` says how a toggle is to be, it is so already.
    pub fn refuse_now(&self, id: &str, action: Action, on: Option<bool>, now: f64) -> Option<Problem> {
        if let Some(problem) = self.refuse(id, action) {
            return Some(problem);
        }
        let blocked = self.sent.iter().any(|sent| sent.is(id, action) && sent.blocks(now));
        let refusal = match (on, self.is_on(id, action)) {
            _ if blocked => Refusal::JustSent,
            (Some(true), Some(true)) => Refusal::AlreadyOn,
            (Some(false), Some(false)) => Refusal::AlreadyOff,
            _ => return None,
        };
        Some(refusal.problem(action))
    }

    /// Notices which signs an event shows, and removes what nothing can come of any more.
    pub(super) fn notice_signs(&mut self, is_of_client: bool, change: &mut Change) {
        let mut followed = std::mem::take(&mut self.sent);
        followed.retain_mut(|sent| {
            sent.heard |= is_of_client;
            if sent.is_open() && self.shows(sent) {
                sent.state = SentState::Confirmed;
                sent.reasons.clear();
                change.confirmed.push(sent.clone());
                change.sent = true;
            }
            let goes = match &sent.asked {
                Asked::Action(..) if sent.expected == Expected::Heard && sent.is_open() => false,
                Asked::Action(id, _) => self
                    .interaction(id)
                    .is_none_or(|interaction| !interaction.is_live() && sent.state != SentState::Confirmed),
                Asked::Status => false,
            };
            change.sent |= goes;
            !goes
        });
        self.sent = followed;
    }

    /// Forgets what was sent to the former segment of an interaction.
    pub(super) fn forget_sent(&mut self, id: &str, change: &mut Change) {
        let before = self.sent.len();
        self.sent.retain(|sent| !matches!(&sent.asked, Asked::Action(of, _) if of == id));
        change.sent |= self.sent.len() != before;
    }

    fn shows(&self, sent: &Sent) -> bool {
        match (&sent.expected, &sent.asked) {
            (Expected::Sign(sign, before), Asked::Action(id, _)) => match self.interaction(id) {
                Some(interaction) => interaction.shows(*sign, before),
                // It was removed.
                None => matches!(sign, Sign::Over | Sign::Transferring | Sign::ConsultOver),
            },
            (Expected::Heard, Asked::Action(id, _)) => self.interaction(id).is_some(),
            (Expected::Status { before, .. }, _) => {
                let status = |agent: &Agent| (agent.status.clone(), agent.sub_status.clone(), agent.status_id.clone());
                status(&self.agent) != status(before)
            }
            _ => false,
        }
    }

    /// The first deadline of an action that waits for its sign.
    pub(super) fn sign_deadline(&self) -> Option<f64> {
        let waiting = self.sent.iter().filter(|sent| sent.state == SentState::Waiting);
        waiting.map(|sent| sent.at + DEADLINE).reduce(f64::min)
    }

    /// Reports the actions whose deadline has passed.
    pub(super) fn expire_signs(&mut self, now: f64, change: &mut Change) {
        let mut followed = std::mem::take(&mut self.sent);
        for sent in followed.iter_mut().filter(|sent| sent.is_late(now)) {
            sent.state = SentState::Unconfirmed;
            sent.reasons = self.reasons(sent);
            change.unconfirmed.push(sent.clone());
            change.sent = true;
        }
        for sent in &change.unconfirmed {
            if let Asked::Action(id, action) = &sent.asked {
                self.note_unconfirmed(id, *action, now);
            }
        }
        self.sent = followed;
    }

    fn reasons(&self, sent: &Sent) -> Vec<Reason> {
        let silent = (!sent.heard).then_some(Reason::ClientSilent);
        let unknown = (sent.expected == Expected::Heard).then_some(Reason::InteractionUnknown);
        let own = match &sent.asked {
            Asked::Status => Some(Reason::StatusUnknown),
            Asked::Action(_, action) => match action {
                Action::SecurePause => Some(Reason::NotRecorded),
                Action::BlindTransfer | Action::ConsultTransfer => Some(Reason::TargetUnavailable),
                Action::ConcludeTransfer => Some(Reason::NotAnswered),
                Action::SecureSession => Some(Reason::FlowUnknown),
                Action::Pickup | Action::Disconnect | Action::Hold | Action::Mute => None,
            },
        };
        [silent, unknown, own, Some(Reason::NotPermitted)].into_iter().flatten().collect()
    }
}

/// Whether an event shows that the client is at work; the page selects too.
pub(super) fn is_of_client(event: &Event) -> bool {
    !matches!(event, Event::Other | Event::Selection(_))
}
