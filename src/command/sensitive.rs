//! Card numbers and other secrets. "Lightning Message Service events and actions", `userData`: "Do not use secure or PCI data with userData."
//! Attributes are no safer place: Genesys Cloud stores them in plain text with the interaction.

use std::ops::Range;

use crate::string_enum::{StringEnum, string_enum};

/// The lengths that card numbers have (ISO/IEC 7812: up to 19 digits; none in use is shorter than 13).
pub const DIGITS: std::ops::RangeInclusive<usize> = 13..=19;

/// Stands in place of a card number.
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
    card_number(text).is_some()
}

/// The text with [`MASK`] in place of each card number.
///
/// ```
/// use patchbay::command::sensitive::mask_card_numbers;
/// assert_eq!(mask_card_numbers("it is 4111 1111-1111 1111, thanks"), "it is ••••, thanks");
/// ```
pub fn mask_card_numbers(text: &str) -> String {
    let (mut masked, mut rest) = (String::new(), text);
    while let Some(number) = card_number(rest) {
        masked.push_str(&rest[..number.start]);
        masked.push_str(MASK);
        rest = &rest[number.end..];
    }
    masked + rest
}

/// Where the first card number stands, in bytes.
fn card_number(text: &str) -> Option<Range<usize>> {
    let mut chain = Chain::default();
    for (at, c) in text.char_indices() {
        if let Some(digit) = c.to_digit(10) {
            chain.push(digit, at);
        } else if let Some(start) = chain.card() {
            return Some(start..at);
        } else if c.is_whitespace() || is_dash(c) {
            chain.gap();
        } else {
            chain = Chain::default();
        }
    }
    chain.card().map(|start| start..text.len())
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// The digits seen without anything but spaces and dashes between them, and where their groups begin.
#[derive(Default)]
struct Chain {
    digits: Vec<u32>,
    /// The first digit of each group: its index, and where it stands in the text.
    starts: Vec<(usize, usize)>,
    in_group: bool,
}

impl Chain {
    fn push(&mut self, digit: u32, at: usize) {
        if !self.in_group {
            self.starts.push((self.digits.len(), at));
            self.in_group = true;
        }
        self.digits.push(digit);
    }

    fn gap(&mut self) {
        self.in_group = false;
    }

    /// Where a card number begins that whole groups at the end of the chain make, the last one just finished.
    fn card(&self) -> Option<usize> {
        let starts = self.starts.iter().rev().filter(|_| self.in_group);
        starts
            .map(|&(start, at)| (&self.digits[start..], at))
            .take_while(|(digits, _)| digits.len() <= *DIGITS.end())
            .find(|(digits, _)| DIGITS.contains(&digits.len()) && luhn(digits))
            .map(|(_, at)| at)
    }
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, &digit)| match at % 2 {
            0 => digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        })
        .sum();
    sum.is_multiple_of(10)
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
    // Works on ASCII bytes: all patterns are ASCII, and Unicode tables would make the module larger.
    let text = text.to_ascii_lowercase();
    let text = text.as_bytes();
    let mut found = [false; Secret::ALL.len()];
    let (mut has_expiry, mut has_code) = (false, false);
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
            let value = &text[at + if text[at..].starts_with(b"is ") { 3 } else { 0 }..];
            match kind {
                Kind::Expiry => {
                    if let Some(rest) = behind_expiry(value) {
                        has_expiry = true;
                        found[Secret::SecurityCode as usize] |= is_code(rest);
                    }
                }
                Kind::Code => found[Secret::SecurityCode as usize] |= is_code(value),
                Kind::PerhapsCode => has_code |= is_code(value),
                Kind::SocialSecurity => found[Secret::SocialSecurity as usize] |= leading_digits(value) == 9,
                Kind::Password => {
                    found[Secret::Password as usize] |= (has_sign || in_words) && is_password(value, in_words)
                }
            }
        }
    }
    found[Secret::SecurityCode as usize] |= has_expiry && has_code;
    for at in 0..text.len() {
        if at == 0 || !is_part(text[at - 1]) {
            found[Secret::Iban as usize] |= is_iban(&text[at..]);
            let begins = at == 0 || !b"-./".contains(&text[at - 1]);
            found[Secret::SocialSecurity as usize] |= begins && is_social_security(&text[at..]);
        }
    }
    Secret::ALL.iter().copied().filter(|secret| found[*secret as usize]).collect()
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

fn is_password(text: &[u8], in_words: bool) -> bool {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\"',;&)}".contains(byte);
    let value = &text[..text.iter().position(ends).unwrap_or(text.len())];
    // Words in the place of a value that are not one.
    let nothing = ["null", "none", "true", "false", "unknown", "reset", "forgotten", "expired", "locked", "changed"];
    // Asterisks, crosses and bullets mask a value.
    let is_masked = value.iter().all(|byte| b"*x.-_\xe2\x80\xa2".contains(byte));
    // After "is", a value needs a digit: "the password is wrong" contains none.
    let is_told = !in_words || value.iter().any(u8::is_ascii_digit);
    is_told && value.len() > 3 && !is_masked && !nothing.iter().any(|nothing| nothing.as_bytes() == value)
}

/// Countries and the lengths of their IBANs (the registry of ISO 13616).
const IBANS: &str = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FO18FR27GB22\
    GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27\
    MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29\
    VA22VG24XK20YE30";

/// Whether an IBAN begins here: with its country's length, with or without spaces, and with valid check digits.
fn is_iban(text: &[u8]) -> bool {
    let [first, second, ..] = *text else { return false };
    let country = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
    let Some(entry) = IBANS.as_bytes().chunks(4).find(|entry| entry[..2] == country) else { return false };
    let length = usize::from(entry[2] - b'0') * 10 + usize::from(entry[3] - b'0');
    let mut iban = Vec::with_capacity(length);
    let mut at = 0;
    while iban.len() < length {
        match text.get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => iban.push(byte.to_ascii_uppercase()),
            // Groups have four characters, except the last.
            Some(b' ' | b'-') if iban.len() % 4 == 0 => {}
            _ => return false,
        }
        at += 1;
    }
    if text.get(at).is_some_and(|byte| is_part(*byte)) || count_digits(&iban[2..4]) < 2 {
        return false;
    }
    iban.rotate_left(4);
    let rest = iban.iter().fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    rest == 1
}

/// Whether `123-45-6789` begins here and no digit follows; numbers that are never issued are excluded.
fn is_social_security(text: &[u8]) -> bool {
    let Some(number) = text.get(..11) else { return false };
    let has_shape = count_digits(number) == 3
        && number[3] == b'-'
        && count_digits(&number[4..]) == 2
        && number[6] == b'-'
        && leading_digits(&text[7..]) == 4;
    let (area, group, serial) = (&number[..3], &number[4..6], &number[7..]);
    has_shape && area != b"000" && area != b"666" && area[0] != b'9' && group != b"00" && serial != b"0000"
}
