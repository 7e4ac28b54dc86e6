//! Objects straight into a text, a field after the other.

use std::fmt::Write;

use super::scan::next_special;

/// An object that is being written; [`Object::end`] closes it.
///
/// ```
/// use patchbay_text::json::write::Object;
/// let mut out = String::new();
/// let mut object = Object::begin(&mut out);
/// object.text("id", "1").flag("live", true).number("seconds", Some(1.5)).end();
/// assert_eq!(out, r#"{"id":"1","live":true,"seconds":1.5}"#);
/// ```
#[derive(Debug)]
pub struct Object<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Object<'o> {
    /// Begins an object at the end of a text.
    pub fn begin(out: &'o mut String) -> Object<'o> {
        out.push('{');
        Object { out, first: true }
    }

    /// Ends it.
    pub fn end(&mut self) {
        self.out.push('}');
    }

    /// A field whose value is written by whoever asks, as JSON.
    pub fn field(&mut self, name: &str) -> &mut String {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        text(name, self.out);
        self.out.push(':');
        self.out
    }

    /// A text.
    pub fn text(&mut self, name: &str, value: &str) -> &mut Self {
        text(value, self.field(name));
        self
    }

    /// A text, or null.
    pub fn optional(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        optional(value, self.field(name));
        self
    }

    /// `true` or `false`.
    pub fn flag(&mut self, name: &str, value: bool) -> &mut Self {
        self.raw(name, if value { "true" } else { "false" })
    }

    /// A number, or null where there is none.
    pub fn number(&mut self, name: &str, value: Option<f64>) -> &mut Self {
        number(value, self.field(name));
        self
    }

    /// A value that is JSON already.
    pub fn raw(&mut self, name: &str, json: &str) -> &mut Self {
        self.field(name).push_str(json);
        self
    }

    /// A value that serde_json holds.
    pub fn value(&mut self, name: &str, value: &serde_json::Value) -> &mut Self {
        serde_value(value, self.field(name));
        self
    }

    /// An object of values that serde_json holds.
    pub fn values<'v>(
        &mut self,
        name: &str,
        values: impl IntoIterator<Item = (&'v String, &'v serde_json::Value)>,
    ) -> &mut Self {
        let mut object = Object::begin(self.field(name));
        for (name, value) in values {
            object.value(name, value);
        }
        object.end();
        self
    }

    /// An array, each of its values written by `write`.
    pub fn array<T>(
        &mut self,
        name: &str,
        values: impl IntoIterator<Item = T>,
        write: impl FnMut(T, &mut String),
    ) -> &mut Self {
        array(values, self.field(name), write);
        self
    }
}

/// An array whose values say by their places what they are; [`Row::end`] closes it.
///
/// ```
/// use patchbay_text::json::write::Row;
/// let mut out = String::new();
/// Row::begin(&mut out).text("1").flag(true).optional(None).end();
/// assert_eq!(out, r#"["1",true,null]"#);
/// ```
#[derive(Debug)]
pub struct Row<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Row<'o> {
    /// Begins an array at the end of a text.
    pub fn begin(out: &'o mut String) -> Row<'o> {
        out.push('[');
        Row { out, first: true }
    }

    /// Ends it.
    pub fn end(&mut self) {
        self.out.push(']');
    }

    /// A value that is written by whoever asks, as JSON.
    pub fn value(&mut self) -> &mut String {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        self.out
    }

    /// A text.
    pub fn text(&mut self, value: &str) -> &mut Self {
        text(value, self.value());
        self
    }

    /// A text, or null.
    pub fn optional(&mut self, value: Option<&str>) -> &mut Self {
        optional(value, self.value());
        self
    }

    /// `true` or `false`.
    pub fn flag(&mut self, value: bool) -> &mut Self {
        self.value().push_str(if value { "true" } else { "false" });
        self
    }

    /// A number, or null where there is none.
    pub fn number(&mut self, value: Option<f64>) -> &mut Self {
        number(value, self.value());
        self
    }

    /// An array, each of its values written by `write`; null where there are none.
    pub fn array<T>(&mut self, values: &[T], mut write: impl FnMut(&T, &mut String)) -> &mut Self {
        if values.is_empty() {
            return self.optional(None);
        }
        array(values, self.value(), |value, out| write(value, out));
        self
    }
}

/// An array, each of its values written by `write`.
pub fn array<T>(values: impl IntoIterator<Item = T>, out: &mut String, mut write: impl FnMut(T, &mut String)) {
    out.push('[');
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(value, out);
    }
    out.push(']');
}

/// A text, quoted and escaped.
pub fn text(value: &str, out: &mut String) {
    out.push('"');
    let mut from = 0;
    loop {
        let at = next_special(value.as_bytes(), from);
        out.push_str(&value[from..at]);
        let Some(&byte) = value.as_bytes().get(at) else { break };
        from = at + 1;
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'"' | b'\\' => out.extend(['\\', char::from(byte)]),
            _ => {
                let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
                out.extend(['\\', 'u', '0', '0', hex(byte >> 4), hex(byte & 15)]);
            }
        }
    }
    out.push('"');
}

/// A value that serde_json holds: plain ones without a detour.
fn serde_value(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::Null => out.push_str("null"),
        serde_json::Value::String(value) => text(value, out),
        other => {
            let _infallible = write!(out, "{other}");
        }
    }
}

/// A text, or null.
pub fn optional(value: Option<&str>, out: &mut String) {
    match value {
        Some(value) => text(value, out),
        None => out.push_str("null"),
    }
}

/// A number, or null where there is none that JSON can write.
pub fn number(value: Option<f64>, out: &mut String) {
    /// Up to here every whole number is itself.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    match value {
        Some(value) if value.fract() == 0.0 && value.abs() < WHOLE => {
            let _infallible = write!(out, "{}", value as i64);
        }
        // serde_json's way with fractions is in the module already; the standard library's would be 20 KB more.
        Some(value) => match serde_json::Number::from_f64(value) {
            Some(value) => out.push_str(&value.to_string()),
            None => out.push_str("null"),
        },
        None => out.push_str("null"),
    }
}
