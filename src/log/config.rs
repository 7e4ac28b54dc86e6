//! How the organisation wants its logs: which attributes go where, and what this user may store.

use serde_json::{Map, Value};

use super::fields;
use crate::attribute::mapping::Mapping;
use crate::attribute::transcript::Policy;
use crate::engagement;
use crate::problem::{Code, Problem};
use crate::salesforce::object_info::ObjectInfo;
use crate::string_enum::StringEnum;

const KEEPS_ENGAGEMENT: bool = cfg!(feature = "engagement");

/// The setup of all logs of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// As it was given, for what is known only later.
    given: Value,
    /// Which attribute goes into which field.
    pub mapping: Mapping,
    /// What this user may store.
    pub object: ObjectInfo,
    /// What becomes of transcripts that are too long.
    pub transcripts: Policy,
    /// The host of the organisation's region.
    pub region: Option<String>,
    engagement: Option<engagement::config::Config>,
}

impl Config {
    /// Reads `{fields, objectInfo, transcripts, region, engagement}`. What is wrong is told, and left out.
    ///
    /// ```
    /// use patchbay::log::config::Config;
    /// let mut problems = Vec::new();
    /// Config::read(&serde_json::json!({ "transcripts": "burn" }), &mut problems);
    /// assert_eq!(problems[0].path, "/transcripts");
    /// ```
    pub fn read(given: &Value, problems: &mut Vec<Problem>) -> Config {
        let given = if given.is_object() { given } else { &Value::Object(Map::new()) };
        let object = ObjectInfo::read(&given["objectInfo"], "/objectInfo", problems);
        let mapping = Mapping::read(&given["fields"], &object, fields::Field::NAMES, "/fields", problems);
        let transcripts = match &given["transcripts"] {
            Value::Null => Policy::default(),
            name => name.as_str().and_then(Policy::named).unwrap_or_else(|| {
                let message =
                    "There is no such choice, so transcripts that are too long are refused; write refuse or cut.";
                problems.push(Problem::warning("/transcripts", Code::UnknownValue, message));
                Policy::default()
            }),
        };
        let region = match &given["region"] {
            Value::Null => None,
            host => host.as_str().map(str::trim).filter(|host| is_host(host)).map(str::to_owned).or_else(|| {
                let message = "This is no host of a Genesys Cloud region, so Interaction.Url is left out; write one, mypurecloud.com for example.";
                problems.push(Problem::warning("/region", Code::UnknownValue, message));
                None
            }),
        };
        let engagement = match &given["engagement"] {
            Value::Null => None,
            given if KEEPS_ENGAGEMENT => Some(engagement::config::Config::read(given, "/engagement", problems)),
            _ => {
                let message = "This build of Patchbay keeps no EngagementInteraction records; leave engagement out.";
                problems.push(Problem::warning("/engagement", Code::NotAllowed, message));
                None
            }
        };
        Config { given: given.clone(), mapping, object, transcripts, region, engagement }
    }
}

impl Config {
    /// How EngagementInteraction records are kept, if they are; in a build without them the compiler sees that they are not.
    pub fn engagement(&self) -> Option<&engagement::config::Config> {
        self.engagement.as_ref().filter(|_| KEEPS_ENGAGEMENT)
    }

    /// The same setup in the light of what `getObjectInfo` says: `{objectInfo?, engagementInfo?}`.
    pub fn with_object_info(&self, infos: &Value, problems: &mut Vec<Problem>) -> Config {
        let mut given = self.given.clone();
        if let Some(info) = infos.get("objectInfo").filter(|info| !info.is_null()) {
            given["objectInfo"] = info.clone();
        }
        if let Some(info) = infos.get("engagementInfo").filter(|info| !info.is_null())
            && self.engagement.is_some()
        {
            given["engagement"]["objectInfo"] = info.clone();
        }
        Config::read(&given, problems)
    }
}

/// Labels of letters, digits and dashes with dots between them: nothing that would lead a link elsewhere.
fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        let dash = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && !dash && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}
