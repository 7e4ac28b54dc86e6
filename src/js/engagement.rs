//! The EngagementInteraction builder: called now and then, so stock glue carries its objects.

use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

use crate::engagement;

/// `{record, mappedState, problems}` of an interaction; what cannot be taken over is as good as nothing.
///
/// # Errors
///
/// None: every answer can be written.
#[wasm_bindgen]
pub fn engagement(operation: &str, interaction: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let read = |value| from_value::<Value>(value).unwrap_or_default();
    let answer = engagement::answer(operation, &read(interaction), &read(options));
    Ok(answer.serialize(&Serializer::json_compatible())?)
}
