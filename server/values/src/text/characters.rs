//! Which characters have no place in a text.

/// Control characters: what else nobody sees was left out before.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\n'
}
