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
//! | tab     | `timeline.{id}`      | what happened in the interaction of a log                                   |
//! | tab     | `piece.{list}.{n}.{id}` | a piece of one of its lists                                              |
//! | tab     | `unreadable.{key}`   | a text that could not be read, or was set aside                             |
//! | tab     | `kept`               | the page, and the logs that it has in the lasting store                     |
//! | lasting | `pages`              | the pages that have claimed logs                                            |
//! | lasting | `page.{page}`        | the heartbeat of a page                                                     |
//! | lasting | `unsaved.{page}`     | the logs that a page has claimed, each with the time of its claim           |
//! | lasting | `unsaved.{page}.{id}`| a page's copy of a log                                                      |
//! | lasting | `targets`            | the transfer targets that the agent used last, and the favourites           |
//! | lasting | `clock`              | the time of the last change that a page has let go of                       |

use litemap::LiteMap;
use serde_json::Value;

use super::change::{Change, ListChange};
use super::lease::{Claims, Peers};
use super::pages::is_done;
use super::restore::unreadable_index;
pub use super::store::{KeyValueStore, StorageError};
use super::{Context, Session};
use crate::json;
use crate::log::Log;
use crate::log::merge::Clock;
use crate::log::snapshot::{MAX_PIECES, MAX_SNAPSHOT_LIST_LEN, PIECE_LEN, piece_snapshot};
use crate::outbox::retry::RetryPolicy;
use crate::problem::{Code, Problem};
use crate::salesforce::record::Role;

pub(super) const POLICY: RetryPolicy = RetryPolicy::DEFAULT;

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
    /// The time from which unconfirmed saves are given time to arrive, if it is not that of opening.
    resend_from: Option<f64>,
    /// Pages whose claims cannot be read, as was told.
    pub(super) broken: LiteMap<String, ()>,
    /// How much of what is stored is set aside.
    pub(super) aside: u8,
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
            resend_from: None,
            broken: LiteMap::new(),
            aside: 0,
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

    /// Gives unconfirmed saves time to arrive from then on, not from the time of opening: a module that was restarted several
    /// times delays them once.
    pub fn resend_from(&mut self, from: f64) {
        self.resend_from = Some(from);
    }

    /// Sets what is stored aside before it is read: with 1 what the tab has, with 2 this page's copies too. For a module that
    /// crashes on it.
    pub fn set_aside(&mut self, aside: u8) {
        self.aside = aside;
    }

    pub(super) fn resend_at(&self, context: &Context) -> f64 {
        self.resend_from.unwrap_or(context.now) + POLICY.resend_delay
    }

    fn key(&self, name: &str) -> String {
        format!("{}.{name}", self.root)
    }

    /// A store that cannot be read or written costs no more than convenience, so nobody is told.
    pub(super) fn read_directory(&self) -> Option<String> {
        self.store(Scope::Lasting)?.get(&self.key("targets")).ok()?
    }

    pub(super) fn write_directory(&self, text: &str) {
        let _ = self.write(Scope::Lasting, "targets", text);
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
        if change.agent
            || change.selection
            || change.reselected
            || change.in_front
            || change.sent
            || !change.interactions.is_empty()
        {
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
        for id in &change.timelines {
            written = written.and(self.persist_timeline(session, id));
        }
        written = written.and(self.write_kept());
        if !change.logs.is_empty() {
            let own = session.logs().iter().filter(|log| !self.shown.contains_key(&log.id));
            let own = own.filter(|log| !is_let_go(log, session));
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
        let Some(log) = session.log(id) else { return self.remove_log(id, session.logs.clock) };
        if self.shown.contains_key(id) {
            return Ok(());
        }
        let is_done = is_done(log, session);
        let written = match is_let_go(log, session) {
            true => self.remove_from_tab(id),
            false => self.replace(Scope::Tab, &log_name(id), &log.to_snapshot(), log.is_sent()),
        };
        if !self.claims.contains_key(id) {
            return written;
        }
        // While no other page has claimed a log, none has to see that this one is done.
        if self.peers.is_empty() && is_done {
            return written.and(self.withdraw(id, session.logs.clock));
        }
        let copy = log.to_copy(session.interaction(id).is_some());
        written.and(self.write_copy(id, &copy, log.is_sent()))
    }

    pub(super) fn read_timeline(&self, id: &str) -> Option<String> {
        self.store(Scope::Tab)?.get(&self.key(&timeline_name(id))).ok()?
    }

    /// Writes what happened, also of a log that this page only shows: it has seen what no other page has.
    fn persist_timeline(&self, session: &Session, id: &str) -> Result<(), StorageError> {
        match session.log(id).filter(|log| !is_let_go(log, session)) {
            Some(log) => self.write(Scope::Tab, &timeline_name(id), &log.timeline().to_snapshot()),
            None => Ok(()),
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

    fn remove_log(&mut self, id: &str, clock: Clock) -> Result<(), StorageError> {
        self.shown.remove(id);
        self.withdraw(id, clock).and(self.remove_from_tab(id))
    }

    pub(super) fn remove_from_tab(&mut self, id: &str) -> Result<(), StorageError> {
        let mut removed = self.remove(Scope::Tab, &log_name(id)).and(self.remove(Scope::Tab, &timeline_name(id)));
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

    /// The texts of an index; `None`, and a problem, if it cannot be read.
    pub(super) fn index(&mut self, scope: Scope, name: &str, problems: &mut Vec<Problem>) -> Option<Vec<String>> {
        let Some(text) = self.read(scope, name, problems) else { return Some(Vec::new()) };
        let read = |value: Value| value.as_array()?.iter().map(|id| id.as_str().map(str::to_owned)).collect();
        let ids = json::parse(&text).ok().and_then(read);
        if ids.is_none() {
            self.quarantine(scope, name, &text, unreadable_index(), problems);
        }
        ids
    }

    fn store(&self, scope: Scope) -> Option<&S> {
        match scope {
            Scope::Tab => self.tab.as_ref(),
            Scope::Lasting => self.lasting.as_ref(),
        }
    }

    pub(super) fn read(&mut self, scope: Scope, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let key = self.key(name);
        let store = self.store(scope)?;
        // Once more: a browser that is busy may refuse once.
        match store.get(&key).or_else(|_| store.get(&key)) {
            Ok(text) => text,
            Err(StorageError) => {
                problems.extend(self.report_failure());
                None
            }
        }
    }

    /// Whether there is a text. What cannot be read is not known to be missing.
    pub(super) fn contains(&self, scope: Scope, name: &str) -> bool {
        self.store(scope).is_some_and(|store| store.contains(&self.key(name)) != Ok(false))
    }

    pub(super) fn write(&self, scope: Scope, name: &str, text: &str) -> Result<(), StorageError> {
        self.store(scope).map_or(Ok(()), |store| store.set(&self.key(name), text))
    }

    /// Writes a text in place of the one that is there. If even without that one there is no room, the one before stays, unless it is
    /// `outdated`: read again, it would undo what was sent since.
    pub(super) fn replace(&self, scope: Scope, name: &str, text: &str, outdated: bool) -> Result<(), StorageError> {
        if self.write(scope, name, text).is_ok() {
            return Ok(());
        }
        let before = self.store(scope).and_then(|store| store.get(&self.key(name)).ok().flatten());
        self.remove(scope, name)?;
        let written = self.write(scope, name, text);
        if let Some(before) = before.filter(|_| written.is_err() && !outdated) {
            self.write(scope, name, &before)?;
        }
        written
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
        let key = format!("unreadable.{name}");
        if self.write(Scope::Tab, &key, text).and_then(|()| self.remove(scope, name)).is_err() {
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

pub(super) fn log_name(id: &str) -> String {
    format!("log.{id}")
}

pub(super) fn timeline_name(id: &str) -> String {
    format!("timeline.{id}")
}

/// The ID stands last, so that no ID makes the name of another text.
pub(super) fn piece_name(id: &str, role: Role, at: usize) -> String {
    format!("piece.{}.{at}.{id}", role.as_str())
}

/// Whether nothing is left to do for a log: it is saved, over, and its interaction is removed. One that no message dated is still
/// needed, to tell it from the next log of the same conversation.
fn is_let_go(log: &Log, session: &Session) -> bool {
    is_done(log, session) && session.interaction(&log.id).is_none() && log.known_segment().connected.is_some()
}
