//! Names are found by one look into a table, and texts compared eight bytes at a time: both beside the plain way.

use patchbay::command::vocabulary::{Action, MessageType, TargetType};
use patchbay::event::conversation::{BoolField, DurationField, TextField};
use patchbay::string_enum::StringEnum;
use patchbay_text::compare::same;
use proptest::prelude::*;

/// A name, and all that one letter left out, put in, or put for another makes of it.
fn beside(name: &str) -> Vec<String> {
    let cut = (0..name.len()).map(|at| format!("{}{}", &name[..at], &name[at + 1..]));
    let put = (0..=name.len())
        .flat_map(|at| ["a", "S", "é", "\0"].map(|more| format!("{}{more}{}", &name[..at], &name[at..])));
    let swapped = (0..name.len()).map(|at| format!("{}x{}", &name[..at], &name[at + 1..]));
    cut.chain(put).chain(swapped).chain([name.to_owned(), name.to_ascii_uppercase()]).collect()
}

fn all_are_found<V: StringEnum + PartialEq + std::fmt::Debug>(named: fn(&str) -> Option<V>) {
    for text in V::NAMES.iter().flat_map(|name| beside(name)).chain([String::new()]) {
        let at = V::NAMES.iter().position(|name| *name == text);
        assert_eq!(named(&text), at.map(|at| V::ALL[at]), "{text}");
    }
}

#[test]
fn a_name_is_found_and_nothing_beside_it() {
    all_are_found(TextField::named);
    all_are_found(BoolField::named);
    all_are_found(DurationField::named);
    all_are_found(MessageType::named);
    all_are_found(Action::named);
    all_are_found(TargetType::named);
}

proptest! {
    #[test]
    fn texts_are_the_same_when_all_their_bytes_are(one in "[ab]{0,40}", other in "[ab]{0,40}", at in 0..40_usize) {
        prop_assert_eq!(same(&one, &other), one == other);
        prop_assert!(same(&one, &one.clone()));
        let changed: String = one.chars().enumerate().map(|(place, c)| if place == at { 'c' } else { c }).collect();
        prop_assert_eq!(same(&one, &changed), at >= one.len());
    }
}
