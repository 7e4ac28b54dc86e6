//! Snapshots of logs: what is stored so that a later page can continue them. They are read as untrusted values.
//!
//! The lists of a log are stored separately, in pieces, so that adding a record costs the same however long a list is.

use std::rc::Rc;

use litemap::LiteMap;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Log;
use super::attributes::Mapped;
use super::config::Config;
use super::fields::{self, CallType, TaskType};
use super::list::PickList;
use super::merge::Stamps;
use super::state::LogState;
use super::timeline::Timeline;
use crate::attribute::catalogue::MeasuredTimes;
use crate::event::conversation::{Conversation, is_transcript};
use crate::interaction::Interaction;
use crate::interaction::phase::Phase;
use crate::json;
use crate::outbox::Fields;
use crate::outbox::queue::SaveQueue;
use crate::outbox::queue::progress::Progress;
use crate::outbox::queue::snapshot::QueueSnapshot;
use crate::salesforce::association::AssociationReason;
use crate::salesforce::record::Record;
use crate::salesforce::record_id::RecordId;
use crate::time::Timestamp;

/// The version of the format. A snapshot of another version is not read; properties may be added without a new version.
const VERSION: u64 = 1;
/// Number of records in one piece of a list.
pub const PIECE_LEN: usize = 64;
/// Maximum number of stored pieces of one list: of longer lists the records that joined last are stored.
pub const MAX_PIECES: usize = 32;
/// Lists with fewer records are stored as a whole.
pub const MAX_SNAPSHOT_LIST_LEN: usize = PIECE_LEN * (MAX_PIECES - 1);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogSnapshot<'a> {
    #[serde(rename = "patchbay")]
    version: u64,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    follows: Option<&'a str>,
    begun: bool,
    phase: Phase,
    #[serde(rename = "kind")]
    task_type: TaskType,
    call_type: CallType,
    subject: &'a str,
    /// Milliseconds since 1970.
    #[serde(rename = "stamped")]
    started_at: Option<f64>,
    seen_at: f64,
    reported_connection: Option<f64>,
    activity_date: &'a str,
    connected_at: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transferred_at: Option<f64>,
    duration: Option<f64>,
    wrap_up: Option<&'a str>,
    ended_at: Option<f64>,
    after_call: Option<f64>,
    mapped: &'a Fields,
    interaction: Map<String, Value>,
    edits: &'a Fields,
    /// Of Name and Related To: whether the agent chose, and the chosen record.
    chosen: [(bool, Option<RecordSnapshot<'a>>); 2],
    #[serde(rename = "lane")]
    queue: QueueSnapshot<'a>,
    engagement: QueueSnapshot<'a>,
    stamps: Value,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    shared: Option<Shared<'a>>,
}

/// What a copy for other pages has besides: they read neither the pieces of the lists nor the state of the saves.
#[derive(Serialize)]
struct Shared<'a> {
    /// The records that joined Name and Related To last.
    lists: [Vec<RecordSnapshot<'a>>; 2],
    /// How the saves of the log and of the EngagementInteraction record go.
    progress: [Progress; 2],
    /// Whether the page follows the interaction.
    following: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordSnapshot<'a> {
    id: RecordId,
    object_api_name: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    is_person_account: bool,
    person_contact_id: Option<RecordId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    converted_contact_id: Option<RecordId>,
    /// Why it is in its list.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<AssociationReason>,
}

#[derive(Serialize)]
struct PieceSnapshot<'a> {
    piece: usize,
    records: Vec<RecordSnapshot<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ranks: Vec<i32>,
}

impl Log {
    /// The log without its lists, as JSON; [`Log::restore`] reads it.
    pub fn to_snapshot(&self) -> String {
        self.write_snapshot(&self.state.mapped.values, self.queue.to_snapshot(), None)
    }

    /// The log as other pages read it, in the store that all pages share and that outlives the tab: without transcripts, with
    /// the records that joined its lists last, with how its saves go, and whether the page follows the interaction.
    pub fn to_copy(&self, following: bool) -> String {
        let is_stored = |field: &str| !self.config.is_of_transcript(field);
        let mapped = self.state.mapped.values.iter().filter(|(field, _)| is_stored(field));
        let mapped = json::object(&mut mapped.map(|(field, value)| (field.clone(), value.clone())));
        let last = |list: &PickList| list.records().len().saturating_sub(PIECE_LEN);
        let lists = [&self.name, &self.related_to]
            .map(|list| list.records()[last(list)..].iter().map(|record| RecordSnapshot::of(list, record)).collect());
        let shared = Shared { lists, progress: [self.queue.progress(), self.engagement.progress()], following };
        self.write_snapshot(&mapped, self.queue.to_snapshot().of_fields(is_stored), Some(shared))
    }

    fn write_snapshot(&self, mapped: &Fields, queue: QueueSnapshot, shared: Option<Shared>) -> String {
        let state = &self.state;
        let mut interaction = state.interaction.condense();
        if let Some(attributes) = interaction.get_mut("attributes").and_then(Value::as_object_mut)
            && shared.is_some()
        {
            attributes.retain(|name, _| !is_transcript(name));
        }
        json::write(&LogSnapshot {
            version: VERSION,
            id: &self.id,
            segment: self.segment.as_deref(),
            follows: self.follows.as_deref(),
            begun: self.begun,
            phase: state.phase,
            task_type: state.task_type,
            call_type: state.call_type,
            subject: &state.subject,
            started_at: state.started_at.map(Timestamp::milliseconds),
            seen_at: state.seen_at,
            reported_connection: state.reported_connection.map(Timestamp::milliseconds),
            activity_date: &state.activity_date,
            connected_at: state.connected_at,
            transferred_at: state.transferred_at,
            duration: state.measured.duration,
            wrap_up: state.wrap_up.as_deref(),
            ended_at: state.ended_at,
            after_call: state.measured.after_call,
            mapped,
            interaction,
            edits: &self.edits,
            chosen: [&self.name, &self.related_to]
                .map(|list| (list.is_by_agent(), list.chosen().map(RecordSnapshot::new))),
            queue,
            engagement: self.engagement.to_snapshot(),
            stamps: self.stamps.to_snapshot(),
            shared,
        })
    }

    /// Restores a log from its snapshot and the pieces of Name and Related To. Unconfirmed changes are sent at the time
    /// `due`. A missing property has its default, since an older version may not have written it; `None` when the snapshot
    /// is of another format, has no ID, or a property has the wrong type.
    pub fn restore(snapshot: &str, [names, related]: [&[String]; 2], config: Rc<Config>, due: f64) -> Option<Log> {
        let snapshot = json::parse(snapshot).ok()?;
        let snapshot = snapshot.as_object()?;
        if snapshot.get("patchbay")?.as_u64()? != VERSION {
            return None;
        }
        let id = snapshot.get("id")?.as_str()?.to_owned();
        let reader = Reader(snapshot);
        let conversation =
            reader.get("interaction", |given| Some(Conversation::read(given.as_object()?, "", &mut Vec::new())))?;
        // The ID of an earlier segment's log is not that of its interaction.
        let interaction_id =
            snapshot.get("interaction").and_then(|given| given["id"].as_str()).unwrap_or(&id).to_owned();
        let mut interaction = Interaction::new(interaction_id, conversation.unwrap_or_default());
        let phase = reader.get("phase", |given| Phase::named(given.as_str()?))?.unwrap_or(interaction.phase);
        interaction.phase = phase;
        let task_type = reader.get("kind", |given| TaskType::named(given.as_str()?))?;
        let call_type = reader.get("callType", |given| CallType::named(given.as_str()?))?;
        let stamped = reader.number("stamped")?;
        let mut log = Log {
            id,
            name: PickList::default(),
            related_to: PickList::default(),
            queue: reader.get("lane", |given| SaveQueue::restore(given, due))?.unwrap_or_default(),
            engagement: reader.get("engagement", |given| SaveQueue::restore(given, due))?.unwrap_or_default(),
            // Saving a log too often is better than losing it.
            begun: reader.get("begun", Value::as_bool)?.unwrap_or(true),
            state: LogState {
                phase,
                task_type: task_type.unwrap_or_else(|| fields::task_type_of(interaction.kind())),
                call_type: call_type.unwrap_or_else(|| fields::call_type_of(&interaction)),
                subject: reader.text("subject")?.unwrap_or_default(),
                started_at: stamped.and_then(Timestamp::from_milliseconds),
                seen_at: reader.number("seenAt")?.or(stamped).unwrap_or_default(),
                reported_connection: reader.number("reportedConnection")?.and_then(Timestamp::from_milliseconds),
                activity_date: reader.text("activityDate")?.unwrap_or_default(),
                connected_at: reader.number("connectedAt")?,
                transferred_at: reader.number("transferredAt")?,
                measured: MeasuredTimes {
                    duration: reader.number("duration")?,
                    after_call: reader.number("afterCall")?,
                },
                wrap_up: reader.text("wrapUp")?,
                ended_at: reader.number("endedAt")?,
                mapped: Mapped { values: reader.fields("mapped")?, problems: Vec::new() },
                interaction,
            },
            config,
            segment: reader.text("segment")?,
            follows: reader.text("follows")?,
            edits: reader.fields("edits")?,
            stamps: Stamps::default(),
            timeline: Timeline::default(),
        };
        let [name, related_to] = match snapshot.get("chosen") {
            None => [&Value::Null; 2],
            Some(chosen) => {
                let [name, related_to] = chosen.as_array()?.as_slice() else { return None };
                [name, related_to]
            }
        };
        let lists = |at: usize| snapshot.get("lists").and_then(|lists| lists[at].as_array()).into_iter().flatten();
        lists(0).filter_map(read_listed).for_each(|(record, reason)| log.name.restore(record, reason, None));
        lists(1).filter_map(read_listed).for_each(|(record, reason)| log.related_to.restore(record, reason, None));
        if let Some(progress) = snapshot.get("progress") {
            log.queue.follow(Progress::read(&progress[0]));
            log.engagement.follow(Progress::read(&progress[1]));
        }
        restore_list(&mut log.name, names, name)?;
        restore_list(&mut log.related_to, related, related_to)?;
        let stamps = reader.fields("stamps")?;
        log.stamps = Stamps::restore(&Value::Object(stamps), &log);
        Some(log)
    }
}

/// Reads the properties of a snapshot: a missing one and null are `Some(None)`, one of the wrong type is `None`.
struct Reader<'a>(&'a Map<String, Value>);

impl Reader<'_> {
    fn get<T>(&self, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> Option<Option<T>> {
        match self.0.get(name) {
            None | Some(Value::Null) => Some(None),
            Some(given) => read(given).map(Some),
        }
    }

    fn number(&self, name: &str) -> Option<Option<f64>> {
        self.get(name, Value::as_f64)
    }

    fn text(&self, name: &str) -> Option<Option<String>> {
        self.get(name, |given| given.as_str().map(str::to_owned))
    }

    fn fields(&self, name: &str) -> Option<Fields> {
        Some(self.get(name, |given| given.as_object().cloned())?.unwrap_or_default())
    }
}

fn restore_list(list: &mut PickList, pieces: &[String], choice: &Value) -> Option<()> {
    for (record, reason, rank) in read_pieces(pieces) {
        list.restore(record, reason, rank);
    }
    if !choice.is_null() {
        let [by_agent, record] = choice.as_array()?.as_slice() else { return None };
        let record = if record.is_null() { None } else { Some(read_record(record)?) };
        list.restore_choice(record, by_agent.as_bool()?);
    }
    Some(())
}

impl<'a> RecordSnapshot<'a> {
    pub(crate) fn new(record: &'a Record) -> RecordSnapshot<'a> {
        RecordSnapshot {
            id: record.id,
            object_api_name: &record.object,
            name: &record.name,
            detail: record.detail.as_deref(),
            is_person_account: record.is_person_account,
            person_contact_id: record.person_contact,
            converted_contact_id: record.converted_contact,
            reason: None,
        }
    }

    /// A record of a list.
    fn of(list: &PickList, record: &'a Record) -> RecordSnapshot<'a> {
        RecordSnapshot { reason: list.reason(record.id), ..RecordSnapshot::new(record) }
    }
}

fn read_record(snapshot: &Value) -> Option<Record> {
    let mut problems = Vec::new();
    Record::read(snapshot, "", &mut problems).filter(|_| problems.is_empty())
}

/// A record of a list, and why it is in it.
fn read_listed(snapshot: &Value) -> Option<(Record, Option<AssociationReason>)> {
    Some((read_record(snapshot)?, snapshot["reason"].as_str().and_then(AssociationReason::named)))
}

/// The piece that holds the record with this index: its place among the stored pieces, from 0 to [`MAX_PIECES`] − 1, and
/// its JSON.
///
/// ```
/// use patchbay::log::{snapshot, list::PickList};
/// assert_eq!(snapshot::piece_snapshot(&PickList::default(), 0), (0, r#"{"piece":0,"records":[]}"#.to_owned()));
/// ```
pub fn piece_snapshot(list: &PickList, index: usize) -> (usize, String) {
    let piece = index / PIECE_LEN;
    let of_piece = list.records().iter().skip(piece * PIECE_LEN).take(PIECE_LEN);
    let ranks = of_piece.clone().map(|record| list.rank(record.id)).collect();
    let records = of_piece.map(|record| RecordSnapshot::of(list, record)).collect();
    (piece % MAX_PIECES, json::write(&PieceSnapshot { piece, records, ranks }))
}

/// The records of pieces that are given in any order. What cannot be read is skipped.
fn read_pieces(texts: &[String]) -> Vec<(Record, Option<AssociationReason>, Option<i32>)> {
    let mut pieces: LiteMap<u64, Vec<_>> = LiteMap::new();
    for text in texts {
        let Ok(snapshot) = json::parse(text) else { continue };
        if let Some((piece, records)) = snapshot["piece"].as_u64().zip(snapshot["records"].as_array()) {
            let rank = |at: usize| snapshot["ranks"][at].as_u64().and_then(|rank| i32::try_from(rank).ok());
            let records = records.iter().enumerate();
            let listed = records.filter_map(|(at, one)| read_listed(one).map(|(record, why)| (record, why, rank(at))));
            pieces.insert(piece, listed.collect());
        }
    }
    pieces.into_iter().flat_map(|(_, records)| records).collect()
}
