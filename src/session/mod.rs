//! One agent's session in one browser: what arrives becomes the truth about every live interaction.
//!
//! - [`change`]: what one call changed, as JavaScript is told.
//! - [`logs`]: the logs of its interactions, and their saves.
//! - [`command`]: what the page asks of it.
//! - [`kept`]: what survives a reload.
//! - [`store`]: where that is kept.
//! - [`desk`]: all of it together.

pub mod change;
pub mod command;
pub mod desk;
pub mod kept;
pub mod logs;
pub mod store;

use std::collections::VecDeque;

use crate::event::envelope;
use crate::event::facts::{Facts, FlagFact, TextFact};
use crate::event::{Event, Moment, Reading};
use crate::interaction::allowed::Refusal;
use crate::interaction::phase::{self, Phase};
use crate::interaction::{Consult, Interaction};
use crate::log::{Log, Stamp};
use crate::message::vocabulary::Action;
use crate::problem::{Code, Problem};
use crate::time;
use change::Change;
use logs::Logs;

/// The longest message, in bytes of UTF-8, that is read: a transcript twice as long as Salesforce stores fits.
pub const LONGEST_MESSAGE: usize = 1024 * 1024;
/// So many interactions are followed at once. An agent has a handful; more is noise.
pub const MOST_LIVE: usize = 200;
/// So many interactions that are done are kept, for messages that come late and for whoever still shows them.
pub const MOST_DONE: usize = 8;
/// So many interactions that were let go are remembered by their IDs, so that late messages do not bring them back.
const MOST_GONE: usize = 64;

/// The agent, as the client tells. Status and routing status are told apart and change apart: going off queue to eat
/// makes the routing status `OFF_QUEUE` and leaves the status `MEAL`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agent {
    /// `ON_QUEUE`, `MEAL`, …
    pub status: Option<String>,
    /// The organisation's own text.
    pub sub_status: Option<String>,
    /// `IDLE`, `INTERACTING`, `OFF_QUEUE`, …
    pub routing_status: Option<String>,
}

/// An interaction that was let go, and when it had ended.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gone {
    id: String,
    end: Option<String>,
}

/// When and where something happens, which the session does not know by itself.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// Milliseconds since 1970, by a clock that only ever moves forwards.
    pub now: f64,
    /// Writes a time for people.
    pub stamp: Stamp<'a>,
}

impl Default for Here<'_> {
    fn default() -> Self {
        Here { now: 0.0, stamp: &time::utc }
    }
}

/// One agent's session.
///
/// ```
/// use patchbay::session::{Here, Session};
/// let (mut session, here) = (Session::default(), Here::default());
/// let message = r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"ALERTING"}}"#;
/// assert_eq!(session.receive(message, &here).interactions, ["1"]);
/// assert!(session.receive(message, &here).is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    agent: Agent,
    interactions: Vec<Interaction>,
    gone: VecDeque<Gone>,
    /// As the client said; it may name an interaction that is not there yet, or not any more.
    selection: Option<String>,
    logs: Logs,
}

impl Session {
    /// The agent.
    pub fn agent(&self) -> &Agent {
        &self.agent
    }

    /// Live interactions and a few that are done, oldest first.
    pub fn interactions(&self) -> &[Interaction] {
        &self.interactions
    }

    /// The interaction with this ID.
    pub fn interaction(&self, id: &str) -> Option<&Interaction> {
        self.interactions.iter().find(|interaction| interaction.id == id)
    }

    /// The interaction that the client selected, while it is there and not done; else the live one that came last, else
    /// the one that came last of those to be wrapped up.
    pub fn selected(&self) -> Option<&Interaction> {
        let chosen = self.selection.as_deref().and_then(|id| self.interaction(id));
        let newest = |which: fn(&Interaction) -> bool| self.interactions.iter().rev().find(|one| which(one));
        chosen
            .filter(|interaction| !interaction.phase.is_done())
            .or_else(|| newest(Interaction::is_live))
            .or_else(|| newest(|interaction| !interaction.phase.is_done()))
    }

    /// Why an action is not possible now with an interaction. Of one that was never heard of nothing is known, so
    /// nothing is refused.
    pub fn refuse(&self, id: &str, action: Action) -> Option<Problem> {
        let refusal = match self.interaction(id) {
            Some(interaction) => interaction.refusal(action)?,
            None if self.gone.iter().any(|gone| gone.id == id) => Refusal::Over,
            None => return None,
        };
        let sentence = refusal.sentence().replace("{action}", action.as_str());
        Some(Problem::error("/data/action", Code::NotAllowed, sentence))
    }

    /// Takes one message off the channel, given as JSON.
    pub fn receive(&mut self, json: &str, here: &Here) -> Change {
        if json.len() > LONGEST_MESSAGE {
            let message = "The message is longer than 1 MiB and is passed over; send less at once.";
            return Change::problem(Problem::error("", Code::TooLong, message));
        }
        let Reading { event, problems } = envelope::read(json);
        let selected = self.selected().map(|interaction| interaction.id.clone());
        let mut change = Change { problems, ..Change::default() };
        self.follow(event, &mut change);
        self.let_go_of_the_oldest(&mut change);
        self.log_what_changed(&mut change, here);
        change.selection = selected.as_deref() != self.selected().map(|interaction| interaction.id.as_str());
        change
    }

    fn follow(&mut self, event: Event, change: &mut Change) {
        match event {
            Event::Other => {}
            Event::Selection(id) => {
                change.reselected = self.selection != id;
                self.selection = id;
            }
            Event::Status { status, sub_status } => {
                let before = self.agent.clone();
                (self.agent.status, self.agent.sub_status) = (Some(status), sub_status);
                change.agent = self.agent != before;
            }
            Event::RoutingStatus(status) => {
                change.agent = self.agent.routing_status.as_deref() != Some(&status);
                self.agent.routing_status = Some(status);
            }
            Event::Interaction { id, facts, moment } => self.follow_interaction(&id, *facts, moment, change),
        }
    }

    fn follow_interaction(&mut self, id: &str, facts: Facts, moment: Moment, change: &mut Change) {
        match self.interactions.iter().position(|interaction| interaction.id == id) {
            Some(at) if comes_back(&self.interactions[at], &facts) => {
                self.interactions.remove(at);
                self.add(id, facts, change);
            }
            Some(at) => {
                let taken = self.interactions[at].take(facts);
                if taken.changed {
                    change.touch(id);
                }
                if taken.attributes {
                    change.touch_attributes(id);
                }
                self.end_consult_of_the_ended(at, change);
            }
            None if self.is_news(id, &facts, moment) => self.add(id, facts, change),
            None => return,
        }
        self.announce(id, moment, change);
    }

    /// Whether a message tells of an interaction to follow: neither of one that was let go, nor of the end of one that
    /// was never heard of.
    fn is_news(&self, id: &str, facts: &Facts, moment: Moment) -> bool {
        let gone = self.gone.iter().find(|gone| gone.id == id);
        let mut only_ended = Facts::default();
        only_ended.assume("DISCONNECTED", FlagFact::IsDisconnected);
        let over = moment == Moment::Deallocated || phase::told(facts) == Some(Phase::Done) || *facts == only_ended;
        !over && !facts.is_empty() && gone.is_none_or(|gone| begins_after(gone.end.as_deref(), facts))
    }

    fn add(&mut self, id: &str, facts: Facts, change: &mut Change) {
        self.gone.retain(|gone| gone.id != id);
        let mut interaction = Interaction::new(id.to_owned(), facts);
        // The second interaction of a consult transfer is the next one that goes out from the agent, not from a campaign.
        let dialer = interaction.facts.flag(FlagFact::IsDialer) == Some(true);
        if interaction.is_outbound() && interaction.is_live() && !dialer {
            let first = self.interactions.iter().rev().find(|first| self.waits_for_second(first));
            interaction.consult = first.map(|first| Consult::Second(first.id.clone()));
        }
        self.interactions.push(interaction);
        change.touch(id);
        change.touch_attributes(id);
    }

    fn waits_for_second(&self, first: &Interaction) -> bool {
        first.consult == Some(Consult::First) && !self.interactions.iter().any(|other| other.consults_for(&first.id))
    }

    fn announce(&mut self, id: &str, moment: Moment, change: &mut Change) {
        let Some(interaction) = self.interactions.iter_mut().find(|interaction| interaction.id == id) else { return };
        match moment {
            Moment::Added | Moment::Changed => {}
            Moment::BlindTransfer if interaction.is_live() && !interaction.transferring => {
                interaction.transferring = true;
                change.touch(id);
            }
            Moment::ConsultTransfer if interaction.is_live() && interaction.consult.is_none() => {
                interaction.consult = Some(Consult::First);
                change.touch(id);
            }
            Moment::ConsultCompleted => self.end_consult(id, change),
            Moment::BlindTransfer | Moment::ConsultTransfer => {}
            Moment::Deallocated => {
                self.let_go_of_first(|interaction| interaction.id == id, change);
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

    /// Ends the consult transfer that this interaction is a part of, for the other part too.
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

    fn let_go_of_the_oldest(&mut self, change: &mut Change) {
        while self.interactions.iter().filter(|interaction| interaction.phase.is_done()).count() > MOST_DONE {
            self.let_go_of_first(|interaction| interaction.phase.is_done(), change);
        }
        if self.interactions.len() > MOST_LIVE + MOST_DONE {
            let message =
                "More than 200 interactions are live at once; the one that matters least is not followed any more.";
            change.problems.push(Problem::warning("", Code::TooLong, message));
            self.make_room(change);
        }
    }

    /// Whoever floods the channel does not drive out the call that the agent is in: what is over goes first, then what
    /// rings, then what nobody has worked on, and never what is selected; the oldest of each.
    fn make_room(&mut self, change: &mut Change) {
        let selected = self.selected().map(|interaction| interaction.id.as_str());
        let weight = |interaction: &&Interaction| {
            let log = self.log(&interaction.id);
            let begun = log.is_some_and(Log::has_begun);
            let worked_on = log.is_some_and(Log::is_worked_on);
            if worked_on { 3 } else { u8::from(interaction.is_live()) + u8::from(interaction.is_live() && begun) }
        };
        let others = self.interactions.iter().filter(|interaction| Some(interaction.id.as_str()) != selected);
        if let Some(id) = others.min_by_key(weight).map(|least| least.id.clone()) {
            self.let_go_of(&id, change);
        }
    }

    fn let_go_of_first(&mut self, which: impl Fn(&Interaction) -> bool, change: &mut Change) {
        let first = self.interactions.iter().find(|interaction| which(interaction));
        let Some((id, end)) = first.map(|first| (first.id.clone(), first.facts.text(TextFact::EndTime))) else {
            return;
        };
        let end = end.map(str::to_owned);
        self.let_go_of(&id, change);
        if self.gone.len() == MOST_GONE {
            self.gone.pop_front();
        }
        self.gone.push_back(Gone { id, end });
    }

    fn let_go_of(&mut self, id: &str, change: &mut Change) {
        self.end_consult(id, change);
        change.touch(id);
        self.interactions.retain(|interaction| interaction.id != id);
    }
}

/// Whether an interaction that was over has come to the agent again, transferred back for example.
fn comes_back(known: &Interaction, facts: &Facts) -> bool {
    !known.is_live() && begins_after(known.facts.text(TextFact::EndTime), facts)
}

/// Whether these facts are of a beginning, later than this end. What is only late or repeated began before it. Both times
/// are written alike, so text compares as time.
fn begins_after(end: Option<&str>, facts: &Facts) -> bool {
    let begins = phase::told(facts).is_some_and(|told| told.is_before(Phase::Connected));
    begins && facts.text(TextFact::StartTime).zip(end).is_some_and(|(start, end)| start > end)
}
