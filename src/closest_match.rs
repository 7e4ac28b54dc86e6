//! Which documented name a text is, or was probably meant to be.

/// What became of looking a text up in a vocabulary; the number is the index of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The documented spelling.
    Exact(usize),
    /// Only upper and lower case differ; accepted, and sent in the documented spelling.
    LetterCase(usize),
    /// A slip of the fingers away, or without the leading part; a hint, not accepted.
    Near(usize),
    /// Nothing like any of them.
    Unknown,
}

/// No documented name is half as long, and the distance is quadratic in the length.
const MAX_LEN: usize = 96;

/// Looks `text` up in `names`.
///
/// ```
/// use patchbay::closest_match::{Match, closest_match};
/// let names = ["pickup", "hold"];
/// assert_eq!(closest_match(&names, "hold"), Match::Exact(1));
/// assert_eq!(closest_match(&names, "PickUp"), Match::LetterCase(0));
/// assert_eq!(closest_match(&names, "pikcup"), Match::Near(0));
/// assert_eq!(closest_match(&names, "dance"), Match::Unknown);
/// ```
pub fn closest_match(names: &[&str], text: &str) -> Match {
    if let Some(index) = names.iter().position(|name| *name == text) {
        return Match::Exact(index);
    }
    if let Some(index) = names.iter().position(|name| name.eq_ignore_ascii_case(text)) {
        return Match::LetterCase(index);
    }
    nearest(names, text.trim()).map_or(Match::Unknown, Match::Near)
}

fn nearest(names: &[&str], text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > MAX_LEN {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let (mut best, mut index) = (usize::MAX, None);
    for (at, name) in names.iter().enumerate() {
        let name = name.to_ascii_lowercase();
        // The opposite of a name is no slip of the fingers.
        if text.strip_prefix("un").is_some_and(|rest| rest == name) {
            continue;
        }
        let distance = if is_tail(&name, &text) { 0 } else { strsim::osa_distance(&name, &text) };
        // One slip in a short word, three in a long one; more would guess, not hint.
        if distance < best && distance <= 1 + name.len() / 8 {
            (best, index) = (distance, Some(at));
        }
    }
    index
}

/// `type` is "PureCloud. + the action name": people leave the first parts out.
fn is_tail(name: &str, text: &str) -> bool {
    name.strip_suffix(text).is_some_and(|head| head.is_empty() || head.ends_with('.'))
}
