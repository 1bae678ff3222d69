//! Each construct, and what it becomes.

use locales::{Locale, article as t, common};

use super::{drawn, html};
use crate::{COPIES, ID_PREFIXES, article, plain};

#[test]
fn a_heading_has_its_words_alone_and_a_link_beside_it() {
    assert_eq!(
        html("## Como *chamar*"),
        "<div class=\"heading\"><h2 id=\"s-como-chamar\">Como <em>chamar</em></h2>\
         <a class=\"anchor\" href=\"#s-como-chamar\" aria-label=\"Link para “Como chamar”\"></a>\
         </div>\n"
    );
}

#[test]
fn contents_have_three_levels_without_gaps() {
    let article = drawn("# A\n\n### B\n\n#### C\n\n##### D\n\n## `E` & F\n\n##\n");
    let contents = article.contents.iter();
    let contents: Vec<_> = contents
        .map(|heading| (heading.level, heading.id.as_str(), heading.title.as_str()))
        .collect();
    assert_eq!(
        contents,
        [
            (2, "s-a", "A"),
            (3, "s-b", "B"),
            (4, "s-c", "C"),
            (2, "s-e-f", "E & F"),
        ]
    );
    assert!(article.html.contains("<h5 id=\"s-d\">"), "{}", article.html);
    assert!(!article.html.contains("<h1"));
    assert!(!article.html.contains("<h2></h2>"));
}

#[test]
fn every_id_has_a_prefix_of_its_own() {
    let html = html("# A\n\n# A\n\nB[^x] C[^x]\n\n[^x]: D\n\n```\ne\n```\n\n```\nf\n```\n");
    let ids: Vec<_> = html.split(" id=\"").skip(1).collect();
    let ids: Vec<_> = ids.iter().filter_map(|it| it.split('"').next()).collect();
    assert_eq!(ids, ["s-a", "s-a-2", "r-1", "c-1", "c-2", "n-1"]);
    let has_one = |id: &&str| ID_PREFIXES.iter().any(|prefix| id.starts_with(prefix));
    assert!(ids.iter().all(has_one));
}

#[test]
fn a_table_is_scrolled_by_itself_and_its_columns_are_named() {
    let html = html("## Campos\n\n| a | b |   |\n|:-:|--:|:--|\n| 1 | 2 | 3 |\n| 4 |\n");
    let table = html.split("</div>\n").nth(1).unwrap();
    assert_eq!(
        table,
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabela 1: Campos\">\
         <table><thead><tr><th scope=\"col\" class=\"is-centered\">a</th>\
         <th scope=\"col\" class=\"is-end\">b</th><td></td></tr></thead>\n<tbody>\n\
         <tr><td class=\"is-centered\">1</td><td class=\"is-end\">2</td><td>3</td></tr>\n\
         <tr><td class=\"is-centered\">4</td><td class=\"is-end\"></td><td></td></tr>\n\
         </tbody></table>"
    );
    assert!(!html.contains("style"));
}

#[test]
fn tables_have_names_of_their_own() {
    let table = "| a |\n|---|\n| 1 |\n\n";
    let html = html(&format!("{table}# A\n\n{table}{table}"));
    for name in ["Tabela 1", "Tabela 2: A", "Tabela 3: A"] {
        assert!(html.contains(&format!("aria-label=\"{name}\"")), "{html}");
    }
}

#[test]
fn callouts_say_in_words_what_they_are() {
    for (written, class, title) in [
        ("NOTE", "note", t::note(Locale::Es)),
        ("TIP", "tip", t::tip(Locale::Es)),
        ("IMPORTANT", "important", t::important(Locale::Es)),
        ("WARNING", "warning", t::warning(Locale::Es)),
        ("CAUTION", "caution", t::caution(Locale::Es)),
    ] {
        let markdown = format!("> [!{written}]\n> a\n");
        assert_eq!(
            article(&markdown, Locale::Es).unwrap().html,
            format!(
                "<aside class=\"callout callout--{class}\" role=\"note\">\
                 <p class=\"callout__title\">{title}</p>\n<p>a</p>\n</aside>\n"
            )
        );
    }
    assert_eq!(html("> a"), "<blockquote>\n<p>a</p>\n</blockquote>\n");
}

#[test]
fn code_is_in_colours_and_can_be_copied_but_not_translated() {
    let drawn = html("```json\n{\"a\": 1}\n```\n");
    assert!(drawn.contains(COPIES));
    for part in [
        "<figcaption class=\"code__head\"><span>JSON</span> <button type=\"button\"",
        "aria-label=\"Copiar: JSON\" data-copy=\"c-1\"",
        "<pre tabindex=\"0\" translate=\"no\"><code id=\"c-1\">{<span class=\"hl-entity\">\
         &quot;a&quot;</span>: <span class=\"hl-constant\">1</span>}</code></pre></figure>",
    ] {
        assert!(drawn.contains(part), "{drawn}");
    }
    let copied = format!("data-copied=\"{}\"", common::copied(Locale::PtBr));
    assert!(drawn.contains(&copied), "{drawn}");
    assert_eq!(html("`a<`"), "<p><code translate=\"no\">a&lt;</code></p>\n");
}

#[test]
fn code_of_an_unknown_language_is_plain_and_called_what_its_author_calls_it() {
    for (fence, name) in [
        ("kotlin", "kotlin"),
        ("<b>", "&lt;b&gt;"),
        ("", "Código"),
        ("text", "Código"),
        ("js title=a", "JavaScript"),
    ] {
        let html = html(&format!("```{fence}\n\"a\n```\n"));
        assert!(html.contains(&format!("<span>{name}</span>")), "{html}");
        assert_eq!(html.contains("hl-"), name == "JavaScript", "{html}");
    }
    assert!(html("    a\n").contains("<code id=\"c-1\">a</code>"));
}

#[test]
fn footnotes_stand_below_and_lead_back() {
    let html = html("A[^x], B[^y] and A again[^x].\n\n[^y]: Why\n\n[^x]: Ex\n\n[^z]: Unused\n");
    assert!(html.starts_with(
        "<p>A<sup class=\"footnote\"><a id=\"r-1\" href=\"#n-1\" \
         aria-label=\"Nota de rodapé 1\">1</a></sup>"
    ));
    assert!(html.contains("again<sup class=\"footnote\"><a href=\"#n-1\""));
    assert!(html.ends_with(
        "<section class=\"footnotes\" aria-label=\"Notas de rodapé\"><ol>\n\
         <li id=\"n-1\" value=\"1\"><p>Ex <a href=\"#r-1\" \
         aria-label=\"Voltar à nota 1 no texto\">↩\u{fe0e}</a></p>\n</li>\n\
         <li id=\"n-2\" value=\"2\"><p>Why <a href=\"#r-2\" \
         aria-label=\"Voltar à nota 2 no texto\">↩\u{fe0e}</a></p>\n</li>\n\
         <li id=\"n-3\" value=\"3\"><p>Unused</p>\n</li>\n</ol></section>\n"
    ));
}

#[test]
fn lists_terms_and_struck_words_are_what_they_are() {
    assert_eq!(
        html("3. a\n4. b\n"),
        "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"
    );
    assert_eq!(html("- [ ] a\n"), "<ul>\n<li>[ ] a</li>\n</ul>\n");
    assert_eq!(html("~~a~~  \nb\n"), "<p><del>a</del><br>\nb</p>\n");
    assert_eq!(html("a\n: b\n"), "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n");
}

#[test]
fn links_out_of_the_site_tell_nothing_of_it() {
    assert_eq!(
        html("[a](/b?c=d&e 'f')"),
        "<p><a href=\"/b?c=d&amp;e\" title=\"f\">a</a></p>\n"
    );
    assert_eq!(
        html("<https://example.com>"),
        "<p><a href=\"https://example.com\" rel=\"noopener noreferrer\">https://example.com</a></p>\n"
    );
    assert_eq!(
        html("<ana@example.com>"),
        "<p><a href=\"mailto:ana@example.com\">ana@example.com</a></p>\n"
    );
}

#[test]
fn a_link_of_nothing_is_not_there() {
    assert_eq!(
        html("a[](/b)[![](/c)](/d)"),
        "<p>a<a href=\"/d\"><img src=\"/c\" alt=\"\" loading=\"lazy\"></a></p>\n"
    );
}

#[test]
fn a_character_that_no_page_and_no_database_can_hold_is_replaced() {
    let article = drawn("a\0b `\0` &#0;");
    assert!(!article.html.contains('\0'));
    assert_eq!(article.passages[0].text, "a\u{fffd}b \u{fffd} \u{fffd}");
}

#[test]
fn images_have_the_text_that_stands_for_them() {
    assert_eq!(
        html("![a *b* `c` [d](/e)](/f.png)"),
        "<p><img src=\"/f.png\" alt=\"a b c d\" loading=\"lazy\"></p>\n"
    );
    assert_eq!(html("![a](https://example.com/f.png) b"), "<p>a b</p>\n");
    assert_eq!(
        html("![a ![b](/c)](/d)"),
        "<p><img src=\"/d\" alt=\"a b\" loading=\"lazy\"></p>\n"
    );
}

#[test]
fn passages_have_all_of_the_text_without_its_marks() {
    let article = drawn(
        "Before\n**it**.\n\n## Fields\n\n| a | b |\n|---|---|\n| `c` | d & e |\n\n\
         > [!TIP]\n> - f\n> - g\n\n```json\n{\"h\": 1}\n```\n\n### Empty\n",
    );
    let passages = article.passages.iter().map(|passage| {
        let title = passage.heading.as_ref().map(|it| it.title.as_str());
        (title, passage.text.as_str())
    });
    assert_eq!(
        passages.collect::<Vec<_>>(),
        [
            (None, "Before it."),
            (Some("Fields"), "a b\nc d & e\nf\ng\n{\"h\": 1}"),
            (Some("Empty"), ""),
        ]
    );
}

#[test]
fn the_plain_text_of_an_article_has_a_line_for_each_of_its_parts() {
    assert_eq!(
        plain("a\n\n## B\n\n- c\n- d <b>\n").unwrap(),
        "a\nB\nc\nd <b>"
    );
    assert_eq!(plain(""), Ok(String::new()));
}
