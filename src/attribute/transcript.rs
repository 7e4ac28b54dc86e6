//! Chat transcripts that are longer than their field: "greater than 131,072 characters fail to save."

use crate::salesforce::text;

/// Maximum length of a text in any field, in UTF-16 units.
pub const MAX_LEN: usize = 131_072;
/// The text at the end of a truncated transcript.
pub const MARK: &str = "\n[… cut: the transcript is longer than this field]";

crate::string_enum::string_enum! {
    /// What happens to a transcript that is longer than its field; the org's choice.
    #[derive(Default)]
    Policy {
        /// It is not stored, and a problem says so.
        #[default]
        Refuse = "refuse",
        /// Its beginning is stored, with [`MARK`] at the end.
        Cut = "cut",
    }
}

/// The beginning of a transcript, cut between two characters, with [`MARK`] at the end: at most `max_len` UTF-16 units.
///
/// ```
/// use patchbay::attribute::transcript::{MARK, truncate};
/// assert_eq!(truncate(&"a".repeat(200), 100).chars().count(), 100);
/// assert!(truncate(&"a".repeat(200), 100).ends_with(MARK));
/// ```
pub fn truncate(transcript: &str, max_len: usize) -> String {
    match max_len.checked_sub(text::length(MARK)) {
        Some(room) => format!("{}{MARK}", text::truncate(transcript, room)),
        // The field is too short even for the mark.
        None => text::truncate(transcript, max_len).to_owned(),
    }
}
