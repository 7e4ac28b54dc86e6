//! What a later page needs to continue a queue of saves.

use std::borrow::Cow;

use litemap::LiteMap;
use serde::Serialize;
use serde_json::Value;

use super::{POLICY, SaveQueue, Waiting};
use crate::json::Object;
use crate::outbox::late::LateSaves;
use crate::outbox::{Fields, SaveEvent};
use crate::salesforce::record_id::RecordId;

/// What a later page needs to continue a queue; [`SaveQueue::restore`] reads it back.
#[derive(Debug, Serialize)]
pub struct QueueSnapshot<'a> {
    record: Option<RecordId>,
    saved: Cow<'a, Fields>,
    #[serde(rename = "doubt")]
    unconfirmed: Vec<&'a String>,
    event: Option<SaveEvent>,
    dropped: Object<&'a LiteMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declined: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    late: Option<Value>,
}

impl QueueSnapshot<'_> {
    /// The same of these fields alone.
    #[must_use]
    pub fn of_fields(mut self, is_stored: impl Fn(&str) -> bool) -> Self {
        if !self.saved.keys().all(|field| is_stored(field)) {
            self.saved.to_mut().retain(|field, _| is_stored(field));
        }
        self.unconfirmed.retain(|field| is_stored(field));
        for late in self.late.iter_mut().filter_map(Value::as_array_mut).flatten() {
            if let Some(sent) = late.get_mut(1).and_then(Value::as_object_mut) {
                sent.retain(|field, _| is_stored(field));
            }
        }
        self
    }
}

impl SaveQueue {
    /// What a later page needs to continue.
    pub fn to_snapshot(&self) -> QueueSnapshot<'_> {
        let in_flight = self.unconfirmed_in_flight.keys().filter(|field| !self.unconfirmed.contains_key(*field));
        let mut late = self.late.clone();
        if let Some(in_flight) = &self.in_flight {
            late.add(None, &in_flight.sent, in_flight.times_out_at - POLICY.save_timeout);
        }
        QueueSnapshot {
            record: self.record,
            saved: Cow::Borrowed(&self.saved),
            unconfirmed: self.unconfirmed.keys().chain(in_flight).collect(),
            event: self.event(),
            dropped: Object(&self.dropped),
            declined: self.declined.map(|declined| format!("{declined:x}")),
            late: (!late.is_empty()).then(|| late.to_snapshot()),
        }
    }

    /// Takes over how the saves go in another page. Of the fields that no copy tells of, what is known here stays.
    pub fn take_over(&mut self, other: SaveQueue, is_untold: impl Fn(&str) -> bool) {
        let known = std::mem::replace(self, other);
        if known.record != self.record {
            return;
        }
        for (field, value) in known.saved.into_iter().filter(|(field, _)| is_untold(field)) {
            self.saved.entry(field).or_insert(value);
        }
        for (field, ()) in known.unconfirmed.into_iter().filter(|(field, ())| is_untold(field)) {
            self.unconfirmed.insert(field, ());
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
                "late" => queue.late = LateSaves::restore(value, due),
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
