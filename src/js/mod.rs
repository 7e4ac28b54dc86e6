//! The only room that has heard of JavaScript.
//!
//! Crossings are counted: inside Lightning Web Security everything of WebAssembly lives behind a membrane. So every
//! export here takes and gives numbers, and text goes through the two buffers of [`port`]. What JavaScript needs to know
//! beforehand (names, numbers, patterns, sentences) is written out by `cargo xtask build` from [`crate::message`], and
//! [`port::fingerprint`] proves that both come from the same build.

pub mod engagement;
pub mod port;
pub mod session;
pub mod settings;
pub mod storage;
