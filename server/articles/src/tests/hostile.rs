//! Texts that somebody wrote to do harm: to readers, or to the portal.

use std::thread;

use super::html;
use crate::{MAX_BYTES, MAX_DEPTH, TooMuch, article};
use locales::Locale;

#[test]
fn markup_is_made_of_markdown_only() {
    assert_eq!(
        html("a <b onclick='x()'>bold</b>\n\n<script>alert(1)</script>\n"),
        "<p>a &lt;b onclick=&#39;x()&#39;&gt;bold&lt;/b&gt;</p>\n\
         <p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n"
    );
    assert_eq!(html("<!-- a -->\n"), "<p>&lt;!-- a --&gt;\n</p>\n");
}

#[test]
fn markup_is_nowhere_what_it_was_written_to_be() {
    let evil = "\"><script>alert(1)</script>";
    for markdown in [
        format!("## {evil}"),
        format!("## `{evil}`"),
        format!("```{evil}\n{evil}\n```"),
        format!("```json\n{evil}\n```"),
        format!("```xml\n{evil}\n```"),
        format!("![{evil}](/a)"),
        format!("[a](<{evil}>)"),
        format!("[a](/b '{evil}')"),
        format!("| {evil} |\n|---|\n| {evil} |"),
        format!("a[^{evil}]\n\n[^{evil}]: {evil}"),
        format!("> [!NOTE]\n> {evil}"),
        "&#60;script&#62;".to_owned(),
    ] {
        let html = html(&markdown);
        assert!(!html.contains("<script"), "{markdown}: {html}");
        assert!(!html.contains("\"\">"), "{markdown}: {html}");
    }
}

#[test]
fn links_cannot_run_code_or_leave_the_site_unseen() {
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#1;javascript:alert(1)",
        "&nbsp;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/\\\\evil.example",
        "https:evil.example",
    ] {
        for markdown in [
            format!("[a]({url})"),
            format!("[a](<{url}>)"),
            format!("[a](< {url} >)"),
            format!("[a]\n\n[a]: {url}"),
            format!("![a]({url})"),
        ] {
            assert_eq!(html(&markdown), "<p>a</p>\n", "{markdown}");
        }
    }
}

/// Draws a text with little of a stack, so that nothing can call itself for each of its parts.
fn on_a_small_stack(markdown: String) -> Result<usize, TooMuch> {
    let draw = move || article(&markdown, Locale::En).map(|article| article.html.len());
    let thread = thread::Builder::new().stack_size(256 * 1024);
    thread.spawn(draw).unwrap().join().unwrap()
}

#[test]
fn a_text_of_great_length_is_refused() {
    assert_eq!(
        article(&"a".repeat(MAX_BYTES + 1), Locale::En),
        Err(TooMuch::Long)
    );
    assert_eq!(on_a_small_stack("[".repeat(1_000_000)), Err(TooMuch::Long));
    assert!(article(&"a".repeat(MAX_BYTES), Locale::En).is_ok());
}

#[test]
fn containers_within_containers_are_refused_with_their_line() {
    let deep = Err(TooMuch::Deep { line: 3 });
    for marks in [">", "> ", "- ", "* ", "1. ", "> - ", "    > ", ": "] {
        let markdown = format!("a\n\n{}b\n", marks.repeat(100_000 / marks.len()));
        assert_eq!(on_a_small_stack(markdown), deep, "{marks}");
    }
    let lazy = format!("a\n\n{}b\n{}", ">".repeat(200_000), "c\n".repeat(100_000));
    assert_eq!(on_a_small_stack(lazy), deep);
    let staircase = (0..400).map(|depth| format!("{}- a\n", "  ".repeat(depth)));
    let refused = on_a_small_stack(staircase.collect());
    assert!(matches!(refused, Err(TooMuch::Deep { .. })), "{refused:?}");
    let marks = format!(
        "a\n\n{}{}",
        "*a **b ".repeat(5_000),
        "c** d* ".repeat(5_000)
    );
    assert_eq!(on_a_small_stack(marks), deep);
}

#[test]
fn what_is_nested_within_reason_is_drawn() {
    let quotes = format!("{} a", ">".repeat(MAX_DEPTH - 1));
    assert!(on_a_small_stack(quotes).is_ok());
    let rules = "-".repeat(1_000) + "\n\n| a |\n|" + &"-".repeat(1_000) + "|\n| 1 |\n";
    assert!(on_a_small_stack(rules).is_ok());
}

/// Each takes seconds at most, and would take hours if it took time for each pair of its parts.
#[test]
fn what_only_looks_like_the_beginning_of_something_costs_little() {
    for piece in [
        "[",
        "![",
        "]",
        "[]",
        "[a](",
        "[a](<",
        "[^",
        "[^a]",
        "[a]: ",
        "*",
        "**a",
        "*a_",
        "_",
        "~",
        "~~a",
        "`",
        "`a``",
        "<",
        "<a",
        "<!--",
        "<![CDATA[",
        "&",
        "&#",
        "\\",
        "|",
        "a|",
        "#",
        "# a\n",
        "-\n",
        "- a\n",
        "\n",
        "```\n",
        "~~~\n",
        "> [!NOTE]\n",
        "a\n: b\n",
        "<a@b.c>",
        "https://a ",
        "\u{0}",
        "\r",
        "\t",
        "é",
        "a\n===\n",
        "[^a]: b\n\n",
    ] {
        let markdown = piece.repeat(MAX_BYTES / piece.len());
        let drawn = on_a_small_stack(markdown);
        assert!(
            matches!(drawn, Ok(_) | Err(TooMuch::Large | TooMuch::Deep { .. })),
            "{piece}: {drawn:?}"
        );
    }
}

#[test]
fn definitions_that_swell_are_bounded() {
    let url = "a".repeat(MAX_BYTES / 2);
    let markdown = format!("[a]: /{url}\n\n{}", "[a] ".repeat(MAX_BYTES / 8));
    let drawn = on_a_small_stack(markdown[..MAX_BYTES].to_owned());
    assert!(matches!(drawn, Ok(_) | Err(TooMuch::Large)), "{drawn:?}");
}

#[test]
fn a_table_is_not_filled_up_without_end() {
    let columns = 20_000;
    let head = format!("|{}\n|{}\n", "a|".repeat(columns), "-|".repeat(columns));
    let markdown = head + &"|\n".repeat(200_000);
    let drawn = on_a_small_stack(markdown);
    assert!(matches!(drawn, Ok(_) | Err(TooMuch::Large)), "{drawn:?}");
}

#[test]
fn code_of_any_kind_costs_little() {
    for language in [
        "sh", "ps1", "cmd", "java", "json", "yaml", "xml", "http", "py", "go",
    ] {
        for piece in [
            "\"", "'", "/*", "<!--", "<", "#", "%", "$", "a", ":", "- \n", "a: #\n", "\\\"",
        ] {
            let source = piece.repeat(MAX_BYTES / 2 / piece.len());
            let drawn = on_a_small_stack(format!("~~~{language}\n{source}\n~~~\n"));
            assert!(drawn.is_ok(), "{language} {piece}: {drawn:?}");
        }
    }
}
