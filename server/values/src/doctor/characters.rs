//! Characters that a copied text brings along.

use crate::tidy::is_invisible;

/// White space and invisible characters, which editors, mails and chats put into a text.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// The place of the first white space, counted from 1, and the text without white space.
pub fn without_spaces(text: &str) -> (Option<usize>, String) {
    let first = text.chars().position(is_space).map(|at| at + 1);
    (first, text.chars().filter(|c| !is_space(*c)).collect())
}

pub const fn is_quote(character: char) -> bool {
    matches!(plain_quote(character), '"' | '\'' | '`')
}

/// Replaces a typographic quotation mark by that of a keyboard, and no other character.
pub const fn plain_quote(character: char) -> char {
    match character {
        '\u{201c}'..='\u{201f}' | '«' | '»' => '"',
        '\u{2018}'..='\u{201b}' => '\'',
        other => other,
    }
}

/// Whether a text is a variable of a shell or a tool, or a placeholder of an example.
pub fn is_placeholder(value: &str) -> bool {
    value.starts_with(['$', '<', '{', '%', '[', '…'])
        || value.contains("${")
        || value.contains("$(")
}
