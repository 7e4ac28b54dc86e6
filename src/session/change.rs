//! What one call changed, and the public shape of what it changed, as JSON.

use super::{Agent, Session};
use crate::event::facts::{FlagFact, SecondsFact, TextFact};
use crate::interaction::Interaction;
use crate::json::write::{self, Object};
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
    /// IDs of those whose attributes are different.
    pub attributes: Vec<String>,
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
    /// IDs of the logs that the agent has worked on here, whether or not that is seen: they are this page's to keep.
    pub(super) worked_on: Vec<String>,
    /// The client has selected another interaction, whether or not that is seen.
    pub(super) reselected: bool,
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

    /// Whether anything is to be kept, also if it is not seen.
    pub(super) fn is_kept(&self) -> bool {
        self.is_real() || self.reselected || !self.worked_on.is_empty()
    }

    pub(super) fn touch(&mut self, id: &str) {
        if !self.interactions.iter().any(|known| known == id) {
            self.interactions.push(id.to_owned());
        }
    }

    pub(super) fn touch_attributes(&mut self, id: &str) {
        if !self.attributes.iter().any(|known| known == id) {
            self.attributes.push(id.to_owned());
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
        self.attributes.clone_from(&self.interactions);
        for log in session.logs() {
            self.touch_whole(log);
        }
    }

    /// A log and all that is in its lists.
    pub(super) fn touch_whole(&mut self, log: &Log) {
        self.touch_log(&log.id);
        for role in Role::ALL {
            let added = log.of(role).records().to_vec();
            self.lists.push(ListChange { id: log.id.clone(), list: role, added });
        }
    }

    /// The change, and everything it speaks of in its new shape, as fields of what JavaScript takes over.
    pub fn write(&self, session: &Session, object: &mut Object) {
        object.array("interactions", &self.interactions, |id, out| {
            out.push('[');
            write::text(id, out);
            out.push(',');
            match session.interaction(id) {
                Some(interaction) => {
                    write_interaction(interaction, self.attributes.contains(id), out);
                    out.push(',');
                    write::array(interaction.allowed(), out, |action, out| write::text(action.as_str(), out));
                }
                None => out.push_str("null"),
            }
            out.push(']');
        });
        if self.agent {
            write_agent(session.agent(), object.field("agent"));
        } else {
            object.raw("agent", "null");
        }
        object
            .flag("selection", self.selection)
            .optional("selected", session.selected().map(|interaction| interaction.id.as_str()))
            .array("logs", &self.logs, |id, out| {
                out.push('[');
                write::text(id, out);
                out.push(',');
                match session.log(id) {
                    Some(log) => log.write(out),
                    None => out.push_str("null"),
                }
                out.push(']');
            })
            .array("lists", &self.lists, |change, out| change.write(session, out))
            .array("problems", &self.problems, Problem::write);
    }
}

impl ListChange {
    fn write(&self, session: &Session, out: &mut String) {
        let chosen = session.log(&self.id).and_then(|log| log.of(self.list).chosen()).map(|record| record.id);
        Object::begin(out)
            .text("id", &self.id)
            .text("list", self.list.as_str())
            .array("added", &self.added, |record, out| write_entry(record, chosen == Some(record.id), out))
            .optional("selected", chosen.as_ref().map(|id| id.as_str()))
            .end();
    }
}

fn write_agent(agent: &Agent, out: &mut String) {
    Object::begin(out)
        .optional("status", agent.status.as_deref())
        .optional("subStatus", agent.sub_status.as_deref())
        .optional("routingStatus", agent.routing_status.as_deref())
        .end();
}

/// The interaction's public shape. Attributes that are as before are null: there may
/// be hundreds, and JavaScript has them.
fn write_interaction(interaction: &Interaction, with_attributes: bool, out: &mut String) {
    let facts = &interaction.facts;
    let text = |fact| facts.text(fact);
    let address =
        text(TextFact::DisplayAddress).or_else(|| text(TextFact::Phone).map(without_scheme)).unwrap_or_default();
    let recording = text(TextFact::RecordingState).map(str::to_ascii_lowercase);
    let mut object = Object::begin(out);
    object
        .text("id", &interaction.id)
        .text("kind", interaction.kind().as_str())
        .text("phase", interaction.phase.as_str())
        .text("direction", if interaction.is_outbound() { "outbound" } else { "inbound" })
        .flag("live", interaction.is_live())
        .flag("internal", facts.flag(FlagFact::IsInternal) == Some(true))
        .flag("consulting", interaction.consult.is_some())
        .optional("consultOf", interaction.consult_of())
        .flag("transferring", interaction.transferring)
        .text("name", text(TextFact::RemoteName).or_else(|| text(TextFact::Name)).unwrap_or(address))
        .text("address", address)
        .optional("queue", text(TextFact::QueueName))
        .optional("startTime", text(TextFact::StartTime))
        .optional("connectedTime", text(TextFact::ConnectedTime))
        .optional("endTime", text(TextFact::EndTime))
        .optional("recording", recording.as_deref().filter(|state| ["active", "paused", "none"].contains(state)))
        .flag("securePause", facts.flag(FlagFact::SecurePause) == Some(true));
    if facts.flag(FlagFact::IsDialer) == Some(true) {
        Object::begin(object.field("dialer"))
            .optional("contactId", text(TextFact::DialerContactId))
            .optional("contactListId", text(TextFact::DialerContactListId))
            .optional("campaignId", text(TextFact::DialerCampaignId))
            .end();
    } else {
        object.raw("dialer", "null");
    }
    object
        .optional("wrapUpCode", text(TextFact::Disposition))
        .number("durationSeconds", facts.seconds(SecondsFact::Interaction));
    if with_attributes {
        let mut attributes = Object::begin(object.field("attributes"));
        for (name, value) in facts.attributes() {
            attributes.text(name, value);
        }
        attributes.end();
    } else {
        object.raw("attributes", "null");
    }
    object.end();
}

fn without_scheme(address: &str) -> &str {
    address.strip_prefix("tel:").or_else(|| address.strip_prefix("sip:")).unwrap_or(address)
}
