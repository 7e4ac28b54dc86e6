//! Custom attributes (seed 2, `addCustomAttributes`): "Key-value pairs of custom interaction attributes."
//!
//! The document shows text; numbers and booleans are what captured interactions carry beside it.

use super::finding::Finding;

/// The JavaScript kind of one attribute's value, as observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// `undefined`: as good as not there, since JSON leaves it out.
    Absent,
    /// A text without lone surrogates, long enough to hold a card number or not.
    Text,
    /// A text that holds half of a surrogate pair.
    LoneSurrogate,
    /// A text longer than [`super::MAX_TEXT`].
    TooLong,
    /// `true` or `false`.
    Boolean,
    /// A number that JSON can write.
    Number,
    /// `NaN` or an infinity: JSON writes `null` instead.
    NotFinite,
    /// Anything else: `null`, an object, an array.
    Other,
}

impl ValueKind {
    /// All of them, in the order of the numbers by which JavaScript calls them.
    pub const ALL: &'static [ValueKind] = &[
        ValueKind::Absent,
        ValueKind::Text,
        ValueKind::LoneSurrogate,
        ValueKind::TooLong,
        ValueKind::Boolean,
        ValueKind::Number,
        ValueKind::NotFinite,
        ValueKind::Other,
    ];
}

/// Judges one attribute's value by its kind alone; texts and numbers may still hold a card number.
///
/// ```
/// use patchbay::command::{attribute::{ValueKind, judge}, finding::Finding};
/// assert_eq!(judge(ValueKind::Boolean), None);
/// assert_eq!(judge(ValueKind::Other), Some(Finding::AttributeWrongKind));
/// ```
pub const fn judge(kind: ValueKind) -> Option<Finding> {
    match kind {
        ValueKind::Absent | ValueKind::Text | ValueKind::Boolean | ValueKind::Number => None,
        ValueKind::LoneSurrogate => Some(Finding::AttributeLoneSurrogate),
        ValueKind::TooLong => Some(Finding::AttributeTooLong),
        ValueKind::NotFinite => Some(Finding::AttributeNotFinite),
        ValueKind::Other => Some(Finding::AttributeWrongKind),
    }
}
