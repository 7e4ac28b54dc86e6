//! A record as the page knows it, and whether it is somebody (Name) or something (Related To).

use serde_json::{Map, Value};

use super::record_id::RecordId;
use crate::problem::{Code, Problem};

/// Objects whose records everybody's IDs begin with alike; custom objects get their prefix from the org.
const KEY_PREFIXES: [(&str, &str); 8] = [
    ("Account", "001"),
    ("Campaign", "701"),
    ("Case", "500"),
    ("Contact", "003"),
    ("Lead", "00Q"),
    ("Opportunity", "006"),
    ("Task", "00T"),
    ("User", "005"),
];
/// The longest name, in bytes, that is taken.
const MAX_NAME_LEN: usize = 1024;
/// The longest API name, namespace and suffix included.
const MAX_API_NAME_LEN: usize = 80;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The record's ID.
    pub id: RecordId,
    /// The API name of its object.
    pub object: String,
    /// What people call it.
    pub name: String,
    /// An account that is a person.
    pub person: bool,
    /// The contact that stands for a person account wherever a person is asked for.
    pub contact: Option<RecordId>,
}

/// Which list of an interaction log a record belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is somebody: the log's Name.
    Name,
    /// It is something: the log's Related To.
    RelatedTo,
}

impl Role {
    /// Both.
    pub const ALL: [Role; 2] = [Role::Name, Role::RelatedTo];

    /// The name that JavaScript sees.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Name => "name",
            Role::RelatedTo => "relatedTo",
        }
    }
}

impl Record {
    /// Where the record belongs, or `None` when it belongs nowhere. Source: seed 1, Name and Related To.
    ///
    /// ```
    /// use patchbay::salesforce::record::{Record, Role};
    /// let value = serde_json::json!({ "id": "5005g00000RvW2q", "objectApiName": "Case", "name": "00001026" });
    /// let case = Record::read(&value, "", &mut Vec::new()).unwrap();
    /// assert_eq!(case.role(), Some(Role::RelatedTo));
    /// ```
    pub fn role(&self) -> Option<Role> {
        match self.object.as_str() {
            "Contact" | "Lead" => Some(Role::Name),
            "Account" if self.person => Some(Role::Name),
            "Account" | "Opportunity" | "Campaign" | "Case" => Some(Role::RelatedTo),
            custom if custom.ends_with("__c") => Some(Role::RelatedTo),
            _ => None,
        }
    }

    /// Whether it is a lead, which Salesforce does not relate to anything.
    pub fn is_lead(&self) -> bool {
        self.object == "Lead"
    }

    /// The ID that stands for the record on an activity.
    pub fn activity_id(&self) -> RecordId {
        self.contact.unwrap_or(self.id)
    }

    /// Reads `{id, objectApiName, name, isPersonAccount?, personContactId?}`, of which nothing is trusted.
    pub fn read(value: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Record> {
        let Some(object) = value.as_object() else {
            let message = "The record is no object; give {id, objectApiName, name}.";
            problems.push(Problem::error(path, Code::Type, message));
            return None;
        };
        let id = read_id(object, "id", path, problems);
        let api_name = read_api_name(object.get("objectApiName"), &format!("{path}/objectApiName"), problems);
        let (id, api_name) = (id?, api_name?);
        check_prefix(id, &api_name, path, problems)?;
        let name = read_name(object.get("name"), &format!("{path}/name"), problems);
        let is_account = api_name == "Account";
        let person = match object.get("isPersonAccount") {
            None | Some(Value::Null | Value::Bool(false)) => false,
            Some(Value::Bool(true)) if is_account => true,
            Some(_) => {
                let message = "isPersonAccount is true or false, and of an account; it is passed over.";
                problems.push(Problem::warning(format!("{path}/isPersonAccount"), Code::Type, message));
                false
            }
        };
        let contact = object.get("personContactId").filter(|given| person && !given.is_null());
        let contact = contact.and_then(|_| read_id(object, "personContactId", path, problems));
        Some(Record { name: name.unwrap_or_else(|| id.to_string()), id, object: api_name, person, contact })
    }
}

fn read_id(object: &Map<String, Value>, property: &str, path: &str, problems: &mut Vec<Problem>) -> Option<RecordId> {
    let path = format!("{path}/{property}");
    match object.get(property) {
        Some(Value::String(text)) => RecordId::read(text, &path, problems),
        None | Some(Value::Null) => {
            problems.push(Problem::error(path, Code::Required, "The record's ID is missing; give it."));
            None
        }
        Some(_) => {
            problems.push(Problem::error(path, Code::Type, "The record's ID is not text; give it as text."));
            None
        }
    }
}

/// Whether text can be the API name of an object or a field.
///
/// ```
/// use patchbay::salesforce::record::is_api_name;
/// assert!(is_api_name("Queue_Name__c") && !is_api_name("Queue Name"));
/// ```
pub fn is_api_name(text: &str) -> bool {
    text.len() <= MAX_API_NAME_LEN
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn read_api_name(value: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let (code, message) = match value {
        Some(Value::String(text)) if is_api_name(text.trim()) => {
            let text = text.trim();
            // Letter case means nothing in API names.
            let known = KEY_PREFIXES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
            return Some(known.map_or(text, |(name, _)| name).to_owned());
        }
        None | Some(Value::Null) => (Code::Required, "objectApiName is missing; give the object's API name."),
        Some(_) => (Code::Type, "This is no API name of an object; give one, Contact or Claim__c for example."),
    };
    problems.push(Problem::error(path, code, message));
    None
}

fn check_prefix(id: RecordId, api_name: &str, path: &str, problems: &mut Vec<Problem>) -> Option<()> {
    let of_id = KEY_PREFIXES.iter().find(|(_, prefix)| *prefix == id.key_prefix());
    let of_name = KEY_PREFIXES.iter().find(|(name, _)| *name == api_name);
    if of_id == of_name || (of_id.is_none() && of_name.is_none()) {
        return Some(());
    }
    let message = match of_id {
        Some((known, _)) => {
            format!("{id} is the ID of a record of {known}, not of {api_name}; give the record's own ID and object.")
        }
        None => format!("{id} cannot be the ID of a record of {api_name}; give the record's own ID and object."),
    };
    problems.push(Problem::error(format!("{path}/id"), Code::UnknownValue, message));
    None
}

fn read_name(value: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Option<String> {
    match value {
        Some(Value::String(text)) if !text.trim().is_empty() && text.len() <= MAX_NAME_LEN => {
            return Some(text.trim().to_owned());
        }
        _ => {}
    }
    let message = "The record's name is missing, or is no short text; its ID is shown instead.";
    problems.push(Problem::warning(path, Code::Required, message));
    None
}
