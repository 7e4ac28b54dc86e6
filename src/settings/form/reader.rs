//! Reads the fields of one form, with the sentences for what is wrong.

use serde_json::{Map, Value};

use super::Kind;
use crate::closest_match::{Match, closest_match};
use crate::json;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::record::is_api_name;
use crate::salesforce::version::Version;
use crate::settings::endpoint;
use crate::string_enum::StringEnum;

/// Maximum of both thresholds, in seconds: a day.
const MAX_WAIT: u32 = 86_400;
/// Maximum length of a text field other than the lists, in bytes.
const MAX_LEN: usize = 1_024;
/// Maximum number of unknown fields reported of one form.
const MAX_REPORTED: usize = 20;
/// What the API name of an org's platform event ends with.
const EVENT_SUFFIX: &str = "__e";
/// What the API name of a standard platform event ends with: `FlowExecutionErrorEvent` for example.
const STANDARD_EVENT_SUFFIX: &str = "Event";
/// The highest version that Salesforce has retired: calls with it fail.
const RETIRED: Version = Version(30);
/// From here to 100 a threshold reads like a target percentage.
const LIKE_PERCENTAGE: f64 = 70.0;

const SERVICE_LEVEL_FIELD: &str = "serviceLevelThreshold";
const NO_PERCENTAGE: &str = "This is a percentage, and the threshold is a time: the document calls it \"the target percentage … within the defined time\", but its default of 20 is the time; write the seconds alone, 20 for example.";

/// Whether a text has a percentage in it: `80%`, `80 percent`, or `80/20` for 80 per cent within 20 seconds.
fn is_percentage(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.starts_with(|first: char| first.is_ascii_digit())
        && ["%", "percent", "per cent", "/"].iter().any(|sign| lower.contains(sign))
}

const COMMON: [&str; 8] = ["kind", "platform", "group", "status", "clientId", "clientSecret", "url", "apiVersion"];
const OF_HISTORICAL: [&str; 6] = [
    "adminActivities",
    "idleActivities",
    "notReadyActivities",
    "readyActivities",
    "serviceLevelThreshold",
    "shortAbandonThreshold",
];
const OF_REALTIME: [&str; 1] = ["eventName"];

/// Reads the fields of one form.
pub(super) struct Reader<'a> {
    pub(super) object: &'a Map<String, Value>,
    pub(super) path: &'a str,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    pub(super) fn report(
        &mut self,
        field: &str,
        severity: fn(String, Code, String) -> Problem,
        code: Code,
        message: impl Into<String>,
    ) {
        self.problems.push(severity(pointer(self.path, field), code, message.into()));
    }

    pub(super) fn kind(&mut self, is_form: bool) -> Option<Kind> {
        let given = self.object.get("kind").and_then(Value::as_str);
        let found = given.and_then(|name| Kind::ALL.iter().find(|kind| kind.as_str() == name));
        if found.is_none() && is_form {
            let near = given.map(|name| closest_match(Kind::NAMES, name));
            let message = match near {
                Some(Match::Near(at) | Match::LetterCase(at)) => format!("There is no such form; write {}.", Kind::NAMES[at]),
                _ => "It is not clear which form this is; write historical or realtime, or other for what is not judged here.".to_owned(),
            };
            let code = if given.is_some() { Code::UnknownValue } else { Code::Required };
            self.report("kind", Problem::error, code, message);
        }
        found.copied()
    }

    /// A text field; `None` when it is missing, empty or unusable.
    pub(super) fn text(&mut self, field: &str) -> Option<String> {
        match self.object.get(field) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if text.len() > MAX_LEN => {
                self.report(field, Problem::error, Code::TooLong, "This is longer than 1,024 bytes; write less.");
                None
            }
            Some(Value::String(text)) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Some(_) => {
                self.report(field, Problem::error, Code::Type, "This is no text; write text.");
                None
            }
        }
    }

    /// A text field that has to be there; `what` says what to write into it.
    pub(super) fn required(&mut self, field: &str, what: &str) -> Option<String> {
        let before = self.problems.len();
        let text = self.text(field);
        if text.is_none() && self.problems.len() == before {
            self.report(field, Problem::error, Code::Required, format!("This is missing; write {what}."));
        }
        text
    }

    /// A field that is true or false, true by default.
    pub(super) fn toggle(&mut self, field: &str) -> bool {
        match self.object.get(field) {
            None | Some(Value::Null) => true,
            Some(Value::Bool(on)) => *on,
            Some(_) => {
                self.report(
                    field,
                    Problem::error,
                    Code::Type,
                    "The status is neither on nor off; write true or false.",
                );
                false
            }
        }
    }

    pub(super) fn url(&mut self) -> Option<String> {
        let before = self.problems.len();
        let Some(given) = self.text("url") else {
            return (self.problems.len() == before).then(|| endpoint::DEFAULT.to_owned());
        };
        endpoint::complete(&given)
            .map_err(|message| self.report("url", Problem::error, Code::UnknownValue, message))
            .ok()
    }

    pub(super) fn version(&mut self, kind: Option<Kind>) -> Option<Version> {
        let write = if kind == Some(Kind::Historical) { "v53.0" } else { "53.0" };
        let (code, message) = match self.object.get("apiVersion") {
            None | Some(Value::Null) => (
                Code::Required,
                format!("The API version is missing; write one that your organisation supports, {write} for example."),
            ),
            Some(given) => match Version::parse(given) {
                Some(version) => {
                    if version <= RETIRED {
                        let message = format!(
                            "Salesforce has retired the versions up to {RETIRED}; write one that your organisation supports, {write} for example."
                        );
                        self.report("apiVersion", Problem::warning, Code::NotAllowed, message);
                    }
                    return Some(version);
                }
                None => (
                    Code::UnknownValue,
                    format!("This is no API version; write one that your organisation supports, {write} for example."),
                ),
            },
        };
        self.report("apiVersion", Problem::error, code, message);
        None
    }

    /// A whole number of seconds, as a number or as text.
    pub(super) fn seconds(&mut self, field: &str, default: u32) -> u32 {
        let number: Option<f64> = match self.object.get(field) {
            None | Some(Value::Null) => return default,
            Some(Value::String(text)) if text.trim().is_empty() => return default,
            Some(Value::String(text)) if field == SERVICE_LEVEL_FIELD && is_percentage(text) => {
                self.report(field, Problem::error, Code::UnknownValue, NO_PERCENTAGE);
                return default;
            }
            Some(Value::String(text)) => {
                json::number(text.trim().trim_end_matches(|c: char| c.is_whitespace() || "seconds".contains(c)))
            }
            Some(Value::Number(number)) => number.as_f64(),
            Some(_) => None,
        };
        if field == SERVICE_LEVEL_FIELD && number.is_some_and(|number| (LIKE_PERCENTAGE..=100.0).contains(&number)) {
            let message = "This reads like a target percentage, and is taken as seconds: the document calls the threshold a percentage, but it is a time, like its default of 20; write the seconds within which contacts are to be answered.";
            self.report(field, Problem::warning, Code::UnknownValue, message);
        }
        let message = match number {
            Some(seconds) if seconds.fract() == 0.0 && (0.0..=f64::from(MAX_WAIT)).contains(&seconds) => {
                return seconds as u32;
            }
            Some(seconds) if seconds < 0.0 => "The threshold is negative; write a whole number of seconds, 0 or more.",
            Some(seconds) if seconds > f64::from(MAX_WAIT) => {
                "The threshold is longer than a day; write a whole number of seconds."
            }
            Some(_) => "The threshold is no whole number; write whole seconds.",
            None => "The threshold is no number; write a whole number of seconds.",
        };
        let code = if number.is_some() { Code::UnknownValue } else { Code::Type };
        self.report(field, Problem::error, code, message);
        default
    }

    pub(super) fn event_name(&mut self) -> Option<String> {
        let name = self.required("eventName", "the API name of the platform event, Agent_State__e for example")?;
        let is_standard =
            name.strip_suffix(STANDARD_EVENT_SUFFIX).is_some_and(|own| !own.is_empty() && !own.contains('_'));
        if is_standard && is_api_name(&name) {
            return Some(name);
        }
        let message = match name.strip_suffix(EVENT_SUFFIX) {
            Some(own) if is_api_name(own) && is_api_name(&name) => return Some(name),
            Some(_) => "This is no API name; write letters, digits and underscores, Agent_State__e for example.",
            None => "The API name of a platform event ends with __e; write it so, Agent_State__e for example.",
        };
        self.report("eventName", Problem::error, Code::UnknownValue, message);
        None
    }

    /// Reports fields that the form does not have.
    pub(super) fn report_unknown_fields(&mut self, kind: Option<Kind>) {
        let own: &[&str] = if kind == Some(Kind::Historical) { &OF_HISTORICAL } else { &OF_REALTIME };
        let names: Vec<&str> = COMMON.iter().chain(own).copied().collect();
        let unknown: Vec<&String> =
            self.object.keys().filter(|name| !names.contains(&name.as_str())).take(MAX_REPORTED).collect();
        for name in unknown {
            let message = match closest_match(&names, name) {
                Match::Near(at) | Match::LetterCase(at) => {
                    format!("The form has no such field; write {}.", names[at])
                }
                _ => "The form has no such field; leave it out.".to_owned(),
            };
            self.report(name, Problem::warning, Code::UnknownProperty, message);
        }
    }
}
