//! Agent activities: four semicolon-separated lists, and the class that each activity is in.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::problem::{Code, Problem};

crate::string_enum::string_enum! {
    /// The class that an agent's activity counts in.
    #[cfg_attr(feature = "typescript", ts(rename = "ActivityClass"))]
    Class {
        /// "Performing administrative or non-contact tasks."
        Admin = "admin",
        /// "Logged in but not actively engaged in an interaction."
        Idle = "idle",
        /// "Unavailable to handle interactions."
        NotReady = "notReady",
        /// "Available to receive interactions."
        Ready = "ready",
        /// The agent is not logged in.
        Offline = "offline",
        /// The activity is in no list.
        Unknown = "unknown",
    }
}

impl Class {
    /// The classes that have a list, each with the field that holds it.
    pub const LISTED: [(Class, &str); 4] = [
        (Class::Admin, "adminActivities"),
        (Class::Idle, "idleActivities"),
        (Class::NotReady, "notReadyActivities"),
        (Class::Ready, "readyActivities"),
    ];
}

/// Activities of agents who are not logged in: "Do not include the offline activities."
const OFFLINE: [&str; 6] = ["offline", "logged off", "logged out", "log out", "signed out", "not logged in"];
/// Whether words name an offline activity in another way than the six: `Signed off`, `Offline (system)`, `Log-off`.
fn looks_offline(name: &str) -> bool {
    let words: Vec<&str> =
        name.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is = |word: &str, names: &[&str]| names.contains(&word);
    let single =
        ["offline", "logout", "logoff", "signout", "signoff", "loggedout", "loggedoff", "signedout", "signedoff"];
    let begin = ["log", "logged", "logging", "sign", "signed", "signing"];
    words.iter().any(|word| is(word, &single))
        || words.windows(2).any(|pair| is(pair[0], &begin) && is(pair[1], &["out", "off"]))
        || words
            .windows(3)
            .any(|three| three[0] == "not" && is(three[1], &["logged", "signed"]) && is(three[2], &["in", "on"]))
}

/// Maximum length of one list, in bytes.
const MAX_LIST_LEN: usize = 8 * 1024 * 1024;
/// Maximum number of problems reported of one list.
const MAX_REPORTED: usize = 20;

/// The activities of one form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activities {
    /// The lists of [`Class::LISTED`], with the activities as they were written.
    lists: [Vec<String>; 4],
    /// Classes by normalised name.
    classes: BTreeMap<String, Class>,
}

/// An activity's name without what means nothing in it: letter case, extra spaces, the underscores of the client's names.
fn normalise(activity: &str) -> String {
    activity.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_offline(name: &str) -> bool {
    OFFLINE.contains(&name)
}

impl Activities {
    /// Reads the four lists of a form, an untrusted value. Adds what is wrong to `problems`, with pointers below `path`.
    pub fn read(form: &Value, path: &str, problems: &mut Vec<Problem>) -> Activities {
        let mut activities = Activities::default();
        for (at, (class, field)) in Class::LISTED.into_iter().enumerate() {
            activities.read_list(at, class, &form[field], &format!("{path}/{field}"), problems);
        }
        activities
    }

    fn read_list(&mut self, at: usize, class: Class, value: &Value, path: &str, problems: &mut Vec<Problem>) {
        let text = match value {
            Value::Null => return,
            Value::String(text) if text.trim().is_empty() => return,
            Value::String(text) if text.len() <= MAX_LIST_LEN => text,
            Value::String(_) => {
                problems.push(Problem::error(
                    path,
                    Code::TooLong,
                    "The list is longer than 8 MiB; write fewer activities.",
                ));
                return;
            }
            _ => {
                let message = "The list is no text; write activities with semicolons between them: Ready; On call.";
                problems.push(Problem::error(path, Code::Type, message));
                return;
            }
        };
        let mut reporter = ListReporter { path, problems, count: 0 };
        let mut empty = false;
        for activity in text.split(';').map(str::trim) {
            let name = normalise(activity);
            if name.is_empty() {
                empty = true;
                continue;
            }
            if class == Class::NotReady && is_offline(&name) {
                reporter.report(Problem::error, Code::NotAllowed, format!("{activity} is an offline activity, and those do not belong in the Not-ready list; leave it out."));
                continue;
            }
            if class == Class::NotReady && looks_offline(&name) {
                reporter.report(Problem::warning, Code::NotAllowed, format!("{activity} looks like an offline activity, and those do not belong in the Not-ready list; leave it out if it is one."));
            }
            match self.classes.get(&name) {
                None => {
                    self.classes.insert(name, class);
                    self.lists[at].push(activity.to_owned());
                }
                Some(known) if *known == class => {
                    reporter.report(
                        Problem::warning,
                        Code::NotAllowed,
                        format!("{activity} is in the list twice; write it once."),
                    );
                }
                Some(known) => {
                    let (known, own) = (known.in_words(), class.in_words());
                    reporter.report(Problem::error, Code::NotAllowed, format!("{activity} is in the {known} list already, so it cannot be in the {own} list; write it in one of them."));
                }
            }
        }
        if text.contains([',', '|', '\n']) {
            let sign = if text.contains(';') { "also " } else { "" };
            let message = format!(
                "Activities are separated by semicolons, and {sign}other signs are in this list; write a semicolon between two activities."
            );
            reporter.problems.push(Problem::warning(path, Code::UnknownValue, message));
        }
        if empty {
            let message = "There is nothing between two semicolons, or behind the last; leave such semicolons out.";
            reporter.problems.push(Problem::warning(path, Code::Empty, message));
        }
    }

    /// The class of an activity. An activity that is in no list is offline or unknown, by its name.
    ///
    /// ```
    /// use patchbay::settings::activities::{Activities, Class};
    /// let form = serde_json::json!({ "readyActivities": "On Queue" });
    /// let activities = Activities::read(&form, "", &mut Vec::new());
    /// assert_eq!(activities.class_of("ON_QUEUE"), Class::Ready);
    /// ```
    pub fn class_of(&self, activity: &str) -> Class {
        let name = normalise(activity);
        match self.classes.get(&name) {
            Some(class) => *class,
            None if is_offline(&name) => Class::Offline,
            None => Class::Unknown,
        }
    }

    /// The lists of [`Class::LISTED`], with the activities as they were written.
    pub fn lists(&self) -> &[Vec<String>; 4] {
        &self.lists
    }
}

impl Class {
    const fn in_words(self) -> &'static str {
        match self {
            Class::Admin => "Admin",
            Class::Idle => "Idle",
            Class::NotReady => "Not-ready",
            Class::Ready => "Ready",
            Class::Offline => "offline",
            Class::Unknown => "unknown",
        }
    }
}

/// Adds the problems of one list, up to [`MAX_REPORTED`]: nobody reads more of them.
struct ListReporter<'a> {
    path: &'a str,
    problems: &'a mut Vec<Problem>,
    count: usize,
}

impl ListReporter<'_> {
    fn report(&mut self, severity: fn(String, Code, String) -> Problem, code: Code, message: String) {
        self.count += 1;
        if self.count <= MAX_REPORTED {
            self.problems.push(severity(self.path.to_owned(), code, message));
        } else if self.count == MAX_REPORTED + 1 {
            let message = "There is more of this kind in the list; mend these first.".to_owned();
            self.problems.push(severity(self.path.to_owned(), code, message));
        }
    }
}
