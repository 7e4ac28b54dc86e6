//! Merges what two pages know of one log, so that an edit made in either reaches the record.
//!
//! Each edited field, each choice, the saves, and what the client told carry the time of their last change, and the later
//! change wins. That gives the same log in whatever order pages read one another.

use litemap::LiteMap;
use serde_json::Value;

use super::Log;
use crate::interaction::segment::Order;
use crate::json;
use crate::outbox::queue::progress::Progress;
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
    /// Of the last time that a page which does not save the log asked for its save.
    asked: f64,
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

    /// The time that was given or noted last.
    pub fn last(&self) -> f64 {
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
    /// Whether the other page asks for a save.
    pub asked: bool,
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

    /// Asks the page that saves the log to do so now.
    pub fn ask_to_save(&mut self, at: f64) {
        self.stamps.asked = at;
    }

    /// Whether a page asked for a save that has not begun.
    pub fn is_save_awaited(&self) -> bool {
        self.stamps.asked > self.stamps.saved && !self.is_settled()
    }

    /// The time of the last change: the revision of the log.
    pub fn revision(&self) -> f64 {
        let edits = self.stamps.edits.values().map(|(_, at)| *at);
        let chosen = self.stamps.chosen.iter().map(|choice| choice.at);
        edits.chain(chosen).chain([self.stamps.saved, self.stamps.asked]).fold(self.stamps.heard, f64::max)
    }

    /// When the agent or the client changed it last, in milliseconds since 1970. Attempts to save it are no changes.
    pub fn changed_at(&self) -> f64 {
        let edits = self.stamps.edits.values().map(|(_, at)| *at);
        let chosen = self.stamps.chosen.iter().map(|choice| choice.at);
        // An older version stored no stamps.
        edits.chain(chosen).fold(self.stamps.heard.max(self.state.seen_at), f64::max)
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
                let list = self.list_mut(role);
                merged.lists |= list.add(record.clone()).is_some();
                merged.lists |=
                    other.list(role).reason(record.id).is_some_and(|reason| list.explain(record.id, reason));
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
        // Copies are without transcripts.
        let config = self.config.clone();
        let is_of_transcript = |field: &str| config.is_of_transcript(field);
        let ends =
            (other.is_over() && !self.is_over()) || (other.state.wrap_up.is_some() && self.state.wrap_up.is_none());
        if other.stamps.heard > self.stamps.heard && (!follows || ends) {
            self.stamps.heard = other.stamps.heard;
            let state = other.state.with_transcript_of(&self.state, is_of_transcript);
            merged.changed |= self.state != state;
            self.state = state;
        }
        if other.stamps.asked > self.stamps.asked {
            self.stamps.asked = other.stamps.asked;
            (merged.asked, merged.changed) = (true, true);
        }
        if other.stamps.saved > self.stamps.saved {
            self.stamps.saved = other.stamps.saved;
            self.segment = other.segment.or(self.segment.take());
            self.queue.take_over(other.queue, is_of_transcript);
            self.engagement = other.engagement;
            merged.changed = true;
        }
        merged.changed |= merged.lists;
        merged
    }

    /// Makes what waits to be saved due now.
    pub fn flush(&mut self, now: f64) {
        self.queue.flush(now);
        self.engagement.flush(now);
    }

    /// Shows the saves of this page from now on.
    pub fn leave_progress(&mut self) {
        self.queue.follow(Progress::default());
        self.engagement.follow(Progress::default());
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
    /// Forgets the edits of a field.
    pub(super) fn forget(&mut self, field: &str) {
        self.edits.remove(field);
    }

    /// What a later page needs.
    pub(super) fn to_snapshot(&self) -> Value {
        let edits = json::object(&mut self.edits.iter().map(|(field, (_, at))| (field.clone(), (*at).into())));
        let [name, related_to] = &self.chosen;
        let (heard, saved, asked) = (self.heard, self.saved, self.asked);
        serde_json::json!({ "edits": edits, "chosen": [name.at, related_to.at], "heard": heard, "saved": saved, "asked": asked })
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
        let [heard, saved, asked] = ["heard", "saved", "asked"].map(|name| time(&snapshot[name]));
        Stamps { edits, chosen, heard, saved, asked }
    }
}
