//! The interaction log: the record that the business keeps of an interaction. Source: seed 1, "Default fields".
//!
//! - [`fields`]: the default fields.
//! - [`list`]: Name and Related To, the lists the agent chooses from.
//! - [`config`]: how the organisation wants it.
//! - [`attributes`]: what it takes from the interaction's attributes.
//! - [`edit`]: what the agent writes.
//! - [`kept`]: what survives a reload.
//! - [`write`]: its public shape.

pub mod attributes;
pub mod config;
pub mod edit;
pub mod fields;
pub mod list;
pub mod snapshot;
pub mod write;

use std::rc::Rc;

use serde_json::Value;

use crate::engagement::build;
use crate::event::conversation::{TextField, TimeField};
use crate::interaction::Interaction;
use crate::interaction::phase::Phase;
use crate::outbox::queue::SaveQueue;
use crate::outbox::{Fields, RecordKind, SaveEvent};
use crate::problem::Problem;
use crate::salesforce::field::Operation;
use crate::salesforce::record::{Record, Role};
use attributes::Mapped;
use config::Config;
use fields::Field;
use list::PickList;

/// Writes a time for people: the browser's locale and time zone are not known here.
pub type FormatTime<'a> = &'a dyn Fn(f64) -> String;

/// One interaction's log.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// The interaction's ID.
    pub id: String,
    /// Somebody.
    pub name: PickList,
    /// Something.
    pub related_to: PickList,
    /// Its saves.
    pub queue: SaveQueue,
    /// The saves of the interaction's EngagementInteraction record, if one is kept.
    pub engagement: SaveQueue,
    /// Whether there is anything to keep a record of: see [`Log::begin`].
    begun: bool,
    config: Rc<Config>,
    seen: LogState,
    edits: Fields,
}

/// What the log has seen of its interaction, which may be let go before the log is.
#[derive(Clone, Debug, PartialEq)]
struct LogState {
    phase: Phase,
    kind: &'static str,
    call_type: &'static str,
    subject: String,
    /// The time that the subject's stamp is of.
    stamped: f64,
    /// By this page's clock, for clients that tell no times.
    connected_at: Option<f64>,
    duration: Option<f64>,
    wrap_up: Option<String>,
    /// As it was when something was last heard of it.
    interaction: Interaction,
    /// By this page's clock.
    ended_at: Option<f64>,
    /// Seconds from then to the end of wrap-up, by the same.
    after_call: Option<f64>,
    mapped: Mapped,
}

/// What a log made of what is known by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The moment of the interaction's life that has come, if one has.
    pub moment: Option<SaveEvent>,
    /// Whether the log is different.
    pub changed: bool,
}

impl LogState {
    /// What of it stands in the log.
    fn reported(&self) -> impl PartialEq + use<> {
        let LogState { kind, call_type, subject, duration, wrap_up, mapped, .. } = self;
        (*kind, *call_type, subject.clone(), *duration, wrap_up.clone(), mapped.clone())
    }
}

impl Log {
    /// The log of an interaction that has just come.
    pub fn new(interaction: &Interaction, config: Rc<Config>, now: f64, stamp: FormatTime) -> Log {
        let mut log = Log {
            id: interaction.id.clone(),
            name: PickList::default(),
            related_to: PickList::default(),
            queue: SaveQueue::default(),
            engagement: SaveQueue::default(),
            begun: false,
            seen: LogState {
                phase: Phase::Alerting,
                kind: "",
                call_type: "",
                subject: String::new(),
                stamped: f64::NAN,
                connected_at: None,
                duration: None,
                wrap_up: None,
                interaction: interaction.clone(),
                ended_at: None,
                after_call: None,
                mapped: Mapped::default(),
            },
            config,
            edits: Fields::new(),
        };
        log.observe(interaction, now, stamp);
        log
    }

    /// Takes over what is known of the interaction by now.
    pub fn observe(&mut self, interaction: &Interaction, now: f64, stamp: FormatTime) -> Observed {
        let before = self.seen.phase;
        let was = (self.begun, self.seen.reported());
        let seen = &mut self.seen;
        seen.phase = interaction.phase;
        seen.call_type = fields::call_type_of(interaction);
        seen.interaction.clone_from(interaction);
        let kind = fields::type_of(interaction.kind());
        // Until the client tells when it began, it is when it was first heard of.
        let unknown = if seen.stamped.is_nan() { now } else { seen.stamped };
        let start = fields::start_of(interaction).unwrap_or(unknown);
        if start != seen.stamped || kind != seen.kind {
            seen.subject = format!("{kind} {}", stamp(start));
            seen.stamped = start;
            seen.kind = kind;
        }
        if interaction.phase.is_in_contact() {
            seen.connected_at.get_or_insert(now);
        }
        if interaction.phase.is_over() {
            let counted = fields::duration_of(interaction);
            let measured = || Some(((now - seen.connected_at?) / 1000.0).max(0.0).floor());
            // RecordKind the client counts outweighs what was counted context, which stays what it was when the end was told.
            seen.duration = counted.or(seen.duration).or_else(measured);
            let ended_at = *seen.ended_at.get_or_insert(now);
            if interaction.phase.is_done() {
                seen.after_call.get_or_insert(((now - ended_at) / 1000.0).max(0.0));
            }
        }
        seen.mapped = attributes::map(interaction, seen, &self.config);
        seen.wrap_up = interaction.conversation.text(TextField::Disposition).map(str::to_owned);
        let connected = seen.connected_at.is_some() || interaction.conversation.time(TimeField::Connected).is_some();
        if connected || interaction.is_outbound() {
            self.begin();
        }
        let moment = match self.seen.phase {
            Phase::Done if before != Phase::Done => Some(SaveEvent::WrapUpCompleted),
            Phase::Disconnected if !before.is_over() => Some(SaveEvent::Disconnected),
            _ => None,
        };
        // An EngagementInteraction record is made of more than the log is.
        let changed = self.config.engagement().is_some() || was != (self.begun, self.seen.reported());
        Observed { moment, changed: changed || moment.is_some() }
    }

    /// The organisation's wishes are known better now.
    pub fn set_config(&mut self, config: Rc<Config>) {
        self.seen.mapped = attributes::map(&self.seen.interaction, &self.seen, &config);
        self.config = config;
    }

    /// There is something to keep a record of from now on. What alerts in vain leaves none, unless the agent does
    /// something with it: somebody else will answer it.
    pub fn begin(&mut self) {
        self.begun = true;
    }

    /// Whether there is.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// Whether anybody has put something into it: a record, or a value.
    pub fn is_worked_on(&self) -> bool {
        let used = |list: &PickList| list.is_by_agent() || !list.records().is_empty();
        !self.edits.is_empty() || used(&self.name) || used(&self.related_to)
    }

    /// What the record holds when all is saved.
    pub fn values(&self) -> Fields {
        self.values_and_problems().0
    }

    fn values_and_problems(&self) -> (Fields, Vec<Problem>) {
        let mut problems = Vec::new();
        let seen = &self.seen;
        let who = self.name.chosen();
        let what = self.related_to.chosen().filter(|_| !self.excludes_related_to());
        let id = |record: &Record| record.activity_id().as_str().into();
        let wrap_up = seen.wrap_up.as_deref().map(|code| fields::fit(Field::CallResult, code, &mut problems));
        let values = [
            (Field::CallObject, Some(fields::fit(Field::CallObject, &self.id, &mut problems))),
            (Field::CallType, Some(seen.call_type.into())),
            (Field::Type, Some(seen.kind.into())),
            (Field::Subject, Some(fields::fit(Field::Subject, &seen.subject, &mut problems))),
            (Field::CallDuration, seen.duration.map(|seconds| (seconds as u64).into())),
            (Field::CallResult, wrap_up),
            (Field::Name, who.map(id)),
            (Field::RelatedTo, what.map(id)),
        ];
        let values = values.into_iter().filter_map(|(field, value)| Some((field.as_str().to_owned(), value?)));
        let other = seen.mapped.values.iter().chain(&self.edits).map(|(field, value)| (field.clone(), value.clone()));
        let values =
            attributes::retain_writable(values.chain(other).collect(), &self.config, &self.queue, &mut problems);
        problems.extend(seen.mapped.problems.iter().cloned());
        (values, problems)
    }

    /// Salesforce's own rule for tasks: where WhoId refers to a lead, WhatId is empty.
    pub fn excludes_related_to(&self) -> bool {
        self.name.chosen().is_some_and(Record::is_lead)
    }

    /// The list that records of this role belong to.
    pub fn of(&self, role: Role) -> &PickList {
        match role {
            Role::Name => &self.name,
            Role::RelatedTo => &self.related_to,
        }
    }

    /// The same, to change it.
    pub fn list(&mut self, role: Role) -> &mut PickList {
        match role {
            Role::Name => &mut self.name,
            Role::RelatedTo => &mut self.related_to,
        }
    }

    /// Whether the interaction is over.
    pub fn is_over(&self) -> bool {
        self.seen.phase.is_over()
    }

    /// The client has let the interaction go.
    pub fn release(&mut self) {
        self.seen.phase = Phase::Done;
    }

    /// Tells the lanes what there is to be stored now; `moment` is one that saves at once, and `saves` whether anybody
    /// saves logs.
    pub fn review(&mut self, saves: bool, moment: Option<SaveEvent>, now: f64) {
        if !self.begun {
            return;
        }
        let change = if self.is_over() { SaveEvent::ChangedAfterDisconnect } else { SaveEvent::Changed };
        if saves {
            let values = self.values();
            self.queue.record_change(&values, change, moment, now);
        }
        if let Some(record) = self.record(&mut Vec::new()).filter(build::is_complete) {
            self.engagement.record_change(&record, change, moment, now);
        }
    }

    /// The EngagementInteraction record, where one is kept.
    fn record(&self, problems: &mut Vec<Problem>) -> Option<Fields> {
        let config = self.config.engagement()?;
        let made = self.engagement.record().is_some();
        let operation = if made { Operation::Update } else { Operation::Create };
        let attendee = self.name.chosen().map(|record| record.id);
        Some(build::build(operation, &self.seen.interaction, attendee, config, "", problems))
    }

    /// What is to be stored of one of the two.
    pub fn stored(&self, what: RecordKind) -> Fields {
        match what {
            RecordKind::Log => self.values(),
            RecordKind::Engagement => self.record(&mut Vec::new()).unwrap_or_default(),
        }
    }

    /// The saves of one of the two.
    pub fn saves(&self, what: RecordKind) -> &SaveQueue {
        match what {
            RecordKind::Log => &self.queue,
            RecordKind::Engagement => &self.engagement,
        }
    }

    /// The same, to change them.
    pub fn saves_mut(&mut self, what: RecordKind) -> &mut SaveQueue {
        match what {
            RecordKind::Log => &mut self.queue,
            RecordKind::Engagement => &mut self.engagement,
        }
    }

    /// Whether nothing is left to be confirmed.
    pub fn is_settled(&self) -> bool {
        self.queue.is_settled() && self.engagement.is_settled()
    }

    /// The interaction, condensed, in the client's own spelling.
    pub fn condensed(&self) -> Value {
        Value::Object(self.seen.interaction.condense())
    }
}
