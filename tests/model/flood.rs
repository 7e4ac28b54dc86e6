//! Somebody floods the channel with interactions that never were: what is held and kept does not grow with them.

use patchbay::session::{Here, MOST_DONE, MOST_LIVE};
use serde_json::Value;

use crate::moves::{self, Told};
use crate::world::{World, open};

/// So many interactions that were let go are remembered.
const MOST_GONE: usize = 64;
const INTERACTIONS: usize = 1_500;

/// What a session holds: interactions, logs, what it remembers of those that are gone, and places and bytes kept.
fn held(world: &World) -> [usize; 5] {
    let session = world.desk.session();
    let kept: Value = serde_json::from_str(&session.keep()).unwrap_or_default();
    let gone = kept["gone"].as_array().map_or(0, Vec::len);
    let places = [world.tab.places(), world.lasting.places()].concat();
    let bytes = places.iter().map(|(_, length)| length).sum();
    [session.interactions().len(), session.logs().len(), gone, places.len(), bytes]
}

/// Floods a session and tells how much it held at most in the first half, and in the second.
fn flood(told: &[Told]) -> [[usize; 5]; 2] {
    let mut world = World::new();
    // Nobody saves: nothing then waits for an answer.
    world.desk = open(&world.tab, &world.lasting, None, 0.0).0;
    let mut most = [[0; 5]; 2];
    for number in 0..INTERACTIONS {
        let here = Here { now: number as f64, ..Here::default() };
        for told in told {
            let message = moves::message(number * 2, *told, 0).to_string();
            world.desk.act(&here, |session| session.receive(&message, &here));
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
        assert!(interactions <= MOST_LIVE + MOST_DONE, "{told:?}: {second:?}");
        assert!(logs <= interactions + MOST_DONE, "{told:?}: {second:?}");
        assert!(gone <= MOST_GONE, "{told:?}: {second:?}");
        assert!(places <= first[3], "{told:?}: {places} places, {} before", first[3]);
        // IDs and times are longer later on.
        assert!(bytes <= first[4] + first[4] / 8, "{told:?}: {bytes} bytes, {} before", first[4]);
    }
    crate::tried("session model, interactions of a flood", floods.len() * INTERACTIONS);
}
