//! Who keeps the log: only a session whose keeper is Patchbay saves.

use patchbay::log::config::Config;
use patchbay::log::keeper::LogKeeper;
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
fn what_is_wrong_with_it_is_told_and_no_log_is_lost() {
    for wrong in [json!("Package"), json!(""), json!(true), json!({})] {
        let (keeper, problems, saves) = keeps(wrong.clone(), true);
        assert_eq!((keeper, problems), (LogKeeper::Patchbay, vec!["/logKeeper".to_owned()]), "{wrong}");
        assert!(saves > 0, "{wrong}");
    }
    assert_eq!(keeps(json!("patchbay"), false).1, ["/save"], "nobody saves what it is to keep");
}
