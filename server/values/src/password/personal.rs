//! Passwords that contain what others can know about their owner.

use super::fold::{plain, unleet};

/// Shorter parts, such as "Ana" or "com", also stand in good passwords.
const SHORTEST_PART: usize = 4;

pub(super) fn is_personal(password: &str, about: &[&str]) -> bool {
    let password: String = plain(password).into_iter().map(unleet).collect();
    about
        .iter()
        .flat_map(|text| text.split('@'))
        .flat_map(parts)
        .any(|part| password.contains(&part))
}

/// The words of a name or of one side of an address, and all these words joined.
fn parts(text: &str) -> Vec<String> {
    let text = plain(text);
    let words = text.split(|c| !c.is_alphanumeric());
    let joined = words.clone().flatten().copied().collect();
    words
        .map(<[char]>::to_vec)
        .chain([joined])
        .filter(|part| part.iter().filter(|c| c.is_alphabetic()).count() >= SHORTEST_PART)
        .map(|part| part.into_iter().map(unleet).collect())
        .collect()
}
