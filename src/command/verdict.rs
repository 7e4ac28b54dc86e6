//! The judgement of one message, in one number.

use super::finding::{Finding, Slot};
use crate::problem::Severity;

/// Zero when all is well; else a few bits a [`Slot`], holding the finding's place in the slot counted from 1, and
/// [`Verdict::INVALID`] if any finding is an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Verdict(pub u32);

impl Verdict {
    /// Set when the message cannot be sent.
    pub const INVALID: u32 = 1 << 28;

    /// Where the bits of a slot begin, and how many there are.
    ///
    /// ```
    /// use patchbay::command::{finding::Slot, verdict::Verdict};
    /// assert_eq!(Verdict::bits(Slot::Type), Some((0, 3)));
    /// ```
    pub const fn bits(slot: Slot) -> Option<(u32, u32)> {
        match slot {
            Slot::Type => Some((0, 3)),
            Slot::Id => Some((3, 3)),
            Slot::Action => Some((6, 3)),
            Slot::Target => Some((9, 5)),
            Slot::TargetType => Some((14, 3)),
            Slot::FlowId => Some((17, 4)),
            Slot::UserData => Some((21, 3)),
            Slot::Disconnect => Some((24, 1)),
            Slot::Attributes => Some((25, 3)),
            Slot::Item => None,
        }
    }

    /// The verdict with one finding more, in a slot that holds none yet.
    pub(super) const fn with(self, finding: Finding) -> Verdict {
        Verdict(self.0 | BITS[finding as usize])
    }

    /// Whether the message can be sent.
    pub const fn is_valid(self) -> bool {
        self.0 & Verdict::INVALID == 0
    }

    /// What was found, slot by slot.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        Slot::ALL.iter().filter_map(move |&slot| {
            let (shift, count) = Verdict::bits(slot)?;
            let place = self.0 >> shift & ((1 << count) - 1);
            slot.findings().nth((place as usize).checked_sub(1)?)
        })
    }
}

/// The bits of each finding, worked out when the crate is compiled.
const BITS: [u32; Finding::ALL.len()] = {
    let mut bits = [0; Finding::ALL.len()];
    let mut at = 0;
    while at < bits.len() {
        let finding = Finding::ALL[at];
        if let Some((shift, _)) = Verdict::bits(finding.slot()) {
            bits[at] = place_in_slot(finding) << shift;
            if let Severity::Error = finding.severity() {
                bits[at] |= Verdict::INVALID;
            }
        }
        at += 1;
    }
    bits
};

/// Counted from 1, so that 0 is left for "nothing found".
const fn place_in_slot(finding: Finding) -> u32 {
    let mut place = 0;
    let mut at = 0;
    while at < Finding::ALL.len() {
        let other = Finding::ALL[at];
        if other.slot() as u8 == finding.slot() as u8 {
            place += 1;
            if other as u8 == finding as u8 {
                return place;
            }
        }
        at += 1;
    }
    place
}
