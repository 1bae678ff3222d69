//! Links among the sections of a page, or among pages that belong together.

use leptos::prelude::*;

/// A link of such a navigation.
pub struct NavLink {
    href: String,
    name: String,
    /// What is said before the name to those who hear the link alone.
    context: Option<&'static str>,
    is_current: bool,
}

impl NavLink {
    pub fn new(href: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            name: name.into(),
            context: None,
            is_current: false,
        }
    }

    /// What the name alone does not say: words that are heard before it, and not seen.
    #[must_use]
    pub const fn within(mut self, context: &'static str) -> Self {
        self.context = Some(context);
        self
    }

    /// Whether the link leads to the page that is shown.
    #[must_use]
    pub fn current(mut self, is_current: bool) -> Self {
        self.is_current = is_current;
        self
    }
}

#[component]
pub fn LocalNav(label: &'static str, links: Vec<NavLink>) -> impl IntoView {
    let links = links.into_iter().map(item).collect_view();
    view! { <nav class="local-nav" aria-label=label><ul role="list">{links}</ul></nav> }
}

fn item(link: NavLink) -> impl IntoView {
    let current = link.is_current.then_some("page");
    let context = link.context.map(|context| {
        view! { <span class="visually-hidden">{context} " "</span> }
    });
    view! { <li><a href=link.href aria-current=current>{context} {link.name}</a></li> }
}
