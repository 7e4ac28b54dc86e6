//! Chat transcripts that are longer than their field: "greater than 131,072 characters fail to save." And those that are
//! stored in a record of their own: "Genesys recommends using a lookup relationship custom field."

use serde_json::{Value, json};

use crate::problem::{Code, Problem};
use crate::salesforce::record::is_api_name;
use crate::salesforce::text;

/// Maximum length of a text in any field, in UTF-16 units.
pub const MAX_LEN: usize = 131_072;
/// The text at the end of a truncated transcript.
pub const MARK: &str = "\n[… cut: the transcript is longer than this field]";

crate::string_enum::string_enum! {
    /// What happens to a transcript that is longer than its field; the org's choice.
    #[derive(Default)]
    Policy {
        /// It is not stored, and a problem says so.
        #[default]
        Refuse = "refuse",
        /// Its beginning is stored, with [`MARK`] at the end.
        Cut = "cut",
    }
}

/// Where a transcript is stored that a lookup refers to: an object of the org, and its field for the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The object's API name.
    object: String,
    /// The field's API name.
    field: String,
}

impl Store {
    /// Reads `{objectApiName, field}`, an untrusted value. `None` where there is none; what is wrong is added to `problems`.
    ///
    /// ```
    /// use patchbay::attribute::transcript::Store;
    /// let given = serde_json::json!({ "objectApiName": "Transcript__c", "field": "Text__c" });
    /// assert!(Store::read(&given, "", &mut Vec::new()).is_some());
    /// assert!(Store::read(&given["field"], "", &mut Vec::new()).is_none());
    /// ```
    pub fn read(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<Store> {
        if given.is_null() {
            return None;
        }
        let mut name = |key: &str| {
            let name = given[key].as_str().map(str::trim).filter(|name| is_api_name(name));
            if name.is_none() {
                let message = format!(
                    "{key} is no API name, so a lookup stores no transcript; give objectApiName and field, Transcript__c and Text__c for example."
                );
                problems.push(Problem::error(format!("{path}/{key}"), Code::Type, message));
            }
            name.map(str::to_owned)
        };
        let (object, field) = (name("objectApiName"), name("field"));
        Some(Store { object: object?, field: field? })
    }

    /// The value of the lookup: the record that the page has to write, and refer to.
    pub fn value(&self, text: &str) -> Value {
        json!({ "objectApiName": self.object, "field": self.field, "text": text })
    }
}

/// The beginning of a transcript, cut between two characters, with [`MARK`] at the end: at most `max_len` UTF-16 units.
///
/// ```
/// use patchbay::attribute::transcript::{MARK, truncate};
/// assert_eq!(truncate(&"a".repeat(200), 100).chars().count(), 100);
/// assert!(truncate(&"a".repeat(200), 100).ends_with(MARK));
/// ```
pub fn truncate(transcript: &str, max_len: usize) -> String {
    match max_len.checked_sub(text::length(MARK)) {
        Some(room) => format!("{}{MARK}", text::truncate(transcript, room)),
        // The field is too short even for the mark.
        None => text::truncate(transcript, max_len).to_owned(),
    }
}
