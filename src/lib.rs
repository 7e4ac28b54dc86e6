//! # Patchbay
//!
//! Connects a Salesforce Lightning console to the Genesys Cloud softphone over the Lightning Message Service.
//! This crate holds every rule and has no WebAssembly dependency; the crate `patchbay-wasm` makes a module of it.
//!
//! The modules from the bottom up; none imports one below it in this list:
//!
//! - [`string_enum`]: enums whose variants have a documented spelling.
//! - [`closest_match`]: the documented name that a text probably meant.
//! - [`time`]: points in time.
//! - [`host`]: host names.
//! - [`json`]: JSON text, by serde_json.
//! - [`uri`]: `encodeURIComponent` and its inverse.
//! - [`problem`]: what is wrong: severity, path, code, sentence.
//! - [`salesforce`]: record IDs, key prefixes, field types, object info.
//! - [`command`]: outgoing messages: parsing, validation, writing.
//! - [`event`]: incoming messages: untrusted JSON, whatever its spelling, as one event.
//! - [`interaction`]: the state of one interaction, and what is allowed in it.
//! - [`attribute`]: attributes of an interaction, and the fields they are stored in.
//! - [`outbox`]: when a record is saved, with what, and when it is sent again.
//! - [`engagement`]: EngagementInteraction records.
//! - [`log`]: the interaction log: fields, and the lists of Name and Related To.
//! - [`settings`]: integration settings.
//! - [`setup`]: the configuration in Setup, as options of a session.
//! - [`preflight`]: what in an org would keep Patchbay from working.
//! - [`session`]: one agent's session: connects all of the above, and persists it.

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
pub mod preflight;
pub mod problem;
pub mod salesforce;
pub mod session;
pub mod settings;
pub mod setup;
pub mod sort;
pub mod string_enum;
pub mod time;
pub mod uri;

/// The version of this crate and of the packages made from it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
