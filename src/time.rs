//! Points in time as the client writes them.

use std::time::{Duration, UNIX_EPOCH};

use humantime::{format_rfc3339_millis, format_rfc3339_seconds, parse_rfc3339_weak};

/// The time in UTC with milliseconds, or `None` when it is no time. A time that lacks its zone is in UTC: in captured
/// calls such times stand between others that have one, and fit only so.
///
/// ```
/// use patchbay::time::normalise;
/// assert_eq!(normalise("2026-05-03T15:03:22").as_deref(), Some("2026-05-03T15:03:22.000Z"));
/// assert_eq!(normalise("2026-05-04T01:03:22.5+10:00").as_deref(), Some("2026-05-03T15:03:22.500Z"));
/// assert_eq!(normalise("yesterday"), None);
/// ```
pub fn normalise(text: &str) -> Option<String> {
    let (local, offset) = split_offset(text.trim())?;
    let time = parse_rfc3339_weak(local).ok()?;
    let since = time.duration_since(UNIX_EPOCH).ok()?;
    let seconds = i64::try_from(since.as_secs()).ok()?.checked_sub(offset)?;
    let shifted = UNIX_EPOCH + Duration::new(u64::try_from(seconds).ok()?, since.subsec_nanos());
    Some(format_rfc3339_millis(shifted).to_string())
}

/// Milliseconds since 1970 of a time in UTC.
///
/// ```
/// assert_eq!(patchbay::time::milliseconds("1970-01-01T00:00:01.500Z"), Some(1_500.0));
/// ```
pub fn milliseconds(text: &str) -> Option<f64> {
    let since = parse_rfc3339_weak(text).ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(since.as_secs_f64() * 1000.0)
}

/// The time in UTC, to the second, of milliseconds since 1970; an empty text for what is no time.
///
/// ```
/// assert_eq!(patchbay::time::utc(1_500.0), "1970-01-01T00:00:01Z");
/// ```
pub fn utc(milliseconds: f64) -> String {
    let since = Duration::try_from_secs_f64((milliseconds / 1000.0).floor());
    let time = since.ok().and_then(|since| UNIX_EPOCH.checked_add(since));
    time.map(|time| format_rfc3339_seconds(time).to_string()).unwrap_or_default()
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
