//! Activities: four semicolon-separated lists, and the class that each activity is in.

use std::collections::HashMap;

use serde_json::Value;

use crate::problem::{Code, Problem};

crate::string_enum::string_enum! {
    /// How an agent's activity is counted.
    Class {
        /// "Performing administrative or non-contact tasks."
        Admin = "admin",
        /// "Logged in but not actively engaged in an interaction."
        Idle = "idle",
        /// "Unavailable to handle interactions."
        NotReady = "notReady",
        /// "Available to receive interactions."
        Ready = "ready",
        /// Not logged in: of no class.
        Offline = "offline",
        /// In no list.
        Unknown = "unknown",
    }
}

impl Class {
    /// The four that have a list, and the names of their fields.
    pub const LISTED: [(Class, &str); 4] = [
        (Class::Admin, "adminActivities"),
        (Class::Idle, "idleActivities"),
        (Class::NotReady, "notReadyActivities"),
        (Class::Ready, "readyActivities"),
    ];
}

/// Activities of agents who are not there: "Do not include the offline activities."
const OFFLINE: [&str; 6] = ["offline", "logged off", "logged out", "log out", "signed out", "not logged in"];
/// All lists together are at most so long, in bytes.
const MAX_LEN: usize = 8 * 1024 * 1024;
/// So many problems of one list are told one by one.
const MAX_TOLD: usize = 20;

/// The class of every listed activity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activities {
    /// As they are written, in order.
    lists: [Vec<String>; 4],
    classes: HashMap<String, Class>,
}

/// Letter case, spaces and the underscores of the client's names mean nothing.
fn key(activity: &str) -> String {
    activity.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_offline(key: &str) -> bool {
    OFFLINE.contains(&key)
}

impl Activities {
    /// Reads the four fields of a form.
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
            Value::String(text) if text.len() <= MAX_LEN => text,
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
        let mut told = Told { path, problems, count: 0 };
        let mut empty = false;
        for activity in text.split(';').map(str::trim) {
            let key = key(activity);
            if key.is_empty() {
                empty = true;
                continue;
            }
            if class == Class::NotReady && is_offline(&key) {
                told.tell(Problem::error, Code::NotAllowed, format!("{activity} is an offline activity, and those do not belong in the Not-ready list; leave it out."));
                continue;
            }
            match self.classes.get(&key) {
                None => {
                    self.classes.insert(key, class);
                    self.lists[at].push(activity.to_owned());
                }
                Some(known) if *known == class => {
                    told.tell(
                        Problem::warning,
                        Code::NotAllowed,
                        format!("{activity} is in the list twice; write it once."),
                    );
                }
                Some(known) => {
                    let (known, own) = (known.in_words(), class.in_words());
                    told.tell(Problem::error, Code::NotAllowed, format!("{activity} is in the {known} list already, so it cannot be in the {own} list; write it in one of them."));
                }
            }
        }
        if empty {
            let message = "There is nothing between two semicolons, or behind the last; leave such semicolons out.";
            told.problems.push(Problem::warning(path, Code::Empty, message));
        }
    }

    /// The class of an activity; one that is in no list may still be an offline one.
    ///
    /// ```
    /// use patchbay::settings::activities::{Activities, Class};
    /// let form = serde_json::json!({ "readyActivities": "On Queue" });
    /// let activities = Activities::read(&form, "", &mut Vec::new());
    /// assert_eq!(activities.class_of("ON_QUEUE"), Class::Ready);
    /// ```
    pub fn class_of(&self, activity: &str) -> Class {
        let key = key(activity);
        match self.classes.get(&key) {
            Some(class) => *class,
            None if is_offline(&key) => Class::Offline,
            None => Class::Unknown,
        }
    }

    /// The activities of a list, as they are written.
    pub fn list(&self, at: usize) -> &[String] {
        &self.lists[at]
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

struct Told<'a> {
    path: &'a str,
    problems: &'a mut Vec<Problem>,
    count: usize,
}

impl Told<'_> {
    /// A list that is wrong from end to end is told of as far as anybody reads.
    fn tell(&mut self, severity: fn(String, Code, String) -> Problem, code: Code, message: String) {
        self.count += 1;
        if self.count <= MAX_TOLD {
            self.problems.push(severity(self.path.to_owned(), code, message));
        } else if self.count == MAX_TOLD + 1 {
            let message = "There is more of this kind in the list; mend these first.".to_owned();
            self.problems.push(severity(self.path.to_owned(), code, message));
        }
    }
}
