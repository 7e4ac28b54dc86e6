//! Settings: judged now and then, so stock glue carries its objects.

use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::from_value;
use wasm_bindgen::prelude::*;

use crate::fault::{self, FaultPoint};
use patchbay::json;
use patchbay::problem::Problem;
use patchbay::settings::Report;
use patchbay::settings::service_level::read_contacts;

/// A report that stays here, for the questions that are asked of it. JavaScript lets it go with its own object.
#[wasm_bindgen]
pub struct Settings(Report);

#[wasm_bindgen]
impl Settings {
    /// Judges a list of forms; what cannot be taken over is as good as nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(list: JsValue) -> Settings {
        fault::inject_fault(FaultPoint::Cold);
        Settings(Report::read(&from_value(list).unwrap_or_default()))
    }

    /// `{valid, problems, settings}`, as JSON.
    pub fn write(&self) -> String {
        json::write(&self.0.view())
    }

    /// The class of an activity, or of an agent as a session shows it.
    pub fn classify(&self, group: Option<String>, activity: JsValue) -> String {
        let activity: Value = from_value(activity).unwrap_or_default();
        let class = match &activity {
            Value::String(activity) => self.0.classify(group.as_deref(), activity),
            agent => self.0.classify_agent(group.as_deref(), agent),
        };
        class.as_str().to_owned()
    }

    /// `{answeredWithin, abandonRate, shortAbandons, problems}`, as JSON.
    pub fn measure(&self, group: Option<String>, contacts: JsValue) -> String {
        let (contacts, mut problems) = read_contacts(&from_value(contacts).unwrap_or_default());
        let measured = self.0.measure(group.as_deref(), &contacts);
        problems.extend(measured.is_none().then(Report::no_settings));
        json::write(&MeasuredView {
            answered_within: measured.and_then(|measured| measured.answered_within),
            abandon_rate: measured.and_then(|measured| measured.abandon_rate),
            short_abandons: measured.map_or(0, |measured| measured.short_abandons),
            problems,
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MeasuredView {
    answered_within: Option<f64>,
    abandon_rate: Option<f64>,
    short_abandons: u32,
    problems: Vec<Problem>,
}
