//! The first page: what this is, how it goes, and what to do next.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use domain::Person;
use leptos::prelude::*;
use locales::{Locale, home as t, layout, terms};

use super::{catalogue::ApiCards, facts, llms};
use crate::{
    components::{Action, ActionLink, STAFF_AREAS},
    routes,
    web::{Access::Anyone, Page, Plain, Public, Site, Visit},
};

/// How many APIs are shown; the catalogue has them all.
const SHOWN: usize = 3;

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::HOME, show)
}

async fn show(visit: Visit) -> Response {
    if visit.wants_markdown {
        return Plain::markdown(llms::home(&visit)).into_response();
    }
    let locale = visit.locale;
    let catalogue = visit.catalogue().current();
    Page::new(&visit, t::title(locale), || {
        view! {
            {hero(visit.person(), locale)}
            {journey(locale)}
            {(catalogue.published().next().is_some()).then(|| view! {
                <section class="section" aria-labelledby="apis">
                    <div class="split">
                        <h2 id="apis">{t::some_apis(locale)}</h2>
                        <a href=routes::CATALOGUE>{t::see_catalogue(locale)}</a>
                    </div>
                    <ApiCards apis=catalogue.published().take(SHOWN).map(Arc::as_ref).collect() locale/>
                </section>
            })}
        }
    })
    .described(t::lead(locale))
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
            <h2>{t::journey(locale)}</h2>
            <ol class="journey" role="list">
                {step(t::sign_up(locale), t::sign_up_text(locale))}
                {step(t::request(locale), t::request_text(locale))}
                {step(t::decision(locale), t::decision_text(locale))}
                {step(t::call(locale), t::call_text(locale))}
            </ol>
        </section>
    }
}

fn step(name: &'static str, text: &'static str) -> impl IntoView {
    view! { <li><h3>{name}</h3><p>{text}</p></li> }
}
