//! An agent's desk: the session, what is kept of it, and the saves it asks for.

use std::rc::Rc;

use super::change::Change;
use super::persistence::{KeyValueStore, Persistence};
use super::view::EffectsView;
use super::{Context, Session};
use crate::log::config::Config;
use crate::outbox::Request;

/// One agent's desk.
#[derive(Debug)]
pub struct SessionRuntime<S> {
    session: Session,
    persistence: Persistence<S>,
}

/// What came of one call.
#[derive(Debug, Default, PartialEq)]
pub struct Effects {
    /// What is different.
    pub change: Change,
    /// Saves to be made now; the answer of each is told to [`Session::handle_response`].
    pub requests: Vec<Request>,
}

impl<S: KeyValueStore> SessionRuntime<S> {
    /// Takes over what was kept: everything there is now, as a change. With a `seed`, somebody saves.
    pub fn open(
        mut persistence: Persistence<S>,
        config: Config,
        seed: Option<u32>,
        context: &Context,
    ) -> (SessionRuntime<S>, Effects) {
        let mut change = Change { agent: true, selection: true, ..Change::default() };
        let mut session = persistence.restore(&Rc::new(config), context, &mut change.problems);
        if let Some(seed) = seed {
            session.save_with(seed);
        }
        change.everything(&session);
        change.problems.extend(persistence.take_over(&session, &change));
        (SessionRuntime { session, persistence }, Effects { change, requests: Vec::new() })
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Does something, keeps what came of it, and only then asks for the saves that are due.
    pub fn dispatch(&mut self, context: &Context, work: impl FnOnce(&mut Session) -> Change) -> Effects {
        let mut change = work(&mut self.session);
        self.persistence.look_after_found(&mut self.session, &mut change, context);
        let requests = self.session.due(&mut change, context);
        if change.is_kept() {
            change.problems.extend(self.persistence.keep(&self.session, &change));
        }
        Effects { change, requests }
    }
}

impl Effects {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.change.is_empty() && self.requests.is_empty()
    }

    /// As JavaScript takes it over.
    pub fn view<'a>(&'a self, session: &'a Session) -> EffectsView<'a> {
        EffectsView::new(&self.change, &self.requests, session)
    }
}
