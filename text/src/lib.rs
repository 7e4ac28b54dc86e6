//! What every message goes through, on its way in and out: small, and compiled for speed where the rest of Patchbay is
//! compiled for size.
//!
//! - [`compare`]: whether two texts are the same.
//! - [`json`]: JSON where it has to be quick.

pub mod compare;
pub mod json;
