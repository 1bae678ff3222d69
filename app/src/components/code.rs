//! What a machine will read.

use std::sync::Arc;

use leptos::prelude::*;
use locales::{Locale, common};

use crate::islands::CopyButton;

/// A text with the button that copies it.
#[component]
pub fn CodeFigure(id: String, name: String, html: Arc<str>, locale: Locale) -> impl IntoView {
    let label = common::copy_what(locale, &name);
    view! {
        <figure class="code">
            <figcaption class="code__head">
                {name} <div><CopyButton locale source=id.clone() label=label/></div>
            </figcaption>
            <pre tabindex="0" translate="no"><code id=id inner_html=html></code></pre>
        </figure>
    }
}
