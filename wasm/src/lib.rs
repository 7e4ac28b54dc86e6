//! Patchbay as a WebAssembly module.
//!
//! Inside Lightning Web Security everything of WebAssembly lives behind a membrane, so crossings are few and wide: every
//! export that is called often takes and gives numbers, and text goes through the two buffers of [`text_buffer`]. What
//! JavaScript needs to know beforehand (names, patterns, the plain case) is written out by `cargo xtask build` from
//! [`patchbay::command`], and [`text_buffer::fingerprint`] proves that both come from the same build.

/// A fifth of the standard allocator's bytes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub mod command;
#[cfg(feature = "engagement")]
pub mod engagement;
pub mod entry;
mod fault;
mod lengths;
#[cfg(feature = "preflight")]
pub mod preflight;
#[cfg(feature = "session")]
pub mod session;
#[cfg(feature = "settings")]
pub mod settings;
#[cfg(feature = "configuration")]
pub mod setup;
#[cfg(feature = "session")]
pub mod storage;
pub mod text_buffer;
#[cfg(any(
    feature = "configuration",
    feature = "engagement",
    feature = "preflight",
    feature = "session",
    feature = "settings"
))]
mod value;
