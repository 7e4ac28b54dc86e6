//! Reads an interaction that a caller gives, in one of two shapes: as the session shows it, or condensed as the client
//! publishes it.

use serde_json::{Map, Value};

use crate::event::conversation::{Conversation, MAX_TEXT_LEN};
use crate::event::field::BoolField;
use crate::interaction::phase::Phase;
use crate::interaction::{Interaction, Kind};
use crate::problem::{Code, Problem};

/// Reads an interaction of either shape, an untrusted value. Adds what is wrong to `problems`, with pointers below `path`;
/// `None` when it has no ID.
///
/// ```
/// use patchbay::engagement::input::read;
/// let shown = serde_json::json!({ "id": "1", "kind": "chat", "phase": "connected", "startTime": "2026-04-09T04:19:30Z" });
/// assert!(read(&shown, "", &mut Vec::new()).is_some());
/// ```
pub fn read(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Interaction> {
    let Some(object) = given.as_object() else {
        let message = "This is no interaction; give one of session.interactions, or the condensed one of the client.";
        problems.push(Problem::error(path, Code::Type, message));
        return None;
    };
    let id = object.get("id").and_then(Value::as_str).map(str::trim);
    let Some(id) = id.filter(|id| !id.is_empty() && id.len() <= MAX_TEXT_LEN) else {
        let message = "The interaction's ID is missing, or is no short text; give it.";
        problems.push(Problem::error(format!("{path}/id"), Code::Required, message));
        return None;
    };
    let conversation = Conversation::read(&with_client_names(object), path, problems);
    let mut interaction = Interaction::new(id.to_owned(), conversation);
    if let Some(phase) = object.get("phase").and_then(Value::as_str).and_then(Phase::named) {
        interaction.phase = phase;
    }
    Some(interaction)
}

/// Adds the client's names of fields that the session calls by others.
fn with_client_names(object: &Map<String, Value>) -> Map<String, Value> {
    let mut written = object.clone();
    for (shown, name) in [("address", "displayAddress"), ("queue", "queueName"), ("internal", "isInternal")] {
        if let Some(value) = object.get(shown) {
            written.entry(name).or_insert_with(|| value.clone());
        }
    }
    let flag = match object.get("kind").and_then(Value::as_str).and_then(Kind::named) {
        Some(Kind::Callback) => Some(BoolField::IsCallback),
        Some(Kind::Chat) => Some(BoolField::IsChat),
        Some(Kind::Email) => Some(BoolField::IsEmail),
        Some(Kind::Message) => Some(BoolField::IsMessage),
        Some(Kind::Voicemail) => Some(BoolField::IsVoicemail),
        Some(Kind::Call) | None => None,
    };
    if let Some(flag) = flag {
        written.insert(flag.as_str().to_owned(), true.into());
    }
    written
}
