//! The snapshot of a timeline: what is stored in the tab, beside that of its log. It is read as an untrusted value.

use serde_json::{Value, json};

use super::kind::Kind;
use super::{Entry, Known, MAX_ENTRIES, Timeline, Values, cut};
use crate::interaction::phase::Phase;
use crate::json;
use crate::json::short_number;
use crate::log::timeline::summary::MAX_SUMMARY_LEN;
use crate::salesforce::record::Role;
use crate::salesforce::record_id::RecordId;
use crate::salesforce::text;
use crate::time::Timestamp;

impl Timeline {
    /// The timeline as JSON; [`Timeline::restore`] reads it. Empty if nothing happened.
    pub(crate) fn to_snapshot(&self) -> String {
        let entry = |Entry { at, kind, values, .. }: &Entry| {
            let Values { name, text, record, object, list, on, source } = values;
            let list = list.map(Role::as_str);
            let record = record.map(|record| record.as_str().to_owned());
            json!([short_number(*at), kind.as_str(), name, text, record, object, list, on, source])
        };
        let entries: Vec<Value> = self.entries.iter().map(entry).collect();
        let known = &self.known;
        json::write(&json!({
            "entries": entries,
            "leftOut": [self.left_out, short_number(self.left_out_at)],
            "known": [known.phase.map(Phase::as_str), known.consulting, known.transferring, known.paused],
            "summary": self.summary,
        }))
    }

    /// Reads a snapshot; what is wrong in it is left out.
    ///
    /// ```
    /// use patchbay::log::timeline::{Timeline, kind::Kind};
    /// let timeline = Timeline::restore(r#"{"entries":[[1000,"rang"],[2000,"sang"]]}"#);
    /// assert_eq!(timeline.entries().len(), 1);
    /// assert_eq!(timeline.entries()[0].kind(), Kind::Rang);
    /// ```
    pub fn restore(snapshot: &str) -> Timeline {
        let snapshot = json::parse(snapshot).unwrap_or_default();
        let (left_out, known) = (&snapshot["leftOut"], &snapshot["known"]);
        let mut timeline = Timeline::default();
        for stored in snapshot["entries"].as_array().into_iter().flatten().take(MAX_ENTRIES) {
            let Some((at, kind)) = read_time(&stored[0]).zip(stored[1].as_str().and_then(Kind::named)) else {
                continue;
            };
            let text = |at: usize| stored[at].as_str().map(cut);
            let values = Values {
                name: text(2),
                text: text(3),
                record: stored[4].as_str().and_then(|id| RecordId::read(id, "", &mut Vec::new())),
                object: text(5),
                list: stored[6].as_str().and_then(Role::named),
                on: stored[7].as_bool(),
                source: stored[8].as_u64(),
            };
            let place = timeline.entries.iter().rposition(|known| known.at <= at).map_or(0, |before| before + 1);
            timeline.entries.insert(place, Entry { id: timeline.next_id, at, kind, values });
            timeline.next_id += 1;
        }
        timeline.left_out = left_out[0].as_u64().and_then(|count| u32::try_from(count).ok()).unwrap_or_default();
        timeline.left_out_at = read_time(&left_out[1]).unwrap_or_default();
        let phase = known[0].as_str().and_then(Phase::named);
        let [consulting, transferring, paused] = [1, 2, 3].map(|at| known[at] == true);
        timeline.known = Known { phase, consulting, transferring, paused };
        let summary = snapshot["summary"].as_str();
        timeline.summary = summary.filter(|summary| text::length(summary) <= MAX_SUMMARY_LEN).map(str::to_owned);
        timeline.leave_out();
        timeline
    }
}

/// A time that can be written.
fn read_time(value: &Value) -> Option<f64> {
    value.as_f64().and_then(Timestamp::from_milliseconds).map(Timestamp::milliseconds)
}
