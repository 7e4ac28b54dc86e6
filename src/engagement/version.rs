//! The API version that EngagementInteraction records are written with.

use serde_json::Value;

use crate::problem::{Code, Problem};
use crate::salesforce::version::Version;

/// "This object is available in API version 55.0 and later."
pub const OBJECT_SINCE: Version = Version(55);

/// Reads a version, an untrusted value. When it is no version, that is a problem and the object's first version is used;
/// `None` when it is a version without the object.
///
/// ```
/// use patchbay::engagement::version::read;
/// assert!(read(&"62.0".into(), "/apiVersion", &mut Vec::new()).is_some());
/// assert!(read(&"54.0".into(), "/apiVersion", &mut Vec::new()).is_none());
/// ```
pub fn read(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Version> {
    match Version::parse(given) {
        None => {
            let message =
                "This is no API version, so only fields of version 55.0 are used; write one, 62.0 for example.";
            problems.push(Problem::error(path, Code::UnknownValue, message));
            Some(OBJECT_SINCE)
        }
        Some(version) if version < OBJECT_SINCE => {
            let message = format!("EngagementInteraction does not exist in version {version}; use 55.0 or later.");
            problems.push(Problem::error(path, Code::NotAllowed, message));
            None
        }
        version => version,
    }
}
