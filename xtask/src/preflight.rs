//! Writes the sentences of preflight as a JavaScript module: for the command, which prints them, and not for the module that
//! ships.

use patchbay::preflight::check::Check;
use patchbay::preflight::finding::Code;
use patchbay::string_enum::StringEnum;
use serde_json::{Map, Value};

/// The whole module.
pub fn module() -> String {
    let titles: Map<_, Value> =
        Check::ALL.iter().map(|check| (check.as_str().to_owned(), check.title().into())).collect();
    let sentences: Map<_, Value> =
        Code::ALL.iter().map(|code| (code.as_str().to_owned(), code.sentence().into())).collect();
    format!(
        "// Written by `cargo xtask build` from src/preflight; not to be edited.\n{}{}",
        exported("TITLES", &titles),
        exported("SENTENCES", &sentences)
    )
}

fn exported(name: &str, texts: &Map<String, Value>) -> String {
    format!("export const {name} = {};\n", serde_json::to_string_pretty(texts).unwrap_or_default())
}
