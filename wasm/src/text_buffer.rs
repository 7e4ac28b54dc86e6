//! Text in and out through two buffers; only numbers cross.
//!
//! JavaScript writes UTF-8 into the input buffer and passes the text's length in UTF-16 units, which it knows without asking
//! its encoder; text that comes back stands in the output buffer, and its lengths are the answer.
//! A text that is no Unicode (a lone surrogate) cannot be written as UTF-8, so JavaScript does not write it.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::{self, FaultPoint};
use crate::lengths::{MAX_INPUT, MAX_PIECE, SHARE};

/// Bytes that each buffer holds from the start: enough for all but the longest texts, so that the buffers move,
/// and JavaScript's views of them go stale, only for those.
const CAPACITY: usize = 32 * 1024;

/// No UTF-8 begins so. It stands in front once a text was read: found again, JavaScript has written past the buffer, into
/// a view that went stale when the memory grew.
const READ: u8 = 0xFF;

/// What JavaScript is told then; it looks where the buffer is, and asks again.
const STALE: f64 = -1.0;

struct Buffers {
    input: Vec<u8>,
    output: Vec<u8>,
    /// What is left to be read of a long answer.
    rest: String,
}

impl Buffers {
    /// The text of so many UTF-16 units that JavaScript wrote; `None` when it has not arrived. A copy: while a call runs, the
    /// page may write another text.
    fn take(&mut self, units: u32) -> Option<String> {
        fault::inject_fault(FaultPoint::Text);
        let units = units as usize;
        if units > 0 && self.input.first() == Some(&READ) {
            return None;
        }
        let bytes = self.input.get(..length_of(&self.input, units)).unwrap_or_default();
        // JavaScript's encoder writes UTF-8 only; anything else reads as nothing.
        let text = std::str::from_utf8(bytes).unwrap_or_default().to_owned();
        self.input[0] = READ;
        Some(text)
    }

    /// Writes an answer, or its first piece: its length in bytes, and, above [`SHARE`], in UTF-16 units.
    fn put(&mut self, mut out: String) -> f64 {
        if out.len() > MAX_PIECE {
            let end = (0..=MAX_PIECE).rev().find(|&at| out.is_char_boundary(at)).unwrap_or_default();
            self.rest = out.split_off(end);
        }
        // JavaScript looks where the buffer is then.
        if out.len() > self.output.len() {
            self.output.resize(out.len(), 0);
        }
        self.output[..out.len()].copy_from_slice(out.as_bytes());
        let units = if out.is_ascii() { out.len() } else { out.encode_utf16().count() };
        out.len() as f64 + units as f64 * f64::from(SHARE)
    }
}

/// How many bytes of UTF-8 hold so many UTF-16 units.
fn length_of(bytes: &[u8], units: usize) -> usize {
    if bytes.get(..units).is_some_and(<[u8]>::is_ascii) {
        return units;
    }
    // Character by character: what stands behind the text is left of another one, and may begin in the middle of one.
    let (mut at, mut left) = (0, units);
    while left > 0
        && let Some(&byte) = bytes.get(at)
    {
        let (length, units) = match byte {
            0..=0x7F => (1, 1),
            0x80..=0xDF => (2, 1),
            0xE0..=0xEF => (3, 1),
            _ => (4, 2),
        };
        at += length;
        left = left.saturating_sub(units);
    }
    at
}

thread_local! {
    static BUFFERS: RefCell<Buffers> =
        RefCell::new(Buffers { input: vec![0; CAPACITY], output: vec![0; CAPACITY], rest: String::new() });
}

fn with<T>(work: impl FnOnce(&mut Buffers) -> T) -> T {
    BUFFERS.with_borrow_mut(work)
}

/// The lengths of a text that is made out of a text. The buffers are free while `work` runs.
pub(super) fn text(units: u32, work: impl FnOnce(&str, &mut String)) -> f64 {
    let Some(given) = with(|buffers| buffers.take(units)) else { return STALE };
    let mut out = String::new();
    work(&given, &mut out);
    with(|buffers| buffers.put(out))
}

/// The next piece of an answer that is longer than [`MAX_PIECE`]: its lengths.
#[wasm_bindgen]
pub fn rest() -> f64 {
    with(|buffers| {
        let rest = std::mem::take(&mut buffers.rest);
        buffers.put(rest)
    })
}

/// Which build this is; the vocabulary that JavaScript holds has the same number.
#[wasm_bindgen]
pub fn fingerprint() -> u32 {
    option_env!("PATCHBAY_FINGERPRINT").and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Makes room for `bytes` of input, at most [`MAX_INPUT`], and tells how many there is room for. The buffers may move.
#[wasm_bindgen]
pub fn reserve(bytes: u32) -> u32 {
    with(|buffers| {
        let wanted = (bytes as usize).min(MAX_INPUT);
        if wanted > buffers.input.len() {
            buffers.input.resize(wanted, 0);
        }
        buffers.input.len() as u32
    })
}

/// Where the input buffer begins.
#[wasm_bindgen]
pub fn input() -> u32 {
    with(|buffers| buffers.input.as_ptr() as usize as u32)
}

/// Where the output buffer begins.
#[wasm_bindgen]
pub fn output() -> u32 {
    with(|buffers| buffers.output.as_ptr() as usize as u32)
}
