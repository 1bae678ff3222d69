//! Shows the article that is being written as readers will see it, while one types.

use std::time::Duration;

use leptos::{
    ev, prelude::*, task::spawn_local, wasm_bindgen::JsCast, web_sys::HtmlTextAreaElement,
};
use locales::{Locale, article as t};

use super::functions::{FunctionError, preview_article};

/// After the last key, so that a sentence is one question.
const PAUSE: Duration = Duration::from_millis(400);

/// Goes around a form's field for Markdown, whose id is `field`, and shows the article below it.
/// `language` is that of the text, `locale` that of the reader. `served` is what the server drew
/// where a button asked for it, which is all that there is without script; `id` is where that button
/// leads.
///
/// Of several on a page one shows an article: a page holds one, so that its identifiers are unique.
#[island]
pub fn ArticlePreview(
    locale: Locale,
    language: Locale,
    field: String,
    title: String,
    note: String,
    served: String,
    id: Option<String>,
    children: Children,
) -> impl IntoView {
    let (html, set_html) = signal(served);
    // Counts the changes: an answer to what is no longer there comes too late.
    let changes = StoredValue::new(0_u64);
    let next = move || {
        changes.update_value(|changes| *changes += 1);
        changes.get_value()
    };
    let field = StoredValue::new(field);
    let ask = move |change| {
        let markdown = field.with_value(|field| typed(field));
        spawn_local(async move {
            let html = preview(markdown, language, locale).await;
            if changes.get_value() == change {
                set_html.set(html);
            }
        });
    };
    let wait = move |_| {
        let change = next();
        let ask_unless_changed = move || {
            if changes.get_value() == change {
                ask(change);
            }
        };
        set_timeout(ask_unless_changed, PAUSE);
    };
    Effect::new(move |_| {
        // It lives as long as the page.
        window_event_listener(ev::focusin, move |event| {
            let target = event.target().and_then(|it| it.dyn_into().ok());
            let Some::<HtmlTextAreaElement>(target) = target else {
                return;
            };
            if field.with_value(|field| target.id() == *field) {
                ask(next());
            } else {
                next();
                set_html.set(String::new());
            }
        });
    });
    let label = title.clone();
    view! {
        <div class="article-preview" on:input=wait>
            {children()}
            <section
                class="panel preview" id=id tabindex="-1" aria-label=label
                hidden=move || html.with(String::is_empty)
            >
                <p class="preview__head"><strong>{title}</strong> " " <span class="soft">{note}</span></p>
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
        Err(FunctionError::SignedOut | FunctionError::Refused) => t::preview_refused(locale),
        Err(_) => t::preview_failed(locale),
    };
    format!("<p>{words}</p>")
}
