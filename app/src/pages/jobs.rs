//! Administration: what the portal has yet to do, and what it gave up.

mod drop;

use axum::{extract::Query, response::Response};
use domain::{
    Cursor, Error, Role,
    ids::JobId,
    jobs::{self, Backlog, JobState, QueuedJob, Topic},
};
use leptos::prelude::*;
use locales::{Locale, jobs as t, number};
use serde::Deserialize;

use crate::{
    components::{
        AdministrationNav, LargeIcon, LocalNav, NavLink, PageHead, Pagination, Symbol, Time,
    },
    routes,
    web::{Access, Flash, Ids, Page, PageError, Site, Visit, see_other_with},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    let site =
        site.get(ADMINISTRATOR, routes::JOBS, show)
            .post(ADMINISTRATOR, routes::JOB_RETRY, retry);
    drop::routes(site)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Filter {
    estado: String,
    /// Where the page starts.
    depois: String,
}

impl Filter {
    /// The state that is asked for: only jobs that were given up, or all.
    fn state(&self) -> Option<JobState> {
        (self.estado == GIVEN_UP).then_some(JobState::Dead)
    }

    fn cursor(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }

    fn address(&self) -> String {
        match self.state() {
            Some(_) => given_up_address(),
            None => routes::JOBS.to_owned(),
        }
    }

    fn next(&self, cursor: Cursor) -> String {
        let address = self.address();
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}depois={cursor}")
    }
}

const GIVEN_UP: &str = "abandonadas";

fn given_up_address() -> String {
    format!("{}?estado={GIVEN_UP}", routes::JOBS)
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let found = jobs::list(&visit.scope, filter.state(), filter.cursor()).await?;
    let backlog = jobs::backlog(&visit.scope.portal).await?;
    let next = found.next.map(|cursor| filter.next(cursor));
    let first = filter.cursor().map(|_| filter.address());
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if found.items.is_empty() {
            no_jobs(locale).into_any()
        } else {
            table(&visit, &found.items).into_any()
        };
        view! {
            <AdministrationNav visit=&visit/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <JobFilter filter=&filter backlog locale/>
            {list}
            <Pagination locale first next/>
        }
    }))
}

#[component]
fn JobFilter<'a>(filter: &'a Filter, backlog: Backlog, locale: Locale) -> impl IntoView + use<> {
    let dead = filter.state().is_some();
    let links = vec![
        NavLink::new(routes::JOBS, t::all(locale)).current(!dead),
        NavLink::new(
            given_up_address(),
            t::given_up(locale, number::count(backlog.dead, locale)),
        )
        .current(dead),
    ];
    view! {
        <LocalNav label=t::filter(locale) links/>
        <p class="soft">{t::waiting(locale, number::count(backlog.waiting, locale))}</p>
    }
}

fn no_jobs(locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Check/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
        </div>
    }
}

fn table(visit: &Visit, jobs: &[QueuedJob]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = jobs.iter().map(|job| row(visit, job)).collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::kind(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
                <th scope="col">{t::since(locale)}</th>
                <th scope="col">{t::attempts(locale)}</th>
                <th scope="col">{t::last_error(locale)}</th>
                <th scope="col">{t::actions(locale)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(visit: &Visit, job: &QueuedJob) -> impl IntoView + use<> {
    let locale = visit.locale;
    let error = match job.last_error.clone() {
        Some(error) => view! { <code translate="no">{error}</code> }.into_any(),
        None => t::no_error(locale).into_any(),
    };
    view! {
        <tr>
            <td class="table__title">{topic(job.topic, locale)}</td>
            <td data-label=t::state(locale)>{stamp(job.state, locale)}</td>
            <td data-label=t::since(locale)><Time at=job.created_at visit/></td>
            <td data-label=t::attempts(locale)>{job.attempts}</td>
            <td data-label=t::last_error(locale)>{error}</td>
            <td data-label=t::actions(locale)>{job_actions(job, locale)}</td>
        </tr>
    }
}

fn job_actions(job: &QueuedJob, locale: Locale) -> impl IntoView + use<> {
    // A job that is running can be neither retried nor dropped.
    let idle = job.state != JobState::Running;
    let (retry, drop) = (
        routes::fill(routes::JOB_RETRY, &[&job.id]),
        routes::fill(routes::JOB_DROP, &[&job.id]),
    );
    let kind = topic(job.topic, locale);
    idle.then(|| {
        view! {
            <form method="post" action=retry>
                <button class="btn btn--quiet btn--small" aria-label=t::retry_this(locale, kind)>{t::retry(locale)}</button>
            </form>
            <a class="btn btn--quiet btn--small" href=drop aria-label=t::drop_this(locale, kind)>{t::drop(locale)}</a>
        }
    })
}

fn stamp(state: JobState, locale: Locale) -> impl IntoView + use<> {
    let (class, word) = match state {
        JobState::Queued => ("stamp stamp--wait", t::queued(locale)),
        JobState::Running => ("stamp stamp--good", t::running(locale)),
        JobState::Dead => ("stamp stamp--bad", t::dead(locale)),
    };
    view! { <span class=class>{word}</span> }
}

/// What a job is about. A job that another version of the portal queued is of an unknown kind.
const fn topic(topic: Topic, locale: Locale) -> &'static str {
    match topic {
        Topic::Registration => t::register(locale),
        Topic::Reset => t::request_reset(locale),
        Topic::LinkMail => t::link_mail(locale),
        Topic::AccountMail => t::account_mail(locale),
        Topic::GroupMail => t::group_mail(locale),
        Topic::RequestMail => t::request_mail(locale),
        Topic::AccessMail => t::access_mail(locale),
        Topic::KeyMail => t::key_mail(locale),
        Topic::QuotaMail => t::quota_mail(locale),
        Topic::MessageMail => t::message_mail(locale),
        Topic::Announcement => t::announcement(locale),
        Topic::NewsMail => t::news_mail(locale),
        Topic::WebhookMail => t::webhook_mail(locale),
        Topic::Event => t::event(locale),
        Topic::Webhook => t::webhook(locale),
        Topic::Unknown => t::other(locale),
    }
}

async fn retry(visit: Visit, Ids(id): Ids<JobId>) -> Result<Response, PageError> {
    let done = jobs::retry(&visit.scope, id).await;
    answer(&visit, done, Flash::JobRetried)
}

/// Leads back to the list. A job that was done meanwhile is told as such, not as an error.
fn answer(visit: &Visit, done: Result<(), Error>, flash: Flash) -> Result<Response, PageError> {
    let flash = match done {
        Ok(()) => flash,
        Err(Error::NotFound(_)) => Flash::JobGone,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other_with(routes::JOBS, flash, visit))
}
