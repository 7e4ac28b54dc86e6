//! Service level and abandonment. "Integration settings" names the two thresholds; what is counted is defined here:
//!
//! - A *short abandon* is a contact that was abandoned after at most the short-abandon threshold: exactly at the threshold
//!   is short ("the maximum time … a contact can wait before it is counted as a short abandon").
//! - All contacts but short abandons are *counted*.
//! - *Answered within* is the share of the counted contacts that was answered after at most the service-level threshold:
//!   exactly at the threshold is within.
//! - The *abandon rate* is the share of the counted contacts that was abandoned.

use serde_json::Value;

use crate::problem::{Code, Problem};

/// Maximum number of problems reported of one list of contacts.
const MAX_REPORTED: usize = 20;

/// One contact that waited in a queue.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "WaitingContact"))]
pub struct Contact {
    /// Seconds until it was answered or abandoned.
    #[cfg_attr(feature = "typescript", ts(rename = "waitSeconds"))]
    pub wait: f64,
    /// Whether it was answered; otherwise it was abandoned.
    pub answered: bool,
}

/// Reads `[{waitSeconds, answered}]`, an untrusted value. Entries that are no contacts are problems and not counted.
pub fn read_contacts(given: &Value) -> (Vec<Contact>, Vec<Problem>) {
    let Some(given) = given.as_array() else {
        let message = "These are no contacts; give an array of {waitSeconds, answered}.";
        return (Vec::new(), vec![Problem::error("/contacts", Code::Type, message)]);
    };
    let mut problems = Vec::new();
    let contacts = given.iter().enumerate().filter_map(|(at, contact)| {
        let wait = contact["waitSeconds"].as_f64().filter(|wait| *wait >= 0.0);
        let read = wait.zip(contact["answered"].as_bool()).map(|(wait, answered)| Contact { wait, answered });
        if read.is_none() && problems.len() < MAX_REPORTED {
            let message =
                "This is no contact and is not counted; give waitSeconds, 0 or more, and answered, true or false.";
            problems.push(Problem::error(format!("/contacts/{at}"), Code::Type, message));
        }
        read
    });
    (contacts.collect(), problems)
}

/// Service level and abandonment of a list of contacts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ServiceLevel", rename_all = "camelCase"))]
pub struct Measured {
    /// Share of the counted contacts that was answered in time, from 0 to 1; null if nothing is counted.
    pub answered_within: Option<f64>,
    /// Share of the counted contacts that was abandoned, from 0 to 1; null if nothing is counted.
    pub abandon_rate: Option<f64>,
    /// Number of contacts that were abandoned too soon to count.
    pub short_abandons: u32,
}

/// Measures contacts. Both thresholds are in seconds.
///
/// ```
/// use patchbay::settings::service_level::{Contact, measure};
/// let contacts = [Contact { wait: 20.0, answered: true }, Contact { wait: 5.0, answered: false }, Contact { wait: 5.1, answered: false }];
/// let measured = measure(&contacts, 20, 5);
/// assert_eq!((measured.answered_within, measured.abandon_rate, measured.short_abandons), (Some(0.5), Some(0.5), 1));
/// ```
pub fn measure(contacts: &[Contact], service_level: u32, short_abandon: u32) -> Measured {
    let (service_level, short_abandon) = (f64::from(service_level), f64::from(short_abandon));
    let short = |contact: &&Contact| !contact.answered && contact.wait <= short_abandon;
    let short_abandons = contacts.iter().filter(short).count();
    let counted = contacts.len() - short_abandons;
    let share = |count: usize| (counted > 0).then(|| count as f64 / counted as f64);
    let answered = contacts.iter().filter(|contact| contact.answered);
    let within = answered.clone().filter(|contact| contact.wait <= service_level).count();
    Measured {
        answered_within: share(within),
        abandon_rate: share(counted - answered.count()),
        short_abandons: short_abandons as u32,
    }
}
