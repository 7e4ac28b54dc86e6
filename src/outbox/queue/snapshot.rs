//! What a later page needs to continue a queue of saves.

use litemap::LiteMap;
use serde::Serialize;
use serde_json::Value;

use super::{SaveQueue, Waiting};
use crate::json::Object;
use crate::outbox::{Fields, SaveEvent};
use crate::salesforce::record_id::RecordId;

/// What a later page needs to continue a queue; [`SaveQueue::restore`] reads it back.
#[derive(Debug, Serialize)]
pub struct QueueSnapshot<'a> {
    record: Option<RecordId>,
    saved: &'a Fields,
    #[serde(rename = "doubt")]
    unconfirmed: Vec<&'a String>,
    event: Option<SaveEvent>,
    dropped: Object<&'a LiteMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declined: Option<String>,
}

impl SaveQueue {
    /// What a later page needs to continue.
    pub fn to_snapshot(&self) -> QueueSnapshot<'_> {
        let in_flight = self.unconfirmed_in_flight.keys().filter(|field| !self.unconfirmed.contains_key(*field));
        QueueSnapshot {
            record: self.record,
            saved: &self.saved,
            unconfirmed: self.unconfirmed.keys().chain(in_flight).collect(),
            event: self.event(),
            dropped: Object(&self.dropped),
            declined: self.declined.map(|declined| format!("{declined:x}")),
        }
    }

    /// Reads a [`QueueSnapshot`] of an earlier page, an untrusted value. Missing properties have their defaults, since an
    /// older version may not have written them; `None` when one is of the wrong type. Unconfirmed fields are sent again at
    /// the time `due`.
    pub fn restore(snapshot: &Value, due: f64) -> Option<SaveQueue> {
        let mut queue = SaveQueue::default();
        for (name, value) in snapshot.as_object()? {
            match name.as_str() {
                "record" if !value.is_null() => {
                    queue.record = Some(RecordId::read(value.as_str()?, "", &mut Vec::new())?);
                }
                "event" if !value.is_null() => {
                    let event = SaveEvent::named(value.as_str()?)?;
                    queue.waiting = Some(Waiting { event, since: due, due, urgent: true });
                }
                "saved" => queue.saved = value.as_object()?.clone(),
                "doubt" => {
                    for field in value.as_array()? {
                        queue.unconfirmed.insert(field.as_str()?.to_owned(), ());
                    }
                }
                "declined" if !value.is_null() => {
                    queue.declined = Some(u64::from_str_radix(value.as_str()?, 16).ok()?);
                }
                "dropped" => {
                    for (field, reason) in value.as_object()? {
                        queue.dropped.insert(field.clone(), reason.as_str()?.to_owned());
                    }
                }
                _ => {}
            }
        }
        queue.not_before = if queue.unconfirmed.is_empty() { 0.0 } else { due };
        Some(queue)
    }
}
