//! Where in the browser a session is stored, and for how long.

use serde_json::Value;

use crate::problem::{Code, Problem};

crate::string_enum::string_enum! {
    /// Where in the browser a session is stored.
    BrowserStorage {
        /// Nowhere: what is not saved is lost with the page.
        None = "none",
        /// In the tab's session storage: what is not saved survives a reload, and is lost with the tab.
        Tab = "tab",
        /// There, and, for logs that are not saved, in local storage too: it survives a closed tab and a crash.
        Lasting = "lasting",
    }
}

/// Number of days for which a log that cannot be saved is stored, unless the org says otherwise.
const DEFAULT_DAYS: f64 = 30.0;
const MAX_DAYS: f64 = 3_650.0;
const DAY: f64 = 86_400_000.0;

/// Where in the browser a session is stored, and for how long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stored {
    /// Where.
    pub place: BrowserStorage,
    /// Milliseconds after its last change for which a log is stored.
    pub max_age: f64,
}

impl Default for Stored {
    fn default() -> Stored {
        Stored { place: BrowserStorage::Lasting, max_age: DEFAULT_DAYS * DAY }
    }
}

impl Stored {
    /// Reads the options `browserStorage` and `browserStorageDays`, untrusted values. A place that does not exist counts as
    /// `none`: whoever sets it wants less to be stored.
    ///
    /// ```
    /// use patchbay::log::stored::{BrowserStorage, Stored};
    /// use serde_json::json;
    /// let mut problems = Vec::new();
    /// assert_eq!(Stored::read(&json!({}), &mut problems), Stored::default());
    /// assert_eq!(Stored::read(&json!({ "browserStorage": "tab" }), &mut problems).place, BrowserStorage::Tab);
    /// assert_eq!(Stored::read(&json!({ "browserStorage": "Disk" }), &mut problems).place, BrowserStorage::None);
    /// assert_eq!(problems[0].path, "/browserStorage");
    /// ```
    pub fn read(given: &Value, problems: &mut Vec<Problem>) -> Stored {
        let mut stored = Stored::default();
        let place = &given["browserStorage"];
        if !place.is_null() {
            let known = place.as_str().and_then(|name| BrowserStorage::named(&name.trim().to_ascii_lowercase()));
            stored.place = known.unwrap_or_else(|| {
                let message =
                    "There is no such storage, so nothing is stored in the browser; write none, tab or lasting.";
                problems.push(Problem::warning("/browserStorage", Code::UnknownValue, message));
                BrowserStorage::None
            });
        }
        let days = &given["browserStorageDays"];
        if !days.is_null() {
            match days.as_f64().filter(|days| (1.0..=MAX_DAYS).contains(days)) {
                Some(days) => stored.max_age = days * DAY,
                None => {
                    let message = "This is no number of days from 1 to 3,650, so unsaved logs are stored for 30 days; write a number.";
                    problems.push(Problem::warning("/browserStorageDays", Code::Type, message));
                }
            }
        }
        stored
    }

    /// Of the tab's store and the lasting one those that are used.
    pub fn filter<T>(&self, [tab, lasting]: [Option<T>; 2]) -> [Option<T>; 2] {
        match self.place {
            BrowserStorage::None => [None, None],
            BrowserStorage::Tab => [tab, None],
            BrowserStorage::Lasting => [tab, lasting],
        }
    }
}
