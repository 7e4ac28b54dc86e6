//! What callers give, which need not be JSON: a value with what JSON cannot carry written in tags.
//!
//! JSON has no `NaN`, no functions, no cycles and no half surrogate pairs. So that their place and kind are still told, the
//! caller writes an object with the one key [`TAG`] in their place, its value being what [`Foreign`] or a number is called.
//! In every text and key U+0000 is doubled, and half of a pair is U+0000 followed by its code unit plus 0x800: so no
//! ordinary value looks like a tag, and every text comes out as it went in ("escaped" below).

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::string_enum::string_enum;

/// The key of a tag.
pub const TAG: &str = "\0";

/// Beside [`TAG`]: the beginning of a text that is too long, or where reading was given up.
pub const DETAIL: &str = "\0\0";

string_enum! {
    /// What JSON cannot carry, as sentences call it.
    Foreign {
        /// Nothing.
        Undefined = "undefined",
        /// Not a number.
        NotANumber = "NaN",
        /// Too large a number.
        Infinity = "Infinity",
        /// Too small a number.
        MinusInfinity = "-Infinity",
        /// A whole number of any size.
        BigInt = "a BigInt",
        /// A symbol.
        Symbol = "a symbol",
        /// A function.
        Function = "a function",
        /// A getter or proxy that throws.
        Unreadable = "unreadable",
        /// An object that stands within itself.
        Cyclic = "an object that contains itself",
        /// An object within 64 others.
        TooDeep = "an object nested too deep",
        /// A text of more UTF-16 units than a text may have bytes.
        LongText = "a long text",
        /// The whole, given up because it holds too many values.
        TooLarge = "too many values",
        /// The whole, given up because its texts are too long together.
        TooLong = "too long",
    }
}

/// A value as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A finite number, in its shortest spelling.
    Number(String),
    /// Text.
    Text(String),
    /// Text with half of a surrogate pair in it, escaped.
    BrokenText(String),
    /// A list.
    Array(Vec<Input>),
    /// Properties in the order in which they were given, their keys escaped.
    Object(Vec<(String, Input)>),
    /// What JSON cannot carry, and its detail, escaped.
    Foreign(Foreign, String),
}

impl Input {
    /// What cannot be read.
    pub const UNREADABLE: Input = Input::Foreign(Foreign::Unreadable, String::new());

    /// Reads a value with its tags. A tag that is not known is [`Input::UNREADABLE`].
    ///
    /// # Errors
    ///
    /// Where `json` is no JSON, or is nested deeper than 127 levels.
    ///
    /// ```
    /// use patchbay::command::input::{Foreign, Input};
    /// let given = Input::read(r#"{"id":{"\u0000":"NaN"}}"#).unwrap();
    /// assert_eq!(given.get("id"), Some(&Input::Foreign(Foreign::NotANumber, String::new())));
    /// ```
    pub fn read(json: &str) -> Result<Input, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The properties, if this is an object.
    pub fn properties(&self) -> Option<&[(String, Input)]> {
        match self {
            Input::Object(properties) => Some(properties),
            _ => None,
        }
    }

    /// The property of an object.
    pub fn get(&self, name: &str) -> Option<&Input> {
        self.properties()?.iter().rev().find_map(|(key, value)| (key == name).then_some(value))
    }

    /// What kind of value this is, as sentences call it.
    pub fn kind(&self) -> &'static str {
        match self {
            Input::Null => "null",
            Input::Boolean(_) => "a boolean",
            Input::Number(_) => "a number",
            Input::Text(_) | Input::BrokenText(_) | Input::Foreign(Foreign::LongText, _) => "text",
            Input::Array(_) => "an array",
            Input::Object(_) => "an object",
            Input::Foreign(foreign, _) => foreign.as_str(),
        }
    }

    /// The text, escaped, if this is one: of one that is too long only the beginning.
    pub fn escaped_text(&self) -> Option<Cow<'_, str>> {
        match self {
            Input::Text(text) => Some(escape(text)),
            Input::BrokenText(text) | Input::Foreign(Foreign::LongText, text) => Some(text.as_str().into()),
            _ => None,
        }
    }

    /// Appends the value as JSON, its texts escaped. What JSON cannot carry is `null`.
    pub fn write(&self, out: &mut String) {
        match self {
            Input::Boolean(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Input::Number(number) => out.push_str(number),
            Input::Text(text) => write_text(&escape(text), out),
            Input::BrokenText(text) => write_text(text, out),
            Input::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Input::Object(properties) => {
                out.push('{');
                write_members(properties.iter().map(|(key, value)| (key.as_str(), value)), out);
                out.push('}');
            }
            Input::Null | Input::Foreign(..) => out.push_str("null"),
        }
    }
}

/// Appends members of an object that may hold some already.
pub(super) fn write_members<'a>(members: impl Iterator<Item = (&'a str, &'a Input)>, out: &mut String) {
    for (key, value) in members {
        write_key(key, out);
        value.write(out);
    }
}

/// Appends an escaped key, and a comma before it unless it is the first.
pub(super) fn write_key(key: &str, out: &mut String) {
    if !out.ends_with('{') {
        out.push(',');
    }
    write_text(key, out);
    out.push(':');
}

/// Appends an escaped text as JSON.
pub(super) fn write_text(text: &str, out: &mut String) {
    // Writing text into memory cannot fail.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// A text with U+0000 doubled.
pub fn escape(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\0\0").into() } else { text.into() }
}

/// The text or the broken text that was written like this.
fn unescape(text: &str) -> Input {
    let mut whole = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '\0' && characters.next() != Some('\0') {
            return Input::BrokenText(text.to_owned());
        }
        whole.push(character);
    }
    Input::Text(whole)
}

/// Maximum number of characters quoted of a given value.
const MAX_QUOTE: usize = 60;

/// An escaped text as `JSON.stringify` writes it, cut where it is long.
///
/// ```
/// assert_eq!(patchbay::command::input::quote("a\nb"), r#""a\nb""#);
/// ```
pub fn quote(escaped: &str) -> String {
    let mut out = String::from("\"");
    let mut characters = escaped.chars();
    let mut count = 0;
    while let Some(character) = characters.next() {
        if count == MAX_QUOTE {
            out.push('…');
            break;
        }
        count += 1;
        match character {
            '\0' => {
                let unit = characters.next().map_or(0, u32::from);
                push_unit(unit.saturating_sub(0x800), &mut out);
            }
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{C}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control @ '\0'..' ' => push_unit(control.into(), &mut out),
            other => out.push(other),
        }
    }
    out + "\""
}

fn push_unit(unit: u32, out: &mut String) {
    out.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        out.extend(char::from_digit(unit >> shift & 15, 16));
    }
}

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Input, D::Error> {
        deserializer.deserialize_any(InputVisitor)
    }
}

struct InputVisitor;

impl<'de> Visitor<'de> for InputVisitor {
    type Value = Input;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Input, E> {
        Ok(Input::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Input, E> {
        Ok(Input::Boolean(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Input, E> {
        Ok(Input::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Input, E> {
        Ok(Input::Number(number.to_string()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Input, E> {
        // A number that is not whole stands in a tag: reading and writing it would be inexact, or large.
        Ok(Input::UNREADABLE)
    }

    fn visit_str<E>(self, text: &str) -> Result<Input, E> {
        Ok(unescape(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Input, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Input::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Input, A::Error> {
        let mut properties: Vec<(String, Input)> = Vec::new();
        while let Some(member) = members.next_entry()? {
            properties.push(member);
        }
        match &properties[..] {
            [(tag, Input::Text(name)), detail @ ..] if tag == TAG => {
                let detail = detail.first().and_then(|(_, detail)| detail.escaped_text()).unwrap_or_default();
                Ok(tagged(name, detail.into_owned()))
            }
            _ => Ok(Input::Object(properties)),
        }
    }
}

fn tagged(name: &str, detail: String) -> Input {
    if name.trim_start_matches('-').starts_with(|first: char| first.is_ascii_digit()) {
        return Input::Number(name.to_owned());
    }
    Foreign::named(name).map_or(Input::UNREADABLE, |foreign| Input::Foreign(foreign, detail))
}
