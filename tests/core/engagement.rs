//! EngagementInteraction records, field by field of "EngagementInteraction".

use std::convert::Infallible;

use patchbay::engagement::fields::{Access, Field};
use patchbay::log::config::Config;
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use patchbay::session::{Context, Session};
use patchbay::string_enum::StringEnum;
use serde_json::{Map, Value, json};

fn answer(operation: &str, interaction: &Value, options: &Value) -> Value {
    serde_json::to_value(patchbay::engagement::answer(operation, interaction, options)).unwrap_or_default()
}

/// Field, type, properties as they are printed, "Refers To", available since, a value it takes.
#[rustfmt::skip]
const TABLE: [(&str, &str, &str, &str, u16, &str); 21] = [
    ("AttendeeVerificationTime", "dateTime", "Create, Filter, Nillable, Sort, Update", "", 55, "2026-04-09T04:19:42.000Z"),
    ("CommunicationChannel", "picklist", "Create, Filter, Group, Nillable, Restricted picklist, Sort, Update", "", 55, "Video Call"),
    ("ContextId", "reference", "Create, Filter, Group, Nillable, Sort, Update", "ServiceAppointment, Visit", 55, "08p5g00000LqT4rAAF"),
    // "Read-only." says its description; its properties say otherwise.
    ("Duration", "string", "Filter, Nillable, Sort", "", 55, "00:00:26"),
    ("EndDateTime", "dateTime", "Create, Filter, Nillable, Sort, Update", "", 55, "2026-04-09T05:00:00.000Z"),
    ("ExternalIdentifier", "string", "Create, Filter, Group, idLookup, Nillable, Sort, Update", "", 55, "other"),
    ("InitiatingAttendeeId", "reference", "Create, Filter, Group, Nillable, Sort, Update", "Account, Contact, Lead", 55, "0035g00000LqT4rAAF"),
    ("IsAttendeeAuthenticated", "boolean", "Create, Defaulted on create, Filter, Group, Sort, Update", "", 55, "true"),
    ("IsAttendeeVerified", "boolean", "Create, Defaulted on create, Filter, Group, Sort, Update", "", 55, "true"),
    ("LastReferencedDate", "dateTime", "Filter, Nillable, Sort", "", 55, "2026-04-09T05:00:00.000Z"),
    ("LastViewedDate", "dateTime", "Filter, Nillable, Sort", "", 55, "2026-04-09T05:00:00.000Z"),
    ("MappedState", "picklist", "Defaulted on create, Filter, Group, Nillable, Restricted picklist, Sort", "", 55, "New"),
    ("Name", "string", "Autonumber, Defaulted on create, Filter, idLookup, Sort", "", 55, "EI-1"),
    ("OwnerId", "reference", "Create, Defaulted on create, Filter, Group, Sort, Update", "User", 55, "0055g00000LqT4rAAF"),
    ("PhoneNumber", "phone", "Create, Filter, Nillable, Sort, Update", "", 57, "+61491570158"),
    ("Reason", "string", "Create, Filter, Nillable, Sort, Update", "", 56, "Roof"),
    ("RecordTypeId", "reference", "Create, Filter, Group, Nillable, Sort, Update", "RecordType", 62, "0125g00000LqT4rAAF"),
    ("Sentiment", "picklist", "Create, Filter, Group, Nillable, Restricted picklist, Sort, Update", "", 55, "Positive"),
    ("StartDateTime", "dateTime", "Create, Filter, Nillable, Sort, Update", "", 55, "2026-04-09T04:00:00.000Z"),
    ("Status", "picklist", "Create, Filter, Group, Nillable, Restricted picklist, Sort, Update", "", 55, "Completed"),
    ("Type", "picklist", "Create, Filter, Group, Nillable, Restricted picklist, Sort, Update", "", 55, "Outbound"),
];

const PICKLISTS: [(&str, &[&str]); 5] = [
    ("CommunicationChannel", &["In Person", "Video Call", "Voice Call", "Web Chat"]),
    ("MappedState", &["Completed", "InProgress", "New"]),
    ("Sentiment", &["Negative", "Neutral", "Positive"]),
    ("Status", &["Completed", "In Progress", "New"]),
    ("Type", &["Inbound", "Outbound"]),
];

fn call() -> Value {
    json!({
        "id": "1234", "direction": "Inbound", "state": "CONNECTED", "isConnected": true,
        "displayAddress": "+61491570156", "startTime": "2026-04-09T04:19:30.967Z"
    })
}

fn ask(
    operation: &str,
    interaction: &Value,
    version: &str,
    values: Value,
) -> (Map<String, Value>, Vec<(String, String)>) {
    let answer = answer(operation, interaction, &json!({ "apiVersion": version, "values": values }));
    let problems = answer["problems"].as_array().cloned().unwrap_or_default();
    let brief = |problem: &Value| {
        (
            problem["path"].as_str().unwrap_or_default().to_owned(),
            problem["code"].as_str().unwrap_or_default().to_owned(),
        )
    };
    (answer["record"].as_object().cloned().unwrap_or_default(), problems.iter().map(brief).collect())
}

#[test]
fn the_fields_are_the_table() {
    let names: Vec<&str> = TABLE.iter().map(|row| row.0).collect();
    assert_eq!(Field::NAMES, names);
    for (name, _, properties, refers_to, since, _) in TABLE {
        let Some(field) = Field::ALL.iter().find(|field| field.as_str() == name) else { continue };
        let about = field.about();
        let writable = properties.contains("Create") && properties.contains("Update");
        assert_eq!(about.access == Access::Writable, writable, "{name}");
        assert_eq!(about.nillable, properties.contains("Nillable"), "{name}");
        assert_eq!(about.default.is_some(), properties.contains("Defaulted on create"), "{name}");
        assert_eq!(about.refers_to.join(", "), refers_to, "{name}");
        assert_eq!(about.since.0, since, "{name}");
        let values = PICKLISTS.iter().find(|list| list.0 == name).map_or(&[][..], |list| list.1);
        assert_eq!(about.values, values, "{name}");
    }
}

#[test]
fn every_field_in_every_operation_and_version_is_written_or_reported() {
    for (name, _, properties, _, since, value) in TABLE {
        for operation in ["create", "update"] {
            for version in 55..=66 {
                let (record, problems) = ask(operation, &call(), &format!("{version}.0"), json!({ name: value }));
                let writable =
                    version >= since && properties.contains(if operation == "create" { "Create" } else { "Update" });
                let is_reported =
                    problems.iter().any(|(path, code)| *path == format!("/{name}") && code == "not-allowed");
                assert_eq!(
                    (record.contains_key(name), is_reported),
                    (writable, !writable),
                    "{operation} {name} in {version}.0"
                );
                if writable {
                    let text = record[name].as_str().map_or_else(|| record[name].to_string(), str::to_owned);
                    assert_eq!(text, value, "{name}");
                }
            }
        }
    }
}

#[test]
fn versions_read_the_same_however_they_are_written() {
    for version in [json!("v62.0"), json!("V62.0"), json!("62.0"), json!("62"), json!(62), json!(62.0), json!(" 62.0 ")]
    {
        let answer = answer("create", &call(), &json!({ "apiVersion": version }));
        assert_eq!(answer["problems"], json!([]), "{version}");
        assert_eq!(answer["record"]["PhoneNumber"], "+61491570156", "{version}");
    }
}

#[test]
fn before_55_the_object_does_not_exist_and_nonsense_is_no_version() {
    for version in ["54.0", "v1.0", "30"] {
        let (record, problems) = ask("create", &call(), version, json!({}));
        assert_eq!((record.len(), problems), (0, vec![("/options/apiVersion".to_owned(), "not-allowed".to_owned())]));
    }
    for version in ["", "latest", "62.5", "6 2", "-62", "0", "99999", "62.0.0", "+62"] {
        let (record, problems) = ask("create", &call(), version, json!({}));
        assert_eq!(problems[0], ("/options/apiVersion".to_owned(), "unknown-value".to_owned()), "{version:?}");
        assert_eq!(record["Status"], "In Progress", "the rest works");
    }
}

#[test]
fn a_record_is_what_the_interaction_says() {
    let (record, problems) = ask("create", &call(), "62.0", json!({}));
    assert_eq!(problems, []);
    assert_eq!(
        Value::Object(record),
        json!({
            "CommunicationChannel": "Voice Call", "Type": "Inbound", "StartDateTime": "2026-04-09T04:19:30.967Z",
            "Status": "In Progress", "PhoneNumber": "+61491570156", "ExternalIdentifier": "1234"
        })
    );
}

#[test]
fn each_kind_has_its_channel_or_says_that_there_is_none() {
    for (flag, own, channel) in [
        ("isCallback", json!(null), Some("Voice Call")),
        ("isVoicemail", json!(null), Some("Voice Call")),
        ("isChat", json!(null), Some("Web Chat")),
        ("isEmail", json!(null), None),
        ("isMessage", json!(null), None),
        ("isEmail", json!(["Email", "Voice Call"]), Some("Email")),
        ("isMessage", json!(["messaging"]), Some("messaging")),
    ] {
        let mut interaction = call();
        interaction[flag] = true.into();
        let lists = if own.is_null() { json!({}) } else { json!({ "CommunicationChannel": own }) };
        let answer = answer("create", &interaction, &json!({ "apiVersion": "62.0", "picklists": lists }));
        assert_eq!(answer["record"]["CommunicationChannel"], json!(channel), "{flag}");
        let problems = answer["problems"]
            .as_array()
            .map(|problems| problems.iter().map(|it| it["path"].clone()).collect::<Vec<_>>());
        let missing = if channel.is_some() { vec![] } else { vec![json!("/CommunicationChannel")] };
        assert_eq!(problems, Some(missing), "{flag}");
    }
}

#[test]
fn status_and_mapped_state_follow_the_phase() {
    for (conversation, status, mapped) in [
        (json!({ "state": "ALERTING", "isConnected": false }), "New", "New"),
        (json!({ "state": "DIALING", "isConnected": false, "direction": "Outbound" }), "New", "New"),
        (json!({ "state": "CONNECTED" }), "In Progress", "InProgress"),
        (json!({ "state": "HELD" }), "In Progress", "InProgress"),
        (json!({ "isDisconnected": true }), "Completed", "Completed"),
        (json!({ "isDone": true }), "Completed", "Completed"),
    ] {
        let mut interaction = call();
        if let (Some(interaction), Value::Object(conversation)) = (interaction.as_object_mut(), conversation) {
            interaction.extend(conversation);
        }
        let answer = answer("update", &interaction, &json!({ "apiVersion": "62.0" }));
        assert_eq!([&answer["record"]["Status"], &answer["mappedState"]], [status, mapped]);
    }
}

#[test]
fn it_never_ends_before_it_starts() {
    for (end, expected, reported) in [
        ("2026-04-09T04:20:00Z", "2026-04-09T04:20:00.000Z", 0),
        ("2026-04-09T04:19:30.967Z", "2026-04-09T04:19:30.967Z", 0),
        ("2026-04-09T03:00:00Z", "2026-04-09T04:19:30.967Z", 1),
    ] {
        let mut interaction = call();
        interaction["isDisconnected"] = true.into();
        interaction["endTime"] = end.into();
        let (record, problems) = ask("create", &interaction, "62.0", json!({}));
        assert_eq!((record["EndDateTime"].as_str(), problems.len()), (Some(expected), reported));
    }
    let mut live = call();
    live["endTime"] = "2026-04-09T04:20:00Z".into();
    assert!(!ask("create", &live, "62.0", json!({})).0.contains_key("EndDateTime"), "nothing that is live has ended");
}

#[test]
fn attributes_carry_verification_sentiment_reason_and_context() {
    let mut interaction = call();
    interaction["attributes"] = json!({
        "Participant.sentiment": "positive", "Participant.Reason": "Roof", "Participant.verified": true,
        "isAttendeeAuthenticated": "TRUE", "Participant.context": "08p5g00000LqT4r"
    });
    let (record, problems) = ask("create", &interaction, "62.0", json!({}));
    assert_eq!(problems, []);
    assert_eq!(
        [&record["Sentiment"], &record["Reason"], &record["ContextId"]],
        ["Positive", "Roof", "08p5g00000LqT4rAAF"]
    );
    assert_eq!([&record["IsAttendeeVerified"], &record["IsAttendeeAuthenticated"]], [true, true]);
    assert!(!record.contains_key("AttendeeVerificationTime"), "Salesforce fills it");
    let (record, problems) = ask("create", &interaction, "55.0", json!({}));
    assert!(!record.contains_key("Reason"));
    let paths: Vec<&str> = problems.iter().map(|problem| problem.0.as_str()).collect();
    assert_eq!(paths, ["/PhoneNumber", "/Reason"], "not in silence");
}

#[test]
fn wrong_values_are_told_and_left_out() {
    for (values, path, code) in [
        (json!({ "Sentiment": "Glad" }), "/Sentiment", "unknown-value"),
        (json!({ "Status": 5 }), "/Status", "unknown-value"),
        (json!({ "EndDateTime": "soon" }), "/EndDateTime", "type"),
        (json!({ "IsAttendeeVerified": "perhaps" }), "/IsAttendeeVerified", "type"),
        (json!({ "IsAttendeeVerified": null }), "/IsAttendeeVerified", "required"),
        (json!({ "CommunicationChannel": null }), "/CommunicationChannel", "required"),
        (json!({ "CommunicationChannel": "" }), "/CommunicationChannel", "required"),
        (json!({ "StartDateTime": null }), "/StartDateTime", "required"),
        (json!({ "ContextId": "nothing" }), "/ContextId", "type"),
        (json!({ "ContextId": "0035g00000LqT4r" }), "/ContextId", "unknown-value"),
        (json!({ "InitiatingAttendeeId": "0055g00000LqT4r" }), "/InitiatingAttendeeId", "unknown-value"),
        (json!({ "OwnerId": "0035g00000LqT4r" }), "/OwnerId", "unknown-value"),
        (json!({ "Reason": { "a": 1 } }), "/Reason", "type"),
        (json!({ "Nothing__c": "x" }), "/Nothing__c", "unknown-property"),
        (json!([]), "/options/values", "type"),
    ] {
        let (record, problems) = ask("create", &call(), "62.0", values.clone());
        assert_eq!(problems, [(path.to_owned(), code.to_owned())], "{values}");
        assert_eq!(record["ExternalIdentifier"], "1234", "the rest works");
    }
    let (record, problems) = ask("create", &call(), "62.0", json!({ "Sentiment": "neutral" }));
    assert_eq!((record["Sentiment"].as_str(), problems[0].1.as_str()), (Some("Neutral"), "letter-case"));
}

#[test]
fn a_required_field_is_neither_made_nor_made_empty() {
    for operation in ["create", "update"] {
        for (name, nothing) in [("CommunicationChannel", json!(null)), ("StartDateTime", json!(" "))] {
            let (record, problems) = ask(operation, &call(), "62.0", json!({ name: nothing }));
            assert!(!record.contains_key(name), "{operation} {name}");
            assert_eq!(problems, [(format!("/{name}"), "required".to_owned())]);
        }
    }
    let (record, problems) = ask("update", &call(), "62.0", json!({ "Reason": null }));
    assert_eq!((record["Reason"].clone(), problems.len()), (Value::Null, 0), "what may be empty is cleared");
}

#[test]
fn the_answer_of_get_object_info_says_more_than_the_document() {
    let field = |data_type: &str, refers_to: Value| {
        let infos: Vec<Value> =
            refers_to.as_array().into_iter().flatten().map(|name| json!({ "apiName": name })).collect();
        json!({ "dataType": data_type, "length": 18, "createable": true, "updateable": true, "referenceToInfos": infos })
    };
    let mut fields = json!({
        "ContextId": field("Reference", json!(["ServiceAppointment", "Visit", "Case"])),
        "InitiatingAttendeeId": field("Reference", json!(["Account"])),
        "OwnerId": field("Reference", json!([])),
        "Ticket__c": field("String", json!([])),
        "Product__c": field("Reference", json!(["Account"])),
        "Score__c": field("Double", json!([])),
        "SourceSystem": field("String", json!([])),
        "Locked__c": { "dataType": "String", "createable": false, "updateable": false },
    });
    for (name, ..) in TABLE {
        if fields.get(name).is_none() {
            fields[name] = json!({ "dataType": "String", "createable": true, "updateable": true });
        }
    }
    for (name, value, stored) in [
        ("ContextId", json!("5005g00000LqT4r"), Ok(json!("5005g00000LqT4rAAF"))),
        ("ContextId", json!("0035g00000LqT4r"), Err("unknown-value")),
        ("InitiatingAttendeeId", json!("0035g00000LqT4r"), Err("unknown-value")),
        ("OwnerId", json!("0035g00000LqT4r"), Err("unknown-value")),
        ("Ticket__c", json!("T-7"), Ok(json!("T-7"))),
        ("Ticket__c", json!("longer than eighteen characters"), Err("not-stored")),
        ("Product__c", json!("0015g00000LqT4r"), Ok(json!("0015g00000LqT4rAAF"))),
        ("Product__c", json!("0035g00000LqT4r"), Err("not-stored")),
        ("Score__c", json!("7.5"), Ok(json!(7.5))),
        ("SourceSystem", json!("genesys"), Ok(json!("genesys"))),
        ("Locked__c", json!("x"), Err("not-stored")),
        ("Other__c", json!("x"), Err("unknown-property")),
    ] {
        let options = json!({ "apiVersion": "62.0", "objectInfo": { "fields": fields }, "values": { name: value } });
        let answer = answer("create", &call(), &options);
        let problems = answer["problems"].as_array().cloned().unwrap_or_default();
        let found = match problems.iter().find(|problem| problem["path"] == format!("/{name}")) {
            Some(problem) => Err(problem["code"].as_str().unwrap_or_default()),
            None => Ok(answer["record"][name].clone()),
        };
        assert_eq!(found, stored, "{name} {value}");
    }
}

#[test]
fn what_is_required_is_asked_for_when_it_is_made_and_not_when_it_is_changed() {
    let bare = json!({ "id": "1234" });
    let paths =
        |operation| ask(operation, &bare, "62.0", json!({})).1.into_iter().map(|problem| problem.0).collect::<Vec<_>>();
    assert_eq!(paths("create"), ["/StartDateTime"]);
    assert_eq!(paths("update"), [""; 0]);
}

#[test]
fn wrong_options_and_interactions_are_told() {
    for (interaction, options, path) in [
        (json!(null), json!({ "apiVersion": 62 }), "/interaction"),
        (json!({ "id": " " }), json!({ "apiVersion": 62 }), "/interaction/id"),
        (call(), json!(null), "/options/apiVersion"),
        (call(), json!({ "apiVersion": 62, "picklists": [] }), "/options/picklists"),
        (call(), json!({ "apiVersion": 62, "picklists": { "Reason": ["a"] } }), "/options/picklists/Reason"),
        (call(), json!({ "apiVersion": 62, "picklists": { "Type": "a" } }), "/options/picklists/Type"),
        (call(), json!({ "apiVersion": 62, "picklists": { "Type": [] } }), "/options/picklists/Type"),
        (call(), json!({ "apiVersion": 62, "picklists": { "Type": vec!["a"; 1_001] } }), "/options/picklists/Type"),
        (call(), json!({ "apiVersion": 62, "objectInfo": 5 }), "/options/objectInfo"),
    ] {
        let answer = answer("create", &interaction, &options);
        assert_eq!(answer["problems"][0]["path"], path, "{options}");
    }
    assert_eq!(answer("upsert", &call(), &json!({ "apiVersion": 62 }))["problems"][0]["path"], "/operation");
}

#[test]
fn what_this_user_may_not_store_is_told() {
    let one =
        |createable: bool| json!({ "dataType": "String", "length": 255, "createable": createable, "updateable": true });
    let mut fields = Map::new();
    for (name, ..) in TABLE.iter().filter(|row| !["Sentiment", "Reason"].contains(&row.0)) {
        fields.insert((*name).to_owned(), one(true));
    }
    fields.insert("Reason".to_owned(), one(false));
    let values = json!({ "Sentiment": "Positive", "Reason": "Roof" });
    let options = json!({ "apiVersion": 62, "values": values, "objectInfo": { "fields": fields } });
    let paths = |operation: &str| {
        let answer = answer(operation, &call(), &options);
        answer["problems"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|problem| problem["path"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths("create"), ["\"/Reason\"", "\"/Sentiment\""]);
    assert_eq!(paths("update"), ["\"/Sentiment\""]);
}

const RECORD: &str = "0mE5g00000LqT4rEAF";

struct Harness {
    runtime: SessionRuntime<Infallible>,
    now: f64,
}

impl Harness {
    fn dispatch(&mut self, work: impl FnOnce(&mut Session, &Context) -> Change) -> Vec<(u32, Value)> {
        let context = Context { now: self.now, ..Context::default() };
        let requests = self.runtime.dispatch(&context, |session| work(session, &context)).requests;
        requests.iter().map(|request| (request.ticket, json!(request.view()))).collect()
    }

    fn receive(&mut self, category: &str, conversation: Value) -> Vec<(u32, Value)> {
        let mut data = call();
        if let (Some(data), Value::Object(conversation)) = (data.as_object_mut(), conversation) {
            data.extend(conversation);
        }
        let message = json!({ "type": "Interaction", "category": category, "data": data }).to_string();
        self.dispatch(|session, context| session.receive(&message, context))
    }

    fn command(&mut self, command: Value) -> Vec<(u32, Value)> {
        self.dispatch(|session, context| session.command(&command.to_string(), context))
    }

    fn wait(&mut self, milliseconds: f64) -> Vec<(u32, Value)> {
        self.now += milliseconds;
        self.dispatch(|_, _| Change::default())
    }
}

fn harness() -> Harness {
    let config = Config::read(&json!({ "engagement": { "apiVersion": "62.0" } }), &mut Vec::new());
    let (runtime, _) = SessionRuntime::open(Persistence::new(None, None, None), config, None, &Context::default());
    Harness { runtime, now: 0.0 }
}

#[test]
fn one_record_is_made_when_it_starts_changed_as_it_goes_and_closed_when_it_ends() {
    let mut harness = harness();
    harness.receive("connect", json!({}));
    let made = harness.wait(1_500.0);
    assert_eq!([&made[0].1["operation"], &made[0].1["record"]["Status"]], ["create", "In Progress"]);
    assert!(made[0].1["record"].get("Id").is_none());
    harness.command(json!(["resolved", made[0].0, RECORD]));
    harness
        .command(json!(["associate", "1234", [{ "id": "0035g00000LqT4r", "objectApiName": "Contact", "name": "N" }]]));
    let changed = harness.wait(1_500.0);
    assert_eq!(
        changed[0].1,
        json!({
            "kind": "engagement",
            "operation": "update",
            "record": { "Id": RECORD, "InitiatingAttendeeId": "0035g00000LqT4rAAF" },
        })
    );
    harness.command(json!(["resolved", changed[0].0, RECORD]));
    let closed = harness.receive(
        "disconnect",
        json!({ "isDisconnected": true, "isConnected": false, "endTime": "2026-04-09T04:20:00Z" }),
    );
    let record = json!({ "Id": RECORD, "EndDateTime": "2026-04-09T04:20:00.000Z", "Status": "Completed" });
    assert_eq!(
        closed.iter().map(|(_, request)| request).collect::<Vec<_>>(),
        [&json!({ "kind": "engagement", "operation": "update", "record": record })]
    );
    harness.command(json!(["resolved", closed[0].0, RECORD]));
    assert_eq!(harness.wait(1e9), []);
    let log = harness.runtime.session().log("1234").map(|log| json!(log.view())).unwrap_or_default();
    assert_eq!([&log["engagement"]["saveState"], &log["engagement"]["mappedState"]], ["saved", "Completed"]);
    assert_eq!(log["saveState"], "none", "nobody saves logs here");
}

#[test]
fn a_record_that_was_made_without_our_hearing_of_it_is_found_by_its_external_identifier() {
    let mut harness = harness();
    harness.receive("connect", json!({}));
    let made = harness.wait(1_500.0);
    harness.command(json!(["rejected", made[0].0, { "message": "Failed to fetch" }]));
    let again = harness.wait(2_000.0);
    assert_eq!(again[0].1["operation"], "create");
    let message = format!("duplicate value found: ExternalIdentifier duplicates value on record with id: {RECORD}");
    let error = json!({ "body": { "output": { "errors": [{ "errorCode": "DUPLICATE_VALUE", "message": message }] } } });
    harness.command(json!(["rejected", again[0].0, error]));
    let found = harness.wait(4_000.0);
    assert_eq!([&found[0].1["operation"], &found[0].1["record"]["Id"]], ["update", RECORD]);
}

#[test]
fn without_what_is_required_nothing_is_sent_and_the_log_says_why() {
    let mut harness = harness();
    harness.receive("connect", json!({ "isEmail": true }));
    assert_eq!(harness.wait(60_000.0), []);
    let log = harness.runtime.session().log("1234").map(|log| json!(log.view())).unwrap_or_default();
    assert_eq!(
        [&log["engagement"]["saveState"], &log["engagement"]["problems"][0]["path"]],
        ["none", "/CommunicationChannel"]
    );
}
