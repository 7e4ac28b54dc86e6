//! What is wrong, how badly, and what to write instead: the one shape in which Patchbay says so.

use serde::Serialize;

use crate::string_enum::string_enum;

string_enum! {
    /// How badly something is wrong.
    Severity {
        /// The value cannot be used.
        Error = "error",
        /// The value is used, but was probably meant otherwise.
        Warning = "warning",
        /// Something that is not known was passed over.
        Info = "info",
    }
}

string_enum! {
    /// Identifies a kind of problem in code. Codes are stable; sentences may change.
    #[cfg_attr(feature = "typescript", ts(rename = "ProblemCode"))]
    Code {
        /// Something that must be there is missing.
        Required = "required",
        /// The value is of the wrong JavaScript type.
        Type = "type",
        /// The text or object is there but holds nothing.
        Empty = "empty",
        /// The text is not one of the documented values.
        UnknownValue = "unknown-value",
        /// The message is none of the documented actions.
        UnknownType = "unknown-type",
        /// The documents know no such property here.
        UnknownProperty = "unknown-property",
        /// The value is documented, but not together with the rest of the message.
        NotAllowed = "not-allowed",
        /// Only upper and lower case differ from the documented spelling.
        LetterCase = "letter-case",
        /// Special characters are not encoded with `encodeURIComponent`.
        NotEncoded = "not-encoded",
        /// The text was encoded twice (`%2520`), or encoded before it was given to be encoded.
        EncodedTwice = "encoded-twice",
        /// The literal `sip:` prefix was encoded as if it were part of the name.
        EncodedPrefix = "encoded-prefix",
        /// Half of a UTF-16 surrogate pair stands alone: the text is not Unicode.
        LoneSurrogate = "lone-surrogate",
        /// A card number where none may be.
        SensitiveData = "sensitive-data",
        /// The text is longer than Patchbay takes.
        TooLong = "too-long",
        /// The value cannot be written as JSON, so it cannot travel on the channel.
        NotSerialisable = "not-serialisable",
        /// The checksum of a record ID does not fit the rest of it.
        Checksum = "checksum",
        /// A field's value, or a part of it, is not in the saved record.
        NotStored = "not-stored",
        /// A field's value is in the saved record instead of another one that would be there; the message says whose.
        Overridden = "overridden",
        /// A save did not succeed; it is tried again.
        NotSaved = "not-saved",
        /// The managed package keeps the log too, which makes two records of an interaction.
        KeptTwice = "kept-twice",
        /// The browser's storage is full or forbidden, or what is stored cannot be read.
        StorageUnavailable = "storage-unavailable",
        /// The module crashed twice on one call, which was skipped.
        CallFailed = "call-failed",
        /// A function of the page's that is called after a change has thrown.
        ListenerFailed = "listener-failed",
        /// The module crashed and was restarted.
        ModuleRestarted = "module-restarted",
    }
}

/// One kind of problem before it meets a value: where it is found and the sentence that tells a person.
///
/// `path` is a JSON Pointer into the judged value; it is empty where only the finder knows the place.
/// In `sentence`, `{given}` stands for what was given, `{kind}` for its JavaScript type and `{write}` for what to
/// write instead; whoever holds the value fills them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// How badly it is wrong.
    pub severity: Severity,
    /// The kind of problem.
    pub code: Code,
    /// JSON Pointer into the judged value.
    pub path: &'static str,
    /// What is wrong and what to write instead.
    pub sentence: &'static str,
}

/// Something that is wrong with a value. `path` is a JSON Pointer into that value; empty text is the whole value.
///
/// ```
/// use patchbay::problem::{Code, Problem};
/// let problem = Problem::error("/id", Code::Empty, "…");
/// let told = r#"{"severity":"error","path":"/id","code":"empty","message":"…"}"#;
/// assert_eq!(patchbay::json::write(&problem), told);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Problem {
    /// How badly it is wrong.
    pub severity: Severity,
    /// JSON Pointer into the given value.
    pub path: String,
    /// The kind of problem.
    pub code: Code,
    /// A sentence for people: what is wrong and what to write instead.
    pub message: String,
}

impl Problem {
    /// Something that could not be used.
    ///
    /// ```
    /// use patchbay::problem::{Code, Problem};
    /// let problem = Problem::error("/data/id", Code::Required, "id is missing; send the interaction's ID.");
    /// assert_eq!(problem.code.as_str(), "required");
    /// ```
    pub fn error(path: impl Into<String>, code: Code, message: impl Into<String>) -> Problem {
        Problem { severity: Severity::Error, path: path.into(), code, message: message.into() }
    }

    /// Something that was ignored, while the rest was used.
    ///
    /// ```
    /// use patchbay::problem::{Code, Problem, Severity};
    /// assert_eq!(Problem::warning("", Code::Type, "…").severity, Severity::Warning);
    /// ```
    pub fn warning(path: impl Into<String>, code: Code, message: impl Into<String>) -> Problem {
        Problem { severity: Severity::Warning, ..Problem::error(path, code, message) }
    }
}

impl Problem {
    /// Something that is not known and was passed over; nothing need be wrong.
    ///
    /// ```
    /// use patchbay::problem::{Code, Problem, Severity};
    /// assert_eq!(Problem::info("", Code::UnknownType, "…").severity, Severity::Info);
    /// ```
    pub fn info(path: impl Into<String>, code: Code, message: impl Into<String>) -> Problem {
        Problem { severity: Severity::Info, ..Problem::error(path, code, message) }
    }
}

/// A JSON Pointer one step further: `key` under `path`.
///
/// ```
/// assert_eq!(patchbay::problem::pointer("/fields", "a/b~c"), "/fields/a~1b~0c");
/// ```
pub fn pointer(path: &str, key: &str) -> String {
    [path, "/", &key.replace('~', "~0").replace('/', "~1")].concat()
}
