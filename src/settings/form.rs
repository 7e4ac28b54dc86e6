//! One form of the integration settings.

use serde::Serialize;
use serde_json::{Map, Value};

use super::activities::Activities;
use super::endpoint;
use crate::closest_match::{Match, closest_match};
use crate::json;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::record::is_api_name;
use crate::salesforce::version::Version;
use crate::string_enum::StringEnum;

/// The platform when none is given.
pub const PLATFORM: &str = "Salesforce v1";
/// "The default value is 20."
const SERVICE_LEVEL: u32 = 20;
/// "The default value is 5."
const SHORT_ABANDON: u32 = 5;
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

crate::string_enum::string_enum! {
    /// The form of an integration.
    #[cfg_attr(feature = "typescript", ts(rename = "SettingsKind"))]
    Kind {
        /// "Historical settings".
        Historical = "historical",
        /// "Realtime settings".
        Realtime = "realtime",
        /// "All other types of integrations, such as the user import": only the fields of every integration are read.
        Other = "other",
    }
}

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

/// One form, with defaults filled in. Of the client secret only its presence is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Which form it is; `None` when `kind` names none.
    pub kind: Option<Kind>,
    /// The platform.
    pub platform: String,
    /// "A unique name assigned to a collection of integrations".
    pub group: Option<String>,
    /// Whether the integration is enabled.
    pub enabled: bool,
    client_id: Option<String>,
    has_secret: bool,
    url: Option<String>,
    version: Option<Version>,
    /// The activities of a historical form.
    pub activities: Activities,
    /// Seconds within which a contact is to be answered.
    pub service_level_threshold: u32,
    /// Seconds up to which an abandoned contact is a short abandon.
    pub short_abandon_threshold: u32,
    event_name: Option<String>,
}

/// One of the settings with its defaults. Fields that the form does not have are left out; a field without a usable value is
/// null. Of a client secret it says only whether there is one.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "SettingsView"))]
pub struct FormView<'f> {
    kind: Option<Kind>,
    platform: &'f str,
    group: Option<&'f str>,
    status: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    client_id: Option<Option<&'f str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    client_secret_given: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    url: Option<Option<&'f str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    api_version: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    event_name: Option<Option<&'f str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    admin_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    idle_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    not_ready_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    ready_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    service_level_threshold: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    short_abandon_threshold: Option<u32>,
}

impl Form {
    /// Whether it is a historical form.
    pub fn is_historical(&self) -> bool {
        self.kind == Some(Kind::Historical)
    }

    /// Reads one form, an untrusted value. Adds what is wrong to `problems`, with pointers below `path`.
    pub fn read(form: &Value, path: &str, problems: &mut Vec<Problem>) -> Form {
        let empty = Map::new();
        let object = form.as_object().unwrap_or_else(|| {
            let message = "This is no form; give an object with kind and the fields of the form.";
            problems.push(Problem::error(path, Code::Type, message));
            &empty
        });
        let mut reader = Reader { object, path, problems };
        let kind = reader.kind(form.is_object());
        let judged = matches!(kind, Some(Kind::Historical | Kind::Realtime));
        let mut read = Form {
            kind,
            platform: reader.text("platform").unwrap_or_else(|| PLATFORM.to_owned()),
            group: reader.text("group"),
            enabled: reader.toggle("status"),
            client_id: None,
            has_secret: false,
            url: None,
            version: None,
            activities: Activities::default(),
            service_level_threshold: SERVICE_LEVEL,
            short_abandon_threshold: SHORT_ABANDON,
            event_name: None,
        };
        if !judged {
            return read;
        }
        read.client_id = reader.required("clientId", "the client ID that Salesforce provides for your connected app");
        read.has_secret = reader.required("clientSecret", "the client secret of your connected app").is_some();
        read.url = reader.url();
        read.version = reader.version(kind);
        if kind == Some(Kind::Historical) {
            read.activities = Activities::read(form, path, reader.problems);
            read.service_level_threshold = reader.seconds("serviceLevelThreshold", SERVICE_LEVEL);
            read.short_abandon_threshold = reader.seconds("shortAbandonThreshold", SHORT_ABANDON);
            if read.short_abandon_threshold > read.service_level_threshold {
                let message = "A contact counts as a short abandon for longer than it may wait for an answer; write less than the service level threshold.";
                reader.report("shortAbandonThreshold", Problem::warning, Code::NotAllowed, message);
            }
        } else {
            read.event_name = reader.event_name();
        }
        reader.report_unknown_fields(kind);
        read
    }

    /// The form in its public shape: with defaults, with the version as the form writes it, without the secret.
    pub fn view(&self) -> FormView<'_> {
        let view = FormView {
            kind: self.kind,
            platform: &self.platform,
            group: self.group.as_deref(),
            status: self.enabled,
            ..FormView::default()
        };
        let (prefix, view) = match self.kind {
            Some(Kind::Historical) => ("v", self.historical_view(view)),
            Some(Kind::Realtime) => ("", FormView { event_name: Some(self.event_name.as_deref()), ..view }),
            _ => return view,
        };
        FormView {
            client_id: Some(self.client_id.as_deref()),
            client_secret_given: Some(self.has_secret),
            url: Some(self.url.as_deref()),
            api_version: Some(self.version.map(|version| format!("{prefix}{version}"))),
            ..view
        }
    }

    fn historical_view<'f>(&'f self, view: FormView<'f>) -> FormView<'f> {
        let [admin, idle, not_ready, ready] = self.activities.lists();
        FormView {
            admin_activities: Some(admin),
            idle_activities: Some(idle),
            not_ready_activities: Some(not_ready),
            ready_activities: Some(ready),
            service_level_threshold: Some(self.service_level_threshold),
            short_abandon_threshold: Some(self.short_abandon_threshold),
            ..view
        }
    }
}

/// Reads the fields of one form.
struct Reader<'a> {
    object: &'a Map<String, Value>,
    path: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn report(
        &mut self,
        field: &str,
        severity: fn(String, Code, String) -> Problem,
        code: Code,
        message: impl Into<String>,
    ) {
        self.problems.push(severity(pointer(self.path, field), code, message.into()));
    }

    fn kind(&mut self, is_form: bool) -> Option<Kind> {
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
    fn text(&mut self, field: &str) -> Option<String> {
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
    fn required(&mut self, field: &str, what: &str) -> Option<String> {
        let before = self.problems.len();
        let text = self.text(field);
        if text.is_none() && self.problems.len() == before {
            self.report(field, Problem::error, Code::Required, format!("This is missing; write {what}."));
        }
        text
    }

    /// A field that is true or false, true by default.
    fn toggle(&mut self, field: &str) -> bool {
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

    fn url(&mut self) -> Option<String> {
        let before = self.problems.len();
        let Some(given) = self.text("url") else {
            return (self.problems.len() == before).then(|| endpoint::DEFAULT.to_owned());
        };
        endpoint::complete(&given)
            .map_err(|message| self.report("url", Problem::error, Code::UnknownValue, message))
            .ok()
    }

    fn version(&mut self, kind: Option<Kind>) -> Option<Version> {
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
    fn seconds(&mut self, field: &str, default: u32) -> u32 {
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

    fn event_name(&mut self) -> Option<String> {
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
    fn report_unknown_fields(&mut self, kind: Option<Kind>) {
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
