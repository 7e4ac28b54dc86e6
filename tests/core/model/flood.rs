//! Somebody floods the channel with interactions that never were: what is held and kept does not grow with them.

use patchbay::session::{Context, MAX_DONE, MAX_LIVE};
use serde_json::Value;

use crate::model::moves::{self, Told};
use crate::model::simulation::{Simulation, open};

/// Number of removed interactions that are remembered.
const MAX_GONE: usize = 64;
const INTERACTIONS: usize = 1_500;

/// What a session holds: interactions, logs, what it remembers of those that are gone, and places and bytes kept.
fn held(world: &Simulation) -> [usize; 5] {
    let session = world.runtime.session();
    let kept: Value = serde_json::from_str(&session.to_snapshot()).unwrap_or_default();
    let gone = kept["gone"].as_array().map_or(0, Vec::len);
    let places = [world.tab.places(), world.lasting.places()].concat();
    let bytes = places.iter().map(|(_, length)| length).sum();
    [session.interactions().len(), session.logs().len(), gone, places.len(), bytes]
}

/// Floods a session and tells how much it held at most in the first half, and in the second.
fn flood(told: &[Told]) -> [[usize; 5]; 2] {
    let mut world = Simulation::new();
    // Without a save handler nothing waits for an answer.
    world.runtime = open(&world.tab, &world.lasting, None, 0.0).0;
    let mut most = [[0; 5]; 2];
    for number in 0..INTERACTIONS {
        let context = Context { now: number as f64, ..Context::default() };
        for told in told {
            let message = moves::message(number * 2, *told, 0).to_string();
            world.runtime.dispatch(&context, |session| session.receive(&message, &context));
        }
        // Looking takes longer than the flood.
        if number % 25 == 0 {
            let (now, most) = (held(&world), &mut most[number / (INTERACTIONS / 2)]);
            *most = std::array::from_fn(|at| most[at].max(now[at]));
        }
    }
    most
}

#[test]
fn a_flood_of_interactions_is_held_in_bounded_memory() {
    use Told::{AfterCall, Alerting, Connected, Deallocate, Disconnected, WrapUp};
    let floods: [&[Told]; 5] = [
        &[Alerting],
        &[Alerting, Deallocate],
        &[Alerting, Connected],
        &[Alerting, Connected, Disconnected, WrapUp(1)],
        &[Connected, AfterCall, Deallocate],
    ];
    for told in floods {
        let [first, second] = flood(told);
        let [interactions, logs, gone, places, bytes] = second;
        assert!(interactions <= MAX_LIVE + MAX_DONE, "{told:?}: {second:?}");
        assert!(logs <= interactions + MAX_DONE, "{told:?}: {second:?}");
        assert!(gone <= MAX_GONE, "{told:?}: {second:?}");
        assert!(places <= first[3], "{told:?}: {places} places, {} before", first[3]);
        // IDs and times are longer later on.
        assert!(bytes <= first[4] + first[4] / 8, "{told:?}: {bytes} bytes, {} before", first[4]);
    }
    crate::tried::tried("session model, interactions of a flood", floods.len() * INTERACTIONS);
}

/// Maximum number of unsaved logs beside those of followed interactions, and maximum number of saves in flight.
const MAX_UNSAVED: usize = 1_000;
const MAX_IN_FLIGHT: usize = 8;

#[test]
fn a_flood_while_no_save_answers_is_held_in_bounded_memory_and_the_agents_own_log_stays() {
    let interactions = if crate::tried::all() { 6_000 } else { 3_000 };
    let mut world = Simulation::new();
    let own = moves::id(1);
    let (mut under_way, mut most) = (0, [0; 2]);
    for number in 0..interactions {
        let context = Context { now: 500.0 * number as f64, ..Context::default() };
        let message = moves::message(number * 2 + 1, Told::Connected, 0).to_string();
        let outcome = world.runtime.dispatch(&context, |session| session.receive(&message, &context));
        under_way += outcome.requests.len();
        if number == 0 {
            let edit = serde_json::json!(["edit", own, { "Description": "Mine" }]).to_string();
            under_way += world.runtime.dispatch(&context, |session| session.command(&edit, &context)).requests.len();
        }
        // A minute is 120 messages: what has hung so long counts for nothing.
        if number == 100 {
            assert_eq!(under_way, MAX_IN_FLIGHT);
        }
        if number % 100 == 0 {
            let [_, logs, .., bytes] = held(&world);
            let most = &mut most[2 * number / interactions];
            *most = bytes.max(*most);
            assert!(logs <= MAX_UNSAVED + MAX_LIVE + MAX_DONE + 1, "{logs} logs after {number}");
        }
    }
    assert!(most[1] <= most[0] + most[0] / 8, "{} bytes, {} before", most[1], most[0]);
    let log = world.runtime.session().log(&own).map(patchbay::log::Log::values).unwrap_or_default();
    assert_eq!(log.get("Description"), Some(&"Mine".into()));
    crate::tried::tried("session model, interactions of a flood that is not saved", interactions);
}
