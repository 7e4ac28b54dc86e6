//! What a save sends: the difference between the log's values and those that the record certainly holds.

use serde_json::Value;

use super::SaveQueue;
use crate::outbox::Fields;
use crate::salesforce::task;

impl SaveQueue {
    /// The fields of `current` that the record does not certainly hold. A saved field that is missing in `current` becomes
    /// null. Refused fields are among them: a rule that refused a value may take it together with another one.
    pub fn difference(&self, current: &Fields) -> Fields {
        let null = Value::Null;
        // A field may have been saved in another letter case, before its object's spelling was known.
        let is_current = |field: &str| current.keys().any(|known| known.eq_ignore_ascii_case(field));
        let cleared = self.saved.iter().filter(|(field, value)| !value.is_null() && !is_current(field));
        let changed = current.iter().filter(|(field, value)| self.saved.get(*field).unwrap_or(&null) != *value);
        let unconfirmed = self.unconfirmed.keys().filter(|field| current.contains_key(*field) || !is_current(field));
        let unconfirmed = unconfirmed.map(|field| (field.clone(), current.get(field).unwrap_or(&null).clone()));
        let refused = self.refused(current).map(|(field, value)| (field.clone(), value.clone()));
        let mut difference = Fields::new();
        difference.extend(refused);
        difference.extend(cleared.map(|(field, _)| (field.clone(), Value::Null)));
        difference.extend(changed.map(|(field, value)| (field.clone(), value.clone())));
        difference.extend(unconfirmed);
        difference.retain(|field, value| task::takes(field, value, self.record.is_some()));
        difference
    }

    /// The fields of `current` that the last save did not store and that have not changed since. A related record is not among
    /// them, since each save of one may create another.
    fn refused<'a>(&'a self, current: &'a Fields) -> impl Iterator<Item = (&'a String, &'a Value)> {
        let is_refused = |field: &String, value: &Value| {
            self.dropped.contains_key(field)
                && self.saved.get(field) == Some(value)
                && !self.unconfirmed.contains_key(field)
                && !value.is_object()
        };
        current.iter().filter(move |(field, value)| is_refused(field, value))
    }

    /// Whether there is anything to send beyond the save in flight. Refused fields alone are worth a save only `with_refused`.
    pub(super) fn differs(&self, current: &Fields, with_refused: bool) -> bool {
        let mut difference = self.difference(current);
        if !with_refused {
            for (field, _) in self.refused(current) {
                difference.remove(field);
            }
        }
        match &self.in_flight {
            None => !difference.is_empty(),
            Some(in_flight) => difference.iter().any(|(field, value)| in_flight.sent.get(field) != Some(value)),
        }
    }
}
