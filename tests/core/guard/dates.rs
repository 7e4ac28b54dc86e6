//! Dates at the ends of the calendar: in events, attributes and stored entries. None makes a page unreadable.

use patchbay::time::Timestamp;
use serde_json::json;

use super::page::{Browser, ID};
use crate::tried::tried;

/// The greatest date of .NET and its neighbours, which lie beyond the year 9999 after conversion to UTC, and the ends of others.
const DATES: [&str; 10] = [
    "9999-12-31T23:59:59-05:00",
    "9999-12-31T23:59:59.9999999-00:01",
    "9999-12-31T23:59:59-23:59",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "1970-01-01T00:00:00+00:01",
    "+275760-09-13T00:00:00.000Z",
    "10000-01-01T00:00:00Z",
    "9999-12-31T24:00:00-24:00",
];

const TIMES: [&str; 4] = ["startTime", "connectedTime", "endTime", "acwEndTime"];

#[test]
fn no_date_makes_a_session_unreadable() {
    for date in DATES {
        for field in TIMES {
            let config = json!({ "fields": { "Interaction.StartTime": "Start__c", "a": "A__c" } });
            let browser = Browser::with(config);
            let mut page = browser.open(0.0);
            page.receive(ID, "add", json!({ "state": "CONNECTED", field: date, "attributes": { "a": date } }));
            page.edit(ID, "Roof");
            page.wait(5_000.0);
            let mut page = browser.open(6_000.0);
            assert_eq!(page.found_problems(), [""; 0], "{field} {date}");
            page.wait(20_000.0);
            assert_eq!(page.description(ID), "Roof", "{field} {date}");
            assert!(!page.requests.is_empty(), "{field} {date}");
        }
    }
    tried("dates at the ends of the calendar", DATES.len() * TIMES.len());
}

#[test]
fn no_stored_date_makes_a_session_unreadable() {
    let numbers = ["1e300", "-1e300", "253402300800000", "8.64e15", "-1", "1e18"];
    for (place, member) in [
        ("log.call-1", "stamped"),
        ("log.call-1", "reportedConnection"),
        ("log.call-1", "connectedAt"),
        ("log.call-1", "endedAt"),
        ("log.call-1", "seenAt"),
    ] {
        for number in numbers {
            let browser = Browser::default();
            let mut page = browser.open(0.0);
            page.call(ID, "Roof");
            let key = format!("patchbay.005A.{place}");
            let text = browser.tab.texts.borrow()[&key].clone();
            let mut log: serde_json::Value = serde_json::from_str(&text).unwrap();
            log[member] = serde_json::from_str(number).unwrap();
            browser.tab.insert(&key, log.to_string());
            browser.lasting.texts.borrow_mut().clear();
            let mut page = browser.open(10.0);
            page.wait(20_000.0);
            page.end(ID);
            page.wait(20_000.0);
            let _ = browser.open(50_000.0);
        }
    }
    for date in DATES {
        let browser = Browser::default();
        browser.open(0.0).call(ID, "Roof");
        for store in [&browser.tab, &browser.lasting] {
            for key in store.keys() {
                let text = store.texts.borrow()[&key].replace("2026-04-09T04:19:30.000Z", date);
                store.insert(&key, text);
            }
        }
        let mut page = browser.open(10.0);
        page.wait(20_000.0);
        assert!(!page.requests.is_empty() || !page.found_problems().is_empty(), "{date}");
        assert!(browser.open(40_000.0).found_problems().is_empty(), "{date}: told once");
    }
}

#[test]
fn every_time_that_is_read_can_be_written() {
    for date in DATES {
        if let Some(time) = Timestamp::parse(date) {
            assert_eq!(Timestamp::parse(&time.to_string()), Some(time), "{date}");
        }
    }
}
