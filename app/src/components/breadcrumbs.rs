//! Where the reader is.

use leptos::prelude::*;
use locales::{Locale, layout as t};

/// A link to a page above the one that is shown.
pub struct Crumb {
    href: String,
    label: String,
}

impl Crumb {
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
        }
    }
}

/// Links to the pages above this one; the last item is the page itself.
#[component]
pub fn Breadcrumbs(
    locale: Locale,
    crumbs: Vec<Crumb>,
    #[prop(into)] here: String,
) -> impl IntoView {
    let crumbs = crumbs.into_iter().map(item).collect_view();
    view! {
        <nav class="breadcrumbs" aria-label=t::you_are_here(locale)>
            <ol role="list">
                {crumbs}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}

fn item(crumb: Crumb) -> impl IntoView {
    view! { <li><a href=crumb.href>{crumb.label}</a></li> }
}
