//! Stored data that the module crashes on: it is set aside, unread, and told; little is lost.

use super::page::{Browser, ID};

#[test]
fn what_the_tab_has_is_set_aside_and_the_copies_bring_the_unsaved_logs_back() {
    let browser = Browser::default();
    browser.open(0.0).call(ID, "Roof");
    let stored = browser.tab.texts.borrow()["patchbay.005A.session"].clone();
    let mut page = browser.open_aside(10.0, 1);
    assert_eq!(page.found.change.problems.iter().filter(|one| one.code.as_str() == "module-restarted").count(), 1);
    assert_eq!(page.runtime.session().interactions().len(), 0);
    assert_eq!(browser.tab.texts.borrow()["patchbay.005A.unreadable.session"], stored);
    page.wait(20_000.0);
    assert_eq!(page.requests[0].call_log["Description"], "Roof");
    // The next page reads what this one stored.
    assert_eq!(browser.open(30_000.0).found_problems(), [""; 0]);
}

#[test]
fn then_this_pages_copies_too() {
    let browser = Browser::default();
    browser.open(0.0).call(ID, "Roof");
    let mut page = browser.open_aside(10.0, 2);
    page.wait(20_000.0);
    assert!(page.requests.is_empty());
    assert_eq!(page.runtime.session().logs().len(), 0);
    assert!(browser.tab.contents().contains("Roof"), "it is kept under another key");
    assert!(!browser.lasting.contents().contains("Roof"));
}
