//! The runtime of a session: runs each call, persists the result, and collects the saves to be made.

use std::rc::Rc;

use super::change::Change;
use super::persistence::{KeyValueStore, Persistence};
use super::view::EffectsView;
use super::{Context, Session};
use crate::command::directory::Directory;
use crate::json;
use crate::log::config::Config;
use crate::log::keeper::LogKeeper;
use crate::outbox::Request;
use crate::problem::{Code, Problem};

/// A session together with its storage.
#[derive(Debug)]
pub struct SessionRuntime<S> {
    session: Session,
    persistence: Persistence<S>,
    directory: Directory,
}

/// The result of one call.
#[derive(Debug, Default, PartialEq)]
pub struct Effects {
    /// Everything that changed.
    pub change: Change,
    /// Saves to be made now; report the answer of each to [`Session::handle_response`].
    pub requests: Vec<Request>,
}

impl<S: KeyValueStore> SessionRuntime<S> {
    /// Opens the stored session, and reports everything in it as a change. `Some(seed)` if a save handler exists; it seeds
    /// retry jitter.
    pub fn open(
        mut persistence: Persistence<S>,
        config: Config,
        seed: Option<u32>,
        context: &Context,
    ) -> (SessionRuntime<S>, Effects) {
        let mut change = Change { agent: true, selection: true, ..Change::default() };
        let keeper = config.keeper(seed.is_some());
        let saves = seed.is_some() && keeper == LogKeeper::Patchbay;
        let mut merged = Change::default();
        let mut session = persistence.restore(saves, &Rc::new(config), context, &mut merged);
        change.problems.append(&mut merged.problems);
        match seed {
            Some(seed) if keeper == LogKeeper::Patchbay => session.save_with(seed),
            None if keeper == LogKeeper::Patchbay => change.problems.push(no_handler()),
            _ => {}
        }
        change.everything(&session);
        change.problems.extend(persistence.persist_restored(&session, &change, &merged));
        change.bound_problems();
        (
            SessionRuntime { session, persistence, directory: Directory::default() },
            Effects { change, requests: Vec::new() },
        )
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The next time at which [`SessionRuntime::dispatch`] has something to do, in milliseconds since 1970.
    pub fn wake_at(&self) -> Option<f64> {
        [self.session.wake_at(), self.session.sign_deadline(), self.persistence.wake_at()]
            .into_iter()
            .flatten()
            .reduce(f64::min)
    }

    /// Answers what is asked of the directory of transfer targets, JSON: the targets that fit `{text, configured, found}`; or
    /// remembers `{sent: target}`, or marks `{favourite: target, on}`.
    ///
    /// ```
    /// use patchbay::{log::config::Config, session::{Context, persistence::Persistence, runtime::SessionRuntime}};
    /// use std::convert::Infallible;
    /// let persistence = Persistence::<Infallible>::new(None, None, None);
    /// let (mut runtime, _) = SessionRuntime::open(persistence, Config::default(), None, &Context::default());
    /// runtime.directory(r#"{"sent":{"kind":"flow","value":"Survey","label":"Survey"}}"#);
    /// assert!(runtime.directory(r#"{"text":""}"#).contains(r#""recent":true"#));
    /// ```
    pub fn directory(&mut self, asked: &str) -> String {
        let asked = json::parse(asked).unwrap_or_default();
        // Another page of this agent may have written it.
        if let Some(text) = self.persistence.read_directory() {
            self.directory = Directory::restore(&text);
        }
        let changed = if asked["sent"].is_object() {
            self.directory.remember(&asked["sent"])
        } else if asked["favourite"].is_object() {
            self.directory.mark(&asked["favourite"], asked["on"] == true)
        } else {
            return json::write(&self.directory.find(&asked));
        };
        if changed {
            self.persistence.write_directory(&self.directory.to_snapshot());
        }
        String::new()
    }

    /// Runs `work` on the session, persists the result, and returns it with the saves that are due.
    pub fn dispatch(&mut self, context: &Context, work: impl FnOnce(&mut Session) -> Change) -> Effects {
        let mut change = Change::default();
        let displayed = self.session.displayed();
        self.persistence.look(&mut self.session, &mut change, context);
        change.absorb(work(&mut self.session));
        self.persistence.release_unheard(&mut self.session, &mut change, context);
        self.persistence.claim_changed(&mut self.session, &mut change, context);
        self.persistence.look_before_sending(&mut self.session, &mut change, context);
        self.session.expire_signs(context.now, &mut change);
        let requests = self.session.due(&mut change, context);
        // The log that is shown may be gone, also without a message.
        change.selection |= displayed != self.session.displayed();
        self.session.report_timelines(&mut change);
        if change.must_be_persisted() {
            change.problems.extend(self.persistence.persist(&self.session, &change));
        }
        if change.leaves {
            self.persistence.leave(context.now);
        }
        change.bound_problems();
        Effects { change, requests }
    }
}

/// The problem of a session that is to keep the log and cannot.
fn no_handler() -> Problem {
    let message = "Patchbay is to keep the log, but there is no save handler, so no log is saved; give save, or another logKeeper.";
    Problem::warning("/save", Code::Required, message)
}

impl Effects {
    /// Whether there is nothing to report.
    pub fn is_empty(&self) -> bool {
        self.change.is_empty() && self.requests.is_empty()
    }

    /// The effects in their public shape.
    pub fn view<'a>(&'a self, session: &'a Session) -> EffectsView<'a> {
        EffectsView::new(&self.change, &self.requests, session)
    }
}
