//! The spellings of messages: `{type, category, data}` of the message service, `{reason, data}` of the older console and
//! of `postMessage`, and either of them as JSON in a text.

use serde_json::{Map, Value};

use super::facts::{Facts, FlagFact, LONGEST_TEXT};
use super::{Event, Moment, Reading};
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
    let event = match serde_json::from_str(json) {
        // JSON in a text: some senders write it twice.
        Ok(Value::String(text)) => match serde_json::from_str(&text) {
            Ok(message) => read_message(&message, &mut problems),
            Err(_) => not_a_message(&mut problems, "text that is not JSON"),
        },
        Ok(message) => read_message(&message, &mut problems),
        Err(error) if error.is_eof() => not_a_message(&mut problems, "JSON that ends too soon"),
        Err(_) => not_a_message(&mut problems, "text that is not JSON, or is nested too deep"),
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
    let kind = lower(message.get("type"));
    let category = lower(message.get("category"));
    match (kind.as_deref(), lower(message.get("reason")).as_deref()) {
        (Some("interaction"), _) => read_interaction(category.as_deref(), message.get("data"), "/data", problems),
        (Some("useraction"), _) => read_user_action(category.as_deref(), message.get("data"), problems),
        (Some("notification"), _) if category.as_deref() == Some("interactionselection") => {
            read_selection(message.get("data"), problems)
        }
        (Some(_), _) => Event::Other,
        (None, Some("interaction")) => {
            let inner = message.get("data").and_then(Value::as_object);
            let category = lower(inner.and_then(|inner| inner.get("category")));
            read_interaction(category.as_deref(), inner.and_then(|inner| inner.get("data")), "/data/data", problems)
        }
        (None, Some("status_updated")) => read_status(message, "", problems),
        (None, Some(reason)) => read_reason(reason, message, problems),
        (None, None) => Event::Other,
    }
}

/// Letter case means nothing in any of these names.
fn lower(value: Option<&Value>) -> Option<String> {
    value.and_then(Value::as_str).filter(|text| text.len() <= LONGEST_TEXT).map(str::to_ascii_lowercase)
}

fn read_interaction(category: Option<&str>, data: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    let moment = match category {
        Some("add") => Moment::Added,
        Some("deallocate") => Moment::Deallocated,
        Some("blindtransfer") => Moment::BlindTransfer,
        Some("consulttransfer") => Moment::ConsultTransfer,
        Some("completeconsulttransfer") => Moment::ConsultCompleted,
        _ => Moment::Changed,
    };
    let (object, path) = match data {
        Some(Value::Object(object)) => match object.get("new") {
            Some(Value::Object(new)) => (new, format!("{path}/new")),
            _ => (object, path.to_owned()),
        },
        // Some categories carry nothing but the ID.
        Some(Value::String(_)) => {
            let Some(id) = read_id(data, path, problems) else { return Event::Other };
            return Event::Interaction { id, facts: Box::new(announced(category, Facts::default())), moment };
        }
        _ => {
            problems.push(Problem::error(path, Code::Required, "data is missing; send the interaction or its ID."));
            return Event::Other;
        }
    };
    let Some(id) = read_id(object.get("id"), &format!("{path}/id"), problems) else { return Event::Other };
    let facts = announced(category, Facts::read(object, &path, problems));
    Event::Interaction { id, facts: Box::new(facts), moment }
}

/// What the category says, where the interaction itself says nothing of it.
fn announced(category: Option<&str>, mut facts: Facts) -> Facts {
    match category {
        Some("connect") if facts.flag(FlagFact::IsDisconnected) != Some(true) => {
            facts.assume("CONNECTED", FlagFact::IsConnected);
        }
        Some("disconnect") => facts.assume("DISCONNECTED", FlagFact::IsDisconnected),
        Some("acw") => {
            facts.assume("DISCONNECTED", FlagFact::IsDisconnected);
            facts.assume("DISCONNECTED", FlagFact::IsDone);
        }
        _ => {}
    }
    facts
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
    let facts = Box::new(announced(Some(category), Facts::default()));
    Event::Interaction { id, facts, moment: Moment::Changed }
}

fn read_id(value: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let (code, message) = match value {
        Some(Value::String(id)) if id.trim().is_empty() => (Code::Empty, "The interaction's ID is empty; send it."),
        Some(Value::String(id)) if id.len() > LONGEST_TEXT => {
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
    let sub_status = match data.get("sub_status") {
        None | Some(Value::Null) => None,
        given => {
            let text = short(given);
            if text.is_none() && given.and_then(Value::as_str) != Some("") {
                let message = "sub_status is not a short text and is passed over.";
                problems.push(Problem::warning(format!("{path}/sub_status"), Code::Type, message));
            }
            text
        }
    };
    Event::Status { status, sub_status }
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
    (!text.is_empty() && text.len() <= LONGEST_TEXT).then(|| text.to_owned())
}
