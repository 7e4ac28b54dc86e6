//! What goes into the timelines of the logs, from everywhere in the session; the rules are in [`crate::log::timeline`].

use serde_json::Value;

use super::change::Change;
use super::{Context, Session};
use crate::command::vocabulary::Action;
use crate::event::{Announcement, Event};
use crate::log::Log;

/// Maximum number of logs with a timeline, beside those whose interaction is followed: storage is limited, and of older ones
/// nobody asks.
const MAX_FORMER: usize = 16;

/// What a message says beside what becomes the state of its interaction.
pub(super) struct Heard {
    id: String,
    /// The keys of the utterances.
    said: Vec<String>,
    /// Attributes that may change, with their values until then.
    attributes: Vec<(String, Value)>,
    completes_transfer: bool,
}

impl Session {
    /// What the timeline needs of a message, before it is applied.
    pub(super) fn heard(&self, event: &Event) -> Option<Heard> {
        let Event::Interaction { id, conversation, announcement } = event else { return None };
        let said: Vec<String> = conversation.transcript().utterances().iter().map(|one| one.key.clone()).collect();
        let completes_transfer = *announcement == Announcement::ConsultCompleted;
        let mut attributes = Vec::new();
        // With its first message an interaction brings them; they are no news.
        if let Some(known) = self.interaction(id) {
            for name in conversation.attribute_names() {
                let before = known.conversation.attribute(name).unwrap_or_default();
                if conversation.attribute(name).unwrap_or_default() != before {
                    attributes.push((name.to_owned(), before));
                }
            }
        }
        let is_heard = completes_transfer || !said.is_empty() || !attributes.is_empty();
        is_heard.then(|| Heard { id: id.clone(), said, attributes, completes_transfer })
    }

    /// Notes it, once the message is applied.
    pub(super) fn note_heard(&mut self, heard: Option<Heard>, context: &Context) {
        let Some(Heard { id, said, attributes, completes_transfer }) = heard else { return };
        let interaction = self.interactions.iter().find(|interaction| interaction.id == id);
        if let Some((log, interaction)) = self.logs.all.iter_mut().find(|log| log.id == id).zip(interaction) {
            log.note_utterances(interaction, &said, context.now);
            for (name, before) in &attributes {
                let value = interaction.conversation.attribute(name).unwrap_or_default();
                if value != *before {
                    log.note_attribute(name, value.as_str().unwrap_or_default(), context.now);
                }
            }
            if completes_transfer {
                log.note_completed_transfer(context.now);
            }
        }
    }

    /// Notes that the agent visited the record in front, if it belongs into a list of the log that a visit is for.
    pub(super) fn note_visit(&mut self, context: &Context) {
        let Some(record) = self.in_front.record().cloned() else { return };
        if let Some(at) = self.visited_log().filter(|at| self.logs.all[*at].record(record.id).is_some()) {
            self.logs.all[at].note_visit(&record, context.now);
        }
    }

    /// Notes that the agent asked the client for an action.
    pub(super) fn note_sent(&mut self, id: &str, action: Action, on: Option<bool>, data: &Value, context: &Context) {
        if let Some(log) = self.log_mut(id) {
            log.note_sent(action, on, data, context.now);
        }
    }

    /// Notes that the client has not shown an action in time.
    pub(super) fn note_unconfirmed(&mut self, id: &str, action: Action, now: f64) {
        if let Some(log) = self.log_mut(id) {
            log.note_unconfirmed(action, now);
        }
    }

    /// Adds the text of a summary to the comments of a log: behind what is there, or in place of the one that was added before.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let (mut session, context) = (Session::default(), Context::default());
    /// session.receive(r#"{"type":"Interaction","category":"add","data":{"id":"1","state":"ALERTING"}}"#, &context);
    /// session.edit("1", &serde_json::json!({ "Description": "Calls again." }), &context);
    /// session.add_summary("1", "Answered at 9:14.", &context);
    /// assert_eq!(session.log("1").unwrap().values()["Description"], "Calls again.\n\nAnswered at 9:14.");
    /// ```
    pub fn add_summary(&mut self, id: &str, text: &str, context: &Context) -> Change {
        let (mut change, at) = self.log_to_edit(id);
        let Some(at) = at else { return change };
        if self.logs.all[at].add_summary(text, &mut change.problems, context.now) {
            change.touch_log(id);
            self.logs.review(at, None, context.now);
        }
        change
    }

    /// Lets go of the timelines of all but the last logs whose interactions are gone.
    pub(super) fn clear_timelines(&mut self) {
        let Session { interactions, logs, .. } = self;
        let is_former = |log: &&mut Log| !interactions.iter().any(|interaction| interaction.id == log.id);
        let told = logs.all.iter_mut().rev().filter(|log| !log.timeline().entries().is_empty());
        let former = told.filter(is_former);
        former.skip(MAX_FORMER).for_each(|log| log.timeline_mut().clear());
    }

    /// Reports the timelines that changed.
    pub(super) fn report_timelines(&mut self, change: &mut Change) {
        for log in &mut self.logs.all {
            if log.timeline_mut().take_changed() {
                change.timelines.push(log.id.clone());
            }
        }
    }

    fn log_mut(&mut self, id: &str) -> Option<&mut Log> {
        self.logs.all.iter_mut().find(|log| log.id == id)
    }
}
