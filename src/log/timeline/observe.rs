//! What messages, the agent and saves add to a timeline.

use serde_json::Value;

use super::kind::Kind;
use super::{Known, Timeline, Values, cut};
use crate::command::sensitive::{holds_card_number, secrets_of_attribute};
use crate::command::target::is_uuid;
use crate::command::vocabulary::Action;
use crate::event::conversation::is_transcript;
use crate::event::field::TimeField;
use crate::event::transcript::Utterance;
use crate::interaction::phase::Phase;
use crate::interaction::{Consult, Interaction};
use crate::log::Log;
use crate::log::fields::Field;
use crate::outbox::Fields;
use crate::outbox::answer::Answer;
use crate::outbox::late::hash;
use crate::salesforce::record::{Record, Role};
use crate::uri;

impl Timeline {
    /// The first message about an interaction.
    pub(in crate::log) fn begin(&mut self, interaction: &Interaction, now: f64) {
        match interaction.phase {
            Phase::Alerting => self.add(Kind::Rang, Values::default(), now),
            Phase::Dialing => self.add(Kind::Dialled, Values::default(), now),
            _ => {}
        }
    }

    /// A message about an interaction, also the first. `before` is the phase that the log knew; `code` is the wrap-up code, if it
    /// is another one.
    pub(in crate::log) fn observe(&mut self, before: Phase, interaction: &Interaction, code: Option<&str>, now: f64) {
        let known = self.known.clone();
        let before = known.phase.unwrap_or(before);
        self.observe_phase(before, interaction, now);
        let consulting = interaction.consult.is_some();
        if consulting && !known.consulting {
            // The second call is with whoever is consulted; its own name says who.
            let is_first = interaction.consult == Some(Consult::First);
            let asked = self.asked(Kind::ConsultAsked, Kind::ConsultEnded).filter(|_| is_first);
            self.add(Kind::Consulting, asked.unwrap_or_default(), now);
        } else if known.consulting && !consulting {
            self.add(Kind::ConsultEnded, Values::default(), now);
        }
        if interaction.transferring && !known.transferring {
            let asked = self.asked(Kind::TransferAsked, Kind::TransferCancelled).unwrap_or_default();
            self.add(Kind::Transferred, asked, now);
        } else if known.transferring && !interaction.transferring {
            self.add(Kind::TransferCancelled, Values::default(), now);
        }
        let paused = interaction.is_secure_paused();
        if paused != known.paused && interaction.is_live() {
            self.add(Kind::SecurePause, Values { on: Some(paused), ..Values::default() }, now);
        }
        if interaction.phase.is_over() && !before.is_over() {
            self.end(now);
        }
        self.wrap_up(code, now);
        if interaction.phase.is_done() && !before.is_done() {
            self.add(Kind::Done, Values::default(), now);
        }
        let (phase, transferring) = (Some(interaction.phase), interaction.transferring);
        self.known = Known { phase, consulting, transferring, paused };
        self.is_changed |= self.known != known;
    }

    fn observe_phase(&mut self, before: Phase, interaction: &Interaction, now: f64) {
        let phase = interaction.phase;
        if phase == before {
            return;
        }
        let is_new = self.entries.is_empty() && self.left_out == 0;
        // A page that comes later learns from the client when it was answered, by a clock that may be ahead.
        let answered_at = || interaction.conversation.time(TimeField::Connected).map(|time| time.milliseconds());
        let answered_at = if is_new { answered_at().unwrap_or(now).min(now) } else { now };
        if phase.is_in_contact() && !before.is_in_contact() {
            self.add(Kind::Answered, Values::default(), answered_at);
        }
        match phase {
            Phase::Held => self.add(Kind::Held, Values::default(), now),
            Phase::Connected if before == Phase::Held => self.add(Kind::Resumed, Values::default(), now),
            Phase::Alerting if self.last_of(&[Kind::Rang]).is_none() => self.begin(interaction, now),
            Phase::Dialing if self.last_of(&[Kind::Dialled]).is_none() => self.begin(interaction, now),
            _ => {}
        }
    }

    /// The interaction ended, or the client let it go.
    pub(in crate::log) fn end(&mut self, now: f64) {
        self.add(Kind::Ended, Values::default(), now);
    }

    /// Whom the agent asked for last, unless that came to nothing since.
    fn asked(&self, asked: Kind, ended: Kind) -> Option<Values> {
        self.last_of(&[asked, ended]).filter(|entry| entry.kind == asked).map(|entry| entry.values.clone())
    }

    /// The client tells a wrap-up code.
    pub(in crate::log) fn wrap_up(&mut self, code: Option<&str>, now: f64) {
        if let Some(code) = code {
            self.add(Kind::WrapUp, Values::named(code), now);
        }
    }

    /// What a comment says that became `news`. What was written before has an entry of its own, unless this is its continuation.
    fn comment(&self, before: &str, news: &str) -> String {
        let Some(added) = news.strip_prefix(before) else { return news.to_owned() };
        let last = self.entries.last().filter(|last| last.kind == Kind::Comment);
        match last.and_then(|last| last.values.text.as_deref()) {
            None => added.to_owned(),
            Some(begun) => match before.trim_end().strip_suffix(begun) {
                Some(head) => news[head.len()..].to_owned(),
                // It was cut.
                None => begun.to_owned() + added,
            },
        }
    }

    fn utterance(&mut self, said: &Utterance, now: f64) {
        let (source, text) = (Some(hash(&said.key)), Some(cut(&said.text)));
        match self.entries.iter_mut().find(|entry| entry.values.source == source) {
            Some(known) if known.values.text == text => {}
            Some(known) => {
                known.values.text = text;
                self.is_changed = true;
                self.leave_out();
            }
            None => {
                let values = Values { source, text, ..Values::default() };
                self.add(Kind::Utterance, values, said.at.unwrap_or(now));
            }
        }
    }
}

impl Log {
    /// What a message says was said: the utterances with these keys, as the transcript has them.
    pub(crate) fn note_utterances(&mut self, interaction: &Interaction, keys: &[String], now: f64) {
        let said = interaction.conversation.transcript().utterances().iter();
        said.filter(|one| keys.contains(&one.key)).for_each(|one| self.timeline.utterance(one, now));
    }

    /// An attribute changed. A transcript tells itself.
    pub(crate) fn note_attribute(&mut self, name: &str, value: &str, now: f64) {
        if !is_transcript(name) {
            let is_secret = holds_card_number(value) || !secrets_of_attribute(name, value).is_empty();
            let text = (!is_secret).then(|| cut(value));
            self.timeline.add(Kind::Attribute, Values { text, ..Values::named(name) }, now);
        }
    }

    /// A consult transfer was completed.
    pub(crate) fn note_completed_transfer(&mut self, now: f64) {
        if self.timeline.last_of(&[Kind::ConsultEnded, Kind::Transferred]).map(|entry| entry.kind)
            == Some(Kind::ConsultEnded)
        {
            let asked = self.timeline.last_of(&[Kind::ConsultAsked]).map(|entry| entry.values.clone());
            self.timeline.add(Kind::Transferred, asked.unwrap_or_default(), now);
        }
    }

    /// The agent asked the client for an action. Of those whose event tells all there is nothing to note. `data` is that of the
    /// message, `on` how a toggle was to be.
    pub(crate) fn note_sent(&mut self, action: Action, on: Option<bool>, data: &Value, now: f64) {
        let target = || data["participantContext"]["transferTarget"].as_str().map(target_name).unwrap_or_default();
        let (kind, values) = match action {
            Action::Mute => (Kind::MuteAsked, Values { on, ..Values::default() }),
            Action::BlindTransfer => (Kind::TransferAsked, target()),
            Action::ConsultTransfer => (Kind::ConsultAsked, target()),
            Action::SecureSession => {
                let flow = data["secureSessionContext"]["flowId"].as_str();
                (Kind::SecureSessionAsked, flow.map(target_name).unwrap_or_default())
            }
            Action::Pickup | Action::Disconnect | Action::Hold | Action::SecurePause | Action::ConcludeTransfer => {
                return;
            }
        };
        self.timeline.add(kind, values, now);
    }

    /// The client has not shown in time that it did an action.
    pub(crate) fn note_unconfirmed(&mut self, action: Action, now: f64) {
        self.timeline.add(Kind::Unconfirmed, Values::named(action.as_str()), now);
    }

    /// The agent visited a record; again and again is once.
    pub(crate) fn note_visit(&mut self, record: &Record, now: f64) {
        let before = self.timeline.last_of(&[Kind::Visited]).and_then(|entry| entry.values.record);
        if before != Some(record.id) {
            self.timeline.add(Kind::Visited, Values::of_record(record, None), now);
        }
    }

    /// The choice of a list may have changed: `before` is the record that was chosen.
    pub(crate) fn note_choice(&mut self, role: Role, before: Option<&Record>, by_agent: bool, now: f64) {
        let chosen = self.list(role).chosen();
        if chosen.map(|record| record.id) == before.map(|record| record.id) {
            return;
        }
        let kind = match (chosen, by_agent) {
            (None, _) => Kind::Unchosen,
            (Some(_), true) => Kind::Chosen,
            (Some(_), false) => Kind::Suggested,
        };
        let none = Values { list: Some(role), ..Values::default() };
        let values = chosen.map_or(none, |record| Values::of_record(record, Some(role)));
        self.timeline.add(kind, values, now);
    }

    /// The agent edited fields: `before` are the edits until then.
    pub(crate) fn note_edits(&mut self, before: &Fields, now: f64) {
        let edited: Vec<&String> =
            self.edits.keys().filter(|field| self.edits.get(*field) != before.get(*field)).collect();
        for field in edited {
            if field != Field::Comments.as_str() {
                self.timeline.add(Kind::Edited, Values::named(field), now);
                continue;
            }
            let text = |fields: &Fields| fields.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
            let whole = self.timeline.comment(&text(before), &text(&self.edits));
            if !whole.trim().is_empty() {
                let values = Values { text: Some(cut(&whole)), ..Values::default() };
                self.timeline.add(Kind::Comment, values, now);
            }
        }
    }

    /// A save of the log was answered.
    pub(crate) fn note_answer(&mut self, is_saved: bool, now: f64) {
        let kind = if is_saved { Kind::Saved } else { Kind::SaveFailed };
        let record = self.queue.record().filter(|_| is_saved);
        self.timeline.add(kind, Values { record, ..Values::default() }, now);
    }
}

/// Whether an answer says that the log was saved, or that it was not; `None` where it says neither.
pub(crate) fn verdict(answer: &Answer) -> Option<bool> {
    match answer {
        Answer::Saved { .. } => Some(true),
        Answer::Failed { .. } => Some(false),
        Answer::Overtaken { .. } | Answer::Declined => None,
    }
}

/// The target of a transfer as people read it; an ID tells them nothing.
fn target_name(target: &str) -> Values {
    let decoded = uri::decode_component(target.trim_start_matches("sip:")).unwrap_or_else(|| target.to_owned());
    if is_uuid(decoded.as_bytes()) { Values::default() } else { Values::named(&decoded) }
}
