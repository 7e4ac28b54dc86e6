//! Reads the stored session. What cannot be read is set aside under another key, so that nothing is lost, and told once. What is
//! stored too long is removed.

use std::rc::Rc;

use serde_json::Value;

use super::change::Change;
use super::claims::copy_name;
use super::persistence::{KeyValueStore, Persistence, Scope, log_name, piece_name};
use super::{Context, Session};
use crate::json;
use crate::log::Log;
use crate::log::config::Config;
use crate::log::snapshot::MAX_PIECES;
use crate::problem::{Code, Problem, Reason};
use crate::salesforce::record::Role;

impl<S: KeyValueStore> Persistence<S> {
    /// Reads the stored session, or makes a new one, with all logs. Unreadable data is kept under another key, so that nothing
    /// is lost. `saves` says whether the session saves.
    pub fn restore(&mut self, saves: bool, config: &Rc<Config>, context: &Context, change: &mut Change) -> Session {
        self.saves = saves;
        let problems = &mut change.problems;
        self.move_aside(problems);
        let mut session = Session::default();
        if let Some(text) = self.read(Scope::Tab, "session", problems) {
            match Session::restore(&text) {
                Ok(restored) => session = restored,
                Err(problem) => self.quarantine(Scope::Tab, "session", &text, problem, problems),
            }
        }
        session.logs.config = config.clone();
        session.logs.saves = saves;
        let due = self.resend_at(context);
        let mut expired = 0;
        let index = self.index(Scope::Tab, "logs", problems);
        let is_found = index.is_none();
        let ids = index.unwrap_or_else(|| self.likely_logs(&session, problems));
        for id in ids {
            let name = log_name(&id);
            let Some(text) = self.read(Scope::Tab, &name, problems) else { continue };
            let pieces = Role::ALL.map(|role| self.read_pieces(&id, role, problems));
            let log = restore_log(&text, [&pieces[0], &pieces[1]], config.clone(), due, problems);
            match log.filter(|log| log.id == id) {
                // An index that names it twice has it once.
                Some(_) if session.log(&id).is_some() => {}
                Some(log) if is_expired(&log, context) && session.interaction(&id).is_none() => {
                    expired += 1;
                    self.remove_from_tab(&id).ok();
                }
                Some(log) => {
                    session.logs.clock.observe(log.revision());
                    session.logs.all.push(log);
                }
                None => self.quarantine(Scope::Tab, &name, &text, unreadable_log(), problems),
            }
        }
        problems.extend(expired_logs(expired, config));
        if is_found {
            // The index is written again.
            session.logs.all.iter().for_each(|log| change.touch_log(&log.id));
        }
        self.join_pages(&mut session, change, context);
        for log in &mut session.logs.all {
            // One that cannot be read is missed by nobody but the reader of it.
            if let Some(text) = self.read_timeline(&log.id) {
                log.restore_timeline(&text);
            }
        }
        session
    }

    /// The logs that the tab may have stored, if the index of logs cannot be read.
    fn likely_logs(&mut self, session: &Session, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut ids: Vec<String> = session.interactions().iter().map(|interaction| interaction.id.clone()).collect();
        let kept = self.read(Scope::Tab, "kept", problems).and_then(|text| json::parse(&text).ok()).unwrap_or_default();
        ids.extend(kept["logs"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
        ids
    }

    fn read_pieces(&mut self, id: &str, role: Role, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut pieces = Vec::new();
        for at in 0..MAX_PIECES {
            // An earlier version named them otherwise, so that a log could have the name of another one's piece.
            let before = format!("log.{id}.{}.{at}", role.as_str());
            let piece = self.read(Scope::Tab, &piece_name(id, role, at), problems);
            match piece.or_else(|| self.read(Scope::Tab, &before, problems)) {
                Some(piece) => pieces.push(piece),
                None => break,
            }
        }
        pieces
    }

    /// Moves what is stored under other keys, unread.
    fn move_aside(&mut self, problems: &mut Vec<Problem>) {
        let page = self.page.clone();
        let kept = self.read(Scope::Tab, "kept", problems).and_then(|text| json::parse(&text).ok()).unwrap_or_default();
        let before = kept["page"].as_str().unwrap_or_default().to_owned();
        let mut names = Vec::new();
        if self.aside > 0 {
            names.push((Scope::Tab, "session".to_owned()));
            let ids = self.index(Scope::Tab, "logs", problems).unwrap_or_default();
            names.extend(ids.iter().map(|id| (Scope::Tab, log_name(id))));
        }
        if self.aside > 1 {
            for page in [page, before] {
                let claims = self.read_claims(&page, &[], problems);
                names.extend(claims.keys().map(|id| (Scope::Lasting, copy_name(&page, id))));
            }
        }
        for (scope, name) in names {
            if let Some(text) = self.read(scope, &name, problems) {
                self.quarantine(scope, &name, &text, set_aside(), problems);
            }
        }
        problems.dedup();
    }
}

/// Restores a log. Its edits are judged like an agent's.
pub(super) fn restore_log(
    text: &str,
    pieces: [&[String]; 2],
    config: Rc<Config>,
    due: f64,
    problems: &mut Vec<Problem>,
) -> Option<Log> {
    let mut log = Log::restore(text, pieces, config, due)?;
    log.retain_editable(problems);
    Some(log)
}

/// Whether a log has not changed for longer than logs are stored.
pub(super) fn is_expired(log: &Log, context: &Context) -> bool {
    context.now - log.changed_at() > log.config().storage.max_age
}

/// The problem of logs that were stored too long.
pub(super) fn expired_logs(count: usize, config: &Config) -> Option<Problem> {
    let days = json::short_number(config.storage.max_age / 86_400_000.0).to_string();
    let message =
        format!("{count} logs could not be saved for {days} days, and are stored no longer; find out why saves fail.");
    let values = vec![count.to_string(), days];
    (count > 0).then(|| Problem::error("", Code::NotSaved, message).because(Reason::LogsExpired, values))
}

pub(super) fn unreadable_log() -> Problem {
    let message = "A stored interaction log cannot be read; it is kept under another key.";
    Problem::warning("", Code::Type, message)
}

pub(super) fn unreadable_index() -> Problem {
    let message = "The list of stored interaction logs cannot be read; logs of interactions that are not followed any more may be missing.";
    Problem::warning("", Code::Type, message)
}

fn set_aside() -> Problem {
    let message = "The module crashed on what is stored, so it is set aside under other keys; its state is read from the messages that follow.";
    Problem::warning("", Code::ModuleRestarted, message)
}
