//! What is known of an org. Each fact may be missing: what is not known is not judged.

use serde_json::{Map, Value};

use crate::problem::{Code, Problem, pointer};

/// Maximum number of entries read of a list or an object; an org has 3,000 custom objects at most.
const MAX_ENTRIES: usize = 5_000;
/// Maximum length of a name, in bytes.
const MAX_LEN: usize = 255;

/// What somebody may do with a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FieldAccess {
    /// Whether it may be read.
    pub read: bool,
    /// Whether it may be filled in a new record.
    pub create: bool,
    /// Whether it may be changed.
    pub edit: bool,
}

/// What somebody may do with tasks; `None` where that is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskAccess {
    /// Whether they may be read.
    pub read: Option<bool>,
    /// Whether they may be created.
    pub create: Option<bool>,
    /// Whether they may be changed.
    pub edit: Option<bool>,
}

/// What was heard on the message channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// For how many seconds somebody has listened.
    pub seconds: u64,
    /// How many messages of each `type` there were.
    pub types: Vec<(String, u64)>,
}

/// The languages of an org's users, and those that Patchbay speaks there, as `de` or `de_AT`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// Languages of users.
    pub used: Vec<String>,
    /// Languages that Patchbay's labels are translated to; English is always there.
    pub translated: Vec<String>,
}

/// All facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// `permissionSets`: names of permission sets that the user has, or that the project holds.
    pub permission_sets: Option<Vec<String>>,
    /// `apexClasses`: whether the user may use a class, by its name.
    pub apex_classes: Option<Vec<(String, bool)>>,
    /// `tasks`: `{read, create, edit}`.
    pub tasks: Option<TaskAccess>,
    /// `taskFields`: `{read, create, edit}` by API name; false where there is no such field.
    pub task_fields: Option<Vec<(String, FieldAccess)>>,
    /// `taskTypes`: active values of the picklist Type of tasks.
    pub task_types: Option<Vec<String>>,
    /// `closedStatuses`: statuses of tasks that close a task.
    pub closed_statuses: Option<Vec<String>>,
    /// `relatedTo`: whether an object that the org wants in Related To allows activities, by API name.
    pub related_to: Option<Vec<(String, bool)>>,
    /// `channel`: whether the message channel is there.
    pub channel: Option<bool>,
    /// `events`: `{seconds, types: {Interaction: 12}}`.
    pub events: Option<Heard>,
    /// `extensions`: names of Apex classes that implement an extension point of the package.
    pub extensions: Option<Vec<String>>,
    /// `lightningWebSecurity`: whether it is on.
    pub web_security: Option<bool>,
    /// `languages`: `{used, translated}`.
    pub languages: Option<Languages>,
    /// `storage`: whether the browser stores.
    pub storage: Option<bool>,
}

impl Facts {
    /// Reads facts, an untrusted value. Adds a problem for each that is there and cannot be read.
    pub fn read(given: &Value, problems: &mut Vec<Problem>) -> Facts {
        let mut reader = Reader { problems };
        let empty = Map::new();
        let facts = match given {
            Value::Object(facts) => facts,
            _ => {
                reader.report("");
                &empty
            }
        };
        Facts {
            permission_sets: reader.fact(facts, "permissionSets", names),
            apex_classes: reader.fact(facts, "apexClasses", |value| entries(value, Value::as_bool)),
            tasks: reader.fact(facts, "tasks", |value| {
                let right = |name| value.get(name).and_then(Value::as_bool);
                value.is_object().then(|| TaskAccess {
                    read: right("read"),
                    create: right("create"),
                    edit: right("edit"),
                })
            }),
            task_fields: reader.fact(facts, "taskFields", |value| entries(value, field_access)),
            task_types: reader.fact(facts, "taskTypes", names),
            closed_statuses: reader.fact(facts, "closedStatuses", names),
            related_to: reader.fact(facts, "relatedTo", |value| entries(value, Value::as_bool)),
            channel: reader.fact(facts, "channel", Value::as_bool),
            events: reader.fact(facts, "events", |value| {
                Some(Heard {
                    seconds: value.get("seconds")?.as_u64()?,
                    types: entries(value.get("types")?, Value::as_u64)?,
                })
            }),
            extensions: reader.fact(facts, "extensions", names),
            web_security: reader.fact(facts, "lightningWebSecurity", Value::as_bool),
            languages: reader.fact(facts, "languages", |value| {
                Some(Languages { used: names(value.get("used")?)?, translated: names(value.get("translated")?)? })
            }),
            storage: reader.fact(facts, "storage", Value::as_bool),
        }
    }
}

struct Reader<'p> {
    problems: &'p mut Vec<Problem>,
}

impl Reader<'_> {
    /// A fact; `None` when it is not there or cannot be read, and the latter is reported.
    fn fact<T>(&mut self, facts: &Map<String, Value>, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let value = facts.get(name).filter(|value| !value.is_null())?;
        let fact = read(value);
        if fact.is_none() {
            self.report(&pointer("", name));
        }
        fact
    }

    fn report(&mut self, path: &str) {
        let message = "This is no fact that preflight reads, so it counts as unknown; see PreflightFacts.";
        self.problems.push(Problem::warning(path, Code::Type, message));
    }
}

fn name(value: &Value) -> Option<String> {
    let name = value.as_str()?.trim();
    (!name.is_empty() && name.len() <= MAX_LEN).then(|| name.to_owned())
}

/// The names in a list; what is no name is passed over.
fn names(value: &Value) -> Option<Vec<String>> {
    Some(value.as_array()?.iter().take(MAX_ENTRIES).filter_map(name).collect())
}

/// The entries of an object whose value is known.
fn entries<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<(String, T)>> {
    let entries = value.as_object()?.iter().take(MAX_ENTRIES);
    Some(
        entries
            .filter(|(name, _)| name.len() <= MAX_LEN)
            .filter_map(|(name, value)| Some((name.clone(), read(value)?)))
            .collect(),
    )
}

fn field_access(value: &Value) -> Option<FieldAccess> {
    if value == &Value::Bool(false) {
        return Some(FieldAccess::default());
    }
    let right = |name| value.get(name).and_then(Value::as_bool);
    Some(FieldAccess { read: right("read")?, create: right("create")?, edit: right("edit")? })
}
