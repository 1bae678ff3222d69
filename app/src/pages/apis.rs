//! Administration: every API of the portal, drafts among them.

mod categories;
mod compare;
mod editor;
mod one;
mod problems;
mod state_form;

use chrono::NaiveDate;
use domain::{
    Role,
    catalogue::{self, ApiState, ApiSummary, Category, Snapshot},
    dates,
};
use leptos::prelude::*;
use locales::{Locale, api_draft as d, api_editor as e, apis as t, categories as c};

use crate::{
    components::{AdministrationNav, LargeIcon, Symbol},
    islands::functions::PreviewArticle,
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);
/// How an empty portal is filled.
const IMPORT: &str = "balcao catalogue import catalogo";

pub fn routes(site: Site) -> Site {
    let site = site.get(ADMINISTRATOR, routes::APIS, show);
    site.function::<PreviewArticle>(ADMINISTRATOR).merge([
        one::routes,
        editor::routes,
        categories::routes,
        compare::routes,
    ])
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let locale = visit.locale;
    let apis = catalogue::all(&visit.scope).await?;
    let snapshot = visit.catalogue().current();
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if apis.is_empty() {
            no_apis(locale).into_any()
        } else {
            view! { <ApiTable apis=&apis catalogue=&snapshot locale/> }.into_any()
        };
        view! {
            <AdministrationNav visit=&visit/>
            <header class="page-head">
                <div>
                    <h1>{t::title(locale)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                </div>
                <div class="actions">
                    <a class="btn" href=routes::API_NEW>{e::new_api(locale)}</a>
                    <a class="btn btn--quiet" href=routes::CATEGORIES>{c::categories(locale)}</a>
                </div>
            </header>
            {list}
        }
    }))
}

fn no_apis(locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Search/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
            <p><code translate="no">{IMPORT}</code></p>
        </div>
    }
}

#[component]
fn ApiTable<'a>(
    apis: &'a [ApiSummary],
    catalogue: &'a Snapshot,
    locale: Locale,
) -> impl IntoView + use<> {
    let rows = apis
        .iter()
        .map(|api| view! { <ApiRow api catalogue locale/> })
        .collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::api(locale)}</th>
                <th scope="col">{t::version(locale)}</th>
                <th scope="col">{t::category(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn ApiRow<'a>(
    api: &'a ApiSummary,
    catalogue: &'a Snapshot,
    locale: Locale,
) -> impl IntoView + use<> {
    let name = match api.name.text_for(locale) {
        "" => api.slug.clone(),
        name => name.to_owned(),
    };
    view! {
        <tr>
            <td class="table__title"><a href=routes::fill(routes::API_ADMINISTRATION, &[&api.slug])>{name}</a></td>
            <td data-label=t::version(locale)><span class="mono">{api.version.clone()}</span></td>
            <td data-label=t::category(locale)>{category(&api.category, catalogue, locale)}</td>
            <td data-label=t::state(locale)>
                <StateStamp state=api.state sunset_on=api.sunset_on locale/>
                {api.is_drafted.then(|| view! { " " <span class="stamp stamp--draft">{d::unpublished(locale)}</span> })}
            </td>
        </tr>
    }
}

/// The name of a category; its slug while no API that readers see is of it.
fn category(slug: &str, catalogue: &Snapshot, locale: Locale) -> String {
    let known = catalogue.categories().find(|it| it.slug == slug);
    known
        .map_or(slug, |it: &Category| it.name(locale))
        .to_owned()
}

/// What an API's state is called.
const fn state_name(state: ApiState, locale: Locale) -> &'static str {
    match state {
        ApiState::Draft => t::draft(locale),
        ApiState::Published => t::published(locale),
        ApiState::Deprecated => t::deprecated(locale),
        ApiState::Retired => t::retired(locale),
        ApiState::Withdrawn => t::withdrawn(locale),
    }
}

/// The state as a stamp, with the last day of one that is about to end.
#[component]
fn StateStamp(state: ApiState, sunset_on: Option<NaiveDate>, locale: Locale) -> impl IntoView {
    let class = match state {
        ApiState::Draft => "stamp stamp--draft",
        ApiState::Published => "stamp stamp--good",
        ApiState::Deprecated => "stamp stamp--paused",
        ApiState::Retired => "stamp stamp--bad",
        ApiState::Withdrawn => "stamp stamp--off",
    };
    let until = sunset_on.map(|day| t::until(locale, dates::day(day, locale)));
    view! { <span class=class>{state_name(state, locale)}</span> " " {until} }
}
