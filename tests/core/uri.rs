//! `encodeURIComponent` beside a second model, for every character there is.

use crate::tried::tried;
use patchbay::uri::{decode, decode_component, encode};
use proptest::prelude::*;

/// ECMA-262: everything but letters, digits and `- _ . ! ~ * ' ( )` is escaped.
fn model(text: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
        b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escaped).collect()
}

/// ECMA-262: every `%` begins an escape, and all bytes together are UTF-8.
fn decode_model(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let digits = piece.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(piece[2..].as_bytes());
    }
    String::from_utf8(bytes).ok()
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
    tried("uri, characters encoded and decoded", characters);
}

/// All sequences of up to three bytes, and all of four whose first one could begin a character, with every second one and
/// the edges of those that may follow.
#[test]
fn every_sequence_of_escapes_is_decoded_like_the_model() {
    let mut cases = 0;
    let mut check = |bytes: &[u8]| {
        let text: String = bytes.iter().map(|byte| format!("%{byte:02x}")).collect();
        assert_eq!(decode(&text), decode_model(&text), "{text}");
        cases += 1;
    };
    for first in 0..=0xFF {
        check(&[first]);
        for second in 0..=0xFF {
            check(&[first, second]);
            // What comes behind a single byte is judged as if it stood alone.
            for third in (0..=0xFF).filter(|_| first >= 0xC0) {
                check(&[first, second, third]);
            }
            for third in [0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF].into_iter().filter(|_| first >= 0xE0) {
                for fourth in [0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF] {
                    check(&[first, second, third, fourth]);
                }
            }
        }
    }
    tried("uri, sequences of escapes decoded", cases);
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
    fn anything_may_be_tried_to_be_decoded(text in "[%0-9A-Fa-fäg+ ]{0,24}") {
        prop_assert_eq!(decode(&text), decode_model(&text));
        if let Some(decoded) = decode(&text) {
            prop_assert_eq!(decode(&encode(&decoded)), Some(decoded));
        }
    }
}
