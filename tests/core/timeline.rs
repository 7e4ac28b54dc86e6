//! The timeline of a log: what the captured calls give, written by hand, and that each thing is there once and within bounds,
//! whatever comes in whatever order.

use patchbay::log::timeline::kind::Kind;
use patchbay::log::timeline::{MAX_ENTRIES, MAX_LEN, MAX_TEXT_LEN};
use patchbay::session::{Context, Session};
use patchbay::time::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::guard::page::{Browser, Page, at, saved};
use crate::support::written;

/// 9 April 2026, 10:00.
const START: f64 = 1_775_728_800_000.0;
const FIRST: &str = "0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01";
const NADIA: &str = "0035g00000LqT4rAAF";

fn fixture(name: &str) -> Vec<(f64, Value)> {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let fixture: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default();
    let mut now = START;
    let events = fixture["events"].as_array().into_iter().flatten();
    let timed = events.map(|event| {
        now += event["afterMs"].as_f64().unwrap_or_default();
        (now, event["message"].clone())
    });
    timed.collect()
}

fn view(session: &Session, id: &str) -> Value {
    session.log(id).map(|log| written(&log.timeline_view())).unwrap_or_default()
}

fn entries(session: &Session, id: &str) -> Vec<Value> {
    view(session, id)["entries"].as_array().cloned().unwrap_or_default()
}

/// Each entry in short: seconds since the start, kind, and what there is of name, text and on.
fn told(session: &Session, id: &str) -> Vec<String> {
    let entries = entries(session, id);
    let short = |entry: &Value| {
        let at = Timestamp::parse(entry["at"].as_str().unwrap_or_default()).map_or(0.0, Timestamp::milliseconds);
        let seconds = (at - START) / 1000.0;
        let values = ["name", "text", "on", "list"].into_iter().filter_map(|name| entry.get(name));
        let values = values.map(|value| format!(" {}", value.as_str().map_or(value.to_string(), str::to_owned)));
        format!("{seconds:.1} {}{}", entry["kind"].as_str().unwrap_or_default(), values.collect::<String>())
    };
    entries.iter().map(short).collect()
}

fn kinds(session: &Session, id: &str) -> Vec<String> {
    entries(session, id).iter().map(|entry| entry["kind"].as_str().unwrap_or_default().to_owned()).collect()
}

fn play(messages: &[(f64, Value)]) -> Session {
    let mut session = Session::default();
    for (now, message) in messages {
        session.receive(&message.to_string(), &at(*now));
    }
    session
}

fn page() -> (Browser, Page) {
    let browser = Browser::default();
    let page = browser.open(START);
    (browser, page)
}

fn state(state: &str) -> Value {
    json!({ "state": state })
}

fn says(id: &str, utterances: &[(&str, &str, &str)]) -> Value {
    let said = |(key, time, body): &(&str, &str, &str)| json!({ "id": key, "time": time, "body": body });
    let messages: Vec<Value> = utterances.iter().map(said).collect();
    json!({ "type": "Notification", "category": "chatUpdate", "data": { "id": id, "messages": messages } })
}

#[test]
fn the_consult_transfer_tells_of_both_calls() {
    let session = play(&fixture("consult-transfer"));
    assert_eq!(
        told(&session, FIRST),
        [
            "0.0 answered",
            "9.0 consulting",
            "9.1 held",
            "21.0 consult-ended",
            "21.0 transferred",
            "21.1 ended",
            "29.4 wrap-up Transferred",
            "29.4 done",
        ]
    );
    let second = session.logs().iter().find(|log| log.id != FIRST).map(|log| log.id.clone()).unwrap_or_default();
    assert_eq!(kinds(&session, &second)[..2], ["dialled", "consulting"]);
}

#[test]
fn the_other_captured_calls_have_each_step_once() {
    for name in ["inbound-call", "chat-and-dialer"] {
        let messages = fixture(name);
        let session = play(&messages);
        for log in session.logs() {
            let kinds = kinds(&session, &log.id);
            for once in ["rang", "dialled", "answered", "ended", "done"] {
                assert!(kinds.iter().filter(|kind| *kind == once).count() <= 1, "{name}: {kinds:?}");
            }
            assert!(kinds.contains(&"answered".to_owned()), "{name}: {kinds:?}");
        }
        let twice: Vec<_> = messages.iter().flat_map(|one| [one.clone(), one.clone()]).collect();
        let again = play(&twice);
        session.logs().iter().for_each(|log| assert_eq!(told(&session, &log.id), told(&again, &log.id), "{name}"));
    }
}

#[test]
fn what_the_agent_does_is_told_with_what_it_was_about() {
    let (_, mut page) = page();
    page.receive("1", "add", state("ALERTING"));
    page.now += 2_000.0;
    page.receive("1", "connect", state("CONNECTED"));
    page.now += 1_000.0;
    page.command(json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia Lindgren" }]));
    page.command(json!(["visit", { "id": NADIA, "objectApiName": "Contact", "name": "Nadia Lindgren" }]));
    page.command(json!(["choose", "1", "name", NADIA]));
    page.now += 1_000.0;
    page.edit("1", "Calls ");
    page.edit("1", "Calls about the roof.");
    page.command(json!(["edit", "1", { "Subject": "Roof" }]));
    page.edit("1", "Calls about the roof. Wants a date.");
    page.command(json!(["choose", "1", "name", null]));
    page.now += 1_000.0;
    let update = |action: &str, more: Value| {
        let mut data = json!({ "action": action, "id": "1" });
        data.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
        json!(["sent", { "type": "PureCloud.Interaction.updateState", "data": data }])
    };
    page.command(update("mute", json!({})));
    page.command(update("hold", json!({})));
    let target = json!({ "transferTarget": "sip:Auditor%20Secure%20Flow", "transferTargetType": "address" });
    page.command(update("blindTransfer", json!({ "participantContext": target })));
    page.wait(6_000.0);
    page.act(|session, context| {
        session.receive(r#"{"type":"Interaction","category":"blindTransfer","data":"1"}"#, context)
    });
    page.answer_all(saved);
    assert_eq!(
        told(page.runtime.session(), "1"),
        [
            "0.0 rang",
            "2.0 answered",
            "3.0 visited Nadia Lindgren",
            "3.0 chosen Nadia Lindgren name",
            "4.0 comment Calls about the roof.",
            "4.0 edited Subject",
            "4.0 comment Wants a date.",
            "4.0 unchosen name",
            "5.0 mute-asked true",
            "5.0 transfer-asked Auditor Secure Flow",
            "10.0 unconfirmed hold",
            "10.0 unconfirmed blindTransfer",
            "11.0 transferred Auditor Secure Flow",
            "11.0 saved",
        ]
    );
    let by: Vec<Value> = entries(page.runtime.session(), "1").iter().map(|entry| entry["by"].clone()).collect();
    assert_eq!((&by[0], &by[2], &by[13]), (&json!("client"), &json!("agent"), &json!("patchbay")));
}

#[test]
fn a_record_that_is_chosen_by_itself_is_suggested_by_patchbay() {
    let (_, mut page) = page();
    page.receive("1", "add", state("ALERTING"));
    page.command(json!(["associate", "1", [{ "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]]));
    let entries = entries(page.runtime.session(), "1");
    let suggested = json!({
        "id": 1, "at": "2026-04-09T10:00:00.000Z", "kind": "suggested", "by": "patchbay", "topic": "records",
        "name": "Nadia", "recordId": NADIA, "objectApiName": "Contact", "list": "name",
    });
    assert_eq!(entries[1], suggested);
}

#[test]
fn attributes_are_told_when_they_change_and_secrets_are_not() {
    let (_, mut page) = page();
    let attributes = |attributes: Value| json!({ "state": "CONNECTED", "attributes": attributes });
    page.receive("1", "connect", attributes(json!({ "Language": "en" })));
    let changed =
        json!({ "Language": "de", "Pin": "47114711", "Note": "card 4111 1111 1111 1111", "chat.transcript": "Hi" });
    page.receive("1", "change", attributes(changed.clone()));
    page.receive("1", "change", attributes(changed));
    page.receive("1", "change", attributes(json!({ "Language": null })));
    let told = told(page.runtime.session(), "1");
    assert_eq!(
        told[1..],
        ["0.0 attribute Language de", "0.0 attribute Note", "0.0 attribute Pin", "0.0 attribute Language "]
    );
}

#[test]
fn a_transcript_is_told_once_in_order_and_as_it_was_edited_last() {
    let mut session = play(&[(
        START,
        json!({ "type": "Interaction", "category": "connect", "data": { "id": "1", "state": "CONNECTED" } }),
    )]);
    let [one, two, three] = [
        ("a", "2026-04-09T10:00:01Z", "Hello"),
        ("b", "2026-04-09T10:00:02Z", "My card is 4111 1111 1111 1111."),
        ("c", "2026-04-09T10:00:03Z", "Thanks"),
    ];
    for said in
        [&[three][..], &[one, two], &[one], &[("c", three.1, "Thank you")], &[three, ("c", three.1, "Thank you")]]
    {
        session.receive(&says("1", said).to_string(), &at(START + 60_000.0));
    }
    let expected = ["1.0 utterance Hello", "2.0 utterance My card is ••••.", "3.0 utterance Thank you"];
    assert_eq!(told(&session, "1")[1..], expected);
    let stored = session.log("1").map(|log| format!("{:?}", log.timeline())).unwrap_or_default();
    assert!(!stored.contains("4111"), "{stored}");
}

#[test]
fn it_is_kept_over_a_reload_and_goes_on() {
    let messages = fixture("consult-transfer");
    let whole = play(&messages);
    for reload in 0..messages.len() {
        let browser = Browser::default();
        let mut page = browser.open(START);
        for (step, (now, message)) in messages.iter().enumerate() {
            if step == reload {
                let before = told(page.runtime.session(), FIRST);
                page = browser.open(*now);
                assert_eq!(told(page.runtime.session(), FIRST), before);
            }
            page.now = *now;
            page.act(|session, context| session.receive(&message.to_string(), context));
        }
        assert_eq!(told(page.runtime.session(), FIRST), told(&whole, FIRST), "reloaded before message {reload}");
        assert!(!browser.lasting.contents().contains("consulting\""), "it is not in the lasting store");
    }
}

#[test]
fn what_an_older_version_stored_has_no_timeline_and_goes_on() {
    let (browser, mut page) = page();
    page.call("1", "Roof");
    let is_timeline = |key: &String| key.contains(".timeline.");
    let keys: Vec<String> = browser.tab.keys().into_iter().filter(is_timeline).collect();
    assert_eq!(keys, ["patchbay.005A.timeline.1"]);
    keys.iter().for_each(|key| drop(browser.tab.texts.borrow_mut().remove(key)));
    let mut page = browser.open(START + 1_000.0);
    assert_eq!((told(page.runtime.session(), "1").len(), page.description("1")), (0, json!("Roof")));
    page.end("1");
    assert_eq!(told(page.runtime.session(), "1"), ["1.0 ended"]);
    let summary = view(page.runtime.session(), "1")["summary"].clone();
    assert_eq!(summary[0], json!({ "kind": "answered", "at": "2026-04-09T10:00:00.000Z" }), "the log knows when");
}

#[test]
fn one_that_is_broken_is_read_as_far_as_it_goes() {
    for broken in
        ["", "[", "null", "{}", r#"{"entries":7}"#, r#"{"entries":[[1e99,"rang"],["x","rang"],[1]],"leftOut":[-1]}"#]
    {
        let (browser, mut page) = page();
        page.call("1", "Roof");
        browser.tab.insert("patchbay.005A.timeline.1", broken);
        let page = browser.open(START + 1_000.0);
        assert_eq!(told(page.runtime.session(), "1"), [""; 0], "{broken}");
        assert_eq!(page.found_problems(), [""; 0]);
    }
}

#[test]
fn the_oldest_are_left_out_first_and_that_is_said_once() {
    let (browser, mut page) = page();
    page.receive("1", "add", state("ALERTING"));
    page.receive("1", "connect", state("CONNECTED"));
    for number in 0..MAX_ENTRIES + 100 {
        let key = number.to_string();
        let said = says("1", &[(&key, "2026-04-09T10:00:01Z", &key)]);
        page.act(|session, context| session.receive(&said.to_string(), context));
    }
    let check = |page: &Page| {
        let told = told(page.runtime.session(), "1");
        let left_out = entries(page.runtime.session(), "1")[0].clone();
        assert_eq!((&left_out["kind"], &left_out["count"]), (&json!("left-out"), &json!(102)));
        assert_eq!(told[1..4], ["0.0 rang", "0.0 answered", "1.0 utterance 102"], "the call itself stays");
        assert_eq!(told.len(), MAX_ENTRIES + 1);
    };
    check(&page);
    check(&browser.open(START));
}

#[test]
fn a_long_text_is_cut() {
    let (_, mut page) = page();
    page.call("1", &"é👋".repeat(1_000));
    let text =
        entries(page.runtime.session(), "1").last().expect("an entry")["text"].as_str().unwrap_or_default().to_owned();
    assert!(text.ends_with('…') && text.encode_utf16().count() <= MAX_TEXT_LEN, "{text}");
}

#[test]
fn only_the_last_logs_of_bygone_interactions_have_one() {
    let (browser, mut page) = page();
    for number in 0..60 {
        let id = format!("call-{number}");
        page.call(&id, "Roof");
        page.end(&id);
    }
    let session = page.runtime.session();
    let told = session.logs().iter().filter(|log| !log.timeline().entries().is_empty()).count();
    assert_eq!((session.logs().len(), told), (60, 16));
    let stored = browser.tab.texts.borrow();
    let long = stored.iter().filter(|(key, text)| key.contains(".timeline.") && text.contains("answered")).count();
    assert_eq!(long, 16);
}

#[test]
fn the_summary_of_the_consult_transfer() {
    let session = play(&fixture("consult-transfer"));
    assert_eq!(
        view(&session, FIRST)["summary"],
        json!([
            { "kind": "answered", "at": "2026-04-09T10:00:00.000Z" },
            { "kind": "duration", "seconds": 26 },
            { "kind": "holds", "count": 1, "seconds": 12 },
            { "kind": "consulted" },
            { "kind": "transferred" },
            { "kind": "wrap-up", "name": "Transferred" },
        ])
    );
}

#[test]
fn a_summary_names_the_records_and_what_was_not_answered() {
    let (_, mut page) = page();
    page.receive("1", "add", state("ALERTING"));
    page.command(json!(["associate", "1", [{ "id": NADIA, "objectApiName": "Contact", "name": "Nadia" }]]));
    page.receive("1", "disconnect", json!({ "state": "DISCONNECTED", "isDisconnected": true }));
    let expected = json!([
        { "kind": "unanswered", "at": "2026-04-09T10:00:00.000Z" },
        { "kind": "record", "name": "Nadia", "list": "name" },
    ]);
    assert_eq!(view(page.runtime.session(), "1")["summary"], expected);
}

#[test]
fn a_summary_joins_the_comments_once_and_takes_nothing_away() {
    let (browser, mut page) = page();
    page.call("1", "Roof");
    let add = |page: &mut Page, text: &str| page.command(json!(["addSummary", "1", text]));
    add(&mut page, "Answered at 9.");
    assert_eq!(page.description("1"), "Roof\n\nAnswered at 9.");
    add(&mut page, " Answered at 9. ");
    assert_eq!(page.description("1"), "Roof\n\nAnswered at 9.");
    page.edit("1", "Roof\n\nAnswered at 9.\nCall back.");
    let mut page = browser.open(START + 1_000.0);
    add(&mut page, "Answered at 9, 2 minutes.");
    assert_eq!(page.description("1"), "Roof\n\nAnswered at 9, 2 minutes.\nCall back.", "in place of the one before");
    page.edit("1", "Answered at 9, 3 minutes.");
    add(&mut page, "Ended.");
    assert_eq!(page.description("1"), "Answered at 9, 3 minutes.\n\nEnded.", "what the agent changed is the agent's");
    assert_eq!(kinds(page.runtime.session(), "1").last().map(String::as_str), Some("summarised"));

    for (text, problem) in
        [(json!(7), "not text"), (json!("  "), "empty or longer"), (json!("a".repeat(4_001)), "empty or longer")]
    {
        page.command(json!(["addSummary", "1", text]));
        assert!(page.problems.last().is_some_and(|last| last.contains(problem)), "{:?}", page.problems);
    }
    page.edit("1", &"a".repeat(31_999));
    add(&mut page, "Answered at 9.");
    assert_eq!(page.description("1"), "a".repeat(31_999), "there is no room for it");
    assert!(page.problems.last().is_some_and(|last| last.contains("32000")), "{:?}", page.problems);
}

#[test]
fn a_conversation_that_comes_back_begins_its_own() {
    let (browser, mut page) = page();
    let connect = |time: &str| json!({ "state": "CONNECTED", "isConnected": true, "connectedTime": time });
    page.receive("1", "connect", connect("2026-04-09T09:00:00Z"));
    page.edit("1", "First");
    page.end("1");
    page.receive("1", "connect", connect("2026-04-09T09:30:00Z"));
    let check = |page: &Page| {
        let session = page.runtime.session();
        let former = session.logs().iter().find(|log| log.id != "1").map(|log| log.id.clone()).unwrap_or_default();
        assert_eq!(
            (kinds(session, &former), kinds(session, "1")),
            (vec!["answered".to_owned(), "comment".to_owned(), "ended".to_owned()], vec!["answered".to_owned()])
        );
    };
    check(&page);
    check(&browser.open(START));
}

/// A message about one of two interactions, with what it says.
fn message() -> impl Strategy<Value = Value> {
    let id = prop_oneof![Just("1"), Just("2")];
    let category = prop_oneof![
        Just("add"),
        Just("change"),
        Just("connect"),
        Just("disconnect"),
        Just("acw"),
        Just("blindTransfer"),
        Just("consultTransfer"),
        Just("completeConsultTransfer"),
        Just("deallocate")
    ];
    let state = prop_oneof![Just("ALERTING"), Just("DIALING"), Just("CONNECTED"), Just("HELD"), Just("DISCONNECTED")];
    let event = (id.clone(), category, state, any::<bool>()).prop_map(|(id, category, state, is_done)| {
        let data = json!({ "id": id, "state": state, "isDone": is_done && state == "DISCONNECTED" });
        json!({ "type": "Interaction", "category": category, "data": data })
    });
    let said = (id, 0..9u8, 0..9u8, "[a-z ]{0,400}").prop_map(|(id, key, second, text)| {
        says(id, &[(&key.to_string(), &format!("2026-04-09T10:00:0{second}Z"), &text)])
    });
    prop_oneof![3 => event, 1 => said]
}

fn check(session: &Session) -> Result<(), TestCaseError> {
    for log in session.logs() {
        let entries = log.timeline().entries();
        prop_assert!(entries.len() <= MAX_ENTRIES);
        prop_assert!(entries.windows(2).all(|pair| pair[0].at() <= pair[1].at()), "out of order: {entries:?}");
        let utterances: Vec<Value> =
            self::entries(session, &log.id).into_iter().filter(|entry| entry["kind"] == "utterance").collect();
        prop_assert!(utterances.len() <= 9, "an utterance twice: {utterances:?}");
        let of = |kinds: [Kind; 2]| entries.iter().map(|entry| entry.kind()).filter(move |kind| kinds.contains(kind));
        for pair in
            [[Kind::Consulting, Kind::ConsultEnded], [Kind::Held, Kind::Answered], [Kind::Ended, Kind::Answered]]
        {
            let all: Vec<Kind> = of(pair).collect();
            let doubled = all.windows(2).find(|two| two[0] == two[1] && two[0] != Kind::Held);
            prop_assert!(doubled.is_none(), "{doubled:?} in {entries:?}");
        }
        let held: Vec<Kind> = of([Kind::Held, Kind::Resumed]).collect();
        prop_assert!(held.windows(2).all(|two| two[0] != Kind::Resumed || two[1] != Kind::Resumed), "{entries:?}");
        let stored = entries.iter().map(|entry| format!("{entry:?}").len()).sum::<usize>();
        prop_assert!(stored <= 8 * MAX_LEN, "{stored} bytes");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::tried::runs(256, 20_000) as u32))]

    #[test]
    fn each_thing_is_there_once_in_order_and_within_bounds(
        messages in proptest::collection::vec(message(), 1..80),
        repeated in proptest::collection::vec(any::<bool>(), 80),
    ) {
        let (browser, mut page) = page();
        for (message, repeated) in messages.iter().zip(repeated) {
            page.now += 7.0;
            let text = message.to_string();
            page.act(|session, context| session.receive(&text, context));
            let before: Vec<_> = page.runtime.session().logs().iter().map(|log| log.timeline().clone()).collect();
            if repeated {
                // The same message again says nothing new, unless it made the interaction begin anew.
                page.act(|session, context| session.receive(&text, context));
                let after: Vec<_> = page.runtime.session().logs().iter().map(|log| log.timeline().clone()).collect();
                prop_assert!(after == before || message["category"] != "change", "{message}");
            }
            check(page.runtime.session())?;
        }
        let reloaded = browser.open(page.now);
        for log in page.runtime.session().logs() {
            let after = reloaded.runtime.session().log(&log.id).map(|_| told(reloaded.runtime.session(), &log.id));
            prop_assert!(after.is_none_or(|after| after == told(page.runtime.session(), &log.id)), "{} after a reload", log.id);
        }
    }
}

#[test]
fn an_unknown_log_has_none() {
    let session = Session::default();
    assert_eq!(view(&session, "1"), Value::Null);
    assert!(session.log("1").is_none());
    let change = Session::default().command(r#"["addSummary","1","Text"]"#, &Context::default());
    assert_eq!(change.problems[0].path, "/id");
}
