//! Card numbers. "Lightning Message Service events and actions", `userData`: "Do not use secure or PCI data with userData."

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
