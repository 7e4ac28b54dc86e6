//! Writes what JavaScript must know of the rules as a JavaScript module, so that nothing is typed twice.

use std::fmt::{Debug, Display, Write};

use patchbay::command::build::Builder;
use patchbay::command::input::Foreign;
use patchbay::command::vocabulary::Action;
use patchbay::command::{MAX_DEPTH, MAX_MESSAGE, MAX_TEXT, MAX_VALUES};
use patchbay::log::fields::TaskType;
use patchbay::session::MAX_MESSAGE_LEN;
use patchbay::session::command::CommandName;
use patchbay::string_enum::StringEnum;
use serde_json::{Value, json};

/// The constants of the text buffer, which belong to a crate that only WebAssembly can load.
#[path = "../../wasm/src/lengths.rs"]
mod lengths;

/// The whole module but its fingerprint.
pub fn module() -> String {
    let mut out = String::from("// Written by `cargo xtask build` from the Rust sources; not to be edited.\n");
    let mut constant = |name: &str, value: &dyn Display| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "export const {name} = {value};");
    };
    constant("VERSION", &json!(patchbay::VERSION));
    constant("MAX_TEXT", &MAX_TEXT);
    constant("MAX_VALUES", &MAX_VALUES);
    constant("MAX_DEPTH", &MAX_DEPTH);
    constant("MAX_MESSAGE", &MAX_MESSAGE);
    constant("MAX_INCOMING_MESSAGE", &MAX_MESSAGE_LEN);
    constant("MAX_INPUT", &lengths::MAX_INPUT);
    constant("MAX_PIECE", &lengths::MAX_PIECE);
    constant("BUSY", &lengths::BUSY);
    constant("SHARE", &lengths::SHARE);
    constant("ACTIONS", &json!(Action::NAMES));
    constant("SIMPLE_ACTIONS", &json!(simple_actions()));
    constant("TASK_TYPES", &json!(TaskType::NAMES));
    constant("BUILDERS", &json!(Builder::NAMES));
    constant("FOREIGN", &by_variant::<Foreign>());
    constant("COMMANDS", &by_variant::<CommandName>());
    out
}

/// The actions that need nothing but the interaction's ID.
fn simple_actions() -> Vec<&'static str> {
    Action::ALL.iter().filter(|action| action.context().is_none()).map(|action| action.as_str()).collect()
}

/// The names of an enum by its variants.
fn by_variant<V: StringEnum + Debug>() -> Value {
    V::ALL.iter().zip(V::NAMES).map(|(variant, name)| (format!("{variant:?}"), json!(name))).collect()
}
