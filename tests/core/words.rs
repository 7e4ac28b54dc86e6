//! Walks every word that an observation can give and compares the verdict with a second model of the document.
//!
//! The model is written from the document's tables in another way than `message::judge`: as a list of parameters, each
//! with when it is required, when it is allowed and what counts as well-formed, over plain numbers instead of types.

use std::thread;

use crate::tried::tried;
use patchbay::command::finding::{Finding, Slot};
use patchbay::command::judge::judge;
use patchbay::command::verdict::Verdict;
use patchbay::command::word::{Bits, Word};

/// The finding of a slot for each number of its field, as the document's "Data type" and "Values" columns have it.
/// `None` is well-formed.
type Table<const N: usize> = [Option<Finding>; N];

use Finding::*;

const TYPES: Table<14> = [
    Some(MessageWrongKind),
    Some(TypeMissing),
    Some(TypeWrongKind),
    Some(TypeEmpty),
    Some(TypeUnknown),
    None,
    None,
    None,
    Some(TypeLetterCase),
    Some(TypeLetterCase),
    Some(TypeLetterCase),
    Some(TypeMisspelt),
    Some(TypeMisspelt),
    Some(TypeMisspelt),
];

const IDS: Table<8> = [
    Some(DataMissing),
    Some(DataWrongKind),
    Some(IdMissing),
    Some(IdWrongKind),
    Some(IdEmpty),
    Some(IdLoneSurrogate),
    Some(IdTooLong),
    None,
];

/// pickup, disconnect, hold, mute, securePause, blindTransfer, consultTransfer, concludeTransfer, secureSession.
const NEEDS: [char; 9] = ['-', '-', '-', '-', '-', 'p', 'p', '-', 's'];

const TARGETS: Table<16> = [
    None,
    Some(ParticipantWrongKind),
    Some(TargetMissing),
    Some(TargetWrongKind),
    Some(TargetEmpty),
    Some(TargetLoneSurrogate),
    Some(TargetTooLong),
    None,
    None,
    Some(TargetSipLetterCase),
    Some(TargetNotEncoded),
    Some(TargetEncodedTwice),
    Some(TargetEncodedPrefix),
    Some(TargetAlreadyEncoded),
    Some(TargetNoDigit),
    Some(TargetChoice),
];

const FLOW_IDS: Table<8> = [
    None,
    Some(SecureWrongKind),
    Some(FlowIdMissing),
    Some(FlowIdWrongKind),
    Some(FlowIdEmpty),
    Some(FlowIdLoneSurrogate),
    Some(FlowIdTooLong),
    None,
];

const USER_DATA: Table<7> = [
    Some(UserDataMissing),
    Some(UserDataWrongKind),
    None,
    Some(UserDataLoneSurrogate),
    Some(UserDataTooLong),
    None,
    Some(UserDataSensitive),
];

const ATTRIBUTES: Table<6> = [
    Some(AttributesMissing),
    Some(AttributesWrongKind),
    Some(AttributesEmpty),
    None,
    Some(AttributesHoldWarnings),
    Some(AttributesHoldErrors),
];

const ACTIONS: u32 = 31;
const TARGET_TYPES: u32 = 13;
const FLAGS: u32 = 3;

/// A name's number: absent, wrong kind, empty, unknown, then exact, other letter case and near, `names` of each.
fn name(number: u32, names: u32, said: [Finding; 6]) -> (Option<Finding>, Option<usize>) {
    if number < 4 {
        return (Some(said[number as usize]), None);
    }
    let index = (number - 4) % names;
    let finding = match (number - 4) / names {
        0 => None,
        1 => Some(said[4]),
        _ => Some(said[5]),
    };
    (finding, Some(index as usize))
}

/// What the document says of one message, as the finding of each slot.
fn model(kind: u32, id: u32, action: u32, target: u32, target_type: u32, secure: [u32; 3], attributes: u32) -> Verdict {
    let mut found = [None; 9];
    found[0] = TYPES[kind as usize];
    // RecordKind is no message, or none of the three actions, has nothing else to be judged by.
    if kind == 0 || kind == 4 {
        return pack(found);
    }
    found[1] = IDS[id as usize];
    if id < 2 {
        return pack(found);
    }
    let message = match kind {
        5 | 8 | 11 => 'u',
        6 | 9 | 12 => 'a',
        7 | 10 | 13 => 's',
        _ => '?',
    };
    // "Only use participantContext when action is set to blindTransfer or consultTransfer.
    //  Only use secureSessionContext when action is set to secureSession."
    let mut needs = if message == '?' { '?' } else { '-' };
    if message == 'u' {
        let said = [ActionMissing, ActionWrongKind, ActionEmpty, ActionUnknown, ActionLetterCase, ActionMisspelt];
        let (finding, index) = name(action, 9, said);
        found[2] = finding;
        needs = index.map_or('?', |index| NEEDS[index]);
    } else if message != '?' && action != 0 {
        found[2] = Some(ActionNotHere);
    }
    match (needs, target) {
        ('p', 0) => found[3] = Some(ParticipantMissing),
        (_, 0) => {}
        ('-' | 's', _) => found[3] = Some(ParticipantNotAllowed),
        _ => {
            found[3] = TARGETS[target as usize];
            if (2..15).contains(&target) {
                let said = [
                    TargetTypeMissing,
                    TargetTypeWrongKind,
                    TargetTypeEmpty,
                    TargetTypeUnknown,
                    TargetTypeLetterCase,
                    TargetTypeMisspelt,
                ];
                let (finding, index) = name(target_type, 3, said);
                found[4] = finding;
                // "Prefix flow name or flow ID with sip:": flows are addresses; agents and queues have IDs.
                let address = index.is_none_or(|index| index == 2);
                match target {
                    8 | 9 if !address => found[3] = Some(TargetSipNotAllowed),
                    12 if !address => found[3] = None,
                    _ => {}
                }
            }
        }
    }
    match (needs, secure[0]) {
        ('s', 0) => found[5] = Some(SecureMissing),
        (_, 0) => {}
        ('-' | 'p', _) => found[5] = Some(SecureNotAllowed),
        (_, flow) => {
            found[5] = FLOW_IDS[flow as usize];
            if flow > 1 {
                found[6] = USER_DATA[secure[1] as usize];
                found[7] = (secure[2] == 2).then_some(DisconnectWrongKind);
            }
        }
    }
    found[8] = match message {
        'a' => ATTRIBUTES[attributes as usize],
        '?' => None,
        _ if attributes > 0 => Some(AttributesNotHere),
        _ => None,
    };
    pack(found)
}

/// The slots' findings as a verdict; the bits are counted here from the lists, not taken from the crate.
fn pack(found: [Option<Finding>; 9]) -> Verdict {
    const SHIFTS: [u32; 9] = [0, 3, 6, 9, 14, 17, 21, 24, 25];
    let mut bits = 0;
    for (slot, finding) in found.iter().enumerate() {
        if let Some(finding) = finding {
            bits |= PLACES[*finding as usize] << SHIFTS[slot];
            bits |= u32::from(!is_warning(*finding)) << 28;
        }
    }
    Verdict(bits)
}

/// Everything else keeps the message from being sent.
const fn is_warning(finding: Finding) -> bool {
    matches!(
        finding,
        TypeLetterCase
            | ActionLetterCase
            | ActionNotHere
            | TargetEncodedTwice
            | TargetSipLetterCase
            | TargetTypeLetterCase
            | AttributesEmpty
            | AttributesNotHere
            | AttributesHoldWarnings
    )
}

/// Each finding's place among those of its slot, from 1.
const PLACES: [u32; Finding::ALL.len()] = {
    let mut places = [0; Finding::ALL.len()];
    let (mut at, mut place) = (0, 0);
    while at < places.len() {
        let new = at == 0 || Finding::ALL[at].slot() as u8 != Finding::ALL[at - 1].slot() as u8;
        place = if new { 1 } else { place + 1 };
        places[at] = place;
        at += 1;
    }
    places
};

fn put(bits: Bits, number: u32) -> u32 {
    number << bits.shift
}

/// Compares all words of one type; gives how many there were.
fn walk(kind: u32) -> u64 {
    let mut words = 0;
    let mut compare = |id: u32, action: u32, target: u32, target_type: u32, secure: [u32; 3], attributes: u32| {
        let word = put(Word::KIND, kind)
            | put(Word::ID, id)
            | put(Word::ACTION, action)
            | put(Word::TARGET, target)
            | put(Word::TARGET_TYPE, target_type)
            | put(Word::FLOW_ID, secure[0])
            | put(Word::USER_DATA, secure[1])
            | put(Word::DISCONNECT, secure[2])
            | put(Word::ATTRIBUTES, attributes);
        let (ours, theirs) = (judge(Word(word)), model(kind, id, action, target, target_type, secure, attributes));
        assert_eq!(ours, theirs, "{:?}: {:?}, by the model {:?}", Word(word).seen(), names(ours), names(theirs));
        words += 1;
    };
    if kind == 0 {
        compare(0, 0, 0, 0, [0; 3], 0);
        return words;
    }
    // Without an object for data nothing of it can be seen.
    compare(0, 0, 0, 0, [0; 3], 0);
    compare(1, 0, 0, 0, [0; 3], 0);
    for id in 2..IDS.len() as u32 {
        for action in 0..ACTIONS {
            for target in 0..TARGETS.len() as u32 {
                for target_type in 0..if target < 2 { 1 } else { TARGET_TYPES } {
                    for flow in 0..FLOW_IDS.len() as u32 {
                        for user_data in 0..if flow < 2 { 1 } else { USER_DATA.len() as u32 } {
                            for flag in 0..if flow < 2 { 1 } else { FLAGS } {
                                for attributes in 0..ATTRIBUTES.len() as u32 {
                                    compare(id, action, target, target_type, [flow, user_data, flag], attributes);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    words
}

fn names(verdict: Verdict) -> Vec<Finding> {
    verdict.findings().collect()
}

#[test]
fn every_word_is_judged_as_the_document_says() {
    let words: u64 = thread::scope(|scope| {
        let walks: Vec<_> = (0..2)
            .map(|half| {
                scope.spawn(move || (0..TYPES.len() as u32).filter(|kind| kind % 2 == half).map(walk).sum::<u64>())
            })
            .collect();
        walks.into_iter().map(|walk| walk.join().unwrap()).sum()
    });
    let per_type = 6 * 31 * (2 + 14 * 13) * (2 + 6 * 7 * 3) * 6 + 2;
    assert_eq!(words, 13 * per_type + 1);
    tried("validator, words of the whole space", words as usize);
}

#[test]
fn numbers_beyond_the_last_are_no_words() {
    for (bits, last) in [
        (Word::KIND, 13),
        (Word::ID, 7),
        (Word::ACTION, 30),
        (Word::TARGET, 15),
        (Word::TARGET_TYPE, 12),
        (Word::FLOW_ID, 7),
        (Word::USER_DATA, 6),
        (Word::DISCONNECT, 2),
        (Word::ATTRIBUTES, 5),
    ] {
        assert!(Word(put(bits, last)).seen().is_some(), "{bits:?}");
        for beyond in last + 1..1 << bits.count {
            assert!(Word(put(bits, beyond)).seen().is_none(), "{bits:?} {beyond}");
            assert!(!judge(Word(put(bits, beyond))).is_valid());
        }
    }
}

#[test]
fn every_finding_is_told_by_the_slot_it_stands_in() {
    for &slot in Slot::ALL {
        let (shift, count) = Verdict::bits(slot).unwrap();
        let findings: Vec<_> = slot.findings().collect();
        assert!(findings.len() < 1 << count, "{slot:?} has {} findings", findings.len());
        for (at, finding) in findings.into_iter().enumerate() {
            assert_eq!(names(Verdict((at as u32 + 1) << shift)), [finding]);
        }
    }
}

#[test]
fn every_sentence_says_what_to_write() {
    for &finding in Finding::ALL {
        let sentence = finding.template().sentence;
        assert!(sentence.ends_with('.'), "{finding:?}: {sentence}");
        let summary = matches!(finding, AttributesHoldWarnings | AttributesHoldErrors);
        // RecordKind has happened and was mended.
        let news = matches!(finding, SessionRestarted | SessionEmptied | SessionWithoutKept);
        let words = ["write", "leave", "Say", "send", "sent", "choose", "give", "reload", "let", "report"];
        assert!(words.iter().any(|word| sentence.contains(word)) || summary || news, "{finding:?}: {sentence}");
        assert!(!sentence.contains("{choices}") || !finding.choices().is_empty(), "{finding:?}");
    }
}
