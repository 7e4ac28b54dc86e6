//! Attribute synchronisation, row by row of the table "Interaction attributes" in "Attribute synchronization".

use std::convert::Infallible;

use crate::support::written;
use patchbay::attribute::catalogue::{Attribute, MeasuredTimes, Name, Type};
use patchbay::attribute::mapping::Mapping;
use patchbay::attribute::transcript::{MARK, MAX_LEN};
use patchbay::event::conversation::Conversation;
use patchbay::interaction::Interaction;
use patchbay::log::config::Config;
use patchbay::problem::Code;
use patchbay::salesforce::object_info::ObjectInfo;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use patchbay::session::{Context, Session};
use patchbay::string_enum::StringEnum;
use serde_json::{Value, json};

/// Attribute, the column "Interaction type" as it is printed, and what an interaction with everything has of it.
const TABLE: [(&str, &str, &str); 20] = [
    ("Call.Ani", "Call, callback", "+61491570156"),
    ("Call.CalledNumber", "Call, callback", "+61255501234"),
    ("Call.ConversationId", "All", "1234"),
    ("Call.Internal", "Call", "true"),
    ("Call.QueueName", "All", "Billing"),
    ("Call.RemoteName", "All", "Nadia"),
    ("Chat.Transcript", "Chat", "hi"),
    ("Interaction.Url", "All", "https://apps.mypurecloud.com/directory/#/engage/admin/interactions/1234"),
    ("Message.Type", "Message", "twitter"),
    ("Message.Username", "Message", "@nadia"),
    ("Message.Userid", "Message", "77"),
    ("OutboundDialing.ContactId", "Outbound dialing", "c1"),
    ("OutboundDialing.ContactListId", "Outbound dialing", "l1"),
    ("OutboundDialing.CampaignId", "Outbound dialing", "p1"),
    ("Participant.case", "Call, callback, email, message, ACD voicemail, Chat", "42"),
    ("Salesforce.AfterCallTime", "All", "8"),
    ("Salesforce.CallDuration", "All", "34"),
    // The column leaves voicemails and most messages out, the description beside it names them.
    (
        "Salesforce.DisplayAddress",
        "Call, callback, outbound dialing, chat, email, message, ACD voicemail",
        "+61491570157",
    ),
    ("Salesforce.ParticipantId", "All", "part-1"),
    ("Salesforce.WrapUpCode", "All", "Resolved"),
];

/// What the condensed conversation says beside the table, and how every type of interaction may have it.
const CONDENSED: [(&str, &str); 12] = [
    ("totalIvrDurationSeconds", "7"),
    ("totalAcdDurationSeconds", "12"),
    ("dispositionDurationSeconds", "8"),
    ("uuiData", "\"order 7\""),
    ("emailSubject", "\"Where is it?\""),
    ("socialUserName", "\"nadia.k\""),
    ("voicemailId", "\"v-1\""),
    ("flagged", "true"),
    ("isCoBrowsing", "false"),
    ("isDialerPreview", "true"),
    ("isSharingScreen", "false"),
    ("isThirdPartyEmail", "true"),
];

const FLAGS: [(Type, &str); 7] = [
    (Type::Call, "isInternal"),
    (Type::Callback, "isCallback"),
    (Type::OutboundDialing, "isDialer"),
    (Type::Chat, "isChat"),
    (Type::Email, "isEmail"),
    (Type::Message, "isMessage"),
    (Type::Voicemail, "isVoicemail"),
];

fn conversation(more: Value) -> Conversation {
    let mut all = json!({
        "ani": "+61491570156", "calledNumber": "+61255501234", "queueName": "Billing", "remoteName": "Nadia",
        "name": "@nadia", "messageType": "twitter", "displayAddress": "+61491570157", "disposition": "Resolved",
        "dispositionDurationSeconds": 8, "dialerContactId": "c1", "dialerContactListId": "l1", "dialerCampaignId": "p1",
        "isInternal": true,
        "attributes": {
            "Chat.Transcript": "hi", "Message.Userid": "77", "Participant.case": 42, "Salesforce.ParticipantId": "part-1"
        }
    });
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    all.as_object().map(|all| Conversation::read(all, "", &mut Vec::new())).unwrap_or_default()
}

fn value(name: &str, conversation: Conversation) -> Value {
    let measured = MeasuredTimes { duration: Some(26.4), after_call: None };
    let interaction = Interaction::new("1234".to_owned(), conversation);
    Name::named(name).and_then(|name| name.value(&interaction, measured, Some("mypurecloud.com"))).unwrap_or_default()
}

#[test]
fn every_attribute_of_every_type_of_interaction_is_as_the_table_says() {
    for (name, column, expected) in TABLE {
        for (kind, flag) in FLAGS {
            let has = column == "All" || column.split(", ").any(|cell| cell.eq_ignore_ascii_case(kind.as_str()));
            let found = value(name, conversation(json!({ flag: true })));
            // A call of a campaign is a call as well.
            let also =
                kind == Type::OutboundDialing && column.split(", ").any(|cell| cell.eq_ignore_ascii_case("call"));
            let text = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
            assert_eq!(text, if has || also { expected } else { "null" }, "{name} of a {}", kind.as_str());
        }
    }
}

#[test]
fn the_catalogue_is_the_table() {
    let mut of_table: Vec<&str> =
        TABLE.iter().map(|row| row.0).filter(|name| !name.starts_with("Participant.")).collect();
    let mut known = Attribute::NAMES.to_vec();
    of_table.sort_unstable();
    known.retain(|name| name.contains('.'));
    known.sort_unstable();
    assert_eq!(known, of_table);
    let condensed: Vec<&str> = CONDENSED.iter().map(|row| row.0).collect();
    assert_eq!(Attribute::NAMES.iter().filter(|name| !name.contains('.')).copied().collect::<Vec<_>>(), condensed);
    assert!(Attribute::ALL.iter().all(|attribute| attribute.description().ends_with('.')));
}

#[test]
fn fields_of_the_condensed_conversation_are_attributes_too() {
    for (name, expected) in CONDENSED {
        for (_, flag) in FLAGS {
            let more = json!({
                flag: true, "totalIvrDurationSeconds": 7, "totalAcdDurationSeconds": 12, "uuiData": "order 7",
                "emailSubject": "Where is it?", "socialUserName": "nadia.k", "voicemailId": "v-1", "flagged": true,
                "isCoBrowsing": false, "isDialerPreview": true, "isSharingScreen": false, "isThirdPartyEmail": true,
            });
            assert_eq!(value(name, conversation(more)).to_string(), expected, "{name} of {flag}");
        }
        if name != "dispositionDurationSeconds" {
            assert_eq!(value(name, conversation(json!({}))), Value::Null, "{name}");
        }
    }
    // Any other field has its name too, also one that is not known.
    let more =
        || conversation(json!({ "recordingState": "paused", "somethingNew": 7, "startTime": "2026-01-02T03:04:05Z" }));
    assert_eq!(value("recordingState", more()), "paused");
    assert_eq!(value("somethingNew", more()), 7);
    assert_eq!(value("startTime", more()), "2026-01-02T03:04:05.000Z");
}

#[test]
fn a_name_is_found_with_and_without_its_prefix_and_in_any_letter_case() {
    for (mapped, attributes, expected) in [
        ("Participant.case", json!({ "Participant.case": "1" }), "1"),
        ("Participant.case", json!({ "participant.case": "1" }), "1"),
        ("Participant.case", json!({ "case": "1" }), "1"),
        ("Participant.case", json!({ "PARTICIPANT.CASE": "1" }), "1"),
        ("participant.Case", json!({ "CASE": "1" }), "1"),
        ("case", json!({ "Participant.case": "1" }), "1"),
        ("case", json!({ "Case": "1" }), "1"),
        ("Größe", json!({ "participant.GRÖSSE": "2", "participant.GRÖßE": "1" }), "1"),
        // What is exact comes before what is alike; what is prefixed as the mapping is, before what is not.
        ("Participant.case", json!({ "Participant.CASE": "2", "Participant.case": "1" }), "1"),
        ("Participant.case", json!({ "case": "2", "Participant.case": "1" }), "1"),
        ("case", json!({ "case": "1", "Participant.case": "2" }), "1"),
        // Several that say the same are one; one that was taken away says nothing.
        ("case", json!({ "Case": "1", "CASE": "1" }), "1"),
        ("case", json!({ "Case": "1", "CASE": null }), "1"),
        ("Salesforce.ParticipantId", json!({ "participant.salesforce.participantid": "1" }), "1"),
        ("Interaction.Url", json!({ "interaction.url": "1" }), "1"),
    ] {
        for (_, flag) in FLAGS {
            let found = value(mapped, conversation(json!({ flag: true, "attributes": attributes })));
            assert_eq!(found, expected, "{mapped} of {attributes}");
        }
    }
    let both = conversation(json!({ "attributes": { "Case": "1", "CASE": "2" } }));
    assert_eq!(value("case", both.clone()), Value::Null);
    let interaction = Interaction::new("1234".to_owned(), both);
    assert_eq!(Name::named("case").unwrap().candidates(&interaction), ["CASE", "Case"]);
}

#[test]
fn the_address_of_a_callback_is_the_first_number_to_call_back() {
    for (more, expected) in [
        (json!({ "isCallback": true, "displayAddress": "", "callbackNumbers": ["+61 1", "+61 2"] }), json!("+61 1")),
        (json!({ "isCallback": true, "callbackNumbers": "+61 1" }), json!("+61491570157")),
        (json!({ "isCallback": true, "displayAddress": "", "callbackNumbers": [3175550123u64] }), json!("3175550123")),
        (json!({ "isCallback": true, "displayAddress": "", "callbackNumbers": [] }), Value::Null),
        (json!({ "displayAddress": "", "callbackNumbers": ["+61 1"] }), Value::Null),
    ] {
        assert_eq!(value("Salesforce.DisplayAddress", conversation(more.clone())), expected, "{more}");
    }
    let social = json!({ "isMessage": true, "messageType": "facebook", "socialUserName": "nadia.k" });
    assert_eq!(value("Message.Username", conversation(social)), "nadia.k");
}

#[test]
fn messages_say_of_each_service_what_the_table_says() {
    // Service, Message.Username, Message.Userid, Call.RemoteName.
    for (service, username, userid, remote) in [
        ("facebook", Value::Null, json!("77"), json!("Nadia")),
        ("line", Value::Null, json!("77"), json!("Nadia")),
        ("sms", Value::Null, Value::Null, json!("+61491570157")),
        ("twitter", json!("@nadia"), json!("77"), json!("Nadia")),
        ("whatsapp", Value::Null, json!("77"), json!("Nadia")),
    ] {
        let message = || conversation(json!({ "isMessage": true, "messageType": service }));
        assert_eq!(value("Message.Username", message()), username, "{service}");
        assert_eq!(value("Message.Userid", message()), userid, "{service}");
        assert_eq!(value("Call.RemoteName", message()), remote, "{service}");
    }
    let whatsapp = conversation(json!({ "isMessage": true, "messageType": "WhatsApp", "attributes": {} }));
    assert_eq!(value("Message.Userid", whatsapp), "+61491570157", "the phone number, where no ID is reported");
}

#[test]
fn a_chat_has_the_fields_of_its_widget() {
    for (attributes, expected) in [
        (json!({ "context.case": "7" }), json!("7")),
        (json!({ "case": "8" }), json!("8")),
        (json!({ "Participant.case": "9", "context.case": "7" }), json!("9")),
        (json!({ "context.other": "7" }), Value::Null),
    ] {
        assert_eq!(
            value("Participant.case", conversation(json!({ "isChat": true, "attributes": attributes }))),
            expected
        );
    }
    let call = conversation(json!({ "attributes": { "context.case": "7" } }));
    assert_eq!(value("Participant.case", call), Value::Null);
}

#[test]
fn a_wrap_up_code_is_of_an_interaction_with_a_queue() {
    assert_eq!(value("Salesforce.WrapUpCode", conversation(json!({ "queueName": "" }))), Value::Null);
}

fn info(fields: Value) -> Value {
    json!({ "apiName": "Task", "fields": fields })
}

fn field(data_type: &str, length: u32) -> Value {
    json!({ "dataType": data_type, "length": length, "createable": true, "updateable": true })
}

#[test]
fn a_wrong_mapping_is_told_and_the_rest_works() {
    let object =
        ObjectInfo::read(&info(json!({ "A__c": field("String", 10), "B__c": field("String", 10) })), "", &mut vec![]);
    for (wrong, path, code) in [
        (json!({ "Call.Anl": "A__c" }), "/fields/Call.Anl", Code::UnknownValue),
        (json!({ "call.ani": "A__c" }), "/fields/call.ani", Code::LetterCase),
        (json!({ "emailSubjct": "A__c" }), "/fields/emailSubjct", Code::UnknownValue),
        (json!({ "Call.Nothing": "A__c" }), "/fields/Call.Nothing", Code::UnknownValue),
        (json!({ "": "A__c" }), "/fields/", Code::UnknownValue),
        (json!({ "Participant.": "A__c" }), "/fields/Participant.", Code::UnknownValue),
        (json!({ "Call.Ani": "No name" }), "/fields/Call.Ani", Code::Type),
        (json!({ "Call.Ani": 5 }), "/fields/Call.Ani", Code::Type),
        (json!({ "Call.Ani": { "call": "A__c" } }), "/fields/Call.Ani", Code::Type),
        (json!({ "Call.Ani": "Hidden__c" }), "/fields/Call.Ani", Code::NotStored),
        (json!({ "Call.Ani": "A__c", "Call.QueueName": "A__c" }), "/fields/Call.QueueName", Code::NotAllowed),
        (json!({ "Participant.a": "A__c", "Participant.b": "A__c" }), "/fields/Participant.b", Code::NotAllowed),
        (json!({ "chat": { "Call.Ani": "A__c" } }), "/fields/chat/Call.Ani", Code::NotAllowed),
        (json!({ "chat": { "call": { "Call.Ani": "A__c" } } }), "/fields/chat/call", Code::UnknownValue),
    ] {
        let mut given = wrong.clone();
        given["Call.CalledNumber"] = "B__c".into();
        let mut problems = Vec::new();
        let mapping = Mapping::read(&given, &object, &[], "/fields", &mut problems);
        let reported: Vec<_> = problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
        assert_eq!(reported, [(path, code)], "{wrong}");
        assert!(mapping.entries().iter().any(|entry| entry.field == "B__c"), "{wrong}");
    }
    let mut problems = Vec::new();
    Mapping::read(&json!({ "Call.Ani": "WhoId" }), &ObjectInfo::default(), &["WhoId"], "", &mut problems);
    assert_eq!(problems[0].code, Code::NotAllowed);
}

#[test]
fn one_field_may_be_of_attributes_that_never_meet() {
    let given = json!({
        "Chat.Transcript": "A__c", "Message.Userid": "A__c", "Call.Ani": "A__c",
        "chat": { "Call.QueueName": "B__c" }, "call": { "Call.RemoteName": "B__c" }
    });
    let mut problems = Vec::new();
    let mapping = Mapping::read(&given, &ObjectInfo::default(), &[], "", &mut problems);
    assert_eq!((mapping.entries().len(), problems), (5, vec![]));
}

#[test]
fn wrong_setups_are_told_and_logs_are_kept_all_the_same() {
    for (given, path) in [
        (json!({ "fields": [5] }), "/fields/0/attribute"),
        (json!({ "fields": "Call.Ani" }), "/fields"),
        (json!({ "objectInfo": {} }), "/objectInfo"),
        (json!({ "objectInfo": { "fields": 5 } }), "/objectInfo"),
        (json!({ "objectInfo": { "fields": { "A__c": {} } } }), "/objectInfo/fields/A__c"),
        (
            json!({ "objectInfo": { "fields": { "A__c": { "dataType": "String", "length": -1, "createable": true, "updateable": true } } } }),
            "/objectInfo/fields/A__c",
        ),
        (json!({ "transcripts": "burn" }), "/transcripts"),
        (json!({ "transcripts": true }), "/transcripts"),
        (json!({ "region": "https://evil.example/" }), "/region"),
        (json!({ "region": "mypurecloud.com/x" }), "/region"),
        (json!({ "region": 5 }), "/region"),
    ] {
        let mut problems = Vec::new();
        Config::read(&given, &mut problems);
        assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), [path], "{given}");
    }
    let mut problems = Vec::new();
    Config::read(&json!({}), &mut problems);
    Config::read(&Value::Null, &mut problems);
    assert_eq!(problems, []);
}

struct Harness {
    runtime: SessionRuntime<Infallible>,
    now: f64,
}

impl Harness {
    fn new(config: Value) -> Harness {
        let config = Config::read(&config, &mut Vec::new());
        let (runtime, _) =
            SessionRuntime::open(Persistence::new(None, None, None), config, Some(7), &Context::default());
        Harness { runtime, now: 0.0 }
    }

    fn dispatch(
        &mut self,
        work: impl FnOnce(&mut Session, &Context) -> patchbay::session::change::Change,
    ) -> Vec<Value> {
        let context = Context { now: self.now, ..Context::default() };
        let requests = self.runtime.dispatch(&context, |session| work(session, &context)).requests;
        requests
            .iter()
            .map(|request| {
                let answer = json!(["resolved", request.ticket, "00T5g00000LqT4rEAF"]).to_string();
                self.runtime.dispatch(&context, |session| session.command(&answer, &context));
                json!(request.view())
            })
            .collect()
    }

    fn receive(&mut self, category: &str, conversation: Value) -> Vec<Value> {
        let mut data = json!({ "id": "1234", "direction": "Inbound" });
        if let (Some(data), Value::Object(conversation)) = (data.as_object_mut(), conversation) {
            data.extend(conversation);
        }
        let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
        self.dispatch(|session, context| session.receive(&message, context))
    }

    fn wait(&mut self, milliseconds: f64) -> Vec<Value> {
        self.now += milliseconds;
        self.dispatch(|_, _| patchbay::session::change::Change::default())
    }

    fn log(&self) -> Value {
        self.runtime.session().log("1234").map(|log| json!(log.view())).unwrap_or_default()
    }

    fn problems(&self) -> Vec<String> {
        let log = self.log();
        let problems = log["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|problem| format!("{} {}", problem["path"], problem["message"])).collect()
    }
}

#[test]
fn what_was_passed_over_or_could_be_two_is_told_of_the_mapped_field() {
    let mut many = json!({});
    (0..300).for_each(|at| many[format!("a{at:03}")] = "x".into());
    for (attributes, told) in [
        (json!({ "case": "x".repeat(600 * 1024) }), true),
        (json!({ "Participant.Case": [1] }), true),
        (many.clone(), false),
        (json!({ "Case": "1", "CASE": "2" }), true),
        (json!({ "case": "1", "other": [1] }), false),
    ] {
        let mut harness = Harness::new(json!({ "fields": { "Participant.case": "Case__c" } }));
        harness.receive("add", json!({ "state": "CONNECTED", "attributes": attributes }));
        let problems = harness.problems();
        assert_eq!(problems.iter().any(|problem| problem.starts_with("\"/Case__c\"")), told, "{problems:?}");
    }
    many["case"] = "7".into();
    let mut harness = Harness::new(json!({ "fields": { "Participant.zoo": "Case__c" } }));
    many["zoo"] = "7".into();
    harness.receive("add", json!({ "state": "CONNECTED", "attributes": many }));
    assert_eq!(harness.problems().len(), 1);
    // What comes later within the bounds is stored, and nothing is told any more.
    let mut harness = Harness::new(json!({ "fields": { "case": "Case__c" } }));
    harness.receive("add", json!({ "state": "CONNECTED", "attributes": { "case": [1] } }));
    harness.receive("change", json!({ "attributes": { "case": "7" } }));
    assert_eq!((harness.problems(), harness.log()["values"]["Case__c"].clone()), (vec![], json!("7")));
}

#[test]
fn text_in_a_lookup_is_no_record_id_however_long_it_is() {
    for text in ["short", "a text that is longer than any record ID", &"x".repeat(200_000)] {
        let object = info(json!({ "A__c": field("Reference", 18) }));
        let mut harness = Harness::new(json!({ "fields": { "case": "A__c" }, "objectInfo": object }));
        harness.receive("add", json!({ "state": "CONNECTED", "attributes": { "case": text } }));
        let problems = harness.problems();
        let told = problems.iter().find(|problem| problem.starts_with("\"/A__c\"")).unwrap();
        assert!(told.contains("no record ID"), "{told}");
    }
}

#[test]
fn a_transcript_grows_from_notifications() {
    let said =
        |category: &str, data: Value| json!({ "type": "Notification", "category": category, "data": data }).to_string();
    for (kind, mapping) in [
        ("isChat", json!({ "Chat.Transcript": "T__c" })),
        ("isInternal", json!({ "Chat.Transcript": "T__c" })),
        ("isInternal", json!({ "call": { "Chat.Transcript": "T__c" } })),
        ("isMessage", json!({ "message": { "Chat.Transcript": "T__c" } })),
    ] {
        let mut harness = Harness::new(json!({ "fields": mapping }));
        let say = |harness: &mut Harness, message: String| {
            harness.dispatch(|session, context| session.receive(&message, context));
            harness.log()["values"]["T__c"].clone()
        };
        // What is said of an interaction that nobody knows begins none.
        say(&mut harness, said("chatUpdate", json!({ "id": "1234", "messages": [{ "body": "early" }] })));
        assert_eq!(harness.log(), Value::Null);
        harness.receive("add", json!({ "state": "CONNECTED", kind: true }));
        let first = said("chatUpdate", json!({ "id": "1234", "messages": [{ "body": "Hello" }] }));
        assert_eq!(say(&mut harness, first.clone()), "Hello");
        assert_eq!(say(&mut harness, first), "Hello", "each once");
        let all = json!({ "id": "1234", "messages": [{ "body": "Hello" }, { "body": " Hi " }, { "body": "Hi" }, { "body": "" }] });
        assert_eq!(say(&mut harness, said("messageUpdate", all)), "Hello\nHi\nHi", "all of them so far");
        let by_id =
            json!({ "id": "1234", "messages": [{ "id": "m1", "body": "Hello" }, { "id": "m1", "body": "Hello" }] });
        assert_eq!(
            say(&mut harness, said("chatUpdate", by_id)),
            "Hello\nHi\nHi\nHello",
            "another with an ID of its own"
        );
    }
    let spoken = |id: &str, at: &str, text: &str, status: &str| {
        let transcripts = json!([{ "utteranceId": id, "channel": "EXTERNAL", "alternatives": [{ "transcript": text }, { "transcript": "or" }] }]);
        said(
            "conversationTranscription",
            json!({ "id": "1234", "eventTime": at, "status": status, "transcripts": transcripts }),
        )
    };
    let mut harness = Harness::new(json!({ "fields": { "call": { "Chat.Transcript": "T__c" } } }));
    harness.receive("add", json!({ "state": "CONNECTED" }));
    for (id, second, text, status, expected) in [
        ("u1", 1, "good", "SESSION_ONGOING", "EXTERNAL: good"),
        ("u1", 1, "good day", "SESSION_ONGOING", "EXTERNAL: good day"),
        ("u3", 9, "third", "SESSION_ONGOING", "EXTERNAL: good day\nEXTERNAL: third"),
        ("u2", 5, "second", "SESSION_ONGOING", "EXTERNAL: good day\nEXTERNAL: second\nEXTERNAL: third"),
        ("u4", 12, "bye", "SESSION_ENDED", "EXTERNAL: good day\nEXTERNAL: second\nEXTERNAL: third\nEXTERNAL: bye"),
        ("u5", 13, "late", "SESSION_ENDED", "EXTERNAL: good day\nEXTERNAL: second\nEXTERNAL: third\nEXTERNAL: bye"),
    ] {
        let message = spoken(id, &format!("2026-01-02T03:04:{second:02}Z"), text, status);
        harness.dispatch(|session, context| session.receive(&message, context));
        assert_eq!(harness.log()["values"]["T__c"], expected);
    }
    // It is kept, and goes on.
    let kept = Session::restore(&harness.runtime.session().to_snapshot()).unwrap();
    assert_eq!(kept.interactions(), harness.runtime.session().interactions());
}

/// "Card and similar data" is masked wherever the transcript comes from: the record, the page, the store and the timeline have none.
#[test]
fn what_customers_say_of_their_cards_is_kept_nowhere() {
    let said =
        |category: &str, data: Value| json!({ "type": "Notification", "category": category, "data": data }).to_string();
    let secret = "it is 4111 1111 1111 1111, CVV 123, and my IBAN is DE89 3704 0044 0532 0130 00";
    let masked = "it is ••••, CVV ••••, and my IBAN is ••••";
    let utterance = json!({ "utteranceId": "u", "channel": "EXTERNAL", "alternatives": [{ "transcript": secret }] });
    for (message, shown) in [
        (said("chatUpdate", json!({ "id": "1234", "messages": [{ "body": secret }] })), masked.to_owned()),
        (said("messageUpdate", json!({ "id": "1234", "messages": [{ "body": secret }] })), masked.to_owned()),
        (
            said("conversationTranscription", json!({ "id": "1234", "transcripts": [utterance] })),
            format!("EXTERNAL: {masked}"),
        ),
    ] {
        let mut harness = Harness::new(json!({ "fields": { "call": { "Chat.Transcript": "T__c" } } }));
        harness.receive("add", json!({ "state": "CONNECTED" }));
        harness.dispatch(|session, context| session.receive(&message, context));
        assert_eq!(harness.log()["values"]["T__c"], shown);
        let session = harness.runtime.session();
        for kept in [session.to_snapshot(), written(&session.log("1234").unwrap().timeline_view()).to_string()] {
            assert!(kept.contains("••••") && !kept.contains("4111") && !kept.contains("DE89"), "{kept}");
        }
    }
    let mut harness = Harness::new(json!({ "fields": { "chat": { "Chat.Transcript": "T__c" } } }));
    harness
        .receive("add", json!({ "state": "CONNECTED", "isChat": true, "attributes": { "Chat.Transcript": secret } }));
    assert_eq!(harness.log()["values"]["T__c"], masked);
}

#[test]
fn a_transcript_may_be_a_record_that_a_lookup_refers_to() {
    let store = json!({ "objectApiName": "Transcript__c", "field": "Text__c" });
    let setup = |object: Value, policy: &str| {
        json!({
            "fields": { "Chat.Transcript": "Lookup__c" }, "transcriptRecord": store, "transcripts": policy, "objectInfo": object
        })
    };
    let task = |data_type: &str, length: u32| {
        let mut fields = json!({ "Lookup__c": field(data_type, length) });
        for name in ["Subject", "CallObject", "CallType", "Type", "ActivityDate", "TaskSubtype"] {
            fields[name] = field("String", 255);
        }
        info(fields)
    };
    let chat = |text: &str| json!({ "isChat": true, "state": "CONNECTED", "attributes": { "Chat.Transcript": text } });
    let record = |text: &str| json!({ "objectApiName": "Transcript__c", "field": "Text__c", "text": text });
    for object in [Value::Null, task("Reference", 18)] {
        let mut harness = Harness::new(setup(object, "refuse"));
        harness.receive("add", chat("hello"));
        assert_eq!((harness.log()["values"]["Lookup__c"].clone(), harness.problems()), (record("hello"), vec![]));
        let saved = harness.wait(60_000.0);
        assert_eq!(saved[0]["callLog"]["Lookup__c"], record("hello"));
        harness.receive("change", chat("hello there"));
        assert_eq!(
            harness.wait(60_000.0)[0]["callLog"],
            json!({ "Id": "00T5g00000LqT4rEAF", "Lookup__c": record("hello there") })
        );
        assert_eq!(harness.wait(60_000.0), [""; 0].map(Value::from), "each difference once");
    }
    // In a text field it is text, and its own limit holds in a record too.
    let mut harness = Harness::new(setup(task("TextArea", 100), "refuse"));
    harness.receive("add", chat("hello"));
    assert_eq!(harness.log()["values"]["Lookup__c"], "hello");
    let long = "x".repeat(MAX_LEN + 1);
    for (policy, stored) in [("refuse", false), ("cut", true)] {
        let mut harness = Harness::new(setup(task("Reference", 18), policy));
        harness.receive("add", chat(&long));
        assert_eq!(harness.problems().len(), 1, "{policy}");
        let text = harness.log()["values"]["Lookup__c"]["text"].clone();
        assert_eq!(text.as_str().map(|text| text.len() > 1000 && text.ends_with(MARK)), stored.then_some(true));
    }
    // Without the option a lookup takes no text, and a wrong one is told.
    for (wrong, path) in [
        (json!({ "objectApiName": "T__c" }), "/transcriptRecord/field"),
        (json!("T__c"), "/transcriptRecord/objectApiName"),
    ] {
        let mut problems = Vec::new();
        Config::read(&json!({ "transcriptRecord": wrong }), &mut problems);
        assert_eq!(problems[0].path, path);
    }
}

#[test]
fn values_are_converted_to_the_type_of_their_field() {
    for (data_type, given, stored) in [
        ("String", json!("Billing"), json!("Billing")),
        ("String", json!(42), json!("42")),
        ("String", json!(""), Value::Null),
        ("String", Value::Null, Value::Null),
        ("TextArea", json!(true), json!("true")),
        ("Url", json!("https://example.com"), json!("https://example.com")),
        ("Boolean", json!(true), json!(true)),
        ("Boolean", json!("TRUE"), json!(true)),
        ("Boolean", json!("false"), json!(false)),
        ("Boolean", json!(""), Value::Null),
        ("Int", json!("26"), json!(26)),
        ("Int", json!(26), json!(26)),
        ("Int", json!(""), Value::Null),
        ("Int", json!("  "), Value::Null),
        ("Double", json!("2.5"), json!(2.5)),
        ("Currency", json!(7), json!(7.0)),
        ("DateTime", json!("2026-04-09T04:19:30"), json!("2026-04-09T04:19:30.000Z")),
        ("Date", json!("2026-04-09T23:19:30Z"), json!("2026-04-09")),
        ("Date", json!("2026-04-09"), json!("2026-04-09")),
        ("Reference", json!("0035g00000LqT4r"), json!("0035g00000LqT4rAAF")),
    ] {
        let mut harness = Harness::new(json!({
            "fields": { "Participant.x": "X__c" },
            "objectInfo": info(json!({ "X__c": field(data_type, 255) }))
        }));
        harness.receive("connect", json!({ "state": "CONNECTED", "attributes": { "Participant.x": given } }));
        assert_eq!(harness.log()["values"]["X__c"], stored, "{given} in a field of type {data_type}");
    }
}

#[test]
fn what_cannot_be_stored_names_attribute_field_and_reason() {
    for (given, of_field, words) in [
        (json!("yes"), field("Boolean", 0), "true or false"),
        (json!("many"), field("Int", 0), "a whole number"),
        (json!("2.5"), field("Int", 0), "a whole number"),
        (json!("NaN"), field("Double", 0), "a number"),
        (json!("yesterday"), field("DateTime", 0), "a date and time"),
        (json!("nobody"), field("Reference", 0), "the ID of a record"),
        (json!("x".repeat(256)), field("String", 255), "it has 256 characters, and the field holds 255"),
        (json!("here"), field("Location", 0), "anything this field takes"),
    ] {
        let mut harness = Harness::new(json!({
            "fields": { "Participant.x": "X__c", "Call.Ani": "Y__c" },
            "objectInfo": info(json!({ "X__c": of_field, "Y__c": field("String", 40) }))
        }));
        harness
            .receive("connect", json!({ "state": "CONNECTED", "ani": "1", "attributes": { "Participant.x": given } }));
        let own: Vec<String> = harness.problems().into_iter().filter(|problem| problem.contains("X__c")).collect();
        assert_eq!(own.len(), 1, "{own:?}");
        assert!(
            own[0].starts_with("\"/X__c\" \"Participant.x was not stored in X__c: ") && own[0].contains(words),
            "{own:?}"
        );
        assert_eq!([&harness.log()["values"]["X__c"], &harness.log()["values"]["Y__c"]], [&Value::Null, &json!("1")]);
    }
}

#[test]
fn fields_that_the_user_may_not_fill_or_change_are_told_also_default_ones() {
    let one = |createable: bool, updateable: bool| json!({ "dataType": "String", "length": 255, "createable": createable, "updateable": updateable });
    let mut harness = Harness::new(json!({
        "fields": { "Call.QueueName": "Once__c", "Call.Ani": "Later__c", "Call.CalledNumber": "Never__c" },
        "objectInfo": info(json!({
            "Once__c": one(true, false), "Later__c": one(false, true), "Never__c": one(false, false),
            "CallObject": one(true, true), "Subject": one(true, true), "Type": one(true, true)
        }))
    }));
    harness.receive("connect", json!({ "state": "CONNECTED", "queueName": "A", "ani": "1", "calledNumber": "2" }));
    let saves = harness.wait(1_500.0);
    assert_eq!([&saves[0]["callLog"]["Once__c"], &saves[0]["callLog"]["Later__c"]], [&json!("A"), &Value::Null]);
    assert!(
        harness.problems().iter().any(|problem| problem.contains("/CallType") && problem.contains("hidden")),
        "CallType is hidden"
    );
    // The record is there: what may be changed is stored now, what may not stays what it was.
    let saves = harness
        .receive("change", json!({ "queueName": "B" }))
        .into_iter()
        .chain(harness.wait(1_500.0))
        .collect::<Vec<_>>();
    assert_eq!(saves.len(), 1);
    assert_eq!(saves[0]["callLog"], json!({ "Id": "00T5g00000LqT4rEAF", "Later__c": "1" }));
    assert_eq!(harness.log()["values"]["Once__c"], "A");
    let reported = harness.problems();
    assert!(
        reported.iter().any(|problem| problem.contains("Once__c") && problem.contains("may not change")),
        "{reported:?}"
    );
    assert!(reported.iter().any(|problem| problem.contains("Never__c")), "{reported:?}");
    assert!(!reported.iter().any(|problem| problem.contains("Later__c")), "{reported:?}");
    assert_eq!(harness.wait(60_000.0), Vec::<Value>::new(), "and nothing is tried again and again");
}

#[test]
fn a_transcript_too_long_is_refused_or_cut_as_the_org_chose() {
    let config = |policy: &str, length: u32| {
        json!({
            "fields": { "Chat.Transcript": "Transcript__c" }, "transcripts": policy,
            "objectInfo": info(json!({ "Transcript__c": field("TextArea", length), "CallObject": field("String", 255) }))
        })
    };
    let chat = |transcript: &str| json!({ "state": "CONNECTED", "isChat": true, "attributes": { "Chat.Transcript": transcript } });
    let fits = "😀".repeat(MAX_LEN / 2);
    let long = format!("{fits}x");
    let mut harness = Harness::new(config("refuse", 131_072));
    harness.receive("connect", chat(&fits));
    assert_eq!(harness.log()["values"]["Transcript__c"], fits.as_str(), "131,072 characters as Salesforce counts them");
    harness.receive("change", chat(&long));
    assert_eq!(harness.log()["values"]["Transcript__c"], Value::Null);
    assert!(
        harness.problems().iter().any(|problem| problem.contains("it has 131073 characters")),
        "{:?}",
        harness.problems()
    );
    let whole = harness
        .runtime
        .session()
        .interaction("1234")
        .map(|it| it.conversation.attributes().map(|(_, text)| text.len()).collect::<Vec<_>>());
    assert_eq!(whole, Some(vec![long.len()]), "the whole text stays there for a component");

    for (length, longest) in [(131_072, MAX_LEN), (100, 100), (0, MAX_LEN)] {
        let mut harness = Harness::new(config("cut", length));
        harness.receive("connect", chat(&long));
        let stored = harness.log()["values"]["Transcript__c"].as_str().unwrap_or_default().to_owned();
        assert!(stored.ends_with(MARK) && stored.starts_with('😀'));
        // A pair is never cut in half, so one unit may be left.
        assert!((longest - 1..=longest).contains(&stored.encode_utf16().count()));
        assert!(harness.problems().iter().any(|problem| problem.contains("Chat.Transcript has 131073 characters")));
    }
    // Other attributes are never cut.
    let mut harness = Harness::new(json!({ "fields": { "Participant.x": "X__c" }, "transcripts": "cut" }));
    harness.receive("connect", json!({ "state": "CONNECTED", "attributes": { "Participant.x": "x".repeat(131_073) } }));
    assert_eq!(harness.log()["values"]["X__c"], Value::Null);
}

#[test]
fn changes_are_followed_until_after_wrap_up_and_saved_once_each() {
    let mut harness = Harness::new(json!({ "fields": {
        "Participant.survey": "Survey__c", "Salesforce.AfterCallTime": "Wrap__c", "Salesforce.CallDuration": "Spent__c"
    } }));
    harness.receive("connect", json!({ "state": "CONNECTED", "connectedTime": "2026-04-09T04:19:42Z" }));
    harness.wait(1_500.0);
    let events = |saves: Vec<Value>| {
        saves.iter().map(|save| (save["eventName"].clone(), save["callLog"].clone())).collect::<Vec<_>>()
    };
    let id = "00T5g00000LqT4rEAF";
    let over = json!({ "isDisconnected": true, "endTime": "2026-04-09T04:20:08Z" });
    let saved = events(harness.receive("disconnect", over));
    assert_eq!(
        saved,
        [(json!("interactionDisconnected"), json!({ "Id": id, "CallDurationInSeconds": 26, "Spent__c": 26 }))]
    );
    harness.now += 3_000.0;
    harness.receive("change", json!({ "attributes": { "Participant.survey": "sent" } }));
    harness.receive("change", json!({ "attributes": { "Participant.survey": "sent" } }));
    let saved = events(harness.wait(1_500.0));
    assert_eq!(saved, [(json!("interactionChangedAfterDisconnect"), json!({ "Id": id, "Survey__c": "sent" }))]);
    let saved = events(
        harness.receive("acw", json!({ "isDone": true, "disposition": "Resolved", "dispositionDurationSeconds": 8 })),
    );
    let wrapped = json!({ "Id": id, "CallDisposition": "Resolved", "Wrap__c": 8, "Spent__c": 34 });
    assert_eq!(saved, [(json!("interactionACWCompleted"), wrapped)]);
    harness.receive("change", json!({ "isDone": true, "attributes": { "Participant.survey": null } }));
    let saved = events(harness.wait(1_500.0));
    assert_eq!(saved, [(json!("interactionChangedAfterDisconnect"), json!({ "Id": id, "Survey__c": null }))]);
    assert_eq!(harness.wait(600_000.0), Vec::<Value>::new());
}

#[test]
fn after_call_time_is_watched_where_the_client_does_not_count_it() {
    let mut harness = Harness::new(json!({ "fields": { "Salesforce.AfterCallTime": "Wrap__c" } }));
    harness.receive("connect", json!({ "state": "CONNECTED" }));
    harness.receive("disconnect", json!({ "isDisconnected": true }));
    harness.now += 7_900.0;
    harness.receive("acw", json!({ "isDone": true }));
    assert_eq!(harness.log()["values"]["Wrap__c"], 7);
    harness.now += 60_000.0;
    harness.receive("change", json!({ "isDone": true, "disposition": "Late" }));
    assert_eq!(harness.log()["values"]["Wrap__c"], 7);
}

#[test]
fn what_is_known_of_fields_only_later_changes_what_is_stored() {
    let mut harness = Harness::new(json!({ "fields": { "Call.QueueName": "Queue__c", "Call.Ani": "Gone__c" } }));
    harness.receive("connect", json!({ "state": "CONNECTED", "queueName": "Billing", "ani": "1" }));
    assert_eq!(harness.log()["values"]["Gone__c"], "1");
    let known = info(json!({ "Queue__c": field("String", 3), "CallObject": field("String", 255) }));
    let context = Context::default();
    let change = harness
        .runtime
        .dispatch(&context, |session| session.set_object_info(&json!({ "objectInfo": known }), &context))
        .change;
    assert_eq!(change.problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["/fields/Call.Ani"]);
    assert_eq!(
        [&harness.log()["values"]["Queue__c"], &harness.log()["values"]["Gone__c"]],
        [&Value::Null, &Value::Null]
    );
    assert!(harness.problems().iter().any(|problem| problem.contains("Call.QueueName was not stored in Queue__c")));
    let again = harness.runtime.dispatch(&context, |session| session.set_object_info(&json!({}), &context));
    assert!(again.change.logs.is_empty(), "nothing new");
    let wrong =
        harness.runtime.dispatch(&context, |session| session.set_object_info(&json!({ "objectInfo": 5 }), &context));
    assert_eq!(wrong.change.problems[0].path, "/objectInfo");
}

#[test]
fn attributes_are_bounded_in_all_and_what_is_passed_over_is_told() {
    let mut session = Session::default();
    let context = Context::default();
    for number in 0..130 {
        let attributes = json!({ format!("a{number:03}"): "x".repeat(510 * 1024) });
        let data = json!({ "id": "1", "state": "CONNECTED", "attributes": attributes });
        let message = json!({ "type": "Interaction", "category": "change", "data": data });
        session.receive(&message.to_string(), &context);
    }
    let conversation = &session.interaction("1").unwrap().conversation;
    assert_eq!(conversation.attributes().map(|(name, _)| name).collect::<Vec<_>>(), ["a000", "a001", "a002", "a003"]);
    assert!(conversation.passed_over().iter().any(|name| name == "a129"));
}
