//! "Situação do portal": how the portal and its APIs work, what is told of incidents that are open,
//! what maintenance is planned, and what happened lately.

mod feed;
mod markdown;
mod report;

use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::{
    dates,
    status::{Affected, ComponentState, Incident, IncidentNote, Phase},
};
use leptos::prelude::*;
use locales::{Locale, status as t};

use self::report::{Component, Report};
use crate::{
    components::{
        ComponentStamp, IncidentStamp, PageHead, Paragraphs, Time, incident_anchor, incident_times,
        other_language, stage_name,
    },
    routes,
    web::{ATOM, Access::Anyone, Page, Public, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::STATUS, show)
        .get(Anyone, routes::STATUS_MARKDOWN, markdown::show)
        .get(Anyone, routes::STATUS_FEED, feed::show)
}

async fn show(visit: Visit) -> Response {
    let report = Report::of(&visit).await;
    if visit.wants_markdown {
        return markdown::answer(&report, &visit);
    }
    let locale = visit.locale;
    let page = Page::new(&visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <Now report=&report visit=&visit/>
            <Incidents title=t::open(locale) phase=Phase::Open report=&report visit=&visit/>
            <Incidents title=t::planned(locale) phase=Phase::Planned report=&report visit=&visit/>
            <History report=&report visit=&visit/>
            <p class="small"><a href=routes::STATUS_FEED type=ATOM>{t::feed(locale)}</a></p>
        }
    });
    page.described(t::lead(locale))
        .with_feed(routes::STATUS_FEED.to_owned(), t::title(locale))
        .public(Public::at(routes::STATUS).as_markdown(routes::STATUS_MARKDOWN))
        .into_response()
}

/// In a few words, how everything is.
const fn summary(worst: ComponentState, locale: Locale) -> &'static str {
    match worst {
        ComponentState::Operating => t::all_operating(locale),
        ComponentState::Maintenance => t::some_maintenance(locale),
        ComponentState::Degraded => t::some_degraded(locale),
        ComponentState::Interrupted => t::some_interrupted(locale),
    }
}

#[component]
fn Now<'a>(report: &'a Report, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let components = report.components(locale);
    let worst = components.iter().map(|it| it.state).max();
    let rows = components.into_iter().map(|it| component(it, locale));
    let as_of = t::as_of(
        locale,
        dates::date_time(report.now, visit.time_zone(), locale),
    );
    view! {
        <section class="section" aria-labelledby="agora">
            <h2 id="agora">{summary(worst.unwrap_or_default(), locale)}</h2>
            <p class="soft small">{as_of}</p>
            <ul class="lines" role="list">{rows.collect_view()}</ul>
        </section>
    }
}

fn component(component: Component, locale: Locale) -> impl IntoView {
    let Component {
        id,
        name,
        href,
        state,
        text,
    } = component;
    let name = match href {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <li id=id>
            <div>
                <p><strong>{name}</strong></p>
                {text.map(|text| view! { <p class="soft small">{text}</p> })}
            </div>
            <ComponentStamp state locale/>
        </li>
    }
}

/// Those in a phase; nothing where there are none.
#[component]
fn Incidents<'a>(
    title: &'static str,
    phase: Phase,
    report: &'a Report,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let incidents = report.in_phase(phase);
    let incidents = incidents.map(|incident| view! { <Told incident report visit/> });
    let incidents: Vec<_> = incidents.collect();
    (!incidents.is_empty()).then(|| {
        view! { <section class="section stack"><h2>{title}</h2>{incidents}</section> }
    })
}

/// What happened, day by day.
#[component]
fn History<'a>(report: &'a Report, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let days = report.history(visit.time_zone());
    let is_empty = days.is_empty();
    let days = days
        .into_iter()
        .map(|(day, incidents)| view! { <Day day incidents report visit/> });
    view! {
        <section class="section stack">
            <h2>{t::history(locale)}</h2>
            {is_empty.then(|| view! { <p class="soft">{t::none(locale)}</p> })}
            {days.collect_view()}
        </section>
    }
}

#[component]
fn Day<'a>(
    day: NaiveDate,
    incidents: Vec<&'a Incident>,
    report: &'a Report,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let words = dates::day(day, visit.locale);
    let incidents = incidents
        .into_iter()
        .map(|incident| view! { <Told incident level=4 report visit/> });
    view! {
        <section class="stack">
            <h3><time datetime=day.to_string()>{words}</time></h3>
            {incidents.collect_view()}
        </section>
    }
}

/// An incident with its notes, the latest first.
#[component]
fn Told<'a>(
    incident: &'a Incident,
    /// Of its heading.
    #[prop(default = 3)]
    level: u8,
    report: &'a Report,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let title = incident.title.text_for(locale).to_owned();
    let lang = other_language(&incident.title, locale);
    let label = t::notes(locale, &title);
    let heading = match level {
        3 => view! { <h3 lang=lang>{title}</h3> }.into_any(),
        _ => view! { <h4 lang=lang>{title}</h4> }.into_any(),
    };
    let notes = incident.notes.iter().rev().map(|it| note(it, visit));
    view! {
        <article class="panel incident" id=incident_anchor(incident)>
            <header class="incident__head">{heading} <IncidentStamp kind=incident.kind locale/></header>
            <p class="soft small">
                {incident_times(incident, visit)} " · " {t::affects(locale)} ": "
                {affected(incident, report, locale)}
            </p>
            <ol class="timeline" role="list" aria-label=label>{notes.collect_view()}</ol>
        </article>
    }
}

/// What an incident concerns, as far as the reader may see it.
fn affected(incident: &Incident, report: &Report, locale: Locale) -> String {
    match incident.affected {
        Affected::WholePortal => t::whole_portal(locale).to_owned(),
        Affected::Apis(_) => {
            let apis = report.affected(incident);
            let names = apis.map(|api| api.text(locale).name.as_str());
            locales::names::joined(&names.collect::<Vec<_>>(), locale)
        }
    }
}

fn note(note: &IncidentNote, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let lang = other_language(&note.text, locale);
    let corrected = note.corrected_at.map(|at| {
        let words = t::corrected(locale, dates::date_time(at, visit.time_zone(), locale));
        view! { " · " {words} }
    });
    view! {
        <li>
            <p><strong>{stage_name(note.stage, locale)}</strong></p>
            <div lang=lang><Paragraphs text=note.text.text_for(locale)/></div>
            <p class="soft small"><Time at=note.written_at visit/> {corrected}</p>
        </li>
    }
}
