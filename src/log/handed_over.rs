//! Records that one side of a transfer hands over to the other, as two attributes of the interaction. No document of the
//! vendor describes them; production code writes them so. Whoever can set attributes can write anything, so nothing is believed
//! that is not a record's ID with a fitting object.

use serde_json::{Map, Value, json};

use super::Log;
use super::list::PickList;
use crate::attribute::catalogue::{MeasuredTimes, Name};
use crate::command::sensitive::holds_card_number;
use crate::host::is_host_name;
use crate::interaction::Interaction;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::key_prefix;
use crate::salesforce::record::{Record, is_api_name};
use crate::salesforce::record_id::RecordId;
use crate::{json, uri};

/// The record that pops on the other side: its ID, or a URL that holds it.
pub const URL_POP: &str = "sf_urlpop";
/// The records of Name and Related To: `{"Names": {key: {id, name, type}}, "Relates": {…}}`.
pub const ASSOCIATIONS: &str = "sf_workspaceassociations";
const NAMES: &str = "Names";
const RELATES: &str = "Relates";
/// Maximum length of a URL, in bytes.
const MAX_URL_LEN: usize = 4096;
/// Maximum length of the associations, in bytes.
const MAX_LEN: usize = 64 * 1024;
/// Maximum number of records that are read of one list.
const MAX_RECORDS: usize = 100;
/// Maximum number of records that are written of one list: attributes are short.
const MAX_WRITTEN: usize = 20;
/// Hosts whose URLs hold the IDs of the org's records.
const HOSTS: [&str; 4] = [".salesforce.com", ".force.com", ".salesforce.mil", ".cloudforce.com"];

/// What was handed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandedOver {
    /// The record that pops.
    pub popped: Option<Record>,
    /// The others.
    pub listed: Vec<Record>,
}

/// The two attributes as they came, to compare them with what came before; the names of several that differ.
pub fn texts(interaction: &Interaction) -> [Option<String>; 2] {
    [URL_POP, ASSOCIATIONS].map(|name| {
        let several = Name::Other(name.to_owned()).candidates(interaction).join(" ");
        text_of(name, interaction, &mut Vec::new()).or_else(|| (!several.is_empty()).then_some(several))
    })
}

/// An attribute, with or without the prefix `Participant.`, in any letter case.
fn text_of(name: &str, interaction: &Interaction, problems: &mut Vec<Problem>) -> Option<String> {
    let attribute = Name::Other(name.to_owned());
    if !attribute.candidates(interaction).is_empty() {
        let message = format!("There are several attributes {name} that differ, so none is used; write one.");
        problems.push(Problem::warning(format!("/attributes/{name}"), Code::NotAllowed, message));
        return None;
    }
    let value = attribute.value(interaction, MeasuredTimes::default(), None)?;
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Reads what was handed over. What is wrong is left out and added to `problems`.
pub fn read(interaction: &Interaction, problems: &mut Vec<Problem>) -> HandedOver {
    let popped = text_of(URL_POP, interaction, problems);
    let listed = text_of(ASSOCIATIONS, interaction, problems);
    HandedOver {
        popped: popped.and_then(|text| read_popped(&text, problems)),
        listed: listed.map(|text| read_associations(&text, problems)).unwrap_or_default(),
    }
}

fn read_popped(text: &str, problems: &mut Vec<Problem>) -> Option<Record> {
    let path = format!("/attributes/{URL_POP}");
    let mut refuse = |code, message: &str| {
        problems.push(Problem::warning(path.as_str(), code, message));
        None
    };
    if text.len() > MAX_URL_LEN {
        return refuse(Code::TooLong, "The record that was handed over is a very long text and is ignored.");
    }
    let (id, object) = if is_id_shaped(text) {
        (RecordId::read(text, &path, problems)?, None)
    } else {
        let Some(rest) = path_of(text) else {
            let message =
                "What was handed over is neither a record's ID nor a URL of Salesforce, so nothing of it is used.";
            return refuse(Code::UnknownValue, message);
        };
        let Some((id, object)) = find_id(&rest) else {
            return refuse(Code::UnknownValue, "The URL that was handed over holds no record's ID and is ignored.");
        };
        (id, object)
    };
    let Some(object) = key_prefix::object_of(&id).map(str::to_owned).or(object) else {
        let message = "The object of the record that was handed over is not known; the record joins once it is opened.";
        problems.push(Problem::info(path, Code::UnknownValue, message));
        return None;
    };
    let value = json!({ "id": id, "objectApiName": object, "name": id });
    Record::read(&value, &path, problems)
}

fn is_id_shaped(text: &str) -> bool {
    [15, 18].contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What follows the host of a URL of Salesforce, decoded; a path alone is one of this org. `None` for any other text.
fn path_of(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let rest = match scheme {
        Some(scheme) => {
            let rest = text.get(scheme.len()..)?;
            let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
            let host = rest[..end].to_ascii_lowercase();
            let host = host.strip_suffix(":443").unwrap_or(&host);
            if !is_host_name(host) || !HOSTS.iter().any(|known| host.ends_with(known)) {
                return None;
            }
            &rest[end..]
        }
        None if text.starts_with("//") || text.contains('\\') => return None,
        None if text.starts_with('/') => text,
        None => return None,
    };
    // A path that is a parameter of another is encoded twice.
    let once = uri::decode(rest).unwrap_or_else(|| rest.to_owned());
    Some(uri::decode(&once).unwrap_or(once))
}

/// The first record's ID in a path, and the object that the path names before it.
fn find_id(path: &str) -> Option<(RecordId, Option<String>)> {
    let mut before = ["", ""];
    for part in path.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        if is_id_shaped(part)
            && let Some(id) = RecordId::read(part, "", &mut Vec::new())
        {
            let [container, object] = before;
            let is_object = is_api_name(object)
                && (object.ends_with("__c")
                    || ["r", "sobject"].iter().any(|name| container.eq_ignore_ascii_case(name)));
            // Words may be as long as IDs.
            if key_prefix::object_of(&id).is_some() || is_object || part.bytes().any(|byte| byte.is_ascii_digit()) {
                return Some((id, is_object.then(|| object.to_owned())));
            }
        }
        before = [before[1], part];
    }
    None
}

fn read_associations(text: &str, problems: &mut Vec<Problem>) -> Vec<Record> {
    let path = format!("/attributes/{ASSOCIATIONS}");
    let mut records = Vec::new();
    let parsed = if text.len() > MAX_LEN { None } else { json::parse(text).ok() };
    let Some(Value::Object(lists)) = parsed else {
        let message =
            "The records that were handed over are no JSON object of at most 64 KiB, so nothing of them is used.";
        problems.push(Problem::warning(path, Code::Type, message));
        return records;
    };
    for (name, list) in &lists {
        let path = pointer(&path, name);
        if ![NAMES, RELATES].iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let message = format!("{name} is not known here and is ignored; {NAMES} and {RELATES} are read.");
            problems.push(Problem::info(path, Code::UnknownProperty, message));
            continue;
        }
        let entries: Vec<(String, &Value)> = match list {
            Value::Null => continue,
            Value::Object(list) => list.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(list) => list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
            _ => {
                let message = format!("{name} is not an object of records and is ignored.");
                problems.push(Problem::warning(path, Code::Type, message));
                continue;
            }
        };
        if entries.len() > MAX_RECORDS {
            let message = format!("{name} has more than 100 records; the rest is ignored.");
            problems.push(Problem::warning(path.as_str(), Code::TooLong, message));
        }
        for (key, value) in entries.into_iter().take(MAX_RECORDS) {
            records.extend(read_entry(value, &pointer(&path, &key), problems));
        }
    }
    records
}

fn read_entry(value: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Record> {
    let Some(entry) = value.as_object() else {
        problems.push(Problem::warning(path, Code::Type, "This is no record and is ignored; {id, name, type} is one."));
        return None;
    };
    let object = entry.get("type").filter(|object| !object.is_null()).or_else(|| entry.get("objectApiName"));
    let given = json!({ "id": entry.get("id"), "objectApiName": object, "name": entry.get("name") });
    let mut found = Vec::new();
    let record = Record::read(&given, path, &mut found);
    // It is what another side wrote, nothing that this page can mend.
    problems.extend(found.into_iter().map(|one| Problem::warning(one.path, one.code, one.message)));
    record
}

/// The attributes that hand the records of a log over; none when its lists are empty. The chosen record pops, that of Name
/// first.
pub fn write(log: &Log) -> Vec<(String, String)> {
    let chosen = log.name.chosen().or_else(|| log.related_to.chosen()).map(Record::activity_id);
    let lists = [write_list(&log.name), write_list(&log.related_to)];
    if lists.iter().all(Map::is_empty) {
        return Vec::new();
    }
    let [names, relates] = lists;
    let associations = json::write(&json!({ NAMES: names, RELATES: relates }));
    let popped = chosen.map(|id| (URL_POP.to_owned(), id.to_string()));
    popped.into_iter().chain([(ASSOCIATIONS.to_owned(), associations)]).collect()
}

/// The chosen record of a list, and those that joined last.
fn write_list(list: &PickList) -> Map<String, Value> {
    let others = list.records().iter().rev().filter(|record| Some(*record) != list.chosen());
    let written = list.chosen().into_iter().chain(others).take(MAX_WRITTEN).map(|record| {
        let id = record.activity_id();
        let object = key_prefix::object_of(&id).unwrap_or(&record.object);
        // No secret leaves as a name.
        let name = if holds_card_number(&record.name) { id.as_str() } else { &record.name };
        (id.to_string(), json!({ "id": id, "name": name, "type": object }))
    });
    // Collected, they would be sorted first.
    let mut list = Map::new();
    list.extend(written);
    list
}
