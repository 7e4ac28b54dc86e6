//! Transfer targets ("Lightning Message Service events and actions", `participantContext`): "Encode special characters with the encodeURIComponent() method.
//! Prefix flow name or flow ID with sip:, for example, sip:AuditorSecureFlow."
//!
//! The prefix itself stays literal, what follows it is encoded, once.

use super::vocabulary::{SIP, TargetKind};
use crate::uri;

/// What the text of a transfer target turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nothing but space, or a prefix with nothing behind it.
    Empty,
    /// Ready to send.
    Fine,
    /// Ready to send, and prefixed `sip:`.
    Sip,
    /// Prefixed `SIP:` or the like; ready to send once the prefix is in lower case.
    SipLetterCase,
    /// Special characters stand unencoded, or a `%` begins no escape.
    NotEncoded,
    /// What it decodes to is itself encoded (`%2520`).
    EncodedTwice,
    /// `sip:` was encoded with the rest (`sip%3A`).
    EncodedPrefix,
    /// Raw text that is encoded already; encoding it would encode twice.
    AlreadyEncoded,
    /// Raw text of a phone number without a digit.
    NoDigit,
}

/// Makes a raw text ready to send: with [`Target::Fine`] and [`Target::Sip`] comes the target, with
/// [`Target::AlreadyEncoded`] the raw text that was probably meant, otherwise nothing.
///
/// A prefix that is given anyway (`sip:` with a flow or an address, `tel:` with a phone number, as interactions carry
/// them) is understood, not encoded.
///
/// ```
/// use patchbay::command::{target::{Target, prepare}, vocabulary::TargetKind};
/// let sent = "sip:Auditor%20Secure%20Flow".to_owned();
/// assert_eq!(prepare(TargetKind::Flow, "Auditor Secure Flow"), (Target::Sip, sent));
/// ```
pub fn prepare(kind: TargetKind, raw: &str) -> (Target, String) {
    let sip = strip_prefix(raw, SIP);
    let (prefix, text) = match kind {
        TargetKind::Flow => (SIP, sip.unwrap_or(raw)),
        TargetKind::Phone => ("", strip_prefix(raw, "tel:").unwrap_or(raw)),
        TargetKind::Address | TargetKind::UserId | TargetKind::QueueId => sip.map_or(("", raw), |text| (SIP, text)),
    };
    if text.trim().is_empty() {
        return (Target::Empty, String::new());
    }
    if let Some(decoded) = encoded(text) {
        return (Target::AlreadyEncoded, decoded);
    }
    if kind == TargetKind::Phone && !text.contains(|c: char| c.is_numeric()) {
        return (Target::NoDigit, String::new());
    }
    let seen = if prefix.is_empty() { Target::Fine } else { Target::Sip };
    (seen, prefix.to_owned() + &uri::encode(text))
}

/// Judges the text of a `transferTarget` that somebody else encoded.
///
/// ```
/// use patchbay::command::target::{Target, inspect};
/// assert_eq!(inspect("sip:Auditor%20Secure%20Flow"), Target::Sip);
/// assert_eq!(inspect("sip:Auditor Secure Flow"), Target::NotEncoded);
/// assert_eq!(inspect("sip:Auditor%2520Secure%2520Flow"), Target::EncodedTwice);
/// assert_eq!(inspect("sip%3AAuditorSecureFlow"), Target::EncodedPrefix);
/// ```
pub fn inspect(target: &str) -> Target {
    let sip = strip_prefix(target, SIP);
    let text = sip.unwrap_or(target);
    if text.trim().is_empty() {
        return Target::Empty;
    }
    let Some(decoded) = uri::decode_component(text) else { return Target::NotEncoded };
    if sip.is_none() && strip_prefix(&decoded, SIP).is_some() {
        return Target::EncodedPrefix;
    }
    if encoded(&decoded).is_some() {
        return Target::EncodedTwice;
    }
    match sip {
        None => Target::Fine,
        Some(_) if target.starts_with(SIP) => Target::Sip,
        Some(_) => Target::SipLetterCase,
    }
}

/// What a `transferTarget` was probably meant to be: encoded, once, behind a literal prefix.
///
/// ```
/// use patchbay::command::target::correct;
/// assert_eq!(correct("SIP:Auditor%2520Secure Flow"), "sip:Auditor%20Secure%20Flow");
/// ```
pub fn correct(target: &str) -> String {
    let mut text = strip_prefix(target, SIP).unwrap_or(target).to_owned();
    let mut sip = text.len() < target.len();
    // Nobody encodes oftener by accident, and hostile text could go on for as long as it is.
    for _ in 0..4 {
        let Some(decoded) = uri::decode(&text).filter(|decoded| *decoded != text) else { break };
        text = decoded;
        if let Some(rest) = strip_prefix(&text, SIP).filter(|_| !sip) {
            (text, sip) = (rest.to_owned(), true);
        }
    }
    let prefix = if sip { SIP } else { "" };
    prefix.to_owned() + &uri::encode(&text)
}

/// A ready target in its documented spelling: only the letter case of the prefix may differ.
///
/// ```
/// assert_eq!(patchbay::command::target::spell("SIP:abc"), "sip:abc");
/// ```
pub fn spell(target: &str) -> String {
    strip_prefix(target, SIP).map_or_else(|| target.to_owned(), |text| SIP.to_owned() + text)
}

/// The decoded text, if `text` is an encoding of something that needed encoding.
fn encoded(text: &str) -> Option<String> {
    if text.contains('%') { uri::decode_component(text) } else { None }
}

/// Whether an encoded target without `sip:` looks like a flow's ID or name. It does not if it begins like a phone number,
/// even with letters in it, or contains an `@` or a scheme.
///
/// ```
/// use patchbay::command::target::is_flow;
/// assert!(is_flow("Auditor%20Secure%20Flow") && is_flow("741f4f39-7a94-470d-a1dd-dd68d01e0dd8"));
/// assert!(!is_flow("1-800-FLOWERS") && !is_flow("%2B13175550123") && !is_flow("desk%40example.invalid"));
/// ```
pub fn is_flow(target: &str) -> bool {
    let text = uri::decode_component(target).unwrap_or_default();
    let text = text.trim().as_bytes();
    let begins_as_number = text.first().is_some_and(|first| first.is_ascii_digit() || b"+(*#".contains(first))
        && count(text, u8::is_ascii_digit) > 3;
    let is_other = text.iter().any(|byte| b"@:%".contains(byte));
    is_uuid(text) || (count(text, is_letter) > 0 && !is_other && !begins_as_number)
}

/// Whether a value given as the ID of an agent, a queue or a flow is a phone number, an e-mail address or a name instead.
///
/// ```
/// use patchbay::command::target::is_no_id;
/// assert!(is_no_id("%2B13175550123") && is_no_id("Support") && is_no_id("Claims%20Voice"));
/// assert!(!is_no_id("1234-1234-1234-1234") && !is_no_id("741f4f39-7a94-470d-a1dd-dd68d01e0dd8"));
/// ```
pub fn is_no_id(id: &str) -> bool {
    let text = uri::decode_component(id).unwrap_or_else(|| id.to_owned());
    let has_prefix = strip_prefix(&text, SIP).is_some();
    let text = text.trim().as_bytes();
    let digits = count(text, u8::is_ascii_digit);
    // E.164 has up to 15 digits.
    let is_phone = matches!(digits, 7..=15) && count(text, |byte| b"+()-./ ".contains(byte)) + digits == text.len();
    let is_word = digits == 0 && count(text, |byte| is_letter(byte) && !byte.is_ascii_hexdigit()) > 0;
    let is_name = count(text, is_letter) > 2 && (is_word || text.contains(&b' '));
    is_phone || is_name || has_prefix || text.contains(&b'@')
}

/// Whether an encoded target without `sip:` is no address: it holds neither a letter nor a digit, or has a scheme that is not a
/// phone number's.
///
/// ```
/// use patchbay::command::target::is_no_address;
/// assert!(is_no_address("%3F%3F%3F") && is_no_address("https%3A%2F%2Fexample.invalid"));
/// assert!(!is_no_address("3175550123") && !is_no_address("Claims%20Voice") && !is_no_address("desk%40example.invalid"));
/// ```
pub fn is_no_address(target: &str) -> bool {
    let text = uri::decode_component(target).unwrap_or_default();
    let number = strip_prefix(&text, "tel:").unwrap_or(&text).as_bytes();
    let is_number = count(number, u8::is_ascii_digit) > 0 && !number.contains(&b':');
    let is_sip =
        text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && count(host.as_bytes(), is_letter) > 0);
    !is_number && !is_flow(target) && !is_sip
}

/// Whether a byte is a letter; every byte beyond ASCII counts as one.
fn is_letter(byte: &u8) -> bool {
    byte.is_ascii_alphabetic() || *byte >= 0x80
}

fn count(text: &[u8], is: fn(&u8) -> bool) -> usize {
    text.iter().filter(|byte| is(byte)).count()
}

/// Whether a text has the shape of an ID of Genesys Cloud.
pub(crate) fn is_uuid(text: &[u8]) -> bool {
    let is = |(at, byte): (usize, &u8)| {
        if matches!(at, 8 | 13 | 18 | 23) { *byte == b'-' } else { byte.is_ascii_hexdigit() }
    };
    text.len() == 36 && text.iter().enumerate().all(is)
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}
