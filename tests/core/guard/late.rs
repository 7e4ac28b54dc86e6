//! Saves that are never answered, and arrive after later ones.

use serde_json::json;

use super::page::{Browser, ID, TASK};

/// The server's Description after a first save that was never answered, a second one that was, and then the first.
#[test]
fn a_save_that_arrives_after_a_later_one_is_put_right() {
    for is_reloaded in [false, true] {
        for is_over in [false, true] {
            let browser = Browser::default();
            let mut page = browser.open(0.0);
            page.call(ID, "first");
            page.wait(20_000.0);
            let first = page.requests.remove(0);
            assert_eq!(first.call_log["Description"], "first");
            if !is_reloaded {
                // The first has timed out, and is about to be sent again.
                page.wait(42_000.0);
            }
            let mut page = if is_reloaded { browser.open(page.now) } else { page };
            page.edit(ID, "second");
            if is_over {
                page.end(ID);
            }
            page.wait(20_000.0);
            let second = page.requests.remove(0);
            assert_eq!(second.call_log["Description"], "second");
            page.command(json!(["resolved", second.ticket, TASK]));
            // Only now the first arrives, which nobody tells.
            let mut again = Vec::new();
            for _ in 0..200 {
                page.wait(10_000.0);
                for request in std::mem::take(&mut page.requests) {
                    again.extend(request.call_log.get("Description").cloned());
                    page.command(json!(["resolved", request.ticket, TASK]));
                }
            }
            assert_eq!(again, ["second"], "reloaded {is_reloaded}, over {is_over}: once, and once is enough");
        }
    }
}

#[test]
fn a_save_that_sent_the_same_does_no_harm_and_costs_nothing() {
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    page.call(ID, "first");
    page.wait(20_000.0);
    page.requests.clear();
    page.wait(120_000.0);
    let ticket = page.requests.remove(0).ticket;
    page.command(json!(["resolved", ticket, TASK]));
    page.end(ID);
    page.wait(20_000.0);
    while let Some(request) = page.requests.pop() {
        page.command(json!(["resolved", request.ticket, TASK]));
    }
    page.wait(10_000_000.0);
    let again = page.requests.iter().filter(|request| request.call_log.contains_key("Description")).count();
    assert_eq!(again, 0);
}
