//! Tidies a text before any rule reads it. The mask, the live check and the server use the same
//! code.
//!
//! The tidy-up removes invisible characters, and replaces characters that look like a blank or a
//! dash. It never cuts off visible characters: a rule refuses what is too long.
//!
//! Passwords are not tidied, because every character belongs to the secret.

/// A text of one line, trimmed, without invisible characters, and with one space for any white
/// space.
#[must_use]
pub fn line(raw: &str) -> String {
    let mut tidied = String::with_capacity(raw.len());
    for c in raw.chars().filter(|c| !is_invisible(*c)) {
        if !is_blank(c) {
            tidied.push(c);
        } else if !tidied.is_empty() && !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}

/// A number, an address or a key: tidied like a [`line()`], with a hyphen for every dash. A name
/// keeps its dashes.
#[must_use]
pub fn code(raw: &str) -> String {
    let hyphen = |c| if is_dash(c) { '-' } else { c };
    line(raw).chars().map(hyphen).collect()
}

/// Tidies each line, and keeps at most one empty line between two others.
#[must_use]
pub fn paragraphs(raw: &str) -> String {
    let mut lines: Vec<String> = raw
        .replace("\r\n", "\n")
        .split(ends_line)
        .map(line)
        .collect();
    lines.dedup_by(|next, previous| next.is_empty() && previous.is_empty());
    lines.join("\n").trim().to_owned()
}

/// Characters without a shape. They come with a copied text, or make the text differ from what
/// people see (UTS #39, UAX #9; `Default_Ignorable_Code_Point`).
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    is_zero_width(c) || is_direction(c) || is_filler(c)
}

/// White space and the empty Braille cell, which Unicode counts among the symbols.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Hyphens, dashes and minus signs.
const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

const fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

const fn is_zero_width(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}

const fn is_direction(c: char) -> bool {
    matches!(c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}')
}

/// Unicode counts these among the letters, but they show nothing.
const fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}'
    )
}
