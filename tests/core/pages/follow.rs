//! What a page shows of a log that another page saves, and how it has it saved.

use patchbay::log::config::Config;
use patchbay::outbox::Request;
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::{Effects, SessionRuntime};
use patchbay::session::{Context, Session};
use serde_json::{Value, json};

use crate::faults::simulation::MemoryStorage;

const CALL: &str = "call";
const RECORD: &str = "00T5g0000000001EAA";
const MINUTE: u32 = 60;

/// Pages of one browser, each with a clock of its own.
struct Browser {
    lasting: MemoryStorage,
    pages: Vec<SessionRuntime<MemoryStorage>>,
    asleep: Vec<usize>,
    now: f64,
    sent: Vec<(usize, Request)>,
    answered: usize,
}

impl Browser {
    /// The first page hears a call and saves its log; the second shows it.
    fn with_a_call() -> Browser {
        let mut browser = Browser {
            lasting: MemoryStorage::default(),
            pages: Vec::new(),
            asleep: Vec::new(),
            now: 0.0,
            sent: Vec::new(),
            answered: 0,
        };
        browser.open();
        browser.open();
        browser.tell(&[0], "add", json!({ "state": "ALERTING" }));
        browser.tell(&[0], "connect", json!({ "state": "CONNECTED", "connectedTime": "2026-03-02T08:00:05Z" }));
        browser.settle(5);
        browser
    }

    fn open(&mut self) {
        let page = self.pages.len();
        let persistence = Persistence::new(Some(MemoryStorage::default()), Some(self.lasting.clone()), None);
        let persistence = persistence.of_page(&format!("p{page}"));
        let context = self.context(page);
        let (runtime, effects) = SessionRuntime::open(persistence, Config::default(), Some(1), &context);
        self.pages.push(runtime);
        self.keep(page, effects);
    }

    fn context(&self, page: usize) -> Context<'static> {
        Context { now: self.now + 3_600_000.0 * (2 - page) as f64, ..Context::default() }
    }

    fn keep(&mut self, page: usize, effects: Effects) {
        self.sent.extend(effects.requests.into_iter().map(|request| (page, request)));
    }

    fn dispatch(&mut self, page: usize, work: impl FnOnce(&mut Session, &Context) -> Change) {
        let context = self.context(page);
        let effects = self.pages[page].dispatch(&context, |session| work(session, &context));
        self.keep(page, effects);
    }

    fn command(&mut self, page: usize, command: Value) {
        self.dispatch(page, |session, context| session.command(&command.to_string(), context));
    }

    fn tell(&mut self, pages: &[usize], category: &str, facts: Value) {
        let mut data = json!({ "id": CALL, "startTime": "2026-03-02T08:00:00Z" });
        data.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
        let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
        for page in pages {
            self.dispatch(*page, |session, context| session.receive(&message, context));
        }
    }

    /// Time passes on all pages that are not asleep.
    fn pass(&mut self, seconds: u32) {
        for _ in 0..seconds {
            self.now += 1_000.0;
            for page in (0..self.pages.len()).filter(|page| !self.asleep.contains(page)).collect::<Vec<_>>() {
                self.dispatch(page, |_, _| Change::default());
            }
        }
    }

    /// Time passes, and every save is answered.
    fn settle(&mut self, seconds: u32) {
        for _ in 0..seconds {
            self.pass(1);
            self.answer();
        }
    }

    /// Every save that waits for its answer is carried out.
    fn answer(&mut self) {
        while let Some((page, request)) = self.sent.get(self.answered) {
            let (page, ticket) = (*page, request.ticket);
            self.answered += 1;
            self.command(page, json!(["resolved", ticket, RECORD]));
        }
    }

    /// The latest save fails.
    fn reject(&mut self) {
        let (page, request) = self.sent.last().unwrap();
        let (page, ticket) = (*page, request.ticket);
        self.answered = self.sent.len();
        self.command(page, json!(["rejected", ticket, { "message": "Failed to fetch" }]));
    }

    fn log(&self, page: usize) -> Value {
        serde_json::to_value(self.pages[page].session().log(CALL).unwrap().view()).unwrap()
    }

    fn is_saving(&self, page: usize) -> bool {
        self.pages[page].session().is_saving()
    }

    fn names(&self, page: usize) -> Vec<&str> {
        let log = self.pages[page].session().log(CALL).unwrap();
        log.related_to.records().iter().map(|record| record.name.as_str()).collect()
    }
}

fn case(number: u32) -> Value {
    json!({ "id": format!("5005g0000000{number:03}AAA"), "objectApiName": "Case", "name": format!("Case {number}") })
}

#[test]
fn the_other_pages_show_what_the_saving_page_shows() {
    let mut browser = Browser::with_a_call();
    browser.command(0, json!(["visit", case(1)]));
    browser.command(0, json!(["visit", case(2)]));
    browser.command(0, json!(["edit", CALL, { "Description": "Asks about the renewal." }]));
    browser.pass(1);
    assert_eq!(browser.names(1), ["Case 1", "Case 2"]);
    assert_eq!(browser.log(1)["values"]["Description"], "Asks about the renewal.");
    assert_eq!(browser.log(1)["saveState"], "pending");
    browser.pass(2);
    assert_eq!([&browser.log(0)["saveState"], &browser.log(1)["saveState"]], ["saving"; 2]);
    browser.reject();
    browser.pass(1);
    assert_eq!([&browser.log(0)["saveState"], &browser.log(1)["saveState"]], ["failing"; 2]);
    assert_eq!(browser.log(1)["problems"], browser.log(0)["problems"]);
    browser.settle(MINUTE);
    assert_eq!(browser.log(1), browser.log(0));
    assert_eq!(browser.log(1)["saveState"], "saved");
    assert!(browser.sent.iter().all(|(page, _)| *page == 0), "one page saves");
}

#[test]
fn a_save_that_is_asked_for_in_another_page_is_made_by_the_one_that_saves() {
    let mut browser = Browser::with_a_call();
    let before = browser.sent.len();
    browser.command(1, json!(["edit", CALL, { "Description": "Asks about the renewal." }]));
    browser.command(1, json!(["flush", true]));
    assert!(browser.is_saving(1));
    browser.pass(1);
    let (page, request) = browser.sent.last().unwrap();
    assert_eq!((browser.sent.len(), *page), (before + 1, 0), "at once, without a pause in typing");
    assert_eq!(request.call_log["Description"], "Asks about the renewal.");
    browser.pass(1);
    assert!(browser.is_saving(1), "until it is answered");
    browser.answer();
    browser.pass(1);
    assert!(!browser.is_saving(1));
    assert_eq!(browser.log(1)["saveState"], "saved");
    browser.pass(MINUTE);
    assert_eq!(browser.sent.len(), before + 1, "it is saved once");
}

#[test]
fn a_save_that_was_asked_for_and_failed_is_told_where_it_was_asked_for() {
    let mut browser = Browser::with_a_call();
    browser.command(1, json!(["edit", CALL, { "Description": "Asks about the renewal." }]));
    browser.command(1, json!(["flush", true]));
    browser.pass(1);
    browser.reject();
    browser.pass(1);
    assert!(!browser.is_saving(1));
    assert_eq!(browser.log(1)["problems"][0]["code"], "not-saved");
}

#[test]
fn a_page_that_takes_over_makes_the_save_that_was_asked_for() {
    let mut browser = Browser::with_a_call();
    browser.command(1, json!(["edit", CALL, { "Description": "Asks about the renewal." }]));
    browser.command(1, json!(["flush", true]));
    browser.asleep.push(0);
    browser.pass(20);
    let (page, request) = browser.sent.last().unwrap();
    assert_eq!(*page, 1);
    assert_eq!(request.call_log["Description"], "Asks about the renewal.");
    assert!(browser.is_saving(1));
    browser.answer();
    assert!(!browser.is_saving(1));
}

#[test]
fn a_quiet_conversation_is_over_for_no_page_while_one_that_follows_it_lives() {
    let mut browser = Browser::with_a_call();
    browser.command(1, json!(["edit", CALL, { "Description": "Asks about the renewal." }]));
    browser.settle(40 * MINUTE);
    for page in 0..2 {
        assert!(!browser.pages[page].session().log(CALL).unwrap().is_over(), "page {page}");
    }
    // Two pages that do not follow it themselves do not keep it open for one another.
    browser.open();
    browser.pass(2);
    browser.command(2, json!(["edit", CALL, { "Description": "Asks about the invoice." }]));
    browser.settle(5);
    browser.asleep.push(0);
    browser.settle(30 * MINUTE);
    assert!(browser.pages[1].session().log(CALL).is_none_or(|log| log.is_over()));
}

#[test]
fn an_edit_counts_after_one_that_its_page_has_not_seen() {
    let mut browser = Browser::with_a_call();
    browser.tell(&[1], "connect", json!({ "state": "CONNECTED", "connectedTime": "2026-03-02T08:00:05Z" }));
    browser.tell(&[0, 1], "disconnect", json!({ "state": "DISCONNECTED" }));
    browser.tell(&[0, 1], "acw", json!({ "isDone": true }));
    browser.settle(2 * MINUTE);
    // The first page is quicker than the second one looks.
    browser.command(0, json!(["edit", CALL, { "Description": "Earlier" }]));
    for _ in 0..30 {
        browser.command(0, json!(["edit", CALL, { "Description": "Earlier, and again" }]));
        browser.command(0, json!(["edit", CALL, { "Description": "Earlier" }]));
    }
    browser.command(0, json!(["flush", true]));
    browser.answer();
    browser.now += 2_000.0;
    browser.command(1, json!(["edit", CALL, { "Description": "Later" }]));
    browser.settle(20);
    let (_, request) = browser.sent.last().unwrap();
    assert_eq!(request.call_log["Description"], "Later");
    for page in 0..2 {
        assert_eq!(browser.log(page)["values"]["Description"], "Later", "page {page}");
    }
}
