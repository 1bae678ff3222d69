//! From one page of a long list to the next.

use leptos::prelude::*;
use locales::{Locale, common as t};

use super::{Icon, Symbol};

/// A link to the next page, and one back to the first, or to the page before where a list is read
/// backwards too.
#[component]
pub fn Pagination(
    locale: Locale,
    first: Option<String>,
    #[prop(default = None)] previous: Option<String>,
    next: Option<String>,
) -> impl IntoView {
    let any = first.is_some() || previous.is_some() || next.is_some();
    any.then(|| {
        view! {
            <nav class="pager" aria-label=t::pages(locale)>
                {first.map(|href| view! {
                    <a class="btn btn--quiet btn--small" href=href><Icon symbol=Symbol::ArrowLeft/> {t::first_page(locale)}</a>
                })}
                {previous.map(|href| view! {
                    <a class="btn btn--quiet btn--small" rel="prev" href=href>
                        <Icon symbol=Symbol::ArrowLeft/> {t::previous_page(locale)}
                    </a>
                })}
                {next.map(|href| view! {
                    <a class="btn btn--quiet btn--small" rel="next" href=href>
                        {t::next_page(locale)} <Icon symbol=Symbol::ArrowRight/>
                    </a>
                })}
            </nav>
        }
    })
}
