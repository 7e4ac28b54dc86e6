//! The lengths that both sides of the text buffer know. The build includes this file to write them for JavaScript.

/// Maximum length of a text that JavaScript may write, in bytes.
pub const MAX_INPUT: usize = 16 * 1024 * 1024;

/// Radix for packing two lengths into one number: `units * SHARE + bytes`.
pub const SHARE: u32 = 67_108_864;
