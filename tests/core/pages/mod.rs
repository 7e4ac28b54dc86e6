//! Thousands of seeded days of two to five pages of one browser: they hear the same calls or each its own, die, sleep, are
//! reloaded and duplicated, while transactions overlap and commit late. Afterwards each call has one record, with the last
//! edit of each field.
//!
//! `PATCHBAY_RUNS=10000 cargo test --release --test core pages` runs more of them; `PATCHBAY_SEED=7` one.

// A day that cannot be played is a failed test; one that is replayed prints what happens.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod follow;
mod office;
mod org;
mod rules;

use crate::tried::{number, runs, tried};
use office::{Day, End, Office};

/// Plays days on which all pages hear each call, and as many on which one does.
fn play(is_keyed: bool, is_late: bool) -> End {
    let only = number("PATCHBAY_SEED");
    let seeds = only.map_or(1..=runs(200, 10_000), |seed| seed..=seed);
    let mut all = End::default();
    for (hears_all, seed) in
        [true, false].into_iter().flat_map(|hears_all| seeds.clone().map(move |seed| (hears_all, seed)))
    {
        let end = Office::new(seed, Day { is_keyed, hears_all, is_late }).play();
        if all.wrong.len() < 5 {
            all.wrong.extend(end.wrong.into_iter().map(|wrong| format!("{hears_all} seed {seed}: {wrong}")));
        }
        all.days += 1;
        all.doubled += end.doubled;
        all.stale += end.stale;
        all.saves += end.saves;
        all.faults += end.faults;
        all.late += end.late;
    }
    all
}

/// With the key of Patchbay's Apex class, whatever arrives when.
#[test]
fn pages_and_the_key_neither_lose_nor_double_nor_overwrite() {
    let all = play(true, true);
    tried("pages with the key, days", all.days);
    tried("pages with the key, saves", all.saves);
    tried("pages with the key, faults", all.faults);
    tried("pages with the key, late commits", all.late);
    assert_eq!((all.doubled, all.stale), (0, 0), "{:#?}", all.wrong);
}

/// Without the key, while a save is stored within two seconds.
#[test]
fn pages_alone_neither_lose_nor_double_nor_overwrite_while_saves_are_quick() {
    let all = play(false, false);
    tried("pages alone, days", all.days);
    tried("pages alone, saves", all.saves);
    tried("pages alone, faults", all.faults);
    assert_eq!((all.doubled, all.stale), (0, 0), "{:#?}", all.wrong);
}
