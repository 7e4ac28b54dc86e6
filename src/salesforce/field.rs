//! A field of an object: its type, its length, what the current user may do with it, and how it stores a value.

use serde_json::Value;

use super::record_id::RecordId;
use super::text;
use crate::json;
use crate::problem;
use crate::time::Timestamp;

crate::string_enum::string_enum! {
    /// How a record is saved.
    Operation {
        /// As a new record.
        Create = "create",
        /// As a change of an existing record.
        Update = "update",
    }
}

/// The type of a field; types that store values alike are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text of any kind.
    Text,
    /// True or false.
    Boolean,
    /// A whole number.
    Whole,
    /// Any number.
    Number,
    /// A day.
    Date,
    /// A point in time.
    DateTime,
    /// The ID of a record.
    Reference,
    /// A type that is never written directly: an address made of other fields, for example.
    Unwritable,
}

impl FieldType {
    /// The type of a `dataType` of `getObjectInfo`; unknown types store text.
    ///
    /// ```
    /// use patchbay::salesforce::field::FieldType;
    /// assert_eq!(FieldType::named("Currency"), FieldType::Number);
    /// ```
    pub fn named(data_type: &str) -> FieldType {
        match data_type {
            "Boolean" => FieldType::Boolean,
            "Int" | "Integer" | "Long" => FieldType::Whole,
            "Double" | "Currency" | "Percent" => FieldType::Number,
            "Date" => FieldType::Date,
            "DateTime" => FieldType::DateTime,
            "Reference" => FieldType::Reference,
            "Address" | "Location" | "Base64" | "ComplexValue" => FieldType::Unwritable,
            _ => FieldType::Text,
        }
    }
}

/// A field of an object, as the current user may use it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The type of its values.
    pub kind: FieldType,
    /// Maximum length of a text, in UTF-16 units; `None` when there is no limit.
    pub max_len: Option<usize>,
    /// Whether the user may fill it in a new record.
    pub createable: bool,
    /// Whether the user may change it in an existing record.
    pub updateable: bool,
    /// The objects whose records a lookup refers to; empty when that is not known.
    pub refers_to: Vec<String>,
}

/// Why a value cannot be stored in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The field does not exist, or is hidden from the user.
    NotVisible,
    /// The user may not fill it in a new record.
    NotCreateable,
    /// The user may not change it in an existing record.
    NotUpdateable,
    /// The value does not fit the field's type.
    WrongType(FieldType),
    /// The text is longer than the field.
    TooLong {
        /// Length of the text, in UTF-16 units.
        length: usize,
        /// Maximum length of the field, in UTF-16 units.
        max_len: usize,
    },
}

impl Reason {
    /// The reason of a problem, and its values.
    pub fn reason(&self) -> (problem::Reason, Vec<String>) {
        match self {
            Reason::NotVisible => (problem::Reason::FieldHidden, Vec::new()),
            Reason::NotCreateable => (problem::Reason::FieldNotCreateable, Vec::new()),
            Reason::NotUpdateable => (problem::Reason::FieldNotUpdateable, Vec::new()),
            Reason::WrongType(_) => (problem::Reason::FieldType, Vec::new()),
            Reason::TooLong { length, max_len } => {
                (problem::Reason::FieldLength, vec![length.to_string(), max_len.to_string()])
            }
        }
    }

    /// The reason and what to do about it, as the end of a sentence without its full stop.
    ///
    /// ```
    /// use patchbay::salesforce::field::Reason;
    /// assert!(Reason::TooLong { length: 300, max_len: 255 }.sentence().contains("255"));
    /// ```
    pub fn sentence(&self) -> String {
        match self {
            Reason::NotVisible => {
                "the field does not exist or is hidden from you; ask your administrator for access".to_owned()
            }
            Reason::NotCreateable => {
                "you may not fill this field in a new record; ask your administrator for access".to_owned()
            }
            Reason::NotUpdateable => "you may not change this field; ask your administrator for access".to_owned(),
            Reason::WrongType(FieldType::Reference) => {
                "the value is no record ID; map it to a text field, or give the ID of a record".to_owned()
            }
            Reason::WrongType(kind) => {
                format!("the value is not {}; map it to a field of another type", kind.in_words())
            }
            Reason::TooLong { length, max_len } => {
                format!("it has {length} characters, and the field holds {max_len}; map it to a longer one")
            }
        }
    }
}

impl FieldType {
    const fn in_words(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Boolean => "true or false",
            FieldType::Whole => "a whole number",
            FieldType::Number => "a number",
            FieldType::Date => "a date",
            FieldType::DateTime => "a date and time",
            FieldType::Reference => "the ID of a record",
            FieldType::Unwritable => "anything this field takes",
        }
    }
}

impl Field {
    /// A writable text field without a maximum length: fields that nothing is known of count as such.
    pub const ANY: Field =
        Field { kind: FieldType::Text, max_len: None, createable: true, updateable: true, refers_to: Vec::new() };

    /// The objects whose records a lookup refers to; empty when that is not known.
    pub fn references(&self) -> Vec<&str> {
        self.refers_to.iter().map(String::as_str).collect()
    }

    /// Checks whether the user may store anything in the field.
    ///
    /// # Errors
    ///
    /// [`Reason::NotCreateable`] or [`Reason::NotUpdateable`], by the operation.
    pub fn allow(&self, operation: Operation) -> Result<(), Reason> {
        match operation {
            Operation::Create if !self.createable => Err(Reason::NotCreateable),
            Operation::Update if !self.updateable => Err(Reason::NotUpdateable),
            _ => Ok(()),
        }
    }

    /// The value as the field stores it. Null clears any field. An empty text counts as null, never as zero or false.
    ///
    /// ```
    /// use patchbay::salesforce::field::{Field, FieldType, Reason};
    /// use serde_json::{Value, json};
    /// let seconds = Field { kind: FieldType::Whole, ..Field::ANY };
    /// assert_eq!(seconds.convert(&json!("26")), Ok(json!(26)));
    /// assert_eq!(seconds.convert(&json!("")), Ok(Value::Null));
    /// assert_eq!(seconds.convert(&json!("many")), Err(Reason::WrongType(FieldType::Whole)));
    /// ```
    ///
    /// # Errors
    ///
    /// [`Reason::WrongType`] when the value does not fit the field's type, [`Reason::TooLong`] when a text does not fit
    /// its length.
    pub fn convert(&self, value: &Value) -> Result<Value, Reason> {
        let wrong = Err(Reason::WrongType(self.kind));
        let text = match value {
            Value::Null => return Ok(Value::Null),
            Value::String(text) if text.trim().is_empty() && self.kind != FieldType::Text => return Ok(Value::Null),
            Value::String(text) if text.is_empty() => return Ok(Value::Null),
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => json::write(value),
            Value::Array(_) | Value::Object(_) => return wrong,
        };
        let trimmed = text.trim();
        match self.kind {
            FieldType::Text => match self.max_len {
                Some(max_len) if text.len() > max_len && text::length(&text) > max_len => {
                    Err(Reason::TooLong { length: text::length(&text), max_len })
                }
                _ => Ok(text.into()),
            },
            FieldType::Boolean => match trimmed {
                it if it.eq_ignore_ascii_case("true") => Ok(true.into()),
                it if it.eq_ignore_ascii_case("false") => Ok(false.into()),
                _ => wrong,
            },
            FieldType::Whole => match json::number(trimmed) {
                Some(number) if number.fract() == 0.0 && number.abs() < 9e15 => Ok((number as i64).into()),
                _ => wrong,
            },
            FieldType::Number => match json::number(trimmed) {
                Some(number) if number.is_finite() => Ok(number.into()),
                _ => wrong,
            },
            FieldType::Date => {
                let time = Timestamp::parse(trimmed).or_else(|| Timestamp::parse(&format!("{trimmed}T00:00:00")));
                time.map_or(wrong, |time| Ok(time.to_string()[..10].into()))
            }
            FieldType::DateTime => Timestamp::parse(trimmed).map_or(wrong, |time| Ok(time.to_string().into())),
            FieldType::Reference => match RecordId::read(trimmed, "", &mut Vec::new()) {
                Some(id) => Ok(id.as_str().into()),
                None => wrong,
            },
            FieldType::Unwritable => wrong,
        }
    }
}
