//! Thousands of seeded working days in which everything that can fail does: saves that hang, are lost, answer twice, late,
//! nothing or another record's ID; records that are deleted; pages that are reloaded, tabs that are closed, clocks that are
//! set back. Afterwards the stored record has to be the log, and there has to be one.
//!
//! `PATCHBAY_RUNS=100000 cargo test --release --test core faults -- --nocapture` runs more of them; `PATCHBAY_SEED=7` one.

// A scenario that cannot be played is a failed test; one that is replayed prints what happens.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod scenario;
mod server;
pub mod simulation;

use crate::tried::{number, runs, tried};
use scenario::Scenario;

#[test]
fn nothing_is_lost_and_nothing_is_doubled() {
    let only = number("PATCHBAY_SEED");
    let days = runs(500, 2_000);
    let seeds = only.map_or(1..=days, |seed| seed..=seed);
    let (mut lost, mut doubled, mut saves, mut faults, mut reloads) = (Vec::new(), Vec::new(), 0, 0, 0);
    for seed in seeds.clone() {
        let end = Scenario::new(seed).play();
        saves += end.saves;
        faults += end.faults;
        reloads += end.reloads;
        if let Some(difference) = end.lost {
            lost.push((seed, difference));
        }
        if end.records != 1 {
            doubled.push((seed, end.records));
        }
    }
    tried("days with faults, days", seeds.count());
    tried("days with faults, saves", saves as usize);
    tried("days with faults, faults", faults as usize);
    tried("days with faults, reloads", reloads as usize);
    assert!(lost.is_empty(), "lost, as (seed, what differs): {:#?}", &lost[..lost.len().min(3)]);
    assert!(doubled.is_empty(), "(seed, records): {:?}", &doubled[..doubled.len().min(10)]);
    assert!(only.is_some() || (faults > days && reloads > days / 4), "the days were too calm to show anything");
}
