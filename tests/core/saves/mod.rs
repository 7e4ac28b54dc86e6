//! When a log is saved, with what, and how invalid answers are handled. Source: Save Log extension point.

mod answers;
mod harness;
mod moments;
