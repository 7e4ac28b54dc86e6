//! The org's choices for its interaction logs.

use serde_json::{Map, Value};

use super::fields;
use super::keeper::LogKeeper;
use super::task::config::TaskConfig;
use super::task::status::Statuses;
use crate::attribute::catalogue::{Attribute, Name};
use crate::attribute::mapping::Mapping;
use crate::attribute::transcript::{Policy, Store};
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
    /// Where transcripts are stored that a lookup refers to.
    pub transcript_record: Option<Store>,
    /// The host of the org's Genesys Cloud region, `mypurecloud.com` for example.
    pub region: Option<String>,
    /// The org's configuration of its logs as tasks.
    pub task: TaskConfig,
    /// The statuses that tasks have in the org.
    pub statuses: Statuses,
    keeper: Option<LogKeeper>,
    engagement: Option<engagement::config::Config>,
}

/// The host of a region. One that is given as a page of the client, `https://apps.mypurecloud.com/directory` for example, is
/// mended, with a warning.
fn read_region(given: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let lower = given.trim().to_ascii_lowercase();
    let url = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let host = url.split(['/', '?', '#']).next().unwrap_or_default();
    let host =
        ["apps.", "login.", "api.", "www."].into_iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(host);
    let region = Some(host).filter(|host| host.contains('.') && is_host_name(host))?;
    if region != lower {
        let message = format!("The region is taken to be {region}; write it so, without scheme, apps. and path.");
        problems.push(Problem::warning("/region", Code::UnknownValue, message));
    }
    Some(region.to_owned())
}

impl Config {
    /// Reads `{fields, objectInfo, transcripts, transcriptRecord, region, task, taskStatuses, logKeeper, engagement}`, an untrusted
    /// value. What is wrong is left out and added to `problems`.
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
        let transcript_record = Store::read(&given["transcriptRecord"], "/transcriptRecord", problems);
        let region = match &given["region"] {
            Value::Null => None,
            host => host.as_str().and_then(|host| read_region(host, problems)).or_else(|| {
                let message = "This is no host of a Genesys Cloud region, so Interaction.Url is left out; write one, mypurecloud.com for example.";
                problems.push(Problem::warning("/region", Code::UnknownValue, message));
                None
            }),
        };
        let statuses = Statuses::read(&given["taskStatuses"], "/taskStatuses", problems);
        let mut task = TaskConfig::read(&given["task"], &object, &statuses, "/task", problems);
        task.check_mapping(&mapping, "/task", problems);
        let keeper = LogKeeper::read(&given["logKeeper"], problems);
        let engagement = match &given["engagement"] {
            Value::Null => None,
            given if HAS_ENGAGEMENT => Some(engagement::config::Config::read(given, "/engagement", problems)),
            _ => {
                let message = "This build of Patchbay keeps no EngagementInteraction records; leave engagement out.";
                problems.push(Problem::warning("/engagement", Code::NotAllowed, message));
                None
            }
        };
        let given = given.clone();
        Config { given, mapping, object, transcripts, transcript_record, region, task, statuses, keeper, engagement }
    }

    /// Who keeps the log. A session that a developer gives a save handler and no keeper saves.
    pub fn keeper(&self, has_handler: bool) -> LogKeeper {
        let unless_given = if has_handler { LogKeeper::Patchbay } else { LogKeeper::None };
        self.keeper.unwrap_or(unless_given)
    }

    /// The choices for EngagementInteraction records; `None` when none are kept. The filter lets the compiler remove them
    /// from a build without the feature.
    pub fn engagement(&self) -> Option<&engagement::config::Config> {
        self.engagement.as_ref().filter(|_| HAS_ENGAGEMENT && self.keeper(true) == LogKeeper::Patchbay)
    }

    /// Whether a field stores what was written or spoken.
    pub fn stores_transcripts(&self) -> bool {
        let transcript = Name::Known(Attribute::Transcript);
        self.mapping.entries().iter().any(|entry| entry.attribute == transcript)
    }

    /// The configuration with what the org answered: `{objectInfo?, engagementInfo?, taskStatuses?}`, an untrusted value.
    pub fn with_object_info(&self, infos: &Value, problems: &mut Vec<Problem>) -> Config {
        let mut given = self.given.clone();
        if !given.is_object() {
            given = Value::Object(Map::new());
        }
        for name in ["objectInfo", "taskStatuses"] {
            if let Some(info) = infos.get(name).filter(|info| !info.is_null()) {
                given[name] = info.clone();
            }
        }
        if let Some(info) = infos.get("engagementInfo").filter(|info| !info.is_null())
            && self.engagement.is_some()
        {
            given["engagement"]["objectInfo"] = info.clone();
        }
        Config::read(&given, problems)
    }
}
