//! What one call changed, and the public shape of what it changed, as JSON.

use serde_json::{Map, Value, json};

use super::{Agent, Session};
use crate::event::facts::{FlagFact, SecondsFact, TextFact};
use crate::interaction::{Consult, Interaction};
use crate::log::Log;
use crate::log::write::write_entry;
use crate::problem::Problem;
use crate::salesforce::record::{Record, Role};

/// What became different in one list: one change for each list, however many records came.
#[derive(Clone, Debug, PartialEq)]
pub struct ListChange {
    /// The interaction's ID.
    pub id: String,
    /// Which of its lists.
    pub list: Role,
    /// Records that joined, or have another name.
    pub added: Vec<Record>,
}

/// What one call changed; empty when nothing did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// IDs of the interactions that came, changed or were let go.
    pub interactions: Vec<String>,
    /// The agent's status, sub-status or routing status is another.
    pub agent: bool,
    /// Another interaction is selected, or none.
    pub selection: bool,
    /// IDs of the interactions whose logs came, changed or were let go.
    pub logs: Vec<String>,
    /// What became different in the logs' lists.
    pub lists: Vec<ListChange>,
    /// What could not be used.
    pub problems: Vec<Problem>,
}

impl Change {
    /// Nothing but a problem.
    pub fn problem(problem: Problem) -> Change {
        Change { problems: vec![problem], ..Change::default() }
    }

    /// Whether everything is as before, and nothing was wrong with the message.
    pub fn is_empty(&self) -> bool {
        !self.is_real() && self.problems.is_empty()
    }

    /// Whether anything is different now.
    pub fn is_real(&self) -> bool {
        self.agent || self.selection || !(self.interactions.is_empty() && self.logs.is_empty() && self.lists.is_empty())
    }

    pub(super) fn touch(&mut self, id: &str) {
        if !self.interactions.iter().any(|known| known == id) {
            self.interactions.push(id.to_owned());
        }
    }

    pub(super) fn touch_log(&mut self, id: &str) {
        if !self.logs.iter().any(|known| known == id) {
            self.logs.push(id.to_owned());
        }
    }

    /// Something is different in a list: a record that joined, or, without one, the choice.
    pub(super) fn touch_list(&mut self, id: &str, list: Role, added: Option<Record>) {
        let known = self.lists.iter_mut().find(|change| change.id == id && change.list == list);
        match known {
            Some(change) => change.added.extend(added),
            None => self.lists.push(ListChange { id: id.to_owned(), list, added: added.into_iter().collect() }),
        }
        self.touch_log(id);
    }

    /// All there is, as if it had just come.
    pub(super) fn everything(&mut self, session: &Session) {
        self.interactions = session.interactions().iter().map(|interaction| interaction.id.clone()).collect();
        for log in session.logs() {
            self.touch_log(&log.id);
            for role in Role::ALL {
                let added = log.of(role).records().to_vec();
                self.lists.push(ListChange { id: log.id.clone(), list: role, added });
            }
        }
    }

    /// The change, and everything it speaks of in its new shape, as JavaScript takes it over.
    pub fn write(&self, session: &Session) -> Value {
        let changed = self.interactions.iter().map(|id| {
            let interaction = session.interaction(id).map_or(Value::Null, write_interaction);
            json!([id, interaction])
        });
        json!({
            "interactions": changed.collect::<Vec<_>>(),
            "agent": if self.agent { write_agent(session.agent()) } else { Value::Null },
            "selection": self.selection,
            "selected": session.selected().map(|interaction| &interaction.id),
            "logs": self.logs.iter().map(|id| json!([id, session.log(id).map(Log::write)])).collect::<Vec<_>>(),
            "lists": self.lists.iter().map(|change| change.write(session)).collect::<Vec<_>>(),
            "problems": self.problems.iter().map(Problem::write).collect::<Vec<_>>(),
        })
    }
}

impl ListChange {
    fn write(&self, session: &Session) -> Value {
        let chosen = session.log(&self.id).and_then(|log| log.of(self.list).chosen()).map(|record| record.id);
        json!({
            "id": self.id,
            "list": self.list.as_str(),
            "added": self.added.iter().map(|record| write_entry(record, chosen == Some(record.id))).collect::<Vec<_>>(),
            "selected": chosen.as_ref().map(|id| id.as_str()),
        })
    }
}

fn write_agent(agent: &Agent) -> Value {
    json!({ "status": agent.status, "subStatus": agent.sub_status, "routingStatus": agent.routing_status })
}

/// The interaction's public shape, and the actions that are possible now.
fn write_interaction(interaction: &Interaction) -> Value {
    let facts = &interaction.facts;
    let text = |fact| facts.text(fact);
    let address =
        text(TextFact::DisplayAddress).or_else(|| text(TextFact::Phone).map(without_scheme)).unwrap_or_default();
    let name = text(TextFact::RemoteName).or_else(|| text(TextFact::Name)).unwrap_or(address);
    let recording = text(TextFact::RecordingState).map(str::to_ascii_lowercase);
    let attributes: Map<String, Value> =
        facts.attributes().map(|(name, value)| (name.to_owned(), value.into())).collect();
    json!({
        "id": interaction.id,
        "kind": interaction.kind().as_str(),
        "phase": interaction.phase.as_str(),
        "direction": if interaction.is_outbound() { "outbound" } else { "inbound" },
        "live": interaction.is_live(),
        "internal": facts.flag(FlagFact::IsInternal) == Some(true),
        "consulting": interaction.consult.is_some(),
        "consultOf": match &interaction.consult {
            Some(Consult::Second(first)) => Some(first),
            _ => None,
        },
        "transferring": interaction.transferring,
        "name": name,
        "address": address,
        "queue": text(TextFact::QueueName),
        "startTime": text(TextFact::StartTime),
        "connectedTime": text(TextFact::ConnectedTime),
        "endTime": text(TextFact::EndTime),
        "recording": recording.filter(|state| ["active", "paused", "none"].contains(&state.as_str())),
        "securePause": facts.flag(FlagFact::SecurePause) == Some(true),
        "dialer": write_dialer(interaction),
        "wrapUpCode": text(TextFact::Disposition),
        "durationSeconds": facts.seconds(SecondsFact::Interaction),
        "attributes": attributes,
        "can": interaction.allowed().map(|action| action.as_str()).collect::<Vec<_>>(),
    })
}

fn write_dialer(interaction: &Interaction) -> Value {
    let facts = &interaction.facts;
    if facts.flag(FlagFact::IsDialer) != Some(true) {
        return Value::Null;
    }
    json!({
        "contactId": facts.text(TextFact::DialerContactId),
        "contactListId": facts.text(TextFact::DialerContactListId),
        "campaignId": facts.text(TextFact::DialerCampaignId),
    })
}

fn without_scheme(address: &str) -> &str {
    address.strip_prefix("tel:").or_else(|| address.strip_prefix("sip:")).unwrap_or(address)
}
