//! The lengths that both sides of the text buffer know. The build includes this file to write them for JavaScript.

/// Maximum length of a text that JavaScript may write, in bytes.
pub const MAX_INPUT: usize = 16 * 1024 * 1024;

/// Longer answers are read in pieces of at most this many bytes: two lengths have to fit into one number.
pub const MAX_PIECE: usize = 16 * 1024 * 1024;

/// The answer to a call that was made while another one is running.
pub const BUSY: i32 = -2;

/// Radix for packing two lengths into one number: `units * SHARE + bytes`.
pub const SHARE: u32 = 67_108_864;
