//! Which characters have no place in a text.

/// In lower case. Mail readers make links of these.
const ADDRESSES: [&str; 3] = ["http", "www.", ".com"];
const MARKUP: [char; 5] = ['<', '>', '@', '/', '\\'];

/// Control characters: what else nobody sees was left out before.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\n'
}

pub(super) fn unlike_a_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.contains(MARKUP)
        || ADDRESSES.iter().any(|address| lower.contains(address))
        || text.chars().all(|c| c.is_numeric() || c == ' ')
}
