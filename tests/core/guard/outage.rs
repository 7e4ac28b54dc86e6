//! A long outage: one agent makes a bounded number of calls, and every log is saved when it is over.

use serde_json::json;

use super::page::{Browser, Page, saved};
use crate::tried::tried;

const LOGS: usize = 200;
const MINUTE: f64 = 60_000.0;

fn with_unsaved_logs() -> Page {
    let mut page = Browser::default().open(0.0);
    for at in 0..LOGS {
        let id = format!("call-{at}");
        page.call(&id, "Roof");
        page.end(&id);
        page.requests.clear();
    }
    page
}

/// Plays minutes in which no save succeeds; the calls of each.
fn calls_of(page: &mut Page, minutes: usize, hangs: bool) -> Vec<usize> {
    let mut calls = Vec::new();
    for _ in 0..minutes {
        let until = page.now + MINUTE;
        let mut count = 0;
        while page.now < until {
            page.wait(500.0);
            count += page.requests.len();
            match hangs {
                true => page.requests.clear(),
                false => page.answer_all(|_| ("rejected", json!({ "message": "Failed to fetch" }))),
            }
        }
        calls.push(count);
    }
    calls
}

#[test]
fn during_an_outage_one_agent_makes_a_bounded_number_of_calls() {
    let mut minutes = 0;
    for hangs in [false, true] {
        let mut page = with_unsaved_logs();
        let calls = calls_of(&mut page, 60, hangs);
        assert!(calls[0] <= 24, "the first minute: {calls:?}");
        assert!(calls.iter().skip(5).all(|count| *count <= 2), "later minutes: {calls:?}");
        assert!(calls.iter().skip(5).sum::<usize>() >= 15, "one probe goes on: {calls:?}");
        minutes += calls.len();
        let mut rounds = 0;
        while page.runtime.session().logs().iter().any(|log| !log.is_settled()) && rounds < 2_000 {
            page.wait(1_000.0);
            page.answer_all(saved);
            rounds += 1;
        }
        let unsaved = page.runtime.session().logs().iter().filter(|log| log.record_id().is_none()).count();
        assert_eq!(unsaved, 0, "hangs {hangs}");
    }
    tried("outage, minutes with 200 unsaved logs", minutes);
}

#[test]
fn a_log_that_fails_alone_delays_no_other() {
    let mut page = Browser::default().open(0.0);
    page.call("bad", "Roof");
    for _ in 0..400 {
        page.wait(1_000.0);
        page.answer_all(|_| ("rejected", json!({ "message": "FIELD_CUSTOM_VALIDATION_EXCEPTION" })));
    }
    page.call("good", "Roof");
    page.wait(10_000.0);
    assert!(page.requests.iter().any(|request| request.id == "good"));
}

#[test]
fn an_agent_who_saves_now_is_not_kept_waiting() {
    let mut page = with_unsaved_logs();
    calls_of(&mut page, 10, false);
    page.command(json!(["flush", true]));
    assert!(!page.requests.is_empty());
}

#[test]
fn logs_that_the_server_refuses_are_no_outage() {
    for count in [2, 20] {
        let mut page = Browser::default().open(0.0);
        for at in 0..count {
            page.call(&format!("bad-{at}"), "Roof");
        }
        for _ in 0..400 {
            page.wait(1_000.0);
            page.answer_all(|_| ("rejected", json!({ "message": "FIELD_CUSTOM_VALIDATION_EXCEPTION" })));
        }
        let now = page.now;
        page.call("good", "Roof");
        page.wait(10_000.0);
        assert!(page.requests.iter().any(|request| request.id == "good"), "{count} at {now}");
    }
}

#[test]
fn a_few_logs_that_fail_again_and_again_are_no_outage() {
    let mut page = Browser::default().open(0.0);
    page.call("one", "Roof");
    page.call("two", "Roof");
    calls_of(&mut page, 60, false);
    page.call("good", "Roof");
    page.wait(10_000.0);
    assert!(page.requests.iter().any(|request| request.id == "good"));
}

#[test]
fn the_log_that_the_agent_opens_during_an_outage_is_tried_before_all_others() {
    let mut page = with_unsaved_logs();
    calls_of(&mut page, 10, false);
    page.call("opened", "Roof");
    // It has failed more often than most.
    for _ in 0..3 {
        page.command(json!(["openLog", "opened"]));
        page.answer_all(|_| ("rejected", json!({ "message": "Failed to fetch" })));
        page.wait(30_000.0);
        page.answer_all(|_| ("rejected", json!({ "message": "Failed to fetch" })));
    }
    page.command(json!(["openLog", "opened"]));
    let sent: Vec<_> = page.requests.iter().map(|request| request.id.as_str()).collect();
    assert_eq!(sent, ["opened"]);
}
