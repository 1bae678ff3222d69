//! The use of one application.

use axum::{extract::Query, response::Response};
use domain::{
    catalogue::Plan,
    ids::{ApplicationId, GroupId},
    requests::OpenPlanChange,
    usage::{self, QuotaView, Report},
};
use leptos::prelude::*;
use locales::{Locale, applications, usage as t};

use super::{
    csv, figures,
    statuses::StatusTable,
    window::{self, UsageQuery},
};
use crate::{
    components::{Breadcrumbs, LargeIcon, Notice, NoticeKind, QuotaMeter, Symbol, time},
    pages::applications::GroupApplication,
    routes,
    web::{Ids, Page, PageError, Visit, request_path},
};

/// From how much of a quota on its end is announced, in percent.
const LOW: u8 = 80;

pub(super) async fn show(
    visit: Visit,
    Ids((group, application)): Ids<(GroupId, ApplicationId)>,
    Query(query): Query<UsageQuery>,
) -> Result<Page, PageError> {
    let owner = GroupApplication::load(&visit, group, application).await?;
    let report = load(&visit, &owner, &query).await?;
    let quota = usage::quota_of(
        &visit.scope,
        visit.catalogue(),
        owner.application.application_id,
    )
    .await?;
    let locale = visit.locale;
    let title = t::title_of(locale, &owner.application.name);
    Ok(Page::new(&visit, title, || {
        let nothing = report.totals.calls == 0;
        let address = owner.address(routes::USE);
        view! {
            <Breadcrumbs locale crumbs=owner.crumbs(locale) here=t::title(locale)/>
            <UsageHead owner=&owner report=&report locale/>
            {quota.map(|quota| view! { <QuotaPanel quota=&quota owner=&owner visit=&visit/> })}
            <window::PeriodNav address=&address report=&report locale/>
            {nothing.then(|| empty(&owner, locale))}
            {(!nothing).then(|| view! {
                <figures::UsageReport report=&report visit=&visit/>
                <StatusTable report=&report api=Some(&owner.application.api) locale/>
            })}
        }
    }))
}

pub(super) async fn download(
    visit: Visit,
    Ids((group, application)): Ids<(GroupId, ApplicationId)>,
    Query(query): Query<UsageQuery>,
) -> Result<Response, PageError> {
    let owner = GroupApplication::load(&visit, group, application).await?;
    let report = load(&visit, &owner, &query).await?;
    Ok(csv::file(&report, &visit))
}

async fn load(
    visit: &Visit,
    owner: &GroupApplication,
    query: &UsageQuery,
) -> Result<Report, PageError> {
    let (id, zone) = (owner.application.application_id, visit.time_zone());
    let report = usage::report(&visit.scope, id, query.window(), query.keys(), zone).await?;
    report.ok_or(PageError::NotFound)
}

#[component]
fn UsageHead<'a>(
    owner: &'a GroupApplication,
    report: &'a Report,
    locale: Locale,
) -> impl IntoView + use<> {
    let file = window::period_address(&owner.address(routes::USE_CSV), report.window, report.keys);
    view! {
        <header class="page-head">
            <div>
                <h1>{t::title(locale)}</h1>
                <p class="page-head__lead">{owner.lead(locale)}</p>
            </div>
            <div class="actions">
                <a class="btn btn--quiet" href=owner.address(routes::CALLS)>{t::see_calls(locale)}</a>
                <a class="btn btn--quiet" href=file download="">{t::csv(locale)}</a>
            </div>
        </header>
    }
}

#[component]
fn QuotaPanel<'a>(
    quota: &'a QuotaView,
    owner: &'a GroupApplication,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    view! {
        <section class="panel" aria-label=t::quota(visit.locale)>
            <QuotaMeter quota visit/>
            <QuotaWarning quota owner visit/>
        </section>
    }
}

/// Says that the quota is used up or nearly so, and how to get more calls.
#[component]
fn QuotaWarning<'a>(
    quota: &'a QuotaView,
    owner: &'a GroupApplication,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    warning(quota, visit).map(|Warning { kind, title, text }| {
        let content = match &owner.application.plan_change {
            Some(request) => open_plan_change(request, locale).into_any(),
            None => view! { <NextPlan text owner locale/> }.into_any(),
        };
        view! { <Notice kind title content/> }
    })
}

struct Warning {
    kind: NoticeKind,
    title: &'static str,
    text: String,
}

fn warning(quota: &QuotaView, visit: &Visit) -> Option<Warning> {
    let locale = visit.locale;
    let of_trial = quota.plan == Plan::Trial;
    let said = |trial: &'static str, plan: &'static str| if of_trial { trial } else { plan };
    let renewal = quota.ends_at.filter(|_| quota.renews);
    let renewal = renewal.map(|end| time::date(end, visit));
    let no_more = || said(t::no_more(locale), t::plan_no_more(locale)).to_owned();
    if quota.is_over(visit.scope.now()) {
        Some(Warning {
            kind: NoticeKind::Bad,
            title: said(t::ended_title(locale), t::plan_ended_title(locale)),
            text: no_more(),
        })
    } else if quota.left() == 0 {
        Some(Warning {
            kind: NoticeKind::Bad,
            title: said(t::exhausted_title(locale), t::plan_exhausted_title(locale)),
            text: renewal.map_or_else(no_more, |day| t::until_renewal(locale, day)),
        })
    } else if quota.percent() >= LOW {
        let low = || said(t::low(locale), t::plan_low(locale)).to_owned();
        Some(Warning {
            kind: NoticeKind::Wait,
            title: said(t::low_title(locale), t::plan_low_title(locale)),
            text: renewal.map_or_else(low, |day| t::low_until_renewal(locale, day)),
        })
    } else {
        None
    }
}

/// The link to a plan change that was requested already.
fn open_plan_change(request: &OpenPlanChange, locale: Locale) -> impl IntoView + use<> {
    let href = request_path(request.id);
    let follow = view! { <a href=href>{applications::follow(locale)}</a> };
    view! { <p>{t::plan_change_asked(locale)} " · " {follow}</p> }
}

#[component]
fn NextPlan<'a>(
    text: String,
    owner: &'a GroupApplication,
    locale: Locale,
) -> impl IntoView + use<> {
    let application = &owner.application;
    let (href, label) = if application.plan == Plan::PayPerUse {
        (routes::CONTACT.to_owned(), t::contact(locale))
    } else if application.api.offer(Plan::PayPerUse).is_some() {
        (
            owner.address(routes::PLAN_CHANGE),
            applications::ask_pay_per_use(locale),
        )
    } else {
        (owner.ticket(), t::to_application(locale))
    };
    view! {
        <p>{text}</p>
        <p><a href=href>{label}</a></p>
    }
}

fn empty(owner: &GroupApplication, locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Clock/>
            <h2>{t::empty_title(locale)}</h2>
            <p>{t::empty(locale)}</p>
            <div class="actions"><a class="btn" href=owner.ticket()>{t::to_application(locale)}</a></div>
        </div>
    }
}
