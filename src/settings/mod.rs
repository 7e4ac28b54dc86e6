//! Integration settings: the historical and the real-time form of the platform Salesforce v1. Source: seed 4.
//!
//! - [`form`]: one form, every field of it.
//! - [`activities`]: lists of activities, and the class each activity is in.
//! - [`endpoint`]: where tokens come from.
//! - [`across`]: rules that hold between forms.
//! - [`measure`]: service level and abandonment.

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

/// So many settings are judged; no organisation has more.
const MOST: usize = 1_000;

/// Settings, judged together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    forms: Vec<Form>,
    problems: Vec<Problem>,
}

impl Report {
    /// Judges a list of forms in the order in which they are configured. Whatever is wrong is told, with pointers into the
    /// list, and everything else is judged all the same.
    ///
    /// ```
    /// use patchbay::settings::Report;
    /// let report = Report::read(&serde_json::json!([{
    ///     "kind": "historical", "clientId": "3MVG9", "clientSecret": "•", "apiVersion": "53", "readyActivities": "Ready; On call"
    /// }]));
    /// assert!(report.is_valid());
    /// assert!(patchbay::json::write(&report.view()).contains(r#""apiVersion":"v53.0""#));
    /// ```
    pub fn read(list: &Value) -> Report {
        let mut report = Report::default();
        let Some(list) = list.as_array().filter(|list| list.len() <= MOST) else {
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

    /// Whether nothing is wrong that would keep the settings from working.
    pub fn is_valid(&self) -> bool {
        self.problems.iter().all(|problem| problem.severity == Severity::Warning)
    }

    /// The class of an activity in the settings of a group; without a group in the only historical ones.
    pub fn classify(&self, group: Option<&str>, activity: &str) -> Class {
        self.historical(group).map_or(Class::Unknown, |form| form.activities.class_of(activity))
    }

    /// The class of an agent: of the first of sub-status, status and routing status that is in one.
    pub fn classify_agent(&self, group: Option<&str>, agent: &Value) -> Class {
        ["subStatus", "status", "routingStatus"]
            .into_iter()
            .filter_map(|name| agent[name].as_str())
            .map(|activity| self.classify(group, activity))
            .find(|class| *class != Class::Unknown)
            .unwrap_or(Class::Unknown)
    }

    /// Service level and abandonment over contacts, by the thresholds of a group; `None` when there are no such settings.
    pub fn measure(&self, group: Option<&str>, contacts: &[Contact]) -> Option<Measured> {
        let form = self.historical(group)?;
        Some(service_level::measure(contacts, form.service_level_threshold, form.short_abandon_threshold))
    }

    /// What to say when a group has no historical settings.
    pub fn no_settings() -> Problem {
        let message = "There are no historical settings of this group; give the name of one that has, or none when there is only one.";
        Problem::error("/group", Code::UnknownValue, message)
    }

    fn historical(&self, group: Option<&str>) -> Option<&Form> {
        let mut forms = self.forms.iter().filter(|form| form.is_historical());
        match group.map(str::trim).filter(|group| !group.is_empty()) {
            Some(group) => forms.find(|form| form.group.as_deref() == Some(group)),
            // Without a name it has to be clear which ones are meant.
            None => forms.next().filter(|_| forms.next().is_none()),
        }
    }

    /// What JavaScript is told. Secrets are not among it: they are not even here.
    pub fn view(&self) -> ReportView<'_> {
        ReportView {
            valid: self.is_valid(),
            problems: &self.problems,
            settings: self.forms.iter().map(Form::view).collect(),
        }
    }
}

/// A report as JavaScript is told.
#[derive(Serialize)]
pub struct ReportView<'a> {
    valid: bool,
    problems: &'a [Problem],
    settings: Vec<FormView<'a>>,
}
