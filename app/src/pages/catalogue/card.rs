//! An API as a card of the catalogue.

use domain::catalogue::Api;
use leptos::prelude::*;
use locales::Locale;

use crate::{components::terms, routes};

#[component]
pub fn ApiCards<'a>(apis: Vec<&'a Api>, locale: Locale) -> impl IntoView {
    view! {
        <ul class="cards" role="list">
            {apis.into_iter().map(|api| card(api, locale)).collect_view()}
        </ul>
    }
}

fn card(api: &Api, locale: Locale) -> impl IntoView {
    let text = api.text(locale);
    view! {
        <li class="card">
            <p class="card__kicker">
                <span>{api.category.name(locale)}</span>
                <span class="mono">"v" {api.version.as_str()}</span>
            </p>
            <h3 class="card__title"><a href=routes::fill(routes::API, &[&api.slug])>{text.name.as_str()}</a></h3>
            <p class="card__line">{text.summary.as_str()}</p>
            <p class="card__foot">
                {api.plans
                    .iter()
                    .map(|offer| view! { <span class="tag">{terms::plan(offer.plan, locale)}</span> })
                    .collect_view()}
            </p>
        </li>
    }
}
