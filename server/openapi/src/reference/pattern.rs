//! A text that matches a pattern.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

/// The longest text that is made.
const LONGEST: usize = 2_000;
/// The most parts of a pattern that are written, as those that write nothing may be many.
const STEPS: usize = 10_000;
/// The characters that are taken where they match, in turn.
const PREFERRED: [&str; 3] = [
    "abcdefghijklmnopqrstuvwxyz",
    "1234567890",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
];

/// A text of so many characters that matches a regular expression; `None` where none is found, or
/// where the expression has what cannot be matched in linear time.
pub(super) fn matching(pattern: &str, min: usize, max: Option<usize>) -> Option<String> {
    let pattern = regex_syntax::parse(pattern).ok()?;
    let fits = |text: &String| {
        let length = text.chars().count();
        length >= min && max.is_none_or(|max| length <= max)
    };
    let repeats = [0, 1, 3, min, min.div_ceil(2)].into_iter();
    let texts = repeats.filter_map(|repeats| {
        let mut writer = Writer {
            text: String::new(),
            repeats,
            steps: STEPS,
        };
        writer.write(&pattern).then_some(writer.text)
    });
    let texts: Vec<_> = texts.filter(fits).collect();
    let told = texts.iter().position(|text| !text.is_empty()).unwrap_or(0);
    texts.into_iter().nth(told)
}

struct Writer {
    text: String,
    /// How often what may be repeated is.
    repeats: usize,
    steps: usize,
}

impl Writer {
    /// Appends what matches; whether it could.
    fn write(&mut self, pattern: &Hir) -> bool {
        if self.text.len() > LONGEST || self.steps == 0 {
            return false;
        }
        self.steps -= 1;
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => true,
            HirKind::Literal(literal) => {
                let literal = std::str::from_utf8(&literal.0);
                self.text.push_str(literal.unwrap_or_default());
                literal.is_ok()
            }
            HirKind::Class(Class::Unicode(class)) => {
                let character = character(class, self.text.chars().count());
                self.text.extend(character);
                character.is_some()
            }
            HirKind::Class(Class::Bytes(_)) => false,
            HirKind::Repetition(repetition) => {
                let (min, max) = (repetition.min as usize, repetition.max);
                let times = max.map_or(self.repeats, |max| self.repeats.min(max as usize));
                (0..times.max(min)).all(|_| self.write(&repetition.sub))
            }
            HirKind::Capture(capture) => self.write(&capture.sub),
            HirKind::Concat(parts) => parts.iter().all(|part| self.write(part)),
            HirKind::Alternation(parts) => parts.first().is_some_and(|first| self.write(first)),
        }
    }
}

/// A character of a class for this place of the text.
fn character(class: &ClassUnicode, place: usize) -> Option<char> {
    let has = |character: &char| {
        let mut ranges = class.ranges().iter();
        ranges.any(|range| range.start() <= *character && *character <= range.end())
    };
    let preferred = PREFERRED.iter().find_map(|characters| {
        let rotated = characters.chars().cycle().skip(place % characters.len());
        rotated.take(characters.len()).find(has)
    });
    preferred.or_else(|| class.ranges().first().map(ClassUnicodeRange::start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_matches_the_pattern_it_was_made_for() {
        for (pattern, min, max) in [
            ("^[1-9][0-9]{7,14}$", 0, None),
            ("^[45][0-9]{2}$", 0, None),
            ("^[A-Z]{2}-\\d{3}$", 0, Some(6)),
            ("^[a-z]+$", 12, Some(12)),
            ("^(sim|não)$", 0, None),
            ("^x?$", 0, Some(5)),
            ("^\\p{L}[\\p{L} ]*$", 3, Some(40)),
            ("[^a-z0-9]", 0, None),
        ] {
            let text = matching(pattern, min, max).unwrap_or_default();
            let schema = serde_json::json!({
                "type": "string", "pattern": pattern, "minLength": min,
                "maxLength": max.unwrap_or(100),
            });
            let document = serde_json::json!({"openapi": "3.1.0", "paths": {}}).to_string();
            let document = crate::Document::read(&document).unwrap();
            let schema = document.schema(&schema).unwrap();
            assert!(
                schema.check(&text.clone().into()).is_ok(),
                "{pattern}: {text:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_matched_makes_no_text() {
        assert_eq!(matching("^(?=a)b$", 0, None), None);
        assert_eq!(matching("(", 0, None), None);
        assert_eq!(matching("^a{9999}$", 0, Some(10)), None);
        assert_eq!(matching("^a$", 5, None), None);
        assert_eq!(matching("(((a?){1000}){1000}){1000}b", 0, None), None);
    }
}
