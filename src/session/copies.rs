//! What other pages have written of their logs, merged into what this page knows. How two logs are merged is in
//! [`crate::log::merge`].

use super::change::Change;
use super::claims::copy_name;
use super::pages::is_done;
use super::persistence::{KeyValueStore, POLICY, Persistence, Scope};
use super::restore::{expired_logs, is_expired, restore_log, unreadable_log};
use super::{Context, Session};
use crate::json;
use crate::log::Log;
use crate::outbox::SaveEvent;
use crate::sort::sort_by;

/// Milliseconds without a message after which an interaction counts as over, once every page that followed it is gone.
const UNHEARD_TIMEOUT: f64 = 600_000.0;

impl<S: KeyValueStore> Persistence<S> {
    /// Merges every copy that another page has changed since this one read it.
    pub(super) fn merge_copies(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        let others = self.peers.claims_by_interaction();
        let mut copies: Vec<_> = self
            .peers
            .iter()
            .flat_map(|(page, peer)| peer.claims.keys().map(move |id| (page, id, peer.is_live(context.now))))
            .map(|(page, id, is_live)| (copy_name(page, id), id.clone(), is_live, others.is_alone(page, id)))
            .collect();
        let mut expired = 0;
        sort_by(&mut copies, |one, other| one.0.cmp(&other.0));
        self.merged.retain(|name, _| copies.binary_search_by(|(known, ..)| known.cmp(name)).is_ok());
        for (name, id, is_live, is_alone) in copies {
            let Some(text) = self.read(Scope::Lasting, &name, &mut change.problems) else { continue };
            if self.merged.get(&name) == Some(&text) {
                continue;
            }
            let config = session.logs.config.clone();
            let due = context.now + POLICY.resend_delay;
            let copy = restore_log(&text, [&[], &[]], config, due, &mut change.problems);
            match copy.filter(|copy| copy.id == id) {
                Some(copy) if is_expired(&copy, context) => {
                    // That of a page that lives is that page's to remove.
                    expired += usize::from(!is_live && self.remove(Scope::Lasting, &name).is_ok());
                    continue;
                }
                Some(copy) => {
                    session.logs.clock.observe(copy.revision());
                    // What is done may still be newer than what another page left.
                    let is_news = !(is_alone && is_done(&copy, session));
                    if !self.merge_copy(copy, is_live, is_news, session, change, context) {
                        continue;
                    }
                }
                // Of a page that lives it may be mended, of another it is set aside.
                None if is_live => continue,
                None => self.quarantine(Scope::Lasting, &name, &text, unreadable_log(), &mut change.problems),
            }
            self.merged.insert(name, text);
        }
        change.problems.extend(expired_logs(expired, &session.logs.config));
    }

    /// Releases logs of pages that are gone, if their interaction has not been heard of for too long since. While a page lives
    /// that follows a conversation, it may be as quiet as it likes.
    pub(super) fn release_unheard(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        for id in &change.replaced {
            self.shown.remove(id);
            self.unheard.remove(id);
        }
        let mut unheard = std::mem::take(&mut self.unheard);
        let mut followed = Vec::new();
        unheard.retain(|id, since| {
            let log = session.logs.all.iter_mut().find(|log| log.id == *id);
            let is_unheard = session.interactions.iter().all(|interaction| interaction.id != *id);
            let Some(log) = log.filter(|_| is_unheard) else { return false };
            let is_late = context.now - *since > UNHEARD_TIMEOUT;
            // What another page still writes is that page's to release.
            if !is_late || self.shown.contains_key(id) || !log.is_settled() {
                return true;
            }
            if self.is_followed(id, context.now) {
                followed.push(id.clone());
                return true;
            }
            log.release();
            // A log whose end nobody told is closed; one that was declined is offered again.
            log.review(session.logs.saves, Some(SaveEvent::Removed), context.now);
            change.touch_log(id);
            false
        });
        followed.into_iter().for_each(|id| _ = unheard.insert(id, context.now));
        self.unheard = unheard;
    }

    /// Whether another page that lives follows the interaction of a log.
    fn is_followed(&self, id: &str, now: f64) -> bool {
        let live = self.peers.iter().filter(|(_, peer)| peer.is_live(now) && peer.claims.contains_key(id));
        let mut copies = live.filter_map(|(page, _)| self.merged.get(&copy_name(page, id)));
        copies.any(|text| json::parse(text).is_ok_and(|copy| copy["following"] == true))
    }

    /// Merges a copy into the log that this page knows, or shows it. `false` when it has to be looked at again.
    pub(super) fn merge_copy(
        &mut self,
        mut copy: Log,
        is_live: bool,
        is_news: bool,
        session: &mut Session,
        change: &mut Change,
        context: &Context,
    ) -> bool {
        let is_other =
            |session: &Session, copy: &Log| session.log(&copy.id).is_some_and(|own| !own.is_same_segment(copy));
        if self.shown.contains_key(&copy.id)
            && let Some(at) = session.logs.all.iter().position(|log| log.id == copy.id && copy.is_after(log))
        {
            // The ID is that of the latest segment.
            let archived = format!("{}#{}", copy.id, session.logs.all[at].segment());
            change.touch_log(&copy.id);
            session.logs.all[at].archive(archived.clone());
            change.touch_with_lists(&session.logs.all[at]);
            self.shown.remove(&copy.id);
            self.shown.insert(archived, ());
        }
        let is_of = |log: &&Log| log.interaction_id() == copy.interaction_id() && log.is_same_segment(&copy);
        if (session.log(&copy.id).is_none() || is_other(session, &copy))
            && let Some(own) = session.logs().iter().find(is_of)
        {
            // This page knows the segment by another ID.
            copy.archive(own.id.clone());
        }
        if is_other(session, &copy) {
            // The log of another segment: its page follows the interaction, or this one keeps it under another ID.
            if is_live {
                return false;
            }
            let archived = format!("{}#{}", copy.id, copy.segment());
            copy.archive(archived);
            if is_other(session, &copy) {
                return false;
            }
        }
        let id = copy.id.clone();
        let follows = session.interaction(&id).is_some();
        match session.logs.all.iter().position(|log| log.id == id) {
            Some(at) => {
                let merged = session.logs.all[at].merge(copy, follows);
                if merged.changed {
                    session.logs.review(at, None, context.now);
                    if merged.asked {
                        session.logs.all[at].flush(context.now);
                    }
                    match merged.lists {
                        true => change.touch_with_lists(&session.logs.all[at]),
                        false => change.touch_log(&id),
                    }
                }
            }
            None if !is_news => {}
            None => {
                session.logs.all.push(copy);
                let at = session.logs.all.len() - 1;
                session.logs.review(at, None, context.now);
                change.touch_with_lists(&session.logs.all[at]);
                self.shown.insert(id.clone(), ());
                self.unheard.insert(id, context.now);
            }
        }
        true
    }
}
