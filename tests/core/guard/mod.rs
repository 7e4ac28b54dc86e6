//! What is stored, saved and counted when something fails: storage that refuses or lies, saves that arrive late, long outages.

mod aside;
mod dates;
mod expiry;
mod growth;
mod late;
mod mapping;
mod outage;
pub mod page;
mod records;
mod storage;
