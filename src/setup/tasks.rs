//! Field mappings and task rules: where attributes and fixed values are stored, and what makes a log a logged call.

use serde_json::{Map, Value, json};

use super::Own;
use super::entry::Entry;
use crate::attribute::catalogue::Type;
use crate::interaction::Kind;
use crate::problem::{Code, Problem, Severity};
use crate::sort::sort_by;

/// The properties of a rule that the option has under the same name.
const OF_A_RULE: [&str; 4] = ["openStatus", "closedStatus", "closeWhen", "subtype"];

/// Puts the records into the options `fields` and `task`, unless code has the option.
pub(super) fn read<'a>(
    records: &Value,
    in_code: &dyn Fn(&str) -> Option<&'a Value>,
    options: &mut Value,
    own: &mut Own,
    problems: &mut Vec<Problem>,
) {
    let (mut fields, mut values, mut rules) = (Vec::new(), Vec::new(), Vec::new());
    let (has_fields, has_task) = (in_code("fields").is_none(), in_code("task").is_none());
    for entry in specific_first(&records["fieldMappings"], "Patchbay_Field_Mapping__mdt", problems) {
        let (attribute, value) = (entry.text("attribute"), entry.text("value"));
        let is_attribute = attribute.is_some();
        let problem = match (attribute, value) {
            (Some(_), Some(_)) => Some((
                "value",
                Code::NotAllowed,
                "Both an attribute and a fixed value are given, so nothing is stored; leave one empty.",
            )),
            (None, None) => Some((
                "attribute",
                Code::Required,
                "Neither an attribute nor a fixed value is given, so nothing is stored; give one of them.",
            )),
            _ => None,
        };
        if let Some((property, code, message)) = problem {
            problems.push(entry.problem(Severity::Error, property, code, message));
            continue;
        }
        let mut mapped = scope(&entry, is_attribute);
        mapped.insert("field".to_owned(), entry.get("field").clone());
        if is_attribute && has_fields {
            mapped.insert("attribute".to_owned(), attribute.into());
            fields.push(Value::Object(mapped));
            own.fields.push(entry.path);
        } else if !is_attribute && has_task {
            mapped.insert("value".to_owned(), value.into());
            values.push(Value::Object(mapped));
            own.values.push(entry.path);
        }
    }
    for entry in specific_first(&records["taskRules"], "Patchbay_Task_Rule__mdt", problems).iter().filter(|_| has_task)
    {
        let mut rule = scope(entry, false);
        if let Some(id) = record_type(entry, &records["recordTypes"], problems) {
            let mut value = rule.clone();
            value.insert("field".to_owned(), "RecordTypeId".into());
            value.insert("value".to_owned(), id);
            values.push(Value::Object(value));
            own.values.push([&entry.path, "/Record_Type__c"].concat());
        }
        for name in OF_A_RULE {
            if let Some(text) = entry.text(name) {
                rule.insert(name.to_owned(), text.into());
            }
        }
        rules.push(Value::Object(rule));
        own.rules.push(entry.path.clone());
    }
    if has_fields && !fields.is_empty() {
        options["fields"] = fields.into();
    }
    if has_task && !(values.is_empty() && rules.is_empty()) {
        options["task"] = json!({ "values": values, "rules": rules });
    }
}

/// The records of a type: those for one type and direction of interactions first, then those for one type, for one direction, and
/// for all. The first that applies counts.
fn specific_first<'a>(given: &'a Value, object: &str, problems: &mut Vec<Problem>) -> Vec<Entry<'a>> {
    let mut entries = Entry::records(given, object, problems);
    let rank = |entry: &Entry| (entry.text("types").is_none(), entry.text("directions").is_none());
    sort_by(&mut entries, |one, other| rank(one).cmp(&rank(other)));
    entries
}

/// `{types, directions}` of a record, as far as it names them.
fn scope(entry: &Entry, is_attribute: bool) -> Map<String, Value> {
    let mut scope = Map::new();
    if let Some(mut kind) = entry.text("types") {
        // The table of attributes calls it otherwise. Source: "Attribute synchronization".
        if is_attribute && kind.eq_ignore_ascii_case(Kind::Voicemail.as_str()) {
            kind = Type::Voicemail.as_str();
        }
        scope.insert("types".to_owned(), json!([kind]));
    }
    if let Some(direction) = entry.text("directions") {
        scope.insert("directions".to_owned(), json!([direction]));
    }
    scope
}

/// The ID of the record type that a rule names.
fn record_type(entry: &Entry, known: &Value, problems: &mut Vec<Problem>) -> Option<Value> {
    let name = entry.text("recordType")?;
    let known = known.as_object()?;
    let found = known.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
    if found.is_none() {
        let names: Vec<&str> = known.keys().map(String::as_str).collect();
        let list = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let message = [
            "Tasks have no record type of this developer name that you may use, so logs get the default one; you may use: ",
            &list,
            ".",
        ]
        .concat();
        problems.push(entry.problem(Severity::Error, "recordType", Code::UnknownValue, message));
    }
    found.map(|(_, id)| id.clone())
}
