//! A list the agent chooses from: Name or Related To. Records join it in the order in which the agent comes by, once
//! each; however long it is, one more costs the same.

use std::collections::HashMap;

use crate::salesforce::record::Record;
use crate::salesforce::record_id::RecordId;

/// The list and the choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PickList {
    records: Vec<Record>,
    places: HashMap<RecordId, usize>,
    chosen: Option<usize>,
    /// The choice, of a record or of none, is the agent's own.
    by_agent: bool,
}

impl PickList {
    /// All records, in the order in which they joined.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Where in the list a record stands.
    pub fn place(&self, id: RecordId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// The chosen record.
    pub fn chosen(&self) -> Option<&Record> {
        self.chosen.map(|at| &self.records[at])
    }

    /// Whether the choice is the agent's own.
    pub fn is_by_agent(&self) -> bool {
        self.by_agent
    }

    /// A record joins, or is known by another name now: its place, when something is different.
    ///
    /// ```
    /// use patchbay::{log::list::PickList, salesforce::record::Record};
    /// let value = serde_json::json!({ "id": "5005g00000RvW2q", "objectApiName": "Case", "name": "00001026" });
    /// let case = Record::read(&value, "", &mut Vec::new()).unwrap();
    /// let mut list = PickList::default();
    /// assert_eq!(list.add(case.clone()), Some(0));
    /// assert_eq!(list.add(case), None);
    /// ```
    pub fn add(&mut self, record: Record) -> Option<usize> {
        match self.places.get(&record.id) {
            Some(&at) if self.records[at] == record => None,
            Some(&at) => {
                self.records[at] = record;
                Some(at)
            }
            None => {
                let at = self.records.len();
                self.places.insert(record.id, at);
                self.records.push(record);
                Some(at)
            }
        }
    }

    /// The agent chooses a record of the list, or none; tells whether the record is in the list.
    pub fn choose(&mut self, id: Option<RecordId>) -> bool {
        let at = match id {
            None => None,
            Some(id) => match self.places.get(&id) {
                Some(&at) => Some(at),
                None => return false,
            },
        };
        self.chosen = at;
        self.by_agent = true;
        true
    }

    /// A record popped alone: it is chosen, unless the agent has chosen, or another one popped before. Tells whether it
    /// was.
    pub fn suggest(&mut self, id: RecordId) -> bool {
        let free = !self.by_agent && self.chosen.is_none();
        if free {
            self.chosen = self.places.get(&id).copied();
        }
        free && self.chosen.is_some()
    }

    /// The choice of an earlier page.
    pub(super) fn restore_choice(&mut self, record: Option<Record>, by_agent: bool) {
        self.by_agent = by_agent;
        self.chosen = record.and_then(|record| {
            let id = record.id;
            self.add(record);
            self.places.get(&id).copied()
        });
    }
}
