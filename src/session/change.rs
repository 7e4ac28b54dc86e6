//! The result of one call on a session: everything that changed.

use super::Session;
use super::sent::Sent;
use crate::log::Log;
use crate::problem::{Code, Problem};
use crate::salesforce::record::{Record, Role};

/// Maximum number of problems that one call reports.
const MAX_PROBLEMS: usize = 100;

/// The records that were added to, or renamed in, one list of a log. A call reports one `ListChange` for each list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListChange {
    /// The interaction's ID.
    pub id: String,
    /// The list: Name or Related To.
    pub list: Role,
    /// Records that were added, or whose name changed.
    pub added: Vec<Record>,
}

/// Everything that one call changed; empty when nothing changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// IDs of the interactions that were added, changed or removed.
    pub interactions: Vec<String>,
    /// IDs of the interactions whose attributes changed.
    pub attributes: Vec<String>,
    /// Whether the agent's status, sub-status or routing status changed.
    pub agent: bool,
    /// Whether another interaction is selected or shown, or waits to be shown.
    pub selection: bool,
    /// IDs of the interactions whose logs were added, changed or removed.
    pub logs: Vec<String>,
    /// Changes of the logs' lists.
    pub lists: Vec<ListChange>,
    /// IDs of the logs whose timelines changed. The runtime fills it in, once for each call.
    pub timelines: Vec<String>,
    /// Problems of the input, and of saving and storing.
    pub problems: Vec<Problem>,
    /// Whether what was sent changed: an action was sent, has shown its sign, or its deadline has passed.
    pub sent: bool,
    /// Actions whose sign has come.
    pub confirmed: Vec<Sent>,
    /// Actions whose sign has not come in time.
    pub unconfirmed: Vec<Sent>,
    /// Whether the client was set up again, so that subscriptions have to be sent again.
    pub set_up: bool,
    /// Whether this is everything that a session found when it was opened.
    pub(super) first: bool,
    /// IDs of the logs that the agent edited on this page. This page owns them from now on, even if nothing visible changed.
    pub(super) worked_on: Vec<String>,
    /// Whether the client reported another selection. It is stored even if the selected interaction stays the same.
    pub(super) reselected: bool,
    /// IDs under which a new segment has taken the place of the log before it.
    pub(super) replaced: Vec<String>,
    /// Whether there is another record in front, or one for a number that is about to be dialled. It is stored.
    pub(super) in_front: bool,
    /// Whether the page is about to close.
    pub(super) leaves: bool,
    /// IDs of the logs in which more changed than their lists grew.
    pub(super) rewritten: Vec<String>,
}

impl Change {
    /// A change that consists of one problem.
    pub fn problem(problem: Problem) -> Change {
        Change { problems: vec![problem], ..Change::default() }
    }

    /// Whether nothing changed and no problem was found.
    pub fn is_empty(&self) -> bool {
        !self.has_changes() && self.problems.is_empty() && !self.set_up && !self.sent && self.timelines.is_empty()
    }

    /// Whether any state changed.
    pub fn has_changes(&self) -> bool {
        self.agent || self.selection || !(self.interactions.is_empty() && self.logs.is_empty() && self.lists.is_empty())
    }

    /// Whether anything has to be written to storage, including changes that are not visible.
    pub(super) fn must_be_persisted(&self) -> bool {
        self.has_changes()
            || self.reselected
            || self.in_front
            || self.sent
            || !(self.worked_on.is_empty() && self.timelines.is_empty())
    }

    /// Leaves out all but the first of too many problems, and says so.
    pub(super) fn bound_problems(&mut self) {
        if self.problems.len() > MAX_PROBLEMS {
            self.problems.truncate(MAX_PROBLEMS - 1);
            let message = "There are more problems, which are not listed; mend these first.";
            self.problems.push(Problem::warning("", Code::TooLong, message));
        }
    }

    pub(super) fn touch(&mut self, id: &str) {
        push_unique(&mut self.interactions, id);
    }

    pub(super) fn touch_attributes(&mut self, id: &str) {
        push_unique(&mut self.attributes, id);
    }

    pub(super) fn touch_log(&mut self, id: &str) {
        push_unique(&mut self.logs, id);
        push_unique(&mut self.rewritten, id);
    }

    /// Records a change of a list: an added record, or, with `None`, another chosen record.
    pub(super) fn touch_list(&mut self, id: &str, list: Role, added: Option<Record>) {
        match added {
            Some(_) => push_unique(&mut self.logs, id),
            None => self.touch_log(id),
        }
        let known = self.lists.iter_mut().find(|change| change.id == id && change.list == list);
        match known {
            Some(change) => change.added.extend(added),
            None => self.lists.push(ListChange { id: id.to_owned(), list, added: added.into_iter().collect() }),
        }
    }

    /// Adds what a later part of the same call changed.
    pub(super) fn absorb(&mut self, later: Change) {
        for (ids, others) in [
            (&mut self.interactions, later.interactions),
            (&mut self.attributes, later.attributes),
            (&mut self.logs, later.logs),
            (&mut self.timelines, later.timelines),
            (&mut self.worked_on, later.worked_on),
            (&mut self.replaced, later.replaced),
            (&mut self.rewritten, later.rewritten),
        ] {
            others.iter().for_each(|id| push_unique(ids, id));
        }
        self.agent |= later.agent;
        self.selection |= later.selection;
        self.lists.extend(later.lists);
        self.problems.extend(later.problems);
        self.set_up |= later.set_up;
        self.sent |= later.sent;
        self.confirmed.extend(later.confirmed);
        self.unconfirmed.extend(later.unconfirmed);
        self.first |= later.first;
        self.reselected |= later.reselected;
        self.in_front |= later.in_front;
        self.leaves |= later.leaves;
    }

    /// Adds everything that the session holds, as if all of it were new.
    pub(super) fn everything(&mut self, session: &Session) {
        self.first = true;
        self.interactions = session.interactions().iter().map(|interaction| interaction.id.clone()).collect();
        self.attributes.clone_from(&self.interactions);
        for log in session.logs() {
            self.touch_with_lists(log);
        }
    }

    /// Adds a log and all records of its lists.
    pub(super) fn touch_with_lists(&mut self, log: &Log) {
        self.touch_log(&log.id);
        for role in Role::ALL {
            let added = log.list(role).records().to_vec();
            self.lists.push(ListChange { id: log.id.clone(), list: role, added });
        }
    }
}

fn push_unique(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}
