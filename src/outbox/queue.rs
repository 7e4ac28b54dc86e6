//! The saves of one log: one at a time, in order, and again until each difference is confirmed.
//!
//! Nothing here reads a clock: every call is told the time, in milliseconds that only ever grow.

use litemap::LiteMap;
use serde::Serialize;
use serde_json::Value;

use super::answer::{Answer, not_stored};
use super::backoff::{self, JitterRng};
use super::{Fields, SaveEvent};
use crate::json::Object;
use crate::problem::{Code, Problem};
use crate::salesforce::record_id::RecordId;
use crate::string_enum::StringEnum;

/// Milliseconds without a further difference after which a change is saved.
pub const DEBOUNCE: f64 = 1_500.0;
/// Milliseconds after which a change is saved, however many others follow it.
pub const DEBOUNCE_MAX: f64 = 10_000.0;
/// Milliseconds after which a save that has not answered counts as failed.
pub const SAVE_TIMEOUT: f64 = 60_000.0;
/// So many saves that hung are remembered, should they answer after all.
const MAX_TIMED_OUT: usize = 16;

/// A save that is to be made.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Waiting {
    event: SaveEvent,
    since: f64,
    due: f64,
    /// It waits for nothing: neither for quiet, nor for the failure of an earlier save to be over.
    urgent: bool,
}

/// A save that was sent and has not answered.
#[derive(Clone, Debug, PartialEq)]
struct InFlight {
    ticket: u32,
    event: SaveEvent,
    sent: Fields,
    record: Option<RecordId>,
    times_out_at: f64,
}

/// The saves of one log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaveQueue {
    /// What the record holds for certain, but for the fields in doubt.
    saved: Fields,
    /// Fields that were sent without an answer: the record may hold them, or not.
    unconfirmed: LiteMap<String, ()>,
    /// The same, learned while a save is on its way: its confirmation says nothing of them.
    unconfirmed_in_flight: LiteMap<String, ()>,
    record: Option<RecordId>,
    failures: u32,
    waiting: Option<Waiting>,
    in_flight: Option<InFlight>,
    timed_out: Vec<InFlight>,
    reason: Option<String>,
    dropped: LiteMap<String, String>,
    /// Until then what an earlier page has sent may still arrive, and would undo what overtakes it.
    not_before: f64,
}

/// What is kept of a queue; [`SaveQueue::restore`] reads it back.
#[derive(Serialize)]
pub struct QueueSnapshot<'a> {
    record: Option<RecordId>,
    saved: &'a Fields,
    doubt: Vec<&'a String>,
    event: Option<SaveEvent>,
    dropped: Object<&'a LiteMap<String, String>>,
}

impl SaveQueue {
    /// What the record does not hold for certain. A field that is not in `current` any more is cleared.
    pub fn difference(&self, current: &Fields) -> Fields {
        let null = Value::Null;
        let cleared = self.saved.iter().filter(|(field, value)| !value.is_null() && !current.contains_key(*field));
        let changed = current.iter().filter(|(field, value)| self.saved.get(*field).unwrap_or(&null) != *value);
        let doubted = self.unconfirmed.keys().map(|field| (field.clone(), current.get(field).unwrap_or(&null).clone()));
        cleared
            .map(|(field, _)| (field.clone(), Value::Null))
            .chain(changed.map(|(field, value)| (field.clone(), value.clone())))
            .chain(doubted)
            .collect()
    }

    /// Whether there is anything to be sent beyond what is on its way.
    fn differs(&self, current: &Fields) -> bool {
        let difference = self.difference(current);
        match &self.in_flight {
            None => !difference.is_empty(),
            Some(in_flight) => difference.iter().any(|(field, value)| in_flight.sent.get(field) != Some(value)),
        }
    }

    /// Takes note of what the log holds now, and of the moment it is, if it is one that saves at once.
    pub fn record_change(&mut self, current: &Fields, change: SaveEvent, moment: Option<SaveEvent>, now: f64) {
        if !self.differs(current) {
            // Changed and changed back, or nothing at all.
            self.waiting = None;
            return;
        }
        let known = self.waiting;
        let since = known.map_or(now, |waiting| waiting.since);
        let due = match (moment, known) {
            (Some(_), _) => now.max(self.not_before),
            // RecordKind waits for another attempt, or was urgent already, goes on as it did.
            (None, Some(waiting)) if self.failures > 0 || waiting.urgent => waiting.due,
            (None, _) => (now + DEBOUNCE).min(since + DEBOUNCE_MAX),
        };
        let event = moment.unwrap_or(change);
        self.waiting = Some(Waiting {
            event: known.map_or(event, |waiting| higher_priority(waiting.event, event)),
            since,
            due,
            urgent: moment.is_some() || known.is_some_and(|waiting| waiting.urgent),
        });
    }

    /// Makes what is waiting due at this time.
    pub fn flush(&mut self, now: f64) {
        if let Some(waiting) = &mut self.waiting {
            waiting.due = waiting.due.min(now);
            waiting.urgent = true;
        }
    }

    /// Whether a save is due.
    pub fn is_due(&self, now: f64) -> bool {
        self.in_flight.is_none() && self.waiting.is_some_and(|waiting| waiting.due <= now)
    }

    /// The save that is due, now on its way: its event and the fields that changed, with `Id` once it is known.
    pub fn start_next(&mut self, ticket: u32, current: &Fields, now: f64) -> Option<(SaveEvent, Fields)> {
        if !self.is_due(now) {
            return None;
        }
        let Waiting { event, .. } = self.waiting.take()?;
        let sent = self.difference(current);
        if sent.is_empty() {
            return None;
        }
        self.unconfirmed.clear();
        for field in sent.keys() {
            self.unconfirmed.insert(field.clone(), ());
        }
        let call_log = self.with_id(sent.clone());
        self.in_flight = Some(InFlight { ticket, event, sent, record: self.record, times_out_at: now + SAVE_TIMEOUT });
        Some((event, call_log))
    }

    /// What is not confirmed, as it was sent or would be sent now.
    pub fn unconfirmed(&self, current: &Fields) -> Option<(SaveEvent, Fields)> {
        Some((self.event()?, self.with_id(self.difference(current))))
    }

    fn with_id(&self, mut fields: Fields) -> Fields {
        if let Some(record) = self.record {
            fields.insert("Id".to_owned(), record.as_str().into());
        }
        fields
    }

    /// Whether the answer to this ticket is of any use here.
    pub fn awaits(&self, ticket: u32) -> bool {
        self.in_flight.iter().chain(&self.timed_out).any(|in_flight| in_flight.ticket == ticket)
    }

    /// Takes the answer of a save. Whoever calls has to [`SaveQueue::record_change`] what the log holds by then.
    pub fn handle_response(&mut self, ticket: u32, answer: Answer, now: f64, rng: &mut JitterRng) {
        if let Some(at) = self.timed_out.iter().position(|in_flight| in_flight.ticket == ticket) {
            let late = self.timed_out.remove(at);
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
            Answer::Failed { reason, gone, duplicate } => {
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

    /// Whether this can be the record of the log: the one it was sent to, or, when it was sent to none, the one that was
    /// found by its Call Object or made.
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

    /// A save that had hung may have overwritten what was saved since: such fields are in doubt again.
    fn handle_late_response(&mut self, late: InFlight, answer: &Answer) {
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

    /// The record is gone, or was never ours: everything is to be saved, and found or made anew. What was cleared since is
    /// cleared once more, since a record that is found may hold it still.
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
        let again = now + backoff::delay(self.failures, rng.next_f64());
        self.waiting = Some(match self.waiting {
            Some(waiting) => Waiting {
                event: higher_priority(waiting.event, event),
                due: if waiting.urgent { waiting.due } else { waiting.due.max(again) },
                ..waiting
            },
            None => Waiting { event, since: now, due: again, urgent: false },
        });
    }

    /// Takes a save that has not answered for too long for failed; tells whether there was one.
    pub fn handle_timeout(&mut self, now: f64, rng: &mut JitterRng) -> bool {
        let Some(in_flight) = self.in_flight.take_if(|in_flight| in_flight.times_out_at <= now) else { return false };
        self.fail(in_flight.event, "The save has not answered for a minute.".to_owned(), now, rng);
        if self.timed_out.len() == MAX_TIMED_OUT {
            self.timed_out.remove(0);
        }
        self.timed_out.push(in_flight);
        true
    }

    /// When something is to be done next.
    pub fn poll_timeout(&self) -> Option<f64> {
        match &self.in_flight {
            Some(in_flight) => Some(in_flight.times_out_at),
            None => self.waiting.map(|waiting| waiting.due),
        }
    }

    /// The record that holds the log, once known.
    pub fn record(&self) -> Option<RecordId> {
        self.record
    }

    /// What the record holds of a field, as far as that was confirmed.
    pub fn saved(&self, field: &str) -> Option<&Value> {
        self.saved.get(field)
    }

    /// Attempts that failed since the last success.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Whether a save is on its way.
    pub fn is_in_flight(&self) -> bool {
        self.in_flight.is_some()
    }

    /// Whether nothing is left to be confirmed.
    pub fn is_settled(&self) -> bool {
        self.in_flight.is_none() && self.waiting.is_none()
    }

    /// What could not be stored, and why the last save failed.
    pub fn problems(&self) -> Vec<Problem> {
        let dropped = self.dropped.iter().map(|(field, reason)| not_stored(field, reason));
        let failed = self.reason.iter().map(|reason| Problem::error("", Code::NotSaved, reason.clone()));
        failed.chain(dropped).collect()
    }

    /// What a later page has to know to go on with.
    pub fn to_snapshot(&self) -> QueueSnapshot<'_> {
        let again = self.unconfirmed_in_flight.keys().filter(|field| !self.unconfirmed.contains_key(*field));
        QueueSnapshot {
            record: self.record,
            saved: &self.saved,
            doubt: self.unconfirmed.keys().chain(again).collect(),
            event: self.event(),
            dropped: Object(&self.dropped),
        }
    }

    /// The lane of an earlier page. What was on its way then is in doubt, and is sent again when `due`.
    pub fn restore(kept: &Value, due: f64) -> Option<SaveQueue> {
        let mut problems = Vec::new();
        let record = match kept.get("record")? {
            Value::Null => None,
            record => Some(RecordId::read(record.as_str()?, "", &mut problems)?),
        };
        let event = match kept.get("event")? {
            Value::Null => None,
            name => Some(*SaveEvent::ALL.iter().find(|event| name == event.as_str())?),
        };
        let (mut unconfirmed, mut dropped) = (LiteMap::new(), LiteMap::new());
        for field in kept.get("doubt")?.as_array()? {
            unconfirmed.insert(field.as_str()?.to_owned(), ());
        }
        for (field, reason) in kept.get("dropped")?.as_object()? {
            dropped.insert(field.clone(), reason.as_str()?.to_owned());
        }
        Some(SaveQueue {
            saved: kept.get("saved")?.as_object()?.clone(),
            not_before: if unconfirmed.is_empty() { 0.0 } else { due },
            unconfirmed,
            record,
            dropped,
            waiting: event.map(|event| Waiting { event, since: due, due, urgent: true }),
            ..SaveQueue::default()
        })
    }

    /// The event of what is not confirmed.
    fn event(&self) -> Option<SaveEvent> {
        let sent_now = self.in_flight.as_ref().map(|in_flight| in_flight.event);
        match (self.waiting.map(|waiting| waiting.event), sent_now) {
            (Some(waiting), Some(sent_now)) => Some(higher_priority(waiting, sent_now)),
            (waiting, sent_now) => waiting.or(sent_now),
        }
    }
}

fn higher_priority(one: SaveEvent, other: SaveEvent) -> SaveEvent {
    if one as u8 >= other as u8 { one } else { other }
}
