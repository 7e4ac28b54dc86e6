//! How an org keeps its EngagementInteraction records.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::fields::Field;
use super::version;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::object_info::ObjectInfo;
use crate::salesforce::version::Version;
use crate::string_enum::StringEnum;

/// Maximum number of values of a picklist.
const MAX_VALUES: usize = 1_000;

/// The org's choices for EngagementInteraction records.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The API version; `None` when the object does not exist in the given one, so that nothing can be written.
    pub version: Option<Version>,
    /// What the current user may store.
    pub object: ObjectInfo,
    /// Fixed values by field. They override what the interaction says.
    pub values: Map<String, Value>,
    /// The org's own picklist values by field.
    picklists: LiteMap<&'static str, Vec<String>>,
}

impl Config {
    /// Reads `{apiVersion, values?, picklists?, objectInfo?}`, an untrusted value. What is wrong is left out and added to
    /// `problems`, with pointers below `path`.
    ///
    /// ```
    /// use patchbay::engagement::{fields::Field, config::Config};
    /// let given = serde_json::json!({ "apiVersion": "62.0", "picklists": { "Sentiment": ["Glad", "Sad"] } });
    /// let config = Config::read(&given, "", &mut Vec::new());
    /// assert_eq!(config.values_of(Field::Sentiment), ["Glad", "Sad"]);
    /// assert_eq!(config.values_of(Field::Type), ["Inbound", "Outbound"]);
    /// ```
    pub fn read(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Config {
        let version = version::read(&given["apiVersion"], &format!("{path}/apiVersion"), problems);
        let object = ObjectInfo::read(&given["objectInfo"], &format!("{path}/objectInfo"), problems);
        let values = object_of(&given["values"], &format!("{path}/values"), "{field: value}", problems);
        let lists = object_of(&given["picklists"], &format!("{path}/picklists"), "{field: [value, …]}", problems);
        let mut picklists = LiteMap::new();
        for (name, values) in lists.iter().filter_map(|(name, list)| read_picklist(name, list, path, problems)) {
            picklists.insert(name, values);
        }
        Config { version, object, values, picklists }
    }

    /// The values of a picklist field: the org's own, else the documented ones. Empty when the field takes any value.
    pub fn values_of(&self, field: Field) -> Vec<&str> {
        match self.picklists.get(field.as_str()) {
            Some(own) => own.iter().map(String::as_str).collect(),
            None => field.about().values.to_vec(),
        }
    }
}

fn object_of(given: &Value, path: &str, shape: &str, problems: &mut Vec<Problem>) -> Map<String, Value> {
    match given {
        Value::Null => Map::new(),
        Value::Object(object) => object.clone(),
        _ => {
            let message = format!("This is no object, so it is left out; give {shape}.");
            problems.push(Problem::error(path, Code::Type, message));
            Map::new()
        }
    }
}

fn read_picklist(
    name: &str,
    list: &Value,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<(&'static str, Vec<String>)> {
    let known = Field::ALL.iter().find(|field| field.as_str() == name && !field.about().values.is_empty());
    let values: Option<Vec<String>> = list.as_array().filter(|list| list.len() <= MAX_VALUES).and_then(|list| {
        list.iter().map(|value| value.as_str().map(str::to_owned).filter(|value| !value.trim().is_empty())).collect()
    });
    match (known, values) {
        (Some(known), Some(values)) if !values.is_empty() => Some((known.as_str(), values)),
        (known, _) => {
            let message = match known {
                None => "This is no picklist of EngagementInteraction; leave it out.",
                Some(_) => "This is no list of values, so the documented ones are used; give an array of texts.",
            };
            let path = pointer(&format!("{path}/picklists"), name);
            problems.push(Problem::error(path, Code::Type, message));
            None
        }
    }
}
