//! What one call changed.

use super::Session;
use crate::log::Log;
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
    /// The client was set up anew, so it is subscribed to again.
    pub set_up: bool,
    /// It is the first of a session: all that was found.
    pub(super) first: bool,
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
        !self.is_real() && self.problems.is_empty() && !self.set_up
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
        self.first = true;
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
            let added = log.list(role).records().to_vec();
            self.lists.push(ListChange { id: log.id.clone(), list: role, added });
        }
    }
}

fn once(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}
