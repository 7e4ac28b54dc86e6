//! Card numbers: what is one, in which spellings, and what is not.

use patchbay::command::sensitive::holds_card_number;
use proptest::prelude::*;

/// Numbers that payment providers publish for testing.
const CARDS: [&str; 9] = [
    "4222222222222",
    "30569309025904",
    "378282246310005",
    "4111111111111111",
    "5555555555554444",
    "6011111111111117",
    "3530111333300000",
    "36227206271667",
    "6304000000000000000",
];

#[test]
fn cards_are_found_in_every_spelling() {
    for card in CARDS {
        let spaced: Vec<_> = card.as_bytes().chunks(4).map(|group| std::str::from_utf8(group).unwrap()).collect();
        for text in [
            card.to_owned(),
            spaced.join(" "),
            spaced.join("-"),
            spaced.join(" - "),
            spaced.join("\u{A0}"),
            spaced.join("\u{2013}"),
            format!("my card is {card}, thanks"),
            format!("PAN{card}x"),
            format!("room 12, {card}"),
            format!("12 {} 7", spaced.join(" ")),
            format!("{{\"card\":{card}}}"),
        ] {
            assert!(holds_card_number(&text), "{text}");
        }
    }
}

#[test]
fn what_only_looks_like_one_is_let_pass() {
    for text in [
        "",
        "hello",
        "1234-1234-1234-1234",
        "4111111111111112",
        "411111111111",
        "741f4f39-7a94-470d-a1dd-dd68d01e0dd8",
        "+1 (317) 555-0123",
        "4111 1111.1111 1111",
        "order 4111111 of 1111111111",
        // A card number inside a longer run of digits is part of some other number.
        "94111111111111111000000",
    ] {
        assert!(!holds_card_number(text), "{text}");
    }
}

fn luhn_digit(digits: &[u32]) -> u32 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 0 { [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][*digit as usize] } else { *digit })
        .sum();
    (10 - sum % 10) % 10
}

proptest! {
    #[test]
    fn any_number_with_its_check_digit_is_found_and_with_another_is_not(
        mut digits in prop::collection::vec(0u32..10, 12..=18),
        wrong in 1u32..10,
    ) {
        let check = luhn_digit(&digits);
        digits.push(check);
        let text = |digits: &[u32]| digits.iter().map(u32::to_string).collect::<String>();
        prop_assert!(holds_card_number(&text(&digits)));
        digits.pop();
        digits.push((check + wrong) % 10);
        prop_assert!(!holds_card_number(&text(&digits)));
    }

    #[test]
    fn twelve_digits_are_never_enough(text in "([^0-9]{0,3}[0-9]){0,12}[^0-9]{0,3}") {
        prop_assert!(!holds_card_number(&text));
    }
}
