//! What an agent does with a consult transfer as a whole: each control sends one action or two, in order.

use serde::Serialize;

use super::Session;
use crate::command::vocabulary::Action;
use crate::interaction::phase::Phase;
use crate::string_enum::StringEnum;

crate::string_enum::string_enum! {
    /// A control of a consult transfer.
    ConsultControl {
        /// Hands the first party over to the second.
        Conclude = "conclude",
        /// Ends the call to the second party.
        Cancel = "cancel",
        /// Turns to the party that is on hold.
        Swap = "swap",
    }
}

/// One action of a control.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ConsultStep"))]
pub struct Step<'a> {
    /// The ID of the interaction that it is sent to.
    pub id: &'a str,
    /// The action's name.
    #[cfg_attr(feature = "typescript", ts(type = "SimpleAction"))]
    pub action: &'static str,
    /// How hold is to be; null of other actions.
    pub on: Option<bool>,
}

/// A control, and what it sends.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ConsultControl"))]
pub struct ControlView<'a> {
    /// The control's name.
    #[cfg_attr(feature = "typescript", ts(type = "'conclude' | 'cancel' | 'swap'"))]
    pub name: &'static str,
    /// Whether all of its actions are possible now.
    pub possible: bool,
    /// What it sends, in this order; empty while there is nothing to send.
    pub steps: Vec<Step<'a>>,
}

impl Session {
    /// The controls of the consult transfer that an interaction is a part of; none until both parts are known.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let (mut session, context) = (Session::default(), Context::default());
    /// let mut tell = |data: &str| drop(session.receive(&format!(r#"{{"type":"Interaction","category":"change","data":{data}}}"#), &context));
    /// tell(r#"{"id":"1","state":"HELD"}"#);
    /// tell(r#"{"id":"2","state":"CONNECTED","direction":"Outbound"}"#);
    /// let controls = session.consult_controls("2");
    /// assert_eq!((controls[0].name, controls[0].steps[0].id), ("conclude", "1"));
    /// ```
    pub fn consult_controls(&self, id: &str) -> Vec<ControlView<'_>> {
        let parts = self.interactions.iter().filter_map(|second| Some((second.consult_of()?, second)));
        let mut parts = parts.filter(|(first, second)| *first == id || second.id == id);
        let Some((first, second)) = parts.next() else { return Vec::new() };
        let is_held = |id: &str| self.interaction(id).is_some_and(|part| part.phase == Phase::Held);
        let second = second.id.as_str();
        let step = |id, action: Action, on| Step { id, action: action.as_str(), on };
        let control = |control: ConsultControl| {
            let steps = match control {
                // The one that is handed over is named, not the one that was called.
                ConsultControl::Conclude => vec![step(first, Action::ConcludeTransfer, None)],
                ConsultControl::Cancel => vec![step(second, Action::Disconnect, None)],
                ConsultControl::Swap => {
                    match [(first, second), (second, first)].into_iter().find(|(held, _)| is_held(held)) {
                        // Whoever is spoken to waits first, whether or not the client would see to that itself.
                        Some((held, spoken_to)) => {
                            vec![step(spoken_to, Action::Hold, Some(true)), step(held, Action::Hold, Some(false))]
                        }
                        None => Vec::new(),
                    }
                }
            };
            let is_possible = |step: &Step| self.allowed(step.id).iter().any(|action| action.as_str() == step.action);
            ControlView { name: control.as_str(), possible: !steps.is_empty() && steps.iter().all(is_possible), steps }
        };
        ConsultControl::ALL.iter().map(|one| control(*one)).collect()
    }
}
