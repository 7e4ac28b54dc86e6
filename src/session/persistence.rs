//! Where a session is kept, so that a reload, a crash or a closed tab loses nothing.
//!
//! Two stores: the tab's, which a reload leaves and a closed tab takes away, has everything; the lasting one has only the
//! logs that are not saved yet, or whose interaction is not over, and loses each of them the moment both is so.

use std::convert::Infallible;
use std::rc::Rc;

use litemap::LiteMap;
use serde_json::Value;

use super::change::{Change, ListChange};
use super::{Context, Session};
use crate::log::Log;
use crate::log::config::Config;
use crate::log::snapshot::{MAX_PIECES, MAX_SNAPSHOT_LIST_LEN, PIECE_LEN, piece_snapshot};
use crate::outbox::RecordKind;
use crate::outbox::retry::RetryPolicy;
use crate::problem::{Code, Problem};
use crate::salesforce::record::Role;

const POLICY: RetryPolicy = RetryPolicy::DEFAULT;

/// Milliseconds after which an interaction that another page knew, and of which nothing is heard here, counts as over.
const UNHEARD_OF_TIMEOUT: f64 = 600_000.0;

/// The browser does not let anything be stored, or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageError;

/// A place for texts, as the browser's `Storage` is.
pub trait KeyValueStore {
    /// The text at a place.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn get(&self, place: &str) -> Result<Option<String>, StorageError>;
    /// Puts a text at a place.
    ///
    /// # Errors
    ///
    /// When the store is full or forbidden.
    fn set(&self, place: &str, text: &str) -> Result<(), StorageError>;
    /// Empties a place.
    ///
    /// # Errors
    ///
    /// When the store is forbidden.
    fn remove(&self, place: &str) -> Result<(), StorageError>;
}

/// The store of a session that has none.
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

/// Keeps a session in its stores.
#[derive(Debug)]
pub struct Persistence<S> {
    tab: Option<S>,
    lasting: Option<S>,
    root: String,
    /// It was told already that storage does not work.
    failed: bool,
    /// Logs in the lasting store, as far as they are this page's.
    lasting_ids: LiteMap<String, ()>,
    /// Logs that another page has left in the lasting store, as they were found: it may be there still.
    found: LiteMap<String, String>,
    /// Logs of interactions that this page has not heard of, and since when: they may be live.
    unheard_of: LiteMap<String, f64>,
}

impl<S: KeyValueStore> Persistence<S> {
    /// Keeps in these stores what belongs to this user.
    pub fn new(tab: Option<S>, lasting: Option<S>, user: Option<&str>) -> Persistence<S> {
        let root = user.map_or("patchbay".to_owned(), |user| format!("patchbay.{user}"));
        Persistence {
            tab,
            lasting,
            root,
            failed: false,
            lasting_ids: LiteMap::new(),
            found: LiteMap::new(),
            unheard_of: LiteMap::new(),
        }
    }

    fn place(&self, name: &str) -> String {
        format!("{}.{name}", self.root)
    }

    /// The session that was kept, or a new one, and all logs. What cannot be read is set aside, so that nothing is lost.
    pub fn restore(&mut self, config: &Rc<Config>, context: &Context, problems: &mut Vec<Problem>) -> Session {
        let mut session = Session::default();
        if let Some(text) = self.read(Which::Tab, "session", problems) {
            match Session::restore(&text) {
                Ok(restored) => session = restored,
                Err(problem) => self.set_aside("session", &text, problem, problems),
            }
        }
        session.logs.config = config.clone();
        for id in self.index(Which::Tab, "logs", problems) {
            let name = format!("log.{id}");
            let Some(text) = self.read(Which::Tab, &name, problems) else { continue };
            let pieces = Role::ALL.map(|role| self.read_pieces(&id, role, problems));
            let pieces = [&pieces[0][..], &pieces[1]];
            match Log::restore(&text, pieces, config.clone(), context.now + POLICY.resend_delay)
                .filter(|log| log.id == id)
            {
                Some(log) => session.logs.all.push(log),
                None => self.set_aside(&name, &text, unreadable_log(), problems),
            }
        }
        for id in self.index(Which::Lasting, "unsaved", problems) {
            if session.log(&id).is_some() {
                self.lasting_ids.insert(id, ());
            } else if let Some(log) = self.find(&id, config, context, problems) {
                session.logs.all.push(log);
            }
        }
        session
    }

    fn read_pieces(&mut self, id: &str, role: Role, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut pieces = Vec::new();
        for at in 0..MAX_PIECES {
            match self.read(Which::Tab, &piece_name(id, role, at), problems) {
                Some(piece) => pieces.push(piece),
                None => break,
            }
        }
        pieces
    }

    /// A log that is in the lasting store only: a tab was closed, or another one is open.
    fn find(&mut self, id: &str, config: &Rc<Config>, context: &Context, problems: &mut Vec<Problem>) -> Option<Log> {
        let name = format!("unsaved.{id}");
        let text = self.read(Which::Lasting, &name, problems)?;
        let log = Log::restore(&text, [&[], &[]], config.clone(), context.now + POLICY.orphaned_after)
            .filter(|log| log.id == id);
        let Some(log) = log else {
            self.set_aside(&name, &text, unreadable_log(), problems);
            return None;
        };
        if log.is_settled() {
            self.lasting_ids.insert(id.to_owned(), ());
        } else {
            self.found.insert(id.to_owned(), text);
        }
        self.unheard_of.insert(id.to_owned(), context.now);
        Some(log)
    }

    /// Lets go of what is not needed any more of logs that were found, and looks after those that are.
    pub fn look_after_found(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        self.take_due(session, change, context);
        self.unheard_of.retain(|id, since| {
            let log = session.logs.all.iter_mut().find(|log| log.id == *id);
            let unheard_of = session.interactions.iter().all(|interaction| interaction.id != *id);
            let Some(log) = log.filter(|_| unheard_of) else { return false };
            let over = log.is_settled() && context.now - *since > UNHEARD_OF_TIMEOUT;
            if over {
                log.release();
                change.touch_log(id);
            }
            !over
        });
    }

    /// A found log that is due is sent only if it lies still where it was found: one that is gone was saved by its own
    /// page, one that is different is still being written by it.
    fn take_due(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        let due = |id: &&String| {
            session
                .log(id)
                .is_some_and(|log| RecordKind::ALL.into_iter().any(|what| log.saves(what).is_due(context.now)))
        };
        let due: Vec<String> = self.found.keys().filter(due).cloned().collect();
        for id in due {
            let known = self.found.remove(&id);
            let text = self.read(Which::Lasting, &format!("unsaved.{id}"), &mut change.problems);
            if text == known {
                self.lasting_ids.insert(id, ());
                continue;
            }
            session.logs.all.retain(|log| log.id != id);
            let config = session.logs.config.clone();
            session.logs.all.extend(self.find(&id, &config, context, &mut change.problems));
            match session.log(&id) {
                Some(log) => change.touch_whole(log),
                None => change.touch_log(&id),
            }
        }
    }

    /// Keeps anew what is not kept as this page would: logs from elsewhere, and the pieces of lists too long to be kept
    /// whole, which have new numbers now.
    pub fn take_over(&mut self, session: &Session, everything: &Change) -> Option<Problem> {
        let logs =
            everything.logs.iter().filter(|id| self.found.contains_key(*id) || self.lasting_ids.contains_key(*id));
        let lists = everything
            .lists
            .iter()
            .filter(|list| list.added.len() >= MAX_SNAPSHOT_LIST_LEN || self.unheard_of.contains_key(&list.id));
        let change = Change { logs: logs.cloned().collect(), lists: lists.cloned().collect(), ..Change::default() };
        if change.is_kept() { self.keep(session, &change) } else { None }
    }

    /// Keeps what is different; tells once when that fails, and carries on in memory.
    pub fn keep(&mut self, session: &Session, change: &Change) -> Option<Problem> {
        if self.tab.is_none() && self.lasting.is_none() {
            return None;
        }
        let mut kept = Ok(());
        if change.agent || change.selection || change.reselected || !change.interactions.is_empty() {
            kept = kept.and(self.write(Which::Tab, "session", &session.to_snapshot()));
        }
        for list in &change.lists {
            kept = kept.and(self.keep_pieces(session, list));
        }
        for id in change.logs.iter().chain(change.worked_on.iter().filter(|id| !change.logs.contains(id))) {
            kept = kept.and(self.keep_log(session, id, change.worked_on.contains(id)));
        }
        if !change.logs.is_empty() {
            let ids: Vec<&str> = session.logs().iter().map(|log| log.id.as_str()).collect();
            kept = kept.and(self.write(Which::Tab, "logs", &Value::from(ids).to_string()));
        }
        if kept.is_ok() {
            self.failed = false;
            return None;
        }
        self.fail()
    }

    /// A log that another page has left is that page's, until the agent works on it here.
    fn keep_log(&mut self, session: &Session, id: &str, worked_on: bool) -> Result<(), StorageError> {
        let Some(log) = session.log(id) else { return self.remove_log(id) };
        let text = log.to_snapshot();
        let kept = self.write(Which::Tab, &format!("log.{id}"), &text);
        if worked_on && self.found.remove(id).is_some() {
            self.lasting_ids.insert(id.to_owned(), ());
        }
        if log.is_settled() && log.is_over() {
            kept.and(self.confirm(id))
        } else if self.found.contains_key(id) && session.interaction(id).is_none() {
            kept
        } else {
            self.found.remove(id);
            let known = self.lasting_ids.insert(id.to_owned(), ()).is_some();
            let lasting = self.write(Which::Lasting, &format!("unsaved.{id}"), &text);
            kept.and(lasting).and(if known { Ok(()) } else { self.change_index(id, true) })
        }
    }

    fn keep_pieces(&mut self, session: &Session, change: &ListChange) -> Result<(), StorageError> {
        let Some(log) = session.log(&change.id) else { return Ok(()) };
        let list = log.list(change.list);
        let mut pieces: LiteMap<usize, ()> = LiteMap::new();
        for place in change.added.iter().filter_map(|record| list.index(record.id)) {
            pieces.insert(place / PIECE_LEN, ());
        }
        let mut kept = Ok(());
        for (piece, ()) in pieces {
            let (at, text) = piece_snapshot(list, piece * PIECE_LEN);
            kept = kept.and(self.write(Which::Tab, &piece_name(&change.id, change.list, at), &text));
        }
        kept
    }

    /// The log is saved: nothing of it stays in the lasting store.
    fn confirm(&mut self, id: &str) -> Result<(), StorageError> {
        if self.lasting_ids.remove(id).is_none() {
            return Ok(());
        }
        self.remove(Which::Lasting, &format!("unsaved.{id}")).and(self.change_index(id, false))
    }

    fn remove_log(&mut self, id: &str) -> Result<(), StorageError> {
        let mut removed = self.confirm(id).and(self.remove(Which::Tab, &format!("log.{id}")));
        for role in Role::ALL {
            // Pieces are numbered without gaps, and most lists have one.
            for name in (0..MAX_PIECES).map(|at| piece_name(id, role, at)) {
                if !self.is_there(Which::Tab, &name) {
                    break;
                }
                removed = removed.and(self.remove(Which::Tab, &name));
            }
        }
        removed
    }

    /// Read anew each time: other tabs write it too.
    fn change_index(&mut self, id: &str, is_unsaved: bool) -> Result<(), StorageError> {
        let mut ids = self.index(Which::Lasting, "unsaved", &mut Vec::new());
        ids.retain(|known| known != id);
        if is_unsaved {
            ids.push(id.to_owned());
        }
        if ids.is_empty() {
            return self.remove(Which::Lasting, "unsaved");
        }
        self.write(Which::Lasting, "unsaved", &Value::from(ids).to_string())
    }

    fn index(&mut self, which: Which, name: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let Some(text) = self.read(which, name, problems) else { return Vec::new() };
        let ids: Option<Value> = serde_json::from_str(&text).ok();
        let ids = ids.as_ref().and_then(Value::as_array).into_iter().flatten();
        ids.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn store(&self, which: Which) -> Option<&S> {
        match which {
            Which::Tab => self.tab.as_ref(),
            Which::Lasting => self.lasting.as_ref(),
        }
    }

    fn read(&mut self, which: Which, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let place = self.place(name);
        match self.store(which)?.get(&place) {
            Ok(text) => text,
            Err(StorageError) => {
                problems.extend(self.fail());
                None
            }
        }
    }

    fn is_there(&self, which: Which, name: &str) -> bool {
        self.store(which).is_some_and(|store| matches!(store.get(&self.place(name)), Ok(Some(_))))
    }

    fn write(&self, which: Which, name: &str, text: &str) -> Result<(), StorageError> {
        self.store(which).map_or(Ok(()), |store| store.set(&self.place(name), text))
    }

    fn remove(&self, which: Which, name: &str) -> Result<(), StorageError> {
        self.store(which).map_or(Ok(()), |store| store.remove(&self.place(name)))
    }

    fn set_aside(&mut self, name: &str, text: &str, problem: Problem, problems: &mut Vec<Problem>) {
        problems.push(problem);
        let aside = format!("{name}.unreadable");
        if self.write(Which::Tab, &aside, text).and(self.remove(Which::Tab, name)).is_err() {
            problems.extend(self.fail());
        }
    }

    fn fail(&mut self) -> Option<Problem> {
        let message = "The browser does not let the session be kept (storage is full or forbidden); until it does, a reload loses the state of live interactions and what is not saved of their logs.";
        let first = !self.failed;
        self.failed = true;
        first.then(|| Problem::warning("", Code::StorageUnavailable, message))
    }
}

#[derive(Clone, Copy)]
enum Which {
    Tab,
    Lasting,
}

fn piece_name(id: &str, role: Role, at: usize) -> String {
    format!("log.{id}.{}.{at}", role.as_str())
}

fn unreadable_log() -> Problem {
    let message = "What was kept of an interaction log cannot be read; it is set aside.";
    Problem::warning("", Code::Type, message)
}
