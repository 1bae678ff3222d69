//! Terms that changed since somebody agreed to them: asked for once after signing in, on the way to
//! where they were going.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::accounts::{self, AcceptError, Profile};
use leptos::prelude::*;
use locales::{layout, terms_accept as t};
use serde::Deserialize;

use super::session_start;
use crate::{
    components::{PageHead, time},
    forms::{ReturnQuery, ReturnToField},
    routes,
    web::{
        Access::Member, Page, PageError, PostedForm, Site, Visit, add_return_to, local_path,
        see_other,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::TERMS_ACCEPT, show)
        .post(Member, routes::TERMS_ACCEPT, accept)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// The version that the page showed.
    version: String,
    #[serde(rename = "continuar")]
    return_to: String,
}

async fn show(
    visit: Visit,
    Query(ReturnQuery { return_to }): Query<ReturnQuery>,
) -> Result<Response, PageError> {
    let profile = accounts::profile(&visit.scope).await?;
    let on = onward(&visit, &return_to).await?;
    if profile.consent.terms_version == in_force(&visit) {
        return Ok(see_other(&on));
    }
    Ok(page(&visit, &profile, &on).into_response())
}

async fn accept(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let on = onward(&visit, &form.return_to).await?;
    match accounts::accept_terms(&visit.scope, &form.version).await {
        Ok(()) => Ok(see_other(&on)),
        Err(AcceptError::Outdated) => Ok(see_other(&add_return_to(routes::TERMS_ACCEPT, &on))),
        Err(AcceptError::Common(error)) => Err(error.into()),
    }
}

/// Where the reader was going, or where they start.
async fn onward(visit: &Visit, return_to: &str) -> Result<String, PageError> {
    let start = match (local_path(return_to), visit.person()) {
        (Some(path), _) => path,
        (None, Some(person)) => session_start::landing(&visit.scope, person).await?,
        (None, None) => routes::HOME,
    };
    Ok(start.to_owned())
}

fn in_force(visit: &Visit) -> &str {
    &visit.app.services.portal.settings.terms_version
}

fn page(visit: &Visit, profile: &Profile, on: &str) -> Page {
    let locale = visit.locale;
    let version = in_force(visit).to_owned();
    let given_at = time::date(profile.consent.given_at, visit);
    let before = t::before(locale, &profile.consent.terms_version, given_at);
    Page::new(visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <form class="form" method="post">
                <p>{before} " " {t::now(locale, &version)}</p>
                <ul>
                    <li><a href=routes::TERMS>{layout::terms(locale)}</a></li>
                    <li><a href=routes::PRIVACY>{layout::privacy(locale)}</a></li>
                </ul>
                <input type="hidden" name="version" value=version.clone()/>
                <ReturnToField return_to=on/>
                <div class="actions">
                    <button class="btn">{t::accept(locale)}</button>
                    <a class="btn btn--quiet" href=on.to_owned()>{t::later(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}
