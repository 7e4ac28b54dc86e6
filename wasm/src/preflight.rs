//! The export of preflight.

use wasm_bindgen::prelude::*;

use crate::fault::{self, FaultPoint};
use crate::value;
use patchbay::json;
use patchbay::preflight::Report;

/// Judges facts of an org, JSON. Gives `{valid, problems, findings, listenFor}` as JSON.
#[wasm_bindgen]
pub fn preflight(facts: &str) -> String {
    fault::inject_fault(FaultPoint::Cold);
    json::write(&Report::read(&value::read(facts)))
}
