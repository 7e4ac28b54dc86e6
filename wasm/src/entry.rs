//! One call at a time. The page's storage is called from inside the module, and what it does may call the module again. Such a
//! call would find a session that is half changed, so it is refused before it reads or changes anything.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::lengths::BUSY;

thread_local! {
    static IS_RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`, or answers [`BUSY`] if another call is running.
pub(super) fn answer(work: impl FnOnce() -> f64) -> f64 {
    if IS_RUNNING.replace(true) {
        return f64::from(BUSY);
    }
    let answer = work();
    // A trap skips this line, and discards the whole instance.
    IS_RUNNING.set(false);
    answer
}

/// Whether a call is running. JavaScript asks before calls that stock glue makes.
#[wasm_bindgen]
pub fn is_running() -> bool {
    IS_RUNNING.get()
}
