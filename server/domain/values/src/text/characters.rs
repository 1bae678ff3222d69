//! Which characters have no place in a text.

pub(super) fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Characters that nobody sees, or that make what is seen differ from what is there
/// (UTS #39, UAX #9).
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n') || is_zero_width(c) || is_direction(c) || is_blank(c)
}

fn is_zero_width(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

fn is_direction(c: char) -> bool {
    matches!(c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}')
}

/// Letters by category, empty on screen: Hangul fillers and the empty Braille cell.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}'
    )
}
