//! When a log is saved, with what, and what becomes of answers that nobody would send. Source: seed 3.

mod answers;
mod moments;
mod office;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/tried.rs"]
mod tried;
