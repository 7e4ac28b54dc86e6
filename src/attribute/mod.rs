//! Attribute synchronisation: what of an interaction is written into fields of its activity. Source: seed 1.
//!
//! - [`catalogue`]: the attributes there are, and where their values come from.
//! - [`mapping`]: which attribute goes into which field, as the organisation has it.
//! - [`transcript`]: what becomes of transcripts that are too long.

pub mod catalogue;
pub mod mapping;
pub mod transcript;
