//! Writes what the command `patchbay preflight` has of Rust as a JavaScript module: the sentences that it prints, and the names
//! that it looks for in files. The module that ships needs none of it.

use patchbay::preflight::check::Check;
use patchbay::preflight::finding::Code;
use patchbay::preflight::rules::CLASSES;
use patchbay::salesforce::record::RELATED_TO;
use patchbay::string_enum::StringEnum;
use serde_json::{Map, Value, json};

/// The whole module.
pub fn module() -> String {
    let titles: Map<_, Value> =
        Check::ALL.iter().map(|check| (check.as_str().to_owned(), check.title().into())).collect();
    let sentences: Map<_, Value> =
        Code::ALL.iter().map(|code| (code.as_str().to_owned(), code.sentence().into())).collect();
    format!(
        "// Written by `cargo xtask build` from src/preflight; not to be edited.\n{}{}{}{}",
        exported("TITLES", &json!(titles)),
        exported("SENTENCES", &json!(sentences)),
        exported("CLASSES", &json!(CLASSES)),
        exported("RELATED_TO", &json!(RELATED_TO))
    )
}

fn exported(name: &str, value: &Value) -> String {
    format!("export const {name} = {};\n", serde_json::to_string_pretty(value).unwrap_or_default())
}
