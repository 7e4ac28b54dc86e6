//! What an agent can do with a consult transfer as a whole, by the states of its two parts.
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use patchbay::session::{Context, Session};

const FIRST: &str = "1";
const SECOND: &str = "2";

/// A consult transfer whose parts are in these states.
fn consult(first: &str, second: &str) -> Session {
    let mut session = Session::default();
    let mut tell = |data: Value| {
        let message = json!({ "type": "Interaction", "category": "change", "data": { "new": data } });
        session.receive(&message.to_string(), &Context::default());
    };
    tell(json!({ "id": FIRST, "state": "HELD" }));
    tell(json!({ "id": SECOND, "state": "DIALING", "direction": "Outbound" }));
    tell(json!({ "id": SECOND, "state": second }));
    tell(json!({ "id": FIRST, "state": first }));
    session
}

/// Each control in a line, with `-` where it is not possible.
fn lines(session: &Session, id: &str) -> Vec<String> {
    let step = |step: &Value| {
        let on = step["on"].as_bool().map_or("", |on| if on { " on" } else { " off" });
        format!("{} {}{on}", step["action"].as_str().unwrap(), step["id"].as_str().unwrap())
    };
    let controls = serde_json::to_value(session.consult_controls(id)).unwrap();
    controls
        .as_array()
        .unwrap()
        .iter()
        .map(|control| {
            let steps: Vec<String> = control["steps"].as_array().unwrap().iter().map(step).collect();
            let possible = if control["possible"] == true { "" } else { "-" };
            format!("{possible}{}: {}", control["name"].as_str().unwrap(), steps.join(", "))
        })
        .collect()
}

#[test]
fn each_control_sends_what_its_parts_need() {
    let [conclude, cancel] = ["conclude: concludeTransfer 1", "cancel: disconnect 2"];
    let table = [
        ("HELD", "CONNECTED", "swap: hold 2 on, hold 1 off"),
        ("CONNECTED", "HELD", "swap: hold 1 on, hold 2 off"),
        // Nobody is spoken to yet, so there is nobody to turn away from.
        ("HELD", "DIALING", "-swap: hold 2 on, hold 1 off"),
        // Nobody waits.
        ("CONNECTED", "CONNECTED", "-swap: "),
    ];
    for (first, second, swap) in table {
        let session = consult(first, second);
        for id in [FIRST, SECOND] {
            assert_eq!(lines(&session, id), [conclude, cancel, swap], "{first} {second}, of {id}");
        }
    }
}

#[test]
fn there_are_none_without_two_parts() {
    let mut session = consult("HELD", "CONNECTED");
    assert_eq!(lines(&session, "3"), [""; 0]);
    let over =
        json!({ "type": "Interaction", "category": "disconnect", "data": { "id": SECOND, "state": "DISCONNECTED" } });
    session.receive(&over.to_string(), &Context::default());
    for id in [FIRST, SECOND] {
        assert_eq!(lines(&session, id), [""; 0]);
    }
}
