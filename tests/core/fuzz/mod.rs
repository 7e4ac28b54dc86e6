//! The fuzz targets, without a fuzzer: the corpus is replayed, and so are texts that are nearly those of the corpus.
//!
//! `PATCHBAY_RUNS=1000000 PATCHBAY_TARGET=event cargo test --release --test core fuzz` is long; `node scripts/fuzz.js` has all of
//! it, by a coverage-guided fuzzer where there is one.

// A corpus that cannot be read is as good as a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod mutate;
#[path = "../../../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::tried::{number, runs};
use mutate::{Rng, mutate};
use targets::{TARGETS, Target};

/// The texts of a target, always in the same order.
fn corpus(name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()).collect()
}

fn run(name: &str, target: Target, text: &str) -> Duration {
    let started = Instant::now();
    if catch_unwind(AssertUnwindSafe(|| target(text))).is_err() {
        panic!("target {name} does not hold for {text:?}");
    }
    started.elapsed()
}

/// Of this process, where the system tells it.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or("?".to_owned(), |peak| peak.trim().to_owned())
}

#[test]
fn no_text_from_outside_breaks_anything() {
    let only = std::env::var("PATCHBAY_TARGET").ok();
    let until = number("PATCHBAY_SECONDS").map(Duration::from_secs);
    let mutations = runs(4_000, 100_000);
    for (name, target) in TARGETS.into_iter().filter(|(name, _)| only.as_ref().is_none_or(|only| only == name)) {
        let texts = corpus(name);
        assert!(!texts.is_empty(), "no corpus of {name}");
        let (mut executions, mut slowest, started) = (0, (Duration::ZERO, 0), Instant::now());
        let mut chance = Rng(number("PATCHBAY_SEED").unwrap_or(1));
        let goes_on = |executions: u64| match until {
            Some(until) => started.elapsed() < until,
            None => executions < mutations,
        };
        for text in &texts {
            run(name, target, text);
        }
        while goes_on(executions) {
            let text = mutate(&texts, &mut chance);
            let took = run(name, target, &text);
            executions += 1;
            slowest = slowest.max((took, text.len()));
        }
        // Not println!, which nobody sees of a test that passes.
        let all = executions + texts.len() as u64;
        let _ = writeln!(std::io::stdout(), "reliability: fuzz {name}: {all} cases");
        if until.is_some() {
            let (took, length) = slowest;
            let _ = writeln!(std::io::stdout(), "slowest: {took:?} for {length} bytes\npeak memory: {}", peak_memory());
        }
    }
}
