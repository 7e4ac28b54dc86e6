//! The transcript of an interaction, from the notifications `chatUpdate`, `messageUpdate` and `conversationTranscription`. Customers
//! say card numbers and other secrets, which neither the screen nor a record may hold: each is masked before anything keeps it.

use serde_json::{Map, Value};

use super::conversation::{MAX_ATTRIBUTE_LEN, MAX_TEXT_LEN};
use crate::command::sensitive::mask;
use crate::problem::{Code, Problem};
use crate::time::Timestamp;

/// Maximum number of utterances of one interaction.
pub const MAX_UTTERANCES: usize = 5_000;

/// One utterance: a chat message, or a stretch of speech of one party.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// Identifies it: its ID, or else its text and how often the same notification contains that text.
    pub key: String,
    /// Its time in milliseconds since 1970, if known.
    pub at: Option<f64>,
    /// Its text.
    pub text: String,
}

/// Utterances, in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    utterances: Vec<Utterance>,
    /// Whether it is closed: no utterance is added any more.
    closed: bool,
}

impl Transcript {
    /// The utterances.
    pub fn utterances(&self) -> &[Utterance] {
        &self.utterances
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Whether it has no utterances and is not closed.
    pub fn is_empty(&self) -> bool {
        self.utterances.is_empty() && !self.closed
    }

    /// The text, one line for each utterance.
    pub fn text(&self) -> String {
        self.utterances.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Merges utterances, each once and in order of time. A known one is replaced, since a later transcription may be better.
    /// Returns `false` if not all of them fit.
    pub fn merge(&mut self, update: Transcript) -> bool {
        let mut room = MAX_ATTRIBUTE_LEN.saturating_sub(self.text().len());
        let mut fits = true;
        for one in update.utterances {
            let known = self.utterances.iter().position(|known| known.key == one.key);
            let before = known.map_or(0, |at| self.utterances[at].text.len() + 1);
            match known {
                _ if one.text.len() + 1 > room + before => fits = false,
                Some(at) => {
                    room = room + before - one.text.len() - 1;
                    self.utterances[at].text = one.text;
                }
                None if self.closed => {}
                None if self.utterances.len() == MAX_UTTERANCES => fits = false,
                None => {
                    room -= one.text.len() + 1;
                    let is_later = |known: &Utterance| known.at.zip(one.at).is_some_and(|(known, at)| known > at);
                    let at = self.utterances.iter().rposition(|known| !is_later(known)).map_or(0, |at| at + 1);
                    self.utterances.insert(at, one);
                }
            }
        }
        self.closed |= update.closed;
        fits
    }

    /// Reads `{id, messages: [{body, …}]}` or `{id, eventTime, status, transcripts: [{utteranceId, channel, alternatives:
    /// [{transcript}]}]}`. What cannot be read is added to `problems`, with pointers below `path`.
    pub fn read(data: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Transcript {
        let mut transcript =
            Transcript { closed: data.get("status") == Some(&"SESSION_ENDED".into()), ..Transcript::default() };
        let at = time(data.get("eventTime"));
        for list in ["messages", "transcripts"] {
            let entries = match data.get(list) {
                None | Some(Value::Null) => continue,
                Some(Value::Array(entries)) => entries,
                Some(_) => {
                    let message = format!("{list} is no list and is passed over.");
                    problems.push(Problem::warning(format!("{path}/{list}"), Code::Type, message));
                    continue;
                }
            };
            for (index, entry) in entries.iter().enumerate() {
                match read_utterance(entry, at) {
                    Some(one) => transcript.push(one),
                    None => {
                        let message = "This is nothing that was written or said, and is passed over.";
                        problems.push(Problem::warning(format!("{path}/{list}/{index}"), Code::Type, message));
                    }
                }
            }
        }
        transcript
    }

    fn push(&mut self, mut one: Utterance) {
        if one.key.is_empty() {
            let same = self.utterances.iter().filter(|other| other.text == one.text).count();
            one.key = format!("{}#{same}", one.text);
        }
        if !one.text.is_empty() {
            self.utterances.push(one);
        }
    }

    /// The transcript for a snapshot: whether it is closed, and its utterances.
    pub fn to_snapshot(&self) -> Value {
        let utterances = self
            .utterances
            .iter()
            .map(|one| Value::Array(vec![one.key.as_str().into(), one.at.into(), one.text.as_str().into()]));
        Value::Array(vec![self.closed.into(), utterances.collect()])
    }

    /// Reads the transcript of a snapshot, an untrusted value; empty if there is none.
    pub fn restore(snapshot: &Value) -> Transcript {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let utterance =
            |one: &Value| Some(Utterance { key: text(&one[0])?, at: one[1].as_f64(), text: text(&one[2])? });
        let mut transcript = Transcript::default();
        let utterances = snapshot[1].as_array().map(Vec::as_slice).unwrap_or_default();
        let utterances = utterances.iter().filter_map(utterance).collect();
        transcript.merge(Transcript { utterances, closed: snapshot[0] == true });
        transcript
    }
}

fn read_utterance(entry: &Value, at: Option<f64>) -> Option<Utterance> {
    let entry = entry.as_object()?;
    let text = |name: &str| entry.get(name)?.as_str().map(str::trim);
    let key = ["utteranceId", "id", "messageId"].into_iter().find_map(text).filter(|key| key.len() <= MAX_TEXT_LEN);
    let (body, channel) = match entry.get("alternatives") {
        Some(alternatives) => (alternatives.get(0)?.get("transcript")?.as_str()?.trim(), text("channel")),
        None => (text("body")?, None),
    };
    let body = mask(body);
    let body = match channel {
        Some(channel) if !channel.is_empty() && !body.is_empty() => format!("{channel}: {body}"),
        _ => body,
    };
    let own = ["timestamp", "time", "eventTime"].into_iter().find_map(|name| time(entry.get(name)));
    Some(Utterance { key: key.unwrap_or_default().to_owned(), at: own.or(at), text: body })
}

fn time(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::String(text) => Timestamp::parse(text).map(Timestamp::milliseconds),
        other => other.as_f64(),
    }
}
