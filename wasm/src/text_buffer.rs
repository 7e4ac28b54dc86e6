//! The exports: numbers in, numbers out, text through two buffers.
//!
//! JavaScript writes UTF-8 into the input buffer and passes the text's length in UTF-16 units, which it knows without asking
//! its encoder; text that comes back stands in the output buffer, and its lengths are the answer.
//! A text that is no Unicode (a lone surrogate) cannot be written as UTF-8, so JavaScript refuses it before it writes.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::{self, FaultPoint};
use patchbay::closest_match::{Match, closest_match as look_up};
use patchbay::command::sensitive::holds_card_number;
use patchbay::command::target::{self, Target};
use patchbay::command::vocabulary::{Action, MessageType, Owner, TargetKind, TargetType};
use patchbay::command::word::{NAMES_BEGIN, Text, Word};
use patchbay::session::MAX_MESSAGE_LEN;
use patchbay::string_enum::StringEnum;
use patchbay::{command, uri};

/// Bytes that the input buffer holds from the start: enough for all but the longest texts, so that the buffers move,
/// and JavaScript's views of them go stale, only for those.
const INPUT: usize = 32 * 1024;

/// No UTF-8 begins so. It stands in front once a text was read: found again, JavaScript has written past the buffer, into
/// a view that went stale when the memory grew.
const READ: u8 = 0xFF;

/// What JavaScript is told then; it looks where the buffer is, and asks again.
const STALE: u32 = u32::MAX;

/// The same where a text is the answer.
const STALE_TEXT: f64 = -1.0;

/// Two numbers in one: this many of the lower one make one of the upper.
pub const SHARE: f64 = 67_108_864.0;

/// Every byte may become three (`%XX`), and a prefix may come before them.
const fn output_for(input: usize) -> usize {
    input * 3 + 16
}

struct Buffers {
    input: Vec<u8>,
    output: Vec<u8>,
}

impl Buffers {
    /// Looks at the text of so many UTF-16 units that JavaScript wrote; `None` when it has not arrived.
    fn look<T>(&mut self, units: u32, look: impl FnOnce(&str, &mut Vec<u8>) -> T) -> Option<T> {
        fault::inject_fault(FaultPoint::Text);
        let units = units as usize;
        if units > 0 && self.input.first() == Some(&READ) {
            return None;
        }
        let bytes = self.input.get(..length_of(&self.input, units)).unwrap_or_default();
        // JavaScript's encoder writes UTF-8 only; anything else reads as nothing.
        let found = look(std::str::from_utf8(bytes).unwrap_or_default(), &mut self.output);
        self.input[0] = READ;
        Some(found)
    }

    /// Answers the text of so many UTF-16 units with text: its length in bytes, and, above [`SHARE`], in units.
    fn answer(&mut self, units: u32, work: impl FnOnce(&str, &mut String)) -> f64 {
        let written = self.look(units, |text, buffer| {
            let mut out = String::new();
            work(text, &mut out);
            // An answer of several interactions can be longer than any text; JavaScript looks where the buffer is then.
            if out.len() > buffer.len() {
                buffer.resize(out.len(), 0);
            }
            buffer[..out.len()].copy_from_slice(out.as_bytes());
            let units = if out.is_ascii() { out.len() } else { out.encode_utf16().count() };
            out.len() as f64 + units as f64 * SHARE
        });
        written.unwrap_or(STALE_TEXT)
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
    static BUFFERS: RefCell<Buffers> = RefCell::new(Buffers { input: vec![0; INPUT], output: vec![0; output_for(INPUT)] });
}

fn with<T>(work: impl FnOnce(&mut Buffers) -> T) -> T {
    BUFFERS.with_borrow_mut(work)
}

/// A number that is found by looking at a text.
pub(super) fn number(units: u32, look: impl FnOnce(&str) -> u32) -> u32 {
    with(|buffers| buffers.look(units, |text, _| look(text))).unwrap_or(STALE)
}

pub(super) fn text(units: u32, work: impl FnOnce(&str, &mut String)) -> f64 {
    with(|buffers| buffers.answer(units, work))
}

/// Which build this is; the vocabulary that JavaScript holds has the same number.
#[wasm_bindgen]
pub fn fingerprint() -> u32 {
    option_env!("PATCHBAY_FINGERPRINT").and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Makes room for `bytes` of input, at most [`patchbay::session::MAX_MESSAGE_LEN`], and tells how many there is room for. Both buffers
/// may move.
#[wasm_bindgen]
pub fn reserve(bytes: u32) -> u32 {
    with(|buffers| {
        let wanted = (bytes as usize).min(MAX_MESSAGE_LEN);
        if wanted > buffers.input.len() {
            buffers.input.resize(wanted, 0);
            let output = output_for(wanted).max(buffers.output.len());
            buffers.output.resize(output, 0);
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

/// [`command::judge::judge`].
#[wasm_bindgen]
pub fn judge(word: u32) -> u32 {
    command::judge::judge(Word(word)).0
}

/// The number of a [`Text`]: empty or fine.
#[wasm_bindgen]
pub fn text_of(units: u32) -> u32 {
    number(units, |text| if text.trim().is_empty() { Text::Empty } else { Text::Fine } as u32)
}

/// Whether the text holds a card number.
#[wasm_bindgen]
pub fn sensitive(units: u32) -> u32 {
    number(units, |text| holds_card_number(text).into())
}

/// Looks the text up in a list of names: 0 types, 1 actions, 2 types of target, from 3 the properties of each [`Owner`].
/// The answer is the number of a [`message::word::Named`].
#[wasm_bindgen]
pub fn recognise(list: u32, units: u32) -> u32 {
    let names = match list {
        0 => MessageType::NAMES,
        1 => Action::NAMES,
        2 => TargetType::NAMES,
        _ => Owner::ALL.get(list as usize - 3).map_or(&[][..], |owner| owner.properties()),
    };
    number(units, |text| {
        let (group, index) = match text {
            blank if blank.trim().is_empty() => (None, 2),
            text => match look_up(names, text) {
                Match::Exact(index) => (Some(0), index),
                Match::LetterCase(index) => (Some(1), index),
                Match::Near(index) => (Some(2), index),
                Match::Unknown => (None, 3),
            },
        };
        group.map_or(index, |group| NAMES_BEGIN + group * names.len() + index) as u32
    })
}

/// Makes a raw target of the [`TargetKind`] with this number ready, and judges the word of the message that it goes into:
/// in the lowest bit whether the message is valid, in the next four the number of a [`Target`], above them the length of
/// the text in the output buffer, in bytes and, above [`PREPARED_SHARE`], in units.
#[wasm_bindgen]
pub fn prepare(kind: u32, units: u32, word: u32) -> f64 {
    let mut seen = Target::Choice;
    let written = text(units, |raw, out| {
        if let Some(&kind) = TargetKind::ALL.get(kind as usize) {
            seen = target::prepare(kind, raw, out);
        }
    });
    if written < 0.0 {
        return written;
    }
    let valid = command::judge::judge(Word(word).with_target(seen)).is_valid();
    let (units, bytes) = ((written / SHARE).floor(), written % SHARE);
    (units * PREPARED_SHARE + bytes) * PREPARED_FLAGS + f64::from((seen as u32) << 1 | u32::from(valid))
}

/// The lengths of a target that was made ready begin here, above what was seen of it and whether its message is valid.
pub const PREPARED_FLAGS: f64 = 32.0;

/// No target that was made ready is as long as this.
pub const PREPARED_SHARE: f64 = 1_048_576.0;

/// The number of the [`Target`] that [`target::inspect`] sees.
#[wasm_bindgen]
pub fn inspect(units: u32) -> u32 {
    number(units, |text| target::inspect(text) as u32)
}

/// [`target::correct_into`]: the text in the output buffer.
#[wasm_bindgen]
pub fn correct(units: u32) -> f64 {
    text(units, target::correct_into)
}

/// [`target::spell_into`]: the text in the output buffer.
#[wasm_bindgen]
pub fn spell(units: u32) -> f64 {
    text(units, target::spell_into)
}

/// [`uri::encode_bytes`] of so many bytes in the input buffer: the length of the text in the output buffer, all of it ASCII.
/// Long texts come here, for which counting units would cost more than asking the encoder what it has written.
#[wasm_bindgen]
pub fn encode(bytes: u32) -> u32 {
    fault::inject_fault(FaultPoint::Text);
    with(|Buffers { input, output }| uri::encode_bytes(input.get(..bytes as usize).unwrap_or_default(), output) as u32)
}
