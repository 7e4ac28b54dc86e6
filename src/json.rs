//! JSON as it arrives, and why some of it cannot be read; all of it is serde_json's.

use serde::{Serialize, Serializer};
use serde_json::error::Category;
use serde_json::{Map, Value};

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It ends too soon.
    End,
    /// It is not JSON.
    Syntax,
    /// It is nested deeper than [`MAX_DEPTH`].
    Depth,
}

/// Values may be nested this deep.
pub const MAX_DEPTH: usize = 127;

/// Reads a text. Of a name that an object has twice, the last counts.
///
/// # Errors
///
/// [`Unreadable`] says whether the text ends too soon, is not JSON at all, or is nested too deep.
///
/// ```
/// use patchbay::json::{Unreadable, parse};
/// assert_eq!(parse(r#"{"id":"1"}"#).unwrap()["id"], "1");
/// assert_eq!(parse(r#"{"id":"#), Err(Unreadable::End));
/// ```
pub fn parse(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Eof => Unreadable::End,
        // serde_json has no category of its own for it.
        _ if error.to_string().starts_with("recursion limit") => Unreadable::Depth,
        _ => Unreadable::Syntax,
    })
}

/// The number that a text is, as JSON writes numbers.
///
/// ```
/// use patchbay::json::number;
/// assert_eq!(number("1.5e1"), Some(15.0));
/// assert_eq!(number("NaN"), None);
/// ```
pub fn number(text: &str) -> Option<f64> {
    parse(text).ok()?.as_f64()
}

/// What goes out, as text.
///
/// ```
/// assert_eq!(patchbay::json::write(&("a", [true])), r#"["a",[true]]"#);
/// ```
pub fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A number that is written without a fraction where it is whole: `7`, not `7.0`.
///
/// ```
/// assert_eq!(patchbay::json::short_number(7.0).to_string(), "7");
/// ```
pub fn short_number(number: f64) -> Value {
    /// Up to here every whole number is itself.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < WHOLE { (number as i64).into() } else { number.into() }
}

/// An object of these entries. Collected into one, each kind of iterator would bring a sort of its own into the module.
///
/// ```
/// let object = patchbay::json::object(&mut [("a".to_owned(), 1.into())].into_iter());
/// assert_eq!(object["a"], 1);
/// ```
pub fn object(entries: &mut dyn Iterator<Item = (String, Value)>) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, value) in entries {
        object.insert(name, value);
    }
    object
}

/// Entries that are written as an object.
///
/// ```
/// use patchbay::json::{Object, write};
/// assert_eq!(write(&Object([("a", 1)])), r#"{"a":1}"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Object<I>(pub I);

impl<K: Serialize, V: Serialize, I: IntoIterator<Item = (K, V)> + Clone> Serialize for Object<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.clone())
    }
}
