//! What survives of a log. What is read back is untrusted.
//!
//! The lists are kept apart, in pieces, so that one more record costs the same however many there are.

use std::rc::Rc;

use litemap::LiteMap;
use serde::Serialize;
use serde_json::{Map, Value};

use super::attributes::Mapped;
use super::config::Config;
use super::list::PickList;
use super::{Log, LogState};
use crate::event::conversation::Conversation;
use crate::interaction::Interaction;
use crate::interaction::phase::Phase;
use crate::json;
use crate::outbox::Fields;
use crate::outbox::queue::{QueueSnapshot, SaveQueue};
use crate::salesforce::record::Record;
use crate::salesforce::record_id::RecordId;

/// The shape below; another number is foreign.
const VERSION: u64 = 1;
/// Records in one piece of a list.
pub const PIECE: usize = 64;
/// Pieces that are kept of one list: of longer ones those that joined last.
pub const MAX_PIECES: usize = 32;

/// A list with fewer records is kept whole, whatever has joined it.
pub const MAX_SNAPSHOT_LIST_LEN: usize = PIECE * (MAX_PIECES - 1);

/// The documented spellings of types and call types.
const KINDS: [&str; 5] = ["Call", "Chat", "Email", "Voicemail", "Message"];
const CALL_TYPES: [&str; 3] = ["Inbound", "Outbound", "Internal"];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogSnapshot<'a> {
    patchbay: u64,
    id: &'a str,
    begun: bool,
    phase: Phase,
    kind: &'a str,
    call_type: &'a str,
    subject: &'a str,
    stamped: f64,
    connected_at: Option<f64>,
    duration: Option<f64>,
    wrap_up: Option<&'a str>,
    ended_at: Option<f64>,
    after_call: Option<f64>,
    mapped: &'a Fields,
    interaction: Map<String, Value>,
    edits: &'a Fields,
    /// Of each list whether the choice is the agent's own, and the chosen record.
    chosen: [(bool, Option<RecordSnapshot<'a>>); 2],
    lane: QueueSnapshot<'a>,
    engagement: QueueSnapshot<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RecordSnapshot<'a> {
    id: RecordId,
    object_api_name: &'a str,
    name: &'a str,
    is_person_account: bool,
    person_contact_id: Option<RecordId>,
}

#[derive(Serialize)]
struct PieceSnapshot<'a> {
    piece: usize,
    records: Vec<RecordSnapshot<'a>>,
}

impl Log {
    /// The log without its lists, as text for a later page.
    pub fn to_snapshot(&self) -> String {
        let seen = &self.seen;
        json::write(&LogSnapshot {
            patchbay: VERSION,
            id: &self.id,
            begun: self.begun,
            phase: seen.phase,
            kind: seen.kind,
            call_type: seen.call_type,
            subject: &seen.subject,
            stamped: seen.stamped,
            connected_at: seen.connected_at,
            duration: seen.duration,
            wrap_up: seen.wrap_up.as_deref(),
            ended_at: seen.ended_at,
            after_call: seen.after_call,
            mapped: &seen.mapped.values,
            interaction: seen.interaction.condense(),
            edits: &self.edits,
            chosen: [&self.name, &self.related_to]
                .map(|list| (list.is_by_agent(), list.chosen().map(RecordSnapshot::new))),
            lane: self.queue.to_snapshot(),
            engagement: self.engagement.to_snapshot(),
        })
    }

    /// The log of an earlier page and the pieces of its lists; what was not confirmed then is sent when `due`.
    pub fn restore(text: &str, [names, related]: [&[String]; 2], config: Rc<Config>, due: f64) -> Option<Log> {
        let kept: Value = serde_json::from_str(text).ok()?;
        if kept.get("patchbay")?.as_u64()? != VERSION {
            return None;
        }
        let owned = |name: &str| Some(kept.get(name)?.as_str()?.to_owned());
        let known = |name: &str, all: &[&'static str]| {
            all.iter().copied().find(|one| kept.get(name).is_some_and(|it| it == one))
        };
        let phase = Phase::named(kept.get("phase")?.as_str()?)?;
        let conversation = Conversation::read(kept.get("interaction")?.as_object()?, "", &mut Vec::new());
        let interaction = Interaction { phase, ..Interaction::new(owned("id")?, conversation) };
        let mut log = Log {
            id: owned("id")?,
            name: PickList::default(),
            related_to: PickList::default(),
            queue: SaveQueue::restore(kept.get("lane")?, due)?,
            engagement: SaveQueue::restore(kept.get("engagement")?, due)?,
            begun: kept.get("begun")?.as_bool()?,
            seen: LogState {
                phase,
                kind: known("kind", &KINDS)?,
                call_type: known("callType", &CALL_TYPES)?,
                subject: owned("subject")?,
                stamped: kept.get("stamped")?.as_f64()?,
                connected_at: kept.get("connectedAt")?.as_f64(),
                duration: kept.get("duration")?.as_f64(),
                wrap_up: kept.get("wrapUp")?.as_str().map(str::to_owned),
                interaction,
                ended_at: kept.get("endedAt")?.as_f64(),
                after_call: kept.get("afterCall")?.as_f64(),
                mapped: Mapped { values: read_fields(kept.get("mapped")?)?, problems: Vec::new() },
            },
            config,
            edits: read_fields(kept.get("edits")?)?,
        };
        let [name, related_to] = kept.get("chosen")?.as_array()?.as_slice() else { return None };
        restore_list(&mut log.name, names, name)?;
        restore_list(&mut log.related_to, related, related_to)?;
        Some(log)
    }
}

fn read_fields(kept: &Value) -> Option<Fields> {
    kept.as_object().cloned()
}

fn restore_list(list: &mut PickList, pieces: &[String], choice: &Value) -> Option<()> {
    let [by_agent, record] = choice.as_array()?.as_slice() else { return None };
    for record in read_pieces(pieces) {
        list.add(record);
    }
    let record = if record.is_null() { None } else { Some(read_record(record)?) };
    list.restore_choice(record, by_agent.as_bool()?);
    Some(())
}

impl<'a> RecordSnapshot<'a> {
    fn new(record: &'a Record) -> RecordSnapshot<'a> {
        RecordSnapshot {
            id: record.id,
            object_api_name: &record.object,
            name: &record.name,
            is_person_account: record.person,
            person_contact_id: record.contact,
        }
    }
}

fn read_record(kept: &Value) -> Option<Record> {
    let mut problems = Vec::new();
    Record::read(kept, "", &mut problems).filter(|_| problems.is_empty())
}

/// The place, among those of its list, and the text of the piece that holds the record at this place of the list.
///
/// ```
/// use patchbay::log::{snapshot, list::PickList};
/// assert_eq!(snapshot::keep_piece(&PickList::default(), 0), (0, r#"{"piece":0,"records":[]}"#.to_owned()));
/// ```
pub fn keep_piece(list: &PickList, at: usize) -> (usize, String) {
    let piece = at / PIECE;
    let records = list.records().iter().skip(piece * PIECE).take(PIECE).map(RecordSnapshot::new).collect();
    (piece % MAX_PIECES, json::write(&PieceSnapshot { piece, records }))
}

/// The records of kept pieces, given in any order; what cannot be read is passed over.
fn read_pieces(texts: &[String]) -> Vec<Record> {
    let mut pieces: LiteMap<u64, Vec<Record>> = LiteMap::new();
    for text in texts {
        let Ok(kept) = serde_json::from_str::<Value>(text) else { continue };
        if let Some((piece, records)) = kept["piece"].as_u64().zip(kept["records"].as_array()) {
            pieces.insert(piece, records.iter().filter_map(read_record).collect());
        }
    }
    pieces.into_iter().flat_map(|(_, records)| records).collect()
}
