//! The one tidy-up before any rule, the same for the mask, the live word and the server: what
//! nobody sees is left out, and what only looks like a blank or a dash is made one. Nothing that
//! can be seen is ever cut off: a rule refuses what is too long.
//!
//! Passwords are not tidied: what is typed there is the secret itself.

/// A text of one line: without invisible characters, trimmed, one space for any white space.
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

/// A number, an address, a key: as [`line`], and every dash is a hyphen. In a name a dash is a
/// part of it, and stays the one that was typed.
#[must_use]
pub fn code(raw: &str) -> String {
    let hyphen = |c| if is_dash(c) { '-' } else { c };
    line(raw).chars().map(hyphen).collect()
}

/// Each line tidied, at most one empty line between two, and none around.
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

/// Characters without a shape of their own: they come along when one copies, or make what is seen
/// differ from what is there (UTS #39, UAX #9; `Default_Ignorable_Code_Point`).
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    is_zero_width(c) || is_direction(c) || is_filler(c)
}

/// White space, and the empty Braille cell, which is a symbol by category alone.
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

/// Letters by category, empty on screen.
const fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}'
    )
}
