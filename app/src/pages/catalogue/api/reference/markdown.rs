//! Descriptions of a document, which are Markdown.

use leptos::prelude::*;
use locales::Locale;
use openapi::reference::Text;

/// A description in the reader's language; nothing where there is none.
#[component]
pub fn Description<'a>(text: &'a Text, locale: Locale) -> impl IntoView + use<> {
    let text = text.in_language(locale.tag());
    (!text.is_empty()).then(|| {
        let html = articles::note(text, locale).unwrap_or_default();
        view! { <div class="prose prose--dense" inner_html=html></div> }
    })
}
