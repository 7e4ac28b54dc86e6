//! Our reader and writer of JSON beside serde_json's.

use patchbay::json::read::{Document, MAX_DEPTH, MAX_VALUES, Plain, Unreadable, Value};
use patchbay::json::write;
use proptest::prelude::*;

/// The same value as serde_json would have read.
fn as_serde(value: Value) -> serde_json::Value {
    match value.plain() {
        Plain::Null => serde_json::Value::Null,
        Plain::Flag(flag) => flag.into(),
        Plain::Number(number) => serde_json::from_str(number).unwrap_or_default(),
        Plain::Text(text) => text.into_owned().into(),
        Plain::Array => "an array".into(),
        Plain::Object => serde_json::Value::Object(
            value.entries().map(|(name, value)| (name.into_owned(), as_serde(value))).collect(),
        ),
    }
}

fn without_arrays(value: serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Array(_) => "an array".into(),
        serde_json::Value::Object(object) => object
            .into_iter()
            .map(|(name, value)| (name, without_arrays(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other,
    }
}

fn agree(text: &str) -> Result<(), TestCaseError> {
    let theirs: Result<serde_json::Value, _> = serde_json::from_str(text);
    match (Document::read(text), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(as_serde(ours.root()), without_arrays(theirs), "{}", text),
        (Err(_), Err(_)) => {}
        // A number that is too big for a float is a number all the same: nobody has asked for its value.
        (Ok(_), Err(error)) => prop_assert!(error.to_string().starts_with("number out of range"), "{error}: {text}"),
        (ours, theirs) => prop_assert!(false, "{ours:?}\n{theirs:?}\n{text}"),
    }
    Ok(())
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "\\PC*".prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            prop::collection::hash_map(any::<String>(), inner, 0..8)
                .prop_map(|map| map.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_json_is_read_alike(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        agree(&text.unwrap_or_default())?;
    }

    #[test]
    fn what_was_json_is_judged_alike(value in any_json(), at in any::<prop::sample::Index>(), with in "[\\[\\]{}\":,0-9.eE+\\-\\\\untf \n\u{1}é]{0,3}") {
        let text = value.to_string();
        let at = at.index(text.len() + 1);
        if text.is_char_boundary(at) {
            let cut = Document::read(&text[..at]).err();
            // A number may be whole before its last digit.
            prop_assert!(cut.is_none_or(|why| why == Unreadable::End), "{}", &text[..at]);
            agree(&text[..at])?;
            agree(&format!("{}{with}{}", &text[..at], &text[at..]))?;
            let behind = text[at..].chars().next().map_or(0, char::len_utf8);
            agree(&format!("{}{with}{}", &text[..at], &text[at + behind..]))?;
        }
    }

    #[test]
    fn anything_is_judged_alike(text in "[\\[\\]{}\":,0-9.eE+\\-\\\\untrfalse \n]{0,24}") {
        agree(&text)?;
    }

    #[test]
    fn texts_are_written_so_that_they_are_read(text in any::<String>()) {
        let mut out = String::new();
        write::text(&text, &mut out);
        prop_assert_eq!(serde_json::from_str::<String>(&out).ok(), Some(text));
    }

    #[test]
    fn numbers_are_written_so_that_they_are_read(number in any::<f64>()) {
        let mut out = String::new();
        write::number(Some(number), &mut out);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
        prop_assert_eq!(out.parse().ok(), Some(number).filter(|number| number.is_finite()), "{}", out);
    }
}

#[test]
fn every_escape_is_judged_alike() {
    for unit in 0..=0xFFFF_u32 {
        for text in
            [format!("\"\\u{unit:04x}\""), format!("\"\\ud83d\\u{unit:04X}!\""), format!("\"\\u{unit:04x}\\udc00\"")]
        {
            agree(&text).unwrap();
        }
    }
    for byte in 0..=0x7F_u8 {
        agree(&format!("\"\\{}\"", char::from(byte))).unwrap();
        agree(&format!("\"........{}.......\"", char::from(byte))).unwrap();
    }
}

#[test]
fn what_is_too_big_is_not_read() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Document::read(&deep(MAX_DEPTH - 1)).is_ok());
    assert_eq!(Document::read(&deep(MAX_DEPTH)).err(), Some(Unreadable::Size));
    let many = |count: usize| format!("[{}]", vec!["0"; count].join(","));
    assert!(Document::read(&many(MAX_VALUES - 1)).is_ok());
    assert_eq!(Document::read(&many(MAX_VALUES)).err(), Some(Unreadable::Size));
}

#[test]
fn the_last_of_two_names_counts() {
    let document = Document::read(r#"{"a":1,"b":[{"a":3}],"a":2}"#).unwrap();
    assert_eq!(document.root().get("a").map(Value::plain), Some(Plain::Number("2")));
    assert_eq!(document.root().get("c").map(Value::plain), None);
    assert_eq!(document.root().entries().count(), 3);
}
