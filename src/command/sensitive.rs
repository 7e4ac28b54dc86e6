//! Card numbers and other secrets. "Lightning Message Service events and actions", `userData`: "Do not use secure or PCI data with userData."
//! Attributes are no safer place: Genesys Cloud stores them in plain text with the interaction.

use std::ops::Range;

use super::card_number;
use crate::sort::sort_by;
use crate::string_enum::{StringEnum, string_enum};

/// Stands in place of a secret.
pub const MASK: &str = "••••";

/// Whether a card number stands anywhere in `text`: 13 to 19 digits that pass the Luhn check, also in groups with spaces
/// or dashes between them. Groups count whole, so digits inside a longer run of digits are no card number.
///
/// ```
/// use patchbay::command::sensitive::holds_card_number;
/// assert!(holds_card_number("card 4111 1111-1111 1111, thanks"));
/// assert!(!holds_card_number("1234-1234-1234-1234"));
/// ```
pub fn holds_card_number(text: &str) -> bool {
    card_number::find(text).is_some()
}

/// The text with [`MASK`] in place of each card number and each other secret that it seems to contain.
///
/// ```
/// use patchbay::command::sensitive::mask;
/// assert_eq!(mask("it is 4111 1111-1111 1111, CVV 123"), "it is ••••, CVV ••••");
/// assert_eq!(mask("I forgot the password"), "I forgot the password");
/// ```
pub fn mask(text: &str) -> String {
    let mut places: Vec<_> = find_secrets(text).into_iter().map(|(_, place)| place).collect();
    let mut from = 0;
    while let Some(place) = card_number::find(&text[from..]) {
        let end = from + place.end;
        places.push(from + place.start..end);
        from = end;
    }
    sort_by(&mut places, |one, other| one.start.cmp(&other.start));
    let (mut masked, mut done) = (String::new(), 0);
    for place in places {
        if place.start >= done {
            masked.push_str(&text[done..place.start]);
            masked.push_str(MASK);
        }
        done = done.max(place.end);
    }
    masked + &text[done..]
}

string_enum! {
    /// A secret beside card numbers, as a sentence names it.
    Secret {
        /// A card's security code, by its name, or behind a date of expiry.
        SecurityCode = "a card's security code",
        /// An international bank account number.
        Iban = "an IBAN",
        /// A number like those of social security of the United States.
        SocialSecurity = "a social security number",
        /// A name such as `password` or `PIN`, and a value.
        Password = "a password",
    }
}

/// The kinds of secret that `text` seems to contain, each once. They are recognised by their shape, so ordinary words and
/// numbers pass, and a secret without a typical shape is not found.
///
/// ```
/// use patchbay::command::sensitive::{Secret, secrets};
/// assert_eq!(secrets("exp 12/29, CVV 123"), [Secret::SecurityCode]);
/// assert_eq!(secrets("the customer forgot the password"), []);
/// ```
pub fn secrets(text: &str) -> Vec<Secret> {
    let found = find_secrets(text);
    Secret::ALL.iter().copied().filter(|secret| found.iter().any(|(kind, _)| kind == secret)).collect()
}

/// Where the secrets stand, in bytes.
fn find_secrets(text: &str) -> Vec<(Secret, Range<usize>)> {
    // Works on ASCII bytes: all patterns are ASCII, and Unicode tables would make the module larger.
    let text = text.to_ascii_lowercase();
    let text = text.as_bytes();
    let mut found = Vec::new();
    let mut codes = Vec::new();
    let mut has_expiry = false;
    for (kind, name) in NAMES {
        let mut from = 0;
        while let Some(end) = find_word(text, name.as_bytes(), from) {
            from = end;
            let mut at = end;
            let mut has_sign = false;
            while at < text.len() && b" \t\r\n\"':=#.-".contains(&text[at]) {
                has_sign |= b":=".contains(&text[at]);
                at += 1;
            }
            let in_words = !has_sign && text[at..].starts_with(b"is ");
            at += if text[at..].starts_with(b"is ") { 3 } else { 0 };
            let value = &text[at..];
            let of_digits = |at: usize| at..at + count_digits(&text[at..]);
            match kind {
                Kind::Expiry => {
                    if let Some(behind) = behind_expiry(value) {
                        has_expiry = true;
                        let code = text.len() - behind.len();
                        found.extend(is_code(behind).then(|| (Secret::SecurityCode, of_digits(code))));
                    }
                }
                Kind::Code => found.extend(is_code(value).then(|| (Secret::SecurityCode, of_digits(at)))),
                Kind::PerhapsCode => codes.extend(is_code(value).then(|| (Secret::SecurityCode, of_digits(at)))),
                Kind::SocialSecurity => {
                    found.extend((leading_digits(value) == 9).then(|| (Secret::SocialSecurity, of_digits(at))))
                }
                Kind::Password => {
                    let password = password(value, in_words).filter(|_| has_sign || in_words);
                    found.extend(password.map(|length| (Secret::Password, at..at + length)));
                }
            }
        }
    }
    found.extend(codes.into_iter().filter(|_| has_expiry));
    for at in 0..text.len() {
        if at == 0 || !is_part(text[at - 1]) {
            found.extend(iban(&text[at..]).map(|length| (Secret::Iban, at..at + length)));
            let begins = at == 0 || !b"-./".contains(&text[at - 1]);
            let is_number = begins && is_social_security(&text[at..]);
            found.extend(is_number.then(|| (Secret::SocialSecurity, at..at + SOCIAL_SECURITY_LEN)));
        }
    }
    found
}

/// The kind of secret that a name announces.
#[derive(Clone, Copy)]
enum Kind {
    Expiry,
    Code,
    /// Names that also mean something else (a campaign's `cid`): they count only together with an expiry date.
    PerhapsCode,
    SocialSecurity,
    Password,
}

/// The kinds of secret that an attribute seems to contain: its name announces a secret as a word before a value does.
///
/// ```
/// use patchbay::command::sensitive::{Secret, secrets_of_attribute};
/// assert_eq!(secrets_of_attribute("customerPin", "4711"), [Secret::Password]);
/// assert_eq!(secrets_of_attribute("caseNumber", "4711"), []);
/// ```
pub fn secrets_of_attribute(name: &str, value: &str) -> Vec<Secret> {
    let mut pair = String::with_capacity(name.len() + value.len() + 2);
    let mut before = ' ';
    for c in name.chars() {
        if before.is_ascii_lowercase() && c.is_ascii_uppercase() {
            pair.push('_');
        }
        pair.push(c);
        before = c;
    }
    secrets(&(pair + ": " + value))
}

const NAMES: [(Kind, &str); 34] = [
    (Kind::Expiry, "exp"),
    (Kind::Expiry, "expiry"),
    (Kind::Expiry, "expires"),
    (Kind::Expiry, "expiration"),
    (Kind::Expiry, "expiry date"),
    (Kind::Expiry, "expiration date"),
    (Kind::Expiry, "valid thru"),
    (Kind::Expiry, "valid until"),
    (Kind::Code, "cvv"),
    (Kind::Code, "cvv2"),
    (Kind::Code, "cvc"),
    (Kind::Code, "cvc2"),
    (Kind::PerhapsCode, "csc"),
    (Kind::PerhapsCode, "cid"),
    (Kind::PerhapsCode, "security code"),
    (Kind::PerhapsCode, "card verification code"),
    (Kind::SocialSecurity, "ssn"),
    (Kind::SocialSecurity, "social security"),
    (Kind::SocialSecurity, "social security no"),
    (Kind::SocialSecurity, "social security number"),
    (Kind::Password, "password"),
    (Kind::Password, "passwd"),
    (Kind::Password, "passcode"),
    (Kind::Password, "passphrase"),
    (Kind::Password, "pwd"),
    (Kind::Password, "pin"),
    (Kind::Password, "api key"),
    (Kind::Password, "api_key"),
    (Kind::Password, "apikey"),
    (Kind::Password, "access_token"),
    (Kind::Password, "client_secret"),
    (Kind::Password, "secret"),
    (Kind::Password, "passwort"),
    (Kind::Password, "kennwort"),
];

/// Whether a byte belongs to a word; all letters beyond ASCII do.
const fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// The end of the next occurrence of `name` as a whole word.
fn find_word(text: &[u8], name: &[u8], from: usize) -> Option<usize> {
    let last = text.len().checked_sub(name.len())?;
    let mut at = from;
    while at <= last {
        let end = at + name.len();
        if text[at..end] == *name && !(at > 0 && is_part(text[at - 1])) && !(end < text.len() && is_part(text[end])) {
            return Some(end);
        }
        at += 1;
    }
    None
}

fn count_digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The number of digits that a text begins with, if no letter or further number follows them.
fn leading_digits(text: &[u8]) -> usize {
    let count = count_digits(text);
    let goes_on = match text[count..] {
        [b'.' | b',', digit, ..] => digit.is_ascii_digit(),
        [next, ..] => is_part(next) || b"-/:%".contains(&next),
        [] => false,
    };
    if goes_on { 0 } else { count }
}

fn is_code(text: &[u8]) -> bool {
    matches!(leading_digits(text), 3 | 4)
}

/// The text after an expiry date, `09/29` or `9-2029`.
fn behind_expiry(text: &[u8]) -> Option<&[u8]> {
    let digits = count_digits(text);
    let month = match text[..digits] {
        [one] => one - b'0',
        [ten @ b'0'..=b'1', one] => (ten - b'0') * 10 + one - b'0',
        _ => 0,
    };
    let rest = text[digits..].strip_prefix(b"/").or_else(|| text[digits..].strip_prefix(b"-"))?;
    let year = count_digits(rest);
    if !(1..=12).contains(&month) || (year != 2 && year != 4) {
        return None;
    }
    let mut rest = &rest[year..];
    while let [b' ' | b',' | b';' | b'"' | b'\'', after @ ..] = rest {
        rest = after;
    }
    Some(rest)
}

/// The length of the password that a text begins with.
fn password(text: &[u8], in_words: bool) -> Option<usize> {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\"',;&)}".contains(byte);
    let value = &text[..text.iter().position(ends).unwrap_or(text.len())];
    // Words in the place of a value that are not one.
    let nothing = ["null", "none", "true", "false", "unknown", "reset", "forgotten", "expired", "locked", "changed"];
    // Asterisks, crosses and bullets mask a value.
    let is_masked = value.iter().all(|byte| b"*x.-_\xe2\x80\xa2".contains(byte));
    // After "is", a value needs a digit: "the password is wrong" contains none.
    let is_told = !in_words || value.iter().any(u8::is_ascii_digit);
    let is_password =
        is_told && value.len() > 3 && !is_masked && !nothing.iter().any(|nothing| nothing.as_bytes() == value);
    is_password.then_some(value.len())
}

/// Countries and the lengths of their IBANs (the registry of ISO 13616).
const IBANS: &str = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FO18FR27GB22\
    GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27\
    MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29\
    VA22VG24XK20YE30";

/// The length of the IBAN that begins here: with its country's length, with or without spaces, and with valid check digits.
fn iban(text: &[u8]) -> Option<usize> {
    let [first, second, ..] = *text else { return None };
    let country = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
    let entry = IBANS.as_bytes().chunks(4).find(|entry| entry[..2] == country)?;
    let length = usize::from(entry[2] - b'0') * 10 + usize::from(entry[3] - b'0');
    let mut iban = Vec::with_capacity(length);
    let mut at = 0;
    while iban.len() < length {
        match text.get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => iban.push(byte.to_ascii_uppercase()),
            // Groups have four characters, except the last.
            Some(b' ' | b'-') if iban.len() % 4 == 0 => {}
            _ => return None,
        }
        at += 1;
    }
    if text.get(at).is_some_and(|byte| is_part(*byte)) || count_digits(&iban[2..4]) < 2 {
        return None;
    }
    iban.rotate_left(4);
    let rest = iban.iter().fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    (rest == 1).then_some(at)
}

/// The length of `123-45-6789`, in bytes.
const SOCIAL_SECURITY_LEN: usize = 11;

/// Whether `123-45-6789` begins here and no digit follows; numbers that are never issued are excluded.
fn is_social_security(text: &[u8]) -> bool {
    let Some(number) = text.get(..SOCIAL_SECURITY_LEN) else { return false };
    let has_shape = count_digits(number) == 3
        && number[3] == b'-'
        && count_digits(&number[4..]) == 2
        && number[6] == b'-'
        && leading_digits(&text[7..]) == 4;
    let (area, group, serial) = (&number[..3], &number[4..6], &number[7..]);
    has_shape && area != b"000" && area != b"666" && area[0] != b'9' && group != b"00" && serial != b"0000"
}
