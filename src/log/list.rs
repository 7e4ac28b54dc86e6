//! The list of records that the agent chooses Name or Related To from. Each record joins once, for a reason, and has a rank: agents
//! see the one that came up last first, and those that are only likely after all others.

use std::collections::BTreeMap;

use crate::salesforce::association::AssociationReason;
use crate::salesforce::record::Record;
use crate::salesforce::record_id::RecordId;

/// The highest rank. The order of a record that is only likely is lower than its rank by so much.
const MAX_RANK: i32 = i32::MAX;

/// A list of records and the chosen one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PickList {
    records: Vec<Record>,
    /// Index of each record, so that long lists need no search.
    indices: BTreeMap<RecordId, usize>,
    /// Rank of each record: the higher, the later it came up.
    ranks: Vec<i32>,
    /// Why each record is here, if that is known.
    reasons: Vec<Option<AssociationReason>>,
    /// The highest rank.
    highest: i32,
    chosen: Option<usize>,
    /// Whether the agent chose, a record or none; otherwise the choice is a suggestion.
    by_agent: bool,
}

impl PickList {
    /// All records in the order in which they joined.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The index of a record in [`PickList::records`].
    pub fn index(&self, id: RecordId) -> Option<usize> {
        self.indices.get(&id).copied()
    }

    /// The highest rank; 0 while the list is empty.
    pub fn highest_rank(&self) -> i32 {
        self.highest
    }

    /// The rank of a record: the higher, the later it came up. Agents see the highest first.
    pub fn rank(&self, id: RecordId) -> i32 {
        self.index(id).map_or(0, |at| self.ranks[at])
    }

    /// Where agents see a record: the one with the highest first.
    pub fn order(&self, id: RecordId) -> i32 {
        self.index(id).map_or(0, |at| self.order_at(at))
    }

    fn order_at(&self, at: usize) -> i32 {
        let is_guess = self.reasons[at].is_some_and(AssociationReason::is_guess);
        self.ranks[at] - if is_guess { MAX_RANK } else { 0 }
    }

    /// Why a record is here, if that is known.
    pub fn reason(&self, id: RecordId) -> Option<AssociationReason> {
        self.reasons[self.index(id)?]
    }

    /// Notes why a record is here. A record that is here for a better reason now comes up again. Returns whether it is.
    ///
    /// ```
    /// use patchbay::salesforce::{association::AssociationReason, record::Record};
    /// let value = serde_json::json!({ "id": "5005g00000RvW2q", "objectApiName": "Case", "name": "00001026" });
    /// let case = Record::read(&value, "", &mut Vec::new()).unwrap();
    /// let mut list = patchbay::log::list::PickList::default();
    /// list.add(case.clone());
    /// assert!(list.explain(case.id, AssociationReason::Visited));
    /// assert!(!list.explain(case.id, AssociationReason::Found));
    /// ```
    pub fn explain(&mut self, id: RecordId, reason: AssociationReason) -> bool {
        let Some(at) = self.index(id).filter(|at| self.reasons[*at] < Some(reason)) else { return false };
        self.reasons[at] = Some(reason);
        self.raise(id);
        true
    }

    /// The record that one key of the agent confirms: the one that is suggested, or else the one that agents see first. `None` once
    /// the agent has chosen.
    pub fn proposed(&self) -> Option<&Record> {
        let first = || (0..self.records.len()).max_by_key(|at| self.order_at(*at));
        if self.by_agent { None } else { self.chosen.or_else(first).map(|at| &self.records[at]) }
    }

    /// Gives a record the highest rank. Returns whether its rank changed.
    ///
    /// ```
    /// use patchbay::{log::list::PickList, salesforce::record::Record};
    /// let mut list = PickList::default();
    /// for name in ["00001026", "00001027"] {
    ///     let value = serde_json::json!({ "id": format!("500{name}0000"), "objectApiName": "Case", "name": name });
    ///     list.add(Record::read(&value, "", &mut Vec::new()).unwrap());
    /// }
    /// let first = list.records()[0].id;
    /// assert!(list.raise(first));
    /// assert!(list.rank(first) > list.rank(list.records()[1].id));
    /// ```
    pub fn raise(&mut self, id: RecordId) -> bool {
        let Some(at) = self.index(id).filter(|at| self.ranks[*at] != self.highest) else { return false };
        self.highest = self.highest.saturating_add(1);
        self.ranks[at] = self.highest;
        true
    }

    /// The chosen record.
    pub fn chosen(&self) -> Option<&Record> {
        self.chosen.map(|at| &self.records[at])
    }

    /// Whether the agent chose, a record or none.
    pub fn is_by_agent(&self) -> bool {
        self.by_agent
    }

    /// Adds a record, or updates the one with its ID. Returns its index, or `None` when nothing changed.
    ///
    /// ```
    /// use patchbay::{log::list::PickList, salesforce::record::Record};
    /// let value = serde_json::json!({ "id": "5005g00000RvW2q", "objectApiName": "Case", "name": "00001026" });
    /// let case = Record::read(&value, "", &mut Vec::new()).unwrap();
    /// let mut list = PickList::default();
    /// assert_eq!(list.add(case.clone()), Some(0));
    /// assert_eq!(list.add(case), None);
    /// ```
    pub fn add(&mut self, mut record: Record) -> Option<usize> {
        let known = self.index(record.id).map(|at| &self.records[at]);
        // Whoever mentions it again may know less of it.
        record.detail = record.detail.or_else(|| known?.detail.clone());
        match self.indices.get(&record.id) {
            Some(&at) if self.records[at] == record => None,
            Some(&at) => {
                self.records[at] = record;
                Some(at)
            }
            None => {
                let at = self.records.len();
                self.indices.insert(record.id, at);
                self.records.push(record);
                self.highest = self.highest.saturating_add(1);
                self.ranks.push(self.highest);
                self.reasons.push(None);
                Some(at)
            }
        }
    }

    /// The agent chooses a record of the list, or none. Returns `false` when the record is not in the list.
    pub fn choose(&mut self, id: Option<RecordId>) -> bool {
        let at = match id {
            None => None,
            Some(id) => match self.indices.get(&id) {
                Some(&at) => Some(at),
                None => return false,
            },
        };
        self.chosen = at;
        self.by_agent = true;
        true
    }

    /// Chooses the only record that popped, unless the agent has chosen or another record is suggested. Returns whether it
    /// was chosen.
    pub fn suggest(&mut self, id: RecordId) -> bool {
        let is_free = !self.by_agent && self.chosen.is_none();
        if is_free {
            self.chosen = self.indices.get(&id).copied();
        }
        is_free && self.chosen.is_some()
    }

    /// Chooses a record that the agent dialled from, unless the agent has chosen: it takes precedence over other suggestions.
    /// Returns whether the choice is another now.
    pub fn suggest_first(&mut self, id: RecordId) -> bool {
        let before = self.chosen;
        if !self.by_agent {
            self.chosen = self.index(id).or(before);
        }
        self.chosen != before
    }

    /// Chooses `to` where `from` is chosen, by whomever: they are the same person. Returns whether it was chosen.
    pub fn follow(&mut self, from: RecordId, to: RecordId) -> bool {
        let is_chosen = self.chosen.is_some() && self.chosen == self.index(from);
        if is_chosen {
            self.chosen = self.index(to).or(self.chosen);
        }
        is_chosen
    }

    /// The ID of the record to choose for this one: of a converted lead its contact, if that is in the list.
    pub fn current(&self, id: RecordId) -> RecordId {
        let contact = self.index(id).and_then(|at| self.records[at].converted_contact);
        contact.filter(|contact| self.index(*contact).is_some()).unwrap_or(id)
    }

    /// Adds a record of an earlier page with its reason and its rank, which older versions did not store.
    pub(super) fn restore(&mut self, record: Record, reason: Option<AssociationReason>, rank: Option<i32>) {
        let highest = self.highest;
        let added = self.add(record);
        if let Some(at) = added {
            self.reasons[at] = reason;
        }
        if let Some((at, rank)) = added.zip(rank.filter(|rank| *rank > 0)) {
            self.ranks[at] = rank;
            self.highest = highest.max(rank);
        }
    }

    /// Restores the choice of an earlier page.
    pub(super) fn restore_choice(&mut self, record: Option<Record>, by_agent: bool) {
        self.by_agent = by_agent;
        self.chosen = record.and_then(|record| {
            let id = record.id;
            self.add(record);
            self.indices.get(&id).copied()
        });
    }
}
