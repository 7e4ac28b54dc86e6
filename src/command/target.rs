//! Transfer targets (seed 2, `participantContext`): "Encode special characters with the encodeURIComponent() method.
//! Prefix flow name or flow ID with sip:, for example, sip:AuditorSecureFlow."
//!
//! The prefix itself stays literal, what follows it is encoded, once.

use super::vocabulary::{SIP, TargetKind};
use crate::uri;

/// What was seen where a transfer target belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Nothing, or `undefined`.
    Absent,
    /// Something that is no text.
    WrongKind,
    /// Nothing but space, or a prefix with nothing behind it.
    Empty,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// More than [`super::MAX_TEXT`].
    TooLong,
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
    /// A caller gave none or several of the kinds of [`TargetKind`].
    Choice,
}

impl Target {
    /// All of them, in the order of their numbers in a [`super::word::Word`].
    pub const ALL: &'static [Target] = &[
        Target::Absent,
        Target::WrongKind,
        Target::Empty,
        Target::LoneSurrogate,
        Target::TooLong,
        Target::Fine,
        Target::Sip,
        Target::SipLetterCase,
        Target::NotEncoded,
        Target::EncodedTwice,
        Target::EncodedPrefix,
        Target::AlreadyEncoded,
        Target::NoDigit,
        Target::Choice,
    ];
}

/// Raw texts of one kind that need no second look: they are sent as prefix + `encodeURIComponent(text)`.
/// A regular expression of JavaScript with the `u` flag; everything else goes through [`prepare`].
pub const fn quick_raw(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::UserId | TargetKind::QueueId => "^[A-Za-z0-9-]{1,64}$",
        TargetKind::Phone => "^\\+?[0-9][0-9 ().-]{0,39}$",
        TargetKind::Flow | TargetKind::Address => "^[^\\s\\u0085%:\\p{Cs}][^%:\\p{Cs}]{0,255}$",
    }
}

/// Encoded targets that are certainly [`Target::Fine`]; a regular expression of JavaScript.
pub const QUICK_PLAIN: &str = "^(?:[A-Za-z0-9\\-_.!~*'()]|%2[0-46-9A-F]){1,256}$";

/// Encoded targets that are certainly [`Target::Sip`]; a regular expression of JavaScript.
pub const QUICK_SIP: &str = "^sip:(?:[A-Za-z0-9\\-_.!~*'()]|%2[0-46-9A-F]){1,256}$";

/// Makes a raw text ready to send: on [`Target::Fine`] and [`Target::Sip`] the target is appended to `out`, on
/// [`Target::AlreadyEncoded`] the raw text that was probably meant.
///
/// A prefix that is given anyway (`sip:` with a flow or an address, `tel:` with a phone number, as interactions carry
/// them) is understood, not encoded.
///
/// ```
/// use patchbay::command::{target::{Target, prepare}, vocabulary::TargetKind};
/// let mut out = String::new();
/// assert_eq!(prepare(TargetKind::Flow, "Auditor Secure Flow", &mut out), Target::Sip);
/// assert_eq!(out, "sip:Auditor%20Secure%20Flow");
/// ```
pub fn prepare(kind: TargetKind, raw: &str, out: &mut String) -> Target {
    let sip = strip_prefix(raw, SIP);
    let (prefix, text) = match kind {
        TargetKind::Flow => (SIP, sip.unwrap_or(raw)),
        TargetKind::Phone => ("", strip_prefix(raw, "tel:").unwrap_or(raw)),
        TargetKind::Address | TargetKind::UserId | TargetKind::QueueId => sip.map_or(("", raw), |text| (SIP, text)),
    };
    if text.trim().is_empty() {
        return Target::Empty;
    }
    if let Some(decoded) = encoded(text) {
        out.push_str(&decoded);
        return Target::AlreadyEncoded;
    }
    if kind == TargetKind::Phone && !text.contains(|c: char| c.is_numeric()) {
        return Target::NoDigit;
    }
    out.push_str(prefix);
    uri::encode_into(text, out);
    if prefix.is_empty() { Target::Fine } else { Target::Sip }
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

/// Appends what a `transferTarget` was probably meant to be: encoded, once, behind a literal prefix.
///
/// ```
/// use patchbay::command::target::correct_into;
/// let mut out = String::new();
/// correct_into("SIP:Auditor%2520Secure Flow", &mut out);
/// assert_eq!(out, "sip:Auditor%20Secure%20Flow");
/// ```
pub fn correct_into(target: &str, out: &mut String) {
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
    if sip {
        out.push_str(SIP);
    }
    uri::encode_into(&text, out);
}

/// Appends a ready target in its documented spelling: only the letter case of the prefix may differ.
pub fn spell_into(target: &str, out: &mut String) {
    match strip_prefix(target, SIP) {
        Some(text) => {
            out.push_str(SIP);
            out.push_str(text);
        }
        None => out.push_str(target),
    }
}

/// The decoded text, if `text` is an encoding of something that needed encoding.
fn encoded(text: &str) -> Option<String> {
    if text.contains('%') { uri::decode_component(text) } else { None }
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}
