//! The spellings of messages: `{type, category, data}` of the message service, `{reason, data}` of the older console and
//! of `postMessage`, and either of them as JSON in a text.

use std::borrow::Cow;

use super::conversation::{BoolField, Conversation, MAX_TEXT_LEN};
use super::{Announcement, Event, Reading};
use crate::json::read::{Document, Plain, Unreadable, Value};
use crate::problem::{Code, Problem};

/// Reads one message, given as JSON.
///
/// ```
/// use patchbay::event::{Event, envelope::read};
/// let reading = read(r#"{"type":"UserAction","category":"routingStatus","data":"IDLE"}"#);
/// assert_eq!(reading.event, Event::RoutingStatus("IDLE".to_owned()));
/// assert!(reading.problems.is_empty());
/// ```
pub fn read(json: &str) -> Reading<'_> {
    let mut problems = Vec::new();
    let event = match Document::read(json) {
        Ok(document) => match document.root().text() {
            // JSON in a text: some senders write it twice.
            Some(text) => match Document::read(&text) {
                Ok(inner) => read_message(inner.root(), &mut problems).into_owned(),
                Err(_) => not_a_message(&mut problems, "text that is not JSON"),
            },
            None => read_message(document.root(), &mut problems),
        },
        Err(Unreadable::End) => not_a_message(&mut problems, "JSON that ends too soon"),
        Err(Unreadable::Syntax) => not_a_message(&mut problems, "text that is not JSON"),
        Err(Unreadable::Size) => not_a_message(&mut problems, "nested too deep, or holds too many values"),
    };
    Reading { event, problems }
}

fn not_a_message(problems: &mut Vec<Problem>, what: &str) -> Event<'static> {
    let message = format!("The message is {what}; send an object with type, category and data.");
    problems.push(Problem::error("", Code::Type, message));
    Event::Other
}

/// The fields of a message that matter here, found in one look.
#[derive(Default)]
struct Fields<'d, 't> {
    kind: Option<String>,
    category: Option<String>,
    reason: Option<String>,
    data: Option<Value<'d, 't>>,
}

fn fields_of<'d, 't>(message: Value<'d, 't>) -> Fields<'d, 't> {
    let mut fields = Fields::default();
    for (name, value) in message.entries() {
        match name.as_ref() {
            "type" => fields.kind = lower(value),
            "category" => fields.category = lower(value),
            "reason" => fields.reason = lower(value),
            "data" => fields.data = Some(value),
            _ => {}
        }
    }
    fields
}

fn read_message<'t>(message: Value<'_, 't>, problems: &mut Vec<Problem>) -> Event<'t> {
    if !message.is_object() {
        return not_a_message(problems, "no object");
    }
    let Fields { kind, category, reason, data } = fields_of(message);
    match (kind.as_deref(), reason.as_deref()) {
        (Some("interaction"), _) => read_interaction(category.as_deref(), data, "/data", problems),
        (Some("useraction"), _) => read_user_action(category.as_deref(), data, problems),
        (Some("notification"), _) if category.as_deref() == Some("interactionselection") => {
            read_selection(data, problems)
        }
        (Some(_), _) => Event::Other,
        (None, Some("interaction")) => {
            let inner = data.map(fields_of).unwrap_or_default();
            read_interaction(inner.category.as_deref(), inner.data, "/data/data", problems)
        }
        (None, Some("status_updated")) => read_status(message, "", problems),
        (None, Some(reason)) => read_reason(reason, message, problems),
        (None, None) => Event::Other,
    }
}

/// Letter case means nothing in any of these names.
fn lower(value: Value) -> Option<String> {
    value.text().filter(|text| text.len() <= MAX_TEXT_LEN).map(|text| text.to_ascii_lowercase())
}

fn read_interaction<'t>(
    category: Option<&str>,
    data: Option<Value<'_, 't>>,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Event<'t> {
    let moment = match category {
        Some("add") => Announcement::Added,
        Some("deallocate") => Announcement::Deallocated,
        Some("blindtransfer") => Announcement::BlindTransfer,
        Some("consulttransfer") => Announcement::ConsultTransfer,
        Some("completeconsulttransfer") => Announcement::ConsultCompleted,
        _ => Announcement::Changed,
    };
    let (object, path) = match data {
        Some(object) if object.is_object() => match object.get("new").filter(|new| new.is_object()) {
            Some(new) => (new, format!("{path}/new")),
            None => (object, path.to_owned()),
        },
        // Some categories carry nothing but the ID.
        Some(id) if id.text().is_some() => {
            let Some(id) = read_id(data, path, problems) else { return Event::Other };
            return Event::Interaction {
                id,
                conversation: Box::new(announced(category, Conversation::default())),
                moment,
            };
        }
        _ => {
            problems.push(Problem::error(path, Code::Required, "data is missing; send the interaction or its ID."));
            return Event::Other;
        }
    };
    let Some(id) = read_id(object.get("id"), &format!("{path}/id"), problems) else { return Event::Other };
    let conversation = announced(category, Conversation::read(object, &path, problems));
    Event::Interaction { id, conversation: Box::new(conversation), moment }
}

/// What the category says, where the interaction itself says nothing of it.
fn announced<'t>(category: Option<&str>, mut conversation: Conversation<'t>) -> Conversation<'t> {
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
fn read_reason<'t>(reason: &str, message: Value<'_, 't>, problems: &mut Vec<Problem>) -> Event<'t> {
    let category = match reason {
        "connected" => "connect",
        // After-call work begins when the interaction ends.
        "disconnected" | "acw_required" => "disconnect",
        "acw_completed" => "acw",
        _ => return Event::Other,
    };
    let Some(id) = read_id(message.get("interactionId"), "/interactionId", problems) else { return Event::Other };
    let conversation = Box::new(announced(Some(category), Conversation::default()));
    Event::Interaction { id, conversation, moment: Announcement::Changed }
}

fn read_id<'t>(value: Option<Value<'_, 't>>, path: &str, problems: &mut Vec<Problem>) -> Option<Cow<'t, str>> {
    let (code, message) = match value.map(Value::plain) {
        Some(Plain::Text(id)) if id.trim().is_empty() => (Code::Empty, "The interaction's ID is empty; send it."),
        Some(Plain::Text(id)) if id.len() > MAX_TEXT_LEN => {
            (Code::TooLong, "This is too long to be an interaction's ID; send the ID.")
        }
        Some(Plain::Text(id)) => return Some(id),
        None | Some(Plain::Null) => (Code::Required, "The interaction's ID is missing; send it."),
        Some(_) => (Code::Type, "The interaction's ID is not text; send it as text."),
    };
    problems.push(Problem::error(path, code, message));
    None
}

fn read_user_action<'t>(category: Option<&str>, data: Option<Value>, problems: &mut Vec<Problem>) -> Event<'t> {
    match (category, data) {
        (Some("status"), Some(data)) if data.is_object() => read_status(data, "/data", problems),
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

fn read_status<'t>(data: Value, path: &str, problems: &mut Vec<Problem>) -> Event<'t> {
    let Some(status) = short(data.get("status")) else {
        let message = "The status is not a short text; send its name.";
        problems.push(Problem::error(format!("{path}/status"), Code::Type, message));
        return Event::Other;
    };
    let sub_status = match data.get("sub_status").filter(|value| !value.is_null()) {
        None => None,
        given => {
            let text = short(given);
            if text.is_none() && given.and_then(Value::text).as_deref() != Some("") {
                let message = "sub_status is not a short text and is passed over.";
                problems.push(Problem::warning(format!("{path}/sub_status"), Code::Type, message));
            }
            text
        }
    };
    Event::Status { status, sub_status }
}

fn read_selection<'t>(data: Option<Value>, problems: &mut Vec<Problem>) -> Event<'t> {
    match data.and_then(|data| data.get("interactionId")).filter(|id| !id.is_null()) {
        None => Event::Selection(None),
        Some(id) if id.text().is_some_and(|id| id.trim().is_empty()) => Event::Selection(None),
        id => match read_id(id, "/data/interactionId", problems) {
            Some(id) => Event::Selection(Some(id.into_owned())),
            None => Event::Other,
        },
    }
}

fn short(value: Option<Value>) -> Option<String> {
    let text = value?.text()?;
    let text = text.trim();
    (!text.is_empty() && text.len() <= MAX_TEXT_LEN).then(|| text.to_owned())
}
