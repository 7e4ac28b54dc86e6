//! What is right at first sight. The build writes a JavaScript function out of these tables that builds and validates such
//! messages by itself; everything else is for [`super::build`] and [`super::parse`] to judge.
//!
//! Patterns are regular expressions of JavaScript without flags. They may refuse what is right, but take nothing that is
//! wrong, and let no surrogate pass, alone or in a pair.

use super::vocabulary::{Context, Owner, TargetKind, TargetType};

/// Maximum length of a text to which a pattern is put that does not limit it itself.
pub const MAX_LEN: usize = 256;

/// IDs of interactions and statuses, and names of statuses.
pub const ID: &str = "^[A-Za-z0-9-]{1,64}$";

/// IDs of agents, queues and flows that cannot be a phone number or a name: they have letters and digits, or are as long as
/// the documents' `1234-1234-1234-1234`.
pub const ENTITY_ID: &str =
    "^(?:(?=[^A-Za-z]*[A-Za-z])(?=[^0-9]*[0-9])[A-Za-z0-9-]{1,64}|[0-9]{4,12}(?:-[0-9]{4,12}){3,4})$";

/// Texts without secrets: no digits and no signs between name and value.
pub const WORDS: &str = "^[^0-9:=\\ud800-\\udfff]*$";

/// Texts without secrets, and names of attributes that announce none: ASCII with at most eight digits, and neither the first
/// letters of a secret's name nor those of an IBAN.
pub const UNSUSPICIOUS: &str = "^(?![^]*(?:[Cc](?:[Vv]|[Ss][Cc]|[Ii][Dd]|[Oo][Dd][Ee])|[Ee][Xx][Pp]|[Vv][Aa][Ll]|[Pp][AaIiWw]|[Aa][Pp][Ii]|[Tt][Oo][Kk]|[Ss][Ee][Cc]|[Ss][Ss][Nn]|[Kk][Ee][Nn]|(?:^|[^A-Za-z0-9])[A-Za-z]{2}[0-9]{2}))(?:[ -/:-~]*[0-9]){0,8}[ -/:-~]*$";

/// Whole numbers below this have too few digits for a card number.
pub const CLEAN_NUMBER: f64 = 1e12;

/// Raw targets that are sent as the kind's prefix and `encodeURIComponent(text)`.
pub const fn raw_target(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::UserId | TargetKind::QueueId => ENTITY_ID,
        TargetKind::Phone => "^\\+?[0-9][0-9 ().-]{0,39}$",
        // An address has a letter or a digit.
        TargetKind::Address => "^(?=.*[A-Za-z0-9])[^\\s\\u0085%:\\ud800-\\udfff][^%:\\ud800-\\udfff]{0,255}$",
        TargetKind::Flow => "^[^\\s\\u0085%:\\ud800-\\udfff][^%:\\ud800-\\udfff]{0,255}$",
    }
}

/// Targets that are encoded, once: no `%` and no `:` is among what is escaped, and two escapes are one letter. Without a
/// prefix an address is a number that is too short for an ID.
pub const fn encoded_target(target_type: TargetType) -> &'static str {
    if target_type.takes_prefix() {
        "^(?:(?:%2B)?[0-9](?:[0-9().-]|%20){0,24}|sip:(?:[A-Za-z0-9\\-_.!~*'()]|%[014-7][0-9A-F]|%2[0-46-9A-F]|%3[0-9B-F]|%(?:C[2-9A-F]|D[0-9A-F])%[89AB][0-9A-F]){1,256})$"
    } else {
        ENTITY_ID
    }
}

/// What a property of a context has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// [`ENTITY_ID`].
    EntityId,
    /// [`WORDS`] or [`UNSUSPICIOUS`].
    CleanText,
    /// A boolean, or left out.
    OptionalFlag,
    /// [`encoded_target`] of the type beside it.
    EncodedTarget,
    /// One of [`TargetType`].
    TargetType,
}

/// A context: the property of `data` that holds it, whose properties it has, and their shapes in the same order.
pub const fn context(context: Context) -> (&'static str, Owner, &'static [Shape]) {
    match context {
        Context::Participant => ("participantContext", Owner::Participant, &[Shape::EncodedTarget, Shape::TargetType]),
        Context::SecureSession => {
            ("secureSessionContext", Owner::SecureSession, &[Shape::EntityId, Shape::CleanText, Shape::OptionalFlag])
        }
    }
}
