//! Merges what two pages know of one log, so that an edit made in either reaches the record.
//!
//! Each edited field, each choice, the saves, and what the client told carry the time of their last change, and the later
//! change wins. That gives the same log in whatever order pages read one another.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::Log;
use crate::interaction::segment::Order;
use crate::salesforce::record::Role;
use crate::salesforce::record_id::RecordId;

/// When each part of a log changed last, in milliseconds of a clock that no page sets back: see [`Clock`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stamps {
    /// By field, with the value that was stamped; `None` for an edit that was taken back.
    edits: LiteMap<String, (Option<Value>, f64)>,
    /// Of Name and Related To.
    chosen: [Choice; 2],
    /// Of the last message about the interaction.
    heard: f64,
    /// Of the last save that was sent or answered.
    saved: f64,
}

/// A choice from a list: whether the agent made it, and of which record.
#[derive(Clone, Debug, Default, PartialEq)]
struct Choice {
    by_agent: bool,
    record: Option<RecordId>,
    at: f64,
}

/// A clock that runs with the page's, and is never behind what another page has stamped.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clock(f64);

impl Clock {
    /// The next time, later than every earlier one.
    pub fn next(&mut self, now: f64) -> f64 {
        self.0 = (self.0 + 1.0).max(now.floor());
        self.0
    }

    /// Notes a time that another page has stamped. One that no clock can show is passed over.
    pub fn observe(&mut self, stamped: f64) {
        if stamped < MAX_TIME {
            self.0 = self.0.max(stamped);
        }
    }
}

/// The latest time that a page's clock can show, in milliseconds since 1970. Source: ECMAScript, "Time Values and Time Range".
const MAX_TIME: f64 = 8_640_000_000_000_000.0;

/// What [`Log::merge`] changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Whether anything changed.
    pub changed: bool,
    /// Whether records joined the lists.
    pub lists: bool,
}

impl Log {
    /// Stamps what the agent changed since the last stamp.
    pub fn stamp(&mut self, at: f64) {
        for (field, value) in &self.edits {
            if self.stamps.edits.get(field).is_none_or(|(known, _)| known.as_ref() != Some(value)) {
                self.stamps.edits.insert(field.clone(), (Some(value.clone()), at));
            }
        }
        for (field, (value, stamped)) in self.stamps.edits.iter_mut() {
            if value.is_some() && !self.edits.contains_key(field) {
                (*value, *stamped) = (None, at);
            }
        }
        for role in Role::ALL {
            let list = self.list(role);
            let (by_agent, record) = (list.is_by_agent(), list.chosen().map(|record| record.id));
            let known = &mut self.stamps.chosen[role as usize];
            if (known.by_agent, known.record) != (by_agent, record) {
                *known = Choice { by_agent, record, at };
            }
        }
    }

    /// Stamps a message about the interaction.
    pub fn stamp_heard(&mut self, at: f64) {
        self.stamps.heard = at;
    }

    /// Stamps a save that was sent or answered.
    pub fn stamp_saved(&mut self, at: f64) {
        self.stamps.saved = at;
    }

    /// The time of the last change: the revision of the log.
    pub fn revision(&self) -> f64 {
        let edits = self.stamps.edits.values().map(|(_, at)| *at);
        let chosen = self.stamps.chosen.iter().map(|choice| choice.at);
        edits.chain(chosen).fold(self.stamps.heard.max(self.stamps.saved), f64::max)
    }

    /// Whether another page's log of this ID is of the same segment.
    pub fn is_same_segment(&self, other: &Log) -> bool {
        match self.known_segment().compare(&other.known_segment()) {
            Order::Same => true,
            Order::Unknown => self.follows == other.follows,
            Order::Earlier | Order::Later => false,
        }
    }

    /// Whether this is the log of the segment after `former`.
    pub fn is_after(&self, former: &Log) -> bool {
        (self.follows.is_some() && former.follows.is_none())
            || self.directly_follows(former)
            || self.known_segment().compare(&former.known_segment()) == Order::Later
    }

    /// Takes over what another page has changed later. `follows` says whether this page follows the interaction itself: then
    /// only an end that it has not heard of is news.
    pub fn merge(&mut self, other: Log, follows: bool) -> Merged {
        let mut merged = Merged::default();
        for (field, (value, at)) in &other.stamps.edits {
            if self.stamps.edits.get(field).is_some_and(|(_, known)| known >= at) {
                continue;
            }
            match value {
                Some(value) => {
                    merged.changed |= self.edits.insert(field.clone(), value.clone()).as_ref() != Some(value)
                }
                None => merged.changed |= self.edits.remove(field).is_some(),
            }
            self.stamps.edits.insert(field.clone(), (value.clone(), *at));
        }
        for role in Role::ALL {
            for record in other.list(role).records() {
                merged.lists |= self.list_mut(role).add(record.clone()).is_some();
            }
            let (own, theirs) = (&self.stamps.chosen[role as usize], &other.stamps.chosen[role as usize]);
            if (theirs.by_agent, theirs.at) > (own.by_agent, own.at) {
                merged.changed |= own.record != theirs.record || own.by_agent != theirs.by_agent;
                self.list_mut(role).restore_choice(other.list(role).chosen().cloned(), theirs.by_agent);
                self.stamps.chosen[role as usize] = theirs.clone();
            }
        }
        merged.changed |= other.begun && !self.begun;
        self.begun |= other.begun;
        let ends =
            (other.is_over() && !self.is_over()) || (other.state.wrap_up.is_some() && self.state.wrap_up.is_none());
        if other.stamps.heard > self.stamps.heard && (!follows || ends) {
            self.stamps.heard = other.stamps.heard;
            merged.changed |= self.state != other.state;
            self.state = other.state;
        }
        if other.stamps.saved > self.stamps.saved {
            self.stamps.saved = other.stamps.saved;
            self.segment = other.segment.or(self.segment.take());
            self.queue = other.queue;
            self.engagement = other.engagement;
            merged.changed = true;
        }
        merged.changed |= merged.lists;
        merged
    }

    /// Counts everything as saved: another page has saved it.
    pub fn confirm_elsewhere(&mut self) {
        let values = self.values();
        self.queue.confirm_elsewhere(values);
        let record = self.stored(crate::outbox::RecordKind::Engagement);
        self.engagement.confirm_elsewhere(record);
    }
}

impl Stamps {
    /// What a later page needs.
    pub(super) fn to_snapshot(&self) -> Value {
        let edits: Map<String, Value> =
            self.edits.iter().map(|(field, (_, at))| (field.clone(), (*at).into())).collect();
        let [name, related_to] = &self.chosen;
        serde_json::json!({ "edits": edits, "chosen": [name.at, related_to.at], "heard": self.heard, "saved": self.saved })
    }

    /// Reads the stamps of a log, an untrusted value. What an older version did not stamp changed at the beginning of time.
    pub(super) fn restore(snapshot: &Value, log: &Log) -> Stamps {
        let time = |value: &Value| value.as_f64().filter(|at| (0.0..MAX_TIME).contains(at)).unwrap_or_default();
        let mut edits = LiteMap::new();
        for (field, at) in snapshot["edits"].as_object().into_iter().flatten() {
            edits.insert(field.clone(), (log.edits.get(field).cloned(), time(at)));
        }
        for (field, value) in log.edits.iter().filter(|(field, _)| snapshot["edits"].get(field).is_none()) {
            edits.insert(field.clone(), (Some(value.clone()), 0.0));
        }
        let chosen = Role::ALL.map(|role| {
            let list = log.list(role);
            let record = list.chosen().map(|record| record.id);
            Choice { by_agent: list.is_by_agent(), record, at: time(&snapshot["chosen"][role as usize]) }
        });
        Stamps { edits, chosen, heard: time(&snapshot["heard"]), saved: time(&snapshot["saved"]) }
    }
}
