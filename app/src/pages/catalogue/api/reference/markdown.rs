//! Descriptions of a document, which are Markdown.

use domain::catalogue::markdown_html;
use leptos::prelude::*;
use locales::Locale;
use openapi::reference::Text;

/// A description in the reader's language; nothing where there is none.
#[component]
pub fn Description<'a>(text: &'a Text, locale: Locale) -> impl IntoView + use<> {
    let text = text.in_language(locale.tag());
    (!text.is_empty()).then(|| {
        let html = below_operations(&markdown_html(text));
        view! { <div class="prose prose--dense" inner_html=html></div> }
    })
}

/// The same HTML with its headings below those of operations. Whatever looks like a tag within the
/// text is escaped already.
fn below_operations(html: &str) -> String {
    let levels = [(6, 6), (5, 6), (4, 6), (3, 6), (2, 5)];
    levels
        .into_iter()
        .fold(html.to_owned(), |html, (from, to)| {
            html.replace(&format!("<h{from}>"), &format!("<h{to}>"))
                .replace(&format!("</h{from}>"), &format!("</h{to}>"))
        })
}

#[cfg(test)]
mod tests {
    use super::below_operations;

    #[test]
    fn headings_stand_below_those_of_operations() {
        let html = below_operations("<h2>A</h2><p>&lt;h2&gt;</p><h3>B</h3>");
        assert_eq!(html, "<h5>A</h5><p>&lt;h2&gt;</p><h6>B</h6>");
    }
}
