//! Targets of a transfer by name: what the organisation configured and what its own source found, ranked by what the agent
//! typed, with what this agent used last and marked as favourites.
//!
//! Every list is code or data of somebody else, so each entry is judged; one that cannot be used is left out, with a problem.
//! Only named targets are remembered. A number that the agent typed, or that the source found, may be a customer's.

use std::cmp::Ordering;

use serde::Serialize;
use serde_json::Value;

use super::target::{Target, is_no_id, prepare};
use super::vocabulary::TargetKind;
use crate::json;
use crate::problem::{Code, Problem};
use crate::sort::sort_by;

/// Maximum number of entries of a list that are read.
pub const MAX_READ: usize = 1000;
/// Maximum number of targets that a search gives.
pub const MAX_SHOWN: usize = 20;
/// Number of recent targets that are remembered.
pub const MAX_RECENT: usize = 10;
/// Maximum number of favourites.
pub const MAX_FAVOURITES: usize = 50;
/// Maximum number of problems that a list gives.
const MAX_PROBLEMS: usize = 10;
/// Maximum length of a text, in bytes.
const MAX_LEN: usize = 512;
/// Minimum number of digits to search for in phone numbers, and to take a text for one.
const MIN_DIGITS: usize = 3;

/// A target with a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DirectoryTarget"))]
pub struct Entry {
    kind: TargetKind,
    /// What is sent: an ID, a number, a flow, or an address.
    value: String,
    label: String,
    /// The department, team or heading that it belongs to.
    group: Option<String>,
    /// Whether it can take an interaction now; null if nobody says so.
    available: Option<bool>,
    /// What it does now, in the source's words.
    status: Option<String>,
    /// How long one waits there, in seconds.
    wait_seconds: Option<f64>,
    favourite: bool,
    recent: bool,
    /// The organisation has configured it.
    configured: bool,
    /// It is the number that the agent typed.
    typed: bool,
    #[serde(skip)]
    sort: f64,
}

/// The targets that fit, best first.
#[derive(Debug, Serialize)]
pub struct Answer {
    targets: Vec<Entry>,
    /// How many fit, shown or not.
    total: usize,
    problems: Vec<Problem>,
}

/// What this agent used last, newest first, and the favourites.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    recent: Vec<Entry>,
    favourites: Vec<Entry>,
}

impl Directory {
    /// Restores what [`Directory::to_snapshot`] wrote. What cannot be read is left out: nothing is lost but convenience.
    pub fn restore(text: &str) -> Directory {
        let snapshot = json::parse(text).unwrap_or_default();
        let read = |name: &str, max: usize| {
            let mut entries = read_list(&snapshot[name], "", &mut Vec::new());
            entries.truncate(max);
            entries
        };
        Directory { recent: read("recent", MAX_RECENT), favourites: read("favourites", MAX_FAVOURITES) }
    }

    /// What is remembered, as JSON.
    pub fn to_snapshot(&self) -> String {
        #[derive(Serialize)]
        struct Snapshot<'a> {
            recent: &'a [Entry],
            favourites: &'a [Entry],
        }
        json::write(&Snapshot { recent: &self.recent, favourites: &self.favourites })
    }

    /// Remembers a target that an interaction was sent to. Whether anything changed.
    pub fn remember(&mut self, target: &Value) -> bool {
        remember(&mut self.recent, target, MAX_RECENT)
    }

    /// Marks a target as a favourite, or takes the mark back. Whether anything changed.
    pub fn mark(&mut self, target: &Value, favourite: bool) -> bool {
        if favourite {
            return remember(&mut self.favourites, target, MAX_FAVOURITES);
        }
        let Some(entry) = read_entry(target, "", &mut Vec::new()) else { return false };
        let before = self.favourites.len();
        self.favourites.retain(|other| !other.is_same(&entry));
        self.favourites.len() < before
    }

    /// The targets that fit a text, out of `{text, configured, found}`. Without a text these are the favourites, the recent
    /// ones, and what is configured.
    ///
    /// ```
    /// use patchbay::command::directory::Directory;
    /// use serde_json::json;
    /// let billing = json!({ "kind": "queueId", "value": "b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502", "label": "Billing" });
    /// let answer = Directory::default().find(&json!({ "text": "bil", "configured": [billing] }));
    /// assert_eq!(serde_json::to_value(answer).unwrap()["targets"][0]["label"], "Billing");
    /// ```
    pub fn find(&self, given: &Value) -> Answer {
        let mut problems = Vec::new();
        let text = given["text"].as_str().unwrap_or_default().trim();
        let mut all: Vec<Entry> = Vec::new();
        for mut entry in read_list(&given["configured"], "/configured", &mut problems) {
            entry.configured = true;
            join(&mut all, entry);
        }
        for mut entry in read_list(&given["found"], "/found", &mut problems) {
            entry.configured = false;
            join(&mut all, entry);
        }
        let configured = all.clone();
        for entry in self.favourites.iter().chain(&self.recent) {
            // What was configured and is no longer has gone with the configuration.
            if !entry.configured || configured.iter().any(|other| other.is_same(entry)) {
                join(&mut all, entry.clone());
            }
        }
        let query = Query::of(text);
        let mut fit: Vec<_> = all.into_iter().filter_map(|entry| self.ranked(entry, &query)).collect();
        sort_by(&mut fit, |(one, _), (other, _)| one.partial_cmp(other).unwrap_or(Ordering::Equal));
        let total = fit.len();
        let mut targets: Vec<Entry> = fit.into_iter().take(MAX_SHOWN).map(|(_, entry)| entry).collect();
        if let Some(number) = typed_number(text).filter(|number| !targets.iter().any(|other| other.is_same(number))) {
            targets.insert(0, number);
        }
        Answer { total: total.max(targets.len()), targets, problems }
    }

    /// An entry that fits, with its rank.
    fn ranked(&self, mut entry: Entry, query: &Query) -> Option<(Rank, Entry)> {
        let recent = self.recent.iter().position(|other| other.is_same(&entry));
        entry.recent = recent.is_some();
        entry.favourite = self.favourites.iter().any(|other| other.is_same(&entry));
        if query.words.is_empty() && !(entry.favourite || entry.recent || entry.configured) {
            return None;
        }
        let fit = query.fit(&entry)?;
        let unavailable = entry.available.map_or(1, |available| if available { 0 } else { 2 });
        let label = fold(&entry.label);
        Some(((fit, !entry.favourite, recent.unwrap_or(MAX_RECENT), unavailable, entry.sort, label), entry))
    }
}

/// How well the text fits, whether it is no favourite, its place among the recent ones, whether it is unavailable, the order of
/// the configuration, and the name.
type Rank = (u8, bool, usize, u8, f64, String);

impl Entry {
    /// Whether both reach the same: IDs differ in no letter case, numbers in nothing but digits.
    fn is_same(&self, other: &Entry) -> bool {
        self.kind == other.kind
            && match self.kind {
                TargetKind::UserId | TargetKind::QueueId => self.value.eq_ignore_ascii_case(&other.value),
                TargetKind::Phone => digits(&self.value) == digits(&other.value),
                TargetKind::Flow | TargetKind::Address => self.value == other.value,
            }
    }

    fn may_be_remembered(&self) -> bool {
        let is_number = matches!(self.kind, TargetKind::Phone | TargetKind::Address);
        !self.typed && (self.configured || !is_number)
    }
}

/// Adds an entry, or what it knows of the present to the one that is there.
fn join(all: &mut Vec<Entry>, entry: Entry) {
    let Some(known) = all.iter_mut().find(|other| other.is_same(&entry)) else { return all.push(entry) };
    known.available = known.available.or(entry.available);
    known.wait_seconds = known.wait_seconds.or(entry.wait_seconds);
    known.status = known.status.take().or(entry.status);
    known.group = known.group.take().or(entry.group);
}

/// Puts a target first in a list of those that are remembered, without what is true only now.
fn remember(list: &mut Vec<Entry>, target: &Value, max: usize) -> bool {
    let Some(entry) = read_entry(target, "", &mut Vec::new()).filter(Entry::may_be_remembered) else { return false };
    list.retain(|other| !other.is_same(&entry));
    list.insert(0, Entry { available: None, status: None, wait_seconds: None, ..entry });
    list.truncate(max);
    true
}

/// Reads a list; a missing one is empty.
fn read_list(list: &Value, path: &str, problems: &mut Vec<Problem>) -> Vec<Entry> {
    if list.is_null() {
        return Vec::new();
    }
    let Some(list) = list.as_array() else {
        problems.push(Problem::warning(path, Code::Type, "This is no list; give a list of targets."));
        return Vec::new();
    };
    if list.len() > MAX_READ {
        let message = "Only the first 1,000 targets are read; give those that fit the text.";
        problems.push(Problem::warning(path, Code::TooLong, message));
    }
    let mut found = Vec::new();
    let read = |(at, entry): (usize, &Value)| read_entry(entry, &[path, "/", &at.to_string()].concat(), &mut found);
    let entries = list.iter().take(MAX_READ).enumerate().filter_map(read).collect();
    found.truncate(MAX_PROBLEMS);
    problems.append(&mut found);
    entries
}

fn read_entry(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Entry> {
    match judge(given) {
        Ok(entry) => Some(entry),
        Err((name, code, message)) => {
            problems.push(Problem::warning([path, name].concat(), code, message));
            None
        }
    }
}

fn judge(given: &Value) -> Result<Entry, (&'static str, Code, &'static str)> {
    if !given.is_object() {
        return Err(("", Code::Type, "This is no object; give kind, value and label."));
    }
    let Some(kind) = given["kind"].as_str().and_then(kind_of) else {
        let message = "The kind is not known; write userId, queueId, phone, flow or address.";
        return Err(("/kind", Code::UnknownValue, message));
    };
    let Some(value) = text(&given["value"]) else {
        return Err(("/value", Code::Required, "The value is missing; give the ID, number, flow or address as text."));
    };
    let needs_id = matches!(kind, TargetKind::UserId | TargetKind::QueueId);
    match prepare(kind, &value).0 {
        Target::Fine | Target::Sip if needs_id && is_no_id(&value) => {
            return Err(("/value", Code::UnknownValue, "This is a name, not an ID; give the ID in Genesys Cloud."));
        }
        Target::Fine => {}
        Target::Sip if !needs_id => {}
        Target::NoDigit => return Err(("/value", Code::UnknownValue, "A phone number needs digits; write them.")),
        _ => return Err(("/value", Code::EncodedTwice, "This is encoded already; give it as people write it.")),
    }
    let label = text(&given["label"]).unwrap_or_else(|| value.clone());
    let seconds = given["waitSeconds"].as_f64().filter(|seconds| *seconds >= 0.0 && *seconds < 1e9);
    Ok(Entry {
        kind,
        value,
        label,
        group: text(&given["group"]),
        available: given["available"].as_bool(),
        status: text(&given["status"]),
        wait_seconds: seconds,
        favourite: false,
        recent: false,
        configured: given["configured"] == true,
        typed: given["typed"] == true,
        sort: given["sort"].as_f64().unwrap_or(f64::MAX),
    })
}

/// The kind by its name in the builders, or by what people call it.
fn kind_of(name: &str) -> Option<TargetKind> {
    TargetKind::named(name).or(match name.trim().to_ascii_lowercase().as_str() {
        "agent" | "person" | "user" | "userid" => Some(TargetKind::UserId),
        "queue" | "queueid" => Some(TargetKind::QueueId),
        "number" | "phone" => Some(TargetKind::Phone),
        "flow" => Some(TargetKind::Flow),
        "address" => Some(TargetKind::Address),
        _ => None,
    })
}

/// A text on one line; `None` if it is blank or too long.
fn text(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    if text.is_empty() || text.len() > MAX_LEN {
        return None;
    }
    Some(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
}

/// What the agent typed, to compare names with.
struct Query {
    whole: String,
    words: Vec<String>,
    digits: String,
}

impl Query {
    fn of(text: &str) -> Query {
        let whole = fold(text);
        let words = words(&whole).map(str::to_owned).collect();
        Query { words, digits: digits(text), whole }
    }

    /// 0 where the name begins with the text, 1 where each word begins a word of the name, 2 of the name or the group, 3 where
    /// the name holds each somewhere; `None` where it does not.
    fn fit(&self, entry: &Entry) -> Option<u8> {
        let label = fold(&entry.label);
        if label.starts_with(&self.whole) {
            return Some(0);
        }
        let group = entry.group.as_deref().map(fold).unwrap_or_default();
        let begins = |name: &str, word: &str| words(name).any(|part| part.starts_with(word));
        let all = |fits: &dyn Fn(&str) -> bool| !self.words.is_empty() && self.words.iter().all(|word| fits(word));
        if all(&|word| begins(&label, word)) {
            return Some(1);
        }
        let is_number = matches!(entry.kind, TargetKind::Phone | TargetKind::Address);
        let has_digits = self.digits.len() >= MIN_DIGITS && digits(&entry.value).contains(&self.digits);
        if all(&|word| begins(&label, word) || begins(&group, word)) || (is_number && has_digits) {
            return Some(2);
        }
        all(&|word| label.contains(word)).then_some(3)
    }
}

/// The phone number that a text is.
fn typed_number(text: &str) -> Option<Entry> {
    let is_number =
        text.chars().all(|c| c.is_ascii_digit() || "+()-./ ".contains(c)) && digits(text).len() >= MIN_DIGITS;
    let given = serde_json::json!({ "kind": "phone", "value": text, "typed": true });
    if is_number { judge(&given).ok() } else { None }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case, and the Latin letters without their marks: who types "muller" means Müller too.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ą' | 'ă' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' => folded.push('d'),
            'è'..='ë' | 'ę' | 'ě' => folded.push('e'),
            'ì'..='ï' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ő' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ť' => folded.push('t'),
            'ù'..='ü' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            _ => folded.push(c),
        }
    }
    folded
}
