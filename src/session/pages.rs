//! Several pages of one browser with one lasting store: each reads what the others have written, one saves each log, and what
//! a page leaves behind is taken over. The rules of who saves are in [`super::lease`], those of merging in
//! [`crate::log::merge`].

use litemap::LiteMap;

use super::change::Change;
use super::claims::{LEFT_WAIT, UNNAMED, claims_name, copy_name, page_name};
use super::lease::{CLAIM_WAIT, Claims, EXPIRY, HEARTBEAT, IDLE_LOOK, interaction_of};
use super::persistence::{KeyValueStore, Persistence, Scope, StorageError};
use super::restore::restore_log;
use super::{Context, Session};
use crate::json;
use crate::log::Log;
use crate::problem::Problem;

/// Milliseconds for which a log that is saved and over waits for other pages to see that.
const DONE_WAIT: f64 = 60_000.0;

/// Whether nothing is left to save of a log.
pub(super) fn is_done(log: &Log, session: &Session) -> bool {
    // A declined log may be saved by a later trigger, until its interaction is removed.
    log.is_settled() && log.is_over() && !(log.is_declined() && session.interaction(&log.id).is_some())
}

impl<S: KeyValueStore> Persistence<S> {
    /// Takes the page's place among the others, and reads what they have written.
    pub(super) fn join_pages(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        if !self.is_shared() {
            return;
        }
        let pages = self.index(Scope::Lasting, "pages", &mut change.problems).unwrap_or_default();
        let kept = self.read(Scope::Tab, "kept", &mut change.problems).and_then(|text| json::parse(&text).ok());
        let kept = kept.unwrap_or_default();
        let before = kept["page"].as_str().unwrap_or_default();
        if self.page.is_empty() {
            let is_free = |page: &String| !pages.contains(page) && page != before;
            self.page = (1..).map(|number| number.to_string()).find(is_free).unwrap_or_default();
        }
        if self.page == before {
            // The module was restarted: the claims are this page's.
            let likely: Vec<_> = session.logs().iter().map(|log| log.id.clone()).collect();
            self.claims = self.read_claims(before, &likely, &mut change.problems);
            for (id, at) in &self.claims {
                session.logs.clock.observe(*at);
                self.claimed_at.insert(id.clone(), context.now - CLAIM_WAIT);
                self.kept.insert(id.clone(), ());
            }
            self.merge_own(session, change, context);
        }
        if !before.is_empty() && self.contains(Scope::Lasting, &claims_name(before)) {
            // Two pages that write the index at once may lose an entry.
            self.change_pages(before, true).ok();
        }
        self.synchronise(session, change, context);
        let was_kept = |id: &str| kept["logs"].as_array().into_iter().flatten().any(|known| known == id);
        for log in &mut session.logs.all {
            let is_claimed = self.claims.contains_key(&log.id) || self.peers.any_claim(&log.id);
            // Its copy is gone: another page has taken it over, saved it and let it go.
            let is_gone = || !self.contains(Scope::Lasting, &copy_name(before, &log.id));
            if was_kept(&log.id) && !is_claimed && is_gone() {
                log.confirm_elsewhere();
            }
        }
    }

    /// Merges the copies that this page had written before the module was restarted: the tab's store may be full.
    fn merge_own(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        for id in self.claims.keys().cloned().collect::<Vec<_>>() {
            let text = self.read(Scope::Lasting, &copy_name(&self.page, &id), &mut change.problems);
            let config = session.logs.config.clone();
            let due = self.resend_at(context);
            let restore = |text: String| restore_log(&text, [&[], &[]], config, due, &mut change.problems);
            if let Some(copy) = text.and_then(restore).filter(|copy| copy.id == id) {
                let is_news = !is_done(&copy, session);
                self.merge_copy(copy, true, is_news, session, change, context);
                self.shown.remove(&id);
            }
        }
    }

    /// Looks at the other pages, unless it just did.
    pub(super) fn look(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        let is_fresh = self.synchronised_at.is_some_and(|at| (at..at + HEARTBEAT).contains(&context.now));
        if self.is_shared() && !is_fresh {
            self.synchronise(session, change, context);
        }
    }

    /// Looks at the other pages before this one sends anything.
    pub(super) fn look_before_sending(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        if self.is_shared() && self.synchronised_at != Some(context.now) && session.is_due(context.now) {
            self.synchronise(session, change, context);
        }
    }

    fn synchronise(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        let now = context.now;
        let taken = self.find_taken(session, now, &mut change.problems);
        self.synchronised_at = Some(now);
        self.observe_pages(session, now, &mut change.problems);
        self.merge_copies(session, change, context);
        for (id, revision) in &taken {
            if !self.is_continued(id, *revision, session)
                && let Some(log) = session.logs.all.iter_mut().find(|log| log.id == *id)
            {
                log.confirm_elsewhere();
                change.touch_log(id);
            }
        }
        let written =
            self.take_over(session, change, context).and(self.let_go(session, change, now)).and(self.beat(now));
        if written.is_err() {
            change.problems.extend(self.report_failure());
        }
        self.gate(session, now);
    }

    /// What others have taken over from this page while it slept. Its other claims begin anew: another page may have claimed
    /// the log meanwhile.
    fn find_taken(&mut self, session: &mut Session, now: f64, problems: &mut Vec<Problem>) -> Vec<(String, f64)> {
        let slept = self.left_at.is_some() || self.synchronised_at.is_some_and(|at| now - at >= EXPIRY);
        let is_known =
            self.beaten.is_none() || self.read(Scope::Lasting, &page_name(&self.page), problems) == self.beaten;
        if self.claims.is_empty() || (is_known && !slept) {
            return Vec::new();
        }
        // Somebody emptied the browser's storage, which nobody has taken over.
        let is_emptied = self.is_tab_emptied();
        let ids: Vec<String> = self.claims.keys().cloned().collect();
        let mut taken = Vec::new();
        for id in ids {
            if !is_emptied && self.kept.contains_key(&id) && !self.contains(Scope::Lasting, &copy_name(&self.page, &id))
            {
                self.forget(&id);
                let revision = session.log(&id).map(Log::revision).unwrap_or_default();
                taken.push((id, revision));
            } else {
                self.claims.insert(id.clone(), session.logs.clock.next(now));
                self.claimed_at.insert(id, now);
            }
        }
        self.claims_changed = true;
        self.beaten = None;
        taken
    }

    /// Whether another page goes on with a log that it took over from this one when it had this revision: then its copy is not
    /// older. The copy of a page that has slept longer is.
    fn is_continued(&self, id: &str, revision: f64, session: &Session) -> bool {
        let claims = self.peers.iter().filter(|(_, peer)| peer.claims.contains_key(id));
        let mut texts = claims.filter_map(|(page, _)| self.merged.get(&copy_name(page, id)));
        texts.any(|text| {
            let copy = Log::restore(text, [&[], &[]], session.logs.config.clone(), 0.0);
            copy.is_some_and(|copy| copy.revision() >= revision)
        })
    }

    fn observe_pages(&mut self, session: &mut Session, now: f64, problems: &mut Vec<Problem>) {
        self.read_clock(&mut session.logs.clock, problems);
        let mut pages = self.index(Scope::Lasting, "pages", problems).unwrap_or_default();
        let likely: Vec<_> = session.logs().iter().map(|log| log.id.clone()).collect();
        pages.retain(|page| *page != self.page);
        if self.contains(Scope::Lasting, &claims_name(UNNAMED)) {
            pages.push(UNNAMED.to_owned());
        }
        self.peers.retain(&pages);
        for page in &pages {
            let heartbeat = self.read(Scope::Lasting, &page_name(page), problems).unwrap_or_default();
            let claims = self.read_claims(page, &likely, problems);
            for at in claims.values() {
                session.logs.clock.observe(*at);
            }
            self.peers.observe(page, heartbeat, claims, now);
        }
    }

    /// Takes over the logs of pages that are dead, asleep or left, unless another living page has claimed them.
    fn take_over(&mut self, session: &mut Session, change: &mut Change, context: &Context) -> Result<(), StorageError> {
        let now = context.now;
        let dead: Vec<(String, Claims)> = self
            .peers
            .iter()
            .filter(|(_, peer)| !peer.is_live(now))
            .map(|(page, peer)| (page.to_owned(), peer.claims.clone()))
            .collect();
        let mut written = Ok(());
        for (page, mut claims) in dead {
            for id in claims.keys().cloned().collect::<Vec<_>>() {
                if self.peers.is_held(&id, &self.page, self.claims.get(&id).copied(), now) {
                    continue;
                }
                match self.take(&page, &id, session, change, now) {
                    Ok(true) => drop(claims.remove(&id)),
                    Ok(false) => {}
                    Err(error) => written = Err(error),
                }
            }
            written = written.and(self.write_claims_of(&page, &claims));
            self.peers.set_claims(&page, claims);
        }
        written
    }

    /// Takes over one log: writes a copy of its own first, then removes the other. Whether the other is gone.
    fn take(
        &mut self,
        page: &str,
        id: &str,
        session: &mut Session,
        change: &mut Change,
        now: f64,
    ) -> Result<bool, StorageError> {
        let name = copy_name(page, id);
        let text = self.read(Scope::Lasting, &name, &mut change.problems);
        let Some(text) = text else { return Ok(true) };
        if self.merged.get(&name) != Some(&text) {
            // It was written since it was read.
            return Ok(false);
        }
        // A log that was archived, here or there, is claimed under the ID that it had.
        let interaction = interaction_of(id);
        let is_of = |log: &&Log| log.id == id || log.interaction_id() == interaction;
        let ids: Vec<String> = session.logs().iter().filter(is_of).map(|log| log.id.clone()).collect();
        for id in &ids {
            let log = session.log(id).filter(|log| !is_done(log, session));
            let Some(text) = log.map(|log| log.to_copy(session.interaction(id).is_some())) else { continue };
            self.claim(id, session, change, now);
            self.taken.insert(id.clone(), ());
            self.write_claims()?;
            self.write_copy(id, &text, false)?;
            if let Some(log) = session.log(id) {
                change.touch_with_lists(log);
            }
        }
        self.merged.remove(&name);
        self.remove(Scope::Lasting, &name)?;
        Ok(true)
    }

    /// Claims a log, if this page has not. What it only showed it stores from now on.
    fn claim(&mut self, id: &str, session: &mut Session, change: &mut Change, now: f64) {
        if self.shown.remove(id).is_some()
            && let Some(log) = session.log(id)
        {
            change.touch_with_lists(log);
        }
        if !self.claims.contains_key(id) {
            self.claims.insert(id.to_owned(), session.logs.clock.next(now));
            self.claimed_at.insert(id.to_owned(), now);
            self.claims_changed = true;
        }
    }

    /// Claims the logs that a call changed on this page.
    pub(super) fn claim_changed(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        if !self.is_shared() {
            return;
        }
        for id in &change.replaced {
            // The new segment's log is claimed anew; a copy that stays is written over.
            self.withdraw(id, session.logs.clock).ok();
        }
        let ids: Vec<String> = change.logs.iter().chain(&change.worked_on).cloned().collect();
        for id in ids {
            let Some(log) = session.log(&id) else { continue };
            let is_shown =
                self.shown.contains_key(&id) && session.interaction(&id).is_none() && !change.worked_on.contains(&id);
            if is_shown {
                continue;
            }
            match is_done(log, session) {
                true => _ = self.shown.remove(&id),
                false => self.claim(&id, session, change, context.now),
            }
        }
        self.gate(session, context.now);
    }

    /// Lets go of logs that are saved and over, once the other pages know, and of logs that their own page has let go of.
    fn let_go(&mut self, session: &mut Session, change: &mut Change, now: f64) -> Result<(), StorageError> {
        let mut written = Ok(());
        for id in self.claims.keys().cloned().collect::<Vec<_>>() {
            let is_over = session.log(&id).is_none_or(|log| is_done(log, session));
            if !is_over {
                self.done_since.remove(&id);
                continue;
            }
            let since = *self.done_since.get(&id).unwrap_or(&now);
            self.done_since.insert(id.clone(), since);
            let is_held = self.peers.is_held(&id, &self.page, self.claims.get(&id).copied(), now);
            if is_held || !self.peers.any_live_claim(&id, now) || now - since > DONE_WAIT {
                written = written.and(self.withdraw(&id, session.logs.clock));
            }
        }
        for id in self.shown.keys().cloned().collect::<Vec<_>>() {
            if session.interaction(&id).is_some() {
                // This page follows it itself.
                self.shown.remove(&id);
                session.log(&id).into_iter().for_each(|log| change.touch_with_lists(log));
                continue;
            }
            // A former segment's log may be claimed under the ID that it had.
            let former = session.log(&id).map(|log| log.interaction_id().to_owned()).unwrap_or_default();
            if !self.peers.any_claim(&id) && !self.peers.any_claim(&former) {
                self.shown.remove(&id);
                session.logs.all.retain(|log| log.id != id);
                change.touch_log(&id);
            }
        }
        written.and(self.write_claims()).and(self.write_kept())
    }

    /// Tells the session which logs it may save, and from when.
    fn gate(&self, session: &mut Session, now: f64) {
        session.logs.may_save_from = LiteMap::new();
        for log in &mut session.logs.all {
            let claim = self.claims.get(&log.id).copied();
            if !self.peers.is_held(&log.id, &self.page, claim, now) {
                log.leave_progress();
            }
        }
        if self.peers.is_empty() && self.taken.is_empty() {
            return;
        }
        let mut from = LiteMap::new();
        let is_contested = |id: &str| self.taken.contains_key(id) || self.peers.any_live(now);
        for log in &session.logs.all {
            let claim = self.claims.get(&log.id).copied();
            if self.peers.is_held(&log.id, &self.page, claim, now)
                || (claim.is_none() && self.shown.contains_key(&log.id))
            {
                from.insert(log.id.clone(), f64::INFINITY);
            } else if let Some(at) = self.claimed_at.get(&log.id).filter(|_| is_contested(&log.id)) {
                from.insert(log.id.clone(), at + CLAIM_WAIT);
            }
        }
        session.logs.may_save_from = from;
    }

    /// When to look at the other pages again: often while this page or another has claimed a log, and seldom else.
    pub(super) fn wake_at(&self) -> Option<f64> {
        let is_busy = !(self.claims.is_empty() && self.shown.is_empty() && self.peers.is_empty());
        let wait = match (self.left_at, is_busy) {
            (Some(_), _) => LEFT_WAIT,
            (None, true) => HEARTBEAT,
            (None, false) => IDLE_LOOK,
        };
        self.synchronised_at.filter(|_| self.is_shared()).map(|at| at + wait)
    }
}
