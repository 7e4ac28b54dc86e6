//! When a log is saved, with which values, and what becomes of each answer. Source: "Save Log extension point".

mod answers;
pub mod harness;
mod snapshots;
mod triggers;
