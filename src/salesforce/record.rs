//! A record as the page knows it, and the list of an interaction log that it belongs in.

use serde_json::{Map, Value};

use super::association::AssociationReason;
use super::key_prefix;
use super::record_id::RecordId;
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;

/// Maximum length of a record's name, in bytes.
const MAX_NAME_LEN: usize = 1024;
/// Maximum number of records that a record is associated with.
const MAX_RELATED: usize = 20;
const LEAD: &str = "Lead";
const CONTACT: &str = "Contact";
const ACCOUNT: &str = "Account";
/// Maximum length of an API name, namespace and suffix included.
const MAX_API_NAME_LEN: usize = 80;

/// A Salesforce record that an activity can refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "SalesforceRecord"))]
pub struct Record {
    /// The record's ID, 15 or 18 characters.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub id: RecordId,
    /// The API name of its object, `Contact` for example. It may be left out where the ID tells it: of a standard object.
    #[cfg_attr(feature = "typescript", ts(rename = "objectApiName", as = "Option<String>", optional))]
    pub object: String,
    /// The record's name, or its ID when no name was given.
    pub name: String,
    /// What tells it from its namesakes, shown below the name: a contact's account, a case's subject.
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub detail: Option<String>,
    /// Of an account: whether it is a person account.
    #[cfg_attr(feature = "typescript", ts(rename = "isPersonAccount", as = "Option<bool>", optional))]
    pub is_person_account: bool,
    /// Of a person account: its contact. Activities refer to the contact, because their Name cannot be an account.
    #[cfg_attr(feature = "typescript", ts(rename = "personContactId", as = "Option<String>", optional = nullable))]
    pub person_contact: Option<RecordId>,
    /// Of a converted lead: the contact that it became. The log goes on with the contact.
    #[cfg_attr(feature = "typescript", ts(rename = "convertedContactId", as = "Option<String>", optional = nullable))]
    pub converted_contact: Option<RecordId>,
}

/// A record as the page or the store gives it: with the records that it is associated with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenRecord {
    /// The record itself.
    pub record: Record,
    /// Associated records, a contact's account for example: at most 20. They are offered in the lists too.
    pub related: Vec<Record>,
    /// Why the record is given, if whoever gives it says so.
    pub reason: Option<AssociationReason>,
    /// JSON Pointer of the record, for problems.
    pub path: String,
}

crate::string_enum::string_enum! {
    /// The list of an interaction log that a record belongs in.
    #[cfg_attr(feature = "typescript", ts(rename = "ListName"))]
    Role {
        /// Candidates for WhoId.
        Name = "name",
        /// Candidates for WhatId.
        RelatedTo = "relatedTo",
    }
}

impl Role {
    /// Both lists.
    pub const ALL: [Role; 2] = [Role::Name, Role::RelatedTo];
}

/// The standard objects that Related To takes in every org. Source: "Attribute synchronization", Related To.
pub const RELATED_TO: [&str; 4] = ["Account", "Opportunity", "Campaign", "Case"];

impl Record {
    /// The list that the record belongs in; `None` when its object belongs in neither. Source: "Attribute
    /// synchronization", Name and Related To.
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
            "Account" if self.is_person_account => Some(Role::Name),
            documented if RELATED_TO.contains(&documented) => Some(Role::RelatedTo),
            custom if custom.ends_with("__c") => Some(Role::RelatedTo),
            _ => None,
        }
    }

    /// Whether it is a lead that is not converted. An activity of a lead cannot be related to anything.
    pub fn is_lead(&self) -> bool {
        self.object == LEAD && self.converted_contact.is_none()
    }

    /// The ID that an activity stores for the record: of a person account, and of a converted lead, its contact's ID.
    pub fn activity_id(&self) -> RecordId {
        self.converted_contact.or(self.person_contact).unwrap_or(self.id)
    }

    /// Reads `{id, objectApiName?, name, detail?, isPersonAccount?, personContactId?, convertedContactId?}`, an untrusted value. Adds what is wrong to
    /// `problems`, with pointers below `path`; `None` when the ID or the object cannot be used.
    pub fn read(value: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Record> {
        let Some(object) = value.as_object() else {
            let message = "The record is no object; give {id, objectApiName, name}.";
            problems.push(Problem::error(path, Code::Type, message));
            return None;
        };
        let id = read_id(object, "id", path, problems);
        // The page may know the ID alone.
        let known = match object.get("objectApiName") {
            None | Some(Value::Null) => id.as_ref().and_then(key_prefix::object_of).map(str::to_owned),
            Some(_) => None,
        };
        let read_object = || read_api_name(object.get("objectApiName"), &format!("{path}/objectApiName"), problems);
        let api_name = known.or_else(read_object);
        let (id, api_name) = (id?, api_name?);
        check_prefix(id, &api_name, path, problems)?;
        let name = read_name(object.get("name"), &format!("{path}/name"), problems);
        let detail = object.get("detail").and_then(Value::as_str).map(str::trim);
        let is_account = api_name == ACCOUNT;
        let is_person_account = match object.get("isPersonAccount") {
            None | Some(Value::Null | Value::Bool(false)) => false,
            Some(Value::Bool(true)) if is_account => true,
            Some(_) => {
                let message = "isPersonAccount has to be true or false, and only accounts have it; it is ignored.";
                problems.push(Problem::warning(format!("{path}/isPersonAccount"), Code::Type, message));
                false
            }
        };
        let person_contact = object.get("personContactId").filter(|given| is_person_account && !given.is_null());
        let person_contact = person_contact.and_then(|_| read_id(object, "personContactId", path, problems));
        let converted = object.get("convertedContactId").filter(|given| api_name == LEAD && !given.is_null());
        let converted = converted.and_then(|_| read_id(object, "convertedContactId", path, problems));
        let converted_contact = converted.filter(|id| {
            let is_contact = key_prefix::object_of(id) == Some(CONTACT);
            if !is_contact {
                let message = format!("{id} is not the ID of a contact, so the lead counts as not converted.");
                problems.push(Problem::warning(format!("{path}/convertedContactId"), Code::UnknownValue, message));
            }
            is_contact
        });
        Some(Record {
            name: name.unwrap_or_else(|| id.to_string()),
            // One that is no short text says nothing to an agent.
            detail: detail.filter(|text| !text.is_empty() && text.len() <= MAX_NAME_LEN).map(str::to_owned),
            id,
            object: api_name,
            is_person_account,
            person_contact,
            converted_contact,
        })
    }
}

impl GivenRecord {
    /// Reads a [`Record`] with `related`, an array of others, and `reason`. Without a `detail` it has the name of the account among them. Adds what is wrong to `problems`; a wrong associated record is
    /// left out.
    pub fn read(value: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<GivenRecord> {
        let mut record = Record::read(value, path, problems)?;
        let path = path.to_owned();
        let related = match &value["related"] {
            Value::Null => Vec::new(),
            Value::Array(related) if related.len() <= MAX_RELATED => {
                let related = related.iter().enumerate();
                related
                    .filter_map(|(at, value)| Record::read(value, &format!("{path}/related/{at}"), problems))
                    .collect()
            }
            _ => {
                let message = "related is not an array of at most 20 records and is ignored.";
                problems.push(Problem::warning(format!("{path}/related"), Code::Type, message));
                Vec::new()
            }
        };
        let account = related.iter().find(|related| related.object == ACCOUNT);
        record.detail = record.detail.or_else(|| account.map(|account| account.name.clone()));
        let reason = read_reason(&value["reason"], &path, problems);
        Some(GivenRecord { record, related, reason, path })
    }

    /// The record that an activity can refer to now: of a converted lead its contact, with what it is associated with.
    pub fn current(self) -> GivenRecord {
        match self.contact() {
            Some(record) => GivenRecord { record, ..self },
            None => self,
        }
    }

    /// Of a converted lead: its contact. It has the lead's name, unless it is among the associated records.
    pub fn contact(&self) -> Option<Record> {
        let id = self.record.converted_contact?;
        Some(self.related.iter().find(|related| related.id == id).cloned().unwrap_or_else(|| Record {
            id,
            object: CONTACT.to_owned(),
            converted_contact: None,
            ..self.record.clone()
        }))
    }
}

fn read_reason(value: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<AssociationReason> {
    let reason = value.as_str().and_then(AssociationReason::named);
    if reason.is_none() && !value.is_null() {
        let names = AssociationReason::NAMES.join(", ");
        let message = format!("This is no reason and is ignored; write one of {names}, or leave it out.");
        problems.push(Problem::warning(format!("{path}/reason"), Code::UnknownValue, message));
    }
    reason
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
            return Some(key_prefix::standard_object(text).unwrap_or(text).to_owned());
        }
        None | Some(Value::Null) => (Code::Required, "objectApiName is missing; give the object's API name."),
        Some(_) => (Code::Type, "This is no API name of an object; give one, Contact or Claim__c for example."),
    };
    problems.push(Problem::error(path, code, message));
    None
}

/// IDs and objects that are not in the table of key prefixes are accepted together.
fn check_prefix(id: RecordId, api_name: &str, path: &str, problems: &mut Vec<Problem>) -> Option<()> {
    let object = key_prefix::object_of(&id);
    if object == key_prefix::standard_object(api_name) {
        return Some(());
    }
    let message = match object {
        Some(object) => {
            format!("{id} is the ID of a record of {object}, not of {api_name}; give the record's own ID and object.")
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
