//! Turns Markdown of the catalogue into HTML.

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The schemes that a link may have, beside places on this site.
const SCHEMES: [&str; 3] = ["https:", "http:", "mailto:"];

/// HTML that is safe to put into a page: HTML within the Markdown shows as text, links of other
/// schemes lose their target, nothing has a style, and no heading is above `h2`, as `h1` belongs to
/// the page.
#[must_use]
pub fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(tamed);
    let mut page = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut page, events);
    untranslated(&page)
}

/// Keeps browsers from translating code. Tags within the text are escaped by now.
fn untranslated(html: &str) -> String {
    html.replace("<pre><code", "<pre translate=\"no\"><code")
        .replace("<code>", "<code translate=\"no\">")
}

fn tamed(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(tag) => Event::Start(tamed_tag(tag)),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
        other => other,
    }
}

fn tamed_tag(mut tag: Tag<'_>) -> Tag<'_> {
    match &mut tag {
        Tag::Heading { level, .. } => *level = lowered(*level),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } if !is_harmless(dest_url) => {
            *dest_url = CowStr::Borrowed("#");
        }
        // Aligned cells would have a style attribute, which the pages' policy forbids.
        Tag::Table(columns) => columns.fill(Alignment::None),
        _ => {}
    }
    tag
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}

fn is_harmless(url: &str) -> bool {
    let lower = url.trim_start().to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) || !url.contains(':')
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn markup_is_made_of_markdown_only() {
        let html = to_html("a <b>bold</b>\n\n<script>alert(1)</script>\n");
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("<b>"), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn the_pages_own_heading_stays_the_only_h1() {
        assert_eq!(to_html("# A"), "<h2>A</h2>\n");
        assert_eq!(to_html("## A"), "<h2>A</h2>\n");
        assert_eq!(to_html("### A"), "<h3>A</h3>\n");
    }

    #[test]
    fn links_cannot_run_code() {
        for url in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "&#106;avascript:alert(1)",
            "java&#10;script:alert(1)",
            "data:text/html,x",
            "vbscript:x",
        ] {
            assert!(
                !to_html(&format!("[a]({url})")).contains("script:"),
                "{url}"
            );
            assert!(
                !to_html(&format!("[a](<{url}>)")).contains("data:"),
                "{url}"
            );
        }
        assert!(to_html("[a](/catalogo)").contains("href=\"/catalogo\""));
        assert!(to_html("[a](https://example.com)").contains("href=\"https://example.com\""));
    }

    #[test]
    fn tables_carry_no_style() {
        let html = to_html("| a | b |\n|:-:|--:|\n| 1 | 2 |\n");
        assert!(html.contains("<table>"), "{html}");
        assert!(!html.contains("style"), "{html}");
    }
}
