//! How long a text is to Salesforce: it counts UTF-16 units, as Apex's `String.length()` does.

/// The length of a text.
///
/// ```
/// assert_eq!(patchbay::salesforce::text::length("hello 👋"), 8);
/// ```
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As much of the text as fits, cut between two characters.
///
/// ```
/// use patchbay::salesforce::text::cut;
/// assert_eq!(cut("hello 👋", 7), "hello ");
/// assert_eq!(cut("hello 👋", 8), "hello 👋");
/// ```
pub fn cut(text: &str, longest: usize) -> &str {
    // A byte is never less than a unit, so most texts need not be counted.
    if text.len() <= longest {
        return text;
    }
    let mut units = 0;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > longest {
            return &text[..at];
        }
    }
    text
}
