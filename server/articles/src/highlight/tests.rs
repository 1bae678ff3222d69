//! Pieces of programs.

use super::*;

fn of_kind(kind: Kind, source: &str, language: Language) -> Vec<&str> {
    let pieces = pieces(source, Some(language)).into_iter();
    pieces
        .filter_map(|(found, text)| (found == Some(kind)).then_some(text))
        .collect()
}

#[test]
fn comments_texts_and_words_are_told_apart() {
    use Language::{CSharp, Go, Java, Php, Python, Rust, Shell};
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
fn names_are_told_from_what_they_name() {
    use Language::{Http, Json, Xml, Yaml};
    let json = "{\"a\": \"b: c\", \"d\" : [true, -1.5]}";
    let message = "POST /a?b=c HTTP/1.1\r\nHost: d:80\r\n\r\n{\"e\": null}";
    let yaml = "# a\nb: 'it''s' # c\n- d: https://e#f\n  g h: ~\nplain: it's so\n";
    let xml = "<!-- a --><?xml version='1'?><b c=\"d>\">1 e</b>";
    for (kind, language, source, expected) in [
        (Kind::Name, Json, json, vec!["\"a\"", "\"d\""]),
        (Kind::Text, Json, json, vec!["\"b: c\""]),
        (Kind::Constant, Json, json, vec!["true", "1", "5"]),
        (Kind::Keyword, Http, message, vec!["POST"]),
        (Kind::Name, Http, message, vec!["Host", "\"e\""]),
        (Kind::Constant, Http, "HTTP/1.1 202 Accepted", vec!["202"]),
        (Kind::Keyword, Http, "\n\nGET /a", vec!["GET"]),
        (
            Kind::Keyword,
            Http,
            "HTTP/1.1 200 OK\n\n<a/>",
            vec!["HTTP/1.1", "a"],
        ),
        (Kind::Name, Yaml, yaml, vec!["b", "d", "g h", "plain"]),
        (Kind::Text, Yaml, yaml, vec!["'it'", "'s'"]),
        (Kind::Comment, Yaml, yaml, vec!["# a", "# c"]),
        (Kind::Constant, Yaml, yaml, vec!["~"]),
        (Kind::Comment, Xml, xml, vec!["<!-- a -->"]),
        (Kind::Keyword, Xml, xml, vec!["xml", "b", "b"]),
    ] {
        assert_eq!(
            of_kind(kind, source, language),
            expected,
            "{kind:?} {source}"
        );
    }
}

#[test]
fn commands_of_windows_are_read_in_any_case() {
    use Language::{Cmd, PowerShell};
    let cmd = "@echo off\nREM a %b%\nset A=%USER:~0%\nIF exist \"c\\\" echo %1";
    let powershell = "# a\n<# b\nc #>\n$d = \"e\\\"\nForEach ($f in $env:PATH) { @\"\n\"g\"\n\"@ }";
    for (kind, language, source, expected) in [
        (
            Kind::Keyword,
            Cmd,
            cmd,
            vec!["echo", "set", "IF", "exist", "echo"],
        ),
        (Kind::Variable, Cmd, cmd, vec!["%USER", "%1"]),
        (Kind::Comment, Cmd, cmd, vec!["REM a %b%"]),
        (Kind::Text, Cmd, cmd, vec!["\"c\\\""]),
        (Kind::Keyword, PowerShell, powershell, vec!["ForEach", "in"]),
        (
            Kind::Variable,
            PowerShell,
            powershell,
            vec!["$d", "$f", "$env:PATH"],
        ),
        (
            Kind::Comment,
            PowerShell,
            powershell,
            vec!["# a", "<# b\nc #>"],
        ),
        (
            Kind::Text,
            PowerShell,
            powershell,
            vec!["\"e\\\"", "@\"\n\"g\"\n\"@"],
        ),
    ] {
        assert_eq!(of_kind(kind, source, language), expected, "{kind:?}");
    }
}

#[test]
fn languages_are_known_by_what_people_call_them() {
    for (name, language) in [
        ("Shell", Language::Shell),
        ("bash", Language::Shell),
        ("C#", Language::CSharp),
        ("YML", Language::Yaml),
        ("pwsh", Language::PowerShell),
    ] {
        assert_eq!(Language::named(name), Some(language), "{name}");
    }
    assert_eq!(Language::named("kotlin"), None);
    for language in Language::ALL {
        assert_eq!(Language::named(language.title()), Some(language));
    }
}

#[test]
fn a_source_in_colours_is_the_same_text() {
    assert_eq!(
        highlight("if a<b # '&'", Some(Language::Shell)),
        "<span class=\"hl-keyword\">if</span> a&lt;b \
         <span class=\"hl-comment\"># &#39;&amp;&#39;</span>"
    );
    assert_eq!(highlight("if a<b", None), "if a&lt;b");
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
        "a: ' b #",
        " - -\n a:\n: #\n",
        "<",
        "</ >",
        "<!-- a",
        "<a 'b>",
        "\n\n{",
        "a: b\n\n\n<",
        "A b\nc: d\n \n",
        "%%a%",
        "$a:$",
        "REM",
    ] {
        for language in Language::ALL {
            let pieces = pieces(source, Some(language));
            let joined: String = pieces.iter().map(|(_, text)| *text).collect();
            assert_eq!(joined, source, "{language:?}");
            assert!(pieces.iter().all(|(_, text)| !text.is_empty()));
        }
    }
}
