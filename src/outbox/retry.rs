//! When saves are sent and tried again: the waits of an outbox, in milliseconds.

/// The waits of a save. All of them are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetryPolicy {
    /// Wait after the last change before it is saved, so that changes in quick succession become one save.
    pub debounce: f64,
    /// Maximum wait after the first unsaved change, however many follow.
    pub debounce_max: f64,
    /// Wait for an answer, after which a save counts as failed.
    pub save_timeout: f64,
    /// Maximum delay after the first failure; it doubles with each further failure.
    pub first_delay: f64,
    /// Maximum delay between two attempts.
    pub max_delay: f64,
    /// Wait after a reload before unconfirmed saves of the earlier page are sent again: two at once would each make a
    /// record.
    pub resend_delay: f64,
    /// Time for which the log of another tab has to be unchanged before it counts as orphaned and is saved by this one.
    pub orphaned_after: f64,
}

impl RetryPolicy {
    /// The policy of every session.
    pub const DEFAULT: RetryPolicy = RetryPolicy {
        debounce: 1_500.0,
        debounce_max: 10_000.0,
        save_timeout: 60_000.0,
        first_delay: 2_000.0,
        max_delay: 120_000.0,
        resend_delay: 5_000.0,
        orphaned_after: 15_000.0,
    };

    /// Milliseconds until the next attempt after so many failures in a row. `jitter` is between 0 and 1: it spreads the
    /// attempts of many agents, so that a server that recovers is not called by all of them at once.
    ///
    /// ```
    /// use patchbay::outbox::retry::RetryPolicy;
    /// let policy = RetryPolicy::DEFAULT;
    /// assert_eq!(policy.delay(1, 1.0), 2_000.0);
    /// assert_eq!(policy.delay(2, 0.0), 2_000.0);
    /// assert_eq!(policy.delay(1_000, 0.5), 90_000.0);
    /// ```
    pub fn delay(&self, failures: u32, jitter: f64) -> f64 {
        let longest = (self.first_delay * 2f64.powi(failures.clamp(1, 16) as i32 - 1)).min(self.max_delay);
        longest * (1.0 + jitter.clamp(0.0, 1.0)) / 2.0
    }
}

/// xorshift32 jitter for retry delays; not cryptographic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JitterRng(u32);

impl JitterRng {
    /// A generator; the same seed gives the same numbers.
    ///
    /// ```
    /// use patchbay::outbox::retry::JitterRng;
    /// assert_eq!(JitterRng::new(7).next_f64(), JitterRng::new(7).next_f64());
    /// ```
    pub fn new(seed: u32) -> JitterRng {
        JitterRng(seed.max(1))
    }

    /// The next number, from 0 to 1.
    pub fn next_f64(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        f64::from(self.0) / f64::from(u32::MAX)
    }
}

impl Default for JitterRng {
    fn default() -> JitterRng {
        JitterRng::new(0x2545_f491)
    }
}
