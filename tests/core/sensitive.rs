//! Card numbers and other secrets: what is one, in which spellings, and what is not.

use std::io::Write;

use patchbay::command::sensitive::{MASK, Secret, holds_card_number, mask, secrets, secrets_of_attribute};
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

/// Texts with one secret each.
const SECRET: [(&str, Secret); 22] = [
    ("exp 12/29 cvv 123", Secret::SecurityCode),
    ("CVV: 123, expires 09/2029", Secret::SecurityCode),
    ("expiry 09/29 123", Secret::SecurityCode),
    ("valid thru 09/29; 4567", Secret::SecurityCode),
    ("security code is 123, exp. 9/29", Secret::SecurityCode),
    (r#"{"cvc":"987","exp":"01/30"}"#, Secret::SecurityCode),
    ("my CVC2 is 987", Secret::SecurityCode),
    ("pay to DE89 3704 0044 0532 0130 00 please", Secret::Iban),
    ("gb82west12345698765432", Secret::Iban),
    ("NL91ABNA0417164300", Secret::Iban),
    ("IBAN:FR1420041010050500013M02606", Secret::Iban),
    ("NO93-8601-1117-947", Secret::Iban),
    ("my number is 123-45-6789", Secret::SocialSecurity),
    ("SSN 123456789", Secret::SocialSecurity),
    ("social security number: 219-09-9999", Secret::SocialSecurity),
    ("password: hunter2", Secret::Password),
    (r#"{"user":"anna","password":"correct horse"}"#, Secret::Password),
    ("login=anna&pwd=s3cret", Secret::Password),
    ("the PIN is 4711", Secret::Password),
    ("Passwort: geheim", Secret::Password),
    ("api_key=ab12cd34", Secret::Password),
    ("my password is hunter2", Secret::Password),
];

#[test]
fn secrets_are_told_by_their_shape() {
    for (text, secret) in SECRET {
        assert_eq!(secrets(text), [secret], "{text}");
    }
    let all = "CVV 123; DE89370400440532013000; 123-45-6789; pin=4711";
    assert_eq!(secrets(all).len(), 4);
    // With another check digit, of another length, or in the middle of something else it is no IBAN.
    for text in
        ["DE88370400440532013000", "DE8937040044053201300", "XDE89370400440532013000", "DE893704004405320130001"]
    {
        assert_eq!(secrets(text), [], "{text}");
    }
}

/// Attributes with one secret each: the name alone, or in the org's spelling, announces it.
const SECRET_ATTRIBUTES: [(&str, &str, Secret); 12] = [
    ("password", "hunter2", Secret::Password),
    ("customerPin", "4711", Secret::Password),
    ("Participant.PIN", "4711", Secret::Password),
    ("apiKey", "ab12cd34", Secret::Password),
    ("access_token", "eyJhbGciOi", Secret::Password),
    ("Kennwort", "geheim", Secret::Password),
    ("cvv", "123", Secret::SecurityCode),
    ("cardCVC", "4567", Secret::SecurityCode),
    ("note", "exp 12/29, CVV 123", Secret::SecurityCode),
    ("ssn", "219099999", Secret::SocialSecurity),
    ("taxId", "219-09-9999", Secret::SocialSecurity),
    ("iban", "DE89 3704 0044 0532 0130 00", Secret::Iban),
];

/// Harmless attributes of the kinds that flows and pages add.
const HARMLESS_ATTRIBUTES: [(&str, &str); 30] = [
    ("caseNumber", "00001026"),
    ("Participant.caseId", "5005g00000AbCdEAAV"),
    ("pinned", "12345"),
    ("shipping", "4711"),
    ("PIN code", "560034"),
    ("pin", "yes"),
    ("passwordReset", "requested"),
    ("password", "reset"),
    ("secret", "none"),
    ("expires", "12/29"),
    ("validUntil", "2029-12-31"),
    ("campaignId", "4567"),
    ("cid", "4567"),
    ("csc", "123 Main Street"),
    ("orderDate", "2026-11-27T10:30:00Z"),
    ("amount", "1250.00"),
    ("currency", "EUR"),
    ("language", "de-DE"),
    ("verified", "true"),
    ("customerSince", "2019"),
    ("phone", "+1 (317) 555-0123"),
    ("zip", "46204-1234"),
    ("vat", "DE123456789"),
    ("sf_urlpop", "0035g00000LqT4rAAF"),
    ("queue", "Claims Voice"),
    ("survey", "5"),
    ("wrapUp", "security code was not sent"),
    ("step", "ask for the CVV in the secure flow"),
    ("reason", "forgot password"),
    ("token", "42"),
];

/// Harmless texts of the kinds that flows are given: references, amounts, dates, phone numbers, addresses, sentences, JSON.
const HARMLESS: [&str; 60] = [
    "hello",
    "order 4711",
    "Order no. 2026-11-27-0042",
    "case 00001026, priority high",
    "customer 0012345678",
    "account 123456789",
    "policy AB12 3456 7890",
    "invoice DE-2026-0042",
    "VAT DE123456789",
    "+1 (317) 555-0123",
    "317-555-0123",
    "call back at 10:30 on 12/24",
    "03/26: 100 units",
    "due 12/29, 250 EUR",
    "expires 12/29",
    "warranty expires 12/2029",
    "the offer expires 10/27 at noon",
    "version 12.29.123",
    "ticket 123-456-7890",
    "part 12-345-6789",
    "part 000-12-3456",
    "part 987-65-4321",
    "room 123, floor 45",
    "ZIP 46204-1234",
    "PIN code 560034",
    "forgot password",
    "password reset requested",
    "the password is wrong",
    "customer says the PIN is locked",
    "password: ",
    "password: ****",
    "password=null",
    "Password: reset",
    "spinning=1234",
    "pinned: 12345",
    "topic: pin on a map",
    "csc 123 Main Street",
    "CID 4567",
    "security code was not sent",
    "security code 12345678",
    "cvv missing",
    "no cvv, please ask",
    "Iban unknown",
    "BE yourself 1234",
    "at 15 minutes past 12 o'clock",
    "GB 2026 tour dates",
    "SE12 postcode",
    "id 741f4f39-7a94-470d-a1dd-dd68d01e0dd8",
    "1234-1234-1234-1234",
    r#"{"caseId":"5005g00000AbCdEAAV","step":3}"#,
    r#"{"verified":true,"attempts":2,"language":"de-DE"}"#,
    "https://example.invalid/pay?order=123&step=4",
    "flow=PinChange;reason=forgotten",
    "contract 2019-12-31 to 2029-12-31",
    "12345678901",
    "ssn not given",
    "social security office, desk 12",
    "meter 123 45 6789",
    "IMEI 490154203237518",
    "seat 12A, gate B34, flight LH1234",
];

/// The texts of [`HARMLESS`] that are warned of all the same: an IMEI has the length and the check digit of a card number.
const FALSE_ALARMS: [&str; 1] = ["IMEI 490154203237518"];

#[test]
fn secrets_of_attributes_are_told_by_name_and_shape() {
    for (name, value, secret) in SECRET_ATTRIBUTES {
        assert_eq!(secrets_of_attribute(name, value), [secret], "{name}: {value}");
    }
}

#[test]
fn of_harmless_texts_these_are_warned_of_and_no_others() {
    let warned: Vec<_> =
        HARMLESS.into_iter().filter(|text| !secrets(text).is_empty() || holds_card_number(text)).collect();
    assert_eq!(warned, FALSE_ALARMS);
    let is_warned = |(name, value): &(&str, &str)| !secrets_of_attribute(name, value).is_empty();
    let attributes: Vec<_> = HARMLESS_ATTRIBUTES.into_iter().filter(is_warned).collect();
    assert_eq!(attributes, []);
    // Every secret of the lists above is found, so the false alarms alone decide the precision.
    let right = CARDS.len() + SECRET.len() + SECRET_ATTRIBUTES.len();
    let wrong = warned.len() + attributes.len();
    let harmless = HARMLESS.len() + HARMLESS_ATTRIBUTES.len();
    let precision = right as f64 / (right + wrong) as f64;
    let measured = format!("{wrong} of {harmless} harmless texts are warned of; precision {precision:.3}");
    let _ = writeln!(std::io::stdout(), "secrets: {measured}");
    assert!(precision > 0.97);
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

#[test]
fn a_mask_hides_the_secret_and_nothing_else() {
    for (text, masked) in [
        ("it is 4111 1111-1111 1111, CVV 123", "it is ••••, CVV ••••"),
        ("card 4111111111111111 exp 12/29 123.", "card •••• exp 12/29 ••••."),
        ("My IBAN is DE89 3704 0044 0532 0130 00, thanks", "My IBAN is ••••, thanks"),
        ("SSN 078-05-1120", "SSN ••••"),
        ("Das Kennwort: geheim99 – danke", "Das Kennwort: •••• – danke"),
        ("the PIN is 4711", "the PIN is ••••"),
        ("Zoë called 40 times; order 1234-1234-1234-1234", "Zoë called 40 times; order 1234-1234-1234-1234"),
        ("", ""),
    ] {
        assert_eq!(mask(text), masked);
    }
}

proptest! {
    #[test]
    fn no_card_number_is_left_behind_a_mask(before in ".{0,20}", after in ".{0,20}", at in 0..CARDS.len()) {
        let masked = mask(&format!("{before} {} {after}", CARDS[at]));
        prop_assert!(!holds_card_number(&masked), "{masked}");
        prop_assert!(masked.contains(MASK));
    }

    #[test]
    fn a_text_without_secrets_stays_as_it_is(text in ".{0,200}") {
        prop_assume!(secrets(&text).is_empty() && !holds_card_number(&text));
        prop_assert_eq!(mask(&text), text);
    }
}
