//! The comments of a sample in the reader's language.
//!
//! A comment that is there in several languages stands in as many lines, each with its tag, as in
//! `# pt: …` and `# en: …`; the reader gets one of them, without the tag. So a sample stays a
//! program that runs as it is.

use locales::Locale;

/// What comments begin with; the longer ones first.
const OPENERS: [&str; 6] = ["//!", "///", "/**", "//", "#", "*"];

/// The source with no line of another language.
pub fn in_language(source: &str, locale: Locale) -> String {
    let lines = source.split_inclusive('\n');
    lines.filter_map(|line| in_this(line, locale)).collect()
}

fn in_this(line: &str, locale: Locale) -> Option<String> {
    let Some(comment) = tagged(line) else {
        return Some(line.to_owned());
    };
    let TaggedComment { before, text, .. } = comment;
    (comment.language == locale).then(|| format!("{before}{text}"))
}

/// A line with a comment that has a tag.
struct TaggedComment<'a> {
    /// What stands before the tag.
    before: &'a str,
    language: Locale,
    /// What follows the tag.
    text: &'a str,
}

fn tagged(line: &str) -> Option<TaggedComment<'_>> {
    let start = line.trim_start();
    let comment = OPENERS
        .iter()
        .find_map(|opener| start.strip_prefix(opener))?;
    let comment = comment.strip_prefix(' ')?;
    let before = &line[..line.len() - comment.len()];
    Locale::ALL.into_iter().find_map(|locale| {
        let tag = locale.tag().split('-').next()?;
        let text = comment.strip_prefix(tag)?.strip_prefix(": ")?;
        Some(TaggedComment {
            before,
            language: locale,
            text,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "#!/bin/sh\n# pt: Olá\n# en: Hello\n# es: Hola\n\n    /** pt: Um */\n    /** en: One */\n    /** es: Uno */\nx # en: stays\n";

    #[test]
    fn each_reader_gets_their_own_comments() {
        for (locale, hello, one) in [
            (Locale::PtBr, "Olá", "Um"),
            (Locale::En, "Hello", "One"),
            (Locale::Es, "Hola", "Uno"),
        ] {
            assert_eq!(
                in_language(SOURCE, locale),
                format!("#!/bin/sh\n# {hello}\n\n    /** {one} */\nx # en: stays\n")
            );
        }
    }
}
