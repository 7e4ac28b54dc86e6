//! The export of the EngagementInteraction builder.

use wasm_bindgen::prelude::*;

use crate::fault::{self, FaultPoint};
use crate::value;

/// `{record, mappedState, problems}` of an interaction and options, both JSON.
#[wasm_bindgen]
pub fn engagement(operation: &str, interaction: &str, options: &str) -> JsValue {
    fault::inject_fault(FaultPoint::Cold);
    value::write(&patchbay::engagement::answer(operation, &value::read(interaction), &value::read(options)))
}
