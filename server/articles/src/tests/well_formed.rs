//! Whatever is written: every element ends where it must, and has no attribute but those meant.

use proptest::prelude::*;

use super::drawn;

/// Each element with its attributes.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["class", "href", "aria-label", "id", "rel", "title"]),
    ("aside", &["class", "role"]),
    ("blockquote", &[]),
    ("br", &[]),
    (
        "button",
        &[
            "type",
            "class",
            "aria-label",
            "data-copy",
            "data-copied",
            "data-selected",
            "hidden",
        ],
    ),
    ("circle", &[]),
    ("code", &["id", "translate"]),
    ("dd", &[]),
    ("del", &[]),
    ("div", &["class", "role", "tabindex", "aria-label"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &["class"]),
    ("figure", &["class"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title", "loading"]),
    ("li", &["id", "value"]),
    ("ol", &["start"]),
    ("p", &["class"]),
    ("path", &["d"]),
    ("pre", &["tabindex", "translate"]),
    ("rect", &["x", "y", "width", "height", "rx"]),
    ("section", &["class", "aria-label"]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sup", &["class"]),
    ("svg", &["class", "viewBox", "aria-hidden"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["scope", "class"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];
const VOID: &[&str] = &["br", "hr", "img"];

/// What an article is made of, whole and broken.
const PIECES: &[&str] = &[
    "a",
    "é",
    " ",
    "  ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "# ",
    "### ",
    "#",
    "> ",
    "> [!NOTE]\n",
    "- ",
    "1. ",
    "7) ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "``",
    "```\n",
    "```json\n",
    "~~~xml\n",
    "|",
    "| a | b |\n",
    "|---|:-:|\n",
    "[",
    "]",
    "(",
    ")",
    "](/b)",
    "](javascript:x)",
    "![",
    "](/b \"c\")",
    "[^a]",
    "[^a]: ",
    "[a]: /c\n",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<script>",
    "\"",
    "'",
    "&",
    "&lt;",
    "&#34;",
    "\\",
    ":",
    "\n: ",
    "\n---\n",
    "===",
    "<https://a.b>",
    "<a@b.c>",
    "\r\n",
    "\u{0}",
    "{}",
    "\n\n## A\n\n",
];

/// Fails where an element or an attribute is none of those above, or an element does not end.
fn check(html: &str) {
    let mut open = vec![];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "{html}");
        let end = tag_end(&rest[at..]);
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let allowed = ELEMENTS.iter().find(|(element, _)| *element == name);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("<{name}> in {html}"));
        for attribute in names(attributes) {
            assert!(
                allowed.contains(&attribute),
                "{attribute} of <{name}> in {html}"
            );
        }
        if !VOID.contains(&name) && !tag.starts_with("path") && !tag.starts_with("rect") {
            open.push(name);
        }
    }
    assert_eq!(open, [""; 0], "{html}");
}

/// Where a tag ends, which is not within the value of an attribute.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    let end = tag.find(|c: char| {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(mark), _) if mark == c => quote = None,
            _ => {}
        }
        quote.is_none() && c == '>'
    });
    end.unwrap()
}

fn names(attributes: &str) -> Vec<&str> {
    let mut names = vec![];
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        names.push(&rest[..end]);
        rest = &rest[end..];
        if let Some(value) = rest.strip_prefix('=') {
            let mark = value.chars().next().unwrap();
            assert!(mark == '"' || mark == '\'');
            let close = value[1..].find(mark).unwrap();
            rest = &value[close + 2..];
        }
        rest = rest.trim_start();
    }
    names
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_element_ends_and_none_is_unforeseen(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let article = drawn(&pieces.concat());
        check(&article.html);
        let mut ids: Vec<_> = article.html.split(" id=\"").skip(1).map(|it| it.split('"').next()).collect();
        let written = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), written, "{}", article.html);
        for heading in &article.contents {
            let id = format!(" id=\"{}\"", heading.id);
            prop_assert!(article.html.contains(&id), "{}", article.html);
        }
    }

    #[test]
    fn any_text_is_drawn(text in "\\PC{0,200}") {
        check(&drawn(&text).html);
    }
}
