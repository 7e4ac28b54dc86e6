//! Stores a session in the browser, so that a reload, a crash or a closed tab loses nothing.
//!
//! There are two stores. The tab's store survives a reload but not a closed tab, and holds everything. The lasting store is
//! shared by all pages and holds only the logs that are unsaved or whose interaction is live; each is removed once it is saved
//! and over. In it every page writes under keys of its own, and [`super::pages`] reads those of the others.
//!
//! | store   | key                  | text                                                                        |
//! | ------- | -------------------- | --------------------------------------------------------------------------- |
//! | tab     | `session`            | the session without its logs                                                |
//! | tab     | `logs`               | the IDs of its logs                                                         |
//! | tab     | `log.{id}`           | a log                                                                       |
//! | tab     | `log.{id}.{list}.{n}`| a piece of one of its lists                                                 |
//! | tab     | `kept`               | the page, and the logs that it has in the lasting store                     |
//! | lasting | `pages`              | the pages that have claimed logs                                            |
//! | lasting | `page.{page}`        | the heartbeat of a page                                                     |
//! | lasting | `unsaved.{page}`     | the logs that a page has claimed, each with the time of its claim           |
//! | lasting | `unsaved.{page}.{id}`| a page's copy of a log                                                      |

use std::convert::Infallible;
use std::rc::Rc;

use litemap::LiteMap;
use serde_json::Value;

use super::change::{Change, ListChange};
use super::lease::{Claims, Peers};
use super::pages::is_done;
use super::{Context, Session};
use crate::json;
use crate::log::Log;
use crate::log::config::Config;
use crate::log::snapshot::{MAX_PIECES, MAX_SNAPSHOT_LIST_LEN, PIECE_LEN, piece_snapshot};
use crate::outbox::SaveEvent;
use crate::outbox::retry::RetryPolicy;
use crate::problem::{Code, Problem};
use crate::salesforce::record::Role;

pub(super) const POLICY: RetryPolicy = RetryPolicy::DEFAULT;

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
    /// Whether the session saves. One that does not leaves the lasting store alone.
    pub(super) saves: bool,
    /// The name of this page.
    pub(super) page: String,
    pub(super) peers: Peers,
    /// The logs that this page has claimed.
    pub(super) claims: Claims,
    /// When it claimed them, by its own clock.
    pub(super) claimed_at: Claims,
    /// The claimed logs whose copy is certainly in the lasting store.
    pub(super) kept: LiteMap<String, ()>,
    /// Whether they differ from what the tab's store says of them, and whether it says anything.
    pub(super) kept_changed: bool,
    pub(super) is_kept_written: bool,
    /// The claims that followed another page's.
    pub(super) taken: LiteMap<String, ()>,
    /// Whether the claims differ from those in the lasting store.
    pub(super) claims_changed: bool,
    /// Logs of other pages that this page shows, and has not changed.
    pub(super) shown: LiteMap<String, ()>,
    /// Copies of other pages, by key, as they were merged.
    pub(super) merged: LiteMap<String, String>,
    /// Since when a claimed log is saved and over.
    pub(super) done_since: LiteMap<String, f64>,
    pub(super) heartbeat: u64,
    /// The heartbeat as this page wrote it last.
    pub(super) beaten: Option<String>,
    pub(super) synchronised_at: Option<f64>,
    pub(super) left_at: Option<f64>,
    /// Logs whose interaction this page has received no message about, and since when. The interaction may be live.
    pub(super) unheard: LiteMap<String, f64>,
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
            saves: false,
            page: String::new(),
            peers: Peers::default(),
            claims: Claims::new(),
            claimed_at: Claims::new(),
            kept: LiteMap::new(),
            kept_changed: false,
            is_kept_written: false,
            taken: LiteMap::new(),
            claims_changed: false,
            shown: LiteMap::new(),
            merged: LiteMap::new(),
            done_since: LiteMap::new(),
            heartbeat: 0,
            beaten: None,
            synchronised_at: None,
            left_at: None,
            unheard: LiteMap::new(),
        }
    }

    /// Names the page. The name differs from that of every other page, also of one whose tab was duplicated, and stays when
    /// the module is restarted. Without a name the first free number is used.
    #[must_use]
    pub fn of_page(mut self, page: &str) -> Persistence<S> {
        self.page = page.replace('.', "-");
        self
    }

    fn key(&self, name: &str) -> String {
        format!("{}.{name}", self.root)
    }

    /// Reads the stored session, or makes a new one, with all logs. Unreadable data is kept under another key, so that nothing
    /// is lost. `saves` says whether the session saves.
    pub fn restore(&mut self, saves: bool, config: &Rc<Config>, context: &Context, change: &mut Change) -> Session {
        self.saves = saves;
        let problems = &mut change.problems;
        let mut session = Session::default();
        if let Some(text) = self.read(Scope::Tab, "session", problems) {
            match Session::restore(&text) {
                Ok(restored) => session = restored,
                Err(problem) => self.quarantine(Scope::Tab, "session", &text, problem, problems),
            }
        }
        session.logs.config = config.clone();
        session.logs.saves = saves;
        for id in self.index(Scope::Tab, "logs", problems) {
            let name = format!("log.{id}");
            let Some(text) = self.read(Scope::Tab, &name, problems) else { continue };
            let pieces = Role::ALL.map(|role| self.read_pieces(&id, role, problems));
            let pieces = [&pieces[0][..], &pieces[1]];
            match Log::restore(&text, pieces, config.clone(), context.now + POLICY.resend_delay)
                .filter(|log| log.id == id)
            {
                Some(log) => {
                    session.logs.clock.observe(log.revision());
                    session.logs.all.push(log);
                }
                None => self.quarantine(Scope::Tab, &name, &text, unreadable_log(), problems),
            }
        }
        self.join_pages(&mut session, change, context);
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

    /// Releases logs of other pages whose interaction has not been heard of for too long.
    pub fn release_unheard(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        for id in &change.replaced {
            self.shown.remove(id);
            self.unheard.remove(id);
        }
        let shown = &self.shown;
        self.unheard.retain(|id, since| {
            let log = session.logs.all.iter_mut().find(|log| log.id == *id);
            let unheard = session.interactions.iter().all(|interaction| interaction.id != *id);
            let Some(log) = log.filter(|_| unheard) else { return false };
            // What another page still writes is that page's to release.
            let over = !shown.contains_key(id) && log.is_settled() && context.now - *since > UNHEARD_TIMEOUT;
            if over {
                log.release();
                // A log whose end nobody told is closed; one that was declined is offered again.
                log.review(session.logs.saves, Some(SaveEvent::Removed), context.now);
                change.touch_log(id);
            }
            !over
        });
    }

    /// Writes what this page stores differently from how it was read: logs that another page has changed, and the pieces of
    /// lists that were too long to be stored whole, which are numbered anew.
    pub fn persist_restored(&mut self, session: &Session, everything: &Change, merged: &Change) -> Option<Problem> {
        let lists = everything.lists.iter().filter(|list| list.added.len() >= MAX_SNAPSHOT_LIST_LEN);
        let change = Change { logs: merged.logs.clone(), lists: lists.cloned().collect(), ..Change::default() };
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
            written = written.and(self.remove_from_tab(id));
        }
        for list in &change.lists {
            if !self.shown.contains_key(&list.id) {
                written = written.and(self.persist_pieces(session, list));
            }
        }
        // The claims first: whoever sees a claim without its copy looks again.
        written = written.and(self.write_claims());
        for id in change.logs.iter().chain(change.worked_on.iter().filter(|id| !change.logs.contains(id))) {
            written = written.and(self.persist_log(session, id));
        }
        written = written.and(self.write_kept());
        if !change.logs.is_empty() {
            let own = session.logs().iter().filter(|log| !self.shown.contains_key(&log.id));
            let ids: Vec<&str> = own.map(|log| log.id.as_str()).collect();
            written = written.and(self.write(Scope::Tab, "logs", &json::write(&ids)));
        }
        if written.is_ok() {
            self.failed = false;
            return None;
        }
        self.report_failure()
    }

    /// Writes a log. What this page only shows is another page's to write.
    fn persist_log(&mut self, session: &Session, id: &str) -> Result<(), StorageError> {
        let Some(log) = session.log(id) else { return self.remove_log(id) };
        if self.shown.contains_key(id) {
            return Ok(());
        }
        let text = log.to_snapshot();
        let written = self.write(Scope::Tab, &format!("log.{id}"), &text);
        if !self.claims.contains_key(id) {
            return written;
        }
        // While no other page has claimed a log, none has to see that this one is done.
        let is_done = self.peers.is_empty() && is_done(log, session);
        written.and(if is_done { self.withdraw(id) } else { self.write_copy(id, &text) })
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

    fn remove_log(&mut self, id: &str) -> Result<(), StorageError> {
        self.shown.remove(id);
        self.withdraw(id).and(self.remove_from_tab(id))
    }

    fn remove_from_tab(&mut self, id: &str) -> Result<(), StorageError> {
        let mut removed = self.remove(Scope::Tab, &format!("log.{id}"));
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

    pub(super) fn index(&mut self, scope: Scope, name: &str, problems: &mut Vec<Problem>) -> Vec<String> {
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

    pub(super) fn read(&mut self, scope: Scope, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let key = self.key(name);
        match self.store(scope)?.get(&key) {
            Ok(text) => text,
            Err(StorageError) => {
                problems.extend(self.report_failure());
                None
            }
        }
    }

    pub(super) fn contains(&self, scope: Scope, name: &str) -> bool {
        self.store(scope).is_some_and(|store| matches!(store.get(&self.key(name)), Ok(Some(_))))
    }

    pub(super) fn write(&self, scope: Scope, name: &str, text: &str) -> Result<(), StorageError> {
        self.store(scope).map_or(Ok(()), |store| store.set(&self.key(name), text))
    }

    pub(super) fn remove(&self, scope: Scope, name: &str) -> Result<(), StorageError> {
        self.store(scope).map_or(Ok(()), |store| store.remove(&self.key(name)))
    }

    /// Keeps a text that cannot be read under another key of the tab's store.
    pub(super) fn quarantine(
        &mut self,
        scope: Scope,
        name: &str,
        text: &str,
        problem: Problem,
        problems: &mut Vec<Problem>,
    ) {
        problems.push(problem);
        let key = format!("{name}.unreadable");
        if self.write(Scope::Tab, &key, text).and(self.remove(scope, name)).is_err() {
            problems.extend(self.report_failure());
        }
    }

    /// Whether the tab's store, which holds what this page has in the lasting one, was emptied.
    pub(super) fn is_tab_emptied(&self) -> bool {
        self.tab.is_some() && self.is_kept_written && !self.contains(Scope::Tab, "kept")
    }

    /// Whether there is a store that other pages share, and the session saves.
    pub(super) fn is_shared(&self) -> bool {
        self.saves && self.lasting.is_some()
    }

    pub(super) fn report_failure(&mut self) -> Option<Problem> {
        let message = "The browser's storage is full or forbidden, so the session is not stored; until that changes, a reload loses the state of live interactions and unsaved changes of their logs.";
        let first = !self.failed;
        self.failed = true;
        first.then(|| Problem::warning("", Code::StorageUnavailable, message))
    }
}

#[derive(Clone, Copy)]
pub(super) enum Scope {
    Tab,
    Lasting,
}

fn piece_name(id: &str, role: Role, at: usize) -> String {
    format!("log.{id}.{}.{at}", role.as_str())
}

pub(super) fn unreadable_log() -> Problem {
    let message = "A stored interaction log cannot be read; it is kept under another key.";
    Problem::warning("", Code::Type, message)
}
