//! JavaScript values in and out of calls that are rare: settings and the EngagementInteraction builder. Everything that is
//! called often passes JSON text through [`crate::text_buffer`] instead.

#[cfg(any(feature = "settings", feature = "engagement"))]
use serde::Serialize;
use serde_json::Value;
#[cfg(any(feature = "settings", feature = "engagement"))]
use serde_wasm_bindgen::Serializer;
use serde_wasm_bindgen::from_value;
use wasm_bindgen::JsValue;

/// Reads a plain value; one that JSON cannot carry counts as null. JavaScript passes copies that it made itself, since
/// foreign objects may throw while they are read.
#[inline(never)] // A copy in each caller would be four kilobytes.
pub fn read(value: JsValue) -> Value {
    from_value(value).unwrap_or_default()
}

/// A plain JavaScript value, as JSON would carry it.
#[cfg(any(feature = "settings", feature = "engagement"))]
pub fn write(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}
