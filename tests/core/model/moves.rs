//! What may happen, and as which message or command it reaches the session.

use patchbay::salesforce::record::Role;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Number of interactions that messages are about: more than the session keeps once they are done.
const IDS: usize = 12;
const RECORDS: [(&str, &str, Option<Role>); 7] = [
    ("0035g00000LqT4rAAF", "Contact", Some(Role::Name)),
    ("0035g00000LqT5aAAF", "Contact", Some(Role::Name)),
    ("00Q5g00000HbN2dEAF", "Lead", Some(Role::Name)),
    ("0065g00000AbCdEAAV", "Opportunity", Some(Role::RelatedTo)),
    ("5005g00000RvW2qAAF", "Case", Some(Role::RelatedTo)),
    ("a015g00000XyZ12AAF", "Claim__c", Some(Role::RelatedTo)),
    ("0055g00000QwE1rAAF", "User", None),
];
pub const LEAD: usize = 2;
pub const STATUSES: [&str; 3] = ["ON_QUEUE", "MEAL", "AVAILABLE"];
pub const FIELDS: [&str; 2] = ["Description", "Subject"];

/// What the client tells of an interaction. Odd ones go out from the agent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    Alerting,
    Dialing,
    /// Nothing but the ID, as the category `connect`.
    Connect,
    Connected,
    /// By the flag alone, which is true of held interactions too.
    StillConnected,
    Held,
    /// Nothing but the ID, in the older spelling.
    Disconnect,
    Disconnected,
    WrapUp(u8),
    /// Nothing but the ID, as the category `acw`.
    AfterCall,
    Deallocate,
    /// Something that says nothing of the phase.
    Name,
    /// The same interaction comes to the agent once more.
    Back,
}

/// What becomes of a save that is on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// It is stored, and nobody is told yet.
    Arrives,
    Saved {
        /// The same answer may come once more.
        again: bool,
    },
    /// The page is told that it failed, whether it was stored or not.
    StorageError,
    /// The answer is nothing that answers mean.
    Nonsense(u8),
    /// It is stored, and the answer names somebody else's record.
    Foreign,
}

#[derive(Clone, Debug)]
pub enum Move {
    Tell(usize, Told),
    Select(Option<usize>),
    Status(usize),
    Visit(usize),
    Associate(usize, Vec<usize>),
    Choose(usize, Role, Option<usize>),
    Edit(usize, usize, u8),
    OpenLog(usize),
    Hurry,
    Noise(usize),
    /// Milliseconds.
    Wait(u32),
    Answer(usize, Fate),
    /// What is on its way may still arrive.
    Reload {
        arrives: bool,
    },
    /// The same, and all that the tab kept is gone.
    CloseTab {
        arrives: bool,
    },
}

pub fn any_move() -> impl Strategy<Value = Move> {
    let told = || {
        prop_oneof![
            3 => Just(Told::Alerting),
            1 => Just(Told::Dialing),
            2 => Just(Told::Connect),
            3 => Just(Told::Connected),
            1 => Just(Told::StillConnected),
            2 => Just(Told::Held),
            1 => Just(Told::Disconnect),
            2 => Just(Told::Disconnected),
            2 => (0..3u8).prop_map(Told::WrapUp),
            1 => Just(Told::AfterCall),
            1 => Just(Told::Deallocate),
            1 => Just(Told::Name),
            1 => Just(Told::Back),
        ]
    };
    // Most of it happens to few, so that something happens to them at all.
    let id = || prop_oneof![6 => 0..3usize, 1 => 3..IDS];
    let record = || 0..RECORDS.len();
    let role = || prop_oneof![Just(Role::Name), Just(Role::RelatedTo)];
    let waits = prop_oneof![Just(100), Just(1_600), Just(6_000), Just(16_000), Just(61_000), Just(130_000)];
    let fate = prop_oneof![
        2 => Just(Fate::Arrives),
        6 => any::<bool>().prop_map(|again| Fate::Saved { again }),
        2 => Just(Fate::StorageError),
        1 => (0..4u8).prop_map(Fate::Nonsense),
        1 => Just(Fate::Foreign),
    ];
    prop_oneof![
        14 => (id(), told()).prop_map(|(id, told)| Move::Tell(id, told)),
        1 => option::of(id()).prop_map(Move::Select),
        1 => (0..STATUSES.len()).prop_map(Move::Status),
        3 => record().prop_map(Move::Visit),
        2 => (id(), vec(record(), 0..4)).prop_map(|(id, records)| Move::Associate(id, records)),
        3 => (id(), role(), option::weighted(0.8, record())).prop_map(|(id, role, it)| Move::Choose(id, role, it)),
        4 => (id(), 0..FIELDS.len(), 0..6u8).prop_map(|(id, field, text)| Move::Edit(id, field, text)),
        1 => id().prop_map(Move::OpenLog),
        1 => Just(Move::Hurry),
        1 => (0..NOISE.len()).prop_map(Move::Noise),
        6 => waits.prop_map(Move::Wait),
        8 => (0..4usize, fate).prop_map(|(in_flight, fate)| Move::Answer(in_flight, fate)),
        2 => any::<bool>().prop_map(|arrives| Move::Reload { arrives }),
        1 => any::<bool>().prop_map(|arrives| Move::CloseTab { arrives }),
    ]
}

/// Messages that say nothing of interactions or the agent.
pub const NOISE: [&str; 8] = [
    "",
    "no JSON",
    "null",
    "[]",
    r#"{"type":"Interaction","category":"change"}"#,
    r#"{"type":"Interaction","category":"change","data":{"id":7,"state":"HELD"}}"#,
    r#"{"type":"PureCloud.User.updateStatus","data":{"id":"1"}}"#,
    r#"{"type":"Notification","category":"unknown","data":{"id":"call-0","isDone":true}}"#,
];

pub fn id(number: usize) -> String {
    format!("call-{number}")
}

pub fn record_id(record: usize) -> &'static str {
    RECORDS[record].0
}

pub fn role(record: usize) -> Option<Role> {
    RECORDS[record].2
}

pub fn record(record: usize) -> Value {
    let (id, object, _) = RECORDS[record];
    json!({ "id": id, "objectApiName": object, "name": format!("{object} {record}") })
}

/// What an edit writes: an empty text is as good as none.
pub fn text(edit: u8) -> Value {
    match edit {
        0 => Value::Null,
        text => "x".repeat(usize::from(text) - 1).into(),
    }
}

/// The message that tells it. An interaction that comes back begins an hour after it last began.
pub fn message(number: usize, told: Told, life: u32) -> Value {
    let id = id(number);
    let began = if told == Told::Back { life + 1 } else { life };
    let direction = if number % 2 == 1 { "Outbound" } else { "Inbound" };
    let day = |minute: u32| format!("2026-05-{:02}T{:02}:{minute:02}:00Z", 3 + began / 24, began % 24);
    let conversation = |more: Value| {
        let mut conversation = json!({ "id": id, "direction": direction, "startTime": day(0) });
        if let (Some(conversation), Value::Object(more)) = (conversation.as_object_mut(), more) {
            conversation.extend(more);
        }
        conversation
    };
    let tell = |category: &str, data: Value| json!({ "type": "Interaction", "category": category, "data": data });
    let over =
        |done: bool| json!({ "state": "DISCONNECTED", "isDisconnected": true, "isDone": done, "endTime": day(30) });
    match told {
        Told::Alerting | Told::Back => tell("add", conversation(json!({ "state": "ALERTING" }))),
        Told::Dialing => tell("add", conversation(json!({ "state": "DIALING" }))),
        Told::Connect => tell("connect", id.into()),
        Told::Connected => tell("change", conversation(json!({ "state": "CONNECTED", "connectedTime": day(1) }))),
        Told::StillConnected => tell("change", json!({ "id": id, "direction": direction, "isConnected": true })),
        Told::Held => tell("change", conversation(json!({ "state": "HELD", "isConnected": true }))),
        Told::Disconnect => json!({ "reason": "disconnected", "interactionId": id }),
        Told::Disconnected => tell("disconnect", conversation(over(false))),
        Told::WrapUp(code) => {
            let mut data = conversation(over(true));
            data["disposition"] = format!("code {code}").into();
            tell("change", data)
        }
        Told::AfterCall => tell("acw", id.into()),
        Told::Deallocate => tell("deallocate", id.into()),
        Told::Name => tell("change", json!({ "id": id, "direction": direction, "name": "Nadia" })),
    }
}
