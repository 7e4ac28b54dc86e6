//! The exports of a session: opened once by stock glue, then numbers in, numbers out, text through the port.

use std::cell::RefCell;

use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use super::port::with;
use super::storage::{Keeper, Storage};
use crate::message::vocabulary::{Action, Vocabulary};
use crate::session::Session;
use crate::session::change::{Change, write_problem};

struct Open {
    session: Session,
    keeper: Keeper,
}

thread_local! {
    /// The open sessions, each by its number; one that was closed leaves its place.
    static SESSIONS: RefCell<Vec<Option<Open>>> = const { RefCell::new(Vec::new()) };
}

fn open<T: Default>(number: u32, work: impl FnOnce(&mut Open) -> T) -> T {
    SESSIONS.with_borrow_mut(|sessions| match sessions.get_mut(number as usize) {
        Some(Some(open)) => work(open),
        _ => T::default(),
    })
}

/// Opens a session that is kept nowhere.
#[wasm_bindgen]
pub fn session_open() -> u32 {
    put(Keeper::default())
}

/// Opens a session that is kept in the browser's session storage, if there is one.
#[wasm_bindgen]
pub fn session_open_kept() -> u32 {
    put(Keeper::of_browser())
}

/// Opens a session that is kept in this storage.
#[wasm_bindgen]
pub fn session_open_in(storage: Storage) -> u32 {
    put(Keeper::new(Some(storage)))
}

fn put(keeper: Keeper) -> u32 {
    let open = Some(Open { session: Session::default(), keeper });
    SESSIONS.with_borrow_mut(|sessions| {
        let free = sessions.iter().position(Option::is_none).unwrap_or(sessions.len());
        if free == sessions.len() {
            sessions.push(open);
        } else {
            sessions[free] = open;
        }
        free as u32
    })
}

/// Takes over what was kept: the length of everything there is now, as a change, in the output buffer.
#[wasm_bindgen]
pub fn session_restore(number: u32) -> u32 {
    open(number, |open| {
        let mut change = Change { agent: true, selection: true, ..Change::default() };
        open.session = open.keeper.restore(&mut change.problems);
        change.interactions = open.session.interactions().iter().map(|interaction| interaction.id.clone()).collect();
        answer(0, |_| Some(change.write(&open.session)))
    })
}

/// Takes one message: the length of what it changed in the output buffer, 0 when it changed nothing.
#[wasm_bindgen]
pub fn session_receive(number: u32, len: u32) -> u32 {
    open(number, |open| {
        answer(len, |message| {
            let mut change = open.session.receive(message);
            if change.is_real() {
                change.problems.extend(open.keeper.keep(&open.session));
            }
            (!change.is_empty()).then(|| change.write(&open.session))
        })
    })
}

/// Why the action with this number is not possible with the interaction whose ID is in the input buffer: the length of
/// the problem in the output buffer, 0 when it is possible.
#[wasm_bindgen]
pub fn session_refuse(number: u32, action: u32, len: u32) -> u32 {
    open(number, |open| {
        answer(len, |id| {
            let action = *Action::ALL.get(action as usize)?;
            open.session.refuse(id, action).as_ref().map(write_problem)
        })
    })
}

/// Lets go of a session; what was kept stays.
#[wasm_bindgen]
pub fn session_close(number: u32) {
    SESSIONS.with_borrow_mut(|sessions| {
        if let Some(place) = sessions.get_mut(number as usize) {
            *place = None;
        }
    });
}

fn answer(len: u32, work: impl FnOnce(&str) -> Option<Value>) -> u32 {
    with(|buffers| {
        buffers.answer(len, |text, out| {
            if let Some(value) = work(text) {
                out.push_str(&value.to_string());
            }
        })
    })
}
