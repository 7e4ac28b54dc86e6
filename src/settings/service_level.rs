//! Service level and abandonment. The source names the two thresholds; what exactly is counted is written down here:
//!
//! - A *short abandon* is a contact that was abandoned after at most the short-abandon threshold: exactly at the threshold
//!   is short ("the maximum time … a contact can wait before it is counted as a short abandon").
//! - *Counted* are all contacts but short abandons.
//! - *Answered within* is the part of the counted contacts that was answered after at most the service-level threshold:
//!   exactly at the threshold is within.
//! - The *abandon rate* is the part of the counted contacts that was abandoned.

use serde_json::Value;

use crate::problem::{Code, Problem};

/// So many problems of one list are told.
const MAX_TOLD: usize = 20;

/// One contact that waited.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Seconds until it was answered or abandoned.
    pub wait: f64,
    /// It was answered.
    pub answered: bool,
}

/// Reads `[{waitSeconds, answered}]`; what is no contact is told, and not counted.
pub fn read_contacts(given: &Value) -> (Vec<Contact>, Vec<Problem>) {
    let Some(given) = given.as_array() else {
        let message = "These are no contacts; give an array of {waitSeconds, answered}.";
        return (Vec::new(), vec![Problem::error("/contacts", Code::Type, message)]);
    };
    let mut problems = Vec::new();
    let contacts = given.iter().enumerate().filter_map(|(at, contact)| {
        let wait = contact["waitSeconds"].as_f64().filter(|wait| *wait >= 0.0);
        let read = wait.zip(contact["answered"].as_bool()).map(|(wait, answered)| Contact { wait, answered });
        if read.is_none() && problems.len() < MAX_TOLD {
            let message =
                "This is no contact and is not counted; give waitSeconds, 0 or more, and answered, true or false.";
            problems.push(Problem::error(format!("/contacts/{at}"), Code::Type, message));
        }
        read
    });
    (contacts.collect(), problems)
}

/// What came of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Between 0 and 1; `None` when nothing is counted.
    pub answered_within: Option<f64>,
    /// Between 0 and 1; `None` when nothing is counted.
    pub abandon_rate: Option<f64>,
    /// How many were abandoned too soon to count.
    pub short_abandons: u32,
}

/// Measures contacts against thresholds in seconds.
///
/// ```
/// use patchbay::settings::service_level::{Contact, measure};
/// let contacts = [Contact { wait: 20.0, answered: true }, Contact { wait: 5.0, answered: false }, Contact { wait: 5.1, answered: false }];
/// let measured = measure(&contacts, 20.0, 5.0);
/// assert_eq!((measured.answered_within, measured.abandon_rate, measured.short_abandons), (Some(0.5), Some(0.5), 1));
/// ```
pub fn measure(contacts: &[Contact], service_level: f64, short_abandon: f64) -> Measured {
    let short = |contact: &&Contact| !contact.answered && contact.wait <= short_abandon;
    let short_abandons = contacts.iter().filter(short).count();
    let counted = contacts.len() - short_abandons;
    let part = |count: usize| (counted > 0).then(|| count as f64 / counted as f64);
    let answered = contacts.iter().filter(|contact| contact.answered);
    let within = answered.clone().filter(|contact| contact.wait <= service_level).count();
    Measured {
        answered_within: part(within),
        abandon_rate: part(counted - answered.count()),
        short_abandons: short_abandons as u32,
    }
}
