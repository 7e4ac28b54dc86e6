//! Which interaction the page shows: the selected one, but no other as long as the agent types. What is typed would go into
//! the wrong log, or to the wrong caller.

use litemap::LiteMap;
use serde_json::Value;

use super::change::Change;
use super::{Context, Session};
use crate::event::envelope;
use crate::interaction::Interaction;
use crate::interaction::phase::Phase;
use crate::problem::{Code, Problem};

/// Maximum number of fields that are typed in at once.
const MAX_FIELDS: usize = 64;
/// Maximum length of a field's name and of an ID, in bytes.
const MAX_LEN: usize = 256;
/// Stands for the field that had the focus before a reload, until the agent goes on.
const BEFORE_RELOAD: &str = "";

crate::string_enum::string_enum! {
    /// Why the page has to stay with an interaction.
    TypingState {
        /// The field has the focus.
        Focus = "focus",
        /// The field holds text that was not sent. Once its interaction is over, it cannot be sent any more.
        Unsent = "unsent",
    }
}

/// What keeps the page with an interaction that is not the selected one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// By field: the ID of the interaction or the log that it belongs to.
    fields: LiteMap<String, (String, TypingState)>,
    /// The ID of the interaction or the log that is shown instead of the selected interaction.
    held: Option<String>,
}

/// What the page shows at one time.
#[derive(PartialEq)]
pub(super) struct Displayed {
    selected: Option<String>,
    shown: Option<String>,
    waiting: Option<String>,
}

impl Shown {
    /// What a later page of the same tab needs: the ID that it goes on with.
    pub(super) fn to_snapshot(&self) -> Option<&str> {
        self.held.as_deref().or_else(|| self.focused())
    }

    pub(super) fn restore(id: Option<String>) -> Shown {
        let field = |id: &String| (BEFORE_RELOAD.to_owned(), (id.clone(), TypingState::Focus));
        Shown { fields: id.iter().map(field).collect(), held: id }
    }

    fn focused(&self) -> Option<&str> {
        self.fields.values().find(|(_, state)| *state == TypingState::Focus).map(|(id, _)| id.as_str())
    }

    pub(super) fn is_typed_in(&self, id: &str) -> bool {
        self.fields.values().any(|(typed, state)| typed == id && *state == TypingState::Focus)
    }

    /// A log gives way to that of a new segment: what is typed in it goes on under its new ID.
    pub(super) fn follow_archived(&mut self, id: &str, archived: &str) {
        if self.is_typed_in(id) {
            self.held = Some(archived.to_owned());
            let typed = self.fields.iter_mut().map(|(_, (typed, _))| typed).filter(|typed| *typed == id);
            typed.for_each(|typed| archived.clone_into(typed));
        }
    }
}

impl Session {
    /// The ID of the interaction that the page shows: the selected one, or the one that the agent still types in. It is the ID
    /// of a log if the interaction is gone.
    pub fn shown(&self) -> Option<&str> {
        let held = self.shown.held.as_deref().filter(|id| self.is_known(id));
        held.or_else(|| self.selected().map(|one| one.id.as_str()))
    }

    /// The interaction that waits to be shown: the selected one, unless it is shown, or else the newest that alerts.
    pub fn waiting(&self) -> Option<&Interaction> {
        let shown = self.shown();
        let is_other = |one: &&Interaction| Some(one.id.as_str()) != shown;
        let alerting = || self.interactions.iter().rev().filter(|one| one.phase == Phase::Alerting).find(is_other);
        self.selected().filter(is_other).or_else(alerting)
    }

    /// A field of an interaction, or of a log, is typed in, or with `None` no more. As long as it is, messages and
    /// [`Session::select`] leave the shown interaction as it is.
    ///
    /// ```
    /// use patchbay::session::{Context, Session, shown::TypingState};
    /// let (mut session, context) = (Session::default(), Context::default());
    /// let rings = |id: &str| format!(r#"{{"type":"Interaction","category":"add","data":{{"id":"{id}","state":"ALERTING"}}}}"#);
    /// session.receive(&rings("1"), &context);
    /// session.typing("comments", "1", Some(TypingState::Focus));
    /// session.receive(&rings("2"), &context);
    /// assert_eq!(session.shown(), Some("1"));
    /// assert_eq!(session.waiting().unwrap().id, "2");
    /// session.show(&"2".into(), &context);
    /// assert_eq!(session.shown(), Some("2"));
    /// ```
    pub fn typing(&mut self, field: &str, id: &str, state: Option<TypingState>) -> Change {
        if field.len() > MAX_LEN || id.len() > MAX_LEN {
            let message = "The field or the ID is longer than 256 bytes; give a short name.";
            return Change::problem(Problem::error("/field", Code::TooLong, message));
        }
        let Shown { fields, .. } = &mut self.shown;
        fields.remove(BEFORE_RELOAD);
        fields.remove(field);
        if let Some(state) = state.filter(|_| fields.len() < MAX_FIELDS) {
            fields.insert(field.to_owned(), (id.to_owned(), state));
        }
        Change { reselected: true, ..Change::default() }
    }

    /// The agent asks for an interaction: it is selected, and shown whatever is typed elsewhere.
    pub fn show(&mut self, id: &Value, context: &Context) -> Change {
        let before = self.displayed();
        let mut problems = Vec::new();
        let event = envelope::read_selection(Some(id), "/id", &mut problems);
        let mut change = self.handle(event, problems, context);
        self.shown.held = None;
        self.shown.fields.remove(BEFORE_RELOAD);
        change.selection = before != self.displayed();
        change.reselected = true;
        change
    }

    pub(super) fn displayed(&self) -> Displayed {
        Displayed {
            selected: self.selected().map(|one| one.id.clone()),
            shown: self.shown().map(str::to_owned),
            waiting: self.waiting().map(|one| one.id.clone()),
        }
    }

    /// After a message: stays with what was shown while the agent types, and else follows what is selected. `asks` says whether
    /// the message selects.
    pub(super) fn settle_shown(&mut self, before: &Displayed, asks: bool) {
        let selected = self.selected().map(|one| one.id.clone());
        let known = |id: Option<&str>| id.filter(|id| self.is_known(id)).map(str::to_owned);
        let held = known(self.shown.held.as_deref());
        let held = if self.is_typing(before.shown.as_deref()) {
            held.or_else(|| known(before.shown.as_deref())).or_else(|| known(self.shown.focused()))
        } else {
            held.filter(|_| !asks && selected == before.selected)
        };
        self.shown.held = held.filter(|id| Some(id) != selected.as_ref());
    }

    fn is_known(&self, id: &str) -> bool {
        self.interaction(id).is_some() || self.log(id).is_some()
    }

    fn is_typing(&self, shown: Option<&str>) -> bool {
        let is_live = |id: &String| self.interaction(id).is_some_and(Interaction::is_live);
        self.shown.fields.values().any(|(id, state)| match state {
            TypingState::Focus => true,
            TypingState::Unsent => Some(id.as_str()) == shown && is_live(id),
        })
    }
}
