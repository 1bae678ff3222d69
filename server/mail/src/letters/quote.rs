//! What somebody wrote, within the text of a mail.

use std::fmt::Display;

/// The text with the mark of quoted lines (RFC 3676 §4.5).
pub fn lines(text: impl Display) -> String {
    let text = text.to_string();
    let lines = text.lines().map(|line| format!("> {line}"));
    let lines: Vec<_> = lines.map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_line_is_marked() {
        assert_eq!(lines("Olá.\n\n> antes"), "> Olá.\n>\n> > antes");
    }
}
