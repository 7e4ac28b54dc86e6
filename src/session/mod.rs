//! One agent's session in one browser: the state of every live interaction and its log, kept up to date by messages.
//!
//! - [`change`]: what one call changed.
//! - [`in_front`]: the record in front, and records for a number that is about to be dialled.
//! - [`join`]: how records join a log.
//! - [`logs`]: the logs of the interactions, and their saves.
//! - [`command`]: commands from the page.
//! - [`snapshot`]: the session as text, for a later page.
//! - [`persistence`]: reads and writes the browser's storage.
//! - [`runtime`]: runs one call with all of the above.
//! - [`view`]: the shapes that JavaScript receives.

pub mod change;
pub mod command;
pub mod in_front;
mod join;
pub mod logs;
pub mod persistence;
pub mod runtime;
pub mod snapshot;
pub mod view;

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;

use crate::command::vocabulary::Action;
use crate::event::conversation::{BoolField, Conversation, TextField, TimeField};
use crate::event::envelope;
use crate::event::{Announcement, Event, Reading};
use crate::interaction::allowed::Refusal;
use crate::interaction::phase::{self, Phase};
use crate::interaction::segment::{Order, Segment};
use crate::interaction::{Consult, Interaction, Kind};
use crate::log::{FormatTime, Log};
use crate::problem::{Code, Problem};
use crate::time::{self, Timestamp};
use change::Change;
use in_front::InFront;
use logs::Logs;

/// Maximum length of a message, in bytes of UTF-8: enough for a transcript twice as long as Salesforce stores.
pub const MAX_MESSAGE_LEN: usize = 1024 * 1024;
/// Maximum number of interactions followed at once. An agent has a handful.
pub const MAX_LIVE: usize = 200;
/// Maximum number of done interactions kept, for late messages and for components that still show them.
pub const MAX_DONE: usize = 8;
/// Maximum number of removed interactions remembered by ID, so that late messages do not bring them back.
const MAX_TOMBSTONES: usize = 64;

/// The agent's statuses, as the client reports them. Status and routing status change independently: going off queue for a
/// meal makes the routing status `OFF_QUEUE` and the status `MEAL`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Agent {
    /// `ON_QUEUE`, `MEAL`, …
    pub status: Option<String>,
    /// Free text that the organisation defines.
    pub sub_status: Option<String>,
    /// `IDLE`, `INTERACTING`, `OFF_QUEUE`, …
    pub routing_status: Option<String>,
    /// The ID of the status, as `updateStatus` takes it.
    pub status_id: Option<String>,
}

/// What is remembered of an interaction's former segment, so that late messages of it do not begin or change another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tombstone {
    id: String,
    end: Option<Timestamp>,
    segment: Segment,
}

/// What a message about an interaction belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// The segment that is followed.
    Current,
    /// One that begins with this message, after another.
    New,
    /// One that this page has not followed; its log may be restored from another page.
    Resumed,
    /// A former one.
    Former,
    /// None that is or was followed.
    Nothing,
}

/// The time of a call, and how to format times: the session has neither a clock nor a locale.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Milliseconds since 1970, by a clock that only ever moves forwards.
    pub now: f64,
    /// Formats a time for people.
    pub format_time: FormatTime<'a>,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Context { now: 0.0, format_time: &time::utc }
    }
}

/// One agent's session.
///
/// ```
/// use patchbay::session::{Context, Session};
/// let (mut session, context) = (Session::default(), Context::default());
/// let message = r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"ALERTING"}}"#;
/// assert_eq!(session.receive(message, &context).interactions, ["1"]);
/// assert!(session.receive(message, &context).is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    agent: Agent,
    interactions: Vec<Interaction>,
    tombstones: VecDeque<Tombstone>,
    /// The ID that the client reported as selected. Its interaction may be unknown, or removed.
    selection: Option<String>,
    logs: Logs,
    in_front: InFront,
}

impl Session {
    /// The agent.
    pub fn agent(&self) -> &Agent {
        &self.agent
    }

    /// The live interactions and up to [`MAX_DONE`] done ones, oldest first.
    pub fn interactions(&self) -> &[Interaction] {
        &self.interactions
    }

    /// The interaction with this ID.
    pub fn interaction(&self, id: &str) -> Option<&Interaction> {
        self.interactions.iter().find(|interaction| interaction.id == id)
    }

    /// The selected interaction: the one that the client selected, unless it is unknown or done; else the newest live one;
    /// else the newest that is in wrap-up.
    pub fn selected(&self) -> Option<&Interaction> {
        let chosen = self.selection.as_deref().and_then(|id| self.interaction(id));
        let newest = |which: fn(&Interaction) -> bool| self.interactions.iter().rev().find(|one| which(one));
        chosen
            .filter(|interaction| !interaction.phase.is_done())
            .or_else(|| newest(Interaction::is_live))
            .or_else(|| newest(|interaction| !interaction.phase.is_done()))
    }

    /// Why an action is not possible now with an interaction; `None` when it is. Unknown interactions are never refused.
    pub fn refuse(&self, id: &str, action: Action) -> Option<Problem> {
        let refusal = match self.interaction(id) {
            Some(interaction) => interaction.refusal(action)?,
            None if self.tombstones.iter().any(|gone| gone.id == id) => Refusal::Over,
            None => return None,
        };
        let sentence = refusal.sentence().replace("{action}", action.as_str());
        Some(Problem::error("/data/action", Code::NotAllowed, sentence))
    }

    /// Applies one message of the channel, given as JSON.
    pub fn receive(&mut self, json: &str, context: &Context) -> Change {
        if json.len() > MAX_MESSAGE_LEN {
            let message = "The message is longer than 1 MiB and is ignored; send less at once.";
            return Change::problem(Problem::error("", Code::TooLong, message));
        }
        let Reading { event, problems } = envelope::read(json);
        self.handle(event, problems, context)
    }

    /// Selects an interaction as the client does by a message; whoever selects last wins. Null selects none.
    pub fn select(&mut self, id: &Value, context: &Context) -> Change {
        let mut problems = Vec::new();
        let event = envelope::read_selection(Some(id), "/id", &mut problems);
        self.handle(event, problems, context)
    }

    fn handle(&mut self, event: Event, problems: Vec<Problem>, context: &Context) -> Change {
        let selected = self.selected().map(|interaction| interaction.id.clone());
        let mut change = Change { problems, ..Change::default() };
        let before = self.before(&event);
        self.apply(event, &mut change, context);
        self.remove_oldest(&mut change);
        self.update_logs(&mut change, context);
        self.join_after_update(before, &mut change, context);
        change.selection = selected.as_deref() != self.selected().map(|interaction| interaction.id.as_str());
        change
    }

    fn apply(&mut self, event: Event, change: &mut Change, context: &Context) {
        match event {
            Event::Other => {}
            Event::SetUp => change.set_up = true,
            Event::LoggedOut => {
                change.agent = self.agent != Agent::default();
                self.agent = Agent::default();
            }
            Event::Selection(id) => {
                change.reselected = self.selection != id;
                self.selection = id;
            }
            Event::Status { status, sub_status, id } => {
                let routing_status = self.agent.routing_status.clone();
                let is_same = self.agent.status.as_ref() == Some(&status);
                let status_id = id.or_else(|| self.agent.status_id.take().filter(|_| is_same));
                let agent = Agent { status: Some(status), sub_status, status_id, routing_status };
                change.agent = self.agent != agent;
                self.agent = agent;
            }
            Event::RoutingStatus(status) => {
                change.agent = self.agent.routing_status.as_deref() != Some(&status);
                self.agent.routing_status = Some(status);
            }
            Event::Interaction { id, conversation, announcement } => {
                self.apply_interaction(&id, *conversation, announcement, change, context)
            }
        }
    }

    fn apply_interaction(
        &mut self,
        id: &str,
        conversation: Conversation,
        announcement: Announcement,
        change: &mut Change,
        context: &Context,
    ) {
        match self.about(id, &conversation, announcement) {
            About::Nothing => return,
            About::Former => return self.update_former_log(id, conversation, change, context),
            About::New => {
                self.end_segment(id, change);
                self.archive_log(id, change, context);
                self.add(id, conversation, change);
            }
            About::Resumed => self.add(id, conversation, change),
            About::Current => self.merge(id, conversation, change),
        }
        self.announce(id, announcement, change);
    }

    fn merge(&mut self, id: &str, conversation: Conversation, change: &mut Change) {
        let Some(at) = self.interactions.iter().position(|interaction| interaction.id == id) else { return };
        let interaction = &mut self.interactions[at];
        let phase = interaction.phase;
        let outcome = interaction.merge(conversation);
        let is_held_now = interaction.phase == Phase::Held && phase != Phase::Held;
        if outcome.changed {
            change.touch(id);
        }
        if outcome.attributes {
            change.touch_attributes(id);
        }
        self.end_consult_of_the_ended(at, change);
        if is_held_now && let Some(second) = self.interactions.iter().rfind(|other| is_second_part(other)) {
            let second = second.id.clone();
            self.infer_consult(&second, change);
        }
    }

    /// Which segment a message is about. A message of contact after the end, or a new connection, begins a new one; what is
    /// late or repeated never does.
    fn about(&self, id: &str, conversation: &Conversation, announcement: Announcement) -> About {
        let segment = Segment::of(conversation);
        let reported = phase::reported(conversation);
        let ends = reported == Some(Phase::Done) || announcement == Announcement::Deallocated;
        let is_live = !ends && reported.is_some_and(|phase| !phase.is_over());
        let formers = || self.tombstones.iter().filter(|former| former.id == id);
        let is_before = |known: &Segment| matches!(segment.compare(known), Order::Same | Order::Earlier);
        let Some(current) = self.interaction(id) else {
            if formers().any(|former| is_before(&former.segment)) {
                return About::Former;
            }
            return match formers().next_back() {
                None if !self.is_new(conversation, announcement) => About::Nothing,
                None => self.about_restored(id, &segment, is_live),
                Some(former) => match segment.compare(&former.segment) {
                    Order::Later if !ends => About::New,
                    Order::Unknown if is_live && !former.outlasts(&segment) => About::New,
                    _ => About::Former,
                },
            };
        };
        if formers().any(|former| is_before(&former.segment))
            || formers().next_back().is_some_and(|former| former.owns(conversation, &segment, current))
        {
            return About::Former;
        }
        match segment.compare(&Segment::of(&current.conversation)) {
            Order::Earlier => About::Former,
            // The call of a callback is connected after the callback was.
            Order::Later if current.is_live() && current.kind() == Kind::Callback => About::Current,
            Order::Later if ends => About::Nothing,
            Order::Later => About::New,
            Order::Unknown if is_live && !current.is_live() => {
                let end = current.conversation.time(TimeField::End);
                let apart = segment.connected.zip(end);
                let alerts_again = announcement == Announcement::Added && reported == Some(Phase::Alerting);
                let comes_back = match current.phase {
                    Phase::Done => apart.is_none_or(|(connected, end)| connected > end),
                    _ => alerts_again || apart.is_some_and(|(connected, end)| connected > end),
                };
                if comes_back || begins_after(end, conversation) { About::New } else { About::Current }
            }
            Order::Same | Order::Unknown => About::Current,
        }
    }

    /// Which segment a message is about whose interaction is unknown to this page, but maybe not its log.
    fn about_restored(&self, id: &str, segment: &Segment, is_live: bool) -> About {
        let Some(log) = self.log(id) else { return About::Resumed };
        match segment.compare(&log.known_segment()) {
            Order::Earlier => About::Former,
            Order::Later => About::New,
            Order::Unknown if log.is_over() && is_live => About::New,
            Order::Same | Order::Unknown => About::Resumed,
        }
    }

    /// Whether a message makes an unknown interaction known: not if it only reports its end.
    fn is_new(&self, conversation: &Conversation, announcement: Announcement) -> bool {
        let mut only_ended = Conversation::default();
        only_ended.assume("DISCONNECTED", BoolField::IsDisconnected);
        let over = announcement == Announcement::Deallocated
            || phase::reported(conversation) == Some(Phase::Done)
            || *conversation == only_ended;
        !over && !conversation.is_empty() && !conversation.is_transcript()
    }

    fn add(&mut self, id: &str, conversation: Conversation, change: &mut Change) {
        self.interactions.push(Interaction::new(id.to_owned(), conversation));
        self.infer_consult(id, change);
        change.touch(id);
        change.touch_attributes(id);
    }

    /// Makes an interaction the second part of a consult transfer, if it can be: of the one that was announced, else of the
    /// call that is held meanwhile. Nothing says that such a call is a consultation, nor that it is none.
    fn infer_consult(&mut self, id: &str, change: &mut Change) {
        if !self.interaction(id).is_some_and(is_second_part) {
            return;
        }
        let is_held = |first: &&Interaction| {
            first.id != id && first.phase == Phase::Held && first.kind().is_spoken() && first.consult.is_none()
        };
        let announced = self.interactions.iter().rfind(|first| self.waits_for_second(first));
        let first = announced.or_else(|| self.interactions.iter().rfind(is_held)).map(|first| first.id.clone());
        let Some(first) = first else { return };
        for interaction in &mut self.interactions {
            if interaction.id == id {
                interaction.consult = Some(Consult::Second(first.clone()));
                change.touch(id);
            } else if interaction.id == first && interaction.consult.is_none() {
                interaction.consult = Some(Consult::First);
                change.touch(&first);
            }
        }
    }

    fn waits_for_second(&self, first: &Interaction) -> bool {
        first.consult == Some(Consult::First) && !self.interactions.iter().any(|other| other.consults_for(&first.id))
    }

    fn announce(&mut self, id: &str, announcement: Announcement, change: &mut Change) {
        let Some(interaction) = self.interactions.iter_mut().find(|interaction| interaction.id == id) else { return };
        match announcement {
            Announcement::Added | Announcement::Changed => {}
            Announcement::BlindTransfer if interaction.is_live() && !interaction.transferring => {
                interaction.transferring = true;
                change.touch(id);
            }
            Announcement::ConsultTransfer if interaction.is_live() && interaction.consult.is_none() => {
                interaction.consult = Some(Consult::First);
                change.touch(id);
            }
            Announcement::ConsultCompleted => self.end_consult(id, change),
            Announcement::BlindTransfer | Announcement::ConsultTransfer => {}
            Announcement::Deallocated => {
                self.remove_first(|interaction| interaction.id == id, change);
            }
        }
    }

    fn end_consult_of_the_ended(&mut self, at: usize, change: &mut Change) {
        let interaction = &self.interactions[at];
        if !interaction.is_live() && interaction.consult.is_some() {
            let id = interaction.id.clone();
            self.end_consult(&id, change);
        }
    }

    /// Ends the consult transfer that this interaction is a part of, for both parts.
    fn end_consult(&mut self, id: &str, change: &mut Change) {
        let first = match self.interaction(id).and_then(|interaction| interaction.consult.clone()) {
            Some(Consult::Second(first)) => first,
            _ => id.to_owned(),
        };
        for interaction in &mut self.interactions {
            if (interaction.id == first && interaction.consult.is_some()) || interaction.consults_for(&first) {
                interaction.consult = None;
                change.touch(&interaction.id);
            }
        }
    }

    fn remove_oldest(&mut self, change: &mut Change) {
        while self.interactions.iter().filter(|interaction| interaction.phase.is_done()).count() > MAX_DONE {
            self.remove_first(|interaction| interaction.phase.is_done(), change);
        }
        if self.interactions.len() > MAX_LIVE + MAX_DONE {
            let message =
                "More than 200 interactions are live at once; the least important one is not followed any more.";
            change.problems.push(Problem::warning("", Code::TooLong, message));
            self.evict(change);
        }
    }

    /// Removes the least important interaction, so that a flooded channel does not remove the call that the agent is in: ended
    /// ones first, then ringing ones, then those whose log was not edited; the oldest of each, and never the selected one.
    fn evict(&mut self, change: &mut Change) {
        let selected = self.selected().map(|interaction| interaction.id.as_str());
        let weight = |interaction: &&Interaction| {
            let log = self.log(&interaction.id);
            let begun = log.is_some_and(Log::has_begun);
            let worked_on = log.is_some_and(Log::is_worked_on);
            if worked_on { 3 } else { u8::from(interaction.is_live()) + u8::from(interaction.is_live() && begun) }
        };
        let others = self.interactions.iter().filter(|interaction| Some(interaction.id.as_str()) != selected);
        if let Some(id) = others.min_by_key(weight).map(|least| least.id.clone()) {
            self.remove(&id, change);
        }
    }

    fn remove_first(&mut self, which: impl Fn(&Interaction) -> bool, change: &mut Change) {
        let first = self.interactions.iter().find(|interaction| which(interaction));
        if let Some(id) = first.map(|first| first.id.clone()) {
            self.end_segment(&id, change);
        }
    }

    /// Removes an interaction and remembers the segment that it was in.
    fn end_segment(&mut self, id: &str, change: &mut Change) {
        let Some(interaction) = self.interaction(id) else { return };
        let end = interaction.conversation.time(TimeField::End);
        let segment = Segment::of(&interaction.conversation);
        self.remove(id, change);
        if self.tombstones.len() == MAX_TOMBSTONES {
            self.tombstones.pop_front();
        }
        self.tombstones.push_back(Tombstone { id: id.to_owned(), end, segment });
    }

    fn remove(&mut self, id: &str, change: &mut Change) {
        self.end_consult(id, change);
        change.touch(id);
        self.interactions.retain(|interaction| interaction.id != id);
    }
}

impl Tombstone {
    /// Whether a segment that was connected then had ended after it.
    fn outlasts(&self, segment: &Segment) -> bool {
        segment.connected.zip(self.end).is_some_and(|(connected, end)| connected <= end)
    }

    /// Whether a message without a connection is about this segment, though another is followed: it ends a call while that
    /// one rings, as only this one can have ended.
    fn owns(&self, conversation: &Conversation, segment: &Segment, current: &Interaction) -> bool {
        let reported = phase::reported(conversation);
        let is_same_end = self.end.zip(conversation.time(TimeField::End)).is_some_and(|(known, end)| known == end);
        let wraps_up = reported == Some(Phase::Done) && conversation.text(TextField::Disposition).is_some();
        let rings = matches!(current.phase, Phase::Alerting | Phase::Dialing);
        *segment == Segment::default() && reported.is_some_and(Phase::is_over) && rings && (is_same_end || wraps_up)
    }
}

/// Whether an interaction can be the second part of a consult transfer: an outbound call that no campaign made.
fn is_second_part(interaction: &Interaction) -> bool {
    let dialer = interaction.conversation.flag(BoolField::IsDialer) == Some(true);
    let is_free = interaction.consult.is_none() && interaction.kind().is_spoken();
    interaction.is_outbound() && interaction.is_live() && is_free && !dialer
}

/// Whether this is a beginning, later than this end. What is only late or repeated began before it.
fn begins_after(end: Option<Timestamp>, conversation: &Conversation) -> bool {
    let begins = phase::reported(conversation).is_some_and(|reported| reported.is_before(Phase::Connected));
    begins && conversation.time(TimeField::Start).zip(end).is_some_and(|(start, end)| start > end)
}
