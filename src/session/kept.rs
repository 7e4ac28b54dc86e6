//! What survives of a session, but for its logs, over a reload or a popped-out utility: the facts as the client told them, so that what is read back is
//! untrusted in the same way, and judged by the same rules, as what arrives.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::logs::Logs;
use super::{Agent, Gone, Session};
use crate::event::facts::{Facts, LONGEST_TEXT};
use crate::interaction::phase::Phase;
use crate::interaction::{Consult, Interaction};
use crate::problem::{Code, Problem};

/// The shape below; another number is foreign.
const VERSION: u64 = 1;

impl Session {
    /// The session as text to keep.
    pub fn keep(&self) -> String {
        let interactions: Vec<Value> = self.interactions.iter().map(keep_interaction).collect();
        json!({
            "patchbay": VERSION,
            "agent": [self.agent.status, self.agent.sub_status, self.agent.routing_status],
            "selection": self.selection,
            "gone": self.gone.iter().map(|gone| [Some(&gone.id), gone.end.as_ref()]).collect::<Vec<_>>(),
            "interactions": interactions,
        })
        .to_string()
    }

    /// The session that was kept. What is not of this version, or of no version at all, is a problem.
    ///
    /// ```
    /// use patchbay::session::{Here, Session};
    /// let mut session = Session::default();
    /// session.receive(r#"{"type":"UserAction","category":"status","data":{"status":"MEAL"}}"#, &Here::default());
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

fn keep_interaction(interaction: &Interaction) -> Value {
    json!({
        "id": interaction.id,
        "facts": interaction.facts.write(),
        "phase": interaction.phase.as_str(),
        "consulting": interaction.consult.is_some(),
        "consultOf": match &interaction.consult {
            Some(Consult::Second(first)) => Some(first),
            _ => None,
        },
        "transferring": interaction.transferring,
    })
}

fn read(text: &str) -> Option<Session> {
    let kept: Value = serde_json::from_str(text).ok()?;
    if kept.get("patchbay")?.as_u64()? != VERSION {
        return None;
    }
    let agent = kept.get("agent")?.as_array()?;
    let [status, sub_status, routing_status] = agent.as_slice() else { return None };
    Some(Session {
        agent: Agent {
            status: optional(status)?,
            sub_status: optional(sub_status)?,
            routing_status: optional(routing_status)?,
        },
        selection: optional(kept.get("selection")?)?,
        gone: kept.get("gone")?.as_array()?.iter().map(read_gone).collect::<Option<_>>()?,
        logs: Logs::default(),
        interactions: kept.get("interactions")?.as_array()?.iter().map(read_interaction).collect::<Option<_>>()?,
    })
    .filter(is_within_bounds)
}

fn read_gone(kept: &Value) -> Option<Gone> {
    let [id, end] = kept.as_array()?.as_slice() else { return None };
    Some(Gone { id: short(id)?, end: optional(end)? })
}

fn read_interaction(kept: &Value) -> Option<Interaction> {
    let mut problems = Vec::new();
    let facts = Facts::read(kept.get("facts")?.as_object()?, "", &mut problems);
    let mut interaction = Interaction::new(short(kept.get("id")?)?, facts);
    interaction.phase = Phase::named(kept.get("phase")?.as_str()?)?;
    interaction.transferring = kept.get("transferring")?.as_bool()?;
    interaction.consult = match (kept.get("consulting")?.as_bool()?, optional(kept.get("consultOf")?)?) {
        (true, Some(first)) => Some(Consult::Second(first)),
        (true, None) => Some(Consult::First),
        (false, _) => None,
    };
    problems.is_empty().then_some(interaction)
}

fn is_within_bounds(session: &Session) -> bool {
    let ids: BTreeSet<_> = session.interactions.iter().map(|interaction| &interaction.id).collect();
    ids.len() == session.interactions.len()
        && ids.len() <= super::MOST_LIVE + super::MOST_DONE
        && session.gone.len() <= super::MOST_GONE
}

/// `Some(None)` for null; `None` for what cannot be.
fn optional(value: &Value) -> Option<Option<String>> {
    if value.is_null() { Some(None) } else { short(value).map(Some) }
}

fn short(value: &Value) -> Option<String> {
    value.as_str().filter(|text| text.len() <= LONGEST_TEXT).map(str::to_owned)
}
