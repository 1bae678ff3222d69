//! Long texts are told in parts, so that an agent reads no more than it wants.

/// As many characters as are told at once.
pub const MAX_CHARS: usize = 20_000;

/// The part of a text that begins at a character, and where to read on, if there is more.
pub fn part(text: &str, offset: usize) -> (String, Option<usize>) {
    let mut rest = text.chars().skip(offset);
    let part: String = rest.by_ref().take(MAX_CHARS).collect();
    let next = rest.next().map(|_| offset.saturating_add(MAX_CHARS));
    (part, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_text_are_the_text() {
        let text = "ação ".repeat(9_000);
        let (mut whole, mut next) = part(&text, 0);
        assert_eq!((whole.chars().count(), next), (MAX_CHARS, Some(MAX_CHARS)));
        while let Some(offset) = next {
            let (more, after) = part(&text, offset);
            whole.push_str(&more);
            next = after;
        }
        assert_eq!(whole, text);
    }

    #[test]
    fn what_fits_is_told_at_once_and_nothing_is_beyond_the_end() {
        let text = "x".repeat(MAX_CHARS);
        assert_eq!(part(&text, 0), (text.clone(), None));
        assert_eq!(part(&text, MAX_CHARS), (String::new(), None));
        assert_eq!(part("ação", usize::MAX), (String::new(), None));
    }
}
