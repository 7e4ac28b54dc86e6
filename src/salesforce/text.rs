//! The length of a text as Salesforce counts it: in UTF-16 units, as Apex's `String.length()`.

/// The length of a text, in UTF-16 units.
///
/// ```
/// assert_eq!(patchbay::salesforce::text::length("hello 👋"), 8);
/// ```
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The beginning of a text that fits into `max_len` UTF-16 units, cut between two characters.
///
/// ```
/// use patchbay::salesforce::text::truncate;
/// assert_eq!(truncate("hello 👋", 7), "hello ");
/// assert_eq!(truncate("hello 👋", 8), "hello 👋");
/// ```
pub fn truncate(text: &str, max_len: usize) -> &str {
    // A character never has more UTF-16 units than bytes, so most texts need not be counted.
    if text.len() <= max_len {
        return text;
    }
    let mut units = 0;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > max_len {
            return &text[..at];
        }
    }
    text
}
