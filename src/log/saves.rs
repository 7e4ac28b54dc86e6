//! The saves of a log: of its record, and of its EngagementInteraction record.

use super::Log;
use super::config::Config;
use crate::engagement::build;
use crate::outbox::queue::SaveQueue;
use crate::outbox::{Fields, RecordKind};
use crate::problem::Problem;
use crate::salesforce::field::Operation;

impl Log {
    /// The EngagementInteraction record; `None` where none is kept.
    pub(super) fn engagement_record(&self, problems: &mut Vec<Problem>) -> Option<Fields> {
        let config = self.config.engagement()?;
        let operation = if self.engagement.record().is_some() { Operation::Update } else { Operation::Create };
        let attendee = self.name.chosen().map(|record| record.id);
        Some(build::build(operation, &self.state.interaction, attendee, config, "", problems))
    }

    /// The values to store in a record of this kind.
    pub fn stored(&self, kind: RecordKind) -> Fields {
        match kind {
            RecordKind::Log => self.values(),
            RecordKind::Engagement => self.engagement_record(&mut Vec::new()).unwrap_or_default(),
        }
    }

    /// The saves of a record of this kind.
    pub fn saves(&self, kind: RecordKind) -> &SaveQueue {
        match kind {
            RecordKind::Log => &self.queue,
            RecordKind::Engagement => &self.engagement,
        }
    }

    /// Mutable access to [`Log::saves`].
    pub fn saves_mut(&mut self, kind: RecordKind) -> &mut SaveQueue {
        match kind {
            RecordKind::Log => &mut self.queue,
            RecordKind::Engagement => &mut self.engagement,
        }
    }

    /// Whether a save is in flight.
    pub fn is_in_flight(&self) -> bool {
        self.queue.is_in_flight() || self.engagement.is_in_flight()
    }

    /// Whether everything is confirmed, and no earlier save may still arrive and undo it.
    pub fn is_settled(&self) -> bool {
        let is_settled = |queue: &SaveQueue| queue.is_settled() && !queue.may_be_undone();
        is_settled(&self.queue) && is_settled(&self.engagement)
    }

    /// Whether everything that the agent and the client changed was sent, if it was not confirmed.
    pub fn is_sent(&self) -> bool {
        RecordKind::ALL.into_iter().all(|kind| self.saves(kind).is_in_flight() || self.saves(kind).is_settled())
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Whether a handler declined a save, which it is offered again at the next trigger.
    pub fn is_declined(&self) -> bool {
        self.queue.is_declined() || self.engagement.is_declined()
    }
}
