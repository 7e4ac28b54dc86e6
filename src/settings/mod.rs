//! Integration settings: the historical and the real-time form of the platform Salesforce v1. Source: "Integration
//! settings".
//!
//! - [`form`]: one form and its fields.
//! - [`activities`]: lists of agent activities, and the class of each activity.
//! - [`endpoint`]: the OAuth token endpoint.
//! - [`group_rules`]: rules between forms.
//! - [`service_level`]: service level and abandonment.

pub mod activities;
pub mod endpoint;
pub mod form;
pub mod group_rules;
pub mod service_level;

use serde::Serialize;
use serde_json::Value;

use crate::problem::{Code, Problem, Severity};
use activities::Class;
use form::{Form, FormView};
use service_level::{Contact, Measured};

/// Maximum number of forms in a list.
const MAX_FORMS: usize = 1_000;

/// A list of forms and what is wrong with them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    forms: Vec<Form>,
    problems: Vec<Problem>,
}

impl Report {
    /// Reads a list of forms in the order in which they are configured, an untrusted value. Problems have pointers into
    /// the list; a wrong form or field does not keep the others from being read.
    ///
    /// ```
    /// use patchbay::settings::Report;
    /// let report = Report::read(&serde_json::json!([{
    ///     "kind": "historical", "clientId": "3MVG9", "clientSecret": "•", "apiVersion": "53", "readyActivities": "Ready; On call"
    /// }]));
    /// assert!(report.is_valid());
    /// assert_eq!(serde_json::to_value(report.view()).unwrap()["settings"][0]["apiVersion"], "v53.0");
    /// ```
    pub fn read(list: &Value) -> Report {
        let mut report = Report::default();
        let Some(list) = list.as_array().filter(|list| list.len() <= MAX_FORMS) else {
            let message = "These are no settings; give an array of at most 1,000 forms.";
            report.problems.push(Problem::error("", Code::Type, message));
            return report;
        };
        for (at, form) in list.iter().enumerate() {
            report.forms.push(Form::read(form, &format!("/{at}"), &mut report.problems));
        }
        group_rules::check(&report.forms, &mut report.problems);
        report
    }

    /// Whether the settings can work: no problem is an error.
    pub fn is_valid(&self) -> bool {
        self.problems.iter().all(|problem| problem.severity != Severity::Error)
    }

    /// The class of an activity by the historical form of a group; without a group, by the only historical form.
    pub fn classify(&self, group: Option<&str>, activity: &str) -> Class {
        self.historical(group).map_or(Class::Unknown, |form| form.activities.class_of(activity))
    }

    /// The class of an agent `{status, subStatus, routingStatus}`: that of the sub-status, else of the status, else of
    /// the routing status.
    pub fn classify_agent(&self, group: Option<&str>, agent: &Value) -> Class {
        ["subStatus", "status", "routingStatus"]
            .into_iter()
            .filter_map(|name| agent[name].as_str())
            .map(|activity| self.classify(group, activity))
            .find(|class| *class != Class::Unknown)
            .unwrap_or(Class::Unknown)
    }

    /// Service level and abandonment by the thresholds of a group's historical form; `None` when there is no such form.
    pub fn measure(&self, group: Option<&str>, contacts: &[Contact]) -> Option<Measured> {
        let form = self.historical(group)?;
        Some(service_level::measure(contacts, form.service_level_threshold, form.short_abandon_threshold))
    }

    /// The problem of a question about a group that has no historical form.
    pub fn no_settings() -> Problem {
        let message = "There are no historical settings of this group; give the name of one that has, or none when there is only one.";
        Problem::error("/group", Code::UnknownValue, message)
    }

    fn historical(&self, group: Option<&str>) -> Option<&Form> {
        let mut forms = self.forms.iter().filter(|form| form.is_historical());
        match group.map(str::trim).filter(|group| !group.is_empty()) {
            Some(group) => forms.find(|form| form.group.as_deref() == Some(group)),
            // Several forms need a group to choose between them.
            None => forms.next().filter(|_| forms.next().is_none()),
        }
    }

    /// The report in its public shape.
    pub fn view(&self) -> ReportView<'_> {
        ReportView {
            valid: self.is_valid(),
            problems: &self.problems,
            settings: self.forms.iter().map(Form::view).collect(),
        }
    }
}

/// What is wrong with integration settings, and the settings with their defaults.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "SettingsVerdict"))]
pub struct ReportView<'r> {
    valid: bool,
    problems: &'r [Problem],
    settings: Vec<FormView<'r>>,
}
