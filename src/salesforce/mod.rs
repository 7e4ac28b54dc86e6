//! What Salesforce means: record IDs, the objects they belong to, the length of texts.
//!
//! - [`record_id`]: 15 and 18 characters, and the checksum between them.
//! - [`record`]: a record as the page knows it, and whether it is somebody or something.
//! - [`text`]: how long a text is.

pub mod record;
pub mod record_id;
pub mod text;
