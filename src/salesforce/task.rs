//! What Salesforce never takes for fields of a Task. Source: "Task".

use serde_json::Value;

/// Fields that are filled only in a new Task.
pub const INSERT_ONLY: [&str; 1] = ["TaskSubtype"];
/// Fields that a Task cannot be without.
const REQUIRED: [&str; 3] = ["OwnerId", "Priority", "Status"];

/// Fields that keep their value when no other applies: Salesforce would put the user's default record type in the place of an
/// emptied one.
const LASTING: [&str; 1] = ["RecordTypeId"];
/// The objects that two lookups refer to; a queue is a Group.
const REFERENCES: [(&str, &[&str]); 2] = [("OwnerId", &["User", "Group"]), ("RecordTypeId", &["RecordType"])];

/// Whether a field keeps its value when no other applies.
///
/// ```
/// use patchbay::salesforce::task::is_lasting;
/// assert!(is_lasting("priority") && is_lasting("RecordTypeId") && !is_lasting("Description"));
/// ```
pub fn is_lasting(field: &str) -> bool {
    REQUIRED.iter().chain(&LASTING).any(|known| known.eq_ignore_ascii_case(field))
}

/// The objects that a lookup of every Task refers to; empty for other fields.
///
/// ```
/// use patchbay::salesforce::task::references;
/// assert_eq!(references("RecordTypeId"), ["RecordType"]);
/// ```
pub fn references(field: &str) -> &'static [&'static str] {
    let known = REFERENCES.iter().find(|(known, _)| known.eq_ignore_ascii_case(field));
    known.map_or(&[], |(_, objects)| objects)
}

/// Whether a Task takes a value for a field, when it `exists` already or else is to be created.
///
/// ```
/// use patchbay::salesforce::task::takes;
/// assert!(takes("TaskSubtype", &"Call".into(), false) && !takes("TaskSubtype", &"Call".into(), true));
/// assert!(!takes("Priority", &().into(), true));
/// ```
pub fn takes(field: &str, value: &Value, exists: bool) -> bool {
    let is_in = |fields: &[&str]| fields.iter().any(|known| known.eq_ignore_ascii_case(field));
    let is_late = exists && is_in(&INSERT_ONLY);
    let is_emptied = value.is_null() && is_in(&REQUIRED);
    !is_late && !is_emptied
}
