//! Storage that fails in part, or lies: nothing newer is undone, nothing is lost in silence, and each failure is told once.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use super::page::{Browser, ID, Page, saved};
use crate::tried::tried;

const UNSTORED: &str = "The browser's storage is full or forbidden";

fn told(page: &Page, sentence: &str) -> usize {
    page.problems.iter().filter(|message| message.starts_with(sentence)).count()
}

#[test]
fn with_one_store_full_the_other_brings_back_what_is_newest() {
    for is_tab_full in [true, false] {
        let browser = Browser::default();
        let mut page = browser.open(0.0);
        page.call(ID, "first");
        let store = if is_tab_full { &browser.tab } else { &browser.lasting };
        store.fill();
        for text in ["second, and a word more", "third, and many words more than before"] {
            page.edit(ID, text);
        }
        assert_eq!(told(&page, UNSTORED), 1, "told once");
        store.make_room();
        let mut page = browser.open(10.0);
        page.wait(10_000.0);
        assert_eq!(page.description(ID), "third, and many words more than before", "tab is full: {is_tab_full}");
    }
}

#[test]
fn what_could_not_be_stored_any_more_does_not_undo_what_was_saved_since() {
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    page.call(ID, "first");
    browser.tab.fill();
    browser.lasting.fill();
    page.edit(ID, "second, and a word more");
    page.wait(10_000.0);
    assert_eq!(page.requests[0].call_log["Description"], "second, and a word more");
    page.answer_all(saved);
    browser.tab.make_room();
    browser.lasting.make_room();
    let mut page = browser.open(20_000.0);
    page.wait(100_000.0);
    let sent: Vec<_> = page.requests.iter().filter_map(|request| request.call_log.get("Description")).collect();
    assert!(!sent.contains(&&json!("first")), "{sent:?}");
}

#[test]
fn what_could_not_be_stored_is_kept_as_it_was_until_it_is_sent() {
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    page.call(ID, "first");
    browser.tab.fill();
    browser.lasting.fill();
    page.edit(ID, "second, and a word more");
    assert_eq!(browser.open(10.0).description(ID), "first", "better than nothing");
}

#[test]
fn a_read_that_fails_once_loses_nothing() {
    for key in ["session", "logs", "log.", "kept", "pages", "unsaved", "page."] {
        let browser = Browser::default();
        let mut page = browser.open(0.0);
        page.call(ID, "Roof");
        for store in [&browser.tab, &browser.lasting] {
            store.unreadable.replace((key.to_owned(), 1));
        }
        let mut page = browser.open(10.0);
        page.wait(10_000.0);
        assert_eq!(page.description(ID), "Roof", "{key}");
        assert_eq!(page.found_problems(), [""; 0], "{key}");
    }
}

#[test]
fn a_store_that_cannot_be_read_has_not_lost_what_it_had() {
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    page.call(ID, "Roof");
    browser.lasting.unreadable.replace((String::new(), 1_000));
    page.now = 20_000.0;
    page.wait(10_000.0);
    browser.lasting.unreadable.replace((String::new(), 0));
    page.wait(10_000.0);
    let sent: Vec<_> = page.requests.iter().map(|request| request.call_log["Description"].clone()).collect();
    assert_eq!(sent, ["Roof"], "it is not taken for saved by another page");
}

#[test]
fn a_store_that_keeps_nothing_of_what_it_takes_loses_nothing() {
    let browser = Browser::default();
    browser.lasting.lies.set(true);
    let mut page = browser.open(0.0);
    page.call(ID, "Roof");
    page.wait(60_000.0);
    assert_eq!(page.requests.first().map(|request| request.call_log["Description"].clone()), Some(json!("Roof")));
    assert!(told(&page, UNSTORED) == 1, "{:?}", page.problems);
}

#[test]
fn an_index_that_cannot_be_read_is_told_once_and_the_logs_are_found() {
    for broken in ["", "{", "5", r#"{"call-1":1}"#, r#"["call-1",5]"#] {
        let browser = Browser::default();
        browser.open(0.0).call(ID, "Roof");
        browser.tab.insert("patchbay.005A.logs", broken);
        let page = browser.open(10.0);
        assert_eq!(page.description(ID), "Roof", "{broken}");
        assert_eq!(page.found_problems().len(), 1, "{broken}: {:?}", page.found_problems());
        assert_eq!(browser.open(20.0).found_problems(), [""; 0], "{broken}: not at every start");
    }
}

#[test]
fn claims_that_cannot_be_read_are_told_once_and_the_logs_that_this_page_knows_are_saved() {
    let browser = Browser::default();
    browser.open(0.0).call(ID, "Roof");
    let claims = browser.lasting.keys().into_iter().find(|key| key == "patchbay.005A.unsaved.page1").unwrap();
    browser.lasting.insert(&claims, "{");
    let mut page = browser.open(10.0);
    page.wait(20_000.0);
    assert_eq!(page.requests[0].call_log["Description"], "Roof");
    let all = page.found_problems().len() + told(&page, "The list of stored interaction logs");
    assert_eq!(all, 1, "{:?} {:?}", page.found_problems(), page.problems);
}

#[test]
fn two_entries_of_one_log_are_one_log() {
    let browser = Browser::default();
    browser.open(0.0).call(ID, "Roof");
    browser.tab.insert("patchbay.005A.logs", json!([ID, ID]).to_string());
    let mut page = browser.open(10.0);
    assert_eq!(page.runtime.session().logs().len(), 1);
    page.wait(20_000.0);
    assert_eq!(page.requests.len(), 1);
}

/// Changes what is stored of the log in both stores.
fn tamper(browser: &Browser, change: impl Fn(&mut Value)) {
    for store in [&browser.tab, &browser.lasting] {
        for key in store.keys().into_iter().filter(|key| key.ends_with(ID)) {
            let text = store.texts.borrow()[&key].clone();
            let mut log: Value = serde_json::from_str(&text).unwrap();
            change(&mut log);
            store.insert(&key, log.to_string());
        }
    }
}

#[test]
fn a_stored_edit_is_judged_like_an_agents() {
    let forbidden = ["Id", "CallObject", "WhoId", "callobject", "WhatId", "no field"];
    for field in forbidden {
        let browser = Browser::default();
        browser.open(0.0).call(ID, "Roof");
        tamper(&browser, |log| log["edits"][field] = json!("00T5g00000Other"));
        let mut page = browser.open(10.0);
        page.wait(20_000.0);
        let sent = &page.requests[0].call_log;
        assert_eq!(sent["Description"], "Roof", "{field}");
        assert_ne!(sent.get(field), Some(&json!("00T5g00000Other")), "{field}");
        let told = page.found_problems();
        assert_eq!(told.len(), 1, "{field}: {told:?}");
        assert_eq!(browser.open(30_000.0).found_problems(), [""; 0], "{field}");
    }
    tried("storage, stored edits that no agent could have made", forbidden.len());
}

#[test]
fn an_entry_of_another_version_is_set_aside_and_told_once() {
    let browser = Browser::default();
    browser.open(0.0).call(ID, "Roof");
    tamper(&browser, |log| log["patchbay"] = json!(99));
    browser.tab.insert("patchbay.005A.session", r#"{"patchbay":99}"#);
    let mut page = browser.open(10.0);
    page.wait(60_000.0);
    let told = [page.found_problems(), page.problems].concat();
    assert_eq!(told.len(), 3, "session, the tab's log and the copy: {told:?}");
    assert_eq!(browser.tab.contents().matches("unreadable.").count(), 3);
    let mut page = browser.open(100_000.0);
    page.wait(60_000.0);
    assert_eq!([page.found_problems(), page.problems].concat(), [""; 0]);
}

#[test]
fn an_id_that_looks_like_a_key_is_an_id_like_any_other() {
    let ids = ["x", "x.name.0", "x.relatedTo.0", "piece.name.0.x", "x.unreadable", "logs", "session", "page1", "kept"];
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    for (at, id) in ids.iter().enumerate() {
        page.call(id, &format!("note {at}"));
        let record = json!({ "id": format!("0035g0000{at:06}"), "objectApiName": "Contact", "name": format!("N{at}") });
        page.command(json!(["associate", id, [record]]));
    }
    let mut page = browser.open(10.0);
    for (at, id) in ids.iter().enumerate() {
        assert_eq!(page.description(id), format!("note {at}"));
        let names: Vec<_> =
            page.runtime.session().log(id).unwrap().name.records().iter().map(|record| record.name.clone()).collect();
        assert_eq!(names, [format!("N{at}")], "{id}");
    }
    assert_eq!(page.found_problems(), [""; 0]);
    page.wait(60_000.0);
    tried("storage, IDs that look like keys", ids.len());
}
