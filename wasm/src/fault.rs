//! Faults on demand, for tests: in builds with the feature `fault-injection`, which never ships, `globalThis.patchbayTraps` is a list
//! of `{at, how}` that says where and how the module breaks off next. What strikes is taken out of the list, so an instance
//! that is begun anew meets only what is left.

/// The places at which it can break off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// A module with fewer features has fewer of them.
#[cfg_attr(not(all(feature = "session", feature = "settings", feature = "engagement")), allow(dead_code))]
pub enum FaultPoint {
    /// Text is written for it, and nothing done.
    Text,
    /// A message or command is about to be taken.
    Before,
    /// A message or command is taken and kept, and nothing answered.
    After,
    /// A session is opened, and nothing read of what was kept.
    Open,
    /// Stock glue has brought an object.
    Cold,
}

/// Breaks off here if the list says so.
#[cfg(not(feature = "fault-injection"))]
pub const fn inject_fault(_: FaultPoint) {}

#[cfg(feature = "fault-injection")]
pub use on_demand::inject_fault;

#[cfg(feature = "fault-injection")]
mod on_demand {
    use js_sys::{Array, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::FaultPoint;

    /// Breaks off here if the first of the list says so.
    #[allow(clippy::panic)] // It is what this is for.
    pub fn inject_fault(at: FaultPoint) {
        let Some(traps) = get(&js_sys::global(), "patchbayTraps").and_then(|traps| traps.dyn_into::<Array>().ok())
        else {
            return;
        };
        let first = traps.get(0);
        if !first.is_object() || get(&first, "at").and_then(|name| name.as_string()).as_deref() != Some(name(at)) {
            return;
        }
        traps.shift();
        match get(&first, "how").and_then(|how| how.as_string()).as_deref() {
            Some("memory") => use_up_memory(),
            Some("stack") => drop(deeper(1)),
            Some("throw") => wasm_bindgen::throw_str("thrown through the module"),
            Some("panic") => panic!("broken off on demand"),
            _ => core::arch::wasm32::unreachable(),
        }
    }

    fn name(at: FaultPoint) -> &'static str {
        match at {
            FaultPoint::Text => "text",
            FaultPoint::Before => "before",
            FaultPoint::After => "after",
            FaultPoint::Open => "open",
            FaultPoint::Cold => "cold",
        }
    }

    fn get(object: &JsValue, key: &str) -> Option<JsValue> {
        Reflect::get(object, &key.into()).ok()
    }

    /// Takes memory until there is none; it is not written to, so the machine has no less of it.
    fn use_up_memory() {
        let mut all: Vec<Vec<u8>> = Vec::new();
        loop {
            all.push(std::hint::black_box(Vec::with_capacity(1 << 26)));
        }
    }

    fn deeper(depth: u64) -> u64 {
        let below = std::hint::black_box([depth; 64]);
        if depth == 0 { 0 } else { deeper(depth + 1) + below[0] }
    }
}
