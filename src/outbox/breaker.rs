//! The breaker of all saves of a session. During an outage every log that is unsaved would be tried again and again; so once
//! the saves of some different logs have failed in a row, one save at a time is tried, until the server answers.

use litemap::LiteMap;

use super::retry::{JitterRng, RetryPolicy};

const POLICY: RetryPolicy = RetryPolicy::DEFAULT;
/// Number of different logs whose saves failed in a row, without an answer of the server, that count as an outage.
pub const OPENS_AFTER: u32 = 8;

/// The breaker. It is open during an outage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breaker {
    /// The logs whose saves failed since the server answered last, until it opens.
    logs: LiteMap<String, ()>,
    /// Their number, and that of the failures since it is open.
    failures: u32,
    /// When the next save is tried, while it is open.
    next_probe: f64,
}

impl Breaker {
    /// Whether one save at a time is tried.
    pub fn is_open(&self) -> bool {
        self.failures >= OPENS_AFTER
    }

    /// When the next save may be sent, while so many are in flight; `None` while none may.
    ///
    /// ```
    /// use patchbay::outbox::breaker::{Breaker, OPENS_AFTER};
    /// use patchbay::outbox::retry::JitterRng;
    /// let (mut breaker, mut rng) = (Breaker::default(), JitterRng::default());
    /// assert_eq!(breaker.opens_at(7), Some(f64::NEG_INFINITY));
    /// (0..OPENS_AFTER).for_each(|log| breaker.failed(&log.to_string(), 0.0, &mut rng));
    /// assert_eq!(breaker.opens_at(1), None);
    /// assert!(breaker.opens_at(0).unwrap() > 0.0);
    /// ```
    pub fn opens_at(&self, in_flight: usize) -> Option<f64> {
        match self.is_open() {
            false => Some(f64::NEG_INFINITY),
            true => Some(self.next_probe).filter(|_| in_flight == 0),
        }
    }

    /// The server answered a save, be it with a refusal: it is there.
    pub fn answered(&mut self) {
        *self = Breaker::default();
    }

    /// A save of this log failed without an answer of the server. A log that fails again says nothing new of the server.
    pub fn failed(&mut self, log: &str, now: f64, rng: &mut JitterRng) {
        if self.is_open() || self.logs.insert(log.to_owned(), ()).is_none() {
            self.failures = self.failures.saturating_add(1);
        }
        if self.is_open() {
            self.next_probe = now + POLICY.delay(self.failures + 1 - OPENS_AFTER, rng.next_f64());
        }
    }

    /// The agent asks for a save, or the page closes: one is tried at once.
    pub fn probe(&mut self, now: f64) {
        self.next_probe = self.next_probe.min(now);
    }
}
