//! The org's configuration of its logs as tasks: the status while an interaction is live, when a log is closed, and fixed
//! values.

use serde_json::{Map, Value};

use super::status::Statuses;
use crate::attribute::mapping::Mapping;
use crate::closest_match::{Match, closest_match};
use crate::interaction::Kind;
use crate::interaction::phase::Phase;
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
/// Fields that identify a log, so they take no fixed value.
const KEYS: [&str; 2] = ["Id", "Patchbay_Segment__c"];
/// The properties of the configuration.
const PROPERTIES: [&str; 3] = ["openStatus", "closeWhen", "values"];
/// The properties of a fixed value.
const OF_A_VALUE: [&str; 4] = ["field", "value", "types", "directions"];

crate::string_enum::string_enum! {
    /// When a log is closed.
    CloseWhen {
        /// When the interaction is disconnected.
        Disconnected = "disconnected",
        /// When the interaction is wrapped up.
        WrappedUp = "wrappedUp",
    }
}

/// The configuration of logs as tasks.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskConfig {
    /// The status while the interaction is live; `None` leaves it to the org's default.
    open_status: Option<String>,
    close_when: CloseWhen,
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
    types: Vec<Kind>,
    directions: Vec<CallType>,
}

impl Default for TaskConfig {
    fn default() -> TaskConfig {
        TaskConfig { open_status: None, close_when: CloseWhen::Disconnected, values: Vec::new() }
    }
}

impl Fixed {
    /// Whether the value is for interactions of this type and direction.
    pub fn is_for(&self, kind: Kind, direction: CallType) -> bool {
        self.types.contains(&kind) && self.directions.contains(&direction)
    }

    fn covers(&self, other: &Fixed) -> bool {
        self.field == other.field
            && other.types.iter().all(|kind| self.types.contains(kind))
            && other.directions.iter().all(|direction| self.directions.contains(direction))
    }
}

impl TaskConfig {
    /// Whether the log is closed when its interaction is in this phase.
    pub fn is_closed_in(&self, phase: Phase) -> bool {
        match self.close_when {
            CloseWhen::Disconnected => phase.is_over(),
            CloseWhen::WrappedUp => phase.is_done(),
        }
    }

    /// The status of the log when its interaction is in this phase; `None` leaves it to the org. The org is known to have the
    /// status.
    pub fn status<'a>(&'a self, phase: Phase, statuses: &'a Statuses) -> Option<&'a str> {
        let closed = statuses.first_closed().filter(|_| self.is_closed_in(phase));
        closed.or_else(|| self.open_status.as_deref().filter(|open| statuses.is_closed(open) == Some(false)))
    }

    /// Reads `{openStatus, closeWhen, values: [{field, value, types, directions}]}`, an untrusted value. Wrong parts are left
    /// out and added to `problems`, with pointers below `path`.
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
            Value::Null => return config,
            Value::Object(given) => given,
            _ => {
                let message = "This is no object, so logs have no status and no fixed values of your choice; give {openStatus, closeWhen, values}.";
                problems.push(Problem::error(path, Code::Type, message));
                return config;
            }
        };
        check_properties(given, &PROPERTIES, path, problems);
        config.open_status =
            read_open_status(given.get("openStatus"), statuses, &format!("{path}/openStatus"), problems);
        match given.get("closeWhen") {
            None | Some(Value::Null) => {}
            Some(when) => match when.as_str().and_then(CloseWhen::named) {
                Some(when) => config.close_when = when,
                None => {
                    let message = "There is no such choice, so logs are closed when the interaction is disconnected; write disconnected or wrappedUp.";
                    problems.push(Problem::warning(format!("{path}/closeWhen"), Code::UnknownValue, message));
                }
            },
        }
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
        for (at, fixed) in self.values.iter_mut().enumerate() {
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

fn read_open_status(
    given: Option<&Value>,
    statuses: &Statuses,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let given = given.filter(|given| !given.is_null())?;
    let Some(name) = given.as_str().map(str::trim).filter(|name| !name.is_empty()) else {
        let message = "This is no status, so live logs have the default one; give its API name as text.";
        problems.push(Problem::error(path, Code::Type, message));
        return None;
    };
    if !statuses.is_known() {
        return Some(name.to_owned());
    }
    let open = statuses.open();
    let (code, message) = match closest_match(&open, name) {
        Match::Exact(_) => return Some(name.to_owned()),
        Match::LetterCase(at) => {
            let message = format!("Only letter case differs from a status of your organisation; write {}.", open[at]);
            problems.push(Problem::warning(path, Code::LetterCase, message));
            return Some(open[at].to_owned());
        }
        _ if statuses.is_closed(name).is_some() => {
            (Code::NotAllowed, format!("{name} closes a task, so live logs have the default status; give an open one."))
        }
        Match::Near(at) => (Code::UnknownValue, format!("Tasks have no status {name}; write {}.", open[at])),
        Match::Unknown => {
            let open = open.join(", ");
            (
                Code::UnknownValue,
                format!("Tasks have no status {name}, so live logs have the default one; write one of {open}."),
            )
        }
    };
    problems.push(Problem::error(path, code, message));
    None
}

fn read_fixed(given: &Value, object: &ObjectInfo, path: &str, problems: &mut Vec<Problem>) -> Option<Fixed> {
    let Some(given) = given.as_object() else {
        let message = "This is no fixed value; give {field, value}.";
        problems.push(Problem::error(path, Code::Type, message));
        return None;
    };
    check_properties(given, &OF_A_VALUE, path, problems);
    let types = read_names(given.get("types"), &format!("{path}/types"), problems);
    let directions = read_names(given.get("directions"), &format!("{path}/directions"), problems);
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
    Some(Fixed { field, value, types: types?, directions: directions? })
}

/// The named types or directions, all of them where none is given; `None` when no name can be used.
fn read_names<T: StringEnum>(given: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Option<Vec<T>> {
    let names = match given {
        None | Some(Value::Null) => return Some(T::ALL.to_vec()),
        Some(Value::Array(names)) if !names.is_empty() && names.len() <= T::ALL.len() => names,
        Some(_) => {
            let message = format!("This is no list of names; leave it out, or give some of {}.", T::NAMES.join(", "));
            problems.push(Problem::error(path, Code::Type, message));
            return None;
        }
    };
    let mut read = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let found = closest_match(T::NAMES, name.as_str().unwrap_or_default());
        if let Match::Exact(index) | Match::LetterCase(index) = found {
            read.push(T::ALL[index]);
        }
        let problem = match found {
            Match::Exact(_) => continue,
            Match::LetterCase(index) => {
                let message = format!("Only letter case differs; write {}.", T::NAMES[index]);
                Problem::warning(format!("{path}/{at}"), Code::LetterCase, message)
            }
            _ => {
                let message = format!("There is no such name; write one of {}.", T::NAMES.join(", "));
                Problem::error(format!("{path}/{at}"), Code::UnknownValue, message)
            }
        };
        problems.push(problem);
    }
    Some(read).filter(|read| !read.is_empty())
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
