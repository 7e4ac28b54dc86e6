//! What several of the tests ask in the same way.

use serde::Serialize;
use serde_json::Value;

/// What goes out as JSON, as a value to look into.
pub fn written(view: &impl Serialize) -> Value {
    serde_json::to_value(view).unwrap_or_default()
}
