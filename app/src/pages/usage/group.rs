//! The use of all applications of a group.

use axum::{extract::Query, response::Response};
use domain::{
    groups::Group,
    ids::GroupId,
    usage::{self, GroupReport, Report},
};
use leptos::prelude::*;
use locales::{Locale, number, usage as t};

use super::{
    csv, figures, numbers,
    owner::{find_group, group_address, my_applications},
    statuses::StatusTable,
    window::{self, UsageQuery},
};
use crate::{
    components::{Breadcrumbs, Crumb, LargeIcon, Symbol},
    routes,
    web::{Ids, Page, PageError, Visit},
};

pub(super) async fn show(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    Query(query): Query<UsageQuery>,
) -> Result<Page, PageError> {
    let group = find_group(&visit.scope, id).await?;
    let found = load(&visit, &group, &query).await?;
    let locale = visit.locale;
    Ok(Page::new(&visit, t::title_of(locale, &group.name), || {
        let report = &found.report;
        let nothing = report.totals.calls == 0;
        let address = routes::fill(routes::GROUP_USE, &[&group.id]);
        let crumbs = vec![
            my_applications(locale),
            Crumb::new(group_address(group.id), group.name.clone()),
        ];
        view! {
            <Breadcrumbs locale crumbs here=t::title(locale)/>
            <GroupUsageHead group=&group report locale/>
            <window::PeriodNav address=&address report locale/>
            {nothing.then(|| empty(&group, locale))}
            {(!nothing).then(|| view! {
                <figures::UsageReport report visit=&visit/>
                <ApplicationUse found=&found group=&group locale/>
                <StatusTable report api=None locale/>
            })}
        }
    }))
}

pub(super) async fn download(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    Query(query): Query<UsageQuery>,
) -> Result<Response, PageError> {
    let group = find_group(&visit.scope, id).await?;
    let found = load(&visit, &group, &query).await?;
    Ok(csv::file(&found.report, &visit))
}

async fn load(visit: &Visit, group: &Group, query: &UsageQuery) -> Result<GroupReport, PageError> {
    let (window, keys, zone) = (query.window(), query.keys(), visit.time_zone());
    let found = usage::group_report(
        &visit.scope,
        visit.catalogue(),
        group.id,
        window,
        keys,
        zone,
    )
    .await?;
    found.ok_or(PageError::NotFound)
}

#[component]
fn GroupUsageHead<'a>(
    group: &'a Group,
    report: &'a Report,
    locale: Locale,
) -> impl IntoView + use<> {
    let file = routes::fill(routes::GROUP_USE_CSV, &[&group.id]);
    let file = window::period_address(&file, report.window, report.keys);
    view! {
        <header class="page-head">
            <div>
                <h1>{t::title(locale)}</h1>
                <p class="page-head__lead">{group.name.clone()}</p>
            </div>
            <div class="actions">
                <a class="btn btn--quiet" href=file download="">{t::csv(locale)}</a>
            </div>
        </header>
    }
}

#[component]
fn ApplicationUse<'a>(
    found: &'a GroupReport,
    group: &'a Group,
    locale: Locale,
) -> impl IntoView + use<> {
    let report = &found.report;
    let rows = found.applications.iter().map(|used| {
        let address = routes::fill(routes::USE, &[&group.id, &used.application.application_id]);
        let address = window::period_address(&address, report.window, report.keys);
        let figures = &used.figures;
        view! {
            <tr>
                <th scope="row" class="grid__words">
                    <a href=address>{used.application.name.clone()}</a>
                </th>
                <td>{number::count(figures.calls, locale)}</td>
                <td>{number::count(figures.errors, locale)}</td>
                <td>{numbers::millis(figures.p50, locale)}</td>
                <td>{numbers::millis(figures.p95, locale)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section">
            <h2>{t::by_application(locale)}</h2>
            <div class="numbers__scroll" tabindex="0" role="region" aria-label=t::by_application(locale)>
                <table class="grid">
                    <thead><tr>
                        <th scope="col" class="grid__words">{t::application(locale)}</th>
                        <th scope="col">{t::calls(locale)}</th>
                        <th scope="col">{t::failed(locale)}</th>
                        <th scope="col">{t::median_ms(locale)}</th>
                        <th scope="col">{t::p95_ms(locale)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn empty(group: &Group, locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Clock/>
            <h2>{t::empty_title(locale)}</h2>
            <p>{t::group_empty(locale)}</p>
            <div class="actions"><a class="btn" href=group_address(group.id)>{t::to_group(locale)}</a></div>
        </div>
    }
}
