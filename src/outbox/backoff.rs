//! How long to wait before the next attempt: longer each time, and never for all agents alike, so that a server that
//! comes back is not met by everybody at once.

/// Milliseconds before the first further attempt, at most.
const FIRST: f64 = 2_000.0;
/// Milliseconds between attempts, at most.
const MAX_LEN: f64 = 120_000.0;

/// Milliseconds to wait after so many failures; `chance` is between 0 and 1.
///
/// ```
/// use patchbay::outbox::backoff::delay;
/// assert_eq!(delay(1, 1.0), 2_000.0);
/// assert_eq!(delay(2, 0.0), 2_000.0);
/// assert_eq!(delay(1_000, 0.5), 90_000.0);
/// ```
pub fn delay(failures: u32, chance: f64) -> f64 {
    let longest = (FIRST * 2f64.powi(failures.clamp(1, 16) as i32 - 1)).min(MAX_LEN);
    longest * (1.0 + chance.clamp(0.0, 1.0)) / 2.0
}

/// Numbers between 0 and 1 that nobody can tell from chance (xorshift).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JitterRng(u32);

impl JitterRng {
    /// The same seed gives the same numbers.
    ///
    /// ```
    /// use patchbay::outbox::backoff::JitterRng;
    /// assert_eq!(JitterRng::new(7).next_f64(), JitterRng::new(7).next_f64());
    /// ```
    pub fn new(seed: u32) -> JitterRng {
        JitterRng(seed.max(1))
    }

    /// The next number.
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
