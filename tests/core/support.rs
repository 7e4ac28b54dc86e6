//! What several of the tests ask in the same way.

use serde_json::Value;

/// What is written as JSON, as a value to look into.
pub fn written(write: impl FnOnce(&mut String)) -> Value {
    let mut out = String::new();
    write(&mut out);
    serde_json::from_str(&out).unwrap_or_default()
}
