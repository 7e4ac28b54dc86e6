//! Settings: judged now and then, so stock glue carries its objects.

use serde::Serialize;
use serde_json::{Value, json};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

use crate::settings::Report;
use crate::settings::measure::read_contacts;

/// A report that stays here, for the questions that are asked of it. JavaScript lets it go with its own object.
#[wasm_bindgen]
pub struct Settings(Report);

fn write(value: &Value) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

#[wasm_bindgen]
impl Settings {
    /// Judges a list of forms; what cannot be taken over is as good as nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(list: JsValue) -> Settings {
        Settings(Report::read(&from_value(list).unwrap_or_default()))
    }

    /// `{valid, problems, settings}`.
    ///
    /// # Errors
    ///
    /// None: every report can be written.
    pub fn write(&self) -> Result<JsValue, JsValue> {
        write(&self.0.write())
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

    /// `{answeredWithin, abandonRate, shortAbandons, problems}`.
    ///
    /// # Errors
    ///
    /// None: every measure can be written.
    pub fn measure(&self, group: Option<String>, contacts: JsValue) -> Result<JsValue, JsValue> {
        let (contacts, mut problems) = read_contacts(&from_value(contacts).unwrap_or_default());
        let measured = self.0.measure(group.as_deref(), &contacts);
        problems.extend(measured.is_none().then(Report::no_settings));
        write(&json!({
            "answeredWithin": measured.and_then(|measured| measured.answered_within),
            "abandonRate": measured.and_then(|measured| measured.abandon_rate),
            "shortAbandons": measured.map_or(0, |measured| measured.short_abandons),
            "problems": problems.iter().map(|problem| problem.write()).collect::<Vec<_>>(),
        }))
    }
}
