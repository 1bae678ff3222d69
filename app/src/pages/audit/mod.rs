//! Administration: the audit trail.

mod event;
mod export;
mod filter;

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    Role,
    audit::{self, AuditEvent, SearchPage},
};
use leptos::prelude::*;
use locales::{Locale, audit as t, events};

use self::filter::{FilterForm, Filters};
use crate::{
    components::{AdministrationNav, Icon, LargeIcon, PageHead, Symbol, Time, action_name},
    forms::rows::{FormState, MistakeSummary, Typed},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    let site = site.get(ADMINISTRATOR, routes::AUDIT, show);
    export::routes(event::routes(site))
}

async fn show(visit: Visit, Query(typed): Query<Typed>) -> Result<Response, PageError> {
    let filters = Filters::read(&visit, typed).await?;
    if !filters.mistakes.is_empty() {
        let page = page(&visit, &filters, None);
        return Ok(page.unprocessable().into_response());
    }
    let found = audit::search(&visit.scope, &filters.wanted, filters.place()).await?;
    Ok(page(&visit, &filters, Some(&found)).into_response())
}

fn page(visit: &Visit, filters: &Filters, found: Option<&SearchPage>) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::title(locale), || {
        let form = FormState {
            typed: &filters.typed,
            mistakes: &filters.mistakes,
            locale,
        };
        view! {
            <AdministrationNav visit/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <MistakeSummary mistakes=&filters.mistakes current=routes::AUDIT locale/>
            <FilterForm form=&form/>
            {found.map(|found| results(visit, filters, found))}
        }
    })
}

fn results(visit: &Visit, filters: &Filters, found: &SearchPage) -> AnyView {
    let locale = visit.locale;
    if found.events.is_empty() {
        return view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Search/>
                <h2>{t::none_title(locale)}</h2>
                <p>{t::none(locale)}</p>
            </div>
        }
        .into_any();
    }
    let rows = found.events.iter().map(|event| row(visit, event));
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::action(locale)}</th>
                <th scope="col">{t::at(locale)}</th>
                <th scope="col">{t::actor(locale)}</th>
                <th scope="col">{t::subject(locale)}</th>
                <th scope="col">{t::address(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {pager(filters, found, locale)}
        {export::form(filters, locale)}
    }
    .into_any()
}

fn row(visit: &Visit, event: &AuditEvent) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::AUDIT_EVENT, &[&event.id]);
    let details = event.details.clone();
    view! {
        <tr>
            <td class="table__title">
                <a href=href>{what(event, locale)}</a>
                {details.map(|details| view! { <br/> <span class="soft small">{details}</span> })}
            </td>
            <td data-label=t::at(locale)><Time at=event.at visit/></td>
            <td data-label=t::actor(locale)>{who(event, locale)}</td>
            <td data-label=t::subject(locale)>
                {subject_kind(&event.subject_kind, locale)} " "
                <code class="small" translate="no">{event.subject_id.to_string()}</code>
            </td>
            <td data-label=t::address(locale)>
                {event.address.clone().unwrap_or_else(|| t::unknown(locale).to_owned())}
            </td>
        </tr>
    }
}

/// What was done. Another version of the portal may do what this one has no word for.
fn what(event: &AuditEvent, locale: Locale) -> &'static str {
    event.action().map_or_else(
        || events::other(locale),
        |action| action_name(action, locale),
    )
}

/// Who did it: a person by name, or else by the pseudonym that is left of one.
fn who(event: &AuditEvent, locale: Locale) -> String {
    let pseudonym = || event.actor_id.map(|id| id.to_string());
    let who = event.actor().or_else(pseudonym);
    who.unwrap_or_else(|| t::nobody(locale).to_owned())
}

/// What kind of thing an event is about.
fn subject_kind(kind: &str, locale: Locale) -> String {
    let word = match kind {
        "account" => t::of_account(locale),
        "group" => t::of_group(locale),
        "request" => t::of_request(locale),
        "application" => t::of_application(locale),
        "api" => t::of_api(locale),
        "signing-key" => t::of_signing_key(locale),
        "resource-server" => t::of_gateway(locale),
        "typed-account" => t::of_typed_account(locale),
        "typed-client" => t::of_typed_client(locale),
        "nobody" => t::of_nobody(locale),
        "job" => t::of_job(locale),
        "message" => t::of_message(locale),
        "incident" => t::of_incident(locale),
        "client" => t::of_client(locale),
        "webhook" => t::of_webhook(locale),
        "saved-reason" => t::of_saved_reason(locale),
        other => return other.to_owned(),
    };
    word.to_owned()
}

/// The way to the pages before and after, which keeps its place whatever comes in between.
fn pager(filters: &Filters, found: &SearchPage, locale: Locale) -> impl IntoView + use<> {
    let newer = found.newer.map(|place| filters.address(place));
    let older = found.older.map(|place| filters.address(place));
    let any = newer.is_some() || older.is_some();
    any.then(|| {
        view! {
            <nav class="pager" aria-label=t::pages(locale)>
                {newer.map(|href| view! {
                    <a class="btn btn--quiet btn--small" rel="prev" href=href>
                        <Icon symbol=Symbol::ArrowLeft/> {t::newer(locale)}
                    </a>
                })}
                {older.map(|href| view! {
                    <a class="btn btn--quiet btn--small" rel="next" href=href>
                        {t::older(locale)} <Icon symbol=Symbol::ArrowRight/>
                    </a>
                })}
            </nav>
        }
    })
}
