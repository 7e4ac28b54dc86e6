//! Random numbers from a seed, and storage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use patchbay::session::persistence::{KeyValueStore, StorageError};

/// splitmix64: the same seed gives the same numbers.
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Rng {
        Rng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    pub fn is_one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    pub fn milliseconds(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.below(10_000) as f64 / 10_000.0
    }
}

/// Storage as a browser has it: shared by the pages of one tab, or of all.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
}

impl MemoryStorage {
    pub fn clear(&self) {
        self.texts.borrow_mut().clear();
    }

    /// What a tab that is duplicated begins with.
    pub fn duplicate(&self) -> MemoryStorage {
        MemoryStorage { texts: Rc::new(RefCell::new(self.texts.borrow().clone())) }
    }

    /// Whether nothing is there but the clock.
    pub fn is_empty(&self) -> bool {
        self.texts.borrow().keys().all(|key| key.ends_with(".clock"))
    }
}

impl KeyValueStore for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
