//! Plain data of calls that are rare: settings, options and the EngagementInteraction builder. It comes as one JSON text,
//! which holds nothing foreign that could throw while it is read, and leaves as a JavaScript value.

use serde_json::Value;
#[cfg(any(feature = "settings", feature = "engagement"))]
use {serde::Serialize, serde_wasm_bindgen::Serializer, wasm_bindgen::JsValue};

use patchbay::json;

/// Reads a JSON text; one that cannot be read, or is nested too deep, counts as null.
pub fn read(text: &str) -> Value {
    json::parse(text).unwrap_or_default()
}

/// A plain JavaScript value, as JSON would carry it.
#[cfg(any(feature = "settings", feature = "engagement"))]
pub fn write(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}
