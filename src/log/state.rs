//! What a log knows of its interaction: the subject, the day and the durations that follow from its messages.

use super::FormatTime;
use super::attributes::Mapped;
use super::fields::{self, CallType, TaskType};
use crate::attribute::catalogue::MeasuredTimes;
use crate::event::field::TimeField;
use crate::interaction::Interaction;
use crate::interaction::phase::Phase;
use crate::interaction::segment::Segment;
use crate::time::Timestamp;

/// What the log knows of its interaction. It outlives the interaction, which the client may remove first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LogState {
    pub(super) phase: Phase,
    pub(super) task_type: TaskType,
    pub(super) call_type: CallType,
    pub(super) subject: String,
    /// The time in the subject: the start that the client reported, else when the interaction was first seen.
    pub(super) started_at: Option<Timestamp>,
    /// When it was first seen, by this page's clock in milliseconds.
    pub(super) seen_at: f64,
    /// When the segment was first connected, as the client reported it.
    pub(super) reported_connection: Option<Timestamp>,
    /// The day on which the segment began, in the agent's time zone; empty when it is not known.
    pub(super) activity_date: String,
    /// When it was first connected, by this page's clock in milliseconds.
    pub(super) connected_at: Option<f64>,
    /// When it was transferred away, by this page's clock in milliseconds.
    pub(super) transferred_at: Option<f64>,
    /// When it ended, by this page's clock in milliseconds.
    pub(super) ended_at: Option<f64>,
    pub(super) measured: MeasuredTimes,
    pub(super) wrap_up: Option<String>,
    /// The interaction as of its last message.
    pub(super) interaction: Interaction,
    pub(super) mapped: Mapped,
}

impl LogState {
    /// The state of a new interaction's log. `now` is the time by the page's clock, in milliseconds since 1970.
    pub(super) fn new(interaction: &Interaction, now: f64) -> LogState {
        LogState {
            phase: Phase::Alerting,
            task_type: fields::task_type_of(interaction.kind()),
            call_type: fields::call_type_of(interaction),
            subject: String::new(),
            started_at: None,
            seen_at: now,
            reported_connection: None,
            activity_date: String::new(),
            connected_at: None,
            transferred_at: None,
            ended_at: None,
            measured: MeasuredTimes::default(),
            wrap_up: None,
            interaction: interaction.clone(),
            mapped: Mapped::default(),
        }
    }

    /// The same with the transcript of another state of this log, and the values of the fields that store it, unless it has its own.
    pub(super) fn with_transcript_of(mut self, known: &LogState, is_of_transcript: impl Fn(&str) -> bool) -> LogState {
        for (field, value) in known.mapped.values.iter().filter(|(field, _)| is_of_transcript(field)) {
            self.mapped.values.entry(field.as_str()).or_insert_with(|| value.clone());
        }
        self.interaction.conversation.keep_transcript(&known.interaction.conversation);
        self
    }

    /// Everything that the log shows of its interaction, to compare it with later.
    pub(super) fn shown(&self) -> impl PartialEq + use<> {
        let LogState { task_type, call_type, subject, activity_date, measured, wrap_up, mapped, .. } = self;
        let segment = Segment::of(&self.interaction.conversation);
        let texts = (subject.clone(), activity_date.clone(), wrap_up.clone());
        (*task_type, *call_type, texts, measured.duration, mapped.clone(), segment)
    }

    /// Updates the subject "{type} {start}" when its type or start is another.
    pub(super) fn update_subject(&mut self, now: f64, format_time: FormatTime) {
        let reported = self.interaction.conversation.time(TimeField::Start);
        let started_at = reported.or(self.started_at).or_else(|| Timestamp::from_milliseconds(now));
        let task_type = fields::task_type_of(self.interaction.kind());
        if started_at != self.started_at || task_type != self.task_type || self.subject.is_empty() {
            let start = started_at.map_or(now, Timestamp::milliseconds);
            self.subject = format!("{} {}", task_type.as_str(), format_time(start));
            self.started_at = started_at;
            self.task_type = task_type;
        }
    }

    /// Updates the day on which the segment began: it was connected then, or first seen while no connection is known. A callback
    /// is connected again when its call is; what began does not begin anew.
    pub(super) fn update_activity_date(&mut self, day: FormatTime) {
        let reported = self.interaction.conversation.time(TimeField::Connected);
        let is_news = self.reported_connection.is_none() && reported.is_some();
        if is_news || self.activity_date.is_empty() {
            self.reported_connection = self.reported_connection.or(reported);
            self.activity_date = day(self.reported_connection.map_or(self.seen_at, Timestamp::milliseconds));
        }
    }

    /// Measures the durations that the client may not report.
    pub(super) fn measure(&mut self, now: f64) {
        if self.phase.is_in_contact() {
            self.connected_at.get_or_insert(now);
        }
        if self.interaction.transferring {
            self.transferred_at.get_or_insert(now);
        } else if !self.phase.is_over() {
            self.transferred_at = None;
        }
        if self.phase.is_over() {
            let ended_at = self.measure_duration(now);
            if self.phase.is_done() {
                self.measured.after_call.get_or_insert(((now - ended_at) / 1000.0).max(0.0));
            }
        }
    }

    /// Measures the duration at the first message after the end; returns the time of that.
    pub(super) fn measure_duration(&mut self, now: f64) -> f64 {
        let end = self.transferred_at.unwrap_or(now);
        let measured = || Some(((end - self.connected_at?) / 1000.0).max(0.0).round());
        // The client's own count has priority.
        let duration = fields::duration_of(&self.interaction).or(self.measured.duration).or_else(measured);
        self.measured.duration = duration;
        *self.ended_at.get_or_insert(now)
    }
}
