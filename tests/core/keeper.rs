//! Who keeps the log: only a session whose keeper is Patchbay saves.

use patchbay::log::config::Config;
use patchbay::log::keeper::LogKeeper;
use patchbay::problem::Code;
use patchbay::session::change::Change;
use patchbay::session::persistence::Persistence;
use patchbay::session::runtime::SessionRuntime;
use patchbay::session::{Context, Session};
use serde_json::{Value, json};

use crate::saves::harness::Forbidden;
use crate::support::written;

/// The keeper, the problems' paths, and the number of saves of a call that is edited.
fn keeps(option: Value, has_handler: bool) -> (LogKeeper, Vec<String>, usize) {
    let mut problems = Vec::new();
    let engagement = json!({ "apiVersion": "62.0" });
    let config = Config::read(&json!({ "logKeeper": option, "engagement": engagement }), &mut problems);
    let persistence = Persistence::<Forbidden>::new(None, None, None);
    let seed = has_handler.then_some(7);
    let (mut runtime, found) = SessionRuntime::open(persistence, config, seed, &Context::default());
    let told = written(&found.view(runtime.session()))["logKeeper"].clone();
    problems.extend(found.change.problems);
    let mut run = |now: f64, work: &dyn Fn(&mut Session, &Context) -> Change| {
        let context = Context { now, ..Context::default() };
        runtime.dispatch(&context, |session| work(session, &context)).requests.len()
    };
    let call = json!({ "type": "Interaction", "category": "connect", "data": { "id": "1", "state": "CONNECTED" } });
    let mut saves = run(0.0, &|session, context| session.receive(&call.to_string(), context));
    saves += run(1.0, &|session, context| session.command(r#"["edit", "1", {"Description": "Roof"}]"#, context));
    saves += run(120_000.0, &|session, context| session.disconnect(context));
    let keeper = runtime.session().log_keeper();
    assert_eq!(told, keeper.as_str());
    (keeper, problems.into_iter().map(|problem| problem.path).collect(), saves)
}

#[test]
fn only_patchbay_saves() {
    assert_eq!(keeps(json!("package"), true), (LogKeeper::Package, vec![], 0));
    assert_eq!(keeps(json!("none"), true), (LogKeeper::None, vec![], 0));
    assert_eq!(keeps(json!("patchbay"), true).0, LogKeeper::Patchbay);
    assert!(keeps(json!("patchbay"), true).2 > 0);
}

#[test]
fn who_gives_a_handler_alone_saves() {
    assert_eq!(keeps(Value::Null, true).0, LogKeeper::Patchbay);
    assert!(keeps(Value::Null, true).2 > 0);
    assert_eq!(keeps(Value::Null, false).0, LogKeeper::None);
}

#[test]
fn a_keeper_that_is_unknown_counts_as_the_package_and_letter_case_means_nothing() {
    let reported = vec!["/logKeeper".to_owned()];
    for wrong in [json!("Package"), json!("patchbey"), json!(""), json!(true), json!({})] {
        assert_eq!(keeps(wrong.clone(), true), (LogKeeper::Package, reported.clone(), 0), "{wrong}");
    }
    assert_eq!(keeps(json!("NONE"), true), (LogKeeper::None, reported.clone(), 0));
    let (keeper, problems, saves) = keeps(json!("Patchbay"), true);
    assert_eq!((keeper, problems), (LogKeeper::Patchbay, reported));
    assert!(saves > 0);
    assert_eq!(keeps(json!("patchbay"), false).1, ["/save"], "nobody saves what it is to keep");
}

/// The messages of problems with this code, of a session that hears these conversations.
fn kept_twice(keeper: &str, conversations: &[Value]) -> usize {
    let config = Config::read(&json!({ "logKeeper": keeper }), &mut Vec::new());
    let persistence = Persistence::<Forbidden>::new(None, None, None);
    let (mut runtime, _) = SessionRuntime::open(persistence, config, Some(7), &Context::default());
    let context = Context::default();
    let told = |conversation: &Value| {
        let message = json!({ "type": "Interaction", "category": "change", "data": { "new": conversation } });
        let effects = runtime.dispatch(&context, |session| session.receive(&message.to_string(), &context));
        effects.change.problems.iter().filter(|problem| problem.code == Code::KeptTwice).count()
    };
    conversations.iter().map(told).sum()
}

#[test]
fn that_the_package_keeps_the_log_too_is_told_once() {
    let call = |more: Value| {
        let mut call = json!({ "id": "1", "state": "CONNECTED" });
        call.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        call
    };
    let id = "00T5g00000XyZ12EAF";
    let as_text = call(json!({ "callLogId": id }));
    let in_object = call(json!({ "callLog": { "Id": "00T5g00000XyZ12" } }));
    assert_eq!(kept_twice("patchbay", &[as_text.clone(), in_object.clone(), as_text.clone()]), 1);
    assert_eq!(kept_twice("patchbay", &[call(json!({})), in_object.clone()]), 1);
    for keeper in ["package", "none"] {
        assert_eq!(kept_twice(keeper, &[as_text.clone(), in_object.clone()]), 0, "{keeper} keeps it");
    }
    let others = [
        json!({ "attributes": { "task": id } }),
        json!({ "contactId": "0035g00000LqT4rAAF" }),
        json!({ "note": "about 00T5g00000XyZ12EAF" }),
        json!({ "callLog": [id] }),
        json!({ "callLog": null }),
    ];
    assert_eq!(kept_twice("patchbay", &others.map(call)), 0);
}
