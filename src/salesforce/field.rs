//! A field that may or may not be stored: what this user may do with it, of which type it is, how much it holds.

use serde_json::Value;

use super::record_id::RecordId;
use super::text;
use crate::json;
use crate::time::Timestamp;

/// What is done with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// It is made.
    Create,
    /// It is changed.
    Update,
}

/// The types of fields, as far as values are written differently.
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
    /// What nobody writes into: a formula, an address made of other fields.
    Unwritable,
}

impl FieldType {
    /// The type that `getObjectInfo` names.
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

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its type.
    pub kind: FieldType,
    /// UTF-16 units that a text may have.
    pub longest: Option<usize>,
    /// Whether this user may fill it in a new record.
    pub createable: bool,
    /// Whether this user may change it.
    pub updateable: bool,
}

/// Why a value cannot be stored in a field, as the end of a sentence that names both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The field is not there, or hidden from the user.
    NotVisible,
    /// The user may not fill it in a new record.
    NotCreateable,
    /// The user may not change it.
    NotUpdateable,
    /// The value is none of the field's type.
    WrongType(FieldType),
    /// The text is so long, and the field holds so much.
    TooLong(usize, usize),
}

impl Reason {
    /// Why, and what to do about it.
    ///
    /// ```
    /// use patchbay::salesforce::field::Reason;
    /// assert!(Reason::TooLong(300, 255).sentence().contains("255"));
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
            Reason::WrongType(kind) => {
                format!("the value is not {}; map it to a field of another type", kind.in_words())
            }
            Reason::TooLong(length, longest) => {
                format!("it has {length} characters, and the field holds {longest}; map it to a longer one")
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
    /// A text field without bounds that everybody may write into: what is assumed of fields of which nothing is known.
    pub const ANY: Field = Field { kind: FieldType::Text, longest: None, createable: true, updateable: true };

    /// Whether the user may store anything here.
    ///
    /// # Errors
    ///
    /// When not, the reason.
    pub fn allow(&self, operation: Operation) -> Result<(), Reason> {
        match operation {
            Operation::Create if !self.createable => Err(Reason::NotCreateable),
            Operation::Update if !self.updateable => Err(Reason::NotUpdateable),
            _ => Ok(()),
        }
    }

    /// The value as the field stores it. Null clears any field; an empty text is null, and never zero or false.
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
    /// When it cannot be stored, the reason.
    pub fn convert(&self, value: &Value) -> Result<Value, Reason> {
        let wrong = Err(Reason::WrongType(self.kind));
        let text = match value {
            Value::Null => return Ok(Value::Null),
            Value::String(text) if text.trim().is_empty() && self.kind != FieldType::Text => return Ok(Value::Null),
            Value::String(text) if text.is_empty() => return Ok(Value::Null),
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Array(_) | Value::Object(_) => return wrong,
        };
        let trimmed = text.trim();
        match self.kind {
            FieldType::Text => match self.longest {
                Some(longest) if text.len() > longest && text::length(&text) > longest => {
                    Err(Reason::TooLong(text::length(&text), longest))
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
                match Timestamp::parse(trimmed).or_else(|| Timestamp::parse(&format!("{trimmed}T00:00:00"))) {
                    Some(time) => Ok(time.to_string()[..10].into()),
                    None => wrong,
                }
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
