//! A JSON text as a flat list of its values, found in one pass; nothing is copied out of it but what has escapes.

use std::borrow::Cow;

use super::scan::{Kind, Node, code_unit, scan};
use crate::compare::same;

/// So deep may values be nested, as in serde_json.
pub const MAX_DEPTH: usize = 128;
/// So many values, and names of values, may stand in one text: what is read of it takes no more than a megabyte.
pub const MAX_VALUES: usize = 65_536;

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It ends too soon.
    End,
    /// It is no JSON.
    Syntax,
    /// It is nested too deep, or holds too many values.
    Size,
}

/// A text that was read.
///
/// ```
/// use patchbay_text::json::read::Document;
/// let document = Document::read(r#"{"data":{"id":"1"}}"#)?;
/// let id = document.root().get("data").and_then(|data| data.get("id"));
/// assert_eq!(id.and_then(|id| id.text()).as_deref(), Some("1"));
/// # Ok::<(), patchbay_text::json::read::Unreadable>(())
/// ```
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    nodes: Vec<Node>,
}

/// One value of a document.
#[derive(Clone, Copy, Debug)]
pub struct Value<'d, 't> {
    document: &'d Document<'t>,
    at: usize,
}

/// What a value is, as far as it says so by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number as it is written.
    Number(&'t str),
    /// A text.
    Text(Cow<'t, str>),
    /// An array.
    Array,
    /// An object.
    Object,
}

impl<'t> Document<'t> {
    /// Reads a text. Of a name that stands in an object twice, the last counts.
    ///
    /// # Errors
    ///
    /// When it is no JSON, or too big.
    pub fn read(text: &'t str) -> Result<Document<'t>, Unreadable> {
        // Positions are kept in 32 bits.
        u32::try_from(text.len()).map_err(|_| Unreadable::Size)?;
        Ok(Document { text, nodes: scan(text)? })
    }

    /// The value that the text is.
    pub fn root(&self) -> Value<'_, 't> {
        Value { document: self, at: 0 }
    }
}

impl<'d, 't> Value<'d, 't> {
    fn node(self) -> Node {
        self.document.nodes[self.at]
    }

    fn slice(self, node: Node) -> &'t str {
        self.document.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// What it is.
    pub fn plain(self) -> Plain<'t> {
        let node = self.node();
        match node.kind {
            Kind::Null => Plain::Null,
            Kind::False => Plain::Flag(false),
            Kind::True => Plain::Flag(true),
            Kind::Number => Plain::Number(self.slice(node)),
            Kind::Text => Plain::Text(Cow::Borrowed(self.slice(node))),
            Kind::EscapedText => Plain::Text(Cow::Owned(unescaped(self.slice(node)))),
            Kind::Array => Plain::Array,
            Kind::Object => Plain::Object,
        }
    }

    /// The text that it is.
    pub fn text(self) -> Option<Cow<'t, str>> {
        match self.plain() {
            Plain::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is this text.
    fn is_text(self, text: &str) -> bool {
        let node = self.node();
        match node.kind {
            Kind::Text => (node.end - node.start) as usize == text.len() && same(self.slice(node), text),
            Kind::EscapedText => unescaped(self.slice(node)) == text,
            _ => false,
        }
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.node().kind == Kind::Null
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.node().kind == Kind::Object
    }

    /// Names and values, where it is an object.
    pub fn entries(self) -> impl Iterator<Item = (Cow<'t, str>, Value<'d, 't>)> {
        let node = self.node();
        let document = self.document;
        let end = if node.kind == Kind::Object { node.next as usize } else { self.at };
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            if at >= end {
                return None;
            }
            let name = Value { document, at };
            let value = Value { document, at: at + 1 };
            at = value.node().next as usize;
            Some((name.text()?, value))
        })
    }

    /// Its values, where it is an array.
    pub fn items(self) -> impl Iterator<Item = Value<'d, 't>> {
        let node = self.node();
        let document = self.document;
        let end = if node.kind == Kind::Array { node.next as usize } else { self.at };
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let value = Value { document, at };
                at = value.node().next as usize;
                value
            })
        })
    }

    /// The value of this name, where it is an object that has it.
    pub fn get(self, name: &str) -> Option<Value<'d, 't>> {
        let node = self.node();
        let mut found = None;
        let mut at = self.at + 1;
        while node.kind == Kind::Object && at < node.next as usize {
            let known = Value { document: self.document, at };
            let value = Value { document: self.document, at: at + 1 };
            if known.is_text(name) {
                found = Some(value);
            }
            at = value.node().next as usize;
        }
        found
    }
}

/// The number that a text is, as JSON writes numbers.
///
/// ```
/// use patchbay_text::json::read::number;
/// assert_eq!(number("1.5e1"), Some(15.0));
/// assert_eq!(number("NaN"), None);
/// ```
pub fn number(text: &str) -> Option<f64> {
    // The standard library's way would be 15 KB more; serde_json's is in the module already.
    serde_json::from_str(text).ok()
}

/// The text of a string whose escapes were found to be right.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = rest.as_bytes().get(at + 1).copied().unwrap_or(b'\\');
        let mut length = 2;
        text.push(match escape {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = |from: usize| code_unit(rest.as_bytes().get(from..).unwrap_or_default()).unwrap_or_default();
                let high = unit(at + 2);
                let point = if (0xD800..=0xDBFF).contains(&high) {
                    length = 12;
                    0x1_0000 + ((high & 0x3FF) << 10 | unit(at + 8) & 0x3FF)
                } else {
                    length = 6;
                    high
                };
                char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            other => char::from(other),
        });
        rest = rest.get(at + length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}
