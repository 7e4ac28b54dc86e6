//! Card numbers and other secrets. "Lightning Message Service events and actions", `userData`: "Do not use secure or PCI data with userData."

use crate::string_enum::string_enum;

/// The lengths that card numbers have (ISO/IEC 7812: up to 19 digits; none in use is shorter than 13).
pub const DIGITS: std::ops::RangeInclusive<usize> = 13..=19;

/// Whether a card number stands anywhere in `text`: 13 to 19 digits that pass the Luhn check, also in groups with spaces
/// or dashes between them. Groups count whole, so digits inside a longer run of digits are no card number.
///
/// ```
/// use patchbay::command::sensitive::holds_card_number;
/// assert!(holds_card_number("card 4111 1111-1111 1111, thanks"));
/// assert!(!holds_card_number("1234-1234-1234-1234"));
/// ```
pub fn holds_card_number(text: &str) -> bool {
    let mut chain = Chain::default();
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            chain.push(digit);
        } else if chain.ends_with_card() {
            return true;
        } else if c.is_whitespace() || is_dash(c) {
            chain.gap();
        } else {
            chain = Chain::default();
        }
    }
    chain.ends_with_card()
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// The digits seen without anything but spaces and dashes between them, and where their groups begin.
#[derive(Default)]
struct Chain {
    digits: Vec<u32>,
    starts: Vec<usize>,
    in_group: bool,
}

impl Chain {
    fn push(&mut self, digit: u32) {
        if !self.in_group {
            self.starts.push(self.digits.len());
            self.in_group = true;
        }
        self.digits.push(digit);
    }

    fn gap(&mut self) {
        self.in_group = false;
    }

    /// Whether whole groups at the end of the chain, the last one just finished, make a card number.
    fn ends_with_card(&self) -> bool {
        self.in_group
            && self
                .starts
                .iter()
                .rev()
                .map(|&start| &self.digits[start..])
                .take_while(|digits| digits.len() <= *DIGITS.end())
                .any(|digits| DIGITS.contains(&digits.len()) && luhn(digits))
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

/// The secrets that `text` seems to hold, each once. All are told by their shape, so that ordinary words and numbers are
/// let pass; what only a person can tell is not found.
///
/// ```
/// use patchbay::command::sensitive::{Secret, secrets};
/// assert_eq!(secrets("exp 12/29, CVV 123"), [Secret::SecurityCode]);
/// assert_eq!(secrets("the customer forgot the password"), []);
/// ```
pub fn secrets(text: &str) -> Vec<Secret> {
    let lower = text.to_lowercase();
    let found = [
        (Secret::SecurityCode, holds_security_code(&lower)),
        (Secret::Iban, holds_iban(text)),
        (Secret::SocialSecurity, holds_social_security(&lower)),
        (Secret::Password, holds_password(&lower)),
    ];
    found.into_iter().filter_map(|(secret, is_there)| is_there.then_some(secret)).collect()
}

/// What follows each of `names` where it stands as a word of its own, without the space, quotes and `signs` between.
fn after<'a>(text: &'a str, names: &'a [&str], signs: &'a [char]) -> impl Iterator<Item = (&'a str, &'a str)> {
    names.iter().flat_map(move |name| {
        text.match_indices(*name).filter_map(move |(at, _)| {
            let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let rest = &text[at + name.len()..];
            let is_word = !is_part(text[..at].chars().next_back()) && !is_part(rest.chars().next());
            let value = rest.trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c) || signs.contains(&c));
            is_word.then(|| (value, &rest[..rest.len() - value.len()]))
        })
    })
}

/// The number of digits that a text begins with, if no letter or further number follows them.
fn leading_digits(text: &str) -> usize {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = text[count..].starts_with(|c: char| c.is_alphanumeric() || "-/:%".contains(c))
        || text[count..].strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if goes_on { 0 } else { count }
}

fn holds_security_code(lower: &str) -> bool {
    let names = ["cvv", "cvv2", "cvc", "cvc2", "csc", "cid", "security code", "card verification code"];
    let is_code = |text: &str| (3..=4).contains(&leading_digits(text));
    // `cid` is a campaign too, and `csc` a place: with an expiry they are what they seem.
    let is_card = |name: &str| name.starts_with("cv") || holds_expiry(lower);
    names.iter().any(|name| {
        let mut values = after(lower, std::slice::from_ref(name), &[':', '=', '#', '-']);
        is_card(name) && values.any(|(value, _)| is_code(value.strip_prefix("is ").unwrap_or(value)))
    }) || expiries(lower).any(is_code)
}

fn holds_expiry(lower: &str) -> bool {
    expiries(lower).next().is_some()
}

/// What stands behind each date of expiry: `exp 09/29`, `valid thru 09/2029`.
fn expiries(lower: &str) -> impl Iterator<Item = &str> {
    let names =
        &["exp", "expiry", "expires", "expiration", "expiry date", "expiration date", "valid thru", "valid until"];
    after(lower, names, &[':', '=', '.']).filter_map(|(date, _)| {
        let (month, rest) = date.split_once(['/', '-'])?;
        let year = rest.bytes().take_while(u8::is_ascii_digit).count();
        let is_month = month.len() <= 2 && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
        let after = rest[year..].trim_start_matches(|c: char| c.is_whitespace() || ",;\"'".contains(c));
        (is_month && (year == 2 || year == 4)).then_some(after)
    })
}

/// Countries and the lengths of their IBANs (the registry of ISO 13616).
const IBANS: &str = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FO18FR27GB22\
    GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27\
    MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29\
    VA22VG24XK20YE30";

fn holds_iban(text: &str) -> bool {
    let mut before = None;
    text.char_indices().any(|(at, c)| {
        let begins = !before.replace(c).is_some_and(char::is_alphanumeric);
        begins && c.is_ascii_alphabetic() && is_iban(&text.as_bytes()[at..])
    })
}

/// Whether an IBAN begins here: of its country's length, in one piece or in groups, and right by its check digits.
fn is_iban(text: &[u8]) -> bool {
    let Some(country) = text.get(..2).map(<[u8]>::to_ascii_uppercase) else { return false };
    let Some(entry) = IBANS.as_bytes().chunks(4).find(|entry| entry[..2] == country[..]) else { return false };
    let length = usize::from(entry[2] - b'0') * 10 + usize::from(entry[3] - b'0');
    let mut iban = Vec::with_capacity(length);
    let mut bytes = text.iter().peekable();
    while iban.len() < length {
        match bytes.next() {
            Some(byte) if byte.is_ascii_alphanumeric() => iban.push(byte.to_ascii_uppercase()),
            // Groups have four characters, but for the last.
            Some(b' ' | b'-') if iban.len() % 4 == 0 => {}
            _ => return false,
        }
    }
    if bytes.peek().is_some_and(|byte| byte.is_ascii_alphanumeric()) || !iban[2..4].iter().all(u8::is_ascii_digit) {
        return false;
    }
    iban.rotate_left(4);
    let rest = iban.iter().fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    rest == 1
}

fn holds_social_security(lower: &str) -> bool {
    let names = ["ssn", "social security", "social security number", "social security no"];
    let named = after(lower, &names, &[':', '=', '#', '.'])
        .any(|(value, _)| leading_digits(value.strip_prefix("is ").unwrap_or(value)) == 9);
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    // Three digits, two and four, alone between spaces or signs; some numbers are never given out.
    let is_number = |word: &str| {
        let mut parts = word.split('-');
        let [Some(area), Some(group), Some(serial), None] = [parts.next(), parts.next(), parts.next(), parts.next()]
        else {
            return false;
        };
        let is_given = !matches!(area, "000" | "666") && !area.starts_with('9') && group != "00" && serial != "0000";
        digits(area, 3) && digits(group, 2) && digits(serial, 4) && is_given
    };
    named
        || lower
            .split(|c: char| !(c.is_alphanumeric() || "-./".contains(c)))
            .any(|word| is_number(word.trim_end_matches('.')))
}

fn holds_password(lower: &str) -> bool {
    let names = &[
        "password",
        "passwd",
        "passcode",
        "passphrase",
        "pwd",
        "pin",
        "api key",
        "api_key",
        "apikey",
        "access_token",
        "client_secret",
        "passwort",
        "kennwort",
    ];
    // What stands where a value would be and is none.
    let nothing = ["null", "none", "true", "false", "unknown", "reset", "forgotten", "expired", "locked", "changed"];
    after(lower, names, &[':', '=']).any(|(rest, between)| {
        let has_sign = between.contains([':', '=']);
        let (value, in_words) = match rest.strip_prefix("is ") {
            Some(rest) if !has_sign => (rest.trim_start(), true),
            _ => (rest, false),
        };
        let value = value.split(|c: char| c.is_whitespace() || "\"',;&)}".contains(c)).next().unwrap_or_default();
        let has_digit = value.contains(|c: char| c.is_ascii_digit());
        let is_masked = value.chars().all(|c| "*x•.-_".contains(c));
        // In words it is one only with a digit: "the password is wrong" tells none.
        let is_told = if in_words { has_digit } else { has_sign };
        is_told && value.chars().count() > 3 && !is_masked && !nothing.contains(&value)
    })
}
