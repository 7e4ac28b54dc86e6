//! How the saves go in the page that makes them, for the pages that only show the record.

use serde::Serialize;
use serde_json::Value;

use super::SaveQueue;

/// How the saves of a record go.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Progress {
    /// Whether a save is in flight.
    sending: bool,
    /// Failures in a row.
    failures: u32,
    /// Why the last save failed.
    reason: Option<String>,
}

impl Progress {
    /// Reads what another page has written, an untrusted value; what is missing is as in a page that does nothing.
    pub fn read(given: &Value) -> Progress {
        Progress {
            sending: given["sending"] == true,
            failures: given["failures"].as_u64().and_then(|many| u32::try_from(many).ok()).unwrap_or_default(),
            reason: given["reason"].as_str().map(str::to_owned),
        }
    }
}

impl SaveQueue {
    /// How the saves go here.
    pub fn progress(&self) -> Progress {
        Progress { sending: self.in_flight.is_some(), failures: self.failures, reason: self.reason.clone() }
    }

    /// Shows how the saves go in another page, which makes them.
    pub fn follow(&mut self, progress: Progress) {
        self.elsewhere = progress;
    }

    /// Whether a save is in flight, of this page or of the one that saves.
    pub fn is_sending(&self) -> bool {
        self.is_in_flight() || self.elsewhere.sending
    }

    /// The number of failures since the last confirmed save, of this page or of the one that saves.
    pub fn failures(&self) -> u32 {
        self.failures.max(self.elsewhere.failures)
    }

    pub(super) fn reason(&self) -> Option<&String> {
        self.reason.as_ref().or(self.elsewhere.reason.as_ref())
    }
}
