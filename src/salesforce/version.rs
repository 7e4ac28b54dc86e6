//! Salesforce API versions.

use std::fmt;

use serde_json::Value;

/// The highest version that is accepted; at three releases a year it is decades away.
const MAX_VERSION: u16 = 200;

/// An API version. Every version ends with `.0`, so only the whole number is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u16);

impl Version {
    /// Reads `v62.0`, `62.0` and `62`, as text or as a number; `None` when it is none of these.
    ///
    /// ```
    /// use patchbay::salesforce::version::Version;
    /// for given in ["v62.0", "62.0", "62"] {
    ///     assert_eq!(Version::parse(&given.into()), Some(Version(62)));
    /// }
    /// assert_eq!(Version::parse(&"62.5".into()), None);
    /// ```
    pub fn parse(given: &Value) -> Option<Version> {
        let text = match given {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let digits = text.strip_prefix(['v', 'V']).unwrap_or(&text);
        let whole = digits.strip_suffix(".0").unwrap_or(digits);
        let number = whole.bytes().all(|byte| byte.is_ascii_digit()).then(|| whole.parse::<u16>().ok())??;
        (1..=MAX_VERSION).contains(&number).then_some(Version(number))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.0", self.0)
    }
}
