//! Stores a session in the browser, so that a reload, a crash or a closed tab loses nothing.
//!
//! There are two stores. The tab's store survives a reload but not a closed tab, and holds everything. The lasting store is
//! shared by all tabs and holds only the logs that are unsaved or whose interaction is live; each is removed once it is saved
//! and over.

use std::convert::Infallible;
use std::rc::Rc;

use litemap::LiteMap;
use serde_json::Value;

use super::change::{Change, ListChange};
use super::{Context, Session};
use crate::json;
use crate::log::Log;
use crate::log::config::Config;
use crate::log::snapshot::{MAX_PIECES, MAX_SNAPSHOT_LIST_LEN, PIECE_LEN, piece_snapshot};
use crate::outbox::retry::RetryPolicy;
use crate::outbox::{RecordKind, SaveEvent};
use crate::problem::{Code, Problem};
use crate::salesforce::record::Role;

const POLICY: RetryPolicy = RetryPolicy::DEFAULT;

/// Milliseconds after which an interaction that another page followed counts as over, if no message about it arrives here.
const UNHEARD_TIMEOUT: f64 = 600_000.0;

/// The browser refused to read or write its storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageError;

/// A store of texts by key, like the browser's `Storage`.
pub trait KeyValueStore {
    /// The text of a key.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Stores a text under a key.
    ///
    /// # Errors
    ///
    /// When the store is full or forbidden.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Removes a key and its text.
    ///
    /// # Errors
    ///
    /// When the store is forbidden.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// The type of the stores of a session without storage: it has no values.
impl KeyValueStore for Infallible {
    fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
        match *self {}
    }

    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        match *self {}
    }

    fn remove(&self, _: &str) -> Result<(), StorageError> {
        match *self {}
    }
}

/// Reads and writes a session's stores.
#[derive(Debug)]
pub struct Persistence<S> {
    tab: Option<S>,
    lasting: Option<S>,
    root: String,
    /// Whether the last write failed, and that was reported.
    failed: bool,
    /// The logs in the lasting store that this page owns.
    lasting_ids: LiteMap<String, ()>,
    /// Logs of other pages in the lasting store, with their text when it was read. Their page may still be open.
    orphans: LiteMap<String, String>,
    /// Logs whose interaction this page has received no message about, and since when. The interaction may be live.
    unheard: LiteMap<String, f64>,
}

impl<S: KeyValueStore> Persistence<S> {
    /// Uses these stores for the sessions of this user.
    pub fn new(tab: Option<S>, lasting: Option<S>, user: Option<&str>) -> Persistence<S> {
        let root = user.map_or("patchbay".to_owned(), |user| format!("patchbay.{user}"));
        Persistence {
            tab,
            lasting,
            root,
            failed: false,
            lasting_ids: LiteMap::new(),
            orphans: LiteMap::new(),
            unheard: LiteMap::new(),
        }
    }

    fn key(&self, name: &str) -> String {
        format!("{}.{name}", self.root)
    }

    /// Reads the stored session, or makes a new one, with all logs. Unreadable data is kept under another key, so that nothing
    /// is lost.
    pub fn restore(&mut self, config: &Rc<Config>, context: &Context, problems: &mut Vec<Problem>) -> Session {
        let mut session = Session::default();
        if let Some(text) = self.read(Scope::Tab, "session", problems) {
            match Session::restore(&text) {
                Ok(restored) => session = restored,
                Err(problem) => self.quarantine("session", &text, problem, problems),
            }
        }
        session.logs.config = config.clone();
        for id in self.index(Scope::Tab, "logs", problems) {
            let name = format!("log.{id}");
            let Some(text) = self.read(Scope::Tab, &name, problems) else { continue };
            let pieces = Role::ALL.map(|role| self.read_pieces(&id, role, problems));
            let pieces = [&pieces[0][..], &pieces[1]];
            match Log::restore(&text, pieces, config.clone(), context.now + POLICY.resend_delay)
                .filter(|log| log.id == id)
            {
                Some(log) => session.logs.all.push(log),
                None => self.quarantine(&name, &text, unreadable_log(), problems),
            }
        }
        for id in self.index(Scope::Lasting, "unsaved", problems) {
            if session.log(&id).is_some() {
                self.lasting_ids.insert(id, ());
            } else if let Some(log) = self.find_orphan(&id, config, context, problems) {
                session.logs.all.push(log);
            }
        }
        session
    }

    fn read_pieces(&mut self, id: &str, role: Role, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut pieces = Vec::new();
        for at in 0..MAX_PIECES {
            match self.read(Scope::Tab, &piece_name(id, role, at), problems) {
                Some(piece) => pieces.push(piece),
                None => break,
            }
        }
        pieces
    }

    /// Reads a log that is only in the lasting store: its tab was closed, or is still open.
    fn find_orphan(
        &mut self,
        id: &str,
        config: &Rc<Config>,
        context: &Context,
        problems: &mut Vec<Problem>,
    ) -> Option<Log> {
        let name = format!("unsaved.{id}");
        let text = self.read(Scope::Lasting, &name, problems)?;
        let log = Log::restore(&text, [&[], &[]], config.clone(), context.now + POLICY.orphaned_after)
            .filter(|log| log.id == id);
        let Some(log) = log else {
            self.quarantine(&name, &text, unreadable_log(), problems);
            return None;
        };
        if log.is_settled() {
            self.lasting_ids.insert(id.to_owned(), ());
        } else {
            self.orphans.insert(id.to_owned(), text);
        }
        self.unheard.insert(id.to_owned(), context.now);
        Some(log)
    }

    /// Adopts orphaned logs whose save is due, and releases logs whose interaction has not been heard of for too long.
    pub fn adopt_orphaned(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        for id in &change.replaced {
            self.orphans.remove(id);
            self.unheard.remove(id);
        }
        self.adopt_due(session, change, context);
        self.unheard.retain(|id, since| {
            let log = session.logs.all.iter_mut().find(|log| log.id == *id);
            let unheard = session.interactions.iter().all(|interaction| interaction.id != *id);
            let Some(log) = log.filter(|_| unheard) else { return false };
            let over = log.is_settled() && context.now - *since > UNHEARD_TIMEOUT;
            if over {
                log.release();
                // A log whose end nobody told is closed; one that was declined is offered again.
                log.review(session.logs.saves, Some(SaveEvent::Removed), context.now);
                change.touch_log(id);
            }
            !over
        });
    }

    /// Adopts the logs of other pages that are due and unchanged in the lasting store. A log that is missing there was saved by
    /// its own page; one that changed is still being written by it, and is read again.
    fn adopt_due(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        let due = |id: &&String| {
            session
                .log(id)
                .is_some_and(|log| RecordKind::ALL.into_iter().any(|what| log.saves(what).is_due(context.now)))
        };
        let due: Vec<String> = self.orphans.keys().filter(due).cloned().collect();
        for id in due {
            let known = self.orphans.remove(&id);
            let text = self.read(Scope::Lasting, &format!("unsaved.{id}"), &mut change.problems);
            if text == known {
                self.lasting_ids.insert(id, ());
                continue;
            }
            session.logs.all.retain(|log| log.id != id);
            let config = session.logs.config.clone();
            session.logs.all.extend(self.find_orphan(&id, &config, context, &mut change.problems));
            match session.log(&id) {
                Some(log) => change.touch_with_lists(log),
                None => change.touch_log(&id),
            }
        }
    }

    /// Writes what this page stores differently from how it was read: logs of other pages, and the pieces of lists that were
    /// too long to be stored whole, which are numbered anew.
    pub fn persist_restored(&mut self, session: &Session, everything: &Change) -> Option<Problem> {
        let logs =
            everything.logs.iter().filter(|id| self.orphans.contains_key(*id) || self.lasting_ids.contains_key(*id));
        let lists = everything
            .lists
            .iter()
            .filter(|list| list.added.len() >= MAX_SNAPSHOT_LIST_LEN || self.unheard.contains_key(&list.id));
        let change = Change { logs: logs.cloned().collect(), lists: lists.cloned().collect(), ..Change::default() };
        if change.must_be_persisted() { self.persist(session, &change) } else { None }
    }

    /// Writes what changed. A failure is reported once; the session continues in memory.
    pub fn persist(&mut self, session: &Session, change: &Change) -> Option<Problem> {
        if self.tab.is_none() && self.lasting.is_none() {
            return None;
        }
        let mut written = Ok(());
        if change.agent || change.selection || change.reselected || change.in_front || !change.interactions.is_empty() {
            written = written.and(self.write(Scope::Tab, "session", &session.to_snapshot()));
        }
        for id in &change.replaced {
            written = written.and(self.remove_log(id));
        }
        for list in &change.lists {
            written = written.and(self.persist_pieces(session, list));
        }
        for id in change.logs.iter().chain(change.worked_on.iter().filter(|id| !change.logs.contains(id))) {
            written = written.and(self.persist_log(session, id, change.worked_on.contains(id)));
        }
        if !change.logs.is_empty() {
            let ids: Vec<&str> = session.logs().iter().map(|log| log.id.as_str()).collect();
            written = written.and(self.write(Scope::Tab, "logs", &json::write(&ids)));
        }
        if written.is_ok() {
            self.failed = false;
            return None;
        }
        self.report_failure()
    }

    /// Writes a log. Another page's log stays that page's until the agent edits it here.
    fn persist_log(&mut self, session: &Session, id: &str, worked_on: bool) -> Result<(), StorageError> {
        let Some(log) = session.log(id) else { return self.remove_log(id) };
        let text = log.to_snapshot();
        let written = self.write(Scope::Tab, &format!("log.{id}"), &text);
        if worked_on && self.orphans.remove(id).is_some() {
            self.lasting_ids.insert(id.to_owned(), ());
        }
        // A declined log may be saved by a later trigger, until its interaction is removed.
        if log.is_settled() && log.is_over() && !(log.is_declined() && session.interaction(id).is_some()) {
            written.and(self.confirm(id))
        } else if self.orphans.contains_key(id) && session.interaction(id).is_none() {
            written
        } else {
            self.orphans.remove(id);
            let known = self.lasting_ids.insert(id.to_owned(), ()).is_some();
            let lasting = self.write(Scope::Lasting, &format!("unsaved.{id}"), &text);
            written.and(lasting).and(if known { Ok(()) } else { self.change_index(id, true) })
        }
    }

    fn persist_pieces(&mut self, session: &Session, change: &ListChange) -> Result<(), StorageError> {
        let Some(log) = session.log(&change.id) else { return Ok(()) };
        let list = log.list(change.list);
        let mut pieces: LiteMap<usize, ()> = LiteMap::new();
        for index in change.added.iter().filter_map(|record| list.index(record.id)) {
            pieces.insert(index / PIECE_LEN, ());
        }
        let mut written = Ok(());
        for (piece, ()) in pieces {
            let (at, text) = piece_snapshot(list, piece * PIECE_LEN);
            written = written.and(self.write(Scope::Tab, &piece_name(&change.id, change.list, at), &text));
        }
        written
    }

    /// Removes a log from the lasting store: it is saved, and its interaction is over.
    fn confirm(&mut self, id: &str) -> Result<(), StorageError> {
        if self.lasting_ids.remove(id).is_none() {
            return Ok(());
        }
        self.remove(Scope::Lasting, &format!("unsaved.{id}")).and(self.change_index(id, false))
    }

    fn remove_log(&mut self, id: &str) -> Result<(), StorageError> {
        let mut removed = self.confirm(id).and(self.remove(Scope::Tab, &format!("log.{id}")));
        for role in Role::ALL {
            // Pieces are numbered without gaps; most lists have one.
            for name in (0..MAX_PIECES).map(|at| piece_name(id, role, at)) {
                if !self.contains(Scope::Tab, &name) {
                    break;
                }
                removed = removed.and(self.remove(Scope::Tab, &name));
            }
        }
        removed
    }

    /// Adds a log to the index of the lasting store, or removes it. The index is read each time, since other tabs write it too.
    fn change_index(&mut self, id: &str, is_unsaved: bool) -> Result<(), StorageError> {
        let mut ids = self.index(Scope::Lasting, "unsaved", &mut Vec::new());
        ids.retain(|known| known != id);
        if is_unsaved {
            ids.push(id.to_owned());
        }
        if ids.is_empty() {
            return self.remove(Scope::Lasting, "unsaved");
        }
        self.write(Scope::Lasting, "unsaved", &json::write(&ids))
    }

    fn index(&mut self, scope: Scope, name: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let Some(text) = self.read(scope, name, problems) else { return Vec::new() };
        let ids = json::parse(&text).ok();
        let ids = ids.as_ref().and_then(Value::as_array).into_iter().flatten();
        ids.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn store(&self, scope: Scope) -> Option<&S> {
        match scope {
            Scope::Tab => self.tab.as_ref(),
            Scope::Lasting => self.lasting.as_ref(),
        }
    }

    fn read(&mut self, scope: Scope, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let key = self.key(name);
        match self.store(scope)?.get(&key) {
            Ok(text) => text,
            Err(StorageError) => {
                problems.extend(self.report_failure());
                None
            }
        }
    }

    fn contains(&self, scope: Scope, name: &str) -> bool {
        self.store(scope).is_some_and(|store| matches!(store.get(&self.key(name)), Ok(Some(_))))
    }

    fn write(&self, scope: Scope, name: &str, text: &str) -> Result<(), StorageError> {
        self.store(scope).map_or(Ok(()), |store| store.set(&self.key(name), text))
    }

    fn remove(&self, scope: Scope, name: &str) -> Result<(), StorageError> {
        self.store(scope).map_or(Ok(()), |store| store.remove(&self.key(name)))
    }

    fn quarantine(&mut self, name: &str, text: &str, problem: Problem, problems: &mut Vec<Problem>) {
        problems.push(problem);
        let key = format!("{name}.unreadable");
        if self.write(Scope::Tab, &key, text).and(self.remove(Scope::Tab, name)).is_err() {
            problems.extend(self.report_failure());
        }
    }

    fn report_failure(&mut self) -> Option<Problem> {
        let message = "The browser's storage is full or forbidden, so the session is not stored; until that changes, a reload loses the state of live interactions and unsaved changes of their logs.";
        let first = !self.failed;
        self.failed = true;
        first.then(|| Problem::warning("", Code::StorageUnavailable, message))
    }
}

#[derive(Clone, Copy)]
enum Scope {
    Tab,
    Lasting,
}

fn piece_name(id: &str, role: Role, at: usize) -> String {
    format!("log.{id}.{}.{at}", role.as_str())
}

fn unreadable_log() -> Problem {
    let message = "A stored interaction log cannot be read; it is kept under another key.";
    Problem::warning("", Code::Type, message)
}
