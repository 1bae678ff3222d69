//! Where the reader is.

use leptos::prelude::*;
use locales::{Locale, layout as t};

/// The way to this page; the last one is the page itself.
pub fn breadcrumbs(
    locale: Locale,
    way: Vec<(String, String)>,
    here: impl Into<String>,
) -> impl IntoView {
    let here = here.into();
    view! {
        <nav class="breadcrumbs" aria-label=t::you_are_here(locale)>
            <ol role="list">
                {way.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
