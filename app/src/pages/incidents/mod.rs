//! Administration: the incidents that readers are told of.

mod facts;
mod note;
mod one;
mod words;

use axum::extract::Query;
use domain::{
    Cursor, Page as PageOf, Role,
    status::{self, Incident, Phase},
};
use leptos::prelude::*;
use locales::{Locale, incidents as t};
use serde::Deserialize;

use crate::{
    components::{AdministrationNav, IncidentStamp, Pagination, Time, other_language, stage_name},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::INCIDENTS, show).merge([
        facts::routes,
        one::routes,
        note::routes,
    ])
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    /// Where the page of those that are over starts.
    depois: String,
}

impl Place {
    fn cursor(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }
}

async fn show(visit: Visit, Query(place): Query<Place>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let past = status::past(&visit.scope, place.cursor()).await?;
    let snapshot = visit.app.services.status.current();
    let in_phase = |phase| {
        let incidents = snapshot.in_phase(phase, visit.scope.now());
        incidents.collect::<Vec<_>>()
    };
    let (open, planned) = (in_phase(Phase::Open), in_phase(Phase::Planned));
    Ok(Page::new(&visit, t::title(locale), || {
        view! {
            <AdministrationNav visit=&visit/>
            <header class="page-head">
                <div>
                    <h1>{t::title(locale)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                </div>
                <div class="actions">
                    <a class="btn" href=routes::INCIDENT_NEW>{t::new(locale)}</a>
                    <a class="btn btn--quiet" href=routes::STATUS>{t::see_status(locale)}</a>
                </div>
            </header>
            <List title=t::open(locale) none=t::none_open(locale) incidents=open visit=&visit/>
            <List title=t::planned(locale) none=t::none_planned(locale) incidents=planned visit=&visit/>
            <Past past=&past place=&place visit=&visit/>
        }
    }))
}

#[component]
fn Past<'a>(
    past: &'a PageOf<Incident>,
    place: &'a Place,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let next = past
        .next
        .map(|cursor| format!("{}?depois={cursor}", routes::INCIDENTS));
    let first = place.cursor().map(|_| routes::INCIDENTS.to_owned());
    let incidents = past.items.iter().collect();
    view! {
        <List title=t::past(locale) none=t::none_past(locale) incidents visit/>
        <Pagination locale first next/>
    }
}

#[component]
fn List<'a>(
    title: &'static str,
    none: &'static str,
    incidents: Vec<&'a Incident>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let content = if incidents.is_empty() {
        view! { <p class="soft">{none}</p> }.into_any()
    } else {
        table(title, &incidents, visit).into_any()
    };
    view! { <section class="section"><h2>{title}</h2>{content}</section> }
}

fn table(title: &'static str, incidents: &[&Incident], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = incidents.iter().map(|incident| row(incident, visit));
    view! {
        <table class="table">
            <caption class="visually-hidden">{title}</caption>
            <thead><tr>
                <th scope="col">{t::incident(locale)}</th>
                <th scope="col">{t::kind(locale)}</th>
                <th scope="col">{t::stage(locale)}</th>
                <th scope="col">{t::begin(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(incident: &Incident, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let title = incident.title.text_for(locale).to_owned();
    let lang = other_language(&incident.title, locale);
    view! {
        <tr>
            <td class="table__title"><a href=address(incident) lang=lang>{title}</a></td>
            <td data-label=t::kind(locale)><IncidentStamp kind=incident.kind locale/></td>
            <td data-label=t::stage(locale)>{stage_name(incident.stage(), locale)}</td>
            <td data-label=t::begin(locale)><Time at=incident.begins_at visit/></td>
        </tr>
    }
}

fn address(incident: &Incident) -> String {
    routes::fill(routes::INCIDENT, &[&incident.id])
}

/// The fields that all forms of incidents have.
const REVISION: &str = "revisao";

fn seen(revision: i32) -> impl IntoView {
    view! { <input type="hidden" name=REVISION value=revision.to_string()/> }
}

const fn kind_means(kind: status::IncidentKind, locale: Locale) -> &'static str {
    match kind {
        status::IncidentKind::Interruption => t::interruption_means(locale),
        status::IncidentKind::Degradation => t::degradation_means(locale),
        status::IncidentKind::Maintenance => t::maintenance_means(locale),
    }
}
