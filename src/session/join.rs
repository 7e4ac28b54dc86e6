//! How records join the lists of a log: each in the list that its object belongs in, with the records it is associated with.

use serde_json::Value;

use super::change::Change;
use super::in_front::Join;
use super::logs::{Logs, save_status};
use super::{Context, Session};
use crate::problem::Problem;
use crate::salesforce::activity;
use crate::salesforce::association::AssociationReason;
use crate::salesforce::record::{GivenRecord, Record, Role};

/// Maximum number of records that one answer of a save says something of.
const MAX_STORED: usize = 20;

impl Session {
    /// Joins records to a log, for the reason that they give or else this one, and saves what follows from it.
    pub(super) fn join(
        &mut self,
        at: usize,
        given: &[GivenRecord],
        reason: AssociationReason,
        how: Join,
        change: &mut Change,
        context: &Context,
    ) {
        let before = save_status(&self.logs.all[at]);
        let chosen = Role::ALL.map(|role| self.logs.all[at].list(role).chosen().cloned());
        self.logs.join(at, given, reason, how, change);
        for (role, chosen) in Role::ALL.into_iter().zip(&chosen) {
            self.logs.all[at].note_choice(role, chosen.as_ref(), false, context.now);
        }
        self.raise_in_front(at, change);
        self.logs.review(at, None, context.now);
        self.logs.report_status(at, before, change);
    }

    /// Agents see the record in front first, whatever joined after it.
    fn raise_in_front(&mut self, at: usize, change: &mut Change) {
        let Some(record) = self.in_front.record() else { return };
        let log = &mut self.logs.all[at];
        for role in Role::ALL {
            let list = log.list_mut(role);
            if list.raise(record.id) {
                let known = list.index(record.id).map(|at| list.records()[at].clone());
                change.touch_list(&log.id, role, known);
            }
        }
    }

    /// A lead was converted, if this is one: wherever it is in a list, its contact joins too, and is chosen where it was.
    pub(super) fn follow_converted(&mut self, given: &GivenRecord, change: &mut Change, context: &Context) {
        let Some(contact) = given.contact() else { return };
        let lead = given.record.id;
        for at in 0..self.logs.all.len() {
            if self.logs.all[at].name.index(lead).is_none() {
                continue;
            }
            let before = save_status(&self.logs.all[at]);
            let reason = self.logs.all[at].name.reason(lead).unwrap_or(AssociationReason::Related);
            self.logs.add_record(at, Role::Name, given.record.clone(), None, change);
            let with_contact = GivenRecord { record: contact.clone(), reason: None, ..given.clone() };
            self.logs.join(at, &[with_contact], reason, Join::Offer, change);
            if self.logs.all[at].name.follow(lead, contact.id) {
                let id = self.logs.all[at].id.clone();
                change.touch_list(&id, Role::Name, None);
            }
            self.logs.review(at, None, context.now);
            self.logs.report_status(at, before, change);
        }
    }

    /// Takes what the answer of a save says of records: new names, and leads that were converted. Others are no concern of the
    /// store's.
    pub(super) fn take_stored(&mut self, records: &Value, change: &mut Change, context: &Context) {
        for (at, value) in records.as_array().into_iter().flatten().take(MAX_STORED).enumerate() {
            let Some(given) = GivenRecord::read(value, &format!("/records/{at}"), &mut change.problems) else {
                continue;
            };
            self.follow_converted(&given, change, context);
            for at in 0..self.logs.all.len() {
                for role in Role::ALL {
                    if self.logs.all[at].list(role).index(given.record.id).is_some() {
                        self.logs.add_record(at, role, given.record.clone(), None, change);
                    }
                }
            }
        }
    }
}

impl Logs {
    /// Adds a record to a list, or updates it; `reason` says why it is there, if whoever mentions it brings it up.
    fn add_record(
        &mut self,
        at: usize,
        role: Role,
        record: Record,
        reason: Option<AssociationReason>,
        change: &mut Change,
    ) {
        let log = &mut self.all[at];
        let list = log.list_mut(role);
        let id = record.id;
        let is_other = list.add(record).is_some();
        let is_explained = reason.is_some_and(|reason| list.explain(id, reason));
        let Some(record) = list.index(id).map(|at| list.records()[at].clone()) else { return };
        if !is_other && !is_explained {
            return;
        }
        if log.list(role).chosen().is_some_and(|chosen| chosen.id == record.id) {
            // Its name changed.
            change.touch_log(&log.id);
        }
        change.touch_list(&log.id, role, Some(record));
    }

    fn join(&mut self, at: usize, given: &[GivenRecord], reason: AssociationReason, how: Join, change: &mut Change) {
        let mut add = |this: &mut Logs, record: &Record, reason, path: &str, problems: &mut Vec<Problem>| {
            let role = activity::role(record, &this.config.object, path, problems)?;
            this.add_record(at, role, record.clone(), Some(reason), change);
            Some((role, record.id))
        };
        let mut problems = Vec::new();
        let highest = Role::ALL.map(|role| self.all[at].list(role).highest_rank());
        let own = |one: &GivenRecord| one.reason.unwrap_or(reason);
        let joined = given.iter().map(|one| add(self, &one.record, own(one), &one.path, &mut problems));
        let joined: Vec<_> = joined.collect();
        let mut related = Vec::new();
        for (one, joined) in given.iter().zip(&joined) {
            // An associated record that cannot join was not asked for.
            let is_related = AssociationReason::Related;
            let of_it = one.related.iter().filter_map(|record| add(self, record, is_related, "", &mut Vec::new()));
            related.extend(of_it.map(|related| (*joined, related)));
        }
        change.problems.extend(problems);
        // Of those that join together the first comes first, and what is associated with them last.
        for &(role, id) in joined.iter().flatten().chain(related.iter().map(|(_, related)| related)).rev() {
            let list = self.all[at].list_mut(role);
            if list.rank(id) > highest[role as usize] {
                list.raise(id);
            }
        }
        if how == Join::Offer {
            return;
        }
        let mut suggest = |this: &mut Logs, of_role: Vec<_>, role, how| {
            let Some(&first) = of_role.first() else { return };
            let list = this.all[at].list_mut(role);
            let is_single = of_role.iter().all(|id| *id == first);
            if is_single && if how == Join::DialledFrom { list.suggest_first(first) } else { list.suggest(first) } {
                let id = this.all[at].id.clone();
                change.touch_list(&id, role, None);
            }
        };
        for role in Role::ALL {
            let of_role = joined.iter().flatten().filter(|(own, _)| *own == role).map(|(_, id)| *id);
            suggest(self, of_role.collect(), role, how);
        }
        // What is associated with a record follows when that one is chosen.
        for role in Role::ALL {
            let log = &self.all[at];
            let is_chosen = |(role, id): (Role, _)| log.list(role).chosen().is_some_and(|chosen| chosen.id == id);
            let of_role = related.iter().filter(|(by, (own, _))| *own == role && by.is_some_and(is_chosen));
            let of_role: Vec<_> = of_role.map(|(_, (_, id))| *id).collect();
            suggest(self, of_role, role, Join::Suggest);
        }
    }
}
