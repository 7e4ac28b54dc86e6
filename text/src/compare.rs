//! Texts compared: WebAssembly brings nothing along for it, and the compiler's own way takes a byte at a time.

/// Whether two texts are the same.
///
/// ```
/// use patchbay_text::compare::same;
/// assert!(same("securePause", "securePause"));
/// assert!(!same("securePause", "securePaused"));
/// ```
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let (eights, rest) = one.as_chunks::<8>();
    let (others, other_rest) = other.as_chunks::<8>();
    let alike = |(one, other): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*one) == u64::from_le_bytes(*other);
    eights.iter().zip(others).all(alike) && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}
