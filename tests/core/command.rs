//! Outgoing messages beside a second model, written from the tables of "Lightning Message Service events and actions": which
//! type and action takes which objects, and what each parameter may be.

use std::fmt::Write;

use crate::tried::tried;
use patchbay::command::build::{Builder, build};
use patchbay::command::finding::Finding;
use patchbay::command::input::{Input, quote};
use patchbay::command::parse::parse;
use patchbay::command::vocabulary::{Action, MessageType};
use patchbay::string_enum::StringEnum;

fn read(json: &str) -> Input {
    Input::read(json).unwrap_or(Input::UNREADABLE)
}

/// `severity path code` of every problem, and the message that is sent.
fn judged(json: &str) -> (Vec<String>, Option<String>) {
    let message = read(json);
    let parsed = parse(&message);
    let problems = parsed.problems();
    let brief = problems.iter().map(|one| format!("{} {} {}", one.severity.as_str(), one.path, one.code.as_str()));
    let sent = parsed.to_json();
    assert_eq!(sent.is_none(), parsed.found.iter().any(|found| found.is_error()), "{json}");
    (brief.collect(), sent)
}

const UPDATE_STATE: &str = "PureCloud.Interaction.updateState";
const ADD_CUSTOM_ATTRIBUTES: &str = "PureCloud.Interaction.addCustomAttributes";
const UPDATE_STATUS: &str = "PureCloud.User.updateStatus";
/// No document has it; Genesys's own sample publishes it.
const SUBSCRIBE: &str = "PureCloud.Subscribe";

/// "Only use participantContext when action is set to blindTransfer or consultTransfer. Only use secureSessionContext when
/// action is set to secureSession."
const NEEDS: [(&str, Option<&str>); 9] = [
    ("pickup", None),
    ("disconnect", None),
    ("hold", None),
    ("mute", None),
    ("securePause", None),
    ("blindTransfer", Some("participantContext")),
    ("consultTransfer", Some("participantContext")),
    ("concludeTransfer", None),
    ("secureSession", Some("secureSessionContext")),
];

/// Right and wrong contexts; those that are wrong are wrong in `transferTargetType` and `disconnect`.
const PARTICIPANTS: [(&str, bool); 2] = [
    (r#"{"transferTarget":"1","transferTargetType":"address"}"#, true),
    (r#"{"transferTarget":"1","transferTargetType":7}"#, false),
];
const SECURE: [(&str, bool); 2] =
    [(r#"{"flowId":"f","userData":"u"}"#, true), (r#"{"flowId":"f","userData":"u","disconnect":7}"#, false)];

/// What to put where an object may stand or not.
fn absent_or<'a>(given: &'a [(&'a str, bool)]) -> impl Iterator<Item = Option<(&'a str, bool)>> {
    given.iter().copied().map(Some).chain([None])
}

#[test]
fn every_action_takes_its_own_objects_and_no_others() {
    assert_eq!(NEEDS.map(|(action, _)| action), Action::NAMES);
    let mut cases = 0;
    let others = [(UPDATE_STATUS, "", None), (ADD_CUSTOM_ATTRIBUTES, "", None)];
    let all = NEEDS.iter().map(|&(action, needs)| (UPDATE_STATE, action, needs)).chain(others);
    for (kind, action, needs) in all {
        for participant in absent_or(&PARTICIPANTS) {
            for secure in absent_or(&SECURE) {
                for attributes in [None, Some(r#"{"a":"b"}"#)] {
                    for extra in [false, true] {
                        check(kind, action, needs, participant, secure, attributes, extra);
                        cases += 1;
                    }
                }
            }
        }
    }
    tried("validator, every action with every object", cases);
}

fn check(
    kind: &str,
    action: &str,
    needs: Option<&str>,
    participant: Option<(&str, bool)>,
    secure: Option<(&str, bool)>,
    attributes: Option<&str>,
    extra: bool,
) {
    let mut data = String::from(r#""id":"1""#);
    let mut expected = Vec::new();
    // Another type may come with an action, which means nothing there.
    let strange = kind != UPDATE_STATE && extra;
    if !action.is_empty() || strange {
        let _ = write!(data, r#","action":"{}""#, if strange { "hold" } else { action });
    }
    if strange {
        expected.push("warning /data/action unknown-property".to_owned());
    }
    for (name, given, inside) in
        [("participantContext", participant, "transferTargetType"), ("secureSessionContext", secure, "disconnect")]
    {
        let needed = needs == Some(name);
        match given {
            None if needed => expected.push(format!("error /data/{name} required")),
            None => {}
            Some((json, right)) => {
                let _ = write!(data, r#","{name}":{json}"#);
                if !needed {
                    expected.push(format!("error /data/{name} not-allowed"));
                } else if !right {
                    expected.push(format!("error /data/{name}/{inside} type"));
                }
            }
        }
    }
    match (kind == ADD_CUSTOM_ATTRIBUTES, attributes) {
        (true, None) => expected.push("error /data/attributes required".to_owned()),
        (false, Some(_)) => expected.push("warning /data/attributes unknown-property".to_owned()),
        _ => {}
    }
    attributes.iter().for_each(|json| data += &format!(r#","attributes":{json}"#));
    if extra {
        data += r#","Extra":[1]"#;
        expected.push("warning /data/Extra unknown-property".to_owned());
    }
    let json = format!(r#"{{"type":"{kind}","data":{{{data}}}}}"#);
    let (problems, sent) = judged(&json);
    assert_eq!(problems, expected, "{json}");
    // Nothing that was given is lost, and what is sent is valid as it is.
    let properties = |json: &str| {
        let value = read(json);
        let data = value.get("data").and_then(Input::properties).map(<[_]>::to_vec).unwrap_or_default();
        let mut names: Vec<_> = data.into_iter().map(|(name, _)| name).collect();
        names.sort();
        names
    };
    if let Some(sent) = sent {
        assert_eq!(properties(&sent), properties(&json));
        assert_eq!(judged(&sent), (problems, Some(sent)));
    }
}

const TEXT: [(&str, &str); 5] = [
    ("", "error required"),
    ("7", "error type"),
    (r#"{"\u0000":"a function"}"#, "error type"),
    (r#""a\u0000\ue000""#, "error lone-surrogate"),
    (r#"{"\u0000":"a long text","\u0000\u0000":"a"}"#, "error too-long"),
];
const BLANK: [(&str, &str); 2] = [(r#""""#, "error empty"), (r#"" \n""#, "error empty")];
const ANY_TEXT: [(&str, &str); 2] = [(r#""x""#, ""), (r#""ü \u0000\u0000""#, "")];

/// A value as JSON, and what is said of it.
type Judgement = (&'static str, &'static str);

/// Every parameter: the message around it, its path, and values with what is said of them; nothing is left out.
fn parameters() -> Vec<(String, &'static str, Vec<Judgement>)> {
    let update = |action: &str, rest: &str| {
        format!(r#"{{"type":"{UPDATE_STATE}","data":{{"action":"{action}","id":"1",{rest}}}}}"#)
    };
    let secure = |rest: &str| update("secureSession", &format!(r#""secureSessionContext":{{{rest}}}"#));
    let participant = |rest: &str| update("blindTransfer", &format!(r#""participantContext":{{{rest}}}"#));
    let name = |right: &'static [(&str, &str)]| {
        let no_name = [("", "error required"), ("7", "error type"), (r#"" ""#, "error empty")];
        no_name.iter().chain(right).copied().collect::<Vec<_>>()
    };
    let text = |more: &[&[(&'static str, &'static str)]]| {
        TEXT.iter().chain(more.iter().copied().flatten()).copied().collect::<Vec<_>>()
    };
    vec![
        (
            r#"{"type":$,"data":{"id":"1"}}"#.to_owned(),
            "/type",
            name(&[
                (r#""dance""#, "error unknown-type"),
                (r#""Interaction""#, "error unknown-type"),
                (r#""PureCloud.User.updateStatus""#, ""),
                (r#""PURECLOUD.user.updateStatus""#, "warning letter-case"),
                (r#""updateStatus""#, "error unknown-value"),
            ]),
        ),
        (format!(r#"{{"type":"{UPDATE_STATUS}","data":{{"id":$}}}}"#), "/data/id", text(&[&BLANK, &ANY_TEXT])),
        (
            format!(r#"{{"type":"{UPDATE_STATE}","data":{{"action":$,"id":"1"}}}}"#),
            "/data/action",
            name(&[
                (r#""dance""#, "error unknown-value"),
                (r#""pickup""#, ""),
                (r#""PICKUP""#, "warning letter-case"),
                (r#""pick-up""#, "error unknown-value"),
            ]),
        ),
        (
            participant(r#""transferTarget":$,"transferTargetType":"address""#),
            "/data/participantContext/transferTarget",
            text(&[
                &BLANK,
                &[
                    (r#""12%20345""#, ""),
                    (r#""a%20b""#, "warning unknown-value"),
                    (r#""sip:""#, "error empty"),
                    (r#""sip:a%20b""#, ""),
                    (r#""SIP:a%20b""#, "warning letter-case"),
                    (r#""a b""#, "error not-encoded"),
                    (r#""a%2520b""#, "warning encoded-twice"),
                    (r#""sip%3Aab""#, "error encoded-prefix"),
                ],
            ]),
        ),
        (
            participant(r#""transferTarget":$,"transferTargetType":"queueId""#),
            "/data/participantContext/transferTarget",
            vec![
                (r#""sip:a""#, "error not-allowed"),
                (r#""SIP:a""#, "error not-allowed"),
                (r#""sip%3Aab""#, ""),
                (r#""q-1""#, ""),
                (r#""%2B13175550123""#, "warning unknown-value"),
            ],
        ),
        (
            format!(r#"{{"type":"{SUBSCRIBE}","data":{{"type":$,"categories":["a"]}}}}"#),
            "/data/type",
            name(&[
                (r#""Notification""#, ""),
                (r#""notification""#, "warning letter-case"),
                (r#""Notifications""#, "warning unknown-value"),
                (r#""dance""#, "warning unknown-value"),
            ]),
        ),
        (
            format!(r#"{{"type":"{SUBSCRIBE}","data":{{"type":"Interaction","categories":$}}}}"#),
            "/data/categories",
            vec![
                ("", "error required"),
                (r#""chatUpdate""#, "error type"),
                ("null", "error type"),
                ("[]", "warning empty"),
                (r#"["chatUpdate","whatever"]"#, ""),
            ],
        ),
        (
            format!(r#"{{"type":"{SUBSCRIBE}","data":{{"type":"Interaction","categories":["add",$]}}}}"#),
            "/data/categories/1",
            vec![
                ("7", "error type"),
                ("null", "error type"),
                (r#"" ""#, "error empty"),
                (r#""a\u0000\ue000""#, "error lone-surrogate"),
                (r#"{"\u0000":"a long text"}"#, "error too-long"),
            ],
        ),
        (
            participant(r#""transferTarget":"1","transferTargetType":$"#),
            "/data/participantContext/transferTargetType",
            name(&[
                (r#""dance""#, "error unknown-value"),
                (r#""userId""#, ""),
                (r#""queueId""#, ""),
                (r#""address""#, ""),
                (r#""ADDRESS""#, "warning letter-case"),
                (r#""adress""#, "error unknown-value"),
            ]),
        ),
        (secure(r#""flowId":$,"userData":"u""#), "/data/secureSessionContext/flowId", text(&[&BLANK, &ANY_TEXT])),
        (
            secure(r#""flowId":"f","userData":$"#),
            "/data/secureSessionContext/userData",
            text(&[
                &ANY_TEXT,
                &[
                    (r#""""#, ""),
                    (r#""pay 4111 1111 1111 1111""#, "error sensitive-data"),
                    (r#""PIN: 4711""#, "warning sensitive-data"),
                ],
            ]),
        ),
        (
            secure(r#""flowId":"f","userData":"u","disconnect":$"#),
            "/data/secureSessionContext/disconnect",
            vec![("", ""), ("true", ""), ("false", ""), ("null", "error type"), (r#""yes""#, "error type")],
        ),
        (
            format!(r#"{{"type":"{ADD_CUSTOM_ATTRIBUTES}","data":{{"id":"1","attributes":{{"a":$}}}}}}"#),
            "/data/attributes/a",
            vec![
                (r#""""#, ""),
                ("true", ""),
                ("-7", ""),
                (r#"{"\u0000":"4.5"}"#, ""),
                (r#"{"\u0000":"NaN"}"#, "error not-serialisable"),
                (r#"{"\u0000":"a BigInt"}"#, "error type"),
                ("null", ""),
                ("[]", "error type"),
                ("{}", "error type"),
                (r#""a\u0000\ue000""#, "error lone-surrogate"),
                (r#"{"\u0000":"a long text"}"#, "error too-long"),
                ("4111111111111111", "warning sensitive-data"),
                (r#""4111-1111-1111-1111""#, "warning sensitive-data"),
                (r#""exp 12/29, CVV 123""#, "warning sensitive-data"),
            ],
        ),
    ]
}

#[test]
fn every_parameter_is_what_the_document_says_and_nothing_else() {
    let mut cases = 0;
    for (around, path, values) in parameters() {
        for (value, said) in values {
            let json = match value {
                // Left out: with its name and the comma on one side.
                "" => {
                    let name = format!(r#""{}":$"#, path.rsplit('/').next().unwrap_or_default());
                    let without = around.replace(&format!("{name},"), "").replace(&format!(",{name}"), "");
                    without.replace(&name, "")
                }
                value => around.replace('$', value),
            };
            let said: Vec<_> =
                said.split_once(' ').map(|(how, code)| format!("{how} {path} {code}")).into_iter().collect();
            let found: Vec<_> = judged(&json).0.into_iter().filter(|problem| problem.contains(path)).collect();
            assert_eq!(found, said, "{json}");
            cases += 1;
        }
    }
    tried("validator, every parameter", cases);
}

#[test]
fn both_spellings_of_a_subscription_are_sent_as_they_are() {
    for (given, sent, found) in [
        ("PureCloud.Subscribe", "PureCloud.Subscribe", &[][..]),
        ("PureCloud.subscribe", "PureCloud.subscribe", &[]),
        ("purecloud.SUBSCRIBE", "PureCloud.Subscribe", &["warning /type letter-case"]),
    ] {
        let data = r#""data":{"type":"Notification","categories":["conversationTranscription","chatUpdate"]}"#;
        let (problems, message) = judged(&format!(r#"{{"type":"{given}",{data}}}"#));
        assert_eq!(problems, found, "{given}");
        assert_eq!(message, Some(format!(r#"{{"type":"{sent}",{data}}}"#)));
    }
    let given = read(r#"{"type":"notification","categories":["chatUpdate"]}"#);
    let built = build(Builder::Subscribe, &given).map(|command| command.to_json()).unwrap();
    assert_eq!(built, r#"{"type":"PureCloud.Subscribe","data":{"type":"Notification","categories":["chatUpdate"]}}"#);
}

/// A wrong type is advised by what its data is made for. Where that is not clear, no type is named: advice that would change
/// something else is worse than none.
#[test]
fn a_wrong_type_is_advised_by_its_data() {
    let participant = r#"{"id":"1","participantContext":{"transferTarget":"1","transferTargetType":"address"}}"#;
    for (given, data, advice) in [
        ("PureCloud.User.updateState", r#"{"action":"hold","id":"1"}"#, Some(UPDATE_STATE)),
        ("updateStatus", r#"{"action":"hold","id":"1"}"#, Some(UPDATE_STATE)),
        ("PureCloud.Interaction.blindTransfer", participant, Some(UPDATE_STATE)),
        ("PureCloud.addCustomAttributes", r#"{"id":"1","attributes":{}}"#, Some(ADD_CUSTOM_ATTRIBUTES)),
        ("PureCloud.User.updateStatus2", r#"{"id":"1","attributes":{}}"#, Some(ADD_CUSTOM_ATTRIBUTES)),
        ("PureCloud.Notify", r#"{"type":"Notification","categories":[]}"#, Some(SUBSCRIBE)),
        ("PureCloud.Interaction.updateStat", r#"{"id":"1"}"#, Some(UPDATE_STATE)),
        ("updateStatus", r#"{"id":"1"}"#, Some(UPDATE_STATUS)),
        ("PureCloud.User.updateStaus", r#"{"id":"1"}"#, Some(UPDATE_STATUS)),
        ("PureCloud.User.updateState", r#"{"id":"1"}"#, None),
        ("PureCloud.Interaction.updateStatus", r#"{"id":"1"}"#, None),
        ("PureCloud.Unknown", r#"{"id":"1","attributes":{},"action":"hold"}"#, None),
        ("PureCloud.clickToDial", r#"{"number":"1"}"#, None),
        ("Interaction", r#"{"id":"1","attributes":{}}"#, None),
    ] {
        let message = read(&format!(r#"{{"type":"{given}","data":{data}}}"#));
        let first = &parse(&message).problems()[0];
        let told = MessageType::NAMES.iter().find(|name| first.message.ends_with(&format!("write {name}.")));
        assert_eq!((first.path.as_str(), told.copied()), ("/type", advice), "{given} {data}: {}", first.message);
    }
    // The opposite of an action is no slip of the fingers.
    let message = read(&format!(r#"{{"type":"{UPDATE_STATE}","data":{{"action":"unsecurePause","id":"1"}}}}"#));
    assert!(!parse(&message).problems()[0].message.ends_with("write securePause."));
    // Only one action has a secure session; of the two that have a target neither is named.
    for (data, advice) in [
        (r#""action":"secure","secureSessionContext":{"flowId":"f-1","userData":""}"#, Some("secureSession")),
        (r#""action":"transfer","participantContext":{"transferTarget":"1","transferTargetType":"address"}"#, None),
    ] {
        let message = read(&format!(r#"{{"type":"{UPDATE_STATE}","data":{{"id":"1",{data}}}}}"#));
        let problems = parse(&message).problems();
        let told = Action::NAMES.iter().find(|name| problems[0].message.ends_with(&format!("write {name}.")));
        assert_eq!((problems.len(), told.copied()), (1, advice), "{problems:?}");
    }
    // What does not belong into a message may be right, and its type wrong.
    for (kind, data) in [(UPDATE_STATUS, r#""action":"hold""#), (UPDATE_STATUS, r#""attributes":{}"#)] {
        let message = read(&format!(r#"{{"type":"{kind}","data":{{"id":"1",{data}}}}}"#));
        assert!(parse(&message).problems()[0].message.contains("write that type"));
    }
}

#[test]
fn a_target_that_is_something_else_than_its_type_says_is_warned_of() {
    let flow = ["Auditor%20Secure%20Flow", "AuditorSecureFlow", "741f4f39-7a94-470d-a1dd-dd68d01e0dd8", "2nd%20level"];
    let address = ["3175550123", "%2B1%20(317)%20555-0123", "1-800-FLOWERS", "desk%40example.invalid", "*72"];
    let id = ["741f4f39-7a94-470d-a1dd-dd68d01e0dd8", "1234-1234-1234-1234", "q-1", "a1b2-c3", "deadbeef"];
    let no_id = ["%2B13175550123", "317-555-0123", "Claims%20Voice", "Support", "anna%40example.invalid"];
    let warned = |target: &str, target_type: &str| {
        let data = format!(r#"{{"transferTarget":"{target}","transferTargetType":"{target_type}"}}"#);
        let json = format!(
            r#"{{"type":"{UPDATE_STATE}","data":{{"action":"blindTransfer","id":"1","participantContext":{data}}}}}"#
        );
        let (problems, sent) = judged(&json);
        assert!(sent.is_some(), "{target}: {problems:?}");
        !problems.is_empty()
    };
    flow.iter()
        .for_each(|flow| assert!(warned(flow, "address") && !warned(&format!("sip:{flow}"), "address"), "{flow}"));
    address.iter().for_each(|address| assert!(!warned(address, "address"), "{address}"));
    for no_address in ["%3F%3F%3F", "-", "https%3A%2F%2Fexample.invalid", "%40example.invalid"] {
        assert!(warned(no_address, "address") && !warned(&format!("sip:{no_address}"), "address"), "{no_address}");
    }
    for target_type in ["userId", "queueId"] {
        id.iter().for_each(|id| assert!(!warned(id, target_type), "{id}"));
        no_id.iter().for_each(|no_id| assert!(warned(no_id, target_type), "{no_id}"));
    }
    let of_flow = |id: &str| {
        let secure = format!(r#"{{"flowId":"{id}","userData":""}}"#);
        judged(&format!(
            r#"{{"type":"{UPDATE_STATE}","data":{{"action":"secureSession","id":"1","secureSessionContext":{secure}}}}}"#
        ))
        .0
    };
    id.iter().for_each(|id| assert!(of_flow(id).is_empty(), "{id}"));
    for no_id in ["+1 317 555 0123", "Auditor Secure Flow", "sip:741f4f39-7a94-470d-a1dd-dd68d01e0dd8"] {
        assert_eq!(of_flow(no_id), ["warning /data/secureSessionContext/flowId unknown-value"]);
    }
}

#[test]
fn what_json_cannot_carry_is_told_where_it_is() {
    let json = format!(
        r#"{{"type":"{UPDATE_STATUS}","data":{{"id":"1","a~/b":[{{"\u0000":"a symbol"}},{{"c":{{"\u0000":"unreadable"}}}}],"d":{{"\u0000":"an object that contains itself"}}}}}}"#
    );
    assert_eq!(
        judged(&json).0,
        [
            "warning /data/a~0~1b unknown-property",
            "error /data/a~0~1b/0 not-serialisable",
            "error /data/a~0~1b/1/c not-serialisable",
            "error /data/d not-serialisable"
        ]
    );
    assert_eq!(judged(r#"{"\u0000":"too many values","\u0000\u0000":"/data/x"}"#).0, ["error /data/x too-long"]);
    assert_eq!(judged(r#"{"\u0000":"undefined"}"#).0, ["error  type"]);
    assert_eq!(read(r#"{"\u0000":"a kind of which nobody knows"}"#), Input::UNREADABLE);
}

#[test]
fn texts_come_out_as_they_went_in() {
    for text in [r#""\u0000\u0000""#, r#""a\u0000\ue000b""#, r#""\u0000\u0000\u0000\ue7ff""#, r#""\\u0000""#] {
        let json = format!(r#"{{"type":"{UPDATE_STATUS}","data":{{"id":"1","x":{text},{text}:[{text}]}}}}"#);
        let sent = judged(&json).1;
        assert_eq!(sent.as_deref().map(read), Some(read(&json)));
    }
    assert_eq!(quote("a\0\0\0\u{E000}\"\u{1F}"), r#""a\u0000\ud800\"\u001f""#);
    assert_eq!(quote(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
}

#[test]
fn builders_tell_all_problems_and_print_nothing_that_was_given() {
    let given = read(r#"{"id":"","action":"Zebulona","target":{"flow":"sip:Ze%20bulona"}}"#);
    for &builder in Builder::ALL {
        let found = build(builder, &given).expect_err("the ID is empty");
        let path = if builder == Builder::Subscribe { "/data/type" } else { "/data/id" };
        assert_eq!(found[0].problem().path, path, "{builder:?}");
        let printed: String = found.iter().map(|found| found.printed()).collect();
        assert!(!printed.contains("bulona"), "{printed}");
    }
    let told = build(Builder::BlindTransfer, &given).unwrap_err()[1].problem().message;
    assert!(told.ends_with("write the plain text Ze bulona."), "{told}");
}

#[test]
fn every_sentence_says_what_to_write() {
    for &finding in Finding::ALL {
        let sentence = finding.template().sentence;
        assert!(sentence.ends_with('.'), "{finding:?}: {sentence}");
        let words = ["write", "leave", "Say", "send", "sent", "choose"];
        assert!(words.iter().any(|word| sentence.contains(word)), "{finding:?}: {sentence}");
    }
}
