//! Saves that were not answered in time and may still arrive, after later ones. Such a save would bring earlier values back, so
//! fields that have changed since are sent again once it cannot arrive any more.

use serde_json::Value;

use super::Fields;
use crate::json;

/// Milliseconds after sending for which a save may still arrive. Source: "Execution Governors and Limits": a
/// transaction runs for at most ten minutes.
pub const ARRIVES_WITHIN: f64 = 600_000.0;
/// Maximum number of them that are remembered of one record.
const MAX_LATE: usize = 16;

/// One save that may still arrive.
#[derive(Clone, Debug, PartialEq)]
struct Late {
    /// Its ticket; `None` after a reload, since its answer reaches no later page.
    ticket: Option<u32>,
    /// A hash of the value of each field that it sent.
    sent: Vec<(String, u64)>,
    /// Until when it may arrive.
    until: f64,
}

/// The saves of one record that may still arrive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LateSaves(Vec<Late>);

impl LateSaves {
    /// Notes a save that was sent at this time and not answered.
    pub fn add(&mut self, ticket: Option<u32>, sent: &Fields, sent_at: f64) {
        if self.0.len() == MAX_LATE {
            self.0.remove(0);
        }
        let sent = sent.iter().map(|(field, value)| (field.clone(), hash(value))).collect();
        self.0.push(Late { ticket, sent, until: sent_at + ARRIVES_WITHIN });
    }

    /// The save with this ticket was answered.
    pub fn answered(&mut self, ticket: u32) {
        self.0.retain(|late| late.ticket != Some(ticket));
    }

    /// Until when a save may arrive that would change what is saved.
    pub fn until(&self, saved: &Fields) -> Option<f64> {
        let harmful = self.0.iter().filter(|late| late.harmed(saved).next().is_some());
        harmful.map(|late| late.until).reduce(f64::max)
    }

    /// The fields that saves which cannot arrive any more may have changed. Those saves are forgotten.
    pub fn take_over(&mut self, saved: &Fields, now: f64) -> Vec<String> {
        let over = self.0.iter().filter(|late| late.until <= now);
        let harmed = over.flat_map(|late| late.harmed(saved)).cloned().collect();
        self.0.retain(|late| late.until > now);
        harmed
    }

    /// What a later page needs, of these fields: `[[until, {field: hash}]]`.
    pub fn to_snapshot(&self) -> Value {
        let sent = |late: &Late| {
            json::object(&mut late.sent.iter().map(|(field, hash)| (field.clone(), format!("{hash:x}").into())))
        };
        self.0.iter().map(|late| serde_json::json!([late.until, sent(late)])).collect()
    }

    /// Reads a snapshot, an untrusted value; what cannot be read is left out. `due` is when the page sends what
    /// is unconfirmed: every save of an earlier page was sent before.
    pub fn restore(snapshot: &Value, due: f64) -> LateSaves {
        let read = |late: &Value| {
            let until = late[0].as_f64()?.min(due + ARRIVES_WITHIN);
            let sent = late[1].as_object()?.iter();
            let hash = |hash: &Value| u64::from_str_radix(hash.as_str()?, 16).ok();
            let sent = sent.filter_map(|(field, value)| Some((field.clone(), hash(value)?))).collect();
            Some(Late { ticket: None, sent, until })
        };
        LateSaves(snapshot.as_array().into_iter().flatten().take(MAX_LATE).filter_map(read).collect())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Late {
    /// The fields that hold another value if this save arrives.
    fn harmed(&self, saved: &Fields) -> impl Iterator<Item = &String> {
        let differs = |field: &str, sent: u64| hash(saved.get(field).unwrap_or(&Value::Null)) != sent;
        self.sent.iter().filter(move |(field, sent)| differs(field, *sent)).map(|(field, _)| field)
    }
}

/// FNV-1a over the JSON: tells whether a value is still the same without storing it twice.
pub(crate) fn hash(value: &impl serde::Serialize) -> u64 {
    let json = json::write(value);
    json.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
