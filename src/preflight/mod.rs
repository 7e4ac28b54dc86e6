//! Preflight: what in an org would keep Patchbay from working, judged by facts that a page or a program gathered.
//!
//! - [`check`]: what is checked, and how a check may end.
//! - [`facts`]: what is known of the org; whatever is not known is left out.
//! - [`finding`]: every way in which a check may end, with its sentence.
//! - [`rules`]: from the facts to the findings.

pub mod check;
pub mod facts;
pub mod finding;
pub mod rules;

use serde::Serialize;
use serde_json::Value;

use crate::problem::Problem;
use check::Status;
use facts::Facts;
use finding::Finding;

/// What came of the checks, in the order of [`check::Check`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PreflightReport"))]
pub struct Report {
    /// Whether no finding is an error.
    valid: bool,
    /// Facts that could not be read; each counts as unknown.
    problems: Vec<Problem>,
    /// At least one for each check.
    findings: Vec<Finding>,
    /// For how many more seconds to listen to the client: until then silence says nothing.
    #[serde(rename = "listenFor")]
    listen_for: u64,
}

impl Report {
    /// Judges facts, an untrusted value. A fact that is missing, null or of another kind is unknown.
    ///
    /// ```
    /// use patchbay::preflight::Report;
    /// let report = Report::read(&serde_json::json!({ "closedStatuses": [] }));
    /// assert!(!report.is_valid());
    /// let finding = report.findings().iter().find(|finding| finding.code.as_str() == "closed-status-missing").unwrap();
    /// assert_eq!(finding.status.as_str(), "error");
    /// ```
    pub fn read(facts: &Value) -> Report {
        let mut problems = Vec::new();
        let facts = Facts::read(facts, &mut problems);
        let findings = rules::judge(&facts);
        let valid = findings.iter().all(|finding| finding.status != Status::Error);
        let listened = facts.events.as_ref().map_or(0, |heard| heard.seconds);
        let listen_for = rules::LISTENED.saturating_sub(listened);
        Report { valid, problems, findings, listen_for }
    }

    /// Whether no finding is an error.
    pub fn is_valid(&self) -> bool {
        self.valid
    }

    /// For how many more seconds to listen to the client.
    pub fn listen_for(&self) -> u64 {
        self.listen_for
    }

    /// What came of the checks.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Facts that could not be read.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}
