//! Showing a secret key: asked for by a form, so that nobody does it by following a link.

use axum::{extract::Path, response::Response};
use domain::{
    credentials,
    ids::{ApplicationId, GroupId},
};
use locales::applications as t;

use super::group::{GroupPage, content};
use crate::{
    routes,
    web::{Access::Member, Page, PageError, Site, Visit, see_other},
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

/// The same page of the group, with the secret key of one of its applications.
async fn reveal(
    visit: Visit,
    Path((group, id)): Path<(String, String)>,
) -> Result<Page, PageError> {
    let group = GroupPage::load(&visit.scope, &group).await?;
    let id: ApplicationId = id.parse().map_err(|_| PageError::NotFound)?;
    let name = group
        .applications
        .iter()
        .find_map(|application| (application.id == id).then_some(&application.name))
        .ok_or(PageError::NotFound)?;
    let revealed = credentials::reveal(&visit.scope, id).await?;
    let title = t::keys_of(visit.locale, name);
    Ok(Page::new(&visit, title, || {
        content(&group, Some(id), Some(&revealed), &visit)
    })
    .secret())
}

/// For those who come by its address: from a bookmark, or after a change of language.
async fn back(Path((group, id)): Path<(String, String)>) -> Result<Response, PageError> {
    let group = group.parse().map_err(|_| PageError::NotFound)?;
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    Ok(see_other(&unfolded(group, id)))
}
