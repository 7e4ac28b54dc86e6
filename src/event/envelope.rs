//! The spellings of messages: `{type, category, data}` of the message service, `{reason, data}` of the older console and
//! of `postMessage`, and either of them as JSON in a text.

use serde_json::{Map, Value};

use super::conversation::{BoolField, Conversation, MAX_TEXT_LEN};
use super::{Announcement, Event, Reading};
use crate::json::{Unreadable, parse};
use crate::problem::{Code, Problem};

/// Reads one message, given as JSON.
///
/// ```
/// use patchbay::event::{Event, envelope::read};
/// let reading = read(r#"{"type":"UserAction","category":"routingStatus","data":"IDLE"}"#);
/// assert_eq!(reading.event, Event::RoutingStatus("IDLE".to_owned()));
/// assert!(reading.problems.is_empty());
/// ```
pub fn read(json: &str) -> Reading {
    let mut problems = Vec::new();
    let event = match parse(json) {
        // JSON in a text: some senders write it twice.
        Ok(Value::String(text)) => match parse(&text) {
            Ok(message) => read_message(&message, &mut problems),
            Err(_) => not_a_message(&mut problems, "text that is not JSON"),
        },
        Ok(message) => read_message(&message, &mut problems),
        Err(Unreadable::End) => not_a_message(&mut problems, "JSON that ends too soon"),
        Err(Unreadable::Syntax) => not_a_message(&mut problems, "text that is not JSON"),
        Err(Unreadable::Depth) => not_a_message(&mut problems, "nested too deep"),
    };
    Reading { event, problems }
}

fn not_a_message(problems: &mut Vec<Problem>, what: &str) -> Event {
    let message = format!("The message is {what}; send an object with type, category and data.");
    problems.push(Problem::error("", Code::Type, message));
    Event::Other
}

fn read_message(message: &Value, problems: &mut Vec<Problem>) -> Event {
    let Some(message) = message.as_object() else { return not_a_message(problems, "no object") };
    let category = lower(message.get("category"));
    let data = message.get("data");
    match (lower(message.get("type")).as_deref(), lower(message.get("reason")).as_deref()) {
        (Some("interaction"), _) => read_interaction(category.as_deref(), data, "/data", problems),
        (Some("useraction"), _) => read_user_action(category.as_deref(), data, problems),
        (Some("notification"), _) if category.as_deref() == Some("interactionselection") => {
            read_selection(data, problems)
        }
        (Some(_), _) => Event::Other,
        (None, Some("interaction")) => {
            let inner = |name| data.and_then(|data| data.get(name));
            read_interaction(lower(inner("category")).as_deref(), inner("data"), "/data/data", problems)
        }
        (None, Some("status_updated")) => read_status(message, "", problems),
        (None, Some(reason)) => read_reason(reason, message, problems),
        (None, None) => Event::Other,
    }
}

/// Letter case means nothing in any of these names.
fn lower(value: Option<&Value>) -> Option<String> {
    value?.as_str().filter(|text| text.len() <= MAX_TEXT_LEN).map(str::to_ascii_lowercase)
}

fn read_interaction(category: Option<&str>, data: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    let announcement = match category {
        Some("add") => Announcement::Added,
        Some("deallocate") => Announcement::Deallocated,
        Some("blindtransfer") => Announcement::BlindTransfer,
        Some("consulttransfer") => Announcement::ConsultTransfer,
        Some("completeconsulttransfer") => Announcement::ConsultCompleted,
        _ => Announcement::Changed,
    };
    let (id, conversation) = match data {
        Some(Value::Object(object)) => {
            let (object, path) = match object.get("new").and_then(Value::as_object) {
                Some(new) => (new, &*format!("{path}/new")),
                None => (object, path),
            };
            let Some(id) = read_id(object.get("id"), &format!("{path}/id"), problems) else { return Event::Other };
            (id, Conversation::read(object, path, problems))
        }
        // Some categories carry nothing but the ID.
        Some(Value::String(_)) => match read_id(data, path, problems) {
            Some(id) => (id, Conversation::default()),
            None => return Event::Other,
        },
        _ => {
            problems.push(Problem::error(path, Code::Required, "data is missing; send the interaction or its ID."));
            return Event::Other;
        }
    };
    Event::Interaction { id, conversation: Box::new(announced(category, conversation)), announcement }
}

/// What the category says, where the interaction itself says nothing of it.
fn announced(category: Option<&str>, mut conversation: Conversation) -> Conversation {
    match category {
        Some("connect") if conversation.flag(BoolField::IsDisconnected) != Some(true) => {
            conversation.assume("CONNECTED", BoolField::IsConnected);
        }
        Some("disconnect") => conversation.assume("DISCONNECTED", BoolField::IsDisconnected),
        Some("acw") => {
            conversation.assume("DISCONNECTED", BoolField::IsDisconnected);
            conversation.assume("DISCONNECTED", BoolField::IsDone);
        }
        _ => {}
    }
    conversation
}

/// The older messages that tell one moment of an interaction and its ID.
fn read_reason(reason: &str, message: &Map<String, Value>, problems: &mut Vec<Problem>) -> Event {
    let category = match reason {
        "connected" => "connect",
        // After-call work begins when the interaction ends.
        "disconnected" | "acw_required" => "disconnect",
        "acw_completed" => "acw",
        _ => return Event::Other,
    };
    let Some(id) = read_id(message.get("interactionId"), "/interactionId", problems) else { return Event::Other };
    let conversation = Box::new(announced(Some(category), Conversation::default()));
    Event::Interaction { id, conversation, announcement: Announcement::Changed }
}

fn read_id(value: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let (code, message) = match value {
        Some(Value::String(id)) if id.trim().is_empty() => (Code::Empty, "The interaction's ID is empty; send it."),
        Some(Value::String(id)) if id.len() > MAX_TEXT_LEN => {
            (Code::TooLong, "This is too long to be an interaction's ID; send the ID.")
        }
        Some(Value::String(id)) => return Some(id.clone()),
        None | Some(Value::Null) => (Code::Required, "The interaction's ID is missing; send it."),
        Some(_) => (Code::Type, "The interaction's ID is not text; send it as text."),
    };
    problems.push(Problem::error(path, code, message));
    None
}

fn read_user_action(category: Option<&str>, data: Option<&Value>, problems: &mut Vec<Problem>) -> Event {
    match (category, data) {
        (Some("status"), Some(Value::Object(data))) => read_status(data, "/data", problems),
        (Some("status"), _) => {
            problems.push(Problem::error("/data", Code::Type, "data is not an object; send one with the status."));
            Event::Other
        }
        (Some("logout"), _) => Event::Status { status: "LOGGED_OUT".to_owned(), sub_status: None, id: None },
        (Some("routingstatus"), _) => match short(data) {
            Some(status) => Event::RoutingStatus(status),
            None => {
                let message = "The routing status is not a short text; send its name.";
                problems.push(Problem::error("/data", Code::Type, message));
                Event::Other
            }
        },
        _ => Event::Other,
    }
}

fn read_status(data: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    let Some(status) = short(data.get("status")) else {
        let message = "The status is not a short text; send its name.";
        problems.push(Problem::error(format!("{path}/status"), Code::Type, message));
        return Event::Other;
    };
    let given = data.get("sub_status").filter(|value| !value.is_null());
    let sub_status = short(given);
    if sub_status.is_none() && given.is_some_and(|given| given != "") {
        let message = "sub_status is not a short text and is ignored.";
        problems.push(Problem::warning(format!("{path}/sub_status"), Code::Type, message));
    }
    Event::Status { status, sub_status, id: short(data.get("id")) }
}

fn read_selection(data: Option<&Value>, problems: &mut Vec<Problem>) -> Event {
    match data.and_then(|data| data.get("interactionId")) {
        None | Some(Value::Null) => Event::Selection(None),
        Some(Value::String(id)) if id.trim().is_empty() => Event::Selection(None),
        id => match read_id(id, "/data/interactionId", problems) {
            Some(id) => Event::Selection(Some(id)),
            None => Event::Other,
        },
    }
}

fn short(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?.trim();
    (!text.is_empty() && text.len() <= MAX_TEXT_LEN).then(|| text.to_owned())
}
