//! Writes the plain case as a JavaScript module: functions that give the message of what is right at first sight, and `null`
//! for everything else. What is right they have from `patchbay::command::plain`.

use patchbay::command::plain::{self, Shape};
use patchbay::command::vocabulary::{Action, Context, MessageType, Owner, TargetKind, TargetType};
use patchbay::string_enum::StringEnum;
use patchbay::uri;
use serde_json::json;

/// The whole module.
pub fn module() -> String {
    let contexts = [Context::Participant, Context::SecureSession];
    let [id, data] = ["id", "attributes"];
    let mut out = SHARED
        .replace("$ID", &regex(plain::ID))
        .replace("$CLEAN_NUMBER", &plain::CLEAN_NUMBER.to_string())
        .replace("$WORDS", &regex(plain::WORDS))
        .replace("$UNSUSPICIOUS", &regex(plain::UNSUSPICIOUS))
        .replace("$ENTITY_ID", &regex(plain::ENTITY_ID))
        .replace("$MAX_LEN", &plain::MAX_LEN.to_string())
        .replace("$UNRESERVED", &regex(&format!("^[{}]*$", uri::UNRESERVED)));
    out += &encoded_targets();
    out += &raw_targets();
    contexts.iter().for_each(|&of| out += &context(of));
    out += &holds("message", Owner::Message.properties());
    out += &holds("action", &["action", id]);
    out += &holds("attributes", &[id, data]);
    out += &holds("status", &[id]);
    contexts
        .iter()
        .for_each(|&of| out += &holds(&format!("{}Action", name(of)), &["action", id, plain::context(of).0]));
    out + &builders() + &read()
}

const SHARED: &str = r#"// Written by `cargo xtask build` from src/command; not to be edited.
const ID = $ID;
const WORDS = $WORDS;
const ENTITY_ID = $ENTITY_ID;
const UNSUSPICIOUS = $UNSUSPICIOUS;
export const UNRESERVED = $UNRESERVED;
export const NONE = Object.freeze([]);
const OBJECT = Object.prototype;

const isId = (text) => typeof text === 'string' && ID.test(text);
const isClean = (text) => text.length <= $MAX_LEN && (WORDS.test(text) || UNSUSPICIOUS.test(text));

function isPlain(value) {
    if (typeof value !== 'object' || value === null) return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === OBJECT || prototype === null;
}

function isAttribute(value) {
    switch (typeof value) {
        case 'string': return isClean(value);
        case 'boolean': return true;
        case 'object': return value === null;
        case 'number': return (Number.isInteger(value) && Math.abs(value) < $CLEAN_NUMBER) || (Number.isFinite(value) && isClean(String(value)));
        default: return false;
    }
}

function attributes(given) {
    if (!isPlain(given)) return null;
    const copy = {};
    let any = false;
    for (const key in given) {
        const value = given[key];
        if (key === '__proto__' || !UNSUSPICIOUS.test(key) || !isAttribute(value)) return null;
        copy[key] = value;
        any = true;
    }
    return any ? copy : null;
}

"#;

fn regex(pattern: &str) -> String {
    format!("/{}/", pattern.replace('/', "\\/"))
}

const fn name(context: Context) -> &'static str {
    match context {
        Context::Participant => "participant",
        Context::SecureSession => "secure",
    }
}

/// A function that counts an object's own properties, as a loop sees them: -1 where there is one beside these.
fn holds(name: &str, properties: &[&str]) -> String {
    let others: Vec<String> = properties.iter().map(|property| format!("key !== {}", json!(property))).collect();
    format!(
        "function {name}Count(object) {{\n    let count = 0;\n    for (const key in object) {{\n        if ({}) return -1;\n        count += 1;\n    }}\n    return count;\n}}\n\n",
        others.join(" && ")
    )
}

fn encoded_targets() -> String {
    let mut out = String::new();
    for kind in TargetType::ALL {
        out += &format!("const {}Target = {};\n", kind.as_str(), regex(plain::encoded_target(*kind)));
    }
    out += "\nfunction isTarget(text, type) {\n    if (typeof text !== 'string') return false;\n    switch (type) {\n";
    for kind in TargetType::NAMES {
        out += &format!("        case '{kind}': return {kind}Target.test(text);\n");
    }
    out + "        default: return false;\n    }\n}\n\n"
}

fn raw_targets() -> String {
    let mut out = String::new();
    for kind in TargetKind::ALL {
        out += &format!("const {}Raw = {};\n", kind.as_str(), regex(plain::raw_target(*kind)));
    }
    out += "
function target(given) {
    if (!isPlain(given)) return null;
    let kind;
    let count = 0;
    for (const key in given) {
        kind = key;
        count += 1;
    }
    if (count !== 1) return null;
    const raw = given[kind];
    if (typeof raw !== 'string') return null;
    switch (kind) {
";
    for kind in TargetKind::ALL {
        let (spelled, kind_of) = (kind.as_str(), kind.target_type().as_str());
        let sent = match (plain::raw_target(*kind) == plain::ID, kind.prefix()) {
            // What is fine as an ID has nothing to encode.
            (true, _) => "raw".to_owned(),
            (false, "") => "encodeURIComponent(raw)".to_owned(),
            (false, prefix) => format!("'{prefix}' + encodeURIComponent(raw)"),
        };
        out += &format!(
            "        case '{spelled}': return {spelled}Raw.test(raw) ? {{ transferTarget: {sent}, transferTargetType: '{kind_of}' }} : null;\n"
        );
    }
    out + "        default: return null;\n    }\n}\n\n"
}

/// A function that reads a context.
fn context(of: Context) -> String {
    let (_, owner, shapes) = plain::context(of);
    let properties = owner.properties();
    let list = properties.join(", ");
    let (mut checks, mut optional) = (Vec::new(), None);
    for (property, shape) in properties.iter().zip(shapes) {
        match shape {
            Shape::EntityId => checks.push(format!("typeof {property} === 'string' && ENTITY_ID.test({property})")),
            Shape::CleanText => checks.push(format!("typeof {property} === 'string' && isClean({property})")),
            Shape::EncodedTarget => checks.push(format!("isTarget({property}, {property}Type)")),
            Shape::TargetType => {}
            Shape::OptionalFlag => optional = Some(*property),
        }
    }
    let sent = match optional {
        None => format!("count === {} ? {{ {list} }} : null", properties.len()),
        Some(flag) => {
            let required = properties.iter().filter(|property| **property != flag).copied().collect::<Vec<_>>();
            format!(
                "{flag} === undefined ? (count === {} ? {{ {} }} : null) : typeof {flag} === 'boolean' && count === {} ? {{ {list} }} : null",
                required.len(),
                required.join(", "),
                properties.len()
            )
        }
    };
    let name = name(of);
    format!(
        "{}function {name}(given) {{\n    if (!isPlain(given)) return null;\n    const count = {name}Count(given);\n    const {{ {list} }} = given;\n    if (!({})) return null;\n    return {sent};\n}}\n\n",
        holds(name, properties),
        checks.join(" && ")
    )
}

/// The actions that need this context, as cases.
fn cases(context: Option<Context>) -> String {
    let actions = Action::ALL.iter().filter(|action| action.context() == context);
    actions.map(|action| format!("case '{}': ", action.as_str())).collect()
}

fn builders() -> String {
    let [update, add, status, ..] = MessageType::NAMES else { return String::new() };
    format!(
        "export function updateState(action, id) {{
    switch (action) {{
        {}return isId(id) ? {{ type: '{update}', data: {{ action, id }} }} : null;
        default: return null;
    }}
}}

export const updateStatus = (id) => (isId(id) ? {{ type: '{status}', data: {{ id }} }} : null);

export function transfer(action, id, to) {{
    try {{
        const participantContext = isId(id) ? target(to) : null;
        return participantContext && {{ type: '{update}', data: {{ action, id, participantContext }} }};
    }} catch {{
        return null;
    }}
}}

export function secureSession(id, context) {{
    try {{
        const secureSessionContext = isId(id) ? secure(context) : null;
        return secureSessionContext && {{ type: '{update}', data: {{ action: '{}', id, secureSessionContext }} }};
    }} catch {{
        return null;
    }}
}}

export function addCustomAttributes(id, given) {{
    try {{
        const copy = isId(id) ? attributes(given) : null;
        return copy && {{ type: '{add}', data: {{ id, attributes: copy }} }};
    }} catch {{
        return null;
    }}
}}

",
        cases(None),
        Action::SecureSession.as_str()
    )
}

/// A function that reads a message and gives one of its own.
fn read() -> String {
    let [update, add, status, ..] = MessageType::NAMES else { return String::new() };
    let mut actions = format!(
        "            {}return actionCount(data) === 2 ? {{ type, data: {{ action, id }} }} : null;\n",
        cases(None)
    );
    for of in [Context::Participant, Context::SecureSession] {
        let (property, ..) = plain::context(of);
        let name = name(of);
        actions += &format!(
            "            {}{{\n                const {property} = {name}ActionCount(data) === 3 ? {name}(data.{property}) : null;\n                return {property} && {{ type, data: {{ action, id, {property} }} }};\n            }}\n",
            cases(Some(of))
        );
    }
    format!(
        "export function read(message) {{
    try {{
        return readMessage(message);
    }} catch {{
        return null;
    }}
}}

function readMessage(message) {{
    if (!isPlain(message) || messageCount(message) !== 2) return null;
    const {{ type, data }} = message;
    if (!isPlain(data)) return null;
    const {{ id }} = data;
    if (!isId(id)) return null;
    switch (type) {{
        case '{update}': {{
            const {{ action }} = data;
            switch (action) {{
{actions}            default: return null;
            }}
        }}
        case '{add}': {{
            const copy = attributesCount(data) === 2 ? attributes(data.attributes) : null;
            return copy && {{ type, data: {{ id, attributes: copy }} }};
        }}
        case '{status}': return statusCount(data) === 1 ? {{ type, data: {{ id }} }} : null;
        default: return null;
    }}
}}
"
    )
}
