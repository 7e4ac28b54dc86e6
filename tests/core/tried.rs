//! How a test says how much it has tried, in a line that can be gathered.

use std::io::Write;

/// Says it; not by `println!`, which nobody sees of a test that passes.
pub fn tried(name: &str, cases: usize) {
    let _ = writeln!(std::io::stdout(), "reliability: {name}: {cases} cases");
}
