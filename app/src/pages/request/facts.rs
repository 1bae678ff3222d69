//! What a request says, as labels and values.

use domain::{
    catalogue::{Api, Plan},
    groups::Group,
    requests::Draft,
};
use leptos::prelude::*;
use locales::{Locale, request as t, terms as words};

use crate::{
    components::{AnswerFacts, Fact, GroupFacts, Paragraphs, terms},
    pages::catalogue::limit,
};

/// The application: which API on which plan, called what, for what.
#[component]
pub fn ApplicationFacts<'a>(draft: &'a Draft, locale: Locale) -> impl IntoView + use<> {
    view! {
        <dl class="facts">
            <Fact name=words::api(locale) value=draft.api.text(locale).name.clone()/>
            <Fact name=words::plan(locale) value=plan_with_limit(&draft.api, draft.plan, locale)/>
            <Fact name=words::name(locale) value=draft.name.clone()/>
            <Fact
                name=words::description(locale)
                value=view! { <Paragraphs text=&draft.description/> }
            />
            <AnswerFacts answers=&draft.answers locale/>
        </dl>
    }
}

/// The applicant: which person, of which group of which company.
#[component]
pub fn ApplicantFacts<'a>(
    person: String,
    group: &'a Group,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <dl class="facts">
            <Fact name=t::person(locale) value=person/>
            <Fact name=words::group(locale) value=group.name.clone()/>
            <GroupFacts group locale/>
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
