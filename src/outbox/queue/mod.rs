//! The saves of one record: one at a time, in order, each repeated until every difference is confirmed.
//!
//! The queue reads no clock. Each call is given the time by the page's clock, in milliseconds that never decrease. After
//! each change of the log, the session calls [`SaveQueue::record_change`]; when [`SaveQueue::poll_timeout`] has come,
//! [`SaveQueue::handle_timeout`] and [`SaveQueue::start_next`].

mod difference;
pub mod progress;
pub mod snapshot;

use litemap::LiteMap;
use serde_json::Value;

use self::progress::Progress;
use super::answer::{Answer, not_saved, not_stored};
use super::late::{LateSaves, hash};
use super::retry::{JitterRng, RetryPolicy};
use super::{Fields, SaveEvent};
use crate::problem::Problem;
use crate::salesforce::record_id::RecordId;

const POLICY: RetryPolicy = RetryPolicy::DEFAULT;
/// Maximum number of timed-out saves that are remembered in case they answer late.
const MAX_TIMED_OUT: usize = 16;

/// A save that is to be made.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Waiting {
    event: SaveEvent,
    /// When its first change was recorded.
    since: f64,
    /// When it is to be sent.
    due: f64,
    /// Skips debounce and backoff.
    urgent: bool,
}

/// A save that was sent and has not been answered.
#[derive(Clone, Debug, PartialEq)]
struct InFlight {
    ticket: u32,
    event: SaveEvent,
    sent: Fields,
    /// The record that it was sent to; `None` when it was to create one.
    record: Option<RecordId>,
    times_out_at: f64,
}

/// The saves of one record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaveQueue {
    /// The values of the last confirmed saves. The record holds them, but for those in `dropped`.
    saved: Fields,
    /// Fields that were sent and not confirmed: the record may hold the sent value or the one before.
    unconfirmed: LiteMap<String, ()>,
    /// Fields made uncertain by a late answer while a save is in flight; that save's confirmation does not cover them.
    unconfirmed_in_flight: LiteMap<String, ()>,
    /// The record, once its ID is known.
    record: Option<RecordId>,
    /// Failures in a row.
    failures: u32,
    waiting: Option<Waiting>,
    in_flight: Option<InFlight>,
    timed_out: Vec<InFlight>,
    /// Saves that may arrive after later ones.
    late: LateSaves,
    /// Why the last save failed.
    reason: Option<String>,
    /// Fields that the last save did not store, with the reason.
    dropped: LiteMap<String, String>,
    /// Fingerprint of the differences that the handler declined; they wait for a trigger or another change.
    declined: Option<u64>,
    /// How the saves go in another page, while that one makes them.
    elsewhere: Progress,
    /// Earliest send time after a reload: saves of the earlier page may still be in flight.
    not_before: f64,
}

impl SaveQueue {
    /// Records the current values. `change` is the event of an ordinary change; a `trigger` is an event that saves at once, and
    /// sends refused fields again.
    pub fn record_change(&mut self, current: &Fields, change: SaveEvent, trigger: Option<SaveEvent>, now: f64) {
        let with_refused = trigger.is_some() || self.waiting.is_some_and(|waiting| waiting.urgent);
        if !self.differs(current, with_refused) {
            // Nothing changed, or it was changed back.
            self.waiting = None;
            self.declined = None;
            return;
        }
        let declined = self.declined.is_some_and(|declined| declined == hash(&self.difference(current)));
        if declined && trigger.is_none() {
            self.waiting = self.waiting.filter(|waiting| waiting.urgent);
            return;
        }
        let known = self.waiting;
        let since = known.map_or(now, |waiting| waiting.since);
        let due = match (trigger, known) {
            (Some(_), _) => now.max(self.not_before),
            // A save that waits for its next attempt, or is urgent, keeps its time.
            (None, Some(waiting)) if waiting.urgent || self.failures > 0 => waiting.due,
            (None, _) => (now + POLICY.debounce).min(since + POLICY.debounce_max),
        };
        let event = trigger.unwrap_or(change);
        self.waiting = Some(Waiting {
            event: known.map_or(event, |waiting| higher_priority(waiting.event, event)),
            since,
            due,
            urgent: trigger.is_some() || known.is_some_and(|waiting| waiting.urgent),
        });
    }

    /// Makes the waiting save due now.
    pub fn flush(&mut self, now: f64) {
        if let Some(waiting) = &mut self.waiting {
            waiting.due = waiting.due.min(now);
            waiting.urgent = true;
        }
    }

    /// Whether a save is to be sent now.
    pub fn is_due(&self, now: f64) -> bool {
        self.in_flight.is_none() && self.waiting.is_some_and(|waiting| waiting.due <= now)
    }

    /// Starts the save that is due; it is in flight from now on. Returns its event and the changed fields of `current`, with
    /// `Id` once the record is known; `None` when no save is due or nothing differs.
    pub fn start_next(&mut self, ticket: u32, current: &Fields, now: f64) -> Option<(SaveEvent, Fields)> {
        if !self.is_due(now) {
            return None;
        }
        let Waiting { event, .. } = self.waiting.take()?;
        let sent = self.difference(current);
        if sent.is_empty() {
            return None;
        }
        self.declined = None;
        self.unconfirmed.clear();
        for field in sent.keys() {
            self.unconfirmed.insert(field.clone(), ());
        }
        let call_log = self.with_id(sent.clone());
        self.in_flight =
            Some(InFlight { ticket, event, sent, record: self.record, times_out_at: now + POLICY.save_timeout });
        Some((event, call_log))
    }

    /// The fields that are not confirmed, with their values in `current` and the event that saves them.
    pub fn unconfirmed(&self, current: &Fields) -> Option<(SaveEvent, Fields)> {
        Some((self.event()?, self.with_id(self.difference(current))))
    }

    fn with_id(&self, mut fields: Fields) -> Fields {
        if let Some(record) = self.record {
            fields.insert("Id".to_owned(), record.as_str().into());
        }
        fields
    }

    /// Whether the queue waits for the answer with this ticket.
    pub fn awaits(&self, ticket: u32) -> bool {
        self.in_flight.iter().chain(&self.timed_out).any(|in_flight| in_flight.ticket == ticket)
    }

    /// Takes the answer of a save. Call [`SaveQueue::record_change`] afterwards: the log may have changed meanwhile.
    pub fn handle_response(&mut self, ticket: u32, answer: Answer, now: f64, rng: &mut JitterRng) {
        if let Some(at) = self.timed_out.iter().position(|in_flight| in_flight.ticket == ticket) {
            let late = self.timed_out.remove(at);
            self.late.answered(ticket);
            return self.handle_late_response(late, &answer);
        }
        let Some(in_flight) = self.in_flight.take_if(|in_flight| in_flight.ticket == ticket) else { return };
        match answer {
            Answer::Saved { record, dropped } if self.is_own(record, &in_flight) => {
                self.confirm(in_flight, record, dropped)
            }
            Answer::Saved { record, .. } => {
                let reason = format!("The save answered with {record}, the ID of another record than before.");
                self.forget_record();
                self.fail(in_flight.event, reason, now, rng);
            }
            Answer::Overtaken { record, .. } => self.overtake(in_flight, record, now),
            Answer::Declined => self.decline(in_flight),
            Answer::Failed { reason, gone, duplicate, .. } => {
                if gone && in_flight.record.is_some() {
                    self.forget_record();
                }
                if in_flight.record.is_none() {
                    self.record = self.record.or(duplicate);
                }
                self.fail(in_flight.event, reason, now, rng);
            }
        }
    }

    /// Whether an answered ID can be this log's record: it is the known one, or none is known yet.
    fn is_own(&self, record: RecordId, in_flight: &InFlight) -> bool {
        [self.record, in_flight.record].into_iter().flatten().all(|known| known == record)
    }

    fn confirm(&mut self, in_flight: InFlight, record: RecordId, dropped: Vec<(String, String)>) {
        self.record = Some(record);
        self.unconfirmed = std::mem::take(&mut self.unconfirmed_in_flight);
        self.dropped.retain(|field, _| !in_flight.sent.contains_key(field));
        for (field, reason) in dropped.into_iter().filter(|(field, _)| in_flight.sent.contains_key(field)) {
            self.dropped.insert(field, reason);
        }
        self.saved.extend(in_flight.sent);
        self.failures = 0;
        self.reason = None;
    }

    /// Nothing was written, since a later save has arrived before: what was sent is sent again, as the latest.
    fn overtake(&mut self, in_flight: InFlight, record: RecordId, now: f64) {
        self.record = self.record.or(Some(record));
        for (field, ()) in std::mem::take(&mut self.unconfirmed_in_flight) {
            self.unconfirmed.insert(field, ());
        }
        let again = Waiting { event: in_flight.event, since: now, due: now, urgent: false };
        self.waiting =
            Some(self.waiting.map_or(again, |waiting| Waiting {
                event: higher_priority(waiting.event, in_flight.event),
                ..waiting
            }));
    }

    /// Counts everything as saved: another page has saved it and let it go. That page knew which saves might still arrive, and has
    /// waited for them.
    pub fn confirm_elsewhere(&mut self, current: Fields) {
        let record = self.record;
        *self = SaveQueue { saved: current, record, ..SaveQueue::default() };
    }

    /// Everything that was sent stays unsaved, and is offered again at the next trigger.
    fn decline(&mut self, in_flight: InFlight) {
        for (field, ()) in std::mem::take(&mut self.unconfirmed_in_flight) {
            self.unconfirmed.insert(field, ());
        }
        self.declined = Some(hash(&in_flight.sent));
        self.failures = 0;
        self.reason = None;
    }

    /// A timed-out save may have overwritten what was saved after it, so such fields become unconfirmed again.
    fn handle_late_response(&mut self, late: InFlight, answer: &Answer) {
        if let Answer::Overtaken { .. } = answer {
            // It wrote nothing.
            return;
        }
        if let Answer::Saved { record, .. } = answer
            && self.record.is_none()
            && self.is_own(*record, &late)
        {
            self.record = Some(*record);
        }
        let sent_now = self.in_flight.as_ref().map(|in_flight| &in_flight.sent);
        let unconfirmed = if sent_now.is_some() { &mut self.unconfirmed_in_flight } else { &mut self.unconfirmed };
        for (field, value) in &late.sent {
            let known = sent_now.and_then(|sent| sent.get(field)).or_else(|| self.saved.get(field));
            if known != Some(value) {
                unconfirmed.insert(field.clone(), ());
            }
        }
    }

    /// The record does not exist, or is another log's: every field is saved again, into a record that is found or created.
    /// Cleared fields are cleared again, since a record that is found may still hold their values.
    fn forget_record(&mut self) {
        self.record = None;
        for (field, _) in std::mem::take(&mut self.saved) {
            self.unconfirmed.insert(field, ());
        }
    }

    fn fail(&mut self, event: SaveEvent, reason: String, now: f64, rng: &mut JitterRng) {
        self.failures += 1;
        self.reason = Some(reason);
        for (field, ()) in std::mem::take(&mut self.unconfirmed_in_flight) {
            self.unconfirmed.insert(field, ());
        }
        let next_attempt = now + POLICY.delay(self.failures, rng.next_f64());
        self.waiting = Some(match self.waiting {
            Some(waiting) => Waiting {
                event: higher_priority(waiting.event, event),
                due: if waiting.urgent { waiting.due } else { waiting.due.max(next_attempt) },
                ..waiting
            },
            None => Waiting { event, since: now, due: next_attempt, urgent: false },
        });
    }

    /// Counts the save in flight as failed when its time is over. Returns whether it was.
    pub fn handle_timeout(&mut self, now: f64, rng: &mut JitterRng) -> bool {
        let Some(in_flight) = self.in_flight.take_if(|in_flight| in_flight.times_out_at <= now) else { return false };
        self.fail(in_flight.event, "The save has not answered for a minute.".to_owned(), now, rng);
        if self.timed_out.len() == MAX_TIMED_OUT {
            self.timed_out.remove(0);
        }
        self.late.add(Some(in_flight.ticket), &in_flight.sent, in_flight.times_out_at - POLICY.save_timeout);
        self.timed_out.push(in_flight);
        true
    }

    /// Notes fields that a save which was never answered may have changed, once it cannot arrive any more. Returns whether there
    /// are any.
    pub fn repair(&mut self, now: f64) -> bool {
        let harmed = self.late.take_over(&self.saved, now);
        let unconfirmed =
            if self.in_flight.is_some() { &mut self.unconfirmed_in_flight } else { &mut self.unconfirmed };
        let is_harmed = !harmed.is_empty();
        for field in harmed {
            unconfirmed.insert(field, ());
        }
        is_harmed
    }

    /// Whether a save may still arrive that would change what is saved.
    pub fn may_be_undone(&self) -> bool {
        self.late.until(&self.saved).is_some()
    }

    /// The time at which the queue has to be looked at again; `None` while there is nothing to do.
    pub fn poll_timeout(&self) -> Option<f64> {
        match &self.in_flight {
            Some(in_flight) => Some(in_flight.times_out_at),
            None => self.waiting.map(|waiting| waiting.due).or_else(|| self.late.until(&self.saved)),
        }
    }

    /// The ID of the saved record, once it is known.
    pub fn record(&self) -> Option<RecordId> {
        self.record
    }

    /// The confirmed value of a field; `None` when it was never saved.
    pub fn saved(&self, field: &str) -> Option<&Value> {
        self.saved.get(field)
    }

    /// Whether a save was sent and is not answered.
    pub fn is_in_flight(&self) -> bool {
        self.in_flight.is_some()
    }

    /// Whether the handler declined what is unsaved.
    pub fn is_declined(&self) -> bool {
        self.declined.is_some()
    }

    /// Whether nothing is in flight or waits to be sent.
    pub fn is_settled(&self) -> bool {
        self.in_flight.is_none() && self.waiting.is_none()
    }

    /// Why the last save failed, and the fields that were not stored.
    pub fn problems(&self) -> Vec<Problem> {
        let dropped = self.dropped.iter().map(|(field, reason)| not_stored(field, reason));
        let failed = self.reason().map(|reason| not_saved(reason));
        failed.into_iter().chain(dropped).collect()
    }

    /// The event that names the save of everything unconfirmed.
    fn event(&self) -> Option<SaveEvent> {
        let sent_now = self.in_flight.as_ref().map(|in_flight| in_flight.event);
        match (self.waiting.map(|waiting| waiting.event), sent_now) {
            (Some(waiting), Some(sent_now)) => Some(higher_priority(waiting, sent_now)),
            (waiting, sent_now) => waiting.or(sent_now),
        }
    }
}

/// Of two events the one that comes later in [`SaveEvent`].
fn higher_priority(one: SaveEvent, other: SaveEvent) -> SaveEvent {
    if one as u8 >= other as u8 { one } else { other }
}
