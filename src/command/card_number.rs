//! Card numbers in texts.

use std::ops::Range;

/// The lengths that card numbers have (ISO/IEC 7812: up to 19 digits; none in use is shorter than 13).
const DIGITS: std::ops::RangeInclusive<usize> = 13..=19;

/// Where the first card number stands, in bytes: 13 to 19 digits that pass the Luhn check, also in groups with spaces or dashes
/// between them. Groups count whole, so digits inside a longer run of digits are no card number.
///
/// ```
/// assert_eq!(patchbay::command::card_number::find("it is 4111 1111-1111 1111, thanks"), Some(6..25));
/// ```
pub fn find(text: &str) -> Option<Range<usize>> {
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
