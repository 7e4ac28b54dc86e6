//! The one sort of the crate. The standard library's is compiled once for each type that is sorted, 3 KB each time; this one sorts
//! indexes, so it is compiled once.

use std::cmp::Ordering;

/// Sorts a list; what compares as equal stays in its order.
///
/// ```
/// let mut words = vec!["hold", "mute", "end"];
/// patchbay::sort::sort_by(&mut words, |one, other| one.len().cmp(&other.len()));
/// assert_eq!(words, ["end", "hold", "mute"]);
/// ```
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut taken: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| taken[at].take()));
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}
