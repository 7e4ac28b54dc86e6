//! The spellings of messages: `{type, category, data}` of the message service, `{reason, data}` of the older console and
//! of `postMessage`, and either of them as JSON in a text, in the `message` of the Classic console, in the `msg` of
//! `softphone_connector`, or in a subscription of the Embeddable Framework: `{type: "interactionSubscription", data:
//! {category, interaction}}`.

use serde_json::{Map, Value};

use super::conversation::{Conversation, MAX_TEXT_LEN};
use super::field::BoolField;
use super::transcript::Transcript;
use super::{Announcement, Event, Reading};
use crate::command::vocabulary::MessageType;
use crate::json::{Unreadable, parse};
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;

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
        Ok(message) => unpack(message, 0, &mut problems),
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

/// Maximum number of envelopes around a message.
const MAX_ENVELOPES: usize = 4;

/// Takes a message out of its envelopes: JSON in a text, which some senders write twice, and the properties of others.
fn unpack(mut message: Value, depth: usize, problems: &mut Vec<Problem>) -> Event {
    if depth == MAX_ENVELOPES {
        return not_a_message(problems, "wrapped too often");
    }
    let text = |name: &str| lower(message.get(name));
    let inner = match text("type").as_deref() {
        Some("softphone_connector") => Some("msg"),
        None if text("reason").is_none() => ["message", "msg", "data"].into_iter().find(|name| {
            message
                .get(name)
                .is_some_and(|inner| inner.is_string() || inner.get("type").is_some() || inner.get("reason").is_some())
        }),
        _ => None,
    };
    if let Value::String(text) = &message {
        return match parse(text) {
            Ok(message) => unpack(message, depth + 1, problems),
            Err(_) => not_a_message(problems, "text that is not JSON"),
        };
    }
    let Some(inner) = inner else {
        // It may be an interaction's ID instead, but no ID begins like JSON.
        if let Some(data) = message.get_mut("data")
            && let Some(object) = data.as_str().filter(|text| text.trim_start().starts_with('{'))
            && let Ok(object) = parse(object)
        {
            *data = object;
        }
        return read_message(&message, problems);
    };
    let before = problems.len();
    let event = unpack(message.get(inner).cloned().unwrap_or_default(), depth + 1, problems);
    problems[before..].iter_mut().for_each(|problem| problem.path.insert_str(0, &format!("/{inner}")));
    event
}

fn read_message(message: &Value, problems: &mut Vec<Problem>) -> Event {
    let Some(message) = message.as_object() else { return not_a_message(problems, "no object") };
    let mut category = lower(message.get("category"));
    let mut data = message.get("data");
    let given = lower(message.get("type"));
    let mut path = "/data";
    // `UserActions` is what the document calls them.
    let kind = given.as_deref().map(|kind| kind.strip_suffix("subscription").unwrap_or(kind));
    let kind = kind.map(|kind| kind.strip_suffix('s').unwrap_or(kind));
    let has_inner = |inner: &&Value| kind.is_some() && inner.get("category").is_some();
    if let Some(inner) = data.filter(|inner| category.is_none() && has_inner(inner)) {
        category = lower(inner.get("category"));
        (data, path) = match inner.get("interaction") {
            None => (inner.get("data"), "/data/data"),
            interaction => (interaction, "/data/interaction"),
        };
    }
    let category = category.as_deref();
    match (kind, lower(message.get("reason")).as_deref()) {
        (Some("interaction"), _) => read_interaction(category, data, path, problems),
        (Some("useraction"), _) => read_user_action(category, data, path, problems),
        (Some("notification"), _) => read_notification(category, data, path, problems),
        (Some("initialsetup"), _) => Event::SetUp,
        (Some("logout"), _) => Event::LoggedOut,
        // Messages to the client are received by every listener.
        (Some(_), _) if given.as_deref().is_some_and(is_command) => Event::Other,
        (Some(_), _) => not_known(problems, "/type", Code::UnknownType),
        (None, Some("interaction")) => {
            let inner = |name| data.and_then(|data| data.get(name));
            read_interaction(lower(inner("category")).as_deref(), inner("data"), "/data/data", problems)
        }
        (None, Some("status_updated")) => read_status(message, "", problems),
        (None, Some(reason)) => read_reason(reason, message, problems),
        (None, None) => not_known(problems, "/type", Code::UnknownType),
    }
}

fn is_command(given: &str) -> bool {
    MessageType::NAMES.iter().any(|name| name.eq_ignore_ascii_case(given))
}

/// A message of an unknown type or category. It may be right: no document lists what the client publishes, and others publish
/// on the channel too.
fn not_known(problems: &mut Vec<Problem>, path: &str, code: Code) -> Event {
    let message = "This is nothing that Patchbay knows, so it is passed over; leave it unless something is missing.";
    problems.push(Problem::info(path, code, message));
    Event::Other
}

/// Letter case means nothing in any of these names.
fn lower(value: Option<&Value>) -> Option<String> {
    value?.as_str().filter(|text| text.len() <= MAX_TEXT_LEN).map(str::to_ascii_lowercase)
}

fn read_interaction(category: Option<&str>, data: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    let announcement = match category {
        Some("add") => Announcement::Added,
        None | Some("change" | "connect" | "disconnect" | "acw") => Announcement::Changed,
        Some("deallocate") => Announcement::Deallocated,
        Some("blindtransfer") => Announcement::BlindTransfer,
        Some("consulttransfer") => Announcement::ConsultTransfer,
        Some("completeconsulttransfer") => Announcement::ConsultCompleted,
        Some(_) => {
            let message = "This category is not known, so the interaction is taken as changed; leave it unless something is missing.";
            let around = path.rsplit_once('/').map_or("", |(around, _)| around);
            problems.push(Problem::info(format!("{around}/category"), Code::UnknownValue, message));
            Announcement::Changed
        }
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
        "logout" | "logged_out" => return Event::LoggedOut,
        _ => return not_known(problems, "/reason", Code::UnknownValue),
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

fn read_user_action(category: Option<&str>, data: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    match (category, data) {
        (Some("status"), Some(Value::Object(data))) => read_status(data, path, problems),
        (Some("status"), _) => {
            problems.push(Problem::error(path, Code::Type, "data is not an object; send one with the status."));
            Event::Other
        }
        (Some("routingstatus"), _) => match short(data) {
            Some(status) if is_logged_out(&status) => Event::LoggedOut,
            Some(status) => Event::RoutingStatus(status),
            None => {
                let message = "The routing status is not a short text; send its name.";
                problems.push(Problem::error(path, Code::Type, message));
                Event::Other
            }
        },
        (Some("logout" | "loggedout" | "logged_out"), _) => Event::LoggedOut,
        // Stations and logins: the session follows only the status.
        (Some("station" | "login" | "loggedin" | "logged_in"), _) => Event::Other,
        _ => not_known(problems, "/category", Code::UnknownValue),
    }
}

fn is_logged_out(status: &str) -> bool {
    ["logged_out", "loggedout", "logout"].iter().any(|name| name.eq_ignore_ascii_case(status))
}

fn read_notification(category: Option<&str>, data: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    match category {
        Some("interactionselection") => {
            let id = data.and_then(|data| data.get("interactionId"));
            read_selection(id, &format!("{path}/interactionId"), problems)
        }
        Some("chatupdate" | "messageupdate" | "conversationtranscription") => {
            let Some(data) = data.and_then(Value::as_object) else {
                problems.push(Problem::error(path, Code::Type, "data is not an object; send one with id."));
                return Event::Other;
            };
            let Some(id) = read_id(data.get("id"), &format!("{path}/id"), problems) else { return Event::Other };
            let conversation = Box::new(Conversation::spoken(Transcript::read(data, path, problems)));
            Event::Interaction { id, conversation, announcement: Announcement::Changed }
        }
        _ => not_known(problems, "/category", Code::UnknownValue),
    }
}

fn read_status(data: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    let Some(status) = short(data.get("status")) else {
        let message = "The status is not a short text; send its name.";
        problems.push(Problem::error(format!("{path}/status"), Code::Type, message));
        return Event::Other;
    };
    if is_logged_out(&status) {
        return Event::LoggedOut;
    }
    let given = data.get("sub_status").filter(|value| !value.is_null());
    let sub_status = short(given);
    if sub_status.is_none() && given.is_some_and(|given| given != "") {
        let message = "sub_status is not a short text and is ignored.";
        problems.push(Problem::warning(format!("{path}/sub_status"), Code::Type, message));
    }
    Event::Status { status, sub_status, id: short(data.get("id")) }
}

/// The selection that names an interaction by this ID; null or an empty text selects none.
pub fn read_selection(id: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Event {
    match id {
        None | Some(Value::Null) => Event::Selection(None),
        Some(Value::String(id)) if id.trim().is_empty() => Event::Selection(None),
        id => match read_id(id, path, problems) {
            Some(id) => Event::Selection(Some(id)),
            None => Event::Other,
        },
    }
}

fn short(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?.trim();
    (!text.is_empty() && text.len() <= MAX_TEXT_LEN).then(|| text.to_owned())
}
