//! Rules between forms: the order of configuration, and the names of groups.

use super::form::{Form, Kind};
use crate::problem::{Code, Problem};

/// Checks forms that are given in the order in which they are configured, and adds what is wrong to `problems`.
///
/// Source: "Integration settings": "You must configure the historical data integration before you can configure the real-time integration. … All other
/// types of integrations … can be configured in any order." — "You must provide the name when adding multiple integrations
/// for the same platform and operation. You can skip it if there is only one integration. The name of the group must be
/// distinct for each integration and integration type."
pub fn check(forms: &[Form], problems: &mut Vec<Problem>) {
    for (at, form) in forms.iter().enumerate() {
        check_order(forms, at, problems);
        match &form.group {
            None => check_group_missing(forms, at, problems),
            Some(group) => {
                let alike = |other: &Form| other.platform == form.platform && other.group == form.group;
                if let Some(first) = forms[..at].iter().rposition(alike) {
                    let message = format!(
                        "Setting {} is of the group {group} already; write another name, distinct for each setting.",
                        first + 1
                    );
                    problems.push(Problem::error(format!("/{at}/group"), Code::NotAllowed, message));
                }
            }
        }
    }
}

fn check_order(forms: &[Form], at: usize, problems: &mut Vec<Problem>) {
    let form = &forms[at];
    if form.kind != Some(Kind::Realtime) {
        return;
    }
    let historical = |other: &Form| other.is_historical() && other.platform == form.platform;
    if forms[..at].iter().any(historical) {
        let relies_on_none = form.enabled && !forms[..at].iter().any(|other| historical(other) && other.enabled);
        if relies_on_none {
            let message = "The historical settings in front of this are switched off, and real-time ones rely on their data; switch them on, or this off.";
            problems.push(Problem::warning(format!("/{at}/kind"), Code::NotAllowed, message));
        }
        return;
    }
    let message = if forms[at..].iter().any(historical) {
        "Historical settings have to be configured before real-time ones; put them in front of this."
    } else {
        "Real-time settings need historical ones, which are configured first; add them in front of this."
    };
    problems.push(Problem::error(format!("/{at}/kind"), Code::NotAllowed, message));
}

fn check_group_missing(forms: &[Form], at: usize, problems: &mut Vec<Problem>) {
    let form = &forms[at];
    let alike = |other: &&Form| other.kind == form.kind && other.platform == form.platform;
    // What operation an integration of another kind is for is not known, so several may be alone in theirs.
    let operation_is_known = matches!(form.kind, Some(Kind::Historical | Kind::Realtime));
    if operation_is_known && forms.iter().filter(alike).nth(1).is_some() {
        let message = "There are several settings of this platform and operation, so each needs a group; write a name.";
        problems.push(Problem::error(format!("/{at}/group"), Code::Required, message));
    }
}
