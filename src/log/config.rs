//! The org's choices for its interaction logs.

use serde_json::{Map, Value};

use super::fields;
use crate::attribute::mapping::Mapping;
use crate::attribute::transcript::Policy;
use crate::engagement;
use crate::host::is_host_name;
use crate::problem::{Code, Problem};
use crate::salesforce::object_info::ObjectInfo;
use crate::string_enum::StringEnum;

/// Whether this build keeps EngagementInteraction records.
const HAS_ENGAGEMENT: bool = cfg!(feature = "engagement");

/// The configuration of all logs of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The options as they were given, to read them again when `getObjectInfo` answers.
    given: Value,
    /// The fields that attributes are stored in.
    pub mapping: Mapping,
    /// What the current user may store in a Task.
    pub object: ObjectInfo,
    /// What happens to transcripts that are longer than their field.
    pub transcripts: Policy,
    /// The host of the org's Genesys Cloud region, `mypurecloud.com` for example.
    pub region: Option<String>,
    engagement: Option<engagement::config::Config>,
}

impl Config {
    /// Reads `{fields, objectInfo, transcripts, region, engagement}`, an untrusted value. What is wrong is left out and added
    /// to `problems`.
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
            host => host.as_str().map(str::trim).filter(|host| host.contains('.') && is_host_name(host)).map(str::to_owned).or_else(|| {
                let message = "This is no host of a Genesys Cloud region, so Interaction.Url is left out; write one, mypurecloud.com for example.";
                problems.push(Problem::warning("/region", Code::UnknownValue, message));
                None
            }),
        };
        let engagement = match &given["engagement"] {
            Value::Null => None,
            given if HAS_ENGAGEMENT => Some(engagement::config::Config::read(given, "/engagement", problems)),
            _ => {
                let message = "This build of Patchbay keeps no EngagementInteraction records; leave engagement out.";
                problems.push(Problem::warning("/engagement", Code::NotAllowed, message));
                None
            }
        };
        Config { given: given.clone(), mapping, object, transcripts, region, engagement }
    }

    /// The choices for EngagementInteraction records; `None` when none are kept. The filter lets the compiler remove them
    /// from a build without the feature.
    pub fn engagement(&self) -> Option<&engagement::config::Config> {
        self.engagement.as_ref().filter(|_| HAS_ENGAGEMENT)
    }

    /// The configuration with the answers of `getObjectInfo`: `{objectInfo?, engagementInfo?}`, an untrusted value.
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
