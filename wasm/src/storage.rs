//! Where a session is kept: the browser's storage, or what the developer hands in in its place.

use wasm_bindgen::prelude::*;

use patchbay::session::persistence::{KeyValueStore, StorageError};

#[wasm_bindgen]
extern "C" {
    /// `Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>`, handed in by the developer. Each method may throw.
    #[derive(Clone, Debug)]
    pub type OwnStorage;

    #[wasm_bindgen(structural, method, catch, js_name = getItem)]
    fn get_item(this: &OwnStorage, key: &str) -> Result<Option<String>, JsValue>;

    /// The same, where the text stays in JavaScript: in Lightning Web Security each of its letters costs a crossing.
    #[wasm_bindgen(structural, method, catch, js_name = getItem)]
    fn look_up(this: &OwnStorage, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(structural, method, catch, js_name = setItem)]
    fn set_item(this: &OwnStorage, key: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(structural, method, catch, js_name = removeItem)]
    fn remove_item(this: &OwnStorage, key: &str) -> Result<(), JsValue>;
}

/// A place for texts.
#[derive(Clone, Debug)]
pub enum Storage {
    /// The browser's.
    Browser(web_sys::Storage),
    /// The developer's.
    Own(OwnStorage),
}

impl KeyValueStore for Storage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self {
            Storage::Browser(storage) => storage.get_item(key),
            Storage::Own(storage) => storage.get_item(key),
        }
        .map_err(|_| StorageError)
    }

    fn contains(&self, key: &str) -> Result<bool, StorageError> {
        let storage = match self {
            Storage::Browser(storage) => storage.unchecked_ref(),
            Storage::Own(storage) => storage,
        };
        let text = storage.look_up(key).map_err(|_| StorageError)?;
        Ok(!text.is_null() && !text.is_undefined())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self {
            Storage::Browser(storage) => storage.set_item(key, text),
            Storage::Own(storage) => storage.set_item(key, text),
        }
        .map_err(|_| StorageError)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        match self {
            Storage::Browser(storage) => storage.remove_item(key),
            Storage::Own(storage) => storage.remove_item(key),
        }
        .map_err(|_| StorageError)
    }
}

/// The browser's session storage and local storage; `None` where it has none or forbids it.
pub fn of_browser() -> [Option<Storage>; 2] {
    // Not `web_sys::window()`: it asks for an instance of Window, which jsdom's is not for everybody.
    let window: web_sys::Window = js_sys::global().unchecked_into();
    [window.session_storage(), window.local_storage()].map(|found| found.ok().flatten().map(Storage::Browser))
}
