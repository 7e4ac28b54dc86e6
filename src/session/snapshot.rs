//! The snapshot of a session: what a later page needs to continue it, except its logs, which have snapshots of their own.
//! Interactions are written in the client's spelling and read back by the rules for messages, as untrusted values.
//!
//! Fields that an older version did not write have defaults, so that its snapshots can be read.

use serde::Serialize;
use serde_json::Value;

use super::in_front::InFront;
use super::logs::Logs;
use super::segments::{MAX_TOMBSTONES, Tombstone};
use super::shown::Shown;
use super::{Agent, Session};
use crate::event::conversation::{Conversation, MAX_TEXT_LEN};
use crate::event::transcript::Transcript;
use crate::interaction::phase::Phase;
use crate::interaction::segment::Segment;
use crate::interaction::{Consult, Interaction};
use crate::json;
use crate::problem::{Code, Problem};
use crate::time::Timestamp;

/// The version of the format. A snapshot of another version is not read; properties may be added without a new version.
const VERSION: u64 = 1;

/// The interaction's ID, when the segment ended, when it was connected, and whether it only rang.
type TombstoneSnapshot<'a> = (&'a str, Option<Timestamp>, Option<Timestamp>, bool);

#[derive(Serialize)]
struct Snapshot<'a> {
    patchbay: u64,
    /// Status, sub-status, routing status, ID of the status.
    agent: [Option<&'a str>; 4],
    selection: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shown: Option<&'a str>,
    gone: Vec<TombstoneSnapshot<'a>>,
    interactions: Vec<InteractionSnapshot<'a>>,
    #[serde(skip_serializing_if = "Value::is_null")]
    in_front: Value,
    sent: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InteractionSnapshot<'a> {
    id: &'a str,
    facts: &'a Conversation,
    phase: Phase,
    consulting: bool,
    consult_of: Option<&'a str>,
    transferring: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_since: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript: Option<Value>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    passed_over: &'a [String],
}

impl Session {
    /// The session as JSON; [`Session::restore`] reads it.
    pub fn to_snapshot(&self) -> String {
        let Agent { status, sub_status, routing_status, status_id } = &self.agent;
        json::write(&Snapshot {
            patchbay: VERSION,
            agent: [status.as_deref(), sub_status.as_deref(), routing_status.as_deref(), status_id.as_deref()],
            selection: self.selection.as_deref(),
            shown: self.shown.to_snapshot(),
            gone: self
                .tombstones
                .iter()
                .map(|gone| (gone.id.as_str(), gone.end, gone.segment.connected, gone.rang))
                .collect(),
            interactions: self
                .interactions
                .iter()
                .map(|interaction| InteractionSnapshot {
                    id: &interaction.id,
                    facts: &interaction.conversation,
                    phase: interaction.phase,
                    consulting: interaction.consult.is_some(),
                    consult_of: interaction.consult_of(),
                    transferring: interaction.transferring,
                    held_since: interaction.held_since,
                    transcript: Some(interaction.conversation.transcript())
                        .filter(|transcript| !transcript.is_empty())
                        .map(Transcript::to_snapshot),
                    passed_over: interaction.conversation.passed_over(),
                })
                .collect(),
            in_front: self.in_front.to_snapshot(),
            sent: self.sent_snapshot(),
        })
    }

    /// Restores a session from its snapshot.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let mut session = Session::default();
    /// session.receive(r#"{"type":"UserAction","category":"status","data":{"status":"MEAL"}}"#, &Context::default());
    /// assert_eq!(Session::restore(&session.to_snapshot()), Ok(session));
    /// assert!(Session::restore("{}").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is not a snapshot of a version that can be read.
    pub fn restore(text: &str) -> Result<Session, Problem> {
        read(text).ok_or_else(|| {
            let message = "The stored session cannot be read, so a new one begins; the unreadable data is kept under another key.";
            Problem::warning("", Code::Type, message)
        })
    }
}

fn read(text: &str) -> Option<Session> {
    let snapshot = json::parse(text).ok()?;
    if snapshot["patchbay"] != VERSION {
        return None;
    }
    let [status, sub_status, routing_status, status_id] = [0, 1, 2, 3].map(|at| &snapshot["agent"][at]);
    let mut session = Session {
        agent: Agent {
            status: optional(status)?,
            sub_status: optional(sub_status)?,
            routing_status: optional(routing_status)?,
            status_id: optional(status_id)?,
        },
        selection: optional(&snapshot["selection"])?,
        tombstones: array(&snapshot["gone"])?.iter().map(read_tombstone).collect::<Option<_>>()?,
        logs: Logs::default(),
        in_front: InFront::restore(&snapshot["in_front"]),
        shown: Shown::restore(optional(&snapshot["shown"])?),
        second_keeper_noticed: false,
        sent: Vec::new(),
        interactions: array(&snapshot["interactions"])?.iter().map(read_interaction).collect::<Option<_>>()?,
    };
    session.restore_sent(&snapshot["sent"]);
    Some(session).filter(is_within_bounds)
}

fn read_tombstone(snapshot: &Value) -> Option<Tombstone> {
    let segment = Segment { connected: time(&snapshot[2])? };
    Some(Tombstone { id: short_text(&snapshot[0])?, end: time(&snapshot[1])?, segment, rang: snapshot[3] == true })
}

/// A time that may be missing, like [`optional`].
fn time(value: &Value) -> Option<Option<Timestamp>> {
    match optional(value)? {
        Some(text) => Timestamp::parse(&text).map(Some),
        None => Some(None),
    }
}

fn read_interaction(snapshot: &Value) -> Option<Interaction> {
    let mut problems = Vec::new();
    let conversation = Conversation::read(snapshot["facts"].as_object()?, "", &mut problems);
    let mut interaction = Interaction::new(short_text(&snapshot["id"])?, conversation);
    if let Some(phase) = optional(&snapshot["phase"])? {
        interaction.phase = Phase::named(&phase)?;
    }
    interaction.conversation.set_transcript(Transcript::restore(&snapshot["transcript"]));
    for name in array(&snapshot["passedOver"])? {
        interaction.conversation.pass_over(&short_text(name)?);
    }
    interaction.transferring = flag(&snapshot["transferring"])?;
    interaction.held_since = snapshot["heldSince"].as_f64().filter(|_| interaction.phase == Phase::Held);
    interaction.consult = match (flag(&snapshot["consulting"])?, optional(&snapshot["consultOf"])?) {
        (true, Some(first)) => Some(Consult::Second(first)),
        (true, None) => Some(Consult::First),
        (false, _) => None,
    };
    problems.is_empty().then_some(interaction)
}

fn is_within_bounds(session: &Session) -> bool {
    let all = &session.interactions;
    let is_double = |at: usize| all[..at].iter().any(|other| other.id == all[at].id);
    all.len() <= super::MAX_LIVE + super::MAX_DONE
        && !(0..all.len()).any(is_double)
        && session.tombstones.len() <= MAX_TOMBSTONES
}

/// A text that may be missing: `Some(None)` when it is null or missing, `None` when it is invalid.
fn optional(value: &Value) -> Option<Option<String>> {
    if value.is_null() { Some(None) } else { short_text(value).map(Some) }
}

fn short_text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| text.len() <= MAX_TEXT_LEN).map(str::to_owned)
}

fn flag(value: &Value) -> Option<bool> {
    if value.is_null() { Some(false) } else { value.as_bool() }
}

fn array(value: &Value) -> Option<&[Value]> {
    if value.is_null() { Some(&[]) } else { value.as_array().map(Vec::as_slice) }
}
