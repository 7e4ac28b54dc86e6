//! What a page holds that knows of the session only what it is told, change by change, as wasm/js/interactions.js and
//! wasm/js/logs.js take it over.

use std::collections::BTreeMap;

use patchbay::salesforce::record::Role;
use patchbay::session::Session;
use patchbay::session::runtime::Effects;
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};
use serde_json::Value;

use crate::support::written;

#[derive(Default)]
pub struct Page {
    phases: BTreeMap<String, Value>,
    logs: BTreeMap<String, Value>,
    lists: BTreeMap<(String, String), List>,
    selected: Value,
    agent: Value,
}

#[derive(Default)]
struct List {
    entries: Vec<(String, Value)>,
    chosen: Value,
}

impl Page {
    pub fn take(&mut self, outcome: &Effects, session: &Session) {
        if outcome.is_empty() {
            return;
        }
        let told = written(&outcome.view(session));
        let changes = |of: &str| told[of].as_array().cloned().unwrap_or_default();
        for change in changes("interactions") {
            let id = text(&change["id"]);
            match change.get("interaction") {
                Some(interaction) => self.phases.insert(id, interaction["phase"].clone()),
                None => self.phases.remove(&id),
            };
        }
        for change in changes("logs") {
            let id = text(&change["id"]);
            match change.get("log") {
                Some(Value::Null) => {
                    self.logs.remove(&id);
                    self.lists.retain(|(of, _), _| *of != id);
                }
                Some(log) => drop(self.logs.insert(id, log.clone())),
                // Its lists alone have grown.
                None => {}
            }
        }
        for change in changes("lists") {
            let list = self.lists.entry((text(&change["id"]), text(&change["list"]))).or_default();
            for entry in change["added"].as_array().into_iter().flatten() {
                let id = text(&entry["id"]);
                match list.entries.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, name)) => name.clone_from(&entry["name"]),
                    None => list.entries.push((id, entry["name"].clone())),
                }
            }
            list.chosen = change["selected"].clone();
        }
        if !told["agent"].is_null() {
            self.agent = told["agent"]["status"].clone();
        }
        if let Some(selected) = told.get("selected") {
            self.selected = selected.clone();
        }
    }

    /// Whether it knows all there is, as it is.
    pub fn knows(&self, session: &Session) -> Result<(), TestCaseError> {
        let phases = session.interactions().iter().map(|one| (one.id.clone(), one.phase.as_str().into()));
        prop_assert_eq!(&self.phases, &phases.collect::<BTreeMap<String, Value>>());
        prop_assert_eq!(&self.selected, &Value::from(session.selected().map(|one| one.id.as_str())));
        prop_assert_eq!(&self.agent, &Value::from(session.agent().status.as_deref()));
        prop_assert_eq!(self.logs.len(), session.logs().len());
        for log in session.logs() {
            prop_assert_eq!(self.logs.get(&log.id), Some(&written(&log.view())));
            for role in Role::ALL {
                let records = log.list(role).records().iter();
                let held: Vec<_> =
                    records.map(|record| (record.id.as_str().to_owned(), record.name.as_str().into())).collect();
                let list = self.lists.get(&(log.id.clone(), role.as_str().to_owned()));
                prop_assert_eq!(list.map_or(&[][..], |list| &list.entries), &held);
                let chosen = log.list(role).chosen().map(|record| record.id.as_str());
                prop_assert!(list.map_or(chosen.is_none(), |list| list.chosen == Value::from(chosen)));
            }
        }
        Ok(())
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
