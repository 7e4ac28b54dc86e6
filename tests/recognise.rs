//! Hints: which documented name was probably meant.

use patchbay::message::recognise::{Recognised, recognise};
use patchbay::message::vocabulary::{Action, MessageType, Owner, TargetType, Vocabulary};

fn vocabularies() -> Vec<&'static [&'static str]> {
    let mut all = vec![MessageType::NAMES, Action::NAMES, TargetType::NAMES];
    all.extend(Owner::ALL.iter().map(|owner| owner.properties()));
    all
}

#[test]
fn every_name_is_itself_in_every_letter_case() {
    for names in vocabularies() {
        for (index, name) in names.iter().enumerate() {
            assert_eq!(recognise(names, name), Recognised::Exact(index));
            for other in [name.to_uppercase(), name.to_lowercase()] {
                let expected = if other == *name { Recognised::Exact(index) } else { Recognised::LetterCase(index) };
                assert_eq!(recognise(names, &other), expected, "{other}");
            }
        }
    }
}

#[test]
fn every_slip_of_one_key_is_understood() {
    for names in vocabularies() {
        for (index, name) in names.iter().enumerate().filter(|(_, name)| name.len() > 3) {
            for at in 0..name.len() {
                let (head, tail) = name.split_at(at);
                let (slipped, after) = tail.split_at(1);
                let left_out = format!("{head}{after}");
                let twice = format!("{head}{slipped}{slipped}{after}");
                let wrong = format!("{head}#{after}");
                for text in [left_out, twice, wrong] {
                    assert_eq!(recognise(names, &text), Recognised::Near(index), "{text}");
                }
            }
        }
    }
}

#[test]
fn what_people_write_is_understood_and_what_nobody_means_is_not() {
    for (names, text, expected) in [
        (MessageType::NAMES, "updateState", Recognised::Near(0)),
        (MessageType::NAMES, "User.updateStatus", Recognised::Near(2)),
        (MessageType::NAMES, "PureCloud.Interaction.updateState ", Recognised::Near(0)),
        (MessageType::NAMES, "PureCloud.Interaction.addAttributes", Recognised::Near(1)),
        (MessageType::NAMES, "Interaction", Recognised::Unknown),
        (MessageType::NAMES, "PureCloud.Subscribe", Recognised::Unknown),
        (MessageType::NAMES, "e", Recognised::Unknown),
        (Action::NAMES, "pick-up", Recognised::Near(0)),
        (Action::NAMES, "hang up", Recognised::Unknown),
        (Action::NAMES, "blind", Recognised::Unknown),
        (Action::NAMES, "pic\u{212A}up", Recognised::Near(0)),
        (Action::NAMES, "", Recognised::Unknown),
        (TargetType::NAMES, "user", Recognised::Unknown),
        (TargetType::NAMES, "adress", Recognised::Near(2)),
    ] {
        assert_eq!(recognise(names, text), expected, "{text:?}");
    }
    assert_eq!(recognise(Action::NAMES, &"hold".repeat(100_000)), Recognised::Unknown);
}
