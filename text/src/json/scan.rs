//! The one pass over a text: where its values begin and end, and that it is JSON at all.

use super::read::{MAX_DEPTH, MAX_VALUES, Unreadable};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    Number,
    /// Without its quotes.
    Text,
    EscapedText,
    Array,
    Object,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
    /// The node behind this one and all that is in it.
    pub next: u32,
}

struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
    nodes: Vec<Node>,
}

/// All values of a text, each before what is in it.
pub(super) fn scan(text: &str) -> Result<Vec<Node>, Unreadable> {
    let nodes = Vec::with_capacity((text.len() / 12).min(MAX_VALUES));
    let mut reader = Reader { bytes: text.as_bytes(), at: 0, nodes };
    reader.document()?;
    Ok(reader.nodes)
}

impl Reader<'_> {
    fn document(&mut self) -> Result<(), Unreadable> {
        // The containers that are open, innermost last.
        let mut open: Vec<usize> = Vec::new();
        loop {
            let opened = self.value()?;
            let mut first = opened.is_some();
            open.extend(opened);
            if open.len() >= MAX_DEPTH {
                return Err(Unreadable::Size);
            }
            // Everything that ends behind this value.
            loop {
                let Some(&container) = open.last() else { return self.nothing_more() };
                let is_object = self.nodes[container].kind == Kind::Object;
                match (self.token()?, is_object) {
                    (b'}', true) | (b']', false) => {
                        self.at += 1;
                        self.close(container);
                        open.pop();
                        first = false;
                    }
                    (b',', _) if !first => {
                        self.at += 1;
                        if is_object {
                            self.name()?;
                        }
                        break;
                    }
                    (_, true) if first => {
                        self.name()?;
                        break;
                    }
                    (_, false) if first => break,
                    _ => return Err(Unreadable::Syntax),
                }
            }
        }
    }

    fn nothing_more(&mut self) -> Result<(), Unreadable> {
        match self.token() {
            Err(_) => Ok(()),
            Ok(_) => Err(Unreadable::Syntax),
        }
    }

    /// The next byte that is no white space; it is not passed.
    fn token(&mut self) -> Result<u8, Unreadable> {
        while let Some(&byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Ok(byte);
            }
            self.at += 1;
        }
        Err(Unreadable::End)
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) -> Result<usize, Unreadable> {
        if self.nodes.len() == MAX_VALUES {
            return Err(Unreadable::Size);
        }
        let at = self.nodes.len();
        self.nodes.push(Node { kind, start: start as u32, end: end as u32, next: at as u32 + 1 });
        Ok(at)
    }

    fn close(&mut self, container: usize) {
        let next = self.nodes.len() as u32;
        let node = &mut self.nodes[container];
        node.end = self.at as u32;
        node.next = next;
    }

    fn name(&mut self) -> Result<(), Unreadable> {
        if self.token()? != b'"' {
            return Err(Unreadable::Syntax);
        }
        self.string()?;
        if self.token()? != b':' {
            return Err(Unreadable::Syntax);
        }
        self.at += 1;
        Ok(())
    }

    /// One value; of an array or object only its beginning, and which node it is.
    fn value(&mut self) -> Result<Option<usize>, Unreadable> {
        let start = match self.token()? {
            b'"' => return self.string().map(|()| None),
            b'{' => return self.begin(Kind::Object),
            b'[' => return self.begin(Kind::Array),
            b't' => return self.word("true", Kind::True),
            b'f' => return self.word("false", Kind::False),
            b'n' => return self.word("null", Kind::Null),
            b'-' | b'0'..=b'9' => self.at,
            _ => return Err(Unreadable::Syntax),
        };
        self.number()?;
        self.push(Kind::Number, start, self.at).map(|_| None)
    }

    fn begin(&mut self, kind: Kind) -> Result<Option<usize>, Unreadable> {
        let node = self.push(kind, self.at, self.at)?;
        self.at += 1;
        Ok(Some(node))
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Option<usize>, Unreadable> {
        let rest = &self.bytes[self.at..];
        if !rest.starts_with(word.as_bytes()) {
            return Err(if word.as_bytes().starts_with(rest) { Unreadable::End } else { Unreadable::Syntax });
        }
        self.push(kind, self.at, self.at + word.len())?;
        self.at += word.len();
        Ok(None)
    }

    fn number(&mut self) -> Result<(), Unreadable> {
        self.skip(|byte| byte == b'-');
        match self.bytes.get(self.at) {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.bytes.get(self.at), Some(b'e' | b'E')) {
            self.at += 1;
            self.skip(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }

    fn skip(&mut self, which: fn(u8) -> bool) {
        self.at += usize::from(self.bytes.get(self.at).is_some_and(|&byte| which(byte)));
    }

    fn digits(&mut self) -> Result<(), Unreadable> {
        let rest = &self.bytes[self.at..];
        match rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len()) {
            0 if rest.is_empty() => Err(Unreadable::End),
            0 => Err(Unreadable::Syntax),
            count => {
                self.at += count;
                Ok(())
            }
        }
    }

    fn string(&mut self) -> Result<(), Unreadable> {
        let start = self.at + 1;
        let mut kind = Kind::Text;
        self.at = start;
        loop {
            self.at = next_special(self.bytes, self.at);
            match self.bytes.get(self.at) {
                None => return Err(Unreadable::End),
                Some(b'"') => break,
                Some(b'\\') => {
                    kind = Kind::EscapedText;
                    self.escape()?;
                }
                Some(_) => return Err(Unreadable::Syntax),
            }
        }
        self.push(kind, start, self.at)?;
        self.at += 1;
        Ok(())
    }

    fn escape(&mut self) -> Result<(), Unreadable> {
        match self.bytes.get(self.at + 1) {
            None => Err(Unreadable::End),
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => {
                let unit = code_unit(&self.bytes[self.at + 2..])?;
                self.at += 6;
                match unit {
                    // Half a pair needs its other half right behind it.
                    0xD800..=0xDBFF if self.bytes[self.at..].starts_with(b"\\u") => {
                        let low = code_unit(&self.bytes[self.at + 2..])?;
                        self.at += 6;
                        if (0xDC00..=0xDFFF).contains(&low) { Ok(()) } else { Err(Unreadable::Syntax) }
                    }
                    0xD800..=0xDFFF => Err(Unreadable::Syntax),
                    _ => Ok(()),
                }
            }
            Some(_) => Err(Unreadable::Syntax),
        }
    }
}

pub(super) fn code_unit(bytes: &[u8]) -> Result<u32, Unreadable> {
    let mut unit = 0;
    for at in 0..4 {
        let byte = bytes.get(at).ok_or(Unreadable::End)?;
        unit = unit * 16 + (*byte as char).to_digit(16).ok_or(Unreadable::Syntax)?;
    }
    Ok(unit)
}

/// Where the next quote, backslash or control character stands; eight bytes at a time.
pub(super) fn next_special(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    // The lowest high bit that is set is of a byte that is zero; those above it may be of a borrow.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    while let Some(&eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(eight);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
        let special = zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\'))) | control;
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|&byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
        at += 1;
    }
    at
}
