//! Characters that come along when one copies.

use crate::tidy::is_invisible;

/// White space, seen or not: what editors, mails and chats put into a text.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Where the first white space is, counted from 1, and the text without any.
pub fn without_spaces(text: &str) -> (Option<usize>, String) {
    let first = text.chars().position(is_space).map(|at| at + 1);
    (first, text.chars().filter(|c| !is_space(*c)).collect())
}

pub const fn is_quote(character: char) -> bool {
    matches!(plain_quote(character), '"' | '\'' | '`')
}

/// A typographic quotation mark as a keyboard has it; anything else as it is.
pub const fn plain_quote(character: char) -> char {
    match character {
        '\u{201c}'..='\u{201f}' | '«' | '»' => '"',
        '\u{2018}'..='\u{201b}' => '\'',
        other => other,
    }
}

/// A variable of a shell or of a tool, or a place in an example.
pub fn is_placeholder(value: &str) -> bool {
    value.starts_with(['$', '<', '{', '%', '[', '…'])
        || value.contains("${")
        || value.contains("$(")
}
