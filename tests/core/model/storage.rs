//! Storage as a browser has it, shared by the pages of a tab, or of all.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use patchbay::session::persistence::{KeyValueStore, StorageError};

#[derive(Clone, Debug, Default)]
pub struct MemoryStorage(Rc<RefCell<BTreeMap<String, String>>>);

impl MemoryStorage {
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// Every place without its root, and how much stands there.
    pub fn places(&self) -> Vec<(String, usize)> {
        let texts = self.0.borrow();
        texts.iter().map(|(place, text)| (place.replacen("patchbay.", "", 1), text.len())).collect()
    }
}

impl KeyValueStore for MemoryStorage {
    fn get(&self, place: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().get(place).cloned())
    }

    fn set(&self, place: &str, text: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().insert(place.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, place: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().remove(place);
        Ok(())
    }
}
