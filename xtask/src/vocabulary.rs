//! Writes what JavaScript must know of the rules as a JavaScript module, so that nothing is typed twice.

use std::fmt::Write;

use patchbay::command::attribute::{self, ValueKind};
use patchbay::command::finding::{Finding, Slot};
use patchbay::command::target::{self, Target};
use patchbay::command::verdict::Verdict;
use patchbay::command::vocabulary::{Action, MessageType, Owner, TargetKind, TargetType};
use patchbay::command::word::{self, Attributes, Bits, Flag, Text, Word};
use patchbay::command::{MAX_TEXT, sensitive};
use patchbay::session::MAX_MESSAGE_LEN;
use patchbay::string_enum::StringEnum;
use patchbay::uri;
use serde_json::{Value, json};

/// The whole module but its fingerprint.
pub fn module() -> String {
    let mut out = String::from("// Written by `cargo xtask build` from the Rust sources; not to be edited.\n");
    let mut constant = |name: &str, value: &dyn std::fmt::Display| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "export const {name} = {value};");
    };
    constant("VERSION", &json!(patchbay::VERSION));
    constant("MAX_TEXT", &MAX_TEXT);
    constant("LONGEST_MESSAGE", &MAX_MESSAGE_LEN);
    constant("SHARE", &67_108_864);
    constant("PREPARED_FLAGS", &32);
    constant("PREPARED_SHARE", &1_048_576);

    constant("TYPES", &json!(MessageType::NAMES));
    constant("ACTIONS", &json!(Action::NAMES));
    constant("TARGET_TYPES", &json!(TargetType::NAMES));
    constant("TARGET_KINDS", &target_kinds());
    constant("LISTS", &(3 + Owner::ALL.len()));
    for (number, owner) in Owner::ALL.iter().enumerate() {
        let name = format!("{owner:?}");
        constant(&upper(&name), &json!({ "list": number + 3, "properties": owner.properties() }));
    }

    constant("TEXT", &numbers(Text::ALL));
    constant("TARGET", &numbers(Target::ALL));
    constant("FLAG", &numbers(Flag::ALL));
    constant("ATTRIBUTES", &numbers(Attributes::ALL));
    constant("VALUE", &numbers(ValueKind::ALL));
    constant("NAMED", &json!({ "Absent": 0, "WrongKind": 1, "Empty": 2, "Unknown": 3 }));
    constant("NAMES_BEGIN", &word::NAMES_BEGIN);
    constant("FIELD_BEGINS", &word::FIELD_BEGINS);
    for (name, bits) in fields() {
        let begins = if bits == Word::KIND { word::TYPE_BEGINS } else { 0 };
        constant(
            &format!("{name}_BITS"),
            &json!({ "shift": bits.shift, "mask": (1 << bits.count) - 1, "begins": begins }),
        );
    }
    constant("SENSITIVE", &Text::ALL.len());
    constant("FEWEST_DIGITS", sensitive::DIGITS.start());

    constant("QUICK_FINE", &regex(word::QUICK_FINE));
    constant("QUICK_PLAIN", &regex(target::QUICK_PLAIN));
    constant("QUICK_SIP", &regex(target::QUICK_SIP));
    constant("QUICK_CLEAN", &regex(sensitive::QUICK_CLEAN));
    constant("UNRESERVED", &regex(&format!("^[{}]*$", uri::UNRESERVED)));

    constant("INVALID", &Verdict::INVALID);
    constant("SLOTS", &Value::Array(Slot::ALL.iter().map(|&slot| verdict_slot(slot)).collect()));
    constant("ITEMS", &items());
    constant("VALUE_FINDINGS", &value_findings());
    out
}

fn fields() -> [(&'static str, Bits); 9] {
    [
        ("TYPE", Word::KIND),
        ("ID", Word::ID),
        ("ACTION", Word::ACTION),
        ("TARGET", Word::TARGET),
        ("TARGET_TYPE", Word::TARGET_TYPE),
        ("FLOW_ID", Word::FLOW_ID),
        ("USER_DATA", Word::USER_DATA),
        ("DISCONNECT", Word::DISCONNECT),
        ("ATTRIBUTES", Word::ATTRIBUTES),
    ]
}

fn target_kinds() -> String {
    let kinds: Vec<String> = TargetKind::ALL
        .iter()
        .map(|&kind| {
            format!(
                "{{ name: {}, type: {}, prefix: {}, quick: {}, plain: {} }}",
                json!(kind.as_str()),
                json!(kind.target_type().as_str()),
                json!(kind.prefix()),
                regex(target::quick_raw(kind)),
                // RecordKind is fine as an ID has nothing to encode.
                target::quick_raw(kind) == word::QUICK_FINE
            )
        })
        .collect();
    format!("[{}]", kinds.join(", "))
}

/// The names of a list with the numbers by which they stand in words.
fn numbers<T: std::fmt::Debug>(list: &[T]) -> Value {
    list.iter().enumerate().map(|(number, item)| (format!("{item:?}"), json!(number))).collect()
}

fn regex(pattern: &str) -> String {
    format!("/{}/u", pattern.replace('/', "\\/"))
}

fn verdict_slot(slot: Slot) -> Value {
    let (shift, count) = Verdict::bits(slot).unwrap_or_default();
    let templates: Vec<Value> = slot.findings().map(template).collect();
    json!({ "shift": shift, "mask": (1 << count) - 1, "field": camel(&format!("{slot:?}")), "templates": templates })
}

fn items() -> Value {
    Slot::Item.findings().map(|finding| (format!("{finding:?}"), template(finding))).collect()
}

/// What each kind of attribute value is found to be: a finite space, judged here once and for all.
fn value_findings() -> Value {
    ValueKind::ALL.iter().map(|&kind| json!(attribute::judge(kind).map(|finding| format!("{finding:?}")))).collect()
}

fn template(finding: Finding) -> Value {
    let template = finding.template();
    let mut written = json!({
        "severity": template.severity.as_str(),
        "path": template.path,
        "code": template.code.as_str(),
        "message": template.sentence.replace("{choices}", &choices(finding.choices())),
    });
    if matches!(finding, Finding::AttributesHoldErrors | Finding::AttributesHoldWarnings) {
        // Told where each of them is.
        written["within"] = json!(true);
    }
    written
}

/// `a, b or c`.
fn choices(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}

/// `FlowId` → `flowId`.
fn camel(name: &str) -> String {
    name[..1].to_ascii_lowercase() + &name[1..]
}

/// `UpdateState` → `UPDATE_STATE`.
fn upper(name: &str) -> String {
    let mut out = String::new();
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    out
}
