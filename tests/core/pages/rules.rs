//! Who saves a log, and what two pages make of two copies of it.

use patchbay::session::lease::{Claims, EXPIRY, LEFT, Peers};

fn claims(at: f64) -> Claims {
    let mut claims = Claims::new();
    claims.insert("log".to_owned(), at);
    claims
}

#[test]
fn the_earliest_claim_of_a_living_page_counts_and_of_two_the_first_name() {
    let mut peers = Peers::default();
    peers.observe("b", "1".to_owned(), claims(10.0), 0.0);
    for (me, own, held) in [
        ("a", None, true),
        ("a", Some(9.0), false),
        ("a", Some(10.0), false),
        ("c", Some(10.0), true),
        ("a", Some(11.0), true),
    ] {
        assert_eq!(peers.is_held("log", me, own, 1.0), held, "{me} {own:?}");
    }
    assert!(!peers.is_held("another log", "a", None, 1.0));
}

#[test]
fn a_page_lives_while_its_heartbeat_changes_whatever_its_clock_says() {
    let mut peers = Peers::default();
    peers.observe("b", "1".to_owned(), claims(10.0), 0.0);
    peers.observe("b", "1".to_owned(), claims(10.0), EXPIRY - 1.0);
    assert!(peers.any_live(EXPIRY - 1.0));
    assert!(!peers.any_live(EXPIRY), "it stands still");
    peers.observe("b", "2".to_owned(), claims(10.0), EXPIRY);
    assert!(peers.any_live_claim("log", 2.0 * EXPIRY - 1.0), "it has woken");
    peers.observe("b", LEFT.to_owned(), claims(10.0), EXPIRY + 1.0);
    assert!(!peers.any_live(EXPIRY + 1.0), "it says that it was left");
    assert!(peers.any_claim("log"), "and what it has left");
}
