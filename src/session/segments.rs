//! Segments in a session: which life of a conversation a message is about, and what is remembered of those that are over.

use super::Session;
use super::change::Change;
use crate::event::Announcement;
use crate::event::conversation::Conversation;
use crate::event::field::{BoolField, TextField, TimeField};
use crate::interaction::phase::{self, Phase};
use crate::interaction::segment::{Order, Segment};
use crate::interaction::{Interaction, Kind};
use crate::time::Timestamp;

/// Maximum number of removed interactions remembered by ID, so that late messages do not bring them back.
pub(super) const MAX_TOMBSTONES: usize = 64;

/// What is remembered of an interaction's former segment, so that late messages of it do not begin or change another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tombstone {
    pub(super) id: String,
    pub(super) end: Option<Timestamp>,
    pub(super) segment: Segment,
    /// Whether it left no log: nobody was in contact, so a late message is of the segment before.
    pub(super) rang: bool,
}

/// What a message about an interaction belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The segment that is followed.
    Current,
    /// One that begins with this message, after another.
    New,
    /// One that this page has not followed; its log may be restored from another page.
    Resumed,
    /// A former one.
    Former,
    /// None that is or was followed.
    Nothing,
}

impl Session {
    /// Which segment a message is about. A message of contact after the end, or a new connection, begins a new one; what is
    /// late or repeated never does.
    pub(super) fn about(&self, id: &str, conversation: &Conversation, announcement: Announcement) -> About {
        let segment = Segment::of(conversation);
        let reported = phase::reported(conversation);
        let ends = reported == Some(Phase::Done) || announcement == Announcement::Deallocated;
        let is_live = !ends && reported.is_some_and(|phase| !phase.is_over());
        let formers = || self.tombstones.iter().filter(|former| former.id == id);
        let is_before = |known: &Segment| matches!(segment.compare(known), Order::Same | Order::Earlier);
        let Some(current) = self.interaction(id) else {
            if formers().any(|former| is_before(&former.segment)) {
                return About::Former;
            }
            return match formers().next_back() {
                None if !self.is_new(conversation, announcement) => About::Nothing,
                None => self.about_restored(id, &segment, is_live),
                Some(former) => match segment.compare(&former.segment) {
                    Order::Later if !ends => About::New,
                    Order::Unknown if is_live && !former.outlasts(&segment) => About::New,
                    _ => About::Former,
                },
            };
        };
        if formers().any(|former| is_before(&former.segment))
            || formers().next_back().is_some_and(|former| former.owns(conversation, &segment, current))
        {
            return About::Former;
        }
        match segment.compare(&Segment::of(&current.conversation)) {
            Order::Earlier => About::Former,
            // The call of a callback is connected after the callback was.
            Order::Later if current.is_live() && current.kind() == Kind::Callback => About::Current,
            Order::Later if ends => About::Nothing,
            Order::Later => About::New,
            Order::Unknown if is_live && !current.is_live() => {
                let end = current.conversation.time(TimeField::End);
                let apart = segment.connected.zip(end);
                let alerts_again = announcement == Announcement::Added && reported == Some(Phase::Alerting);
                let comes_back = match current.phase {
                    Phase::Done => apart.is_none_or(|(connected, end)| connected > end),
                    _ => alerts_again || apart.is_some_and(|(connected, end)| connected > end),
                };
                if comes_back || begins_after(end, conversation) { About::New } else { About::Current }
            }
            Order::Same | Order::Unknown => About::Current,
        }
    }

    /// Which segment a message is about whose interaction is unknown to this page, but maybe not its log.
    fn about_restored(&self, id: &str, segment: &Segment, is_live: bool) -> About {
        let Some(log) = self.log(id) else { return About::Resumed };
        match segment.compare(&log.known_segment()) {
            Order::Earlier => About::Former,
            Order::Later => About::New,
            Order::Unknown if log.is_over() && is_live => About::New,
            Order::Same | Order::Unknown => About::Resumed,
        }
    }

    /// Whether a message makes an unknown interaction known: not if it only reports its end.
    fn is_new(&self, conversation: &Conversation, announcement: Announcement) -> bool {
        let mut only_ended = Conversation::default();
        only_ended.assume("DISCONNECTED", BoolField::IsDisconnected);
        let over = announcement == Announcement::Deallocated
            || phase::reported(conversation) == Some(Phase::Done)
            || *conversation == only_ended;
        !over && !conversation.is_empty() && !conversation.is_transcript()
    }

    /// Removes an interaction and remembers the segment that it was in.
    pub(super) fn end_segment(&mut self, id: &str, change: &mut Change) {
        let Some(interaction) = self.interaction(id) else { return };
        let end = interaction.conversation.time(TimeField::End);
        let segment = Segment::of(&interaction.conversation);
        let rang = self.log(id).is_none_or(|log| !log.has_begun());
        self.remove(id, change);
        if self.tombstones.len() == MAX_TOMBSTONES {
            self.tombstones.pop_front();
        }
        self.tombstones.push_back(Tombstone { id: id.to_owned(), end, segment, rang });
    }
}

impl Tombstone {
    /// Whether a segment that was connected then had ended after it.
    fn outlasts(&self, segment: &Segment) -> bool {
        segment.connected.zip(self.end).is_some_and(|(connected, end)| connected <= end)
    }

    /// Whether a message without a connection is about this segment, though another is followed: it ends a call while that
    /// one rings, as only this one can have ended.
    fn owns(&self, conversation: &Conversation, segment: &Segment, current: &Interaction) -> bool {
        let reported = phase::reported(conversation);
        let is_same_end = self.end.zip(conversation.time(TimeField::End)).is_some_and(|(known, end)| known == end);
        let wraps_up = reported == Some(Phase::Done) && conversation.text(TextField::Disposition).is_some();
        let rings = matches!(current.phase, Phase::Alerting | Phase::Dialing);
        *segment == Segment::default() && reported.is_some_and(Phase::is_over) && rings && (is_same_end || wraps_up)
    }
}

/// Whether this is a beginning, later than this end. What is only late or repeated began before it.
fn begins_after(end: Option<Timestamp>, conversation: &Conversation) -> bool {
    let begins = phase::reported(conversation).is_some_and(|reported| reported.is_before(Phase::Connected));
    begins && conversation.time(TimeField::Start).zip(end).is_some_and(|(start, end)| start > end)
}
