//! What an entry of a timeline tells of, by whom, and where it is looked for.

crate::string_enum::string_enum! {
    /// What happened.
    #[cfg_attr(feature = "typescript", ts(rename = "TimelineKind"))]
    Kind {
        /// It rang, or waited to be answered.
        Rang = "rang",
        /// The other party was dialled.
        Dialled = "dialled",
        /// The parties came into contact.
        Answered = "answered",
        /// The other party was put on hold.
        Held = "held",
        /// The other party was taken off hold.
        Resumed = "resumed",
        /// The agent asked for mute, `on` or off where that is known. No event tells whether it was done.
        MuteAsked = "mute-asked",
        /// The recording was paused for secure data, `on`, or goes on.
        SecurePause = "secure-pause",
        /// The agent asked for a transfer without consultation, to `name`.
        TransferAsked = "transfer-asked",
        /// The agent asked to consult `name`.
        ConsultAsked = "consult-asked",
        /// The agent asked for a secure session with the flow `name`.
        SecureSessionAsked = "secure-session-asked",
        /// It was transferred, to `name` where the agent asked for it here.
        Transferred = "transferred",
        /// The transfer was cancelled.
        TransferCancelled = "transfer-cancelled",
        /// Somebody is consulted, `name` where the agent asked for it here.
        Consulting = "consulting",
        /// Nobody is consulted any more.
        ConsultEnded = "consult-ended",
        /// The client did not show that it has done the action `name`.
        Unconfirmed = "unconfirmed",
        /// It ended.
        Ended = "ended",
        /// The wrap-up code was `name`.
        WrapUp = "wrap-up",
        /// It was wrapped up.
        Done = "done",
        /// The agent visited a record.
        Visited = "visited",
        /// The agent chose a record of the list.
        Chosen = "chosen",
        /// The agent chose none of the list.
        Unchosen = "unchosen",
        /// A record was chosen by itself: it is the only one for its list.
        Suggested = "suggested",
        /// The agent wrote a comment.
        Comment = "comment",
        /// The agent edited the field `name`.
        Edited = "edited",
        /// The agent added the summary to the comments.
        Summarised = "summarised",
        /// The attribute `name` changed. Its value is `text`, unless it seems to be a secret.
        Attribute = "attribute",
        /// The log was saved.
        Saved = "saved",
        /// The log could not be saved.
        SaveFailed = "save-failed",
        /// Something was said or written.
        Utterance = "utterance",
        /// Older entries were left out here, `count` of them: a timeline is bounded.
        LeftOut = "left-out",
    }
}

crate::string_enum::string_enum! {
    /// What an entry is about, for a filter.
    #[cfg_attr(feature = "typescript", ts(rename = "TimelineTopic"))]
    Topic {
        /// The interaction itself.
        Call = "call",
        /// Salesforce records.
        Records = "records",
        /// The log and its fields.
        Log = "log",
        /// What was said and written.
        Conversation = "conversation",
    }
}

crate::string_enum::string_enum! {
    /// By whom something happened.
    #[cfg_attr(feature = "typescript", ts(rename = "TimelineActor"))]
    Actor {
        /// The Genesys Cloud client told of it.
        Client = "client",
        /// The agent did it on this page.
        Agent = "agent",
        /// Patchbay did it by itself.
        Patchbay = "patchbay",
    }
}

impl Kind {
    /// By whom it happened.
    ///
    /// ```
    /// use patchbay::log::timeline::kind::{Actor, Kind};
    /// assert_eq!(Kind::Chosen.by(), Actor::Agent);
    /// assert_eq!(Kind::Suggested.by(), Actor::Patchbay);
    /// ```
    pub const fn by(self) -> Actor {
        match self {
            Kind::MuteAsked
            | Kind::TransferAsked
            | Kind::ConsultAsked
            | Kind::SecureSessionAsked
            | Kind::Visited
            | Kind::Chosen
            | Kind::Unchosen
            | Kind::Comment
            | Kind::Edited
            | Kind::Summarised => Actor::Agent,
            Kind::Suggested | Kind::Unconfirmed | Kind::Saved | Kind::SaveFailed | Kind::LeftOut => Actor::Patchbay,
            _ => Actor::Client,
        }
    }

    /// What it is about; `None` of what belongs to every topic.
    pub const fn topic(self) -> Option<Topic> {
        match self {
            Kind::LeftOut => None,
            Kind::Visited | Kind::Chosen | Kind::Unchosen | Kind::Suggested => Some(Topic::Records),
            Kind::Comment | Kind::Edited | Kind::Summarised | Kind::Attribute | Kind::Saved | Kind::SaveFailed => {
                Some(Topic::Log)
            }
            Kind::Utterance => Some(Topic::Conversation),
            _ => Some(Topic::Call),
        }
    }

    /// Whether it gives way first. There may be thousands, and the summary is written without them.
    pub(super) const fn is_minor(self) -> bool {
        matches!(self, Kind::Utterance | Kind::Attribute)
    }

    /// Whether several in a row are one that goes on.
    pub(super) const fn goes_on(self) -> bool {
        matches!(self, Kind::Comment | Kind::Edited | Kind::Saved | Kind::SaveFailed | Kind::Visited)
    }
}
