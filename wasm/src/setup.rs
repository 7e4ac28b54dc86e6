//! The export of the configuration in Setup.

use wasm_bindgen::prelude::*;

use crate::fault::{self, FaultPoint};
use crate::value;
use patchbay::json;
use patchbay::setup::Setup;

/// Reads the records of Setup and the options in code, both JSON, and checks them by what is known of the org, unless that is null. Gives
/// the options of a session, the choices of agents and what is wrong, as JSON.
#[wasm_bindgen]
pub fn configuration(records: &str, code: &str, infos: &str) -> String {
    fault::inject_fault(FaultPoint::Cold);
    let mut setup = Setup::read(&value::read(records), &value::read(code));
    let infos = value::read(infos);
    if infos.is_object() {
        setup.check(&infos);
    }
    json::write(&setup)
}
