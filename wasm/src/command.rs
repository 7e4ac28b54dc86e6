//! Outgoing messages: one JSON text in, one JSON text out, both escaped as in [`patchbay::command::input`].

use serde_json::to_string;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::entry::answer;
use crate::text_buffer::text;
use patchbay::command::build::{Builder, build};
use patchbay::command::finding::Found;
use patchbay::command::input::Input;
use patchbay::command::parse::parse;
use patchbay::problem::Problem;
use patchbay::string_enum::StringEnum;

/// Judges the message in the input buffer: the length of `{valid, message, problems}` in the output buffer.
#[wasm_bindgen]
pub fn command_validate(units: u32) -> f64 {
    answer(|| text(units, validate))
}

fn validate(json: &str, out: &mut String) {
    let message = read(json);
    let parsed = parse(&message);
    let sent = parsed.to_json();
    let valid = if sent.is_some() { "true" } else { "false" };
    let message = sent.as_deref().unwrap_or("null");
    for part in ["{\"valid\":", valid, ",\"message\":", message, ",\"problems\":", &list(&parsed.problems()), "}"] {
        out.push_str(part);
    }
}

/// Builds a message with the [`Builder`] of this number: the length of `{message}`, or of `{problems, printed}`, in the
/// output buffer. `printed` are the sentences without anything that was given.
#[wasm_bindgen]
pub fn command_build(builder: u32, units: u32) -> f64 {
    answer(|| text(units, |json, out| build_with(builder, json, out)))
}

fn build_with(builder: u32, json: &str, out: &mut String) {
    let Some(&builder) = Builder::ALL.get(builder as usize) else { return };
    match build(builder, &read(json)) {
        Ok(command) => {
            for part in ["{\"message\":", &command.to_json(), "}"] {
                out.push_str(part);
            }
        }
        Err(found) => {
            let problems: Vec<Problem> = found.iter().map(Found::problem).collect();
            let printed: Vec<String> = found.iter().map(Found::printed).collect();
            let printed = to_string(&printed.join(" ")).unwrap_or_default();
            for part in ["{\"problems\":", &list(&problems), ",\"printed\":", &printed, "}"] {
                out.push_str(part);
            }
        }
    }
}

fn read(json: &str) -> Input {
    Input::read(json).unwrap_or(Input::UNREADABLE)
}

/// Writing text into memory cannot fail.
fn list(problems: &[Problem]) -> String {
    to_string(problems).unwrap_or_default()
}
