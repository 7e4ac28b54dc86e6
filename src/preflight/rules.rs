//! From the facts to the findings. Where a fact is not known, only that is said.

use super::facts::{Facts, FieldAccess, Heard, Languages, TaskAccess};
use super::finding::{Code, Finding};
use crate::log::fields::{Field, TaskType};
use crate::salesforce::task;
use crate::string_enum::StringEnum;

/// The permission set of agents.
const AGENT_SET: &str = "Patchbay_Agent";
/// The Apex classes that components call.
pub const CLASSES: [&str; 4] =
    ["PatchbayConfiguration", "PatchbayInteractionLog", "PatchbayRecordMatch", "PatchbayTaskStatus"];
/// What is to be allowed with tasks.
const RIGHTS: [&str; 3] = ["read", "create", "edit"];
/// Fields that field-level security can guard; of the others permission sets say nothing.
const GUARDED: [&str; 5] = ["ActivityDate", "Description", "Type", "WhatId", "WhoId"];
/// The `type` of events that the client publishes once it is set up.
const EVENT_TYPES: [&str; 3] = ["Interaction", "UserAction", "Notification"];
/// What components publish themselves begins with it.
const OWN_PREFIX: &str = "purecloud.";
/// After so many seconds silence says something.
pub(super) const LISTENED: u64 = 60;
/// The language of the labels themselves.
const ENGLISH: &str = "en";

/// All findings, in the order of the checks.
pub fn judge(facts: &Facts) -> Vec<Finding> {
    let mut findings = vec![permission_set(facts), apex(facts), tasks(facts.tasks)];
    task_fields(facts, &mut findings);
    findings.extend([
        task_types(facts),
        closed_status(facts),
        related_to(facts),
        flag(facts.channel, [Code::ChannelThere, Code::ChannelMissing, Code::ChannelUnknown]),
        client_events(facts.events.as_ref()),
        extension(facts),
        flag(facts.web_security, [Code::WebSecurityOn, Code::WebSecurityOff, Code::WebSecurityUnknown]),
        translations(facts.languages.as_ref()),
        flag(facts.storage, [Code::StorageAllowed, Code::StorageForbidden, Code::StorageUnknown]),
    ]);
    findings
}

fn bare(code: Code) -> Finding {
    Finding::new(code, Vec::new())
}

fn flag(fact: Option<bool>, [yes, no, unknown]: [Code; 3]) -> Finding {
    bare(fact.map_or(unknown, |fact| if fact { yes } else { no }))
}

/// Those of the names that are to be told. One function for all lists: each of its own would cost bytes.
fn those(names: &[&str], is_told: &dyn Fn(&str) -> bool) -> Vec<String> {
    names.iter().filter(|name| is_told(name)).map(|name| (*name).to_owned()).collect()
}

/// The value under a name, without regard to case, as Salesforce reads names.
fn get<T: Copy>(entries: &[(String, T)], name: &str) -> Option<T> {
    entries.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

fn holds(names: &[String], name: &str) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

fn permission_set(facts: &Facts) -> Finding {
    // A package puts its namespace before the name.
    let is_agent = |name: &String| name.rsplit("__").next().is_some_and(|name| name.eq_ignore_ascii_case(AGENT_SET));
    let given = facts.permission_sets.as_ref().map(|sets| sets.iter().any(is_agent));
    flag(given, [Code::PermissionSetGiven, Code::PermissionSetMissing, Code::PermissionSetUnknown])
}

fn apex(facts: &Facts) -> Finding {
    let Some(classes) = &facts.apex_classes else { return bare(Code::ApexUnknown) };
    let refused = those(&CLASSES, &|class| get(classes, class) == Some(false));
    if !refused.is_empty() {
        return Finding::new(Code::ApexRefused, refused);
    }
    let known = CLASSES.iter().all(|class| get(classes, class).is_some());
    bare(if known { Code::ApexAllowed } else { Code::ApexUnknown })
}

fn tasks(access: Option<TaskAccess>) -> Finding {
    let TaskAccess { read, create, edit } = access.unwrap_or_default();
    let right = |name: &str| match name {
        "read" => read,
        "create" => create,
        _ => edit,
    };
    let refused = those(&RIGHTS, &|name| right(name) == Some(false));
    match () {
        () if !refused.is_empty() => Finding::new(Code::TasksRefused, refused),
        () if RIGHTS.iter().all(|name| right(name) == Some(true)) => bare(Code::TasksAllowed),
        () => bare(Code::TasksUnknown),
    }
}

fn task_fields(facts: &Facts, findings: &mut Vec<Finding>) {
    let fields = facts.task_fields.as_deref().unwrap_or_default();
    let before = findings.len();
    let is_insert_only = |name: &str| task::INSERT_ONLY.contains(&name);
    let may_write = |name: &str| {
        get(fields, name).map(|FieldAccess { read, create, edit }| read && create && (edit || is_insert_only(name)))
    };
    let key = Field::CallObject.as_str();
    if may_write(key) == Some(false) {
        findings.push(bare(Code::KeyFieldRefused));
    }
    let is_refused = |name: &str| name != key && may_write(name) == Some(false);
    let refused = those(Field::NAMES, &is_refused);
    if !refused.is_empty() {
        findings.push(Finding::new(Code::FieldsRefused, refused));
    }
    let unknown = those(&GUARDED, &|name| may_write(name).is_none());
    if findings.len() == before {
        let known = unknown.is_empty();
        findings.push(Finding::new(if known { Code::FieldsAllowed } else { Code::FieldsUnknown }, unknown));
    }
}

fn task_types(facts: &Facts) -> Finding {
    let Some(types) = &facts.task_types else { return bare(Code::TypesUnknown) };
    let missing = those(TaskType::NAMES, &|name| !holds(types, name));
    let code = if missing.is_empty() { Code::TypesThere } else { Code::TypesMissing };
    Finding::new(code, missing)
}

fn closed_status(facts: &Facts) -> Finding {
    match &facts.closed_statuses {
        None => bare(Code::ClosedStatusUnknown),
        Some(closed) if closed.is_empty() => bare(Code::ClosedStatusMissing),
        Some(closed) => Finding::new(Code::ClosedStatusThere, closed.clone()),
    }
}

fn related_to(facts: &Facts) -> Finding {
    let objects = facts.related_to.as_deref().unwrap_or_default();
    let named = |allowed: bool| -> Vec<String> {
        objects.iter().filter(|(_, is)| *is == allowed).map(|(name, _)| name.clone()).collect()
    };
    let off = named(false);
    match () {
        () if objects.is_empty() => bare(Code::ActivitiesUnknown),
        () if off.is_empty() => Finding::new(Code::ActivitiesAllowed, named(true)),
        () => Finding::new(Code::ActivitiesOff, off),
    }
}

fn client_events(heard: Option<&Heard>) -> Finding {
    let Some(Heard { seconds, types }) = heard else { return bare(Code::EventsUnknown) };
    let is_of_client = |(name, count): &&(String, u64)| {
        *count > 0 && !name.get(..OWN_PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(OWN_PREFIX))
    };
    // Some senders write `UserActions`.
    let is_heard = |expected: &str| {
        let is_it = |name: &str| name.strip_suffix(['s', 'S']).unwrap_or(name).eq_ignore_ascii_case(expected);
        types.iter().filter(is_of_client).any(|(name, _)| is_it(name))
    };
    let missing = those(&EVENT_TYPES, &|name| !is_heard(name));
    match () {
        () if missing.is_empty() => Finding::new(Code::EventsHeard, those(&EVENT_TYPES, &|_| true)),
        () if *seconds < LISTENED => Finding::new(Code::EventsListening, missing),
        () if !types.iter().any(|entry| is_of_client(&entry)) => {
            Finding::new(Code::EventsNone, vec![seconds.to_string()])
        }
        () => Finding::new(Code::EventsPartly, missing),
    }
}

fn extension(facts: &Facts) -> Finding {
    let Some(classes) = &facts.extensions else { return bare(Code::ExtensionUnknown) };
    let code = match classes.len() {
        0 => Code::ExtensionNone,
        1 => Code::ExtensionThere,
        _ => Code::ExtensionSeveral,
    };
    Finding::new(code, classes.clone())
}

fn translations(languages: Option<&Languages>) -> Finding {
    let Some(Languages { used, translated }) = languages.filter(|known| !known.used.is_empty()) else {
        return bare(Code::TranslationsUnknown);
    };
    // `de_AT` falls back to `de`.
    fn general(language: &str) -> &str {
        language.split(['_', '-']).next().unwrap_or_default()
    }
    let is_there = |language: &str| {
        let own = general(language);
        own.eq_ignore_ascii_case(ENGLISH) || translated.iter().any(|other| general(other).eq_ignore_ascii_case(own))
    };
    let missing: Vec<String> = used.iter().filter(|language| !is_there(language)).cloned().collect();
    let code = if missing.is_empty() { Code::TranslationsThere } else { Code::TranslationsMissing };
    Finding::new(code, missing)
}
