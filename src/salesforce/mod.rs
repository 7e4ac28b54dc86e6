//! What Salesforce means: record IDs, objects and their fields, the length of texts.
//!
//! - [`record_id`]: 15 and 18 characters, and the checksum between them.
//! - [`record`]: a record as the page knows it, and whether it is somebody or something.
//! - [`field`]: a field that may or may not be stored.
//! - [`object_info`]: the fields of an object, for this user.
//! - [`text`]: how long a text is.
//! - [`version`]: API versions.

pub mod field;
pub mod object_info;
pub mod record;
pub mod record_id;
pub mod text;
pub mod version;
