//! What the page asks of a session, as JSON: `["visit", record]`, `["edit", id, values]`, … The values come from foreign
//! code: each is judged, and what is wrong is a problem.

use serde_json::Value;

use super::change::Change;
use super::{Context, Session};
use crate::outbox::answer::Answer;
use crate::problem::{Code, Problem};

impl Session {
    /// Does what is asked.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let change = Session::default().command(r#"["openLog", 5]"#, &Context::default());
    /// assert_eq!(change.problems[0].path, "/id");
    /// ```
    pub fn command(&mut self, json: &str, context: &Context) -> Change {
        let Ok(Value::Array(asked)) = serde_json::from_str(json) else {
            let message = "What was given is nested too deep; give plain objects.";
            return Change::problem(Problem::error("", Code::NotSerialisable, message));
        };
        let given = |at: usize| asked.get(at).unwrap_or(&Value::Null);
        let id = || given(1).as_str();
        match given(0).as_str().unwrap_or_default() {
            "visit" => self.visit(given(1), context),
            "know" => self.set_object_info(given(1), context),
            "disconnect" => self.disconnect(context),
            "hurry" => {
                self.flush(given(1) == true, context);
                Change::default()
            }
            "resolved" => self.settle(given(1), Answer::resolved(given(2)), context),
            "rejected" => self.settle(given(1), Answer::rejected(given(2)), context),
            "associate" => id().map_or_else(no_id, |id| self.associate(id, given(2), context)),
            "edit" => id().map_or_else(no_id, |id| self.edit(id, given(2), context)),
            "openLog" => id().map_or_else(no_id, |id| self.open_log(id, context)),
            "choose" => match (id(), given(3)) {
                (None, _) => no_id(),
                (Some(id), Value::Null) => self.choose(id, given(2), None, context),
                (Some(id), Value::String(record)) => self.choose(id, given(2), Some(record), context),
                (Some(_), _) => {
                    let message = "The record's ID is not text; give it as text, or null for none.";
                    Change::problem(Problem::error("/recordId", Code::Type, message))
                }
            },
            // Time has passed, and nothing else.
            _ => Change::default(),
        }
    }

    fn settle(&mut self, ticket: &Value, answer: Answer, context: &Context) -> Change {
        let ticket = ticket.as_u64().and_then(|ticket| u32::try_from(ticket).ok());
        ticket.map_or_else(Change::default, |ticket| self.handle_response(ticket, answer, context))
    }
}

fn no_id() -> Change {
    Change::problem(Problem::error("/id", Code::Type, "The interaction's ID is not text; give it as text."))
}
