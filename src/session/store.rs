//! A store of texts, as a browser has two.

use std::convert::Infallible;

/// The browser refused to read or write its storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageError;

/// A store of texts by key, like the browser's `Storage`.
pub trait KeyValueStore {
    /// The text of a key.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Whether a key has a text.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn contains(&self, key: &str) -> Result<bool, StorageError> {
        Ok(self.get(key)?.is_some())
    }
    /// Stores a text under a key.
    ///
    /// # Errors
    ///
    /// When the store is full or forbidden.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Removes a key and its text.
    ///
    /// # Errors
    ///
    /// When the store is forbidden.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// The type of the stores of a session without storage: it has no values.
impl KeyValueStore for Infallible {
    fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
        match *self {}
    }

    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        match *self {}
    }

    fn remove(&self, _: &str) -> Result<(), StorageError> {
        match *self {}
    }
}
