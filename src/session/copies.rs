//! What other pages have written of their logs, merged into what this page knows. How two logs are merged is in
//! [`crate::log::merge`].

use super::change::Change;
use super::claims::copy_name;
use super::pages::is_done;
use super::persistence::{KeyValueStore, POLICY, Persistence, Scope, unreadable_log};
use super::{Context, Session};
use crate::log::Log;

impl<S: KeyValueStore> Persistence<S> {
    /// Merges every copy that another page has changed since this one read it.
    pub(super) fn merge_copies(&mut self, session: &mut Session, change: &mut Change, context: &Context) {
        let copies: Vec<_> = self
            .peers
            .iter()
            .flat_map(|(page, peer)| peer.claims.keys().map(move |id| (page, id, peer.is_live(context.now))))
            .map(|(page, id, is_live)| (copy_name(page, id), id.clone(), is_live, self.peers.is_alone(page, id)))
            .collect();
        self.merged.retain(|name, _| copies.iter().any(|(known, ..)| known == name));
        for (name, id, is_live, is_alone) in copies {
            let Some(text) = self.read(Scope::Lasting, &name, &mut change.problems) else { continue };
            if self.merged.get(&name) == Some(&text) {
                continue;
            }
            let config = session.logs.config.clone();
            let copy = Log::restore(&text, [&[], &[]], config, context.now + POLICY.resend_delay);
            match copy.filter(|copy| copy.id == id) {
                Some(copy) => {
                    session.logs.clock.observe(copy.revision());
                    // What is done may still be newer than what another page left.
                    let is_news = !(is_alone && is_done(&copy, session));
                    if !self.merge_copy(copy, is_live, is_news, session, change, context) {
                        continue;
                    }
                }
                // Told once: of a page that lives it may be mended, of another it is set aside.
                None if is_live => {}
                None => self.quarantine(Scope::Lasting, &name, &text, unreadable_log(), &mut change.problems),
            }
            self.merged.insert(name, text);
        }
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
