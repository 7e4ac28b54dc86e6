//! What the page asks of a session, as JSON: the name of a [`CommandName`] and its values, `["visit", record]`. The values come
//! from foreign code: each is judged, and what is wrong is a problem.

use serde_json::Value;

use super::change::Change;
use super::{Context, Session};
use crate::json;
use crate::outbox::answer::Answer;
use crate::problem::{Code, Problem};

crate::string_enum::string_enum! {
    /// What may be asked of a session, each with the values that follow its name.
    CommandName {
        /// A record that the agent opened.
        Visit = "visit",
        /// The ID of the interaction to select, or null.
        Select = "select",
        /// What `getObjectInfo` says.
        SetObjectInfo = "setObjectInfo",
        /// Nothing: the page or the client goes away.
        Disconnect = "disconnect",
        /// Whether what has failed is sent again too.
        Flush = "flush",
        /// The ticket of a save, and what it resolved to.
        Resolved = "resolved",
        /// The ticket of a save, and what it was rejected with.
        Rejected = "rejected",
        /// An interaction's ID, and records that popped.
        Associate = "associate",
        /// An interaction's ID, and fields of its log.
        Edit = "edit",
        /// An interaction's ID.
        OpenLog = "openLog",
        /// An interaction's ID, the name of a list, and the ID of a record in it, or null.
        Choose = "choose",
    }
}

/// A command with its values, as far as they are judged without the session.
enum SessionCommand<'a> {
    Visit(&'a Value),
    Select(&'a Value),
    SetObjectInfo(&'a Value),
    Disconnect,
    Flush { again: bool },
    Answered { ticket: u32, answer: Answer },
    Associate { id: &'a str, records: &'a Value },
    Edit { id: &'a str, values: &'a Value },
    OpenLog { id: &'a str },
    Choose { id: &'a str, list: &'a Value, record: Option<&'a str> },
}

impl Session {
    /// Does what is asked. An unknown command, or values of a wrong kind, change nothing and are a problem.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let mut ask = |command| Session::default().command(command, &Context::default()).problems.remove(0);
    /// assert_eq!(ask(r#"["openLog", 5]"#).path, "/id");
    /// assert_eq!(ask(r#"["openlog", "1"]"#).code.as_str(), "unknown-value");
    /// ```
    pub fn command(&mut self, text: &str, context: &Context) -> Change {
        let Ok(asked) = json::parse(text) else {
            let message = "What was given is nested too deep; give plain objects.";
            return Change::problem(Problem::error("", Code::NotSerialisable, message));
        };
        let command = match read(&asked) {
            Ok(command) => command,
            Err(problem) => return Change::problem(problem),
        };
        match command {
            SessionCommand::Visit(record) => self.visit(record, context),
            SessionCommand::Select(id) => self.select(id, context),
            SessionCommand::SetObjectInfo(infos) => self.set_object_info(infos, context),
            SessionCommand::Disconnect => self.disconnect(context),
            SessionCommand::Flush { again } => {
                self.flush(again, context);
                Change::default()
            }
            SessionCommand::Answered { ticket, answer } => self.handle_response(ticket, answer, context),
            SessionCommand::Associate { id, records } => self.associate(id, records, context),
            SessionCommand::Edit { id, values } => self.edit(id, values, context),
            SessionCommand::OpenLog { id } => self.open_log(id, context),
            SessionCommand::Choose { id, list, record } => self.choose(id, list, record, context),
        }
    }
}

/// Reads `[name, …values]`; a value that is missing is null.
fn read(asked: &Value) -> Result<SessionCommand<'_>, Problem> {
    let Some(name) = asked[0].as_str().and_then(CommandName::named) else {
        let message = "There is no such command; install all files of Patchbay from one build.";
        return Err(Problem::error("", Code::UnknownValue, message));
    };
    let id =
        || asked[1].as_str().ok_or_else(|| wrong_kind("/id", "The interaction's ID is not text; give it as text."));
    let ticket = || {
        let ticket = asked[1].as_u64().and_then(|ticket| u32::try_from(ticket).ok());
        ticket.ok_or_else(|| wrong_kind("/ticket", "This is no ticket of a save; give the one that came with it."))
    };
    Ok(match name {
        CommandName::Visit => SessionCommand::Visit(&asked[1]),
        CommandName::Select => SessionCommand::Select(&asked[1]),
        CommandName::SetObjectInfo => SessionCommand::SetObjectInfo(&asked[1]),
        CommandName::Disconnect => SessionCommand::Disconnect,
        CommandName::Flush => SessionCommand::Flush { again: asked[1] == true },
        CommandName::Resolved => SessionCommand::Answered { ticket: ticket()?, answer: Answer::resolved(&asked[2]) },
        CommandName::Rejected => SessionCommand::Answered { ticket: ticket()?, answer: Answer::rejected(&asked[2]) },
        CommandName::Associate => SessionCommand::Associate { id: id()?, records: &asked[2] },
        CommandName::Edit => SessionCommand::Edit { id: id()?, values: &asked[2] },
        CommandName::OpenLog => SessionCommand::OpenLog { id: id()? },
        CommandName::Choose => {
            let record = match &asked[3] {
                Value::Null => None,
                Value::String(record) => Some(record.as_str()),
                _ => {
                    let message = "The record's ID is not text; give it as text, or null for none.";
                    return Err(wrong_kind("/recordId", message));
                }
            };
            SessionCommand::Choose { id: id()?, list: &asked[2], record }
        }
    })
}

fn wrong_kind(path: &str, message: &str) -> Problem {
    Problem::error(path, Code::Type, message)
}
