//! How long what cannot be saved stays in the browser, and what never gets there.

use serde_json::json;

use super::page::{Browser, ID, Page, saved};

const DAY: f64 = 86_400_000.0;

#[test]
fn what_cannot_be_saved_is_dropped_with_a_word_after_the_days_that_the_org_chose() {
    for (days, config) in [(30.0, json!({})), (3.0, json!({ "browserStorageDays": 3 }))] {
        for is_tab_closed in [false, true] {
            let mut browser = Browser::with(config.clone());
            let mut page = browser.open(0.0);
            page.call(ID, "Roof");
            page.end(ID);
            if is_tab_closed {
                browser.close_tab();
            }
            let mut page = browser.open((days - 1.0) * DAY);
            page.wait(10_000.0);
            assert_eq!(page.description(ID), "Roof", "{days} {is_tab_closed}");
            // It was taken over, and is not saved either.
            let taken = page.now;
            if is_tab_closed {
                browser.close_tab();
            }
            let mut page = browser.open(taken + (days + 1.0) * DAY);
            page.wait(10_000.0);
            assert_eq!(page.runtime.session().logs().len(), 0, "{days} {is_tab_closed}");
            let told = [page.found_problems(), page.problems].concat();
            assert!(told.iter().any(|message| message.contains(&format!("{days} days"))), "{told:?}");
            assert!(!browser.lasting.contents().contains("Roof"), "{}", browser.lasting.contents());
            assert!(!browser.tab.contents().contains("Roof"));
            let mut page = browser.open(taken + (days + 2.0) * DAY);
            page.wait(10_000.0);
            assert_eq!([page.found_problems(), page.problems].concat(), [""; 0], "once");
        }
    }
}

#[test]
fn a_log_that_is_saved_and_over_leaves_both_stores() {
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    page.call(ID, "Roof");
    page.end(ID);
    page.wait(10_000.0);
    page.answer_all(saved);
    page.wait(100_000.0);
    page.answer_all(saved);
    for store in [&browser.tab, &browser.lasting] {
        assert!(!store.contents().contains("Roof"), "{}", store.contents());
    }
    assert_eq!(page.description(ID), "Roof", "the page still shows it");
}

#[test]
fn a_log_that_no_message_has_dated_leaves_the_tab_after_eight_later_ones() {
    let browser = Browser::default();
    let mut page = browser.open(0.0);
    page.receive(ID, "connect", json!({ "state": "CONNECTED" }));
    page.edit(ID, "Roof");
    let end = |page: &mut Page, id: &str| {
        page.end(id);
        for _ in 0..2 {
            page.wait(10_000.0);
            page.answer_all(saved);
        }
    };
    end(&mut page, ID);
    for later in 0..9 {
        // Without it, the next call of the same conversation would be taken for the same.
        assert_eq!(browser.tab.contents().contains("Roof"), later < 8, "{later}");
        let id = format!("later-{later}");
        page.call(&id, "Hail");
        end(&mut page, &id);
    }
}

#[test]
fn no_transcript_is_in_the_lasting_store_and_none_is_cleared_in_a_record() {
    let config = json!({ "fields": { "Chat.Transcript": "Transcript__c", "Call.QueueName": "Queue__c" } });
    let mut browser = Browser::with(config);
    let mut page = browser.open(0.0);
    page.receive(
        ID,
        "add",
        json!({ "state": "CONNECTED", "isChat": true, "queueName": "Claims", "direction": "Inbound" }),
    );
    let said = json!({ "id": ID, "messages": [{ "body": "my dog is called Pin, born 4711" }] });
    let said = json!({ "type": "Notification", "category": "chatUpdate", "data": said }).to_string();
    page.act(|session, context| session.receive(&said, context));
    page.edit(ID, "Roof");
    page.wait(10_000.0);
    assert!(browser.lasting.contents().contains("Roof"));
    assert!(!browser.lasting.contents().contains("4711"), "{}", browser.lasting.contents());
    let sent = page.requests.iter().any(|request| json!(request.call_log).to_string().contains("4711"));
    assert!(sent, "it is saved");
    assert!(browser.tab.contents().contains("4711"), "a reload keeps it");
    browser.close_tab();
    let mut page = browser.open(20_000.0);
    page.wait(700_000.0);
    let cleared = page.requests.iter().any(|request| request.call_log.contains_key("Transcript__c"));
    assert!(!cleared, "what is not known is not sent");
}

#[test]
fn what_another_page_tells_of_a_log_leaves_its_transcript_as_it_is() {
    let config = json!({ "fields": { "Chat.Transcript": "Transcript__c" } });
    let mut browser = Browser::with(config);
    let chat = json!({ "state": "CONNECTED", "isChat": true, "direction": "Inbound", "connectedTime": "2026-04-09T04:19:30Z",
        "attributes": { "Chat.Transcript": "my dog is called Pin, born 4711" } });
    let mut page = browser.open(0.0);
    page.receive(ID, "add", chat);
    page.edit(ID, "Roof");
    page.wait(10_000.0);
    page.answer_all(saved);
    // The end reaches the other page alone.
    browser.close_tab();
    let mut other = browser.open(20_000.0);
    other.receive(
        ID,
        "change",
        json!({ "state": "CONNECTED", "isChat": true, "connectedTime": "2026-04-09T04:19:30Z" }),
    );
    other.end(ID);
    assert!(!browser.lasting.contents().contains("4711"), "{}", browser.lasting.contents());
    page.now = 20_000.0;
    page.wait(100_000.0);
    assert!(page.runtime.session().log(ID).is_some_and(|log| log.is_over()), "it has heard of the end");
    assert_eq!(
        page.runtime.session().log(ID).map(|log| log.values()["Transcript__c"].clone()),
        Some(json!("my dog is called Pin, born 4711"))
    );
    for request in page.requests.iter().chain(&other.requests) {
        assert!(!request.call_log.contains_key("Transcript__c"), "{:?}", request.call_log);
    }
    page.act(|session, context| session.set_object_info(&json!({ "taskStatuses": [] }), context));
    page.edit(ID, "Wall");
    page.wait(10_000.0);
    assert!(page.requests.iter().all(|request| !request.call_log.contains_key("Transcript__c")));
}

#[test]
fn the_org_chooses_where_the_browser_stores_anything() {
    for (place, in_tab, in_lasting) in [("none", false, false), ("tab", true, false), ("lasting", true, true)] {
        let browser = Browser::with(json!({ "browserStorage": place }));
        let mut page = browser.open(0.0);
        page.call(ID, "Roof");
        assert_eq!(!browser.tab.keys().is_empty(), in_tab, "{place}");
        assert_eq!(!browser.lasting.keys().is_empty(), in_lasting, "{place}");
        page.wait(10_000.0);
        assert_eq!(page.requests.len(), 1, "it is saved all the same");
    }
}
