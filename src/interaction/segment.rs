//! Segments: the lives of one conversation.
//!
//! A conversation that is over may come back to the agent under the same interaction ID: a call that is transferred back,
//! a message within 72 hours, an e-mail within 30 days. Each time is a segment of its own, with a log of its own. Captured
//! calls show that `startTime` stays that of the conversation and only `connectedTime` is new.

use crate::event::conversation::Conversation;
use crate::event::field::{TextField, TimeField};
use crate::time::Timestamp;

/// Times that differ by less, in milliseconds, are the same time: clients write it with and without milliseconds.
const TOLERANCE: f64 = 1_000.0;

/// What tells the segments of one conversation apart. Both facts may be unknown while the interaction alerts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The ID of the agent's participant.
    pub participant: Option<String>,
    /// When it was connected.
    pub connected: Option<Timestamp>,
}

/// How one segment relates to another of the same conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// They are the same segment.
    Same,
    /// It came before the other.
    Earlier,
    /// It came after the other.
    Later,
    /// Too little is known.
    Unknown,
}

impl Segment {
    /// The segment that a message is about, or that an interaction is in.
    pub fn of(conversation: &Conversation) -> Segment {
        Segment {
            participant: conversation.text(TextField::ParticipantId).map(str::to_owned),
            connected: conversation.time(TimeField::Connected),
        }
    }

    /// How this segment relates to `other`: by participant where both are known, else by connection.
    ///
    /// ```
    /// use patchbay::interaction::segment::{Order, Segment};
    /// use patchbay::time::Timestamp;
    /// let at = |text| Segment { participant: None, connected: Timestamp::parse(text) };
    /// assert_eq!(at("2026-05-03T15:09:00Z").compare(&at("2026-05-03T15:03:00Z")), Order::Later);
    /// assert_eq!(at("2026-05-03T15:03:00.120Z").compare(&at("2026-05-03T15:03:00Z")), Order::Same);
    /// assert_eq!(Segment::default().compare(&at("2026-05-03T15:03:00Z")), Order::Unknown);
    /// ```
    pub fn compare(&self, other: &Segment) -> Order {
        let apart = self.connected.zip(other.connected).map(|(one, other)| one.milliseconds() - other.milliseconds());
        match (self.participant.as_ref().zip(other.participant.as_ref()), apart) {
            (Some((one, other)), _) if one == other => Order::Same,
            (None, Some(apart)) if apart.abs() < TOLERANCE => Order::Same,
            (_, Some(apart)) if apart < 0.0 => Order::Earlier,
            (Some(_), _) | (None, Some(_)) => Order::Later,
            (None, None) => Order::Unknown,
        }
    }

    /// The text that identifies the segment within its conversation: the participant's ID, else the time of the connection.
    pub fn key(&self) -> Option<String> {
        self.participant.clone().or_else(|| self.connected.map(|time| time.to_string()))
    }
}
