//! The browser's storage, or whatever has its three methods, as a [`KeyValueStore`].

use wasm_bindgen::prelude::*;

use patchbay::session::persistence::{KeyValueStore, StorageError};

#[wasm_bindgen]
extern "C" {
    /// `Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>`. Each may throw: storage is full, or forbidden.
    #[derive(Clone, Debug)]
    pub type Storage;

    #[wasm_bindgen(structural, method, catch, js_name = getItem)]
    fn get_item(this: &Storage, place: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(structural, method, catch, js_name = setItem)]
    fn set_item(this: &Storage, place: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(structural, method, catch, js_name = removeItem)]
    fn remove_item(this: &Storage, place: &str) -> Result<(), JsValue>;
}

impl KeyValueStore for Storage {
    fn get(&self, place: &str) -> Result<Option<String>, StorageError> {
        self.get_item(place).map_err(|_| StorageError)
    }

    fn set(&self, place: &str, text: &str) -> Result<(), StorageError> {
        self.set_item(place, text).map_err(|_| StorageError)
    }

    fn remove(&self, place: &str) -> Result<(), StorageError> {
        self.remove_item(place).map_err(|_| StorageError)
    }
}

/// The browser's session storage and local storage; none where there is none or it is forbidden.
pub fn of_browser() -> [Option<Storage>; 2] {
    // Not `web_sys::window()`: it asks for an instance of Window, which jsdom's is not for everybody.
    let window: web_sys::Window = js_sys::global().unchecked_into();
    [window.session_storage(), window.local_storage()].map(|found| found.ok().flatten().map(JsCast::unchecked_into))
}
