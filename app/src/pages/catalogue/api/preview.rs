//! The pages of an API as they will be once its draft is published, for administrators alone.

use std::sync::Arc;

use axum::{
    extract::{Path, Query},
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use domain::{
    Role,
    catalogue::{self, Api},
};

use super::{documentation, overview, reference, samples};
use crate::{
    routes,
    web::{Access, PageError, Site, Visit},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);
/// What search engines read (Google and Bing document it).
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::API_PREVIEW, show)
        .get(
            ADMINISTRATOR,
            routes::API_PREVIEW_DOCUMENTATION,
            show_documentation,
        )
        .get(ADMINISTRATOR, routes::API_PREVIEW_REFERENCE, show_reference)
        .get(ADMINISTRATOR, routes::API_PREVIEW_SAMPLES, show_samples)
}

async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let api = find(&visit, &slug).await?;
    Ok(hidden(overview::page(&visit, &api, None)))
}

async fn show_documentation(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let api = find(&visit, &slug).await?;
    Ok(hidden(documentation::page(&visit, &api)?))
}

async fn show_reference(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let api = find(&visit, &slug).await?;
    Ok(hidden(reference::page(&visit, &api)?))
}

async fn show_samples(
    visit: Visit,
    Path(slug): Path<String>,
    Query(choice): Query<samples::Choice>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug).await?;
    Ok(hidden(
        samples::page(&visit, &api, &choice, &headers).await?,
    ))
}

async fn find(visit: &Visit, slug: &str) -> Result<Arc<Api>, PageError> {
    Ok(catalogue::preview(&visit.scope, slug).await?)
}

/// No cache keeps a page that is drawn for a session; no search engine lists this one either.
fn hidden(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    let nothing = HeaderValue::from_static("noindex, nofollow");
    response.headers_mut().insert(ROBOTS, nothing);
    response
}
