//! Which records an activity can refer to, and by which of its fields. The document names some objects; `getObjectInfo` of
//! Task names all of an org: those for which "Allow Activities" is selected. Source: "Attribute synchronization", Name and
//! Related To.

use super::object_info::ObjectInfo;
use super::record::{Record, Role};
use crate::problem::{Code, Problem, Reason};

/// Standard objects that no activity refers to in any org.
const NEVER: [&str; 4] = ["Event", "RecordType", "Task", "User"];

/// The list that a record belongs in, as far as Task is known. `None` when no activity can refer to it, or nobody knows; that
/// is added to `problems`, with pointers below `path`.
///
/// ```
/// use patchbay::salesforce::{activity::role, object_info::ObjectInfo, record::{Record, Role}};
/// use serde_json::json;
/// let what = json!({ "dataType": "Reference", "createable": true, "updateable": true, "referenceToInfos": [{ "apiName": "Asset" }] });
/// let task = ObjectInfo::read(&json!({ "fields": { "WhatId": what } }), "", &mut Vec::new());
/// let asset = Record::read(&json!({ "id": "02i5g00000RvW2q", "objectApiName": "Asset", "name": "Boiler" }), "", &mut Vec::new()).unwrap();
/// assert_eq!(role(&asset, &task, "", &mut Vec::new()), Some(Role::RelatedTo));
/// ```
pub fn role(record: &Record, task: &ObjectInfo, path: &str, problems: &mut Vec<Problem>) -> Option<Role> {
    let object = record.object.as_str();
    let role = record.role().unwrap_or(Role::RelatedTo);
    // A person account is referred to by its contact.
    let (field, target) = match role {
        Role::Name => ("WhoId", if object == "Lead" { object } else { "Contact" }),
        Role::RelatedTo => ("WhatId", object),
    };
    let message = match task.refers_to(field, target) {
        Some(true) => return Some(role),
        Some(false) => format!(
            "Activities cannot refer to a record of {object}, so {} joins no list; select Allow Activities for the object.",
            record.name
        ),
        None if record.role().is_some() => return Some(role),
        None if NEVER.contains(&object) => return None,
        None => format!(
            "Whether activities can refer to a record of {object} is not known, so {} joins no list; give objectInfo of Task.",
            record.name
        ),
    };
    let problem = Problem::info(format!("{path}/objectApiName"), Code::NotAllowed, message);
    problems.push(problem.because(Reason::NotRelated, vec![record.name.clone()]));
    None
}
