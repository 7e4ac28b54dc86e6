//! # Patchbay
//!
//! Connects a Salesforce Lightning console to the Genesys Cloud softphone over the Lightning Message Service.
//! This crate holds every rule; JavaScript observes, asks and shows.
//!
//! The rooms, from the bottom up (nothing imports upwards):
//!
//! - [`problem`]: the one way anything says what is wrong.
//! - [`uri`]: `encodeURIComponent` and its inverse.
//! - [`json`]: JSON as it arrives.
//! - [`time`]: points in time, with and without a zone.
//! - [`salesforce`]: record IDs and what they are of.
//! - [`message`]: outgoing messages: vocabulary, transfer targets, rules, judgement.
//! - [`event`]: incoming messages: untrusted JSON, whatever its spelling, as one event.
//! - [`interaction`]: one interaction's life, and what may be done with it.
//! - [`attribute`]: what of an interaction is written into fields of its activity.
//! - [`settings`]: integration settings and what they decide.
//! - [`save`]: saving logs: when, what, and until it is confirmed.
//! - [`engagement`]: EngagementInteraction records.
//! - [`log`]: the interaction log: default fields, Name and Related To.
//! - [`session`]: one agent's session.
//! - [`js`]: the only room that has heard of JavaScript.

pub mod attribute;
pub mod closest_match;
pub mod command;
pub mod engagement;
pub mod event;
pub mod host;
pub mod interaction;
pub mod json;
pub mod log;
pub mod outbox;
pub mod problem;
pub mod salesforce;
pub mod session;
pub mod settings;
pub mod string_enum;
pub mod time;
pub mod uri;

/// The version of this crate and of the packages made from it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
