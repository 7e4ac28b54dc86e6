//! The org's choices for its interaction logs.

use serde_json::{Map, Value};

use super::fields;
use super::keeper::LogKeeper;
use super::records;
use super::stored::Stored;
use super::task::config::TaskConfig;
use super::task::status::Statuses;
use crate::attribute::catalogue::{Attribute, Name};
use crate::attribute::mapping::Mapping;
use crate::attribute::transcript::{Policy, Store};
use crate::engagement;
use crate::host::is_host_name;
use crate::outbox::RecordKind;
use crate::problem::{Code, Problem};
use crate::salesforce::key_prefix;
use crate::salesforce::object_info::ObjectInfo;
use crate::salesforce::record::is_api_name;
use crate::salesforce::record_id::RecordId;
use crate::string_enum::StringEnum;

/// Whether this build keeps EngagementInteraction records.
const HAS_ENGAGEMENT: bool = cfg!(feature = "engagement");

const TASK: &str = "Task";

const TRANSCRIPT: Name = Name::Known(Attribute::Transcript);

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
    /// Where in the browser the session is stored, and for how long.
    pub storage: Stored,
    /// The org's own object that logs are stored in instead of Task.
    own_object: Option<String>,
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

/// The object that logs are stored in; `None` for Task.
fn read_log_object(given: &Value, problems: &mut Vec<Problem>) -> Option<String> {
    let name = given.as_str().unwrap_or_default().trim();
    let name = key_prefix::standard_object(name).unwrap_or(name);
    if !given.is_null() && !is_api_name(name) {
        let message = "This is no API name of an object, so logs count as tasks; write one, Call_Note__c for example.";
        problems.push(Problem::warning("/logObject", Code::UnknownValue, message));
        return None;
    }
    Some(name).filter(|name| !name.is_empty() && *name != TASK).map(str::to_owned)
}

impl Config {
    /// Reads `{fields, objectInfo, transcripts, transcriptRecord, region, task, taskStatuses, logKeeper, logObject,
    /// browserStorage, browserStorageDays, engagement}`, an untrusted value. What is wrong is left out and added to `problems`. `records` tells
    /// which options were made of records of Setup; see [`records`].
    ///
    /// ```
    /// use patchbay::log::config::Config;
    /// let mut problems = Vec::new();
    /// Config::read(&serde_json::json!({ "transcripts": "burn" }), &mut problems);
    /// assert_eq!(problems[0].path, "/transcripts");
    /// ```
    pub fn read(given: &Value, problems: &mut Vec<Problem>) -> Config {
        let given = if given.is_object() { given } else { &Value::Object(Map::new()) };
        let found_before = problems.len();
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
        let storage = Stored::read(given, problems);
        let own_object = read_log_object(&given["logObject"], problems);
        let engagement = match &given["engagement"] {
            Value::Null => None,
            given if HAS_ENGAGEMENT => Some(engagement::config::Config::read(given, "/engagement", problems)),
            _ => {
                let message = "This build of Patchbay keeps no EngagementInteraction records; leave engagement out.";
                problems.push(Problem::warning("/engagement", Code::NotAllowed, message));
                None
            }
        };
        records::name_records(&given["records"], &mut problems[found_before..]);
        let given = given.clone();
        Config {
            given,
            mapping,
            object,
            transcripts,
            transcript_record,
            region,
            task,
            statuses,
            storage,
            own_object,
            keeper,
            engagement,
        }
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

    /// Whether a record can be that of a log or of an engagement, as far as its ID tells.
    pub fn may_store(&self, kind: RecordKind, record: &RecordId) -> bool {
        let object = key_prefix::object_of(record);
        match kind {
            RecordKind::Log if self.own_object.is_none() => object == Some(TASK),
            RecordKind::Log => object.is_none() || object == self.own_object.as_deref(),
            RecordKind::Engagement => object.is_none(),
        }
    }

    /// Whether a field stores what was written or spoken.
    pub fn stores_transcripts(&self) -> bool {
        self.mapping.entries().iter().any(|entry| entry.attribute == TRANSCRIPT)
    }

    /// Whether this field stores it.
    pub fn is_of_transcript(&self, field: &str) -> bool {
        let mut entries = self.mapping.entries().iter();
        entries.any(|entry| entry.attribute == TRANSCRIPT && entry.field.eq_ignore_ascii_case(field))
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
