//! The exports of a session: opened once by stock glue, then numbers in, numbers out, text through the text buffer.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::entry::answer;
use crate::fault::{self, FaultPoint};
use crate::storage::{self, OwnStorage, Storage};
use crate::text_buffer::text;
use crate::value;
use patchbay::command::vocabulary::Action;
use patchbay::json;
use patchbay::log::Formats;
use patchbay::log::config::Config;
use patchbay::outbox::Request;
use patchbay::problem::{Code, Problem};
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use patchbay::string_enum::StringEnum;
use patchbay::time;

struct Open {
    runtime: SessionRuntime<Storage>,
    /// Writes a time for people.
    stamp: Function,
    /// Tells JavaScript that time has passed.
    wake: Function,
    /// The next time to wake, and what does; dropped with the session.
    timer: Option<(f64, Timeout)>,
    /// What was found when it was opened.
    found: Effects,
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

/// Opens a session: stored in `storage`, or else, where `browser` says so, in the browser's, or else nowhere. Returns its number.
///
/// - `page` names this session among those that share the storage.
/// - `config` are the options, and `infos` a list of what the org answered since, both JSON.
/// - With a `seed` somebody saves.
/// - `stamp` writes milliseconds since 1970, and with `true` only their day; `wake` is called when there is something to do.
/// - `resend_from` is the time from which unconfirmed saves are given time to arrive: the present, or before an earlier restart.
/// - `aside` says how much of what is stored is set aside, unread: 0 nothing, 1 the tab's, 2 this page's copies too.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments)] // Called once, by name.
pub fn session_open(
    storage: Option<OwnStorage>,
    browser: bool,
    user: Option<String>,
    page: &str,
    config: &str,
    infos: &str,
    seed: Option<u32>,
    stamp: Function,
    wake: Function,
    now: f64,
    resend_from: f64,
    aside: u8,
) -> f64 {
    answer(move || {
        fault::inject_fault(FaultPoint::Open);
        let stores = match storage {
            Some(storage) => [Some(Storage::Own(storage.clone())), Some(Storage::Own(storage))],
            None if browser => storage::of_browser(),
            None => [None, None],
        };
        let mut problems = Vec::new();
        let config = read_config(config, infos, &mut problems);
        let [tab, lasting] = config.storage.filter(stores);
        let mut persistence =
            Persistence::new(tab, lasting, user.as_deref().filter(|user| !user.is_empty())).of_page(page);
        persistence.resend_from(resend_from);
        persistence.set_aside(aside);
        let (runtime, mut found) =
            context(now, &stamp, |context| SessionRuntime::open(persistence, config, seed, context));
        found.change.problems.splice(..0, problems);
        let open = Some(Open { runtime, stamp, wake, timer: None, found });
        SESSIONS.with_borrow_mut(|sessions| {
            let free = sessions.iter().position(Option::is_none).unwrap_or(sessions.len());
            if free == sessions.len() {
                sessions.push(open);
            } else {
                sessions[free] = open;
            }
            free as f64
        })
    })
}

fn read_config(config: &str, infos: &str, problems: &mut Vec<Problem>) -> Config {
    let config = value::read(config);
    if !config.is_object() {
        let message =
            "The options cannot be written as JSON, so none is used; give plain objects that are not nested too deep.";
        problems.push(Problem::warning("", Code::NotSerialisable, message));
    }
    let config = Config::read(&config, problems);
    let infos = value::read(infos);
    // What is wrong with them was told when they were given.
    let known = infos.as_array().into_iter().flatten();
    known.fold(config, |config, infos| config.with_object_info(infos, &mut Vec::new()))
}

fn context<T>(now: f64, stamp: &Function, work: impl FnOnce(&Context) -> T) -> T {
    let stamp = |milliseconds: f64, day: bool| {
        stamp.call2(&JsValue::NULL, &milliseconds.into(), &day.into()).ok().and_then(|text| text.as_string())
    };
    let time = |milliseconds: f64| stamp(milliseconds, false).unwrap_or_else(|| time::utc(milliseconds));
    let day = |milliseconds: f64| {
        let text = stamp(milliseconds, true).filter(|text| time::is_day(text));
        text.unwrap_or_else(|| time::utc_day(milliseconds))
    };
    work(&Context { now, formats: Formats { time: &time, day: &day } })
}

/// What was found when the session was opened: the length of everything there is, as a change, in the output buffer.
#[wasm_bindgen]
pub fn session_found(number: u32, now: f64) -> f64 {
    answer(|| {
        open(number, |open| {
            open.set_timer(number, now);
            let found = std::mem::take(&mut open.found);
            text(0, |_, out| *out = json::write(&found.view(open.runtime.session())))
        })
    })
}

/// Takes one message: the length of what it changed in the output buffer, 0 when it changed nothing.
#[wasm_bindgen]
pub fn session_receive(number: u32, units: u32, now: f64) -> f64 {
    act(number, units, now, Session::receive)
}

/// Does what the page asks, or only what is due by now: the length of what it changed in the output buffer, 0 when it
/// changed nothing.
#[wasm_bindgen]
pub fn session_command(number: u32, units: u32, now: f64) -> f64 {
    act(
        number,
        units,
        now,
        |session, command, context| {
            if command.is_empty() { Change::default() } else { session.command(command, context) }
        },
    )
}

fn act(number: u32, units: u32, now: f64, work: fn(&mut Session, &str, &Context) -> Change) -> f64 {
    answer(|| {
        open(number, |open| {
            let written = text(units, |text, out| {
                fault::inject_fault(FaultPoint::Before);
                let Open { runtime, stamp, .. } = open;
                let outcome =
                    context(now, stamp, |context| runtime.dispatch(context, |session| work(session, text, context)));
                fault::inject_fault(FaultPoint::After);
                if !outcome.is_empty() {
                    *out = json::write(&outcome.view(runtime.session()));
                }
            });
            open.set_timer(number, now);
            written
        })
    })
}

impl Open {
    /// One timer, for what is to be done next.
    fn set_timer(&mut self, number: u32, now: f64) {
        let next = self.runtime.wake_at();
        // One that comes too soon finds nothing to do and sets the next: dearer than that is to set it with every message.
        if self.timer.as_ref().zip(next).is_some_and(|((at, _), next)| *at <= next) {
            return;
        }
        let wake = &self.wake;
        self.timer = next.map(|at| {
            let wake = wake.clone();
            let wait = (at - now).clamp(0.0, f64::from(i32::MAX)).ceil() as u32;
            let timer = Timeout::new(wait, move || {
                // The borrow ends before JavaScript is called: it calls back.
                open(number, |open| open.timer = None);
                let _ = wake.call0(&JsValue::NULL);
            });
            (at, timer)
        });
    }
}

/// Why the action with this number is not to be sent now to the interaction whose ID is in the input buffer: the length of
/// the problem in the output buffer, 0 when it may be sent. `on` is how a toggle is to be: 1 on, 0 off, -1 the other way.
#[wasm_bindgen]
pub fn session_refuse(number: u32, action: u32, on: i32, units: u32, now: f64) -> f64 {
    answer(|| {
        open(number, |open| {
            text(units, |id, out| {
                let action = Action::ALL.get(action as usize);
                let on = (on >= 0).then_some(on == 1);
                let refusal = action.and_then(|&action| open.runtime.session().refuse_now(id, action, on, now));
                if let Some(problem) = refusal {
                    *out = json::write(&problem);
                }
            })
        })
    })
}

/// The message that hands the records of a log over with a transfer, of the interaction whose ID is in the input buffer: its
/// length in the output buffer, 0 when there are none.
#[wasm_bindgen]
pub fn session_hand_over(number: u32, units: u32) -> f64 {
    answer(|| {
        open(number, |open| {
            text(units, |id, out| {
                if let Some(message) = open.runtime.session().hand_over(id) {
                    *out = message.to_json();
                }
            })
        })
    })
}

/// What happened in the interaction or log whose ID is in the input buffer, and the parts of its summary: their length in the
/// output buffer, 0 when there is no such log.
#[wasm_bindgen]
pub fn session_timeline(number: u32, units: u32) -> f64 {
    answer(|| {
        open(number, |open| {
            text(units, |id, out| {
                if let Some(log) = open.runtime.session().log(id) {
                    *out = json::write(&log.timeline_view());
                }
            })
        })
    })
}

/// Answers what is asked of the directory of transfer targets, [`SessionRuntime::directory`]: the length of the answer in the
/// output buffer.
#[wasm_bindgen]
pub fn session_directory(number: u32, units: u32) -> f64 {
    answer(|| open(number, |open| text(units, |asked, out| *out = open.runtime.directory(asked))))
}

/// The actions that are possible with the interaction whose ID is in the input buffer: the length of their list in the output
/// buffer.
#[wasm_bindgen]
pub fn session_can(number: u32, units: u32) -> f64 {
    answer(|| open(number, |open| text(units, |id, out| *out = json::write(&open.runtime.session().allowed(id)))))
}

/// The controls of the consult transfer that the interaction whose ID is in the input buffer is a part of: the length of their list in
/// the output buffer.
#[wasm_bindgen]
pub fn session_consult(number: u32, units: u32) -> f64 {
    answer(|| {
        open(number, |open| text(units, |id, out| *out = json::write(&open.runtime.session().consult_controls(id))))
    })
}

/// Saves that are not confirmed: the length of their list in the output buffer.
#[wasm_bindgen]
pub fn session_pending(number: u32) -> f64 {
    answer(|| {
        open(number, |open| {
            let pending = open.runtime.session().pending();
            let pending: Vec<_> = pending.iter().map(Request::view).collect();
            text(0, |_, out| *out = json::write(&pending))
        })
    })
}

/// 1 if saves are on their way, else 0.
#[wasm_bindgen]
pub fn session_saving(number: u32) -> f64 {
    answer(|| f64::from(u8::from(open(number, |open| open.runtime.session().is_saving()))))
}

/// Lets go of a session and its timer; what was kept stays.
#[wasm_bindgen]
pub fn session_close(number: u32) -> f64 {
    answer(|| {
        SESSIONS.with_borrow_mut(|sessions| {
            if let Some(place) = sessions.get_mut(number as usize) {
                *place = None;
            }
        });
        0.0
    })
}
