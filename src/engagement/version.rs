//! API versions. The object is there since 55.0, some of its fields since later.

use serde_json::Value;

use crate::problem::{Code, Problem};

/// A version, in whole numbers: every one ends with `.0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u16);

/// "This object is available in API version 55.0 and later."
pub const OBJECT_SINCE: Version = Version(55);
/// Three releases a year: this one is decades away.
const LATEST: u16 = 200;

impl Version {
    /// Reads `v62.0`, `62.0` and `62`, as text or as a number. A version that cannot be is told; then only what was there
    /// from the beginning is used. Before the object was there nothing is.
    ///
    /// ```
    /// use patchbay::engagement::version::Version;
    /// for given in ["v62.0", "62.0", "62"] {
    ///     assert_eq!(Version::read(&given.into(), "/apiVersion", &mut Vec::new()), Some(Version(62)));
    /// }
    /// ```
    pub fn read(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Version> {
        let text = match given {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let digits = text.strip_prefix(['v', 'V']).unwrap_or(&text);
        let whole = digits.strip_suffix(".0").unwrap_or(digits);
        let number = whole
            .parse::<u16>()
            .ok()
            .filter(|number| (1..=LATEST).contains(number) && whole.bytes().all(|byte| byte.is_ascii_digit()));
        match number {
            None => {
                let message =
                    "This is no API version, so only fields of version 55.0 are used; write one, 62.0 for example.";
                problems.push(Problem::error(path, Code::UnknownValue, message));
                Some(OBJECT_SINCE)
            }
            Some(number) if Version(number) < OBJECT_SINCE => {
                let message = format!("EngagementInteraction does not exist in version {number}.0; use 55.0 or later.");
                problems.push(Problem::error(path, Code::NotAllowed, message));
                None
            }
            Some(number) => Some(Version(number)),
        }
    }
}
