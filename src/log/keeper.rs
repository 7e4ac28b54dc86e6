//! Who keeps the interaction log: the org decides, so that two writers never work on one record.

use serde_json::Value;

use crate::closest_match::{Match, closest_match};
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;

crate::string_enum::string_enum! {
    /// Who keeps the interaction log. Only the session of a page whose keeper is `patchbay` saves and searches.
    LogKeeper {
        /// The managed package of Genesys keeps it, which it does unless its call center says otherwise. Source: "Save Log
        /// extension point".
        Package = "package",
        /// Patchbay keeps it.
        Patchbay = "patchbay",
        /// Nobody keeps it.
        None = "none",
    }
}

impl LogKeeper {
    /// Reads the option `logKeeper`, an untrusted value; `None` when it is missing. An unknown keeper counts as the managed
    /// package and is added to `problems`: two writers on one record would be worse than none, and the package keeps logs by
    /// default.
    ///
    /// ```
    /// use patchbay::log::keeper::LogKeeper;
    /// assert_eq!(LogKeeper::read(&"Patchbay".into(), &mut Vec::new()), Some(LogKeeper::Patchbay));
    /// assert_eq!(LogKeeper::read(&"me".into(), &mut Vec::new()), Some(LogKeeper::Package));
    /// ```
    pub fn read(given: &Value, problems: &mut Vec<Problem>) -> Option<LogKeeper> {
        if given.is_null() {
            return None;
        }
        let (keeper, problem) = match closest_match(LogKeeper::NAMES, given.as_str().unwrap_or_default().trim()) {
            Match::Exact(at) => return Some(LogKeeper::ALL[at]),
            Match::LetterCase(at) => {
                let message = format!("Only letter case differs from a keeper; write {}.", LogKeeper::NAMES[at]);
                (LogKeeper::ALL[at], Problem::warning("/logKeeper", Code::LetterCase, message))
            }
            Match::Near(_) | Match::Unknown => {
                let message = "There is no such keeper of the log, so Patchbay saves nothing and leaves it to the managed package; write package, patchbay or none.";
                (LogKeeper::Package, Problem::error("/logKeeper", Code::UnknownValue, message))
            }
        };
        problems.push(problem);
        Some(keeper)
    }
}
