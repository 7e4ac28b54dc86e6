//! The org's configuration in Setup: turns its records into the options of a session, and says what is wrong with which record.
//! What a developer wrote in code takes precedence over the records, option by option.
//!
//! - [`entry`]: one record, or one entry in code.
//! - [`tasks`]: field mappings and task rules.
//! - [`choices`]: statuses of agents and targets of transfers.

pub mod choices;
pub mod entry;
mod tasks;

use serde::Serialize;
use serde_json::{Value, json};

use crate::attribute::catalogue::{Attribute, Name};
use crate::attribute::mapping::Mapping;
use crate::closest_match::{Match, closest_match};
use crate::log::config::Config;
use crate::log::keeper::LogKeeper;
use crate::log::records::{SETTING_FIELDS, SETTINGS, name_record};
use crate::log::stored::BrowserStorage;
use crate::problem::{Code, Problem};
use crate::salesforce::object_info::ObjectInfo;
use crate::string_enum::StringEnum;
use choices::{AgentStatus, TransferTarget};

/// The options of a session that code may give too.
const OPTIONS: [&str; 9] = [
    "fields",
    "task",
    "transcripts",
    "transcriptRecord",
    "region",
    "logKeeper",
    "engagement",
    "browserStorage",
    "browserStorageDays",
];

crate::string_enum::string_enum! {
    /// A choice of the custom setting, which has no checkbox: a user's unchecked one would override the organisation's.
    OnOff {
        /// Yes.
        On = "on",
        /// No.
        Off = "off",
    }
}

/// The configuration that counts.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ConfigurationVerdict"))]
pub struct Setup {
    /// The options of a session.
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, unknown>>"))]
    options: Value,
    /// Whether to search for the records of whoever calls.
    record_search: bool,
    /// The statuses that agents may choose, sorted.
    statuses: Vec<AgentStatus>,
    /// Where agents may transfer to, sorted.
    transfer_targets: Vec<TransferTarget>,
    /// The fields that store transcripts.
    transcript_fields: Vec<String>,
    /// What is wrong with which record. What is wrong with an option in the light of the org, its session says.
    problems: Vec<Problem>,
}

impl Setup {
    /// Reads the answer of `PatchbayConfiguration.read` and the options in code, untrusted values. What is wrong is left out and
    /// becomes a problem. Without any records the defaults count: the managed package keeps the log.
    ///
    /// ```
    /// use patchbay::setup::Setup;
    /// let status = serde_json::json!({ "DeveloperName": "Meal", "MasterLabel": "Meal" });
    /// let setup = Setup::read(&serde_json::json!({ "statuses": [status] }), &serde_json::json!({}));
    /// assert_eq!(setup.problems()[0].path, "/Patchbay_Status__mdt/Meal/Genesys_Status__c");
    /// ```
    pub fn read(records: &Value, code: &Value) -> Setup {
        let mut problems = Vec::new();
        if !records.is_null() && !records.is_object() {
            let message = "This is no answer of PatchbayConfiguration.read, so the defaults count; deploy all of Patchbay from one build.";
            problems.push(Problem::error("", Code::Type, message));
        }
        let in_code = |name: &str| code.get(name).filter(|value| !value.is_null());
        let mut options = json!({ "logKeeper": LogKeeper::Package });
        let mut own = Own::default();
        let mut record_search = read_settings(records, &in_code, &mut options, &mut own, &mut problems);
        tasks::read(records, &in_code, &mut options, &mut own, &mut problems);
        for name in OPTIONS {
            if let Some(value) = in_code(name) {
                options[name] = value.clone();
            }
        }
        if let Some(search) = in_code("recordSearch") {
            record_search = *search != false;
        }
        options["records"] = json!(own);
        Setup {
            statuses: choices::statuses(records, in_code("statuses"), &mut problems),
            transfer_targets: choices::transfer_targets(records, in_code("transferTargets"), &mut problems),
            transcript_fields: transcript_fields(&options["fields"]),
            record_search,
            options,
            problems,
        }
    }

    /// Adds what is wrong with the options in the light of the org: `{objectInfo?, taskStatuses?, engagementInfo?}`, an untrusted value.
    /// A session with these options reports the same.
    pub fn check(&mut self, infos: &Value) {
        let config = Config::read(&self.options, &mut Vec::new());
        config.with_object_info(infos, &mut self.problems);
    }

    /// What is wrong with which record.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// Which records the options were made of; see [`crate::log::records`].
#[derive(Debug, Default, Serialize)]
struct Own {
    fields: Vec<String>,
    values: Vec<String>,
    rules: Vec<String>,
    settings: Vec<&'static str>,
}

/// Puts the values of the custom setting into the options; gives whether to search for records.
fn read_settings<'a>(
    records: &Value,
    in_code: &dyn Fn(&str) -> Option<&'a Value>,
    options: &mut Value,
    own: &mut Own,
    problems: &mut Vec<Problem>,
) -> bool {
    let mut record_search = true;
    for (pointer, field) in SETTING_FIELDS {
        let stored = &records["settings"][field];
        let given = stored.as_str().map(str::trim).filter(|text| !text.is_empty());
        let mut parts = pointer.split('/').skip(1);
        let (name, inner) = (parts.next().unwrap_or_default(), parts.next());
        if in_code(name).is_some() {
            continue;
        }
        // The only setting that is a number; the session judges it.
        if name == "browserStorageDays" && !stored.is_null() && stored != "" {
            options[name] = stored.clone();
            own.settings.push(pointer);
        }
        let Some(text) = given.filter(|_| name != "browserStorageDays") else { continue };
        let mut problem = None;
        match (name, inner) {
            ("recordSearch", _) => {
                record_search = choice::<OnOff>(text, "records are searched for", &mut problem) != Some(OnOff::Off)
            }
            ("browserStorage", _) => {
                // Whoever chose something did not want everything.
                let storage = choice::<BrowserStorage>(text, "nothing is stored in the browser", &mut problem);
                options[name] = storage.unwrap_or(BrowserStorage::None).as_str().into();
            }
            (_, None) => options[name] = text.into(),
            (_, Some(inner)) => options[name][inner] = text.into(),
        }
        if let Some(mut problem) = problem {
            name_record(&mut problem, &["/", SETTINGS].concat(), field);
            problems.push(problem);
        }
        own.settings.push(pointer);
    }
    record_search
}

/// The choice with this name, in any letter case; what is wrong with the name becomes `problem`, with what happens instead.
fn choice<T: StringEnum>(text: &str, instead: &str, problem: &mut Option<Problem>) -> Option<T> {
    let (at, code, begin) = match closest_match(T::NAMES, text) {
        Match::Exact(at) => return Some(T::ALL[at]),
        Match::LetterCase(at) => (Some(at), Code::LetterCase, ["Only letter case differs from a choice", ""]),
        _ => (None, Code::UnknownValue, ["There is no such choice, so ", instead]),
    };
    let message = [begin[0], begin[1], "; write one of ", &T::NAMES.join(", "), "."].concat();
    *problem = Some(Problem::warning("", code, message));
    at.map(|at| T::ALL[at])
}

fn transcript_fields(fields: &Value) -> Vec<String> {
    let mapping = Mapping::read(fields, &ObjectInfo::default(), &[], "", &mut Vec::new());
    let transcript = Name::Known(Attribute::Transcript);
    let entries = mapping.entries().iter().filter(|entry| entry.attribute == transcript);
    entries.map(|entry| entry.field.clone()).collect()
}
