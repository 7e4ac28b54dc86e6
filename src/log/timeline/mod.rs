//! The timeline of a log: what happened when, and by whom; each thing once, in order of time, and bounded.
//!
//! - [`kind`]: what an entry tells of.
//! - [`observe`]: what messages, the agent and saves add.
//! - [`snapshot`]: what is stored for a later page.
//! - [`summary`]: the summary for the comments.
//! - [`view`]: the public shape.

pub mod kind;
mod observe;
pub mod snapshot;
pub mod summary;
pub mod view;

use crate::command::sensitive;
use crate::interaction::phase::Phase;
use crate::salesforce::record::{Record, Role};
use crate::salesforce::record_id::RecordId;
use crate::salesforce::text;
use kind::Kind;
pub(crate) use observe::verdict;

/// Maximum number of entries of one log.
pub const MAX_ENTRIES: usize = 500;
/// Maximum length of a text of an entry, in UTF-16 units, with the mark of a cut one.
pub const MAX_TEXT_LEN: usize = 240;
/// Maximum length of all entries of one log together, in bytes.
pub const MAX_LEN: usize = 64 * 1024;
/// What one entry counts for beside its texts, in bytes of a snapshot.
const ENTRY_LEN: usize = 96;
/// Stands at the end of a text that was cut.
const CUT: char = '…';

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Identifies the entry in its timeline.
    id: u32,
    /// When, in milliseconds since 1970.
    at: f64,
    kind: Kind,
    values: Values,
}

/// What is told of it; which of these there are depends on the kind.
#[derive(Clone, Debug, Default, PartialEq)]
struct Values {
    name: Option<String>,
    text: Option<String>,
    record: Option<RecordId>,
    object: Option<String>,
    list: Option<Role>,
    on: Option<bool>,
    /// A hash of what identifies an utterance.
    source: Option<u64>,
}

/// What happened in one segment of an interaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// In order of time.
    entries: Vec<Entry>,
    next_id: u32,
    /// How many entries were left out.
    left_out: u32,
    /// The time of the last one.
    left_out_at: f64,
    known: Known,
    /// The summary as it was added to the comments last.
    summary: Option<String>,
    /// Whether it differs from what was stored and reported.
    is_changed: bool,
}

/// How the interaction was when the last entry was made: the log is not stored with every change of it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Known {
    phase: Option<Phase>,
    consulting: bool,
    transferring: bool,
    paused: bool,
}

impl Entry {
    /// When it happened, in milliseconds since 1970.
    pub fn at(&self) -> f64 {
        self.at
    }

    /// What happened.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    fn len(&self) -> usize {
        let texts = [&self.values.name, &self.values.text, &self.values.object];
        ENTRY_LEN + texts.into_iter().flatten().map(String::len).sum::<usize>()
    }
}

impl Values {
    fn named(name: &str) -> Values {
        Values { name: Some(cut(name)), ..Values::default() }
    }

    fn of_record(record: &Record, list: Option<Role>) -> Values {
        Values { record: Some(record.id), object: Some(cut(&record.object)), list, ..Values::named(&record.name) }
    }
}

impl Timeline {
    /// The entries, in order of time.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many entries were left out.
    pub fn left_out(&self) -> u32 {
        self.left_out
    }

    /// Whether it changed since this was asked last.
    pub(crate) fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.is_changed)
    }

    /// Has it stored and reported again, under another ID.
    pub(super) fn touch(&mut self) {
        self.is_changed = true;
    }

    /// Lets go of all entries, of a log that nobody looks at any more.
    pub(crate) fn clear(&mut self) {
        *self = Timeline { is_changed: true, ..Timeline::default() };
    }

    fn add(&mut self, kind: Kind, values: Values, at: f64) {
        let at = at.floor();
        if kind.is_minor() && self.left_out > 0 && at < self.left_out_at {
            // It would be the first to go, and may have gone before.
            return;
        }
        self.is_changed = true;
        if kind.goes_on()
            && let Some(last) = self.entries.last_mut().filter(|last| last.kind == kind && last.at <= at)
            && last.values.name == values.name
            && last.values.record == values.record
        {
            last.at = at;
            last.values = values;
        } else {
            let place = self.entries.iter().rposition(|known| known.at <= at).map_or(0, |before| before + 1);
            self.entries.insert(place, Entry { id: self.next_id, at, kind, values });
            self.next_id = self.next_id.wrapping_add(1);
        }
        self.leave_out();
    }

    /// Leaves out the oldest entries as long as there are too many, minor ones first.
    fn leave_out(&mut self) {
        let mut len: usize = self.entries.iter().map(Entry::len).sum();
        while self.entries.len() > MAX_ENTRIES || len > MAX_LEN {
            let oldest = self.entries.iter().position(|entry| entry.kind.is_minor()).unwrap_or_default();
            let entry = self.entries.remove(oldest);
            len -= entry.len();
            self.left_out += 1;
            self.left_out_at = self.left_out_at.max(entry.at);
        }
    }

    /// The last entry of one of these kinds.
    fn last_of(&self, kinds: &[Kind]) -> Option<&Entry> {
        self.entries.iter().rfind(|entry| kinds.contains(&entry.kind))
    }
}

/// A text as an entry holds it: without secrets, and cut if it is long.
fn cut(given: &str) -> String {
    let masked = sensitive::mask(given.trim());
    if text::length(&masked) <= MAX_TEXT_LEN {
        return masked;
    }
    let mut cut = text::truncate(&masked, MAX_TEXT_LEN - 1).to_owned();
    cut.push(CUT);
    cut
}
