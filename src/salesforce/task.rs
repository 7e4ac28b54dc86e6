//! What Salesforce never takes for fields of a Task. Source: "Task".

use serde_json::Value;

/// Fields that are filled only in a new Task.
pub const INSERT_ONLY: [&str; 1] = ["TaskSubtype"];
/// Fields that a Task cannot be without.
pub const REQUIRED: [&str; 3] = ["OwnerId", "Priority", "Status"];

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
