//! One agent's session in one browser: the state of every live interaction and its log, kept up to date by messages.
//!
//! - [`change`]: what one call changed.
//! - [`claims`]: what each page writes of itself for the others.
//! - [`consult`]: consult transfers and their two parts.
//! - [`consult_control`]: what an agent does with one as a whole.
//! - [`segments`]: which life of a conversation a message is about.
//! - [`in_front`]: the record in front, and records for a number that is about to be dialled.
//! - [`join`]: how records join a log.
//! - [`lease`]: which of several pages saves a log.
//! - [`pages`]: several pages with one lasting store.
//! - [`logs`]: the logs of the interactions, and their saves.
//! - [`shown`]: which interaction the page shows while the agent types.
//! - [`command`]: commands from the page.
//! - [`sent`]: what was sent to the client, and what came of it.
//! - [`second_keeper`]: whether the managed package keeps the log too.
//! - [`snapshot`]: the session as text, for a later page.
//! - [`persistence`]: reads and writes the browser's storage.
//! - [`restore`]: reads what is stored.
//! - [`runtime`]: runs one call with all of the above.
//! - [`store`]: a store of texts.
//! - [`timelines`]: what goes into the timelines of the logs.
//! - [`view`]: the shapes that JavaScript receives.

pub mod change;
mod claims;
pub mod command;
mod consult;
pub mod consult_control;
mod copies;
pub mod in_front;
mod join;
pub mod lease;
pub mod logs;
mod pages;
pub mod persistence;
mod restore;
pub mod runtime;
mod saves;
mod second_keeper;
mod segments;
pub mod sent;
pub mod shown;
pub mod snapshot;
pub mod store;
mod timelines;
pub mod view;

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;

use crate::command::vocabulary::Action;
use crate::event::conversation::Conversation;
use crate::event::envelope;
use crate::event::{Announcement, Event, Reading};
use crate::interaction::allowed::Refusal;
use crate::interaction::phase::Phase;
use crate::interaction::{Consult, Interaction};
use crate::log::{Formats, Log};
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;
use crate::time;
use change::Change;
use consult::is_second_part;
use in_front::{Before, InFront};
use logs::Logs;
use segments::{About, Tombstone};
use sent::Sent;
use shown::Shown;

/// Maximum length of a message, in bytes of UTF-8: enough for a transcript twice as long as Salesforce stores.
pub const MAX_MESSAGE_LEN: usize = 1024 * 1024;
/// Maximum number of interactions followed at once. An agent has a handful.
pub const MAX_LIVE: usize = 200;
/// Maximum number of done interactions kept, for late messages and for components that still show them.
pub const MAX_DONE: usize = 8;

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

/// The time of a call, and how to format times: the session has neither a clock nor a locale.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Milliseconds since 1970, by a clock that only ever moves forwards.
    pub now: f64,
    /// How logs write times.
    pub formats: Formats<'a>,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Context { now: 0.0, formats: Formats { time: &time::utc, day: &time::utc_day } }
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
    shown: Shown,
    second_keeper_noticed: bool,
    sent: Vec<Sent>,
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
        Some(refusal.problem(action))
    }

    /// The actions that are possible now with an interaction.
    pub fn allowed(&self, id: &str) -> Vec<Action> {
        Action::ALL.iter().copied().filter(|action| self.refuse(id, *action).is_none()).collect()
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
        let displayed = self.displayed();
        let is_selection = matches!(event, Event::Selection(_));
        let mut change = Change { problems, ..Change::default() };
        let before = self.before(&event);
        let is_of_client = sent::is_of_client(&event);
        let heard = self.heard(&event);
        self.apply(event, &mut change, context);
        self.remove_oldest(&mut change);
        self.notice_signs(is_of_client, &mut change);
        self.update_logs(&mut change, context);
        self.note_heard(heard, context);
        let connects = |before: &Before| self.selected().is_some_and(|one| before.is_connected_now(one));
        let asks = is_selection || before.as_ref().is_some_and(connects);
        self.join_after_update(before, &mut change, context);
        self.settle_shown(&displayed, asks);
        change.selection = displayed != self.displayed();
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
                self.notice_second_keeper(&conversation, change);
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
                self.forget_sent(id, change);
                self.add(id, conversation, change);
            }
            About::Resumed => self.add(id, conversation, change),
            About::Current => self.merge(id, conversation, change),
        }
        if let Some(interaction) = self.interactions.iter_mut().find(|interaction| interaction.id == id) {
            let is_held = interaction.phase == Phase::Held;
            interaction.held_since = is_held.then(|| interaction.held_since.unwrap_or(context.now));
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

    fn add(&mut self, id: &str, conversation: Conversation, change: &mut Change) {
        self.interactions.push(Interaction::new(id.to_owned(), conversation));
        self.infer_consult(id, change);
        change.touch(id);
        change.touch_attributes(id);
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
        let (selected, shown) = (self.selected().map(|one| one.id.as_str()), self.shown());
        let weight = |interaction: &&Interaction| {
            let log = self.log(&interaction.id);
            let begun = log.is_some_and(Log::has_begun);
            let worked_on = log.is_some_and(Log::is_worked_on);
            if worked_on { 3 } else { u8::from(interaction.is_live()) + u8::from(interaction.is_live() && begun) }
        };
        let others = self.interactions.iter().filter(|one| ![selected, shown].contains(&Some(one.id.as_str())));
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

    fn remove(&mut self, id: &str, change: &mut Change) {
        self.end_consult(id, change);
        change.touch(id);
        self.interactions.retain(|interaction| interaction.id != id);
    }
}
