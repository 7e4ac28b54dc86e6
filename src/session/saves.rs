//! The saves of a session's logs: what is due, what is in flight, and the answers.

use super::change::Change;
use super::logs::{Logs, save_status};
use super::{Context, Session};
use crate::log::Log;
use crate::log::timeline;
use crate::outbox::answer::Answer;
use crate::outbox::queue::SaveQueue;
use crate::outbox::{RecordKind, Request, SaveEvent};
use crate::salesforce::record_id::RecordId;
use crate::sort::sort_by;

/// Maximum number of saves in flight; the others wait.
const MAX_IN_FLIGHT: usize = 8;

impl Session {
    /// Makes every unsaved change due at once: the page is about to close, or the client disconnected.
    pub fn disconnect(&mut self, context: &Context) -> Change {
        let mut change = Change { leaves: true, ..Change::default() };
        self.logs.breaker.probe(context.now);
        for at in 0..self.logs.all.len() {
            let before = save_status(&self.logs.all[at]);
            self.logs.review(at, Some(SaveEvent::AppDisconnected), context.now);
            self.logs.report_status(at, before, &mut change);
        }
        change
    }

    /// Makes every unsaved change due now; with `again`, failed saves too, and those of logs that another page saves, which
    /// is asked to.
    pub fn flush(&mut self, again: bool, context: &Context) -> Change {
        let mut change = Change::default();
        if again {
            self.logs.breaker.answered();
        }
        for log in &mut self.logs.all {
            let is_held = self.logs.may_save_from.get(&log.id).is_some_and(|from| from.is_infinite());
            if again && is_held && !log.is_settled() {
                log.ask_to_save(self.logs.clock.next(context.now));
                change.touch_log(&log.id);
                change.worked_on.push(log.id.clone());
            }
            for queue in [&mut log.queue, &mut log.engagement] {
                if again || queue.failures() == 0 {
                    queue.flush(context.now);
                }
            }
        }
        change
    }

    /// Takes the answer to the save with this ticket. An unknown ticket is ignored.
    pub fn handle_response(&mut self, ticket: u32, answer: Answer, context: &Context) -> Change {
        let mut change = Change::default();
        let awaiting = |log: &Log| RecordKind::ALL.into_iter().find(|kind| log.saves(*kind).awaits(ticket));
        let found = self.logs.all.iter().enumerate().find_map(|(at, log)| Some((at, awaiting(log)?)));
        let Some((at, kind)) = found else { return change };
        if let Answer::Overtaken { revision, .. } = answer {
            self.logs.clock.observe(revision);
        }
        let answer = self.doubt(at, kind, answer);
        let is_saved = timeline::verdict(&answer).filter(|_| kind == RecordKind::Log);
        match answer {
            Answer::Failed { refused: false, .. } => {
                let Logs { breaker, all, rng, .. } = &mut self.logs;
                breaker.failed(&all[at].id, context.now, rng);
            }
            _ => self.logs.breaker.answered(),
        }
        self.logs.all[at].saves_mut(kind).handle_response(ticket, answer, context.now, &mut self.logs.rng);
        if let Some(is_saved) = is_saved {
            self.logs.all[at].note_answer(is_saved, context.now);
        }
        self.logs.stamp_saved(at, context.now);
        self.logs.review(at, None, context.now);
        change.touch_log(&self.logs.all[at].id);
        self.remove_logs(&mut change);
        change
    }

    /// An answer with the record of another log, or of another object, is no answer of this log.
    fn doubt(&self, at: usize, kind: RecordKind, answer: Answer) -> Answer {
        let is_of_another = |record: &RecordId| {
            let mut others = self.logs.all.iter().enumerate().filter(|(other, _)| *other != at);
            others.any(|(_, log)| log.saves(kind).record() == Some(*record))
        };
        let is_of_kind = |record: &RecordId| self.logs.config.may_store(kind, record);
        match answer {
            Answer::Saved { record, .. } | Answer::Overtaken { record, .. } if is_of_another(&record) => {
                let reason = "The save answered with the ID of another log's record.".to_owned();
                Answer::Failed { reason, gone: true, duplicate: None, refused: true }
            }
            Answer::Saved { record, .. } | Answer::Overtaken { record, .. } if !is_of_kind(&record) => {
                Answer::failed("The save answered with the ID of a record of another object.")
            }
            Answer::Failed { reason, gone, duplicate, refused } => {
                let duplicate = duplicate.filter(is_of_kind).filter(|record| !is_of_another(record));
                Answer::Failed { reason, gone, duplicate, refused }
            }
            answer => answer,
        }
    }

    /// Starts the saves that are due and returns them; they are in flight from now on.
    pub fn due(&mut self, change: &mut Change, context: &Context) -> Vec<Request> {
        let mut requests = Vec::new();
        let mut in_flight = self.logs.in_flight();
        for at in self.logs.in_order() {
            let before = save_status(&self.logs.all[at]);
            for kind in RecordKind::ALL {
                if self.logs.all[at].saves_mut(kind).repair(context.now) {
                    self.logs.review(at, None, context.now);
                }
                let Logs { all, rng, breaker, .. } = &mut self.logs;
                let timed_out = all[at].saves_mut(kind).handle_timeout(context.now, rng);
                in_flight -= usize::from(timed_out);
                if timed_out {
                    breaker.failed(&all[at].id, context.now, rng);
                    self.logs.stamp_saved(at, context.now);
                }
                if in_flight < MAX_IN_FLIGHT
                    && self.logs.breaker.opens_at(in_flight).is_some_and(|at| at <= context.now)
                    && let Some(request) = self.logs.send(at, kind, context.now)
                {
                    in_flight += 1;
                    requests.push(request);
                }
            }
            self.logs.report_status(at, before, change);
        }
        requests
    }

    /// The next time at which the session has something to do, in milliseconds since 1970. While [`MAX_IN_FLIGHT`] saves are in
    /// flight, that is the first of their timeouts.
    pub fn wake_at(&self) -> Option<f64> {
        let in_flight = self.logs.in_flight();
        let opens_at = self.logs.breaker.opens_at(in_flight).filter(|_| in_flight < MAX_IN_FLIGHT);
        let is_full = opens_at.is_none();
        let opens_at = opens_at.unwrap_or(f64::NEG_INFINITY);
        let next = |queue: &SaveQueue| queue.poll_timeout().filter(|_| !is_full || queue.is_in_flight());
        let next_of = |log: &Log| {
            let next = [next(&log.queue), next(&log.engagement)].into_iter().flatten().reduce(f64::min);
            let from = self.logs.may_save_from.get(&log.id).copied().unwrap_or(f64::NEG_INFINITY);
            let from = from.max(if log.is_in_flight() { f64::NEG_INFINITY } else { opens_at });
            next.map(|at| at.max(from)).filter(|at| at.is_finite())
        };
        self.logs.all.iter().filter_map(next_of).reduce(f64::min)
    }

    /// Whether a save is to be sent now.
    pub(super) fn is_due(&self, now: f64) -> bool {
        if self.logs.breaker.opens_at(self.logs.in_flight()).is_none_or(|at| at > now) {
            return false;
        }
        let is_due = |log: &Log| RecordKind::ALL.into_iter().any(|kind| log.saves(kind).is_due(now));
        self.logs.all.iter().any(|log| is_due(log) && self.logs.may_save(&log.id, now))
    }

    /// The unconfirmed saves, as they were sent or would be sent now.
    pub fn pending(&self) -> Vec<Request> {
        let unconfirmed = |log: &Log, kind| {
            let (event, call_log) = log.saves(kind).unconfirmed(&log.stored(kind))?;
            let (id, segment) = (log.id.clone(), log.segment());
            let (revision, fixed_fields, interaction) = (log.revision(), log.fixed_among(&call_log), log.condensed());
            Some(Request { ticket: 0, id, segment, revision, kind, event, interaction, call_log, fixed_fields })
        };
        let logs = self.logs.all.iter();
        logs.flat_map(|log| RecordKind::ALL.into_iter().filter_map(move |kind| unconfirmed(log, kind))).collect()
    }

    /// Whether a save is in flight, here or in the page that saves the log and was asked to, or waits only until the other
    /// pages have seen that this one claims its log.
    pub fn is_saving(&self) -> bool {
        let is_waiting = |log: &Log| {
            let from = self.logs.may_save_from.get(&log.id).copied();
            let is_any = |is: &dyn Fn(&SaveQueue) -> bool| RecordKind::ALL.into_iter().any(|kind| is(log.saves(kind)));
            let is_held = from.is_some_and(f64::is_infinite);
            log.is_save_awaited()
                || (is_held && is_any(&SaveQueue::is_sending))
                || from.is_some_and(|from| !is_held && is_any(&|queue| queue.is_due(from)))
        };
        self.logs.in_flight() > 0 || self.logs.all.iter().any(is_waiting)
    }
}

impl Logs {
    /// The indexes of the logs in the order in which they are saved: during an outage first the one that the agent opened, then
    /// those that failed least.
    fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        if self.breaker.is_open() {
            let rank = |at: usize| (self.opened.as_ref() != Some(&self.all[at].id), self.all[at].queue.failures());
            sort_by(&mut order, |one, other| rank(*one).cmp(&rank(*other)));
        }
        order
    }

    /// The number of saves in flight.
    fn in_flight(&self) -> usize {
        let queues = self.all.iter().flat_map(|log| [&log.queue, &log.engagement]);
        queues.filter(|queue| queue.is_in_flight()).count()
    }

    /// Whether this page may save the log now.
    pub(super) fn may_save(&self, id: &str, now: f64) -> bool {
        self.may_save_from.get(id).is_none_or(|from| *from <= now)
    }

    fn stamp_saved(&mut self, at: usize, now: f64) {
        let stamp = self.clock.next(now);
        self.all[at].stamp_saved(stamp);
    }

    /// Starts the save of one queue, if it is due.
    fn send(&mut self, at: usize, kind: RecordKind, now: f64) -> Option<Request> {
        let may_save = self.may_save(&self.all[at].id, now);
        let log = &mut self.all[at];
        if !log.saves(kind).is_due(now) || !may_save {
            return None;
        }
        let (ticket, stored) = (self.tickets, log.stored(kind));
        let (event, call_log) = log.saves_mut(kind).start_next(ticket, &stored, now)?;
        self.tickets = ticket.wrapping_add(1);
        self.opened = self.opened.take().filter(|opened| *opened != log.id);
        let segment = log.fix_segment().to_owned();
        let revision = self.clock.next(now);
        log.stamp_saved(revision);
        let (id, fixed_fields, interaction) = (log.id.clone(), log.fixed_among(&call_log), log.condensed());
        Some(Request { ticket, id, segment, revision, kind, event, interaction, call_log, fixed_fields })
    }
}
