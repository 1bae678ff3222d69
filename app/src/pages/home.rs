//! The first page: what this is, what there is, how it goes, and what to do next.

use axum::response::{IntoResponse, Response};
use domain::{
    Person,
    catalogue::{Category, Snapshot},
};
use leptos::prelude::*;
use locales::{Locale, home as t, layout, terms};

use super::{facts, llms};
use crate::{
    components::{Action, ActionLink, STAFF_AREAS},
    routes,
    web::{Access::Anyone, Page, Plain, Public, Site, Visit},
};

/// How many APIs of an area are shown; the catalogue has them all.
const SHOWN: usize = 4;

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::HOME, show)
}

async fn show(visit: Visit) -> Response {
    if visit.wants_markdown {
        return Plain::markdown(llms::home(&visit)).into_response();
    }
    let locale = visit.locale;
    Page::new(&visit, t::title(locale), || {
        view! {
            {hero(visit.person(), locale)}
            {visit.apis.published().next().is_some().then(|| areas(&visit.apis, locale))}
            {journey(locale)}
        }
    })
    .described(t::lead(locale))
    .of_catalogue()
    .public(public(&visit))
    .into_response()
}

fn public(visit: &Visit) -> Public {
    let public = Public::at(routes::HOME).stating(facts::website(visit));
    public.as_markdown(routes::HOME_MARKDOWN)
}

fn hero(person: Option<&Person>, locale: Locale) -> impl IntoView + use<> {
    let first = first_action(person, locale);
    view! {
        <section class="hero">
            <div class="hero__text">
                <h1>{t::headline(locale)}</h1>
                <p class="hero__lead">{t::lead(locale)}</p>
                <div class="actions">
                    <ActionLink action=first/>
                    <a class="btn btn--quiet" href=routes::CATALOGUE>{t::see_catalogue(locale)}</a>
                </div>
            </div>
            {illustration(locale)}
        </section>
    }
}

/// The page that this reader most likely looks for.
fn first_action(person: Option<&Person>, locale: Locale) -> Action {
    let Some(person) = person else {
        return Action::primary(layout::sign_up(locale), routes::SIGN_UP);
    };
    match STAFF_AREAS.iter().find(|area| person.has(area.role)) {
        Some(area) => Action::primary((area.name)(locale), area.href),
        None => Action::primary(layout::my_applications(locale), routes::APPLICATIONS),
    }
}

/// A ticket that comes out of the slot in the counter.
fn illustration(locale: Locale) -> impl IntoView {
    view! {
        <div class="hero__art" aria-hidden="true">
            <div class="hero__slot"></div>
            <div class="ticket">
                <div class="ticket__head">
                    <div>
                        <p class="ticket__number">"2026-0417"</p>
                        <p class="ticket__title">{t::art_title(locale)}</p>
                        <p class="soft small">{terms::plan_trial(locale)}</p>
                    </div>
                    <span class="stamp stamp--good">{terms::state_approved(locale)}</span>
                </div>
                <hr class="tear"/>
                <div class="stub">
                    <div class="receipt">
                        <p class="soft small">{t::art_receipt(locale)}</p>
                        <pre translate="no">"x-client-auth: Basic bVE3dFcyeEtwOVpy…"</pre>
                    </div>
                </div>
            </div>
        </div>
    }
}

fn journey(locale: Locale) -> impl IntoView {
    view! {
        <section class="section">
            <div class="split">
                <h2>{t::journey(locale)}</h2>
                <a href=routes::ONBOARDING>{t::see_steps(locale)}</a>
            </div>
            <ol class="journey" role="list">
                {step(t::sign_up(locale), t::sign_up_text(locale))}
                {step(t::request(locale), t::request_text(locale))}
                {step(t::decision(locale), t::decision_text(locale))}
                {step(t::call(locale), t::call_text(locale))}
            </ol>
        </section>
    }
}

/// The APIs by what they are for, each area in the catalogue's order.
fn areas(catalogue: &Snapshot, locale: Locale) -> impl IntoView + use<> {
    let areas = catalogue
        .categories()
        .map(|category| area(catalogue, category, locale));
    view! {
        <section class="section" aria-labelledby="areas">
            <div class="split">
                <h2 id="areas">{t::areas(locale)}</h2>
                <a href=routes::CATALOGUE>{t::see_catalogue(locale)}</a>
            </div>
            <ul class="areas" role="list">{areas.collect_view()}</ul>
        </section>
    }
}

fn area(catalogue: &Snapshot, category: &Category, locale: Locale) -> impl IntoView + use<> {
    let apis: Vec<_> = catalogue
        .published()
        .filter(|api| api.category.slug == category.slug)
        .collect();
    let address = format!("{}?categoria={}", routes::CATALOGUE, category.slug);
    let name = category.name(locale).to_owned();
    let rest = (apis.len() > SHOWN).then(|| {
        let text = t::all_of_area(locale, &name, apis.len());
        view! { <p><a href=address.clone()>{text}</a></p> }
    });
    let links = apis.iter().take(SHOWN).map(|api| {
        let text = api.text(locale);
        let (name, summary) = (text.name.clone(), text.summary.clone());
        view! {
            <li>
                <a href=routes::fill(routes::API, &[&api.slug])>{name}</a>
                <p class="soft">{summary}</p>
            </li>
        }
    });
    view! {
        <li class="area">
            <h3><a href=address.clone()>{name.clone()}</a></h3>
            <ul role="list">{links.collect_view()}</ul>
            {rest}
        </li>
    }
}

fn step(name: &'static str, text: &'static str) -> impl IntoView {
    view! { <li><h3>{name}</h3><p>{text}</p></li> }
}
