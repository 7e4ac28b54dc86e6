//! Commands from the page to a session, as JSON: an array of a [`CommandName`] and its arguments, `["visit", record]`. The
//! arguments come from code of the org, so each is validated, and an invalid one becomes a problem.

use serde_json::Value;

use super::change::Change;
use super::shown::TypingState;
use super::{Context, Session};
use crate::json;
use crate::outbox::answer::Answer;
use crate::problem::{Code, Problem};

crate::string_enum::string_enum! {
    /// The commands; each comment lists the arguments that follow the name.
    CommandName {
        /// A record that the agent opened.
        Visit = "visit",
        /// No arguments: the agent left the record in front.
        Leave = "leave",
        /// The ID of the interaction to select, or null.
        Select = "select",
        /// The ID of the interaction that the agent asks for, or null.
        Show = "show",
        /// The name of a field, the ID of its interaction or log, and a `TypingState`, or null when nothing is typed any more.
        Typing = "typing",
        /// The answers of `getObjectInfo`.
        SetObjectInfo = "setObjectInfo",
        /// No arguments: the page is about to close, or the client disconnected.
        Disconnect = "disconnect",
        /// Whether failed saves are sent again too.
        Flush = "flush",
        /// The ticket of a save, and the value that it resolved to.
        Resolved = "resolved",
        /// The ticket of a save, and the error that it was rejected with.
        Rejected = "rejected",
        /// An interaction's ID, or `{number}` of one that is about to be dialled, and the records of a screen pop.
        Associate = "associate",
        /// An interaction's ID, and fields of its log.
        Edit = "edit",
        /// An interaction's ID, and the text of the summary of its log.
        AddSummary = "addSummary",
        /// An interaction's ID.
        OpenLog = "openLog",
        /// An interaction's ID, the name of a list, and the ID of a record in it, or null.
        Choose = "choose",
        /// A message that was published.
        Sent = "sent",
    }
}

/// A command whose arguments have the right types. What depends on the session's state is checked when it runs.
enum SessionCommand<'a> {
    Visit(&'a Value),
    Leave,
    Select(&'a Value),
    Show(&'a Value),
    Typing { field: &'a str, id: &'a str, state: Option<TypingState> },
    SetObjectInfo(&'a Value),
    Disconnect,
    Flush { again: bool },
    Answered { ticket: u32, answer: Answer, records: &'a Value },
    Associate { id: &'a str, records: &'a Value },
    AssociateWithNumber { number: &'a Value, records: &'a Value },
    Edit { id: &'a str, values: &'a Value },
    AddSummary { id: &'a str, text: &'a str },
    OpenLog { id: &'a str },
    Choose { id: &'a str, list: &'a Value, record: Option<&'a str> },
    Sent(&'a Value),
}

impl Session {
    /// Runs a command. An unknown command, or an argument of the wrong type, changes nothing and is a problem.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let mut run = |command| Session::default().command(command, &Context::default()).problems.remove(0);
    /// assert_eq!(run(r#"["openLog", 5]"#).path, "/id");
    /// assert_eq!(run(r#"["openlog", "1"]"#).code.as_str(), "unknown-value");
    /// ```
    pub fn command(&mut self, text: &str, context: &Context) -> Change {
        let Ok(given) = json::parse(text) else {
            let message = "The value is nested too deeply; give plain objects.";
            return Change::problem(Problem::error("", Code::NotSerialisable, message));
        };
        let command = match read(&given) {
            Ok(command) => command,
            Err(problem) => return Change::problem(problem),
        };
        match command {
            SessionCommand::Visit(record) => self.visit(record, context),
            SessionCommand::Leave => self.leave(),
            SessionCommand::Select(id) => self.select(id, context),
            SessionCommand::Show(id) => self.show(id, context),
            SessionCommand::Typing { field, id, state } => self.typing(field, id, state),
            SessionCommand::SetObjectInfo(infos) => self.set_object_info(infos, context),
            SessionCommand::Disconnect => self.disconnect(context),
            SessionCommand::Flush { again } => self.flush(again, context),
            SessionCommand::Answered { ticket, answer, records } => {
                let mut change = self.handle_response(ticket, answer, context);
                self.take_stored(records, &mut change, context);
                change
            }
            SessionCommand::Associate { id, records } => self.associate(id, records, context),
            SessionCommand::AssociateWithNumber { number, records } => {
                self.associate_with_number(number, records, context)
            }
            SessionCommand::Edit { id, values } => self.edit(id, values, context),
            SessionCommand::AddSummary { id, text } => self.add_summary(id, text, context),
            SessionCommand::OpenLog { id } => self.open_log(id, context),
            SessionCommand::Choose { id, list, record } => self.choose(id, list, record, context),
            SessionCommand::Sent(message) => self.sent(message, context),
        }
    }
}

/// Reads `[name, …arguments]`; a missing argument is null.
fn read(given: &Value) -> Result<SessionCommand<'_>, Problem> {
    let Some(name) = given[0].as_str().and_then(CommandName::named) else {
        let message = "There is no such command; install all files of Patchbay from one build.";
        return Err(Problem::error("", Code::UnknownValue, message));
    };
    let id =
        || given[1].as_str().ok_or_else(|| wrong_kind("/id", "The interaction's ID is not text; give it as text."));
    let ticket = || {
        let ticket = given[1].as_u64().and_then(|ticket| u32::try_from(ticket).ok());
        ticket.ok_or_else(|| {
            wrong_kind("/ticket", "This is not the ticket of a save; give the one that came with the request.")
        })
    };
    Ok(match name {
        CommandName::Visit => SessionCommand::Visit(&given[1]),
        CommandName::Leave => SessionCommand::Leave,
        CommandName::Select => SessionCommand::Select(&given[1]),
        CommandName::Show => SessionCommand::Show(&given[1]),
        CommandName::Typing => read_typing(given)?,
        CommandName::SetObjectInfo => SessionCommand::SetObjectInfo(&given[1]),
        CommandName::Disconnect => SessionCommand::Disconnect,
        CommandName::Flush => SessionCommand::Flush { again: given[1] == true },
        CommandName::Resolved => SessionCommand::Answered {
            ticket: ticket()?,
            answer: Answer::resolved(&given[2]),
            records: &given[2]["records"],
        },
        CommandName::Rejected => {
            SessionCommand::Answered { ticket: ticket()?, answer: Answer::rejected(&given[2]), records: &Value::Null }
        }
        CommandName::Associate if given[1].is_object() => {
            SessionCommand::AssociateWithNumber { number: &given[1]["number"], records: &given[2] }
        }
        CommandName::Associate => SessionCommand::Associate { id: id()?, records: &given[2] },
        CommandName::Sent => SessionCommand::Sent(&given[1]),
        CommandName::Edit => SessionCommand::Edit { id: id()?, values: &given[2] },
        CommandName::AddSummary => {
            let text = given[2].as_str();
            let text = text.ok_or_else(|| wrong_kind("/text", "The summary is not text; give it as text."))?;
            SessionCommand::AddSummary { id: id()?, text }
        }
        CommandName::OpenLog => SessionCommand::OpenLog { id: id()? },
        CommandName::Choose => {
            let record = match &given[3] {
                Value::Null => None,
                Value::String(record) => Some(record.as_str()),
                _ => {
                    let message = "The record's ID is not text; give it as text, or null for none.";
                    return Err(wrong_kind("/recordId", message));
                }
            };
            SessionCommand::Choose { id: id()?, list: &given[2], record }
        }
    })
}

fn read_typing(given: &Value) -> Result<SessionCommand<'_>, Problem> {
    let text = |at: usize, path| {
        given[at].as_str().ok_or_else(|| wrong_kind(path, "Give the field's name and its interaction's ID as text."))
    };
    let state = match &given[3] {
        Value::Null => None,
        state => Some(state.as_str().and_then(TypingState::named).ok_or_else(|| {
            let message = "There is no such state; give focus or unsent, or null when nothing is typed any more.";
            Problem::error("/state", Code::UnknownValue, message)
        })?),
    };
    Ok(SessionCommand::Typing { field: text(1, "/field")?, id: text(2, "/id")?, state })
}

fn wrong_kind(path: &str, message: &str) -> Problem {
    Problem::error(path, Code::Type, message)
}
