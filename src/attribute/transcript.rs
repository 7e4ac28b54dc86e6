//! Transcripts: "greater than 131,072 characters fail to save."

use crate::salesforce::text;

/// Characters that any field holds, as Salesforce counts them.
pub const MAX_LEN: usize = 131_072;
/// Stands where a transcript was cut.
pub const MARK: &str = "\n[… cut: the transcript is longer than this field]";

/// What the organisation wants of a transcript that is too long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// It is not stored, and that is told.
    #[default]
    Refuse,
    /// Its beginning is stored, with a mark at the end.
    Cut,
}

impl Policy {
    /// The policy of this name.
    ///
    /// ```
    /// use patchbay::attribute::transcript::Policy;
    /// assert_eq!(Policy::named("cut"), Some(Policy::Cut));
    /// ```
    pub fn named(name: &str) -> Option<Policy> {
        match name {
            "refuse" => Some(Policy::Refuse),
            "cut" => Some(Policy::Cut),
            _ => None,
        }
    }
}

/// As much as fits in front of the mark, cut between two characters.
///
/// ```
/// use patchbay::attribute::transcript::{MARK, cut};
/// assert_eq!(cut(&"a".repeat(200), 100).chars().count(), 100);
/// assert!(cut(&"a".repeat(200), 100).ends_with(MARK));
/// ```
pub fn cut(transcript: &str, longest: usize) -> String {
    match longest.checked_sub(text::length(MARK)) {
        Some(room) => format!("{}{MARK}", text::cut(transcript, room)),
        // A field too short even for the mark.
        None => text::cut(transcript, longest).to_owned(),
    }
}
