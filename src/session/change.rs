//! What one call changed, and the public shape of what it changed, as JSON.

use super::{Agent, Session};
use crate::event::conversation::{BoolField, DurationField, TextField};
use crate::interaction::Interaction;
use crate::json::write::{self, Object, Row};
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
    /// IDs of the logs of which more is different than what joined their lists.
    pub(super) rewritten: Vec<String>,
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
        once(&mut self.interactions, id);
    }

    pub(super) fn touch_attributes(&mut self, id: &str) {
        once(&mut self.attributes, id);
    }

    pub(super) fn touch_log(&mut self, id: &str) {
        once(&mut self.logs, id);
        once(&mut self.rewritten, id);
    }

    /// Something is different in a list: a record that joined, or, without one, the choice, and the log with it.
    pub(super) fn touch_list(&mut self, id: &str, list: Role, added: Option<Record>) {
        match added {
            Some(_) => once(&mut self.logs, id),
            None => self.touch_log(id),
        }
        let known = self.lists.iter_mut().find(|change| change.id == id && change.list == list);
        match known {
            Some(change) => change.added.extend(added),
            None => self.lists.push(ListChange { id: id.to_owned(), list, added: added.into_iter().collect() }),
        }
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

    /// The change, and everything it speaks of in its new shape, as values of what JavaScript takes over: null where there is
    /// nothing. Another interaction that is selected, or none, stands in an array; of a log whose lists alone have grown its ID.
    pub fn write(&self, session: &Session, row: &mut Row) {
        row.array(&self.interactions, |id, out| match session.interaction(id) {
            Some(interaction) => write_interaction(interaction, self.attributes.contains(id), out),
            None => Row::begin(out).text(id).end(),
        });
        if self.agent {
            write_agent(session.agent(), row.value());
        } else {
            row.optional(None);
        }
        let selected = [session.selected().map(|interaction| interaction.id.as_str())];
        let told = if self.selection { &selected[..] } else { &[] };
        row.array(told, |id, out| write::optional(*id, out))
            .array(&self.logs, |id, out| {
                let mut row = Row::begin(out);
                row.text(id);
                match session.log(id) {
                    Some(_) if !self.rewritten.contains(id) => {}
                    Some(log) => log.write(row.value()),
                    None => write::optional(None, row.value()),
                }
                row.end();
            })
            .array(&self.lists, |change, out| change.write(session, out))
            .array(&self.problems, Problem::write);
    }
}

fn once(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
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

/// The interaction's public shape, its values in the order in which JavaScript gives them their names, and what may be
/// done with it. Attributes that are as before are null: there may be hundreds, and JavaScript has them.
fn write_interaction(interaction: &Interaction, with_attributes: bool, out: &mut String) {
    let conversation = &interaction.conversation;
    let text = |field| conversation.text(field);
    let address =
        text(TextField::DisplayAddress).or_else(|| text(TextField::Phone).map(without_scheme)).unwrap_or_default();
    // The client's word about what rings, and its last one about what is over, may be that it is recorded.
    let in_contact = interaction.phase.is_in_contact();
    let recording = text(TextField::RecordingState).filter(|_| in_contact).map(str::to_ascii_lowercase);
    let mut row = Row::begin(out);
    row.text(&interaction.id)
        .number(Some(interaction.allowed().into()))
        .text(interaction.kind().as_str())
        .text(interaction.phase.as_str())
        .text(if interaction.is_outbound() { "outbound" } else { "inbound" })
        .flag(interaction.is_live())
        .flag(conversation.flag(BoolField::IsInternal) == Some(true))
        .flag(interaction.consult.is_some())
        .optional(interaction.consult_of())
        .flag(interaction.transferring)
        .text(text(TextField::RemoteName).or_else(|| text(TextField::Name)).unwrap_or(address))
        .text(address)
        .optional(text(TextField::QueueName))
        .optional(text(TextField::StartTime))
        .optional(text(TextField::ConnectedTime))
        .optional(text(TextField::EndTime))
        .optional(recording.as_deref().filter(|state| ["active", "paused", "none"].contains(state)))
        .flag(in_contact && conversation.flag(BoolField::SecurePause) == Some(true));
    if conversation.flag(BoolField::IsDialer) == Some(true) {
        Object::begin(row.value())
            .optional("contactId", text(TextField::DialerContactId))
            .optional("contactListId", text(TextField::DialerContactListId))
            .optional("campaignId", text(TextField::DialerCampaignId))
            .end();
    } else {
        row.optional(None);
    }
    row.optional(text(TextField::Disposition)).number(conversation.seconds(DurationField::Interaction));
    if with_attributes {
        let mut attributes = Object::begin(row.value());
        for (name, value) in conversation.attributes() {
            attributes.text(name, value);
        }
        attributes.end();
    } else {
        row.optional(None);
    }
    row.end();
}

fn without_scheme(address: &str) -> &str {
    address.strip_prefix("tel:").or_else(|| address.strip_prefix("sip:")).unwrap_or(address)
}
