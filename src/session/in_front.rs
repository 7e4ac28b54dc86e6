//! What the page knows before there is an interaction: the record in front, and records given for a number that is about to
//! be dialled. Source: "Attribute synchronization", Name ("the name from which a click-to-dial call was made").

use serde_json::{Value, json};

use super::change::Change;
use super::{Context, Session};
use crate::command::{AttributeValue, Command};
use crate::event::Event;
use crate::event::field::{BoolField, TextField};
use crate::interaction::Interaction;
use crate::log::snapshot::RecordSnapshot;
use crate::log::{Log, handed_over};
use crate::problem::{Code, Problem};
use crate::salesforce::association::AssociationReason;
use crate::salesforce::record::{GivenRecord, Record};

/// Milliseconds for which records wait for an interaction with their number.
const MAX_WAIT: f64 = 120_000.0;
/// Maximum number of numbers that records wait for; the oldest is dropped.
const MAX_WAITING: usize = 8;
/// Maximum number of records given for one number.
pub(super) const MAX_DIALLED: usize = 20;
/// Maximum length of a number, in bytes.
const MAX_NUMBER_LEN: usize = 256;
/// A number that is compared without its country prefix has at least so many digits.
const MIN_NATIONAL: usize = 7;

/// What the page knows before there is an interaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InFront {
    /// The record of the page that the agent is on.
    record: Option<GivenRecord>,
    waiting: Vec<Waiting>,
}

/// Records that wait for an interaction with this number.
#[derive(Clone, Debug, PartialEq)]
struct Waiting {
    number: String,
    until: f64,
    records: Vec<GivenRecord>,
}

/// What a log knew of its interaction before a message.
#[derive(Default)]
pub(super) struct Before {
    id: String,
    /// Whether the interaction was over: it comes back.
    was_over: bool,
    is_outbound: bool,
    was_in_contact: bool,
    handed_over: [Option<String>; 2],
}

/// How records join a log.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Join {
    /// They are offered.
    Offer,
    /// One that is alone in its list is chosen, unless another one is.
    Suggest,
    /// The same, also where another one was suggested: the agent dialled from it.
    DialledFrom,
}

impl Before {
    /// Whether this is the interaction, and the parties are in contact since.
    pub(super) fn is_connected_now(&self, interaction: &Interaction) -> bool {
        self.id == interaction.id && interaction.phase.is_in_contact() && !self.was_in_contact
    }
}

impl InFront {
    pub(super) fn record(&self) -> Option<&Record> {
        self.record.as_ref().map(|given| &given.record)
    }

    fn set(&mut self, record: Option<GivenRecord>) -> bool {
        let changed = self.record != record;
        self.record = record;
        changed
    }

    /// Takes the records that wait for a number of this interaction.
    fn take(&mut self, interaction: &Interaction, now: f64) -> Option<Vec<GivenRecord>> {
        let is_due = |waiting: &Waiting| waiting.until >= now && waiting.until - now <= MAX_WAIT;
        let at =
            self.waiting.iter().rposition(|waiting| is_due(waiting) && has_number(interaction, &waiting.number))?;
        Some(self.waiting.remove(at).records)
    }

    /// What a later page of the same tab needs; null when that is nothing.
    pub(super) fn to_snapshot(&self) -> Value {
        if *self == InFront::default() {
            return Value::Null;
        }
        let waiting = self.waiting.iter().map(|one| {
            let records: Vec<Value> = one.records.iter().map(write).collect();
            json!({ "number": one.number, "until": one.until, "records": records })
        });
        json!({ "record": self.record.as_ref().map(write), "waiting": waiting.collect::<Vec<_>>() })
    }

    /// Reads a snapshot, an untrusted value: what is wrong is left out.
    pub(super) fn restore(snapshot: &Value) -> InFront {
        let read = |value: &Value| GivenRecord::read(value, "", &mut Vec::new());
        let waiting = snapshot["waiting"].as_array().into_iter().flatten().take(MAX_WAITING).filter_map(|one| {
            let records = one["records"].as_array()?.iter().take(MAX_DIALLED).filter_map(read).collect();
            Some(Waiting { number: one["number"].as_str()?.to_owned(), until: one["until"].as_f64()?, records })
        });
        InFront { record: read(&snapshot["record"]), waiting: waiting.collect() }
    }
}

fn write(given: &GivenRecord) -> Value {
    let plain = |record: &Record| serde_json::to_value(RecordSnapshot::new(record)).unwrap_or_default();
    let mut written = plain(&given.record);
    written["related"] = given.related.iter().map(plain).collect();
    written
}

impl Session {
    /// The agent left the record in front for a page that is no record's.
    pub fn leave(&mut self) -> Change {
        self.bring_in_front(None)
    }

    /// Remembers the record in front, for the call that begins or connects while it is.
    pub(super) fn bring_in_front(&mut self, record: Option<GivenRecord>) -> Change {
        Change { in_front: self.in_front.set(record), ..Change::default() }
    }

    /// Joins the record in front to the live interaction that a visit is for.
    pub(super) fn join_in_front(&mut self, change: &mut Change, context: &Context) {
        if let Some(at) = self.visited_log()
            && let Some(record) = self.in_front.record.clone()
        {
            self.join(at, &[record], AssociationReason::Visited, Join::Offer, change, context);
        }
    }

    /// The log that a visit is for: that of the selected live interaction, or else of the one that came last.
    pub(super) fn visited_log(&self) -> Option<usize> {
        let wanted = self.shown().filter(|id| Some(*id) != self.selected().map(|one| one.id.as_str()));
        let wanted = wanted.or(self.selection.as_deref());
        let target = self.interactions.iter().find(|one| Some(one.id.as_str()) == wanted);
        let target = target.filter(|one| one.is_live());
        let target = target.or_else(|| self.interactions.iter().rev().find(|one| one.is_live()))?;
        self.logs.all.iter().position(|log| log.id == target.id)
    }

    /// Takes records for a number that is about to be dialled; they join the interaction that has it. One that is dialling
    /// already may be it.
    pub(super) fn associate_number(
        &mut self,
        number: &Value,
        records: Vec<GivenRecord>,
        change: &mut Change,
        context: &Context,
    ) {
        let number = number.as_str().filter(|number| number.len() <= MAX_NUMBER_LEN && !number.trim().is_empty());
        let Some(number) = number else {
            let message = "The number is no short text; give the number that is dialled, as text.";
            return change.problems.push(Problem::error("/number", Code::Type, message));
        };
        if records.is_empty() {
            return;
        }
        let is_same = |one: &Waiting| is_same_number(&one.number, number);
        self.in_front.waiting.retain(|one| !is_same(one) && one.until >= context.now);
        if self.in_front.waiting.len() == MAX_WAITING {
            self.in_front.waiting.remove(0);
        }
        let until = context.now + MAX_WAIT;
        let records = records.into_iter().map(|record| GivenRecord { path: String::new(), ..record }).collect();
        self.in_front.waiting.push(Waiting { number: number.trim().to_owned(), until, records });
        change.in_front = true;
        let dials = |one: &&Interaction| one.is_live() && one.is_outbound() && !one.phase.is_in_contact();
        let ids = self.interactions.iter().rev().filter(dials).map(|one| one.id.clone());
        for id in ids.collect::<Vec<_>>() {
            self.join_waiting(&id, change, context);
        }
    }

    /// Whether records waited for this interaction, which they have joined now.
    fn join_waiting(&mut self, id: &str, change: &mut Change, context: &Context) -> bool {
        let at = self.logs.all.iter().position(|log| log.id == id);
        let interaction = self.interactions.iter().find(|interaction| interaction.id == id);
        let Some((at, interaction)) = at.zip(interaction) else { return false };
        let Some(records) = self.in_front.take(interaction, context.now) else { return false };
        change.in_front = true;
        self.join(at, &records, AssociationReason::Dialled, Join::DialledFrom, change, context);
        true
    }

    /// The message that hands the records of a log over to the other side of a transfer, to be sent before the transfer; `None`
    /// when the log has none.
    ///
    /// ```
    /// assert!(patchbay::session::Session::default().hand_over("1").is_none());
    /// ```
    pub fn hand_over(&self, id: &str) -> Option<Command> {
        let log = self.log(id)?;
        let attributes = handed_over::write(log).into_iter();
        let attributes: Vec<_> = attributes.map(|(name, text)| (name, AttributeValue::Text(text))).collect();
        let id = log.interaction().id.clone();
        (!attributes.is_empty()).then_some(Command::AddCustomAttributes { id, attributes })
    }

    /// What is known of an interaction before a message about it is applied.
    pub(super) fn before(&self, event: &Event) -> Option<Before> {
        let Event::Interaction { id, .. } = event else { return None };
        let log = self.log(id);
        let known = self.interaction(id);
        let is_over = match (known, log) {
            (Some(known), _) => !known.is_live(),
            (None, Some(log)) => log.is_over(),
            (None, None) => self.tombstones.iter().any(|gone| gone.id == *id),
        };
        let interaction = known.or(log.map(Log::interaction));
        let was_in_contact = match (known, log) {
            (Some(known), _) => known.phase.is_in_contact(),
            // Another page has followed it until now.
            (None, log) => log.is_some_and(Log::was_in_contact),
        };
        Some(Before {
            id: id.clone(),
            was_over: is_over,
            is_outbound: !is_over && interaction.is_some_and(Interaction::is_outbound),
            was_in_contact: !is_over && was_in_contact,
            handed_over: interaction.map(handed_over::texts).unwrap_or_default(),
        })
    }

    /// Joins what a message brings to the lists: the record in front when an outbound interaction begins or any connects, what
    /// waits for its number, and what was handed over to it.
    pub(super) fn join_after_update(&mut self, before: Option<Before>, change: &mut Change, context: &Context) {
        if let Some(before) = before.filter(|before| change.interactions.contains(&before.id)) {
            let id = &before.id;
            let Some(interaction) = self.interaction(id).filter(|interaction| interaction.is_live()) else { return };
            let is_outbound = interaction.is_outbound();
            let connects = interaction.phase.is_in_contact() && !before.was_in_contact;
            let is_dialer = interaction.conversation.flag(BoolField::IsDialer) == Some(true);
            if change.attributes.contains(id) {
                self.join_handed_over(&before, change, context);
            }
            let dialled = !before.was_in_contact && self.join_waiting(id, change, context);
            let starts = is_outbound && !before.is_outbound && !before.was_in_contact;
            let at = self.logs.all.iter().position(|log| log.id == *id);
            if (starts || connects)
                && let Some((at, record)) = at.zip(self.in_front.record.clone())
            {
                // Who calls for a campaign, and a call that comes back, was not dialled from the record.
                let is_returned = before.was_over && connects;
                let is_dialled_from = starts && !dialled && !is_dialer && !is_returned;
                let (reason, join) = match is_dialled_from {
                    true => (AssociationReason::Dialled, Join::Suggest),
                    false => (AssociationReason::Visited, Join::Offer),
                };
                self.join(at, &[record], reason, join, change, context);
            }
        }
    }

    fn join_handed_over(&mut self, before: &Before, change: &mut Change, context: &Context) {
        let Some(interaction) = self.interaction(&before.id) else { return };
        if handed_over::texts(interaction) == before.handed_over {
            return;
        }
        let given = |record| GivenRecord { record, related: Vec::new(), reason: None, path: String::new() };
        let reason = AssociationReason::HandedOver;
        let handed_over = handed_over::read(interaction, &mut change.problems);
        // What the agent's own transfer has written comes back as an attribute, and is no news then.
        let join = if before.was_in_contact { Join::Offer } else { Join::Suggest };
        let Some(at) = self.logs.all.iter().position(|log| log.id == before.id) else { return };
        let listed: Vec<GivenRecord> = handed_over.listed.into_iter().map(given).collect();
        if let Some(mut popped) = handed_over.popped {
            // A URL has no name; the list may have it.
            if let Some(named) = listed.iter().find(|listed| listed.record.id == popped.id) {
                popped = named.record.clone();
            } else if let Some(known) = self.logs.all[at].record(popped.id) {
                popped = known.clone();
            }
            self.join(at, &[given(popped)], reason, Join::Suggest, change, context);
        }
        self.join(at, &listed, reason, join, change, context);
    }
}

/// Whether the other party of an interaction has this number. Of an outbound one the calling number is the agent's, of an
/// inbound one the called number.
fn has_number(interaction: &Interaction, number: &str) -> bool {
    let conversation = &interaction.conversation;
    let own = if interaction.is_outbound() { TextField::Ani } else { TextField::CalledNumber };
    let fields = [TextField::Phone, TextField::DisplayAddress, TextField::CalledNumber, TextField::Ani];
    let texts = fields.into_iter().filter(|field| *field != own).filter_map(|field| conversation.text(field));
    texts.chain(conversation.callback_numbers().iter().map(String::as_str)).any(|one| is_same_number(one, number))
}

/// Whether two texts are the same number: `tel:`, spaces and punctuation mean nothing, `00` is `+`, and one of the two may
/// lack the country prefix. What has no digits is compared as text.
///
/// ```
/// use patchbay::session::in_front::is_same_number;
/// assert!(is_same_number("tel:+13175550123", "001 (317) 555-0123"));
/// assert!(is_same_number("+49 40 5550123", "040 555 0123"));
/// assert!(!is_same_number("+1 317 555 0123", "+1 317 555 0124"));
/// ```
pub fn is_same_number(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(Number::read);
    if one.digits.len() < 2 || other.digits.len() < 2 {
        return one.text.eq_ignore_ascii_case(other.text);
    }
    if one.digits == other.digits {
        return true;
    }
    let (long, short) = match (one.is_international, other.is_international) {
        (true, false) => (one.digits, other.digits),
        (false, true) => (other.digits, one.digits),
        _ => return false,
    };
    // Within a country a number may begin with a zero that the international one lacks.
    let national = short.strip_prefix('0').unwrap_or(&short);
    national.len() >= MIN_NATIONAL
        && long.strip_suffix(national).is_some_and(|country| (1..=3).contains(&country.len()))
}

struct Number<'a> {
    text: &'a str,
    digits: String,
    is_international: bool,
}

impl Number<'_> {
    fn read(text: &str) -> Number<'_> {
        let trimmed = text.trim();
        let scheme = ["tel:", "sip:", "sips:", "callto:"].into_iter().find_map(|scheme| {
            let (head, rest) = trimmed.split_at_checked(scheme.len())?;
            head.eq_ignore_ascii_case(scheme).then_some(rest)
        });
        let text = scheme.unwrap_or(trimmed);
        let is_mail = scheme.is_none() && text.contains('@');
        // An extension, a parameter and a domain belong to the way to the number.
        let number = text.split(['@', ';', ',', 'x', 'X', '#']).next().unwrap_or_default();
        // (0) is a zero to leave out behind a country prefix.
        let number = number.replace("%2B", "+").replace("(0)", "");
        let is_plus = number.trim_start_matches(['(', ' ']).starts_with('+');
        let digits: String = number.chars().filter(char::is_ascii_digit).filter(|_| !is_mail).collect();
        match digits.strip_prefix("00").filter(|_| !is_plus) {
            Some(rest) => Number { text, digits: rest.to_owned(), is_international: true },
            None => Number { text, digits, is_international: is_plus },
        }
    }
}
