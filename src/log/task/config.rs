//! The org's configuration of its logs as tasks: the status while an interaction is live, when a log is closed, and fixed
//! values.

use serde_json::{Map, Value};

use super::rule::Rule;
use super::status::Statuses;
use crate::attribute::mapping::Mapping;
use crate::interaction::Kind;
use crate::interaction::scope::Scope;
use crate::json;
use crate::log::fields::{CallType, Field};
use crate::outbox::Fields;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::field::{Field as KnownField, Operation};
use crate::salesforce::object_info::ObjectInfo;
use crate::salesforce::record::is_api_name;
use crate::salesforce::record_id::RecordId;
use crate::salesforce::{key_prefix, task};
use crate::string_enum::StringEnum;

/// Maximum number of fixed values.
const MAX_VALUES: usize = 800;
/// Maximum number of rules; there are far fewer types and directions.
const MAX_RULES: usize = 100;
/// Fields that identify a log, so they take no fixed value.
const KEYS: [&str; 2] = ["Id", "Patchbay_Segment__c"];
/// The properties of the configuration.
const PROPERTIES: [&str; 6] = ["openStatus", "closedStatus", "closeWhen", "subtype", "rules", "values"];
/// The properties of a rule.
const OF_A_RULE: [&str; 6] = ["types", "directions", "openStatus", "closedStatus", "closeWhen", "subtype"];
/// The properties of a fixed value.
const OF_A_VALUE: [&str; 4] = ["field", "value", "types", "directions"];

/// The configuration of logs as tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskConfig {
    /// What is decided of all logs.
    general: Rule,
    /// What is decided of some, before the general rule. The first that applies counts.
    rules: Vec<Rule>,
    /// Fixed values. If several apply to one field, the first counts.
    pub values: Vec<Fixed>,
}

/// A fixed value: the value of a field for some types and directions of interactions.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixed {
    /// The field's API name.
    pub field: String,
    /// Text, a number, true or false.
    pub value: Value,
    scope: Scope,
    /// Where it stands in the list that was given.
    at: usize,
}

impl Fixed {
    /// Whether the value is for interactions of this type and direction.
    pub fn is_for(&self, kind: Kind, direction: CallType) -> bool {
        self.scope.is_for(kind, direction)
    }

    fn covers(&self, other: &Fixed) -> bool {
        self.field == other.field && self.scope.covers(&other.scope)
    }
}

impl TaskConfig {
    /// The rule for interactions of this type and direction.
    pub fn rule(&self, kind: Kind, direction: CallType) -> &Rule {
        self.rules.iter().find(|rule| rule.is_for(kind, direction)).unwrap_or(&self.general)
    }

    /// Reads `{openStatus, closedStatus, closeWhen, subtype, rules: [{types, directions, openStatus, …}], values: [{field, value, types,
    /// directions}]}`, an untrusted value. Wrong parts are left out and added to `problems`, with pointers below `path`.
    ///
    /// ```
    /// use patchbay::log::task::{config::TaskConfig, status::Statuses};
    /// let mut problems = Vec::new();
    /// let given = serde_json::json!({ "values": [{ "field": "Status", "value": "Completed" }] });
    /// TaskConfig::read(&given, &Default::default(), &Statuses::default(), "/task", &mut problems);
    /// assert_eq!(problems[0].path, "/task/values/0/field");
    /// ```
    pub fn read(
        given: &Value,
        object: &ObjectInfo,
        statuses: &Statuses,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> TaskConfig {
        let mut config = TaskConfig::default();
        let given = match given {
            Value::Null => {
                check_default_status(statuses, path, problems);
                return config;
            }
            Value::Object(given) => given,
            _ => {
                let message = "This is no object, so logs have no status and no fixed values of your choice; give {openStatus, closeWhen, values}.";
                problems.push(Problem::error(path, Code::Type, message));
                return config;
            }
        };
        check_properties(given, &PROPERTIES, path, problems);
        config.general = Rule::read(given, statuses, path, problems);
        if config.general.open_status.is_none() {
            check_default_status(statuses, path, problems);
        }
        config.read_rules(given.get("rules"), statuses, &format!("{path}/rules"), problems);
        config.read_values(given.get("values"), object, &format!("{path}/values"), problems);
        config
    }

    /// The configured spelling of a field with a fixed value; `None` when it has none. Letter case means nothing in API names.
    pub fn spelling(&self, field: &str) -> Option<&str> {
        let fixed = self.values.iter().find(|fixed| fixed.field.eq_ignore_ascii_case(field))?;
        Some(&fixed.field)
    }

    /// The fields that hold one of their fixed values.
    pub fn fixed_among(&self, fields: &Fields) -> Vec<String> {
        let is_fixed = |field: &str, value: &Value| {
            self.values.iter().any(|fixed| fixed.field.eq_ignore_ascii_case(field) && fixed.value == *value)
        };
        fields.iter().filter(|(field, value)| is_fixed(field, value)).map(|(field, _)| field.clone()).collect()
    }

    /// Reports the mapped attributes that take precedence over a fixed value, and takes over the mapping's spelling of the field.
    pub fn check_mapping(&mut self, mapping: &Mapping, path: &str, problems: &mut Vec<Problem>) {
        for fixed in &mut self.values {
            let at = fixed.at;
            let entry = mapping.entries().iter().find(|entry| entry.field.eq_ignore_ascii_case(&fixed.field));
            if let Some(entry) = entry {
                fixed.field.clone_from(&entry.field);
                let message = format!(
                    "{} is mapped to {} too, and takes precedence where an interaction has it.",
                    entry.spelling, fixed.field
                );
                problems.push(Problem::warning(format!("{path}/values/{at}"), Code::NotAllowed, message));
            }
        }
    }

    fn read_rules(&mut self, given: Option<&Value>, statuses: &Statuses, path: &str, problems: &mut Vec<Problem>) {
        let rules = match given {
            None | Some(Value::Null) => return,
            Some(Value::Array(rules)) if rules.len() <= MAX_RULES => rules,
            Some(_) => {
                let message =
                    "This is no list of at most 100 rules, so there is none; give [{types, directions, openStatus}].";
                return problems.push(Problem::error(path, Code::Type, message));
            }
        };
        for (at, given) in rules.iter().enumerate() {
            let path = format!("{path}/{at}");
            let Some(given) = given.as_object() else {
                let message =
                    "This is no rule; give {types, directions, openStatus, closedStatus, closeWhen, subtype}.";
                problems.push(Problem::error(path, Code::Type, message));
                continue;
            };
            check_properties(given, &OF_A_RULE, &path, problems);
            let Some(scope) = Scope::read(given, &path, problems) else { continue };
            let mut rule = Rule::read(given, statuses, &path, problems);
            rule.scope = scope;
            if self.rules.iter().any(|earlier| earlier.scope.covers(&rule.scope)) {
                let message = "A rule before this one is for all that this one is for; leave one out.";
                problems.push(Problem::warning(path, Code::NotAllowed, message));
                continue;
            }
            self.rules.push(rule);
        }
    }

    fn read_values(&mut self, given: Option<&Value>, object: &ObjectInfo, path: &str, problems: &mut Vec<Problem>) {
        let values = match given {
            None | Some(Value::Null) => return,
            Some(Value::Array(values)) if values.len() <= MAX_VALUES => values,
            Some(_) => {
                let message = "This is no list of at most 800 values, so none is fixed; give [{field, value}].";
                return problems.push(Problem::error(path, Code::Type, message));
            }
        };
        for (at, value) in values.iter().enumerate() {
            let path = format!("{path}/{at}");
            let Some(mut fixed) = read_fixed(value, object, &path, problems) else { continue };
            fixed.at = at;
            if let Some(spelling) = self.spelling(&fixed.field) {
                fixed.field = spelling.to_owned();
            }
            if self.values.iter().any(|earlier| earlier.covers(&fixed)) {
                let message = format!(
                    "An entry before this one fixes {} for all that this one is for; leave one out.",
                    fixed.field
                );
                problems.push(Problem::warning(path, Code::NotAllowed, message));
                continue;
            }
            self.values.push(fixed);
        }
    }
}

fn check_properties(given: &Map<String, Value>, known: &[&str], path: &str, problems: &mut Vec<Problem>) {
    for name in given.keys().filter(|name| !known.contains(&name.as_str())) {
        let message = format!("There is no such choice, so it is ignored; write {}.", known.join(", "));
        problems.push(Problem::warning(pointer(path, name), Code::UnknownProperty, message));
    }
}

/// Logs of live interactions have the default status where no other is chosen. Source: "TaskStatus", `IsDefault`.
fn check_default_status(statuses: &Statuses, path: &str, problems: &mut Vec<Problem>) {
    if let Some(name) = statuses.closed_default() {
        let message = format!(
            "The default status {name} closes a task, so logs of live interactions are closed too; give an open one."
        );
        problems.push(Problem::warning(format!("{path}/openStatus"), Code::NotAllowed, message));
    }
}

fn read_fixed(given: &Value, object: &ObjectInfo, path: &str, problems: &mut Vec<Problem>) -> Option<Fixed> {
    let Some(given) = given.as_object() else {
        let message = "This is no fixed value; give {field, value}.";
        problems.push(Problem::error(path, Code::Type, message));
        return None;
    };
    check_properties(given, &OF_A_VALUE, path, problems);
    let scope = Scope::read(given, path, problems);
    let field = read_field(given.get("field"), object, &format!("{path}/field"), problems)?;
    let value = match given.get("value") {
        Some(value @ (Value::String(_) | Value::Number(_) | Value::Bool(_))) if value != "" => value.clone(),
        _ => {
            let message = format!("There is no value for {field}; give text, a number, true or false.");
            problems.push(Problem::error(format!("{path}/value"), Code::Type, message));
            return None;
        }
    };
    if let Err(message) = check_reference(&field, &value, object) {
        problems.push(Problem::error(format!("{path}/value"), Code::UnknownValue, message));
        return None;
    }
    check_access(&field, &value, object, path, problems);
    Some(Fixed { field, value, scope: scope?, at: 0 })
}

fn read_field(given: Option<&Value>, object: &ObjectInfo, path: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let given = given.and_then(Value::as_str).map(str::trim).filter(|field| is_api_name(field));
    let Some(field) = given else {
        let message = "This is no API name of a field; give one, Priority for example.";
        problems.push(Problem::error(path, Code::Type, message));
        return None;
    };
    if let Some(own) = Field::NAMES.iter().chain(&KEYS).find(|own| own.eq_ignore_ascii_case(field)) {
        let advice =
            if *own == Field::Status.as_str() { "write openStatus and closeWhen" } else { "give another field" };
        let message = format!("{own} is filled by Patchbay itself; {advice}.");
        problems.push(Problem::error(path, Code::NotAllowed, message));
        return None;
    }
    Some(object.spelling(field).to_owned())
}

/// Checks that the ID in a lookup is of an object that the lookup refers to. The owner and the record type are checked without
/// `getObjectInfo` too; IDs with unknown key prefixes are accepted elsewhere.
fn check_reference(field: &str, value: &Value, object: &ObjectInfo) -> Result<(), String> {
    let id = value.as_str().and_then(|text| RecordId::read(text.trim(), "", &mut Vec::new()));
    let known = task::references(field);
    let Some(id) = id else { return Ok(()) };
    let is_allowed = match key_prefix::object_of(&id) {
        Some(of) if known.is_empty() => object.refers_to(field, of) != Some(false),
        Some(of) => known.contains(&of),
        None => known.is_empty(),
    };
    if is_allowed {
        return Ok(());
    }
    let own = object.field(field).map(KnownField::references).unwrap_or_default();
    let objects = if known.is_empty() { own.join(", ") } else { known.join(", ") };
    Err(format!("{field} cannot refer to {id}, so it is left out; give the ID of a record of {objects}."))
}

/// Reports once that the value cannot be stored; the log of each interaction reports it too.
fn check_access(field: &str, value: &Value, object: &ObjectInfo, path: &str, problems: &mut Vec<Problem>) {
    if !object.is_known() {
        return;
    }
    let message = match object.field(field).map(|known| (known.allow(Operation::Create), known.convert(value))) {
        Some((Ok(()), Ok(_))) => return,
        Some((Ok(()), Err(reason))) => {
            let message = format!("The value of {field} is not stored: {}.", reason.sentence());
            return problems.push(Problem::error(format!("{path}/value"), Code::NotStored, message));
        }
        Some((Err(reason), _)) => format!("{field} is not stored: {}.", reason.sentence()),
        None => format!(
            "There is no field {field} that you may see, so nothing is stored there; give another, or ask for access to it."
        ),
    };
    problems.push(Problem::error(format!("{path}/field"), Code::NotStored, message));
}

/// The value as people write it.
pub(super) fn in_words(value: &Value) -> String {
    value.as_str().map_or_else(|| json::write(value), str::to_owned)
}
