//! How much a test tries, and how it says so, in a line that can be gathered.

use std::io::Write;

/// Says how many cases were tried; not by `println!`, which nobody sees of a test that passes.
pub fn tried(name: &str, cases: usize) {
    let _ = writeln!(std::io::stdout(), "reliability: {name}: {cases} cases");
}

/// A number that was given in the environment.
pub fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Whether everything is to be tried, as every night, or what suits a commit.
pub fn all() -> bool {
    number("PATCHBAY_ALL") == Some(1)
}

/// How often a test tries: `PATCHBAY_RUNS`, or one of these, for a commit and for a night.
pub fn runs(commit: u64, night: u64) -> u64 {
    number("PATCHBAY_RUNS").unwrap_or(if all() { night } else { commit })
}
