//! Who saves a log, and what two pages make of two copies of it.

use std::cell::Cell;
use std::rc::Rc;

use patchbay::log::config::Config;
use patchbay::session::Context;
use patchbay::session::change::Change;
use patchbay::session::lease::{Claims, EXPIRY, LEFT, Peers};
use patchbay::session::persistence::{KeyValueStore, Persistence, StorageError};
use patchbay::session::runtime::SessionRuntime;
use serde_json::json;

use crate::faults::simulation::MemoryStorage;

fn claims(at: f64) -> Claims {
    let mut claims = Claims::new();
    claims.insert("log".to_owned(), at);
    claims
}

#[test]
fn the_earliest_claim_of_a_living_page_counts_and_of_two_the_first_name() {
    let mut peers = Peers::default();
    peers.observe("b", "1".to_owned(), claims(10.0), 0.0);
    for (me, own, held) in [
        ("a", None, true),
        ("a", Some(9.0), false),
        ("a", Some(10.0), false),
        ("c", Some(10.0), true),
        ("a", Some(11.0), true),
    ] {
        assert_eq!(peers.is_held("log", me, own, 1.0), held, "{me} {own:?}");
    }
    assert!(!peers.is_held("another log", "a", None, 1.0));
}

#[test]
fn a_page_lives_while_its_heartbeat_changes_whatever_its_clock_says() {
    let mut peers = Peers::default();
    peers.observe("b", "1".to_owned(), claims(10.0), 0.0);
    peers.observe("b", "1".to_owned(), claims(10.0), EXPIRY - 1.0);
    assert!(peers.any_live(EXPIRY - 1.0));
    assert!(!peers.any_live(EXPIRY), "it stands still");
    peers.observe("b", "2".to_owned(), claims(10.0), EXPIRY);
    assert!(peers.any_live_claim("log", 2.0 * EXPIRY - 1.0), "it has woken");
    peers.observe("b", LEFT.to_owned(), claims(10.0), EXPIRY + 1.0);
    assert!(!peers.any_live(EXPIRY + 1.0), "it says that it was left");
    assert!(peers.any_claim("log"), "and what it has left");
}

#[test]
fn a_dead_page_does_not_live_by_what_was_taken_over_from_it() {
    let mut peers = Peers::default();
    peers.observe("b", "7".to_owned(), claims(10.0), 0.0);
    peers.set_claims("b", Claims::new());
    peers.observe("b", "7".to_owned(), Claims::new(), EXPIRY);
    assert!(!peers.any_live(EXPIRY));
}

/// A store that the browser forbids while `is_forbidden`.
#[derive(Clone, Default)]
struct Fickle {
    store: MemoryStorage,
    is_forbidden: Rc<Cell<bool>>,
}

impl Fickle {
    fn allowed(&self) -> Result<&MemoryStorage, StorageError> {
        if self.is_forbidden.get() { Err(StorageError) } else { Ok(&self.store) }
    }
}

impl KeyValueStore for Fickle {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.allowed()?.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.allowed()?.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.allowed()?.remove(key)
    }
}

/// Where the lease cannot be written, the log is kept: every page saves it, and the server's key makes one Task of that.
#[test]
fn a_store_that_throws_costs_no_log_and_is_told_once_by_each_page() {
    for forbidden_from in [0, 5] {
        let shared = Fickle::default();
        shared.is_forbidden.set(forbidden_from == 0);
        let message =
            json!({ "type": "Interaction", "category": "connect", "data": { "id": "call", "state": "CONNECTED" } });
        let message = message.to_string();
        let (mut told, mut saved) = (0, 0);
        let mut pages: Vec<_> = ["a", "b"]
            .into_iter()
            .map(|name| {
                let persistence = Persistence::new(None, Some(shared.clone()), None).of_page(name);
                let (page, effects) =
                    SessionRuntime::open(persistence, Config::default(), Some(1), &Context::default());
                told += effects.change.problems.len();
                page
            })
            .collect();
        for second in 0..40 {
            shared.is_forbidden.set(second >= forbidden_from);
            let context = Context { now: f64::from(second) * 1_000.0, ..Context::default() };
            for page in &mut pages {
                let mut effects = page.dispatch(&context, |session| match second {
                    1 => session.receive(&message, &context),
                    10 => session.command(r#"["edit","call",{"Description":"Asked"}]"#, &context),
                    _ => Change::default(),
                });
                while !effects.requests.is_empty() {
                    told += effects.change.problems.len();
                    let ticket = effects.requests[0].ticket;
                    let answer = json!(["resolved", ticket, "00T5g00000XyZ12EAF"]).to_string();
                    saved += 1;
                    effects = page.dispatch(&context, |session| session.command(&answer, &context));
                }
                told += effects.change.problems.len();
            }
        }
        assert_eq!(told, 2, "forbidden from {forbidden_from}");
        assert!(saved >= 2, "forbidden from {forbidden_from}");
        for page in &pages {
            let log = page.session().log("call").unwrap();
            assert!(log.is_settled(), "forbidden from {forbidden_from}");
            assert_eq!(log.queue.saved("Description"), Some(&json!("Asked")));
        }
    }
}
