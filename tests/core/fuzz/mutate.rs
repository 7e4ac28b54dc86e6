//! Texts that are nearly those of the corpus: a mutator for where no coverage-guided one runs.

/// What parsers trip over, and what brings a text from one shape to another.
#[rustfmt::skip]
const TOKENS: [&str; 40] = [
    "null", "true", "false", "{}", "[]", "\"\"", "{", "}", "[", "]", ":", ",", "\"", "\\", "-", "0", "-0", "1e999", "1e-999",
    "18446744073709551616", "0.1", "\\u0000", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\u{0}", "\u{7f}", "é", "😀", "\u{feff}",
    "\u{2028}", "__proto__", "%", "%25", "%ff", "sip:", "id", "new", "2026-05-03T15:02:19Z", "0035g00000LqT4rAAF",
];

/// Numbers that look like chance (splitmix64).
pub struct Rng(pub u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

/// One text of the corpus, changed in a few places.
pub fn mutate(corpus: &[String], chance: &mut Rng) -> String {
    let mut bytes = corpus[chance.below(corpus.len())].clone().into_bytes();
    for _ in 0..=chance.below(6) {
        let (from, to) = range(&bytes, chance);
        match chance.below(9) {
            0 => drop(bytes.drain(from..to)),
            1 => bytes.truncate(from),
            2 => {
                let piece = bytes[from..to].to_vec();
                bytes.splice(to..to, piece);
            }
            3 => {
                let other = corpus[chance.below(corpus.len())].as_bytes();
                let (start, end) = range(other, chance);
                bytes.splice(from..to, other[start..end].iter().copied());
            }
            4 if !bytes.is_empty() => {
                let at = from.min(bytes.len() - 1);
                bytes[at] ^= 1 << chance.below(8);
            }
            5 => replace_value(&mut bytes, chance),
            6 => {
                let at = [from; 2];
                bytes.splice(
                    at[0]..at[1],
                    TOKENS[chance.below(TOKENS.len())].repeat(1 + chance.below(200)).into_bytes(),
                );
            }
            _ => drop(bytes.splice(from..to.min(from + 2), TOKENS[chance.below(TOKENS.len())].bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The value behind some colon becomes another one, so that what is read is still JSON.
fn replace_value(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let colons: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at] == b':').collect();
    if let Some(&at) = colons.get(chance.below(colons.len())) {
        let rest = &bytes[at + 1..];
        let length = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b']')).unwrap_or(rest.len());
        let value = ["null", "true", "{}", "[]", "\"\"", "\"x\"", "-1", "1e999", "[[1]]", "{\"id\":{}}"];
        bytes.splice(at + 1..at + 1 + length, value[chance.below(value.len())].bytes());
    }
}

fn range(bytes: &[u8], chance: &mut Rng) -> (usize, usize) {
    let from = chance.below(bytes.len() + 1);
    (from, from + chance.below((bytes.len() - from).min(64) + 1))
}
