//! The claims of a page: what each page writes of itself into the lasting store, under keys of its own.

use serde_json::{Value, json};

use super::lease::{Claims, LEFT};
use super::persistence::{KeyValueStore, Persistence, Scope, StorageError};
use super::restore::unreadable_index;
use crate::json;
use crate::log::merge::Clock;
use crate::problem::Problem;

/// Milliseconds after which a page that was left and runs on, since the browser brought it back, counts as living again.
pub(super) const LEFT_WAIT: f64 = 10_000.0;
/// The name that logs are read under which an earlier version kept, without the name of a page.
pub(super) const UNNAMED: &str = "";

pub(super) fn page_name(page: &str) -> String {
    format!("page.{page}")
}

pub(super) fn claims_name(page: &str) -> String {
    if page == UNNAMED { "unsaved".to_owned() } else { format!("unsaved.{page}") }
}

pub(super) fn copy_name(page: &str, id: &str) -> String {
    format!("{}.{id}", claims_name(page))
}

impl<S: KeyValueStore> Persistence<S> {
    /// The claims of a page: an object of times, or the array of IDs of an earlier version. If they cannot be read, those of the
    /// `likely` logs that it has a copy of.
    pub(super) fn read_claims(&mut self, page: &str, likely: &[String], problems: &mut Vec<Problem>) -> Claims {
        let mut claims = Claims::new();
        let Some(text) = self.read(Scope::Lasting, &claims_name(page), problems) else { return claims };
        match json::parse(&text) {
            Ok(Value::Object(given)) => {
                given.into_iter().for_each(|(id, at)| _ = claims.insert(id, at.as_f64().unwrap_or_default()));
            }
            Ok(Value::Array(ids)) => {
                ids.iter().filter_map(Value::as_str).for_each(|id| _ = claims.insert(id.to_owned(), 0.0));
            }
            _ => {
                if self.broken.insert(page.to_owned(), ()).is_none() {
                    problems.push(unreadable_index());
                }
                let copied = likely.iter().filter(|id| self.contains(Scope::Lasting, &copy_name(page, id)));
                copied.for_each(|id| _ = claims.insert(id.clone(), 0.0));
            }
        }
        claims
    }

    /// Withdraws a claim and removes the copy that belongs to it. The clock stays, for pages that have not seen the copy.
    pub(super) fn withdraw(&mut self, id: &str, clock: Clock) -> Result<(), StorageError> {
        if !self.claims.contains_key(id) {
            return Ok(());
        }
        self.forget(id);
        let written = self.write_clock(clock);
        written.and(self.remove(Scope::Lasting, &copy_name(&self.page, id))).and(self.write_claims())
    }

    /// Brings a clock to that of the pages that have let their logs go.
    pub(super) fn read_clock(&mut self, clock: &mut Clock, problems: &mut Vec<Problem>) {
        let stored = self.read(Scope::Lasting, "clock", problems).and_then(|text| json::parse(&text).ok()?.as_f64());
        clock.observe(stored.unwrap_or_default());
    }

    fn write_clock(&mut self, mut clock: Clock) -> Result<(), StorageError> {
        self.read_clock(&mut clock, &mut Vec::new());
        self.write(Scope::Lasting, "clock", &json::short_number(clock.last()).to_string())
    }

    pub(super) fn forget(&mut self, id: &str) {
        self.claims.remove(id);
        self.claimed_at.remove(id);
        self.done_since.remove(id);
        self.taken.remove(id);
        self.kept_changed |= self.kept.remove(id).is_some();
        self.claims_changed = true;
    }

    pub(super) fn write_copy(&mut self, id: &str, text: &str, outdated: bool) -> Result<(), StorageError> {
        let name = copy_name(&self.page, id);
        // A store may take a text and not keep it.
        let is_there = |this: &Self| if this.contains(Scope::Lasting, &name) { Ok(()) } else { Err(StorageError) };
        let written = self.replace(Scope::Lasting, &name, text, outdated).and_then(|()| is_there(self));
        let was_kept = match written {
            Ok(()) => self.kept.insert(id.to_owned(), ()),
            Err(StorageError) => self.kept.remove(id),
        };
        self.kept_changed |= was_kept.is_some() != written.is_ok();
        written
    }

    /// Writes the claims of this page, if they changed.
    pub(super) fn write_claims(&mut self) -> Result<(), StorageError> {
        if !self.is_shared() || !self.claims_changed {
            return Ok(());
        }
        let written = match self.claims.is_empty() {
            true => self.write_claims_of(&self.page.clone(), &Claims::new()),
            false => self.change_pages(&self.page.clone(), true).and(self.write_heartbeat()),
        };
        let claims = self.claims.clone();
        let written = written.and(self.write_claims_of(&self.page.clone(), &claims));
        self.claims_changed = written.is_err();
        written
    }

    /// Writes the claims of a page, or, if there are none left, removes all that is written of it.
    pub(super) fn write_claims_of(&mut self, page: &str, claims: &Claims) -> Result<(), StorageError> {
        if claims.is_empty() {
            if page == self.page {
                self.beaten = None;
            }
            let removed = self.change_pages(page, false).and(self.remove(Scope::Lasting, &page_name(page)));
            return removed.and(self.remove(Scope::Lasting, &claims_name(page)));
        }
        let claims = json::object(&mut claims.iter().map(|(id, at)| (id.clone(), (*at).into())));
        self.write(Scope::Lasting, &claims_name(page), &json::write(&claims))
    }

    /// Notes in the tab's store what is in the lasting one: after a reload, what is missing there was taken over.
    pub(super) fn write_kept(&mut self) -> Result<(), StorageError> {
        if !self.is_shared() || !self.kept_changed {
            return Ok(());
        }
        let ids: Vec<&String> = self.kept.keys().collect();
        let written = match ids.is_empty() {
            true => self.remove(Scope::Tab, "kept"),
            false => self.write(Scope::Tab, "kept", &json::write(&json!({ "page": self.page, "logs": ids }))),
        };
        self.is_kept_written = written.is_ok() && !ids.is_empty();
        self.kept_changed = written.is_err();
        written
    }

    /// Adds a page to the index of pages, or removes it. The index is read each time, since all pages write it.
    pub(super) fn change_pages(&mut self, page: &str, is_there: bool) -> Result<(), StorageError> {
        let mut pages = self.index(Scope::Lasting, "pages", &mut Vec::new()).unwrap_or_default();
        if pages.iter().any(|known| known == page) == is_there {
            return Ok(());
        }
        pages.retain(|known| known != page);
        if is_there {
            pages.push(page.to_owned());
        }
        match pages.is_empty() {
            true => self.remove(Scope::Lasting, "pages"),
            false => self.write(Scope::Lasting, "pages", &json::write(&pages)),
        }
    }

    /// Tells the other pages that this one lives.
    pub(super) fn beat(&mut self, now: f64) -> Result<(), StorageError> {
        if self.left_at.is_some_and(|at| now - at < LEFT_WAIT) || self.claims.is_empty() {
            return Ok(());
        }
        self.left_at = None;
        self.change_pages(&self.page.clone(), true).and(self.write_heartbeat())
    }

    pub(super) fn write_heartbeat(&mut self) -> Result<(), StorageError> {
        if self.left_at.is_some() {
            return Ok(());
        }
        self.heartbeat += 1;
        let text = self.heartbeat.to_string();
        let written = self.write(Scope::Lasting, &page_name(&self.page), &text);
        self.beaten = written.is_ok().then_some(text);
        written
    }

    /// The page is left: the others take its logs over at once.
    pub(super) fn leave(&mut self, now: f64) {
        if self.is_shared() && !self.claims.is_empty() {
            self.left_at = Some(now);
            // A page that cannot write it counts as dead a little later.
            let written = self.write(Scope::Lasting, &page_name(&self.page), LEFT);
            self.beaten = written.is_ok().then(|| LEFT.to_owned());
        }
    }
}
