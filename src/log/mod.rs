//! The interaction log: the record that the org keeps of an interaction. Source: "Attribute synchronization".
//!
//! - [`fields`]: the default fields.
//! - [`handed_over`]: records that come and go with a transfer.
//! - [`records`]: the records of Setup that options were made of.
//! - [`keeper`]: who keeps the log.
//! - [`list`]: Name and Related To, the lists that the agent chooses from.
//! - [`merge`]: merges what two pages know of one log.
//! - [`config`]: the org's configuration.
//! - [`attributes`]: the values of mapped attributes.
//! - [`edit`]: the fields that the agent edits.
//! - [`snapshot`]: what is stored for a later page.
//! - [`task`]: what makes a Task a logged call.
//! - [`timeline`]: what happened when, and by whom.
//! - [`write`]: the public shape.

pub mod attributes;
pub mod config;
pub mod edit;
pub mod fields;
pub mod handed_over;
pub mod keeper;
pub mod list;
pub mod merge;
pub mod records;
mod saves;
pub mod snapshot;
mod state;
pub mod stored;
pub mod task;
pub mod timeline;
pub mod write;

use std::rc::Rc;

use serde_json::Value;

use crate::engagement::build;
use crate::event::conversation::Conversation;
use crate::event::field::{TextField, TimeField};
use crate::interaction::Interaction;
use crate::interaction::phase::{self, Phase};
use crate::interaction::segment::Segment;
use crate::outbox::queue::SaveQueue;
use crate::outbox::{Fields, SaveEvent};
use crate::problem::{Problem, Severity};
use crate::salesforce::activity;
use crate::salesforce::record::{Record, Role};
use crate::salesforce::record_id::RecordId;
use config::Config;
use fields::Field;
use list::PickList;
use merge::Stamps;
use state::LogState;
use timeline::Timeline;

/// Formats milliseconds since 1970. The page does it: Rust knows neither the agent's locale nor their time zone.
pub type FormatTime<'a> = &'a dyn Fn(f64) -> String;

/// How a log writes times.
#[derive(Clone, Copy)]
pub struct Formats<'a> {
    /// As people read it, date and time.
    pub time: FormatTime<'a>,
    /// The day in the agent's time zone, `2026-04-09`.
    pub day: FormatTime<'a>,
}

/// The log of one interaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// The log's ID: the interaction's ID while this is its latest segment; see [`Log::archive`].
    pub id: String,
    /// Candidates for WhoId.
    pub name: PickList,
    /// Candidates for WhatId.
    pub related_to: PickList,
    /// The saves of the log.
    pub queue: SaveQueue,
    /// The saves of the interaction's EngagementInteraction record, where one is kept.
    pub engagement: SaveQueue,
    /// Whether the log is worth saving: see [`Log::begin`].
    begun: bool,
    config: Rc<Config>,
    /// The segment as it was named in the first save.
    segment: Option<String>,
    /// The segment before this one, if there was one.
    follows: Option<String>,
    state: LogState,
    /// The fields that the agent edited.
    edits: Fields,
    stamps: Stamps,
    /// What this page has seen of it. The copies that other pages read have none.
    timeline: Timeline,
}

/// The result of [`Log::observe`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The event that saves the log at once, if one happened.
    pub trigger: Option<SaveEvent>,
    /// Whether the log changed.
    pub changed: bool,
}

impl Log {
    /// The log of a new interaction. `now` is the time by the page's clock, in milliseconds since 1970.
    pub fn new(interaction: &Interaction, config: Rc<Config>, now: f64, formats: Formats) -> Log {
        let mut log = Log {
            id: interaction.id.clone(),
            name: PickList::default(),
            related_to: PickList::default(),
            queue: SaveQueue::default(),
            engagement: SaveQueue::default(),
            begun: false,
            state: LogState::new(interaction, now),
            config,
            segment: None,
            follows: None,
            edits: Fields::new(),
            stamps: Stamps::default(),
            timeline: Timeline::default(),
        };
        log.timeline.begin(interaction, now);
        log.observe(interaction, now, formats);
        log
    }

    /// Updates the log after a message about its interaction.
    pub fn observe(&mut self, interaction: &Interaction, now: f64, formats: Formats) -> Observed {
        let phase_before = self.state.phase;
        let before = (self.begun, self.state.shown());
        let state = &mut self.state;
        state.phase = interaction.phase;
        state.call_type = fields::call_type_of(interaction);
        state.interaction.clone_from(interaction);
        state.update_subject(now, formats.time);
        state.update_activity_date(formats.day);
        state.measure(now);
        state.mapped = attributes::map(state, &self.config);
        let code = interaction.conversation.text(TextField::Disposition);
        let news = code.filter(|code| state.wrap_up.as_deref() != Some(code));
        self.timeline.observe(phase_before, interaction, news, now);
        state.wrap_up = code.map(str::to_owned);
        let was_connected =
            state.connected_at.is_some() || interaction.conversation.time(TimeField::Connected).is_some();
        if was_connected || interaction.is_outbound() {
            self.begin();
        }
        let trigger = match self.state.phase {
            Phase::Done if phase_before != Phase::Done => Some(SaveEvent::WrapUpCompleted),
            Phase::Disconnected if !phase_before.is_over() => Some(SaveEvent::Disconnected),
            _ => None,
        };
        // EngagementInteraction records hold more of an interaction than the log shows.
        let changed = self.config.engagement().is_some() || before != (self.begun, self.state.shown());
        Observed { trigger, changed: changed || trigger.is_some() }
    }

    /// Applies a late message about the interaction of this log, which the client has removed or begun again. It changes no
    /// phase; the wrap-up code, for example, may come only now.
    pub fn observe_late(&mut self, update: Conversation, now: f64) -> Observed {
        let before = self.state.shown();
        let wraps_up = phase::reported(&update) == Some(Phase::Done);
        let state = &mut self.state;
        let merged = state.interaction.merge(update).changed;
        state.measure(now);
        state.mapped = attributes::map(state, &self.config);
        let code = state.interaction.conversation.text(TextField::Disposition).map(str::to_owned);
        self.timeline.wrap_up(code.as_deref().filter(|code| state.wrap_up.as_deref() != Some(code)), now);
        state.wrap_up = code;
        let changed = before != self.state.shown() || (merged && self.config.engagement().is_some());
        Observed { trigger: (changed && wraps_up).then_some(SaveEvent::WrapUpCompleted), changed }
    }

    /// Applies another configuration, once `getObjectInfo` has answered.
    pub fn set_config(&mut self, config: Rc<Config>) {
        self.state.mapped = attributes::map(&self.state, &config);
        let edits = std::mem::take(&mut self.edits).into_iter();
        self.edits = edits
            .map(|(field, value)| (config.task.spelling(&field).map_or(field.clone(), str::to_owned), value))
            .collect();
        self.config = config;
    }

    /// Marks the log as worth saving. A call that only rang is not saved unless the agent touched it: another agent will
    /// answer it.
    pub fn begin(&mut self) {
        self.begun = true;
    }

    /// Whether [`Log::begin`] was called.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// Whether the agent edited a field, chose a record or opened one.
    pub fn is_worked_on(&self) -> bool {
        let is_used = |list: &PickList| list.is_by_agent() || !list.records().is_empty();
        !self.edits.is_empty() || is_used(&self.name) || is_used(&self.related_to)
    }

    /// The values to store in the Task, by field.
    pub fn values(&self) -> Fields {
        self.values_and_problems().0
    }

    fn values_and_problems(&self) -> (Fields, Vec<Problem>) {
        let mut problems = Vec::new();
        let state = &self.state;
        let mut truncated = |field, text: &str| Some(fields::truncate(field, text, &mut problems));
        let call_object = truncated(Field::CallObject, self.interaction_id());
        let subject = truncated(Field::Subject, &state.subject);
        let wrap_up = state.wrap_up.as_deref().and_then(|code| truncated(Field::CallResult, code));
        let activity_id = |record: &Record| record.activity_id().as_str().into();
        let related_to = self.related_to.chosen().filter(|_| !self.excludes_related_to());
        let values = [
            (Field::CallObject, call_object),
            (Field::CallType, Some(state.call_type.as_str().into())),
            (Field::Type, Some(state.task_type.as_str().into())),
            (Field::Subject, subject),
            (Field::CallDuration, state.measured.duration.map(|seconds| (seconds as u64).into())),
            (Field::CallResult, wrap_up),
            (Field::Name, self.name.chosen().map(activity_id)),
            (Field::RelatedTo, related_to.map(activity_id)),
        ];
        let values = values.into_iter().filter_map(|(field, value)| Some((field.as_str().to_owned(), value?)));
        // Of two values for a field the one that stands later here counts.
        let mut all = task::values(state, &self.config, &self.queue);
        all.extend(values);
        all.extend(state.mapped.values.clone());
        all.extend(task::review_edits(state, &self.config, &self.edits, &mut problems));
        let values = attributes::retain_writable(all, &self.config, &self.queue, &mut problems);
        problems.extend(state.mapped.problems.iter().cloned());
        (values, problems)
    }

    /// Whether WhatId has to be empty: Salesforce does not relate an activity of a lead to anything.
    pub fn excludes_related_to(&self) -> bool {
        self.name.chosen().is_some_and(Record::is_lead)
    }

    /// The list for records of this role.
    pub fn list(&self, role: Role) -> &PickList {
        match role {
            Role::Name => &self.name,
            Role::RelatedTo => &self.related_to,
        }
    }

    /// Mutable access to [`Log::list`].
    pub fn list_mut(&mut self, role: Role) -> &mut PickList {
        match role {
            Role::Name => &mut self.name,
            Role::RelatedTo => &mut self.related_to,
        }
    }

    /// What happened when, and by whom, as far as this page has seen it.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Mutable access to [`Log::timeline`].
    pub(crate) fn timeline_mut(&mut self) -> &mut Timeline {
        &mut self.timeline
    }

    /// Takes over what an earlier page of the tab has seen.
    pub(crate) fn restore_timeline(&mut self, snapshot: &str) {
        self.timeline = Timeline::restore(snapshot);
    }

    /// The interaction as of its last message.
    pub fn interaction(&self) -> &Interaction {
        &self.state.interaction
    }

    /// Whether it was in contact, as far as a log that another page has stored tells; of an outbound one that is not told.
    pub fn was_in_contact(&self) -> bool {
        self.state.connected_at.is_some() || self.state.interaction.is_outbound()
    }

    /// The record of a list with this ID.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        Role::ALL.into_iter().find_map(|role| Some(&self.list(role).records()[self.list(role).index(id)?]))
    }

    /// What Task's `getObjectInfo` says against the chosen record of Related To, if anything.
    fn not_allowed(&self) -> Option<Problem> {
        let record = self.related_to.chosen()?;
        if self.config.object.refers_to("WhatId", &record.object) != Some(false) {
            return None;
        }
        let mut problems = Vec::new();
        activity::role(record, &self.config.object, "", &mut problems);
        let problem = problems.pop()?;
        Some(Problem { severity: Severity::Warning, path: "/WhatId".to_owned(), ..problem })
    }

    /// The fields of a save that hold a fixed value of the org.
    pub fn fixed_among(&self, call_log: &Fields) -> Vec<String> {
        self.config.task.fixed_among(call_log)
    }

    /// Whether the interaction is over.
    pub fn is_over(&self) -> bool {
        self.state.phase.is_over()
    }

    /// Marks the interaction as over without having seen its end.
    pub fn release(&mut self) {
        self.state.phase = Phase::Done;
    }

    /// Marks the interaction as removed by the client. One that was transferred ended with that, if nothing says otherwise.
    pub fn remove(&mut self, now: f64) {
        if !self.is_over() {
            self.timeline.end(now);
        }
        self.release();
        if self.state.ended_at.is_none() && self.state.transferred_at.is_some() {
            self.state.measure_duration(now);
        }
    }

    /// The ID of the interaction.
    pub fn interaction_id(&self) -> &str {
        &self.state.interaction.id
    }

    /// The segment of the interaction that this is the log of; with [`Log::interaction_id`] it identifies the log. It is the
    /// time of the connection; of a log that is saved before, `first`, or `after` and the segment before. Once saved it does not
    /// change.
    pub fn segment(&self) -> String {
        let unconnected = || self.follows.as_ref().map_or("first".to_owned(), |former| format!("after {former}"));
        self.segment
            .clone()
            .or_else(|| Segment::of(&self.state.interaction.conversation).key())
            .unwrap_or_else(unconnected)
    }

    /// Names the segment for all saves, since what identifies a record must not change.
    pub fn fix_segment(&mut self) -> &str {
        let segment = self.segment();
        self.segment.insert(segment)
    }

    /// Makes this the log of the segment that follows `former`.
    pub fn follow(&mut self, former: &Log) {
        self.follows = Some(former.segment());
    }

    /// Whether this was made as the log of the segment that follows `former`.
    pub fn directly_follows(&self, former: &Log) -> bool {
        self.follows.as_ref() == Some(&former.segment())
    }

    /// What is known of the segment that this is the log of.
    pub fn known_segment(&self) -> Segment {
        Segment::of(&self.state.interaction.conversation)
    }

    /// Gives way to the log of a new segment: the log keeps its values and its saves under another ID.
    pub fn archive(&mut self, id: String) {
        self.id = id;
        self.timeline.touch();
    }

    /// Records the current values in the save queues. `trigger` is an event that saves at once; `has_handler` says whether
    /// the page saves logs at all.
    pub fn review(&mut self, has_handler: bool, trigger: Option<SaveEvent>, now: f64) {
        if !self.begun {
            return;
        }
        let change = if self.is_over() { SaveEvent::ChangedAfterDisconnect } else { SaveEvent::Changed };
        if has_handler {
            let values = self.values();
            self.queue.record_change(&values, change, trigger, now);
        }
        if let Some(record) = self.engagement_record(&mut Vec::new()).filter(build::is_complete) {
            self.engagement.record_change(&record, change, trigger, now);
        }
    }

    /// The condensed interaction in the client's spelling.
    pub fn condensed(&self) -> Value {
        Value::Object(self.state.interaction.condense())
    }
}
