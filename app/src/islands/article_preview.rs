//! Shows the article that is being written as readers will see it, while one types.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast, web_sys::HtmlTextAreaElement};
use locales::{Locale, article as t};

use super::functions::{FunctionError, preview_article};

/// After the last key, so that a sentence is one question.
const PAUSE: Duration = Duration::from_millis(400);

/// Goes around a form's field for Markdown, whose id is `field`. `language` is that of the text,
/// `locale` that of the reader. Without script, the form itself shows what was typed.
#[island]
pub fn ArticlePreview(
    locale: Locale,
    language: Locale,
    field: String,
    children: Children,
) -> impl IntoView {
    let (html, set_html) = signal(String::new());
    // Counts the changes: an answer to what is no longer there comes too late.
    let changes = StoredValue::new(0_u64);
    let heading = format!("{field}-previa");
    let labelled_by = heading.clone();
    let field = StoredValue::new(field);
    let ask = move || {
        let change = changes.get_value();
        let markdown = field.with_value(|field| typed(field));
        spawn_local(async move {
            let html = preview(markdown, language, locale).await;
            if changes.get_value() == change {
                set_html.set(html);
            }
        });
    };
    let wait = move |_| {
        changes.update_value(|changes| *changes += 1);
        let change = changes.get_value();
        let still = move || changes.get_value() == change;
        set_timeout(move || still().then(ask).unwrap_or_default(), PAUSE);
    };
    Effect::new(move |_| ask());
    view! {
        <div class="article-preview" on:input=wait>
            {children()}
            <section
                class="article-preview__article" aria-labelledby=labelled_by
                hidden=move || html.with(String::is_empty)
            >
                <h3 class="small soft" id=heading>{t::preview(locale)}</h3>
                <div class="prose" lang=language.tag() inner_html=html></div>
            </section>
        </div>
    }
}

/// What is in the field now.
fn typed(field: &str) -> String {
    let field = document().get_element_by_id(field);
    let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The article, or why there is none, as HTML: the server lets none of its author's through.
async fn preview(markdown: String, language: Locale, locale: Locale) -> String {
    if markdown.trim().is_empty() {
        return String::new();
    }
    let words = match preview_article(markdown, language).await {
        Ok(Some(html)) => return html,
        Ok(None) => t::preview_too_much(locale),
        Err(FunctionError::Refused) => t::preview_refused(locale),
        Err(_) => t::preview_failed(locale),
    };
    format!("<p>{words}</p>")
}
