//! Thousands of seeded days of two to five pages of one browser: they hear the same calls or each its own, die, sleep, are
//! reloaded and duplicated, while transactions overlap and commit late. Afterwards each call has one record, with the last
//! edit of each field.
//!
//! `PATCHBAY_RUNS=10000 cargo test --release --test core pages` runs more of them; `PATCHBAY_SEED=7` one.

// A day that cannot be played is a failed test; one that is replayed prints what happens.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod office;
mod org;
mod rules;

use crate::tried::{number, runs, tried};
use office::{Day, End, Office};

fn play(day: Day, commit: u64) -> End {
    let only = number("PATCHBAY_SEED");
    let seeds = only.map_or(1..=runs(commit, 10_000), |seed| seed..=seed);
    let mut all = End::default();
    for seed in seeds.clone() {
        let end = Office::new(seed, day).play();
        if !end.wrong.is_empty() && all.wrong.len() < 5 {
            all.wrong.extend(end.wrong.into_iter().map(|wrong| format!("seed {seed}: {wrong}")));
        }
        all.doubled += end.doubled;
        all.stale += end.stale;
        all.saves += end.saves;
        all.ended += end.ended;
        all.late += end.late;
    }
    tried(&format!("pages {}, days", day.name()), seeds.count());
    tried(&format!("pages {}, saves", day.name()), all.saves as usize);
    tried(&format!("pages {}, pages that died, slept or were reloaded", day.name()), all.ended as usize);
    tried(&format!("pages {}, late commits", day.name()), all.late as usize);
    all
}

/// With the key of Patchbay's Apex class, whatever arrives when.
#[test]
fn pages_and_the_key_neither_lose_nor_double_nor_overwrite() {
    for hears_all in [true, false] {
        let end = play(Day { is_keyed: true, hears_all, is_late: true }, 200);
        assert_eq!((end.doubled, end.stale), (0, 0), "{:#?}", end.wrong);
    }
}

/// Without the key, while a transaction ends within two seconds.
#[test]
fn pages_alone_neither_lose_nor_double_nor_overwrite_while_transactions_are_short() {
    for hears_all in [true, false] {
        let end = play(Day { is_keyed: false, hears_all, is_late: false }, 200);
        assert_eq!((end.doubled, end.stale), (0, 0), "{:#?}", end.wrong);
    }
}
