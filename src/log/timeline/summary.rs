//! The summary of an interaction for the comments: its parts, written from the timeline by fixed rules, and where the text
//! of them goes.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Values;
use super::kind::Kind;
use crate::json::short_number;
use crate::log::Log;
use crate::log::fields::Field;
use crate::problem::{Code, Problem};
use crate::salesforce::record::Role;
use crate::salesforce::text;
use crate::time::Timestamp;

/// Maximum length of the text of a summary, in UTF-16 units.
pub const MAX_SUMMARY_LEN: usize = 4_000;

crate::string_enum::string_enum! {
    /// What a part of a summary says.
    #[cfg_attr(feature = "typescript", ts(rename = "SummaryKind"))]
    PartKind {
        /// It was answered, `at` a time.
        Answered = "answered",
        /// It rang or was dialled, `at` a time, and ended unanswered.
        Unanswered = "unanswered",
        /// It took so many `seconds`.
        Duration = "duration",
        /// The other party was on hold `count` times, for so many `seconds` together.
        Holds = "holds",
        /// Somebody was consulted, `name` where that is known.
        Consulted = "consulted",
        /// It was transferred, to `name` where that is known.
        Transferred = "transferred",
        /// The record `name` is chosen in the `list`.
        Record = "record",
        /// The wrap-up code is `name`.
        WrapUp = "wrap-up",
    }
}

/// A part of a summary, for one sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SummaryPart<'a> {
    kind: PartKind,
    /// ISO 8601 in UTC with milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<f64>"))]
    seconds: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    list: Option<Role>,
}

impl<'a> SummaryPart<'a> {
    fn of(kind: PartKind) -> SummaryPart<'a> {
        SummaryPart { kind, at: None, seconds: None, count: None, name: None, list: None }
    }

    fn at(kind: PartKind, at: f64) -> SummaryPart<'a> {
        SummaryPart { at: Timestamp::from_milliseconds(at), ..SummaryPart::of(kind) }
    }

    fn named(kind: PartKind, name: Option<&'a str>) -> SummaryPart<'a> {
        SummaryPart { name, ..SummaryPart::of(kind) }
    }
}

impl Log {
    /// The parts of the summary, in the order in which they are told. The duration is that of the log, once it is known.
    pub fn summary(&self) -> Vec<SummaryPart<'_>> {
        let entries = &self.timeline.entries;
        let first = |kinds: &[Kind]| entries.iter().find(|entry| kinds.contains(&entry.kind)).map(|entry| entry.at);
        // A page that came later may have no entry of it.
        let answered = first(&[Kind::Answered]).or(self.state.connected_at);
        let ended = first(&[Kind::Ended]);
        let unanswered = first(&[Kind::Rang, Kind::Dialled]).filter(|_| answered.is_none() && ended.is_some());
        let mut parts = Vec::new();
        parts.extend(answered.map(|at| SummaryPart::at(PartKind::Answered, at)));
        parts.extend(unanswered.map(|at| SummaryPart::at(PartKind::Unanswered, at)));
        let duration = self.state.measured.duration.filter(|_| answered.is_some() && self.is_over());
        let seconds = |seconds: f64| Some(short_number(seconds.round()));
        parts.extend(
            duration.map(|duration| SummaryPart { seconds: seconds(duration), ..SummaryPart::of(PartKind::Duration) }),
        );
        let (count, held) = self.holds();
        if count > 0 {
            parts.push(SummaryPart {
                count: Some(count),
                seconds: seconds(held / 1000.0),
                ..SummaryPart::of(PartKind::Holds)
            });
        }
        for entry in entries {
            let Values { name, .. } = &entry.values;
            match entry.kind {
                Kind::Consulting => parts.push(SummaryPart::named(PartKind::Consulted, name.as_deref())),
                Kind::Transferred => parts.push(SummaryPart::named(PartKind::Transferred, name.as_deref())),
                Kind::TransferCancelled => {
                    let cancelled = parts.iter().rposition(|part| part.kind == PartKind::Transferred);
                    cancelled.map(|at| parts.remove(at));
                }
                _ => {}
            }
        }
        let record = |list: Role| {
            let chosen = self.list(list).chosen().filter(|_| list == Role::Name || !self.excludes_related_to())?;
            Some(SummaryPart { list: Some(list), ..SummaryPart::named(PartKind::Record, Some(&chosen.name)) })
        };
        parts.extend(Role::ALL.into_iter().filter_map(record));
        parts.extend(self.state.wrap_up.as_deref().map(|code| SummaryPart::named(PartKind::WrapUp, Some(code))));
        parts
    }

    /// How often the other party was put on hold, and for how many milliseconds that is over.
    fn holds(&self) -> (u32, f64) {
        let (mut count, mut held, mut since) = (0, 0.0, None);
        for entry in &self.timeline.entries {
            match entry.kind {
                Kind::Held => {
                    count += 1;
                    since = Some(entry.at);
                }
                Kind::Resumed | Kind::Ended => {
                    held += since.take().map_or(0.0, |since: f64| (entry.at - since).max(0.0))
                }
                _ => {}
            }
        }
        (count, held)
    }

    /// Adds the text of a summary to the comments: behind what is there, or in place of the summary that was added before.
    /// Returns whether anything changed; it does not if the same text is there already.
    pub fn add_summary(&mut self, summary: &str, problems: &mut Vec<Problem>, now: f64) -> bool {
        let summary = summary.trim();
        if summary.is_empty() || text::length(summary) > MAX_SUMMARY_LEN {
            let message = "The summary is empty or longer than 4,000 characters; give a shorter one.";
            problems.push(Problem::error("/text", Code::TooLong, message));
            return false;
        }
        let field = Field::Comments.as_str();
        let comments = self.values().get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let before = self.timeline.summary.as_deref().filter(|before| comments.contains(before));
        let comments = match before {
            Some(before) if before == summary => return false,
            Some(before) => comments.replacen(before, summary, 1),
            None if comments.contains(summary) => return false,
            None if comments.trim().is_empty() => summary.to_owned(),
            None => comments + "\n\n" + summary,
        };
        let mut edit = Map::new();
        edit.insert(field.to_owned(), comments.into());
        let changed = self.edit(&edit, problems);
        if changed {
            self.timeline.summary = Some(summary.to_owned());
            self.timeline.add(Kind::Summarised, Values::default(), now);
        }
        changed
    }
}
