//! Attribute synchronisation: attributes of an interaction that are stored in fields of its activity. Source: "Attribute
//! synchronization".
//!
//! - [`catalogue`]: the documented attributes, and where their values come from.
//! - [`mapping`]: the org's choice of a field for each attribute.
//! - [`transcript`]: transcripts that are longer than their field.

pub mod catalogue;
pub mod mapping;
pub mod transcript;
