//! A documented name is found, and nothing beside it.

use patchbay::command::vocabulary::{Action, MessageType, TargetType};
use patchbay::event::field::{BoolField, DurationField, TextField, TimeField};
use patchbay::string_enum::StringEnum;

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
    all_are_found(TimeField::named);
    all_are_found(BoolField::named);
    all_are_found(DurationField::named);
    all_are_found(MessageType::named);
    all_are_found(Action::named);
    all_are_found(TargetType::named);
}
