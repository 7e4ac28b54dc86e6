//! An agent's desk: the session, what is kept of it, and the saves it asks for.

use std::rc::Rc;

use super::change::Change;
use super::store::{Keeper, Store};
use super::{Here, Session};
use crate::json::write::Row;
use crate::log::setup::Setup;
use crate::save::{Request, What};

/// One agent's desk.
#[derive(Debug)]
pub struct Desk<S> {
    session: Session,
    keeper: Keeper<S>,
}

/// What came of one call.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    /// What is different.
    pub change: Change,
    /// Saves to be made now; the answer of each is told to [`Session::answered`].
    pub requests: Vec<Request>,
}

impl<S: Store> Desk<S> {
    /// Takes over what was kept: everything there is now, as a change. With a `seed`, somebody saves.
    pub fn open(mut keeper: Keeper<S>, setup: Setup, seed: Option<u32>, here: &Here) -> (Desk<S>, Outcome) {
        let mut change = Change { agent: true, selection: true, ..Change::default() };
        let mut session = keeper.restore(&Rc::new(setup), here, &mut change.problems);
        if let Some(seed) = seed {
            session.save_with(seed);
        }
        change.everything(&session);
        change.problems.extend(keeper.take_over(&session, &change));
        (Desk { session, keeper }, Outcome { change, requests: Vec::new() })
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Does something, keeps what came of it, and only then asks for the saves that are due.
    pub fn act(&mut self, here: &Here, work: impl FnOnce(&mut Session) -> Change) -> Outcome {
        let mut change = work(&mut self.session);
        self.keeper.look_after_found(&mut self.session, &mut change, here);
        let requests = self.session.due(&mut change, here);
        if change.is_kept() {
            change.problems.extend(self.keeper.keep(&self.session, &change));
        }
        Outcome { change, requests }
    }
}

impl Outcome {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.change.is_empty() && self.requests.is_empty()
    }

    /// As JavaScript takes it over: the values of the change, then the saves, as JSON.
    pub fn write(&self, session: &Session, out: &mut String) {
        let mut row = Row::begin(out);
        self.change.write(session, &mut row);
        row.array(&self.requests, |request, out| {
            let mut row = Row::begin(out);
            row.number(Some(request.ticket.into())).flag(request.what == What::Engagement);
            request.write(row.value());
            row.end();
        });
        row.end();
    }
}
