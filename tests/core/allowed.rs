//! Every cell of the table of what is allowed, against a second copy written out by hand.

use patchbay::command::vocabulary::Action;
use patchbay::interaction::Kind;
use patchbay::interaction::allowed::{Refusal, is_offered, refusal};
use patchbay::interaction::phase::Phase;
use patchbay::string_enum::StringEnum;

/// One row a phase, one column an action, in the order of the vocabulary: pickup, disconnect, hold, mute, securePause,
/// blindTransfer, consultTransfer, concludeTransfer, secureSession.
///
/// `y` allowed; `v` only where something is spoken or recorded (call, callback, voicemail); `i` only where an IVR can be
/// (call, callback), or somebody consulted; `c` only in a consult transfer; `.` refused.
const TABLE: [(Phase, &str); 6] = [
    (Phase::Alerting, "yy......."),
    (Phase::Dialing, ".y......."),
    (Phase::Connected, ".yyvvyici"),
    (Phase::Held, "yyyvvyici"),
    (Phase::Disconnected, "........."),
    (Phase::Done, "........."),
];

#[test]
fn every_cell_is_as_written() {
    let mut cells = 0;
    for (phase, row) in TABLE {
        assert_eq!(row.len(), Action::ALL.len(), "{phase:?} has a letter for every action");
        for &kind in Kind::ALL {
            for consulting in [false, true] {
                for (&action, cell) in Action::ALL.iter().zip(row.chars()) {
                    let text = matches!(kind, Kind::Chat | Kind::Email | Kind::Message);
                    let allowed = match cell {
                        'y' => true,
                        'v' => !text,
                        'i' => !text && kind != Kind::Voicemail,
                        'c' => consulting,
                        _ => false,
                    };
                    let refused = refusal(phase, kind, consulting, action);
                    assert_eq!(refused.is_none(), allowed, "{phase:?} {kind:?} {consulting} {action:?}: {refused:?}");
                    cells += 1;
                }
            }
        }
    }
    assert_eq!(cells, 6 * 6 * 2 * Action::ALL.len());
}

#[test]
fn a_refusal_says_what_holds_now() {
    use Action::*;
    for (phase, kind, consulting, action, why) in [
        (Phase::Done, Kind::Call, false, Pickup, Refusal::Over),
        (Phase::Disconnected, Kind::Chat, true, ConcludeTransfer, Refusal::Over),
        (Phase::Connected, Kind::Call, false, Pickup, Refusal::Answered),
        (Phase::Dialing, Kind::Call, false, Pickup, Refusal::Ringing),
        (Phase::Alerting, Kind::Call, false, BlindTransfer, Refusal::NotConnected),
        (Phase::Alerting, Kind::Call, false, ConcludeTransfer, Refusal::NotConsulting),
        (Phase::Dialing, Kind::Call, true, ConcludeTransfer, Refusal::NotConnected),
        (Phase::Connected, Kind::Chat, false, Mute, Refusal::NotSpoken),
        (Phase::Connected, Kind::Voicemail, false, SecureSession, Refusal::NotIvr),
        (Phase::Held, Kind::Chat, false, ConsultTransfer, Refusal::NotVoice),
    ] {
        assert_eq!(refusal(phase, kind, consulting, action), Some(why));
    }
    for why in Refusal::ALL {
        assert!(why.sentence().contains("{action} is not possible") && why.sentence().contains("it is possible"));
        assert!(!why.source().is_empty());
        let problem = why.problem(Hold);
        assert_eq!((problem.path.as_str(), problem.reason), ("/data/action", Some(why.reason())));
    }
    let reasons: std::collections::HashSet<_> = Refusal::ALL.iter().map(|why| why.reason()).collect();
    assert_eq!(reasons.len(), Refusal::ALL.len(), "each has a reason of its own");
}

/// What a screen offers, by kind: `y` always, `v` where something is spoken or recorded, `i` where somebody can be consulted or an
/// IVR be, `c` only in a consult transfer, `x` only outside of one, `z` only outside of one where somebody can be consulted.
const OFFERED: [(Phase, &str); 6] = [
    (Phase::Alerting, "yyyvvxzci"),
    (Phase::Dialing, ".yyvvxzci"),
    (Phase::Connected, ".yyvvxzci"),
    (Phase::Held, ".yyvvxzci"),
    (Phase::Disconnected, "........."),
    (Phase::Done, "........."),
];

#[test]
fn a_screen_offers_what_applies_or_will() {
    for (phase, row) in OFFERED {
        for &kind in Kind::ALL {
            for consulting in [false, true] {
                for (&action, cell) in Action::ALL.iter().zip(row.chars()) {
                    let text = matches!(kind, Kind::Chat | Kind::Email | Kind::Message);
                    let expected = match cell {
                        'y' => true,
                        'v' => !text,
                        'i' => !text && kind != Kind::Voicemail,
                        'c' => consulting,
                        'x' => !consulting,
                        'z' => !consulting && !text && kind != Kind::Voicemail,
                        _ => false,
                    };
                    assert_eq!(is_offered(phase, kind, consulting, action), expected, "{phase:?} {kind:?} {action:?}");
                }
            }
        }
    }
}
