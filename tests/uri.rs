//! `encodeURIComponent` against an independent encoder, for every character there is.

use patchbay::uri::{decode, decode_component, encode};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;

/// ECMA-262: everything but letters, digits and `- _ . ! ~ * ' ( )` is escaped.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

fn model(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[test]
fn every_character_is_encoded_and_comes_back() {
    let mut characters = 0;
    for character in '\0'..=char::MAX {
        let text = character.to_string();
        let encoded = encode(&text);
        assert_eq!(encoded, model(&text), "{character:?}");
        assert_eq!(decode(&encoded).as_deref(), Some(&*text), "{character:?}");
        characters += 1;
    }
    assert_eq!(characters, 0x110000 - 2048);
}

#[test]
fn what_is_no_encoding_is_not_decoded() {
    for broken in ["%", "%4", "%4G", "%G4", "50% off", "%FF", "%C3", "%C3%28", "%ED%A0%80", "%+1", "% 41"] {
        assert_eq!(decode(broken), None, "{broken}");
        assert_eq!(decode_component(broken), None, "{broken}");
    }
    for unencoded in ["a b", "a/b", "sip:a", "ä", "a+b"] {
        assert_eq!(decode(unencoded).as_deref(), Some(unencoded));
        assert_eq!(decode_component(unencoded), None, "{unencoded}");
    }
    assert_eq!(decode_component("%c3%a4%41").as_deref(), Some("äA"));
}

proptest! {
    #[test]
    fn any_text_is_encoded_like_the_model_and_comes_back(text in ".*") {
        let encoded = encode(&text);
        prop_assert_eq!(&encoded, &model(&text));
        prop_assert_eq!(decode(&encoded), Some(text.clone()));
        prop_assert_eq!(decode_component(&encoded), Some(text));
    }

    #[test]
    fn anything_may_be_tried_to_be_decoded(text in "[%0-9A-Fa-f]{0,24}") {
        if let Some(decoded) = decode(&text) {
            prop_assert_eq!(decode(&encode(&decoded)), Some(decoded));
        }
    }
}
