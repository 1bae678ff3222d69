//! Which characters have no place in a text.

/// Whether a character is a control character. The tidy-up has removed other invisible ones.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\n'
}
