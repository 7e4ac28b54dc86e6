//! The exports of the integration settings.

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use crate::fault::{self, FaultPoint};
use crate::value;
use patchbay::problem::Problem;
use patchbay::settings::Report;
use patchbay::settings::service_level::{Measured, read_contacts};

/// Settings that were read once and are asked several times. JavaScript frees them with its own object.
#[wasm_bindgen]
pub struct Settings(Report);

#[wasm_bindgen]
impl Settings {
    /// Reads a list of forms: JSON, without secrets.
    #[wasm_bindgen(constructor)]
    pub fn new(list: &str) -> Settings {
        fault::inject_fault(FaultPoint::Cold);
        Settings(Report::read(&value::read(list)))
    }

    /// `{valid, problems, settings}`.
    pub fn report(&self) -> JsValue {
        value::write(&self.0.view())
    }

    /// The class of an activity, or of an agent `{status, subStatus, routingStatus}`, as JSON.
    pub fn classify(&self, group: Option<String>, activity: &str) -> String {
        let class = match value::read(activity) {
            Value::String(activity) => self.0.classify(group.as_deref(), &activity),
            agent => self.0.classify_agent(group.as_deref(), &agent),
        };
        class.as_str().to_owned()
    }

    /// `{answeredWithin, abandonRate, shortAbandons, problems}` of contacts `[{waitSeconds, answered}]`, as JSON.
    #[wasm_bindgen(js_name = serviceLevel)]
    pub fn service_level(&self, group: Option<String>, contacts: &str) -> JsValue {
        let (contacts, mut problems) = read_contacts(&value::read(contacts));
        let measured = self.0.measure(group.as_deref(), &contacts);
        problems.extend(measured.is_none().then(Report::no_settings));
        let Measured { answered_within, abandon_rate, short_abandons } = measured.unwrap_or_default();
        value::write(&ServiceLevel { answered_within, abandon_rate, short_abandons, problems })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ServiceLevel {
    answered_within: Option<f64>,
    abandon_rate: Option<f64>,
    short_abandons: u32,
    problems: Vec<Problem>,
}
