//! When a log is saved, with what, and what becomes of answers that nobody would send. Source: seed 3.

mod answers;
mod harness;
mod moments;
