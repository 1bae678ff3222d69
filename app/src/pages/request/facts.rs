//! What a request says, as labels and values.

use domain::{
    catalogue::{Api, Plan},
    groups::Group,
    requests::Draft,
};
use leptos::prelude::*;
use locales::{Locale, request as t, terms as words};

use crate::{
    components::{
        facts::{fact, group_facts, paragraphs},
        terms,
    },
    pages::catalogue::limit,
};

/// The application: which API on which plan, called what, for what.
pub fn application_facts(draft: &Draft, locale: Locale) -> impl IntoView + use<> {
    view! {
        <dl class="facts">
            {fact(words::api(locale), draft.api.text(locale).name.clone())}
            {fact(words::plan(locale), plan_with_limit(&draft.api, draft.plan, locale))}
            {fact(words::name(locale), draft.name.clone())}
            {fact(words::description(locale), paragraphs(&draft.description))}
        </dl>
    }
}

/// The applicant: which person, of which group of which company.
pub fn applicant_facts(person: String, group: &Group, locale: Locale) -> impl IntoView + use<> {
    view! {
        <dl class="facts">
            {fact(t::person(locale), person)}
            {fact(words::group(locale), group.name.clone())}
            {group_facts(group, locale)}
        </dl>
    }
}

/// "Trial · 1.000 chamadas em 90 dias".
fn plan_with_limit(api: &Api, plan: Plan, locale: Locale) -> String {
    let name = terms::plan(plan, locale);
    let Some(offer) = api.offer(plan) else {
        return name.to_owned();
    };
    format!("{name} · {}", limit(offer, locale))
}
