//! One form of the integration settings.

mod reader;
mod view;

use serde_json::{Map, Value};

use super::activities::Activities;
use crate::problem::{Code, Problem};
use crate::salesforce::version::Version;
use reader::Reader;
pub use view::FormView;

/// The platform when none is given.
pub const PLATFORM: &str = "Salesforce v1";
/// "The default value is 20."
const SERVICE_LEVEL: u32 = 20;
/// "The default value is 5."
const SHORT_ABANDON: u32 = 5;

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
}
