//! Points in time as the client writes them.

use std::fmt;
use std::time::{Duration, UNIX_EPOCH};

use humantime::{format_rfc3339_millis, format_rfc3339_seconds, parse_rfc3339_weak};
use serde::{Serialize, Serializer};

/// The last millisecond of the year 9999, the last that RFC 3339 writes.
const LAST: i64 = 253_402_300_799_999;

/// A point in time from 1970 to 9999, in milliseconds since 1970 in UTC. Written as RFC 3339 with milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Reads an RFC 3339 time. A time that lacks its zone is in UTC: in captured calls such times stand between others that
    /// have one, and fit only so. `None` when it is not a time, or outside 1970 to 9999 in UTC.
    ///
    /// ```
    /// use patchbay::time::Timestamp;
    /// let read = |text| Timestamp::parse(text).map(|time| time.to_string());
    /// assert_eq!(read("2026-05-03T15:03:22").as_deref(), Some("2026-05-03T15:03:22.000Z"));
    /// assert_eq!(read("2026-05-04T01:03:22.5+10:00").as_deref(), Some("2026-05-03T15:03:22.500Z"));
    /// assert_eq!(read("yesterday"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Timestamp> {
        let (local, offset) = split_offset(text.trim())?;
        let since = parse_rfc3339_weak(local).ok()?.duration_since(UNIX_EPOCH).ok()?;
        Timestamp::new(i64::try_from(since.as_millis()).ok()? - offset * 1000)
    }

    /// The time so many milliseconds after 1970, to the millisecond below; `None` outside 1970 to 9999.
    ///
    /// ```
    /// use patchbay::time::Timestamp;
    /// assert_eq!(Timestamp::from_milliseconds(1_500.0).unwrap().to_string(), "1970-01-01T00:00:01.500Z");
    /// assert_eq!(Timestamp::from_milliseconds(f64::NAN), None);
    /// ```
    pub fn from_milliseconds(milliseconds: f64) -> Option<Timestamp> {
        if milliseconds.is_nan() { None } else { Timestamp::new(milliseconds.floor() as i64) }
    }

    fn new(milliseconds: i64) -> Option<Timestamp> {
        (0..=LAST).contains(&milliseconds).then_some(Timestamp(milliseconds))
    }

    /// Milliseconds since 1970.
    pub const fn milliseconds(self) -> f64 {
        self.0 as f64
    }

    fn duration(self) -> Duration {
        Duration::from_millis(self.0.unsigned_abs())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        format_rfc3339_millis(UNIX_EPOCH + self.duration()).fmt(formatter)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The time in UTC, to the second, of milliseconds since 1970; an empty text outside 1970 to 9999.
///
/// ```
/// assert_eq!(patchbay::time::utc(1_500.0), "1970-01-01T00:00:01Z");
/// ```
pub fn utc(milliseconds: f64) -> String {
    Timestamp::from_milliseconds(milliseconds)
        .map(|time| format_rfc3339_seconds(UNIX_EPOCH + time.duration()).to_string())
        .unwrap_or_default()
}

/// The day in UTC of milliseconds since 1970; an empty text outside 1970 to 9999.
///
/// ```
/// assert_eq!(patchbay::time::utc_day(1_500.0), "1970-01-01");
/// ```
pub fn utc_day(milliseconds: f64) -> String {
    utc(milliseconds).chars().take(10).collect()
}

/// Whether a text is a day, `2026-04-09`.
///
/// ```
/// use patchbay::time::is_day;
/// assert!(is_day("2024-02-29") && !is_day("2026-02-29") && !is_day("9.4.2026"));
/// ```
pub fn is_day(text: &str) -> bool {
    Timestamp::parse(&format!("{text}T00:00:00")).is_some_and(|time| time.to_string().starts_with(text))
}

/// The time without its zone, and the zone in seconds east of UTC.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    // A date holds two dashes, so only a sign behind the time is one of a zone.
    let sign_at = text.rfind(['+', '-']).filter(|&at| at > "2026-05-03T".len());
    let Some(at) = sign_at else { return Some((text, 0)) };
    let (local, zone) = text.split_at(at);
    let digits: String = zone[1..].chars().filter(|c| *c != ':').collect();
    if digits.len() != 4 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = digits.split_at(2);
    let seconds = hours.parse::<i64>().ok()? * 3600 + minutes.parse::<i64>().ok()? * 60;
    Some((local, if zone.starts_with('-') { -seconds } else { seconds }))
}
