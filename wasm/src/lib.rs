//! The only room that has heard of JavaScript.
//!
//! Crossings are counted: inside Lightning Web Security everything of WebAssembly lives behind a membrane. So every
//! export here takes and gives numbers, and text goes through the two buffers of [`text_buffer`]. What JavaScript needs to know
//! beforehand (names, numbers, patterns, sentences) is written out by `cargo xtask build` from [`patchbay::command`], and
//! [`text_buffer::fingerprint`] proves that both come from the same build.

#[cfg(feature = "engagement")]
pub mod engagement;
mod fault;
#[cfg(feature = "session")]
pub mod session;
#[cfg(feature = "settings")]
pub mod settings;
#[cfg(feature = "session")]
pub mod storage;
pub mod text_buffer;
#[cfg(any(feature = "engagement", feature = "session", feature = "settings"))]
mod value;
