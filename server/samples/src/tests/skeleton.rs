//! What is left of a program without the insides of its texts and comments: its code.
//!
//! The rules are written down here once more, from the languages' own descriptions, so that a
//! mistake in the writers is none here too.

use crate::Language;

/// Where a text begins, and what is special until it ends.
#[derive(Clone, Copy)]
struct Literal {
    open: &'static str,
    close: &'static str,
    /// Whether a backslash keeps the next character.
    escapes: bool,
    /// Whether it may go on over lines.
    lines: bool,
    /// What begins code in it.
    code: &'static str,
}

const fn literal(open: &'static str, close: &'static str, escapes: bool, lines: bool) -> Literal {
    Literal {
        open,
        close,
        escapes,
        lines,
        code: "",
    }
}

const fn filled_in(mark: &'static str, escapes: bool, code: &'static str) -> Literal {
    Literal {
        code,
        ..literal(mark, mark, escapes, true)
    }
}

const DOUBLE: Literal = literal("\"", "\"", true, false);

/// The longer ones first.
fn literals(language: Language) -> Vec<Literal> {
    match language {
        Language::Shell => vec![
            literal("<<'JSON'\n", "\nJSON\n", false, true),
            literal("'", "'", false, true),
            filled_in("\"", true, "$`"),
        ],
        Language::PowerShell => vec![
            literal("@'\n", "\n'@", false, true),
            literal("'", "'", false, false),
            filled_in("\"", false, "$`"),
        ],
        Language::Java => vec![literal("\"\"\"\n", "\"\"\"", true, true), DOUBLE],
        Language::Php => vec![
            literal("<<<'JSON'\n", "\nJSON", false, true),
            literal("'", "'", true, true),
            filled_in("\"", true, "$"),
        ],
        Language::JavaScript => vec![DOUBLE, filled_in("`", true, "$")],
        Language::CSharp => vec![literal("\"\"\"\n", "\"\"\"", false, true), DOUBLE],
        Language::Go => vec![DOUBLE, literal("`", "`", false, true)],
        // Of a Rust program, raw strings have as many `#` as they need.
        Language::Python | Language::Rust => vec![DOUBLE],
        Language::Cmd => vec![],
    }
}

const fn comment(language: Language) -> &'static str {
    match language {
        Language::Shell | Language::PowerShell | Language::Python => "# ",
        Language::Cmd => "rem ",
        _ => "//",
    }
}

/// The code of a program. Where a text is open at the end of a line that ends it, or of the program,
/// that is said: `UNCLOSED`.
pub fn of(language: Language, program: &str) -> String {
    match language {
        Language::Cmd => of_cmd(program),
        _ => of_other(language, program),
    }
}

fn of_other(language: Language, program: &str) -> String {
    let (mut code, mut rest) = (String::new(), program);
    while let Some(c) = rest.chars().next() {
        if rest.starts_with(comment(language)) && code.trim_end_matches(' ').ends_with(['\n', ';'])
            || code.is_empty() && rest.starts_with(comment(language))
        {
            rest = after_comment(language, rest, &mut code);
        } else if let Some(after) = (language == Language::Rust)
            .then(|| after_raw(rest))
            .flatten()
        {
            code.push_str("TEXT");
            rest = after;
        } else if let Some(found) = literals(language)
            .into_iter()
            .find(|it| rest.starts_with(it.open))
        {
            let (inside, after) = inside(found, &rest[found.open.len()..]);
            code.push_str(&inside);
            rest = after;
        } else if language == Language::Shell && rest.starts_with("\\'") {
            code.push_str("\\'");
            rest = &rest[2..];
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    // A mark within a text of these is written as two texts.
    match language {
        Language::Shell => one_text(code, "TEXT\\'TEXT"),
        Language::PowerShell => one_text(code, "TEXTTEXT"),
        _ => code,
    }
}

fn one_text(mut code: String, two: &str) -> String {
    while code.contains(two) {
        code = code.replace(two, "TEXT");
    }
    code
}

/// PHP ends a comment, and itself, at `?>`; Java has read escapes of Unicode before.
fn after_comment<'a>(language: Language, rest: &'a str, code: &mut String) -> &'a str {
    let end = rest.find([
        '\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{c}', '\u{b}',
    ]);
    let (line, after) = rest.split_at(end.unwrap_or(rest.len()));
    if language == Language::Php && line.contains("?>") {
        code.push_str("END OF PHP");
    }
    if language == Language::Java && line.replace("\\\\", "").contains("\\u") {
        code.push_str("ESCAPE");
    }
    if line.contains(['\0', '\u{1b}', '\u{202e}', '\u{e0001}']) {
        code.push_str("UNSEEN");
    }
    after
}

fn inside(literal: Literal, rest: &str) -> (String, &str) {
    let (mut at, mut code) = (0, "TEXT".to_owned());
    while let Some(c) = rest[at..].chars().next() {
        if rest[at..].starts_with(literal.close) {
            return (code, &rest[at + literal.close.len()..]);
        }
        if c == '\n' && !literal.lines || matches!(c, '\0' | '\r' | '\u{2028}' | '\u{202e}') {
            break;
        }
        at += c.len_utf8();
        if literal.escapes && c == '\\' {
            at += rest[at..].chars().next().map_or(0, char::len_utf8);
        } else if literal.code.contains(c) {
            code.push(c);
        }
    }
    (code + "UNCLOSED", &rest[at..])
}

fn after_raw(rest: &str) -> Option<&str> {
    let hashes = rest.strip_prefix("r#")?;
    let hashes = hashes.len() - hashes.trim_start_matches('#').len() + 1;
    let inside = rest[1 + hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&close)?;
    Some(&inside[end + close.len()..])
}

/// Of each line, what `cmd` sees: variables first, then carets and quotation marks.
fn of_cmd(program: &str) -> String {
    let mut code = String::new();
    for line in program.lines() {
        let line = line.replace("%%", "");
        let variables: Vec<_> = line.split('%').skip(1).step_by(2).collect();
        code.push_str(&variables.join(","));
        if line.starts_with("rem ") {
            let special = line.contains(|c| "&|<>^".contains(c));
            code.push_str(if special { "SPECIAL" } else { "" });
            continue;
        }
        let (mut quoted, mut characters) = (false, line.chars());
        while let Some(c) = characters.next() {
            match c {
                '^' if !quoted => code.extend(characters.next().is_none().then_some('^')),
                '"' => quoted = !quoted,
                c if !quoted && "&|<>()".contains(c) => code.push(c),
                c if !c.is_ascii() => code.push_str("NOT ASCII"),
                _ => {}
            }
        }
        code.push_str(if quoted { "UNCLOSED\n" } else { "\n" });
        assert!(line.len() < 8_191, "a line is too long");
    }
    code
}
