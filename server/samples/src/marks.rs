//! Characters that stand as escapes, and texts on one line.

/// Whether a character is not seen, or lets a reader see another program than the one that runs
/// (Unicode Technical Report 55): controls, marks of direction, and what has no width. The joiners of
/// emoji and of some scripts are none of them.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xad | 0x61c | 0x180e | 0x200b | 0x200e..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
            | 0xfeff | 0xfff0..=0xfffb | 0xe0000..=0xe0fff)
        || u32::from(c) & 0xfffe == 0xfffe
}

/// The character as one or two escapes of UTF-16: `\u00e7`.
pub fn utf16(c: char) -> String {
    let mut units = [0; 2];
    match c.encode_utf16(&mut units) {
        [high, low] => format!("\\u{high:04x}\\u{low:04x}"),
        units => format!("\\u{:04x}", units[0]),
    }
}

/// The character as one escape of Python or Go: `\u00e7`, `\U0001f600`.
pub fn by_length(c: char) -> String {
    match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// The character as an escape of Rust or PHP: `\u{e7}`.
pub fn in_braces(c: char) -> String {
    format!("\\u{{{:x}}}", u32::from(c))
}

/// What a comment may hold: one line of what is seen, without the ends of others.
pub fn one_line(text: &str) -> String {
    let seen = text.replace(is_unseen, " ");
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in quotation marks by the rules that JSON, Java, JavaScript and C# share.
pub fn quoted(text: &str) -> String {
    escaped(text, |c| matches!(c, '"' | '\\'), utf16)
}

/// A text in quotation marks. What is special stands behind a backslash, and what is not seen and
/// has no short escape as the long one.
pub fn escaped(text: &str, is_special: fn(char) -> bool, long: fn(char) -> String) -> String {
    let mut word = String::from("\"");
    for c in text.chars() {
        match c {
            '\n' => word.push_str("\\n"),
            '\r' => word.push_str("\\r"),
            '\t' => word.push_str("\\t"),
            c if is_special(c) => word.extend(['\\', c]),
            c if is_unseen(c) => word.push_str(&long(c)),
            c => word.push(c),
        }
    }
    word + "\""
}

/// A text as a sum of texts in quotation marks, one for each line of it.
pub fn lines(text: &str, quoted: fn(&str) -> String, between: &str) -> String {
    if text.is_empty() {
        return quoted(text);
    }
    let lines: Vec<_> = text.split_inclusive('\n').map(quoted).collect();
    lines.join(between)
}

/// Moves all lines but the first to the right.
pub fn indented(text: &str, by: &str) -> String {
    text.replace('\n', &format!("\n{by}"))
}
