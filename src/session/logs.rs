//! The logs of a session: one for each interaction, filled from the client's messages and the agent's edits, and saved.

use std::rc::Rc;

use litemap::LiteMap;
use serde_json::Value;

use super::change::Change;
use super::in_front::{Join, MAX_DIALLED};
use super::{Context, Session};
use crate::event::conversation::Conversation;
use crate::interaction::segment::{Order, Segment};
use crate::log::Log;
use crate::log::config::Config;
use crate::log::keeper::LogKeeper;
use crate::log::merge::Clock;
use crate::log::write::SaveState;
use crate::outbox::breaker::Breaker;
use crate::outbox::retry::JitterRng;
use crate::outbox::{RecordKind, SaveEvent};
use crate::problem::{Code, Problem, Reason};
use crate::salesforce::association::AssociationReason;
use crate::salesforce::record::{GivenRecord, Role};
use crate::salesforce::record_id::RecordId;

/// Maximum number of saved logs kept after their interaction was removed, for an agent who still writes into them.
const MAX_ENDED: usize = 8;
/// Maximum number of unsaved logs kept after their interaction was removed: weeks without a save that succeeds.
const MAX_UNSAVED: usize = 1_000;
/// Maximum number of records in one screen pop.
const MAX_POPPED: usize = 2_000;

/// All logs, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Logs {
    pub(super) all: Vec<Log>,
    /// Whether a save handler exists.
    pub(super) saves: bool,
    pub(super) config: Rc<Config>,
    pub(super) rng: JitterRng,
    /// Stamps changes, so that pages that know one log agree on the later one.
    pub(super) clock: Clock,
    /// When this page may save a log of which another page knows; never, while that one saves it.
    pub(super) may_save_from: LiteMap<String, f64>,
    pub(super) tickets: u32,
    pub(super) breaker: Breaker,
    /// The log that the agent opened during an outage: the next save is its.
    pub(super) opened: Option<String>,
}

/// The visible state of a log's saves. When it changes, the log counts as changed.
pub(super) type SaveStatus = [(SaveState, u32, Option<RecordId>); 2];

pub(super) fn save_status(log: &Log) -> SaveStatus {
    RecordKind::ALL.map(|kind| log.saves(kind)).map(|queue| (SaveState::of(queue), queue.failures(), queue.record()))
}

impl Session {
    /// The logs of live interactions, of a few ended ones, and of all that are unsaved; oldest first.
    pub fn logs(&self) -> &[Log] {
        &self.logs.all
    }

    /// The log with this ID: an interaction's ID for its latest segment.
    pub fn log(&self, id: &str) -> Option<&Log> {
        self.logs.all.iter().find(|log| log.id == id)
    }

    /// Enables saving: the page has a save handler. `seed` seeds the retry jitter, which differs between agents.
    pub fn save_with(&mut self, seed: u32) {
        self.logs.saves = true;
        self.logs.rng = JitterRng::new(seed);
    }

    /// Who keeps the log.
    pub fn log_keeper(&self) -> LogKeeper {
        self.logs.config.keeper(self.logs.saves)
    }

    /// Updates the log of every interaction that changed.
    pub(super) fn update_logs(&mut self, change: &mut Change, context: &Context) {
        for id in change.interactions.clone() {
            let interaction = self.interactions.iter().find(|interaction| interaction.id == id);
            let at = self.logs.all.iter().position(|log| log.id == id);
            let (at, trigger) = match (interaction, at) {
                (Some(interaction), Some(at)) => {
                    let observed = self.logs.all[at].observe(interaction, context.now, context.formats);
                    if !observed.changed {
                        continue;
                    }
                    (at, observed.trigger)
                }
                (Some(interaction), None) => {
                    let mut log = Log::new(interaction, self.logs.config.clone(), context.now, context.formats);
                    // The latest one that this page knows; another page's may stand after this page's own.
                    let known: Vec<&Log> = self.logs.all.iter().filter(|log| log.interaction_id() == id).collect();
                    let is_latest = |former: &&&Log| !known.iter().any(|log| log.directly_follows(former));
                    if let Some(former) = known.iter().rfind(is_latest) {
                        log.follow(former);
                    }
                    self.logs.all.push(log);
                    (self.logs.all.len() - 1, None)
                }
                (None, Some(at)) => {
                    self.logs.all[at].remove(context.now);
                    (at, Some(SaveEvent::Removed))
                }
                (None, None) => continue,
            };
            change.touch_log(&id);
            self.logs.stamp_heard(at, context.now);
            self.logs.review(at, trigger, context.now);
        }
        self.remove_logs(change);
    }

    /// Gives the log of an interaction's former segment another ID: the one that begins now takes the interaction's.
    pub(super) fn archive_log(&mut self, id: &str, change: &mut Change, context: &Context) {
        let Some(at) = self.logs.all.iter().position(|log| log.id == id) else { return };
        let segment = self.logs.all[at].segment();
        let mut archived = format!("{id}#{segment}");
        while self.log(&archived).is_some() || self.interaction(&archived).is_some() {
            archived.push('\'');
        }
        change.replaced.push(id.to_owned());
        self.shown.follow_archived(id, &archived);
        let log = &mut self.logs.all[at];
        log.archive(archived);
        log.remove(context.now);
        self.logs.review(at, Some(SaveEvent::Removed), context.now);
        // Oldest first.
        change.touch_with_lists(&self.logs.all[at]);
        change.touch_log(id);
    }

    /// Applies a late message about a former segment of an interaction to its log, if that is still there.
    pub(super) fn update_former_log(
        &mut self,
        id: &str,
        conversation: Conversation,
        change: &mut Change,
        context: &Context,
    ) {
        let current = self.interaction(id).map(|interaction| interaction.id.as_str());
        let segment = Segment::of(&conversation);
        let last = self.tombstones.iter().rfind(|former| former.id == id && !former.rang).map(|former| &former.segment);
        let mut formers =
            self.logs.all.iter().filter(|log| log.interaction_id() == id && Some(log.id.as_str()) != current);
        let is_same = |log: &&Log| segment.compare(&log.known_segment()) == Order::Same;
        let former = formers.clone().rfind(is_same).or_else(|| {
            // A message without a connection is about the segment that ended last.
            let last = last.filter(|last| segment.compare(last) == Order::Unknown)?;
            formers.rfind(|log| log.known_segment() == *last)
        });
        let Some(former) = former.map(|log| log.id.clone()) else { return };
        let Some(at) = self.logs.all.iter().position(|log| log.id == former) else { return };
        let observed = self.logs.all[at].observe_late(conversation, context.now);
        if observed.changed {
            change.touch_log(&former);
            self.logs.stamp_heard(at, context.now);
            self.logs.review(at, observed.trigger, context.now);
        }
    }

    pub(super) fn remove_logs(&mut self, change: &mut Change) {
        let Session { interactions, logs, shown, .. } = self;
        let is_gone = |log: &Log| {
            !shown.is_typed_in(&log.id)
                && log.is_settled()
                && log.is_over()
                && !interactions.iter().any(|interaction| interaction.id == log.id)
        };
        let mut ended = logs.all.iter().filter(|log| is_gone(log) && log.has_begun()).count();
        logs.all.retain(|log| {
            let goes = is_gone(log) && (ended > MAX_ENDED || !log.has_begun());
            if goes {
                ended -= usize::from(log.has_begun());
                change.touch_log(&log.id);
            }
            !goes
        });
        self.evict_unsaved(change);
        self.clear_timelines();
    }

    /// Drops one unsaved log when there are more than [`MAX_UNSAVED`], since memory and storage are limited: the oldest that
    /// the agent has not edited, or else the oldest.
    fn evict_unsaved(&mut self, change: &mut Change) {
        let Session { interactions, logs, shown, .. } = self;
        let is_gone =
            |log: &Log| !shown.is_typed_in(&log.id) && !interactions.iter().any(|interaction| interaction.id == log.id);
        if logs.all.len() <= MAX_UNSAVED || logs.all.iter().filter(|log| is_gone(log)).count() <= MAX_UNSAVED {
            return;
        }
        let gone = logs.all.iter().enumerate().filter(|(_, log)| is_gone(log));
        if let Some((at, _)) = gone.min_by_key(|(_, log)| log.is_worked_on()) {
            let message = "Over 1,000 logs are unsaved; the oldest untouched one was dropped. Check why saves fail.";
            let problem = Problem::error("", Code::NotSaved, message);
            change.problems.push(problem.because(Reason::LogDropped, Vec::new()));
            change.touch_log(&logs.all.remove(at).id);
        }
    }

    /// The agent opened a record. It is the one in front until another is opened or [left](Session::leave), and joins a list of the selected live interaction, or else of the one
    /// that came last; without a live one, and where its object belongs into no list, nothing happens.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// use serde_json::json;
    /// let (mut session, context) = (Session::default(), Context::default());
    /// session.receive(r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"ALERTING"}}"#, &context);
    /// let case = json!({ "id": "5005g00000RvW2q", "objectApiName": "Case", "name": "00001026" });
    /// let change = session.visit(&case, &context);
    /// assert_eq!(change.lists[0].added[0].name, "00001026");
    /// ```
    pub fn visit(&mut self, record: &Value, context: &Context) -> Change {
        let mut problems = Vec::new();
        let given = GivenRecord::read(record, "", &mut problems);
        let mut change = Change { problems, ..Change::default() };
        if let Some(given) = &given {
            self.follow_converted(given, &mut change, context);
        }
        change.in_front = self.bring_in_front(given.map(GivenRecord::current)).in_front;
        self.join_in_front(&mut change, context);
        self.note_visit(context);
        change
    }

    /// Adds the records of a screen pop to the lists, or those that came up for the `reason` that they give. A record that is the only one for
    /// its list is chosen too, unless the agent has chosen already; several leave the choice to the agent.
    pub fn associate(&mut self, id: &str, records: &Value, context: &Context) -> Change {
        let (mut change, at) = self.log_to_edit(id);
        let Some(at) = at else { return change };
        match self.read_records(records, MAX_POPPED, &mut change, context) {
            Some(given) => self.join(at, &given, AssociationReason::Popped, Join::Suggest, &mut change, context),
            None => change.worked_on.clear(),
        }
        change
    }

    /// Gives records for a number that is about to be dialled. They join the outbound interaction with that number if it comes
    /// within two minutes, and are chosen as by [`Session::associate`], before any other suggestion.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// use serde_json::json;
    /// let (mut session, context) = (Session::default(), Context::default());
    /// let nadia = json!({ "id": "0035g00000LqT4r", "objectApiName": "Contact", "name": "Nadia Lindgren" });
    /// session.associate_with_number(&json!("+1 317 555 0123"), &json!([nadia]), &context);
    /// session.receive(r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"DIALING","phone":"tel:+13175550123"}}"#, &context);
    /// assert!(session.log("1").unwrap().name.chosen().is_some());
    /// ```
    pub fn associate_with_number(&mut self, number: &Value, records: &Value, context: &Context) -> Change {
        let mut change = Change::default();
        if let Some(given) = self.read_records(records, MAX_DIALLED, &mut change, context) {
            self.associate_number(number, given, &mut change, context);
        }
        change
    }

    /// Reads records of a screen pop; `None` when they are no list.
    fn read_records(
        &mut self,
        records: &Value,
        max: usize,
        change: &mut Change,
        context: &Context,
    ) -> Option<Vec<GivenRecord>> {
        let Some(values) = records.as_array().filter(|values| values.len() <= max) else {
            let message = "records is not an array, or one of too many records; give those of the screen pop, at most 2,000, or 20 for a number.";
            change.problems.push(Problem::error("", Code::Type, message));
            return None;
        };
        let mut given = Vec::new();
        for (at, value) in values.iter().enumerate() {
            if let Some(one) = GivenRecord::read(value, &format!("/{at}"), &mut change.problems) {
                self.follow_converted(&one, change, context);
                given.push(one.current());
            }
        }
        Some(given)
    }

    /// The index of the log that the agent edits, or the problem that there is none.
    pub(super) fn log_to_edit(&self, id: &str) -> (Change, Option<usize>) {
        let at = self.logs.all.iter().position(|log| log.id == id);
        if at.is_none() {
            let message = "No log has this interaction ID; give the ID of a log in logs.";
            return (Change::problem(Problem::error("/id", Code::UnknownValue, message)), None);
        }
        (Change { worked_on: vec![id.to_owned()], ..Change::default() }, at)
    }

    /// Chooses a record of a list by its ID, or none.
    pub fn choose(&mut self, id: &str, list: &Value, record: Option<&str>, context: &Context) -> Change {
        let (mut change, at) = self.log_to_edit(id);
        let Some(at) = at else { return change };
        let Some(role) = Role::ALL.into_iter().find(|role| list == role.as_str()) else {
            let message = "This list does not exist; write name or relatedTo.";
            return Change::problem(Problem::error("/list", Code::UnknownValue, message));
        };
        let record = match record {
            None => None,
            Some(text) => match RecordId::read(text, "/recordId", &mut change.problems) {
                None => return change,
                record => record,
            },
        };
        let log = &mut self.logs.all[at];
        let record = record.map(|id| log.list(role).current(id));
        let before = log.list(role).chosen().cloned();
        let chosen = before.as_ref().map(|record| record.id);
        let is_confirmed = log.list(role).is_by_agent();
        if !log.list_mut(role).choose(record) {
            let message = "This record is not in the list; open it first, or choose one that is.";
            change.problems.push(Problem::error("/recordId", Code::UnknownValue, message));
        } else if chosen != record {
            log.begin();
            log.note_choice(role, before.as_ref(), true, context.now);
            change.touch_list(id, role, None);
            self.logs.review(at, None, context.now);
        } else if !is_confirmed {
            // There is nothing to save; that the agent has chosen is kept.
            change.touch_list(id, role, None);
        }
        change
    }

    /// Edits fields of the log: an object of values by API name.
    pub fn edit(&mut self, id: &str, values: &Value, context: &Context) -> Change {
        let (mut change, at) = self.log_to_edit(id);
        let Some(at) = at else { return change };
        let Some(values) = values.as_object() else {
            let message = "values is not an object; give {field: value}.";
            return Change::problem(Problem::error("", Code::Type, message));
        };
        let log = &mut self.logs.all[at];
        let before = log.edits().clone();
        if log.edit(values, &mut change.problems) {
            log.note_edits(&before, context.now);
            change.touch_log(id);
            self.logs.review(at, None, context.now);
        }
        change
    }

    /// Records that the agent opened the log, which saves it at once.
    pub fn open_log(&mut self, id: &str, context: &Context) -> Change {
        let (mut change, at) = self.log_to_edit(id);
        if let Some(at) = at {
            self.logs.breaker.probe(context.now);
            self.logs.opened = self.logs.breaker.is_open().then(|| id.to_owned());
            self.logs.all[at].begin();
            change.touch_log(id);
            self.logs.review(at, Some(SaveEvent::OpenLog), context.now);
        }
        change
    }

    /// Applies what the org answers, which may arrive after the session was opened: `getObjectInfo` and the statuses of tasks,
    /// `{objectInfo?, engagementInfo?, taskStatuses?}`.
    pub fn set_object_info(&mut self, infos: &Value, context: &Context) -> Change {
        let mut change = Change::default();
        let config = Rc::new(self.logs.config.with_object_info(infos, &mut change.problems));
        if *config != *self.logs.config {
            self.logs.config = config;
            for at in 0..self.logs.all.len() {
                self.logs.all[at].set_config(self.logs.config.clone());
                change.touch_log(&self.logs.all[at].id);
                self.logs.review(at, None, context.now);
            }
            self.join_in_front(&mut change, context);
        }
        change
    }
}

impl Logs {
    fn stamp_heard(&mut self, at: usize, now: f64) {
        let stamp = self.clock.next(now);
        self.all[at].stamp_heard(stamp);
    }

    pub(super) fn review(&mut self, at: usize, trigger: Option<SaveEvent>, now: f64) {
        let stamp = self.clock.next(now);
        self.all[at].stamp(stamp);
        self.all[at].review(self.saves, trigger, now);
    }

    pub(super) fn report_status(&self, at: usize, before: SaveStatus, change: &mut Change) {
        let log = &self.all[at];
        if save_status(log) != before {
            change.touch_log(&log.id);
        }
    }
}
