//! Pieces of programs.

use super::*;

fn of_kind(kind: Kind, source: &str, language: SampleLanguage) -> Vec<&str> {
    let pieces = pieces(source, language).into_iter();
    pieces
        .filter_map(|(found, text)| (found == Some(kind)).then_some(text))
        .collect()
}

#[test]
fn comments_texts_and_words_are_told_apart() {
    use SampleLanguage::{CSharp, Go, Java, Php, Python, Rust, Shell};
    for (kind, language, source, expected) in [
        (Kind::Comment, Shell, "a#b # c 'd'\ne", vec!["# c 'd'"]),
        (
            Kind::Text,
            Shell,
            "'a\\' \"b\\\"c\" d",
            vec!["'a\\'", "\"b\\\"c\""],
        ),
        (
            Kind::Keyword,
            Shell,
            "if iffy; then x=fi; fi",
            vec!["if", "then", "fi", "fi"],
        ),
        (
            Kind::Text,
            Java,
            "\"\"\"\n{\"a\"}\n\"\"\" + \"b\"",
            vec!["\"\"\"\n{\"a\"}\n\"\"\"", "\"b\""],
        ),
        (
            Kind::Comment,
            Java,
            "/** a */ b // c",
            vec!["/** a */", "// c"],
        ),
        (Kind::Comment, Java, "\"https://a\"", vec![]),
        (
            Kind::Constant,
            Python,
            "x1 = None or 10",
            vec!["None", "10"],
        ),
        (Kind::Text, Go, "`a\\` + '\\''", vec!["`a\\`", "'\\''"]),
        (Kind::Text, Rust, "&'a str \"b\"", vec!["\"b\""]),
        (Kind::Text, CSharp, "$\"a {b}\"", vec!["\"a {b}\""]),
        (Kind::Text, Php, "'a\nb'", vec!["'a\nb'"]),
        (Kind::Text, Java, "'open\nb", vec!["'open"]),
        (Kind::Comment, Java, "/* open", vec!["/* open"]),
    ] {
        assert_eq!(of_kind(kind, source, language), expected, "{source}");
    }
}

#[test]
fn nothing_is_lost() {
    for source in [
        "",
        "é",
        "'",
        "\"\\",
        "/*",
        "#",
        "`\n\n",
        "ção 'é\u{301}' // ü",
        "\\\"\"\"\"",
    ] {
        for language in SampleLanguage::ALL.iter().copied() {
            let pieces = pieces(source, language);
            let joined: String = pieces.iter().map(|(_, text)| *text).collect();
            assert_eq!(joined, source, "{language:?}");
            assert!(pieces.iter().all(|(_, text)| !text.is_empty()));
        }
    }
}
