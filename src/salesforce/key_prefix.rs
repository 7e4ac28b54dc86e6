//! Key prefixes: the three characters that the IDs of all records of an object begin with. Standard objects have the same
//! prefix in every org; custom objects get theirs when they are made, so they are not in the table.

use super::record_id::RecordId;

/// The standard objects that logs and engagement records refer to, and their key prefixes.
const KEY_PREFIXES: [(&str, &str); 12] = [
    ("Account", "001"),
    ("Campaign", "701"),
    ("Case", "500"),
    ("Contact", "003"),
    ("Group", "00G"),
    ("Lead", "00Q"),
    ("Opportunity", "006"),
    ("RecordType", "012"),
    ("ServiceAppointment", "08p"),
    ("Task", "00T"),
    ("User", "005"),
    ("Visit", "0Z5"),
];

/// The API name of the object that an ID belongs to; `None` when its prefix is not in the table.
///
/// ```
/// use patchbay::salesforce::{key_prefix::object_of, record_id::RecordId};
/// let read = |text| RecordId::read(text, "", &mut Vec::new()).unwrap();
/// assert_eq!(object_of(&read("0035g00000LqT4r")), Some("Contact"));
/// assert_eq!(object_of(&read("a0K5g00000LqT4r")), None);
/// ```
pub fn object_of(id: &RecordId) -> Option<&'static str> {
    KEY_PREFIXES.iter().find(|(_, prefix)| *prefix == id.key_prefix()).map(|(object, _)| *object)
}

/// The documented spelling of a standard object's API name, given in any letter case; `None` when the object is not in
/// the table.
///
/// ```
/// use patchbay::salesforce::key_prefix::standard_object;
/// assert_eq!(standard_object("contact"), Some("Contact"));
/// assert_eq!(standard_object("Claim__c"), None);
/// ```
pub fn standard_object(api_name: &str) -> Option<&'static str> {
    KEY_PREFIXES.iter().map(|(object, _)| *object).find(|object| object.eq_ignore_ascii_case(api_name))
}
