//! What a machine will read.

use std::sync::Arc;

use articles::copy_button;
use leptos::prelude::*;
use locales::Locale;

/// A text with the button that copies it.
#[component]
pub fn CodeFigure(id: String, name: String, html: Arc<str>, locale: Locale) -> impl IntoView {
    let copies = copy_button(locale, &id, &name);
    view! {
        <figure class="code">
            <figcaption class="code__head">
                {name} <div inner_html=copies></div>
            </figcaption>
            <pre tabindex="0" translate="no"><code id=id inner_html=html></code></pre>
        </figure>
    }
}
