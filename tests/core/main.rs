//! The rules, tested through the public interface of the crate; one binary, so that it links once.

mod allowed;
mod attribute;
mod closest_match;
mod command;
mod engagement;
mod event;
mod faults;
mod fuzz;
mod json;
mod keep;
mod log;
mod model;
mod name_and_related;
mod names;
mod preflight;
mod record;
mod saves;
mod segments;
mod sensitive;
mod session;
mod settings;
mod support;
mod target;
mod task;
mod tried;
mod uri;
