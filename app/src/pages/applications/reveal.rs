//! Showing a secret key: asked for by a form, so that nobody does it by following a link.

use axum::{extract::Path, response::Response};
use domain::{
    credentials,
    ids::{ApplicationId, GroupId},
};
use locales::applications as t;
use serde::Deserialize;

use super::{
    application::Shown,
    group::{GroupPage, content},
};
use crate::{
    routes,
    web::{Access::Member, Page, PageError, Posted, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::REVEAL, back)
        .post(Member, routes::REVEAL, reveal)
}

/// Where the form goes; the browser then shows the application it is about.
pub(super) fn path(group: GroupId, application: ApplicationId) -> String {
    format!(
        "{}#{application}",
        routes::fill(routes::REVEAL, &[&group, &application])
    )
}

/// The group with one application unfolded and no secret shown.
#[must_use]
pub fn unfolded(group: GroupId, application: ApplicationId) -> String {
    let page = routes::fill(routes::GROUP, &[&group]);
    format!("{page}?aplicacao={application}#{application}")
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// Which of the secret keys; the newest when it is none in particular.
    secret: String,
}

/// The same page of the group, with a secret key of one of its applications.
async fn reveal(
    visit: Visit,
    Path((group, id)): Path<(String, String)>,
    Posted(form): Posted<Form>,
) -> Result<Page, PageError> {
    let group = GroupPage::load(&visit.scope, &group).await?;
    let application = group.application(&id)?;
    let newest = application.secrets.first().map(|secret| secret.id);
    let secret = form.secret.parse().ok().or(newest);
    let secret = secret.ok_or(PageError::NotFound)?;
    let revealed = credentials::reveal(&visit.scope, application.id, secret).await?;
    let title = t::keys_of(visit.locale, &application.name);
    let shown = Shown::Keys(&revealed);
    Ok(Page::new(&visit, title, || {
        content(&group, Some(application.id), Some(shown), &visit)
    })
    .secret())
}

/// For those who come by its address: from a bookmark, or after a change of language.
async fn back(Path((group, id)): Path<(String, String)>) -> Result<Response, PageError> {
    let group = group.parse().map_err(|_| PageError::NotFound)?;
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    Ok(see_other(&unfolded(group, id)))
}
