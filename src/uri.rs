//! `encodeURIComponent` and its inverse (ECMA-262, "URI Handling Functions").
//!
//! A Rust `str` is well-formed Unicode, so the one case in which JavaScript's function throws, a lone surrogate,
//! cannot reach this room: whoever turns UTF-16 into `str` has to refuse it (see the room `js`).

/// The characters that `encodeURIComponent` leaves alone, as the inside of a regular expression's class.
pub const UNRESERVED: &str = "A-Za-z0-9\\-_.!~*'()";

/// What is written of every byte, and how much of it: one look instead of many.
const WRITTEN: [([u8; 3], usize); 256] = {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut written = [([0; 3], 1); 256];
    let mut byte = 0;
    while byte < 256 {
        written[byte] = if is_unreserved(byte as u8) {
            ([byte as u8, 0, 0], 1)
        } else {
            ([b'%', HEX[byte >> 4], HEX[byte & 15]], 3)
        };
        byte += 1;
    }
    written
};

/// Whether `encodeURIComponent` leaves this byte alone.
///
/// ```
/// use patchbay::uri::is_unreserved;
/// assert!(is_unreserved(b'~') && !is_unreserved(b'+') && !is_unreserved(0xC3));
/// ```
pub const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')')
}

/// Appends `encodeURIComponent(text)` to `out`.
///
/// ```
/// let mut out = String::new();
/// patchbay::uri::encode_into("Zoë & co", &mut out);
/// assert_eq!(out, "Zo%C3%AB%20%26%20co");
/// ```
pub fn encode_into(text: &str, out: &mut String) {
    let mut bytes = std::mem::take(out).into_bytes();
    let before = bytes.len();
    bytes.resize(before + text.len() * 3, 0);
    let length = encode_bytes(text.as_bytes(), &mut bytes[before..]);
    bytes.truncate(before + length);
    // Nothing but ASCII was added.
    *out = String::from_utf8(bytes).unwrap_or_default();
}

/// Writes what `encodeURIComponent` makes of a text, given as its UTF-8, over the beginning of `out`, which has room for
/// three bytes for each of it, and tells its length.
///
/// ```
/// let mut out = [0; 12];
/// let length = patchbay::uri::encode_bytes(b"a b", &mut out);
/// assert_eq!(&out[..length], b"a%20b");
/// ```
pub fn encode_bytes(text: &[u8], out: &mut [u8]) -> usize {
    let mut at = 0;
    for &byte in text {
        let (written, length) = WRITTEN[usize::from(byte)];
        out[at..at + 3].copy_from_slice(&written);
        at += length;
    }
    at
}

/// `encodeURIComponent(text)`.
///
/// ```
/// assert_eq!(patchbay::uri::encode("+1 (317) 555-0123"), "%2B1%20(317)%20555-0123");
/// ```
pub fn encode(text: &str) -> String {
    let mut out = String::new();
    encode_into(text, &mut out);
    out
}

/// `decodeURIComponent(text)`, or `None` where that throws: a `%` without two hex digits, or bytes that are not UTF-8.
///
/// ```
/// use patchbay::uri::decode;
/// assert_eq!(decode("Auditor%20Secure%20Flow").as_deref(), Some("Auditor Secure Flow"));
/// assert_eq!(decode("50% off"), None);
/// ```
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first == b'%' {
            let &[high, low, ref after @ ..] = rest else { return None };
            bytes.push(hex_value(high)? << 4 | hex_value(low)?);
            rest = after;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
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
    if !text.bytes().all(|byte| byte == b'%' || is_unreserved(byte)) {
        return None;
    }
    decode(text)
}

const fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
