//! What survives of a session, but for its logs, over a reload or a popped-out utility: the facts as the client told them, so that what is read back is
//! untrusted in the same way, and judged by the same rules, as what arrives.

use super::logs::Logs;
use super::{Agent, Session, Tombstone};
use crate::event::conversation::{Conversation, MAX_TEXT_LEN};
use crate::interaction::phase::Phase;
use crate::interaction::{Consult, Interaction};
use crate::json::read::{Document, Plain, Value, number as read_number};
use crate::json::write::{self, Object};
use crate::problem::{Code, Problem};

/// The shape below; another number is foreign.
const VERSION: f64 = 1.0;

impl Session {
    /// The session as text to keep.
    pub fn keep(&self) -> String {
        let mut out = String::new();
        let Agent { status, sub_status, routing_status } = &self.agent;
        let mut object = Object::begin(&mut out);
        object
            .number("patchbay", Some(VERSION))
            .array("agent", [status, sub_status, routing_status], |text, out| write::optional(text.as_deref(), out))
            .optional("selection", self.selection.as_deref())
            .array("gone", &self.gone, |gone, out| {
                write::array([Some(&gone.id), gone.end.as_ref()], out, |text, out| {
                    write::optional(text.map(String::as_str), out);
                });
            })
            .array("interactions", &self.interactions, keep_interaction)
            .end();
        out
    }

    /// The session that was kept. What is not of this version, or of no version at all, is a problem.
    ///
    /// ```
    /// use patchbay::session::{Context, Session};
    /// let mut session = Session::default();
    /// session.receive(r#"{"type":"UserAction","category":"status","data":{"status":"MEAL"}}"#, &Context::default());
    /// assert_eq!(Session::restore(&session.keep()), Ok(session));
    /// assert!(Session::restore("{}").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is not what [`Session::keep`] wrote.
    pub fn restore(text: &str) -> Result<Session, Problem> {
        read(text).ok_or_else(|| {
            let message = "What was kept of the last session cannot be read; the session starts anew, and what was kept is set aside.";
            Problem::warning("", Code::Type, message)
        })
    }
}

fn keep_interaction(interaction: &Interaction, out: &mut String) {
    let mut object = Object::begin(out);
    object.text("id", &interaction.id);
    let mut conversation = Object::begin(object.field("facts"));
    interaction.conversation.write_into(&mut conversation);
    conversation.end();
    object
        .text("phase", interaction.phase.as_str())
        .flag("consulting", interaction.consult.is_some())
        .optional("consultOf", interaction.consult_of())
        .flag("transferring", interaction.transferring)
        .end();
}

fn read(text: &str) -> Option<Session> {
    let document = Document::read(text).ok()?;
    let kept = document.root();
    if !matches!(kept.get("patchbay")?.plain(), Plain::Number(number) if read_number(number) == Some(VERSION)) {
        return None;
    }
    let [status, sub_status, routing_status] = kept.get("agent")?.items().collect::<Vec<_>>().try_into().ok()?;
    Some(Session {
        agent: Agent {
            status: optional(status)?,
            sub_status: optional(sub_status)?,
            routing_status: optional(routing_status)?,
        },
        selection: optional(kept.get("selection")?)?,
        gone: kept.get("gone")?.items().map(read_gone).collect::<Option<_>>()?,
        logs: Logs::default(),
        interactions: kept.get("interactions")?.items().map(read_interaction).collect::<Option<_>>()?,
    })
    .filter(is_within_bounds)
}

fn read_gone(kept: Value) -> Option<Tombstone> {
    let [id, end] = kept.items().collect::<Vec<_>>().try_into().ok()?;
    Some(Tombstone { id: short(id)?, end: optional(end)? })
}

fn read_interaction(kept: Value) -> Option<Interaction> {
    let mut problems = Vec::new();
    let conversation =
        Conversation::read(kept.get("facts").filter(|conversation| conversation.is_object())?, "", &mut problems);
    let mut interaction = Interaction::new(short(kept.get("id")?)?, conversation);
    interaction.phase = Phase::named(&kept.get("phase")?.text()?)?;
    interaction.transferring = flag(kept.get("transferring")?)?;
    interaction.consult = match (flag(kept.get("consulting")?)?, optional(kept.get("consultOf")?)?) {
        (true, Some(first)) => Some(Consult::Second(first)),
        (true, None) => Some(Consult::First),
        (false, _) => None,
    };
    problems.is_empty().then_some(interaction)
}

fn is_within_bounds(session: &Session) -> bool {
    let all = &session.interactions;
    let is_double = |at: usize| all[..at].iter().any(|other| other.id == all[at].id);
    all.len() <= super::MAX_LIVE + super::MAX_DONE
        && !(0..all.len()).any(is_double)
        && session.gone.len() <= super::MAX_GONE
}

/// `Some(None)` for null; `None` for what cannot be.
fn optional(value: Value) -> Option<Option<String>> {
    if value.is_null() { Some(None) } else { short(value).map(Some) }
}

fn short(value: Value) -> Option<String> {
    value.text().filter(|text| text.len() <= MAX_TEXT_LEN).map(|text| text.into_owned())
}

fn flag(value: Value) -> Option<bool> {
    match value.plain() {
        Plain::Flag(flag) => Some(flag),
        _ => None,
    }
}
