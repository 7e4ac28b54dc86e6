//! A model beside the session: random interleavings of what clients, agents, savers, pages and tabs do, and after each of
//! them the session has to be what a far simpler model says. All that has to hold stands in `invariants`.
//!
//! Every run has a seed, which a failure names together with the fewest moves that still fail:
//! `PATCHBAY_SEED=7 cargo test --test core model` repeats one, `PATCHBAY_RUNS=1000000 cargo test --release --test model` is long.

mod flood;
mod invariants;
mod moves;
mod page;
mod reference;
mod server;
mod simulation;
pub mod storage;

use std::cell::Cell;

use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use crate::tried::{number, runs, tried};
use moves::{Move, any_move};
use simulation::Simulation;

const MAX_MOVES: usize = 60;

fn runner(seed: u64) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { cases: 1, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

fn play(moves: Vec<Move>) -> Result<u64, TestCaseError> {
    let mut world = Simulation::new();
    for made in &moves {
        world.make(made)?;
    }
    world.finish()?;
    Ok(world.saves)
}

#[test]
fn whatever_happens_the_session_is_what_the_model_says() {
    let only = number("PATCHBAY_SEED");
    let seeds = only.map_or(1..=runs(2_000, 10_000), |seed| seed..=seed);
    let (made, saves) = (Cell::new(0), Cell::new(0));
    for seed in seeds.clone() {
        let played = runner(seed).run(&vec(any_move(), 1..=MAX_MOVES), |moves| {
            made.set(made.get() + moves.len());
            saves.set(saves.get() + play(moves)?);
            Ok(())
        });
        match played {
            Ok(()) => {}
            Err(TestError::Fail(why, moves)) => {
                panic!("{why}\n{moves:?}\nagain: PATCHBAY_SEED={seed} cargo test --test core model")
            }
            Err(TestError::Abort(why)) => panic!("{why}"),
        }
    }
    let played = seeds.count();
    tried("session model, interleavings", played);
    tried("session model, moves", made.get());
    tried("session model, saves", saves.get() as usize);
    assert!(only.is_some() || saves.get() > played as u64, "too little happened to show anything");
}
