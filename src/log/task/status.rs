//! The statuses that tasks have in an org. Orgs rename them, so no name of one stands in code. Source: "TaskStatus".

use serde_json::Value;

use crate::problem::{Code, Problem, Reason};

/// Maximum number of statuses that are read; no picklist has more values.
const MAX_STATUSES: usize = 1_000;
/// Maximum length of a status, in bytes.
const MAX_LEN: usize = 255;

/// The statuses in the order of the picklist, or nothing while they are not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statuses {
    known: Option<Vec<Status>>,
}

/// A status of tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Status {
    name: String,
    is_closed: bool,
    is_default: bool,
}

impl Statuses {
    /// Reads `[{name, isClosed, isDefault?}]`, sorted as `SortOrder` says, an untrusted value. What is wrong is left out and added to
    /// `problems`, with pointers below `path`.
    ///
    /// ```
    /// use patchbay::log::task::status::Statuses;
    /// let given = serde_json::json!([{ "name": "Offen", "isClosed": false }, { "name": "Erledigt", "isClosed": true }]);
    /// let statuses = Statuses::read(&given, "", &mut Vec::new());
    /// assert_eq!(statuses.first_closed(), Some("Erledigt"));
    /// ```
    pub fn read(given: &Value, path: &str, problems: &mut Vec<Problem>) -> Statuses {
        let given = match given {
            Value::Null => return Statuses::default(),
            Value::Array(given) if given.len() <= MAX_STATUSES => given,
            _ => {
                let message = "These are no statuses of tasks, so logs get none; give [{name, isClosed}].";
                problems.push(Problem::error(path, Code::Type, message));
                return Statuses::default();
            }
        };
        let mut known = Vec::new();
        for (at, status) in given.iter().enumerate() {
            match read_status(status) {
                Some(status) => known.push(status),
                None => {
                    let message = "This is no status of tasks and is left out; give {name, isClosed}.";
                    problems.push(Problem::warning(format!("{path}/{at}"), Code::Type, message));
                }
            }
        }
        let statuses = Statuses { known: Some(known) };
        if statuses.first_closed().is_none() {
            let message = "No status of tasks is closed, so logs stay open tasks; in Setup, under Object Manager, Task, Status, give a value that is closed.";
            problems.push(Problem::error(path, Code::Required, message).because(Reason::NoClosedStatus, Vec::new()));
        }
        statuses
    }

    /// Whether the statuses are known.
    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// The first status that closes a task.
    pub fn first_closed(&self) -> Option<&str> {
        self.all().find(|status| status.is_closed).map(|status| status.name.as_str())
    }

    /// The default status, if it closes a task.
    pub fn closed_default(&self) -> Option<&str> {
        let mut closed = self.all().filter(|status| status.is_closed);
        closed.find(|status| status.is_default).map(|status| status.name.as_str())
    }

    /// Whether a status closes a task; `None` when the org has no such status, or nobody knows.
    pub fn is_closed(&self, name: &str) -> Option<bool> {
        self.all().find(|status| status.name == name).map(|status| status.is_closed)
    }

    /// The names of the statuses that close a task, or of those that leave it open.
    pub fn named(&self, is_closed: bool) -> Vec<&str> {
        self.all().filter(|status| status.is_closed == is_closed).map(|status| status.name.as_str()).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Status> {
        self.known.iter().flatten()
    }
}

fn read_status(given: &Value) -> Option<Status> {
    let name = given.get("name")?.as_str().filter(|name| !name.is_empty() && name.len() <= MAX_LEN)?;
    let is_closed = given.get("isClosed")?.as_bool()?;
    Some(Status { name: name.to_owned(), is_closed, is_default: given["isDefault"] == true })
}
