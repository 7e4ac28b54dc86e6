//! `encodeURIComponent` and its inverse (ECMA-262, "URI Handling Functions").
//!
//! A Rust `str` is well-formed Unicode, so a lone surrogate, the one thing for which JavaScript's function throws, cannot
//! get here.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The characters that `encodeURIComponent` leaves alone, as the inside of a regular expression's class.
pub const UNRESERVED: &str = "A-Za-z0-9\\-_.!~*'()";

const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// `encodeURIComponent(text)`.
///
/// ```
/// assert_eq!(patchbay::uri::encode("+1 (317) 555-0123"), "%2B1%20(317)%20555-0123");
/// ```
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).collect()
}

/// `decodeURIComponent(text)`, or `None` where that throws: a `%` without two hex digits, or bytes that are not UTF-8.
///
/// ```
/// use patchbay::uri::decode;
/// assert_eq!(decode("Auditor%20Secure%20Flow").as_deref(), Some("Auditor Secure Flow"));
/// assert_eq!(decode("50% off"), None);
/// ```
pub fn decode(text: &str) -> Option<String> {
    // percent-encoding leaves a `%` that begins no escape as it is.
    let begins_escape = |rest: &str| rest.len() > 1 && rest.bytes().take(2).all(|digit| digit.is_ascii_hexdigit());
    if !text.split('%').skip(1).all(begins_escape) {
        return None;
    }
    String::from_utf8(percent_decode_str(text).collect()).ok()
}

/// The decoded text if `text` is something `encodeURIComponent` could have meant: nothing is left to escape, and every
/// escape decodes. Escapes that were not needed (`%41`) and lower-case hex digits are let pass, as RFC 3986 does.
///
/// ```
/// use patchbay::uri::decode_component;
/// assert_eq!(decode_component("a%20b").as_deref(), Some("a b"));
/// assert_eq!(decode_component("a b"), None);
/// ```
pub fn decode_component(text: &str) -> Option<String> {
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
    text.bytes().all(|byte| byte == b'%' || is_unreserved(byte)).then(|| decode(text))?
}
