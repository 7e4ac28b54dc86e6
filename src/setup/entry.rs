//! One record of a custom metadata type, or one entry of a list in code: the same properties under two names.

use serde_json::Value;

use crate::log::records::{field_of, name_record};
use crate::problem::{Code, Problem, Severity, pointer};
use crate::sort::sort_by;

/// Maximum number of records of a type, and of entries in code.
const MAX_ENTRIES: usize = 1_000;

/// A record or an entry.
pub struct Entry<'a> {
    given: &'a Value,
    /// Where it stands: `/Patchbay_Status__mdt/Meal`, or `/statuses/0`.
    pub path: String,
    is_record: bool,
}

impl<'a> Entry<'a> {
    /// The records of a type, sorted by their names. What is no record is added to `problems`.
    pub fn records(given: &'a Value, object: &str, problems: &mut Vec<Problem>) -> Vec<Entry<'a>> {
        let name = |given: &'a Value| given["DeveloperName"].as_str();
        let path = |at: usize, given| pointer(&["/", object].concat(), name(given).unwrap_or(&at.to_string()));
        let mut entries = list(given, &["/", object].concat(), path, true, problems);
        sort_by(&mut entries, |one, other| name(one.given).cmp(&name(other.given)));
        entries
    }

    /// The entries of a list in code. What is no entry is added to `problems`.
    pub fn in_code(given: &'a Value, list_name: &str, problems: &mut Vec<Problem>) -> Vec<Entry<'a>> {
        let list_path = ["/", list_name].concat();
        list(given, &list_path, |at, _| pointer(&list_path, &at.to_string()), false, problems)
    }

    /// The value of a property.
    pub fn get(&self, property: &str) -> &'a Value {
        &self.given[if self.is_record { field_of(property) } else { property }]
    }

    /// The text of a property; `None` if there is none, or nothing but space.
    pub fn text(&self, property: &str) -> Option<&'a str> {
        self.get(property).as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Something that is wrong with a property.
    pub fn problem(&self, severity: Severity, property: &str, code: Code, message: impl Into<String>) -> Problem {
        let path = pointer(&self.path, property);
        let mut problem = Problem { severity, ..Problem::error(path, code, message) };
        if self.is_record {
            name_record(&mut problem, &self.path, field_of(property));
        }
        problem
    }
}

fn list<'a>(
    given: &'a Value,
    path: &str,
    path_of: impl Fn(usize, &'a Value) -> String,
    is_record: bool,
    problems: &mut Vec<Problem>,
) -> Vec<Entry<'a>> {
    let entries = match given {
        Value::Null => return Vec::new(),
        Value::Array(entries) if entries.len() <= MAX_ENTRIES => entries,
        _ => {
            let message = "This is no list of at most 1,000 entries, so there is none; give fewer.";
            problems.push(Problem::error(path, Code::Type, message));
            return Vec::new();
        }
    };
    let mut read = Vec::new();
    for (at, given) in entries.iter().enumerate() {
        let path = path_of(at, given);
        if given.is_object() {
            read.push(Entry { given, path, is_record });
        } else {
            let message = "This is no object, so it is left out; give one.";
            problems.push(Problem::error(path, Code::Type, message));
        }
    }
    read
}
