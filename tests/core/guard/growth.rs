//! Work that grows with what there is: counted by what is asked of the store, never by time.

use serde_json::json;

use super::page::{Browser, saved};
use crate::tried::tried;

/// What one message costs beside so many logs that another page has left behind.
fn operations_beside(left_behind: usize) -> usize {
    let mut browser = Browser::default();
    let mut page = browser.open(0.0);
    for at in 0..left_behind {
        page.call(&format!("call-{at}"), "Roof");
        page.receive(&format!("call-{at}"), "deallocate", json!({}));
        page.requests.clear();
    }
    browser.close_tab();
    let mut page = browser.open(1_000_000.0);
    page.wait(30_000.0);
    browser.lasting.operations.set(0);
    browser.tab.operations.set(0);
    page.receive("new", "add", json!({ "state": "ALERTING" }));
    browser.lasting.operations.get() + browser.tab.operations.get()
}

#[test]
fn a_message_beside_logs_that_were_left_behind_costs_no_more_than_in_proportion() {
    let [few, many] = [50, 400].map(operations_beside);
    assert!(many <= few * 8 + 100, "{many} operations beside 400 logs, {few} beside 50");
    tried("growth, logs left behind", 450);
}

#[test]
fn the_problems_of_one_call_are_bounded() {
    let mut page = Browser::default().open(0.0);
    let edits: serde_json::Map<_, _> = (0..5_000).map(|at| (format!("no field {at}"), json!(1))).collect();
    page.call("one", "Roof");
    page.problems.clear();
    page.command(json!(["edit", "one", edits]));
    assert_eq!(page.problems.len(), 100);
    assert!(page.problems[99].starts_with("There are more problems"));
    page.answer_all(saved);
}
