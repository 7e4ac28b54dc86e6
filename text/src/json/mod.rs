//! JSON where it has to be quick: messages as they arrive, and what JavaScript is told of them. Everything else goes through
//! serde_json, beside which both are tested.
//!
//! - [`read`]: a text in one pass, copying nothing.
//! - [`write`]: objects straight into a text.

pub mod read;
mod scan;
pub mod write;
