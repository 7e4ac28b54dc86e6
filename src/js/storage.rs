//! Where a session's state is kept: the browser's session storage, or whatever has its three methods.

use wasm_bindgen::prelude::*;

use crate::problem::{Code, Problem};
use crate::session::Session;

/// One page has one agent, so one place is enough.
const PLACE: &str = "patchbay.session";
const ASIDE: &str = "patchbay.session.unreadable";

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

/// A session's place to be kept in, and whether it was told already that it does not work.
#[derive(Debug, Default)]
pub struct Keeper {
    storage: Option<Storage>,
    failed: bool,
}

impl Keeper {
    /// Keeps in the given storage, or nowhere.
    pub fn new(storage: Option<Storage>) -> Keeper {
        Keeper { storage, failed: false }
    }

    /// Keeps in the browser's session storage, or nowhere where there is none or it is forbidden.
    pub fn of_browser() -> Keeper {
        // Not `web_sys::window()`: it asks for an instance of Window, which jsdom's is not for everybody.
        let window: web_sys::Window = js_sys::global().unchecked_into();
        let storage = window.session_storage().ok().flatten();
        Keeper::new(storage.map(JsCast::unchecked_into))
    }

    /// The session that was kept, or a new one; what cannot be read is set aside, so that nothing is lost.
    pub fn restore(&mut self, problems: &mut Vec<Problem>) -> Session {
        let Some(storage) = self.storage.clone() else { return Session::default() };
        let text = match storage.get_item(PLACE) {
            Ok(Some(text)) => text,
            Ok(None) => return Session::default(),
            Err(_) => {
                problems.extend(self.fail());
                return Session::default();
            }
        };
        Session::restore(&text).unwrap_or_else(|problem| {
            problems.push(problem);
            if storage.set_item(ASIDE, &text).and_then(|()| storage.remove_item(PLACE)).is_err() {
                problems.extend(self.fail());
            }
            Session::default()
        })
    }

    /// Keeps the session; tells once when that fails, and carries on in memory.
    pub fn keep(&mut self, session: &Session) -> Option<Problem> {
        let kept = self.storage.as_ref()?.set_item(PLACE, &session.keep());
        if kept.is_ok() {
            self.failed = false;
            return None;
        }
        self.fail()
    }

    fn fail(&mut self) -> Option<Problem> {
        let message = "The browser does not let the session be kept (storage is full or forbidden); until it does, a reload loses the state of live interactions.";
        let first = !self.failed;
        self.failed = true;
        first.then(|| Problem::warning("", Code::NotAllowed, message))
    }
}
