//! The choice of a period, in the address.

use domain::usage::Window;
use leptos::prelude::*;
use locales::{Locale, usage as t};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    janela: String,
}

impl Chosen {
    /// Seven days unless the address says otherwise.
    pub fn window(&self) -> Window {
        self.janela.parse().unwrap_or(Window::Week)
    }
}

/// Links to the same page over each period.
pub(super) fn choice(address: &str, chosen: Window, locale: Locale) -> impl IntoView + use<> {
    let links = Window::ALL.iter().map(|window| {
        let current = (*window == chosen).then_some("page");
        let href = over(address, *window);
        view! { <li><a href=href aria-current=current>{name(*window, locale)}</a></li> }
    });
    view! {
        <nav class="local-nav" aria-label=t::window(locale)>
            <ul role="list">{links.collect_view()}</ul>
        </nav>
    }
}

/// An address over a period.
pub(super) fn over(address: &str, window: Window) -> String {
    format!("{address}?janela={window}")
}

const fn name(window: Window, locale: Locale) -> &'static str {
    match window {
        Window::Day => t::window_day(locale),
        Window::Week => t::window_week(locale),
        Window::Month => t::window_month(locale),
        Window::Quarter => t::window_quarter(locale),
    }
}
