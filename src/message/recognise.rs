//! Which documented name a text is, or was probably meant to be.

/// What became of looking a text up in a vocabulary; the number is the index of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognised {
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
const LONGEST: usize = 96;

/// Looks `text` up in `names`.
///
/// ```
/// use patchbay::message::recognise::{Recognised, recognise};
/// let names = ["pickup", "hold"];
/// assert_eq!(recognise(&names, "hold"), Recognised::Exact(1));
/// assert_eq!(recognise(&names, "PickUp"), Recognised::LetterCase(0));
/// assert_eq!(recognise(&names, "pikcup"), Recognised::Near(0));
/// assert_eq!(recognise(&names, "dance"), Recognised::Unknown);
/// ```
pub fn recognise(names: &[&str], text: &str) -> Recognised {
    if let Some(index) = names.iter().position(|name| *name == text) {
        return Recognised::Exact(index);
    }
    if let Some(index) = names.iter().position(|name| name.eq_ignore_ascii_case(text)) {
        return Recognised::LetterCase(index);
    }
    nearest(names, text.trim()).map_or(Recognised::Unknown, Recognised::Near)
}

fn nearest(names: &[&str], text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let (mut best, mut index) = (usize::MAX, None);
    for (at, name) in names.iter().enumerate() {
        let name = name.to_ascii_lowercase();
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
