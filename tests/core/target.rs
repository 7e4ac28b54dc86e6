//! Transfer targets: the examples of the document, and that what is made ready is always ready.

use patchbay::command::target::{Target, correct, inspect, prepare, spell};
use patchbay::command::vocabulary::TargetKind;
use patchbay::string_enum::StringEnum;
use patchbay::uri::encode;
use proptest::prelude::*;

#[test]
fn raw_targets_become_what_the_document_shows() {
    for (kind, raw, seen, sent) in [
        (TargetKind::Flow, "AuditorSecureFlow", Target::Sip, "sip:AuditorSecureFlow"),
        (TargetKind::Flow, "Auditor Secure Flow", Target::Sip, "sip:Auditor%20Secure%20Flow"),
        (TargetKind::Flow, "sip:Auditor Secure Flow", Target::Sip, "sip:Auditor%20Secure%20Flow"),
        (TargetKind::Flow, "SIP:AuditorSecureFlow", Target::Sip, "sip:AuditorSecureFlow"),
        (TargetKind::Flow, "sip:sip:x", Target::Sip, "sip:sip%3Ax"),
        (
            TargetKind::Flow,
            "741f4f39-7a94-470d-a1dd-dd68d01e0dd8",
            Target::Sip,
            "sip:741f4f39-7a94-470d-a1dd-dd68d01e0dd8",
        ),
        (TargetKind::Phone, "3175550123", Target::Fine, "3175550123"),
        (TargetKind::Phone, "+1 (317) 555-0123", Target::Fine, "%2B1%20(317)%20555-0123"),
        (TargetKind::Phone, "tel:+13175550123", Target::Fine, "%2B13175550123"),
        (TargetKind::UserId, "1234-1234-1234-1234", Target::Fine, "1234-1234-1234-1234"),
        (TargetKind::QueueId, "a/b", Target::Fine, "a%2Fb"),
        (TargetKind::Address, "sip:back.office@example.invalid", Target::Sip, "sip:back.office%40example.invalid"),
        (TargetKind::Address, "front desk", Target::Fine, "front%20desk"),
        (TargetKind::Flow, "50% off", Target::Sip, "sip:50%25%20off"),
    ] {
        assert_eq!(prepare(kind, raw), (seen, sent.to_owned()), "{kind:?} {raw}");
        assert_eq!(inspect(sent), seen, "{sent}");
    }
}

#[test]
fn raw_targets_that_cannot_be_meant_are_refused() {
    for kind in TargetKind::ALL {
        for blank in ["", " ", "\t\n", "\u{A0}", "\u{85}"] {
            assert_eq!(prepare(*kind, blank).0, Target::Empty, "{kind:?} {blank:?}");
        }
        assert_eq!(prepare(*kind, "Auditor%20Flow"), (Target::AlreadyEncoded, "Auditor Flow".to_owned()));
    }
    assert_eq!(prepare(TargetKind::Flow, "sip: ").0, Target::Empty);
    assert_eq!(prepare(TargetKind::Flow, "sip:A%20B"), (Target::AlreadyEncoded, "A B".to_owned()));
    assert_eq!(prepare(TargetKind::Phone, "tel:").0, Target::Empty);
    assert_eq!(prepare(TargetKind::Phone, "Auditor Secure Flow").0, Target::NoDigit);
    // Judged not allowed with these types, so it has to be seen.
    assert_eq!(prepare(TargetKind::UserId, "sip:abc").0, Target::Sip);
}

#[test]
fn what_others_encoded_is_seen_for_what_it_is() {
    for (target, seen, meant) in [
        ("", Target::Empty, ""),
        ("  ", Target::Empty, "%20%20"),
        ("sip:", Target::Empty, "sip:"),
        ("Sip:AuditorSecureFlow", Target::SipLetterCase, "sip:AuditorSecureFlow"),
        ("sip:Auditor Secure Flow", Target::NotEncoded, "sip:Auditor%20Secure%20Flow"),
        ("SIP:Auditor Secure%20Flow", Target::NotEncoded, "sip:Auditor%20Secure%20Flow"),
        ("+13175550123", Target::NotEncoded, "%2B13175550123"),
        ("50% off", Target::NotEncoded, "50%25%20off"),
        ("100%", Target::NotEncoded, "100%25"),
        ("%FF", Target::NotEncoded, "%25FF"),
        ("sip:Auditor%2520Secure%2520Flow", Target::EncodedTwice, "sip:Auditor%20Secure%20Flow"),
        ("%252B13175550123", Target::EncodedTwice, "%2B13175550123"),
        ("sip%3AAuditorSecureFlow", Target::EncodedPrefix, "sip:AuditorSecureFlow"),
        ("SIP%3aAuditor%20Flow", Target::EncodedPrefix, "sip:Auditor%20Flow"),
        ("sip%253AAuditor%2520Flow", Target::EncodedTwice, "sip:Auditor%20Flow"),
        ("100%25%20sure", Target::Fine, "100%25%20sure"),
    ] {
        assert_eq!(inspect(target), seen, "{target}");
        if seen != Target::Fine {
            assert_eq!(correct(target), meant, "{target}");
        }
    }
}

#[test]
fn a_hint_for_hostile_text_ends() {
    let hostile = format!("%{}", "25".repeat(100_000));
    assert_eq!(inspect(&hostile), Target::EncodedTwice);
    assert!(correct(&hostile).len() <= hostile.len());
}

proptest! {
    #[test]
    fn what_is_made_ready_is_the_prefix_and_the_text_encoded_once(raw in ".{0,40}", kind in 0..TargetKind::ALL.len()) {
        let kind = TargetKind::ALL[kind];
        let (seen, sent) = prepare(kind, &raw);
        match seen {
            Target::Fine | Target::Sip => {
                prop_assert_eq!(inspect(&sent), seen);
                if !raw.contains(':') {
                    prop_assert_eq!(sent, format!("{}{}", kind.prefix(), encode(&raw)));
                }
            }
            Target::Empty => prop_assert!(raw.trim().is_empty() || raw.contains(':')),
            Target::NoDigit => prop_assert!(kind == TargetKind::Phone && !raw.contains(char::is_numeric)),
            Target::AlreadyEncoded => prop_assert!(raw.contains('%')),
            other => prop_assert!(false, "{other:?} of raw text"),
        }
    }

    #[test]
    fn a_correction_needs_no_correction(target in "(sip:|SIP:|sip%3A)?[a-z %2530:@]{1,20}") {
        let meant = correct(&target);
        prop_assume!(inspect(&target) != Target::Empty && inspect(&meant) != Target::Empty);
        prop_assert!(matches!(inspect(&meant), Target::Fine | Target::Sip), "{} → {}", target, meant);
    }

    #[test]
    fn spelling_changes_nothing_but_the_letter_case_of_the_prefix(target in "(sip:|SIP:|Sip:)?[a-z%20]{0,20}") {
        let out = spell(&target);
        prop_assert!(out.eq_ignore_ascii_case(&target));
        prop_assert_eq!(&out[out.len().min(4)..], &target[target.len().min(4)..]);
    }
}
