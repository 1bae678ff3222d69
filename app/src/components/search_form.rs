//! A search whose query stands in the address.

use leptos::prelude::*;
use locales::{Locale, common as t};

use super::{Icon, Symbol};

#[component]
pub fn SearchForm<'a>(
    label: &'static str,
    query: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let query = query.to_owned();
    view! {
        <form class="filters" role="search">
            <div class="field filters__search">
                <label for="q">{label}</label>
                <div class="search-field">
                    <Icon symbol=Symbol::Search/>
                    <input id="q" type="search" name="q" value=query/>
                </div>
            </div>
            <button class="btn btn--quiet">{t::search(locale)}</button>
        </form>
    }
}
