//! What agents may choose of: their statuses, and the targets of transfers.

use serde::Serialize;
use serde_json::{Value, json};

use super::choice;
use super::entry::Entry;
use crate::command::build::{Builder, build};
use crate::command::finding::Found;
use crate::command::input::Input;
use crate::command::target;
use crate::command::vocabulary::TargetKind;
use crate::json;
use crate::problem::{Code, Problem, Severity};
use crate::sort::sort_by;
use crate::uri;

/// A status that agents may choose.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AgentStatus {
    /// The ID or the name in Genesys Cloud, as `updateStatus` takes it.
    id: String,
    /// What agents read.
    label: String,
    /// What the client calls it, `MEAL` for example: it is marked while an agent is in it.
    status: Option<String>,
    /// What the client calls its sub-status.
    sub_status: Option<String>,
}

/// A target of transfers.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TransferTarget {
    /// What agents read.
    label: String,
    /// The name of its property in the builders.
    kind: TargetKind,
    /// The raw text, as the builders take it.
    value: String,
    /// Under which heading it is shown.
    group: Option<String>,
    /// Its place: small numbers come first, and those without a number last.
    sort: Option<f64>,
}

/// The statuses of records, or of code; sorted.
pub(super) fn statuses(records: &Value, code: Option<&Value>, problems: &mut Vec<Problem>) -> Vec<AgentStatus> {
    let mut statuses: Vec<AgentStatus> = Vec::new();
    for entry in sorted(&records["statuses"], "Patchbay_Status__mdt", code, "statuses", problems) {
        let Some((id, label)) = needed(&entry, "id", problems).zip(needed(&entry, "label", problems)) else { continue };
        if statuses.iter().any(|other| other.id == id) {
            problems.push(entry.problem(Severity::Warning, "id", Code::NotAllowed, TWICE));
            continue;
        }
        let given = json!({ "id": id });
        if built(Builder::UpdateStatus, &given, &entry, "id", problems) {
            let text = |name| entry.text(name).map(str::to_owned);
            statuses.push(AgentStatus { id, label, status: text("status"), sub_status: text("subStatus") });
        }
    }
    statuses
}

/// The targets of records, or of code; sorted.
pub(super) fn transfer_targets(
    records: &Value,
    code: Option<&Value>,
    problems: &mut Vec<Problem>,
) -> Vec<TransferTarget> {
    let mut targets: Vec<TransferTarget> = Vec::new();
    for entry in sorted(&records["transferTargets"], "Patchbay_Transfer_Target__mdt", code, "transferTargets", problems)
    {
        let parts = ["label", "kind", "value"].map(|property| needed(&entry, property, problems));
        let [Some(label), Some(kind), Some(value)] = parts else { continue };
        let mut wrong = None;
        let kind = choice::<TargetKind>(&kind, "the target is left out", &mut wrong);
        if let Some(wrong) = wrong {
            problems.push(entry.problem(wrong.severity, "kind", wrong.code, wrong.message));
        }
        let Some(kind) = kind else { continue };
        if targets.iter().any(|other| (other.kind, &other.value) == (kind, &value)) {
            problems.push(entry.problem(Severity::Warning, "value", Code::NotAllowed, TWICE));
            continue;
        }
        let given = json!({ "id": "1", "target": { kind.as_str(): value } });
        if !built(Builder::BlindTransfer, &given, &entry, "value", problems) {
            continue;
        }
        let names_id = matches!(kind, TargetKind::UserId | TargetKind::QueueId);
        if names_id && target::is_no_id(&uri::encode(&value)) {
            let message = "This looks like no ID, so the transfer may go nowhere; give the ID of Genesys Cloud.";
            problems.push(entry.problem(Severity::Warning, "value", Code::UnknownValue, message));
        }
        let group = entry.text("group").map(str::to_owned);
        targets.push(TransferTarget { label, kind, value, group, sort: entry.get("sort").as_f64() });
    }
    targets
}

const TWICE: &str = "Another entry before this one is the same, so this one is left out; delete one of them.";

/// The entries of code, if it has any, or else those of records; by their numbers, then by their labels.
fn sorted<'a>(
    records: &'a Value,
    object: &str,
    code: Option<&'a Value>,
    list: &str,
    problems: &mut Vec<Problem>,
) -> Vec<Entry<'a>> {
    let mut entries = match code {
        Some(code) => Entry::in_code(code, list, problems),
        None => {
            let mut entries = Entry::records(records, object, problems);
            sort_by(&mut entries, |one, other| one.text("label").cmp(&other.text("label")));
            entries
        }
    };
    let sort = |entry: &Entry| entry.get("sort").as_f64().unwrap_or(f64::INFINITY);
    sort_by(&mut entries, |one, other| sort(one).total_cmp(&sort(other)));
    entries
}

/// The text of a property without which an entry is left out.
fn needed(entry: &Entry, property: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let text = entry.text(property);
    if text.is_none() {
        let message = "This is empty, so agents cannot choose the entry; fill it in.";
        problems.push(entry.problem(Severity::Error, property, Code::Required, message));
    }
    text.map(str::to_owned)
}

/// Whether the message that the agent's choice would send can be built; its problems are those of the entry.
fn built(builder: Builder, given: &Value, entry: &Entry, property: &str, problems: &mut Vec<Problem>) -> bool {
    let input = Input::read(&json::write(given)).unwrap_or(Input::UNREADABLE);
    let found = build(builder, &input).err().unwrap_or_default();
    for problem in found.iter().map(Found::problem) {
        problems.push(entry.problem(problem.severity, property, problem.code, problem.message));
    }
    found.is_empty()
}
