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
        /// The same action of the same interaction was sent a moment ago.
        JustSent = "just-sent",
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

string_enum! {
    /// Which of the sentences of a code a problem has. The values are those that the sentence names.
    #[cfg_attr(feature = "typescript", ts(rename = "ProblemReason"))]
    Reason {
        /// Nobody is part of the interaction any more.
        Over = "over",
        /// The interaction was answered already.
        Answered = "answered",
        /// The other party has to answer.
        Ringing = "ringing",
        /// The parties are not in contact yet.
        NotConnected = "not-connected",
        /// There is no voice, and no recording of one.
        NotSpoken = "not-spoken",
        /// There is no IVR in the interaction.
        NotIvr = "not-ivr",
        /// The interaction is not a call.
        NotVoice = "not-voice",
        /// Nobody is consulted.
        NotConsulting = "not-consulting",
        /// The same was sent a moment ago.
        JustSent = "just-sent",
        /// A toggle is switched on already.
        AlreadyOn = "already-on",
        /// A toggle is switched off already.
        AlreadyOff = "already-off",
        /// A target is empty.
        TargetEmpty = "target-empty",
        /// A target is encoded already; the plain text.
        TargetEncoded = "target-encoded",
        /// An agent or a queue has no prefix `sip:`.
        TargetPrefix = "target-prefix",
        /// A name or a phone number stands where an ID belongs.
        NoId = "no-id",
        /// A phone number without a digit.
        NoDigit = "no-digit",
        /// An address that is neither a number, nor a SIP address, nor a flow.
        NoAddress = "no-address",
        /// The flow's ID is empty.
        FlowEmpty = "flow-empty",
        /// User data holds a card number.
        CardNumber = "card-number",
        /// The field does not exist or is hidden.
        FieldHidden = "field-hidden",
        /// The agent may not fill the field in a new record.
        FieldNotCreateable = "field-not-createable",
        /// The agent may not change the field.
        FieldNotUpdateable = "field-not-updateable",
        /// The field takes no such value.
        FieldType = "field-type",
        /// The text is too long for the field: its length, and what the field holds.
        FieldLength = "field-length",
        /// The beginning of a text was stored: how much the field holds.
        TextCut = "text-cut",
        /// A transcript was cut: its length.
        TranscriptCut = "transcript-cut",
        /// Attributes differ in letter case alone: their names.
        AttributeAmbiguous = "attribute-ambiguous",
        /// An attribute is too large, or no plain value.
        AttributeUnusable = "attribute-unusable",
        /// The server refused a save: what it says.
        SaveFailed = "save-failed",
        /// Logs could not be saved for too long and are stored no longer: how many, and after how many days.
        LogsExpired = "logs-expired",
        /// Of too many unsaved logs one was dropped.
        LogDropped = "log-dropped",
        /// The server did not store a field: its reason.
        Dropped = "dropped",
        /// The agent's value stands in place of a fixed one: that one.
        FixedValue = "fixed-value",
        /// The agent's status keeps the task open: the status.
        KeptOpen = "kept-open",
        /// There is no such status: its name.
        StatusUnknown = "status-unknown",
        /// The statuses are not known yet: the status.
        StatusWaits = "status-waits",
        /// A lead excludes Related To: the lead's name, and the record's.
        LeadExcludes = "lead-excludes",
        /// The org has no closed status of tasks.
        NoClosedStatus = "no-closed-status",
        /// No activity can refer to a record: its name.
        NotRelated = "not-related",
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
    /// A sentence in English: what is wrong and what to write instead.
    pub message: String,
    /// Which of several sentences of one code it is, for those who write it in another language.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reason: Option<Reason>,
    /// The values that the sentence of the reason names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub values: Vec<String>,
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
        Problem {
            severity: Severity::Error,
            path: path.into(),
            code,
            message: message.into(),
            reason: None,
            values: Vec::new(),
        }
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
    /// The same problem with a reason, and the values that its sentence names.
    ///
    /// ```
    /// use patchbay::problem::{Code, Problem, Reason};
    /// let problem = Problem::error("", Code::NotAllowed, "…").because(Reason::Over, Vec::new());
    /// assert_eq!(problem.reason, Some(Reason::Over));
    /// ```
    #[must_use]
    pub fn because(self, reason: Reason, values: Vec<String>) -> Problem {
        Problem { reason: Some(reason), values, ..self }
    }

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
