//! What a request says, as labels and values.

use domain::{
    applications::Draft,
    catalogue::{Api, Plan},
    groups::Group,
};
use leptos::prelude::*;
use locales::{Locale, request as t};

use crate::{components::terms, pages::catalogue::limit};

/// The application: which API on which plan, called what, for what.
pub fn application_facts(draft: &Draft, locale: Locale) -> impl IntoView + use<> {
    let application = &draft.application;
    view! {
        <dl class="facts">
            {fact(t::api(locale), draft.api.text(locale).name.clone())}
            {fact(t::plan(locale), plan_with_limit(&draft.api, application.plan, locale))}
            {fact(t::application_name(locale), application.name.clone())}
            {fact(t::description(locale), application.description.clone())}
        </dl>
    }
}

/// The applicant: which person, of which group of which company.
pub fn applicant_facts(person: String, group: &Group, locale: Locale) -> impl IntoView + use<> {
    view! {
        <dl class="facts">
            {fact(t::person(locale), person)}
            {fact(t::company(locale), group.legal_name.clone())}
            {machine_fact(t::cnpj(locale), group.cnpj.masked())}
            {fact(t::group(locale), group.name.clone())}
            {fact(t::email(locale), group.email.to_string())}
            {machine_fact(t::phone(locale), group.phone.national())}
        </dl>
    }
}

/// "Trial · 1.000 chamadas em 90 dias".
fn plan_with_limit(api: &Api, plan: Plan, locale: Locale) -> String {
    let name = terms::plan(plan, locale);
    let Some(offer) = api.offer(plan) else { return name.to_owned() };
    let (figure, rest) = limit(offer, locale);
    format!("{name} · {figure} {rest}")
}

fn fact(name: &'static str, value: String) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}

fn machine_fact(name: &'static str, value: String) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd class="mono">{value}</dd></div> }
}
