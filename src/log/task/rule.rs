//! What the org decides of the status and the subtype of its logs, of all or of some types and directions of interactions.

use serde_json::{Map, Value};

use super::Subtype;
use super::status::Statuses;
use crate::closest_match::{Match, closest_match};
use crate::interaction::Kind;
use crate::interaction::call_type::CallType;
use crate::interaction::phase::Phase;
use crate::interaction::scope::Scope;
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;

crate::string_enum::string_enum! {
    /// When a log is closed.
    CloseWhen {
        /// When the interaction is disconnected.
        Disconnected = "disconnected",
        /// When the interaction is wrapped up.
        WrappedUp = "wrappedUp",
    }
}

/// A decision about logs.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The interactions that it is for.
    pub(super) scope: Scope,
    /// The status while the interaction is live; `None` leaves it to the org's default.
    pub(super) open_status: Option<String>,
    /// The status once the log is closed; `None` is the first closed one of the org.
    closed_status: Option<String>,
    close_when: CloseWhen,
    /// The subtype of the task; `None` is the one that the type of interaction has.
    pub subtype: Option<Subtype>,
}

impl Default for Rule {
    fn default() -> Rule {
        Rule {
            scope: Scope::default(),
            open_status: None,
            closed_status: None,
            close_when: CloseWhen::Disconnected,
            subtype: None,
        }
    }
}

impl Rule {
    /// Whether it is for interactions of this type and direction.
    pub fn is_for(&self, kind: Kind, direction: CallType) -> bool {
        self.scope.is_for(kind, direction)
    }

    /// Whether the log is closed when its interaction is in this phase.
    pub fn is_closed_in(&self, phase: Phase) -> bool {
        match self.close_when {
            CloseWhen::Disconnected => phase.is_over(),
            CloseWhen::WrappedUp => phase.is_done(),
        }
    }

    /// The status of the log when its interaction is in this phase; `None` leaves it to the org. The org is known to have the
    /// status.
    pub fn status<'a>(&'a self, phase: Phase, statuses: &'a Statuses) -> Option<&'a str> {
        let known = |name: &'a Option<String>, is_closed| {
            name.as_deref().filter(|name| statuses.is_closed(name) == Some(is_closed))
        };
        let closed = known(&self.closed_status, true).or_else(|| statuses.first_closed());
        closed.filter(|_| self.is_closed_in(phase)).or_else(|| known(&self.open_status, false))
    }

    /// Reads `{openStatus, closedStatus, closeWhen, subtype}`, an untrusted value. Wrong parts are left out and added to `problems`,
    /// with pointers below `path`.
    pub(super) fn read(
        given: &Map<String, Value>,
        statuses: &Statuses,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> Rule {
        let mut status = |name, is_closed| {
            let given = given.get(name).filter(|given| !given.is_null())?;
            read_status(given, is_closed, statuses, &format!("{path}/{name}"), problems)
        };
        let (open_status, closed_status) = (status("openStatus", false), status("closedStatus", true));
        let close_when = read_choice(
            given.get("closeWhen"),
            "There is no such choice, so logs are closed when the interaction is disconnected; write disconnected or wrappedUp.",
            &format!("{path}/closeWhen"),
            problems,
        );
        let subtype = read_choice(
            given.get("subtype"),
            "There is no such subtype, so the type of interaction decides it; write Call, Email or Task.",
            &format!("{path}/subtype"),
            problems,
        );
        let close_when = close_when.unwrap_or(CloseWhen::Disconnected);
        Rule { scope: Scope::default(), open_status, closed_status, close_when, subtype }
    }
}

fn read_choice<T: StringEnum>(
    given: Option<&Value>,
    message: &str,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let given = given.filter(|given| !given.is_null())?;
    let at = T::NAMES.iter().position(|name| given == name);
    if at.is_none() {
        problems.push(Problem::warning(path, Code::UnknownValue, message));
    }
    at.map(|at| T::ALL[at])
}

fn read_status(
    given: &Value,
    is_closed: bool,
    statuses: &Statuses,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let instead = if is_closed { "logs that end get the first closed one" } else { "live logs have the default one" };
    let Some(name) = given.as_str().map(str::trim).filter(|name| !name.is_empty()) else {
        let message = format!("This is no status, so {instead}; give its API name as text.");
        problems.push(Problem::error(path, Code::Type, message));
        return None;
    };
    if !statuses.is_known() {
        return Some(name.to_owned());
    }
    let known = statuses.named(is_closed);
    let (code, message) = match closest_match(&known, name) {
        Match::Exact(_) => return Some(name.to_owned()),
        Match::LetterCase(at) => {
            let message = format!("Only letter case differs from a status of your organisation; write {}.", known[at]);
            problems.push(Problem::warning(path, Code::LetterCase, message));
            return Some(known[at].to_owned());
        }
        _ if statuses.is_closed(name).is_some() => {
            let (is, wanted) =
                if is_closed { ("leaves a task open", "a closed") } else { ("closes a task", "an open") };
            (Code::NotAllowed, format!("{name} {is}, so {instead}; give {wanted} one."))
        }
        Match::Near(at) => (Code::UnknownValue, format!("Tasks have no status {name}; write {}.", known[at])),
        Match::Unknown => {
            let known = known.join(", ");
            (Code::UnknownValue, format!("Tasks have no status {name}, so {instead}; write one of {known}."))
        }
    };
    problems.push(Problem::error(path, code, message));
    None
}
