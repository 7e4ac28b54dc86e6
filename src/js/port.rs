//! The exports: numbers in, numbers out, text through two buffers.
//!
//! JavaScript writes UTF-8 into the input buffer and passes its length; text that comes back stands in the output buffer.
//! A text that is no Unicode (a lone surrogate) cannot be written as UTF-8, so JavaScript refuses it before it writes.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::message::recognise::{Recognised, recognise as look_up};
use crate::message::sensitive::holds_card_number;
use crate::message::target::{self, Target};
use crate::message::vocabulary::{Action, MessageType, Owner, TargetKind, TargetType, Vocabulary};
use crate::message::word::{NAMES_BEGIN, Text, Word};
use crate::session::LONGEST_MESSAGE;
use crate::{message, uri};

/// Bytes that the input buffer holds from the start: enough for all but the longest texts, so that the buffers move,
/// and JavaScript's views of them go stale, only for those.
const INPUT: usize = 8 * 1024;

/// Every byte may become three (`%XX`), and a prefix may come before them.
const fn output_for(input: usize) -> usize {
    input * 3 + 16
}

pub(super) struct Buffers {
    input: Vec<u8>,
    output: Vec<u8>,
}

impl Buffers {
    /// Answers `len` bytes of input with text, and tells the length of the text.
    pub(super) fn answer(&mut self, len: u32, work: impl FnOnce(&str, &mut String)) -> u32 {
        let mut out = String::new();
        work(text(&self.input, len), &mut out);
        // An answer of several interactions can be longer than any text; JavaScript looks where the buffer is then.
        if out.len() > self.output.len() {
            self.output.resize(out.len(), 0);
        }
        self.output[..out.len()].copy_from_slice(out.as_bytes());
        out.len() as u32
    }
}

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::new(Buffers { input: vec![0; INPUT], output: vec![0; output_for(INPUT)] });
}

pub(super) fn with<T>(work: impl FnOnce(&mut Buffers) -> T) -> T {
    BUFFERS.with_borrow_mut(work)
}

/// What JavaScript wrote. Its encoder writes UTF-8 only; anything else reads as nothing.
fn text(input: &[u8], len: u32) -> &str {
    input.get(..len as usize).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Which build this is; the vocabulary that JavaScript holds has the same number.
#[wasm_bindgen]
pub fn fingerprint() -> u32 {
    option_env!("PATCHBAY_FINGERPRINT").and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Makes room for `bytes` of input, at most [`crate::session::LONGEST_MESSAGE`], and tells how many there is room for. Both buffers
/// may move.
#[wasm_bindgen]
pub fn reserve(bytes: u32) -> u32 {
    with(|buffers| {
        let wanted = (bytes as usize).min(LONGEST_MESSAGE);
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

/// [`message::judge::judge`].
#[wasm_bindgen]
pub fn judge(word: u32) -> u32 {
    message::judge::judge(Word(word)).0
}

/// The number of a [`Text`]: empty or fine.
#[wasm_bindgen]
pub fn text_of(len: u32) -> u32 {
    with(|buffers| match text(&buffers.input, len).trim() {
        "" => Text::Empty as u32,
        _ => Text::Fine as u32,
    })
}

/// Whether the text holds a card number.
#[wasm_bindgen]
pub fn sensitive(len: u32) -> bool {
    with(|buffers| holds_card_number(text(&buffers.input, len)))
}

/// Looks the text up in a list of names: 0 types, 1 actions, 2 types of target, from 3 the properties of each [`Owner`].
/// The answer is the number of a [`message::word::Named`].
#[wasm_bindgen]
pub fn recognise(list: u32, len: u32) -> u32 {
    let names = match list {
        0 => MessageType::NAMES,
        1 => Action::NAMES,
        2 => TargetType::NAMES,
        _ => Owner::ALL.get(list as usize - 3).map_or(&[][..], |owner| owner.properties()),
    };
    let (group, index) = with(|buffers| match text(&buffers.input, len) {
        blank if blank.trim().is_empty() => (None, 2),
        text => match look_up(names, text) {
            Recognised::Exact(index) => (Some(0), index),
            Recognised::LetterCase(index) => (Some(1), index),
            Recognised::Near(index) => (Some(2), index),
            Recognised::Unknown => (None, 3),
        },
    });
    group.map_or(index, |group| NAMES_BEGIN + group * names.len() + index) as u32
}

/// Makes a raw target of the [`TargetKind`] with this number ready: the number of a [`Target`] in the lowest four bits,
/// above them the length of the text in the output buffer.
#[wasm_bindgen]
pub fn prepare(kind: u32, len: u32) -> u32 {
    let mut seen = Target::Choice;
    let written = with(|buffers| {
        buffers.answer(len, |raw, out| {
            if let Some(&kind) = TargetKind::ALL.get(kind as usize) {
                seen = target::prepare(kind, raw, out);
            }
        })
    });
    written << 4 | seen as u32
}

/// The number of the [`Target`] that [`target::inspect`] sees.
#[wasm_bindgen]
pub fn inspect(len: u32) -> u32 {
    with(|buffers| target::inspect(text(&buffers.input, len)) as u32)
}

/// [`target::correct_into`]: the length of the text in the output buffer.
#[wasm_bindgen]
pub fn correct(len: u32) -> u32 {
    with(|buffers| buffers.answer(len, target::correct_into))
}

/// [`target::spell_into`]: the length of the text in the output buffer.
#[wasm_bindgen]
pub fn spell(len: u32) -> u32 {
    with(|buffers| buffers.answer(len, target::spell_into))
}

/// [`uri::encode_into`]: the length of the text in the output buffer.
#[wasm_bindgen]
pub fn encode(len: u32) -> u32 {
    with(|buffers| buffers.answer(len, uri::encode_into))
}
