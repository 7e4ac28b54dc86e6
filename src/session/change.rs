//! What one message changed, and the public shape of what it changed, as JSON.

use serde_json::{Map, Value, json};

use super::{Agent, Session};
use crate::event::facts::{FlagFact, SecondsFact, TextFact};
use crate::interaction::{Consult, Interaction};
use crate::problem::Problem;

/// What one message changed; empty when nothing did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// IDs of the interactions that came, changed or were let go.
    pub interactions: Vec<String>,
    /// The agent's status, sub-status or routing status is another.
    pub agent: bool,
    /// Another interaction is selected, or none.
    pub selection: bool,
    /// What could not be used of the message.
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
        self.agent || self.selection || !self.interactions.is_empty()
    }

    pub(super) fn touch(&mut self, id: &str) {
        if !self.interactions.iter().any(|known| known == id) {
            self.interactions.push(id.to_owned());
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
            "problems": self.problems.iter().map(write_problem).collect::<Vec<_>>(),
        })
    }
}

/// A problem as JavaScript is told.
pub fn write_problem(problem: &Problem) -> Value {
    json!({
        "severity": problem.severity.as_str(),
        "path": problem.path,
        "code": problem.code.as_str(),
        "message": problem.message,
    })
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
