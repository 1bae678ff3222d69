//! A search whose query stands in the address.

use leptos::prelude::*;
use locales::{Locale, common as t};

use super::{Icon, icon};

pub fn search_form(label: &'static str, query: &str, locale: Locale) -> impl IntoView + use<> {
    let query = query.to_owned();
    view! {
        <form class="filters" role="search">
            <div class="field filters__search">
                <label for="q">{label}</label>
                <div class="search-field">
                    {icon(Icon::Search)}
                    <input id="q" type="search" name="q" value=query/>
                </div>
            </div>
            <button class="btn btn--quiet">{t::search(locale)}</button>
        </form>
    }
}
