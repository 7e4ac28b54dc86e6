//! Salesforce's own rules: record IDs, objects and their fields, the length of texts.
//!
//! - [`activity`]: which records an activity can refer to, as the org says.
//! - [`association`]: why a record is in a list of a log.
//! - [`record_id`]: record IDs of 15 and 18 characters, and the checksum between them.
//! - [`key_prefix`]: the object that an ID belongs to.
//! - [`record`]: a record, and the list of a log that it belongs in.
//! - [`field`]: a field of an object, and how it stores a value.
//! - [`object_info`]: what `getObjectInfo` says of an object for the current user.
//! - [`task`]: what Salesforce never takes for fields of a Task.
//! - [`text`]: the length of a text as Salesforce counts it.
//! - [`version`]: API versions.

pub mod activity;
pub mod association;
pub mod field;
pub mod key_prefix;
pub mod object_info;
pub mod record;
pub mod record_id;
pub mod task;
pub mod text;
pub mod version;
