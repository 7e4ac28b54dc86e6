//! Why a text is not read as JSON is told apart, wherever it is broken.

use patchbay::json::{MAX_DEPTH, Unreadable, parse, short_number};
use proptest::prelude::*;
use serde_json::json;

#[test]
fn what_is_too_deep_is_told_from_what_is_no_json() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&deep(MAX_DEPTH)).is_ok());
    assert_eq!(parse(&deep(MAX_DEPTH + 1)), Err(Unreadable::Depth));
    assert_eq!(parse(&"[".repeat(MAX_DEPTH)), Err(Unreadable::End));
    assert_eq!(parse("[}"), Err(Unreadable::Syntax));
    assert_eq!(parse(r#""\ud800""#), Err(Unreadable::Syntax));
    assert_eq!(parse(""), Err(Unreadable::End));
}

#[test]
fn the_last_of_two_names_counts() {
    assert_eq!(parse(r#"{"a":1,"b":[{"a":3}],"a":2}"#), Ok(json!({ "a": 2, "b": [{ "a": 3 }] })));
}

proptest! {
    #[test]
    fn what_is_cut_off_ends_too_soon(text in "\\PC*", number in any::<i32>(), at in any::<prop::sample::Index>()) {
        let whole = json!({ "text": text, "list": [number, true, null] }).to_string();
        let at = at.index(whole.len());
        if whole.is_char_boundary(at) {
            prop_assert_eq!(parse(&whole[..at]), Err(Unreadable::End), "{}", &whole[..at]);
        }
    }

    #[test]
    fn numbers_are_written_so_that_they_are_read(number in any::<f64>()) {
        let written = short_number(number);
        prop_assert_eq!(written.as_f64(), Some(number).filter(|number| number.is_finite()));
        prop_assert!(!written.to_string().ends_with(".0") || number.abs() > 9e15);
        prop_assert_eq!(written.to_string().parse().ok(), written.as_f64());
    }
}
