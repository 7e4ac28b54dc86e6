//! Segments: the lives of one conversation.
//!
//! A conversation that is over may come back to the agent under the same interaction ID: a call that is transferred back,
//! a message within 72 hours, an e-mail within 30 days. Each time is a segment of its own, with a log of its own. Captured
//! calls show that `startTime` stays that of the conversation and only `connectedTime` is new.

use crate::event::conversation::Conversation;
use crate::event::field::TimeField;
use crate::time::Timestamp;

/// Times that differ by less, in milliseconds, are the same time: clients write it with and without milliseconds.
const TOLERANCE: f64 = 1_000.0;

/// What tells the segments of one conversation apart. No message names the agent's participant, whose ID would do so, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// When it was connected; unknown while the interaction alerts.
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
        Segment { connected: conversation.time(TimeField::Connected) }
    }

    /// How this segment relates to `other`.
    ///
    /// ```
    /// use patchbay::interaction::segment::{Order, Segment};
    /// use patchbay::time::Timestamp;
    /// let at = |text| Segment { connected: Timestamp::parse(text) };
    /// assert_eq!(at("2026-05-03T15:09:00Z").compare(&at("2026-05-03T15:03:00Z")), Order::Later);
    /// assert_eq!(at("2026-05-03T15:03:00.120Z").compare(&at("2026-05-03T15:03:00Z")), Order::Same);
    /// assert_eq!(Segment::default().compare(&at("2026-05-03T15:03:00Z")), Order::Unknown);
    /// ```
    pub fn compare(&self, other: &Segment) -> Order {
        match self.connected.zip(other.connected).map(|(one, other)| one.milliseconds() - other.milliseconds()) {
            Some(apart) if apart.abs() < TOLERANCE => Order::Same,
            Some(apart) if apart < 0.0 => Order::Earlier,
            Some(_) => Order::Later,
            None => Order::Unknown,
        }
    }

    /// The text that identifies the segment within its conversation: the time of the connection.
    pub fn key(&self) -> Option<String> {
        self.connected.map(|time| time.to_string())
    }
}
