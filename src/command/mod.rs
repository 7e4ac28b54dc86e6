//! Outgoing messages: the three documented actions of the Genesys Cloud client (seed 2, "Events in Salesforce").
//!
//! JavaScript *observes* a message into one [`word::Word`]: which fields are there, of what kind, which documented value.
//! [`judge::judge`] answers with one number, a [`verdict::Verdict`]: zero when all is well, else one [`finding::Finding`]
//! a field. The space of words is finite and the tests walk all of it.
//!
//! - [`vocabulary`]: every documented name.
//! - [`target`]: transfer targets, from raw text to what is sent, and judging what others encoded.
//! - [`sensitive`]: card numbers, which must not be in user data.
//! - [`attribute`]: the values custom attributes may have.
//! - [`word`], [`judge`], [`verdict`], [`finding`]: the judgement.

pub mod attribute;
pub mod finding;
pub mod judge;
pub mod sensitive;
pub mod target;
pub mod verdict;
pub mod vocabulary;
pub mod word;

/// The longest text, in bytes of UTF-8, that is judged: 256 KiB. The documents name no limit; this one is ours, so that
/// no message can make the module grow without bound.
pub const MAX_TEXT: usize = 256 * 1024;
