//! Hints: which documented name was probably meant.

use patchbay::closest_match::{Match, closest_match};
use patchbay::command::vocabulary::{Action, MessageType, Owner, TargetType};
use patchbay::string_enum::StringEnum;

fn vocabularies() -> Vec<&'static [&'static str]> {
    let mut all = vec![MessageType::NAMES, Action::NAMES, TargetType::NAMES];
    all.extend(
        Owner::DATA
            .iter()
            .chain(&[Owner::Message, Owner::Participant, Owner::SecureSession])
            .map(|owner| owner.properties()),
    );
    all
}

#[test]
fn every_name_is_itself_in_every_letter_case() {
    for names in vocabularies() {
        for (index, name) in names.iter().enumerate() {
            assert_eq!(closest_match(names, name), Match::Exact(index));
            for other in [name.to_uppercase(), name.to_lowercase()] {
                let expected = if other == *name { Match::Exact(index) } else { Match::LetterCase(index) };
                assert_eq!(closest_match(names, &other), expected, "{other}");
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
                    assert_eq!(closest_match(names, &text), Match::Near(index), "{text}");
                }
            }
        }
    }
}

#[test]
fn what_people_write_is_understood_and_what_nobody_means_is_not() {
    for (names, text, expected) in [
        (MessageType::NAMES, "updateState", Match::Near(0)),
        (MessageType::NAMES, "User.updateStatus", Match::Near(2)),
        (MessageType::NAMES, "PureCloud.Interaction.updateState ", Match::Near(0)),
        (MessageType::NAMES, "PureCloud.Interaction.addAttributes", Match::Near(1)),
        (MessageType::NAMES, "Interaction", Match::Unknown),
        (MessageType::NAMES, "PureCloud.Subscribe", Match::Exact(3)),
        (Action::NAMES, "unsecurePause", Match::Unknown),
        (MessageType::NAMES, "e", Match::Unknown),
        (Action::NAMES, "pick-up", Match::Near(0)),
        (Action::NAMES, "hang up", Match::Unknown),
        (Action::NAMES, "blind", Match::Unknown),
        (Action::NAMES, "pic\u{212A}up", Match::Near(0)),
        (Action::NAMES, "", Match::Unknown),
        (TargetType::NAMES, "user", Match::Unknown),
        (TargetType::NAMES, "adress", Match::Near(2)),
    ] {
        assert_eq!(closest_match(names, text), expected, "{text:?}");
    }
    assert_eq!(closest_match(Action::NAMES, &"hold".repeat(100_000)), Match::Unknown);
}
