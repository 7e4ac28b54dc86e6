//! Who keeps the interaction log: the org decides, so that two writers never work on one record.

use serde_json::Value;

use crate::problem::{Code, Problem};

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
    /// Reads the option `logKeeper`, an untrusted value. `None` when it is missing or not one of the names, which is a
    /// problem: then whoever gives a save handler keeps the log, so that none is lost.
    pub fn read(given: &Value, problems: &mut Vec<Problem>) -> Option<LogKeeper> {
        let keeper = given.as_str().and_then(LogKeeper::named);
        if keeper.is_none() && !given.is_null() {
            let message = "There is no such keeper of the log, so this session saves if it has a save handler; write package, patchbay or none.";
            problems.push(Problem::warning("/logKeeper", Code::UnknownValue, message));
        }
        keeper
    }
}
