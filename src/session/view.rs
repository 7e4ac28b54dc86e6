//! The shapes in which JavaScript receives what a call changed.

use serde::Serialize;
use serde_json::Value;

use super::change::{Change, ListChange};
use super::sent::{Sent, SentView};
use super::{Agent, Session};
use crate::command::vocabulary::Action;
use crate::event::conversation::Conversation;
use crate::event::field::{BoolField, DurationField, TextField, TimeField};
use crate::interaction::phase::Phase;
use crate::interaction::{Interaction, Kind};
use crate::json::{Object, short_number};
use crate::log::keeper::LogKeeper;
use crate::log::list::PickList;
use crate::log::write::{EntryView, LogView};
use crate::outbox::{Request, RequestView};
use crate::problem::Problem;
use crate::salesforce::record::{Record, Role};
use crate::time::Timestamp;

/// The notifications that transcripts are made of.
const TRANSCRIPTS: &[&str] = &["conversationTranscription", "chatUpdate", "messageUpdate"];

/// A change, with the new state of everything that changed. Empty lists are left out, and so is an unchanged selection; a
/// null selection means that nothing is selected.
#[derive(Serialize)]
pub struct EffectsView<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    interactions: Vec<InteractionChange<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent: Option<&'a Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selected: Option<Option<&'a str>>,
    /// With `selected`, if another one is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    shown: Option<&'a str>,
    /// With `selected`, if one waits to be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logs: Vec<LogChange<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lists: Vec<ListChangeView<'a>>,
    /// IDs of the logs whose timelines changed; they are read when they are asked for.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    timelines: &'a [String],
    #[serde(skip_serializing_if = "<[Problem]>::is_empty")]
    problems: &'a [Problem],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    requests: Vec<Save<'a>>,
    /// Categories of notifications that the configuration needs, told once.
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    subscribe: &'static [&'static str],
    /// Who keeps the log, told once.
    #[serde(rename = "logKeeper", skip_serializing_if = "Option::is_none")]
    log_keeper: Option<LogKeeper>,
    /// The latest of each action that was sent, if that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    sent: Option<Vec<SentView<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    confirmed: Vec<SentView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unconfirmed: Vec<SentView<'a>>,
    #[serde(rename = "setUp", skip_serializing_if = "std::ops::Not::not")]
    set_up: bool,
}

/// The new state of an interaction; only its ID when it was removed.
#[derive(Serialize)]
struct InteractionChange<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    interaction: Option<InteractionView<'a>>,
    /// The actions that are possible now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    can: Vec<Action>,
    /// The actions that a screen offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offered: Vec<Action>,
}

/// An interaction.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "Interaction"))]
pub struct InteractionView<'a> {
    id: &'a str,
    kind: Kind,
    phase: Phase,
    #[cfg_attr(feature = "typescript", ts(type = "'inbound' | 'outbound'"))]
    direction: &'static str,
    /// The agent is a party of it now, or is asked to be.
    live: bool,
    internal: bool,
    /// It is part of a consult transfer that is not completed.
    consulting: bool,
    /// On the second interaction of a consult transfer, the ID of the first.
    consult_of: Option<&'a str>,
    /// The client announced a blind transfer of it.
    transferring: bool,
    name: &'a str,
    address: &'a str,
    queue: Option<&'a str>,
    /// ISO 8601 in UTC with milliseconds, by the client's clock.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    start_time: Option<Timestamp>,
    /// ISO 8601 in UTC with milliseconds, by the client's clock.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    connected_time: Option<Timestamp>,
    /// ISO 8601 in UTC with milliseconds, by the client's clock.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    end_time: Option<Timestamp>,
    /// Since when it is on hold: ISO 8601 in UTC with milliseconds, by this page's clock.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    held_since: Option<Timestamp>,
    /// Null unless the parties are in contact and the client reports it.
    #[cfg_attr(feature = "typescript", ts(type = "'active' | 'paused' | 'none' | null"))]
    recording: Option<String>,
    /// The recording is paused for secure data. True only while the parties are in contact.
    secure_pause: bool,
    /// IDs of the outbound campaign; null if there is none.
    dialer: Option<DialerView<'a>>,
    wrap_up_code: Option<&'a str>,
    email_subject: Option<&'a str>,
    /// The other party's name in a social network.
    social_user_name: Option<&'a str>,
    /// User-to-user information that came with a call.
    uui_data: Option<&'a str>,
    voicemail_id: Option<&'a str>,
    /// Of a callback; the first is its address if it has no other.
    callback_numbers: &'a [String],
    /// It is marked for a supervisor.
    flagged: bool,
    co_browsing: bool,
    sharing_screen: bool,
    /// A campaign shows it before it is dialled.
    dialer_preview: bool,
    third_party_email: bool,
    /// Seconds from connection to end, as the client reports them.
    #[cfg_attr(feature = "typescript", ts(as = "Option<f64>"))]
    duration_seconds: Option<Value>,
    // Left out while they are as before: there may be hundreds, and JavaScript keeps them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "Readonly<Record<string, string>>"))]
    attributes: Option<Object<Vec<(&'a str, &'a str)>>>,
}

/// IDs of an outbound campaign.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "Dialer"))]
struct DialerView<'a> {
    contact_id: Option<&'a str>,
    contact_list_id: Option<&'a str>,
    campaign_id: Option<&'a str>,
}

/// The new state of a log: null when it was removed, and left out when only its lists grew.
#[derive(Serialize)]
struct LogChange<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    log: Option<Option<LogView<'a>>>,
}

/// A change in a list of a log.
#[derive(Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ListChange"))]
pub struct ListChangeView<'a> {
    /// The interaction's ID.
    id: &'a str,
    list: Role,
    /// Records to add, or to replace if they are already in the list, with their ranks. Records are never removed.
    added: Vec<EntryView<'a>>,
    /// The ID of the chosen record.
    selected: Option<&'a str>,
    /// The ID of the record that one key of the agent confirms; null once the agent has chosen.
    proposed: Option<&'a str>,
}

/// A save to be made, with the ticket that its answer is reported with.
#[derive(Serialize)]
struct Save<'a> {
    ticket: u32,
    request: RequestView<'a>,
}

impl<'a> EffectsView<'a> {
    /// The view of a change of `session`, and of the saves to be made.
    pub fn new(change: &'a Change, requests: &'a [Request], session: &'a Session) -> EffectsView<'a> {
        let interaction = |id: &'a String| {
            let known = session.interaction(id);
            InteractionChange {
                id,
                interaction: known.map(|known| InteractionView::new(known, change.attributes.contains(id))),
                can: known.map(Interaction::allowed).unwrap_or_default(),
                offered: known.map(Interaction::offered).unwrap_or_default(),
            }
        };
        let log = |id: &'a String| {
            let log = session.log(id);
            let grown_only = log.is_some() && !change.rewritten.contains(id);
            LogChange { id, log: (!grown_only).then(|| log.map(|log| log.view())) }
        };
        let selected = session.selected().map(|one| one.id.as_str());
        EffectsView {
            interactions: change.interactions.iter().map(interaction).collect(),
            agent: change.agent.then(|| session.agent()),
            selected: change.selection.then_some(selected),
            shown: session.shown().filter(|shown| change.selection && Some(*shown) != selected),
            waiting: session.waiting().filter(|_| change.selection).map(|one| one.id.as_str()),
            // A replaced log is removed first, so that nothing of it is taken for the new one's.
            logs: change
                .replaced
                .iter()
                .map(|id| LogChange { id, log: Some(None) })
                .chain(change.logs.iter().map(log))
                .collect(),
            lists: change.lists.iter().map(|list| ListChangeView::new(list, session)).collect(),
            timelines: &change.timelines,
            problems: &change.problems,
            requests: requests.iter().map(|request| Save { ticket: request.ticket, request: request.view() }).collect(),
            subscribe: if change.first && session.logs.config.stores_transcripts() { TRANSCRIPTS } else { &[] },
            log_keeper: change.first.then(|| session.log_keeper()),
            sent: change.sent.then(|| session.sent_actions().iter().map(Sent::view).collect()),
            confirmed: change.confirmed.iter().map(Sent::view).collect(),
            unconfirmed: change.unconfirmed.iter().map(Sent::view).collect(),
            set_up: change.set_up,
        }
    }
}

impl<'a> InteractionView<'a> {
    fn new(interaction: &'a Interaction, with_attributes: bool) -> InteractionView<'a> {
        let conversation = &interaction.conversation;
        let text = |field| conversation.text(field);
        let flag = |field| conversation.flag(field) == Some(true);
        let address = conversation.address().or_else(|| text(TextField::Phone).map(without_scheme)).unwrap_or_default();
        // The client may report a ringing or an ended interaction as recorded.
        let in_contact = interaction.phase.is_in_contact();
        let recording = text(TextField::RecordingState).filter(|_| in_contact).map(str::to_ascii_lowercase);
        InteractionView {
            id: &interaction.id,
            kind: interaction.kind(),
            phase: interaction.phase,
            direction: if interaction.is_outbound() { "outbound" } else { "inbound" },
            live: interaction.is_live(),
            internal: conversation.flag(BoolField::IsInternal) == Some(true),
            consulting: interaction.consult.is_some(),
            consult_of: interaction.consult_of(),
            transferring: interaction.transferring,
            name: [TextField::RemoteName, TextField::Name, TextField::SocialUserName]
                .into_iter()
                .find_map(text)
                .unwrap_or(address),
            address,
            queue: text(TextField::QueueName),
            start_time: conversation.time(TimeField::Start),
            connected_time: conversation.time(TimeField::Connected),
            end_time: conversation.time(TimeField::End),
            held_since: interaction.held_since.and_then(Timestamp::from_milliseconds),
            recording: recording.filter(|state| ["active", "paused", "none"].contains(&state.as_str())),
            secure_pause: interaction.is_secure_paused(),
            dialer: (conversation.flag(BoolField::IsDialer) == Some(true)).then(|| DialerView::new(conversation)),
            wrap_up_code: text(TextField::Disposition),
            email_subject: text(TextField::EmailSubject),
            social_user_name: text(TextField::SocialUserName),
            uui_data: text(TextField::UuiData),
            voicemail_id: text(TextField::VoicemailId),
            callback_numbers: conversation.callback_numbers(),
            flagged: flag(BoolField::Flagged),
            co_browsing: flag(BoolField::IsCoBrowsing),
            sharing_screen: flag(BoolField::IsSharingScreen),
            dialer_preview: flag(BoolField::IsDialerPreview),
            third_party_email: flag(BoolField::IsThirdPartyEmail),
            duration_seconds: conversation.seconds(DurationField::Interaction).map(short_number),
            attributes: with_attributes.then(|| Object(conversation.attributes().collect())),
        }
    }
}

impl<'a> DialerView<'a> {
    fn new(conversation: &'a Conversation) -> DialerView<'a> {
        DialerView {
            contact_id: conversation.text(TextField::DialerContactId),
            contact_list_id: conversation.text(TextField::DialerContactListId),
            campaign_id: conversation.text(TextField::DialerCampaignId),
        }
    }
}

impl<'a> ListChangeView<'a> {
    fn new(change: &'a ListChange, session: &'a Session) -> ListChangeView<'a> {
        let list = session.log(&change.id).map(|log| log.list(change.list));
        let id = |record: &'a Record| record.id.as_str();
        let entry = |record| list.map(|list| EntryView::listed(record, list));
        ListChangeView {
            id: &change.id,
            list: change.list,
            added: change.added.iter().filter_map(entry).collect(),
            selected: list.and_then(PickList::chosen).map(id),
            proposed: list.and_then(PickList::proposed).map(id),
        }
    }
}

fn without_scheme(address: &str) -> &str {
    address.strip_prefix("tel:").or_else(|| address.strip_prefix("sip:")).unwrap_or(address)
}
