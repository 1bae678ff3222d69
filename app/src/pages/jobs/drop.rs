//! Discarding a job, once more asked.

use axum::response::{IntoResponse, Response};
use domain::{ids::JobId, jobs};
use leptos::prelude::*;
use locales::{common, jobs as t};

use super::{ADMINISTRATOR, answer, topic};
use crate::{
    components::{Breadcrumbs, Crumb, PageHead},
    routes,
    web::{Flash, Ids, Page, PageError, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::JOB_DROP, ask)
        .post(ADMINISTRATOR, routes::JOB_DROP, carry_out)
}

async fn ask(visit: Visit, Ids(id): Ids<JobId>) -> Result<Response, PageError> {
    let locale = visit.locale;
    let Some(job) = jobs::find(&visit.scope, id).await? else {
        return Ok(see_other_with(routes::JOBS, Flash::JobGone, &visit));
    };
    let title = t::drop_title(locale);
    let kind = topic(job.topic, locale);
    let page = Page::new(&visit, title, || {
        view! {
            <Breadcrumbs locale crumbs=vec![Crumb::new(routes::JOBS, t::title(locale))] here=kind/>
            <PageHead title lead=t::drop_lead(locale)/>
            <form class="actions" method="post">
                <button class="btn btn--danger">{t::drop(locale)}</button>
                <a class="btn btn--quiet" href=routes::JOBS>{common::back(locale)}</a>
            </form>
        }
    });
    Ok(page.into_response())
}

async fn carry_out(visit: Visit, Ids(id): Ids<JobId>) -> Result<Response, PageError> {
    let done = jobs::drop_job(&visit.scope, id).await;
    answer(&visit, done, Flash::JobDropped)
}
