//! The EngagementInteraction builder: called now and then, so stock glue carries what it is given.

use serde_json::Value;
use serde_wasm_bindgen::from_value;
use wasm_bindgen::prelude::*;

use crate::fault::{self, FaultPoint};
use patchbay::engagement;

/// `{record, mappedState, problems}` of an interaction, as JSON; what cannot be taken over is as good as nothing.
#[wasm_bindgen]
pub fn engagement(operation: &str, interaction: JsValue, options: JsValue) -> String {
    fault::inject_fault(FaultPoint::Cold);
    let read = |value| from_value::<Value>(value).unwrap_or_default();
    engagement::answer(operation, &read(interaction), &read(options))
}
