//! The pages of one API, each with its own address.

pub mod agents;
mod card;
mod collections;
mod documentation;
mod frame;
mod logo;
mod overview;
mod preview;
mod program;
mod reference;
mod samples;
mod try_it;
mod tutorial;
pub(in crate::pages) mod twin;
mod versions;
mod way_in;

use std::sync::Arc;

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::catalogue::Api;

use self::frame::Frame;
pub use self::try_it::{call_form, send_call, send_form};
pub(in crate::pages) use self::{frame::ApiPage, logo::Logo};
use crate::{
    islands::functions::{OpenCallForm, SendCall, SendForm},
    routes,
    web::{
        ANY_ORIGIN,
        Access::{Anyone, Member},
        ForEverybody, PageError, Site, Visit,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::API, overview::show)
        .get(Anyone, routes::API_DOCUMENTATION, documentation::show)
        .get(Anyone, routes::API_REFERENCE, reference::show)
        .get(Member, routes::API_TRY, try_it::show)
        .post(Member, routes::API_TRY, try_it::try_now)
        .function::<OpenCallForm>(Member)
        .function::<SendCall>(Member)
        .form_function::<SendForm>(Member)
        .get(Anyone, routes::API_SAMPLES, samples::show)
        .get(Anyone, routes::API_POSTMAN, collections::postman)
        .get(Anyone, routes::API_BRUNO, collections::bruno)
        .get(Anyone, routes::API_DOCUMENT, document)
        .get(Anyone, routes::API_TUTORIAL, tutorial::show)
        .get(Anyone, routes::API_CARD, card::show)
        .get(Anyone, routes::API_LOGO, logo::show)
        .get(Anyone, routes::API_VERSIONS, versions::show)
        .get(Anyone, routes::API_FEED, versions::show_feed)
        .get(
            Anyone,
            routes::API_DOCUMENTATION_MARKDOWN,
            twin::show_documentation,
        )
        .get(Anyone, routes::API_REFERENCE_MARKDOWN, twin::show_reference)
        .get(Anyone, routes::API_SAMPLES_MARKDOWN, samples::show_markdown)
        .merge([preview::routes])
}

/// Where the answers are told of, on the page of the documentation.
pub(super) const fn answers_fragment() -> &'static str {
    documentation::ANSWERS
}

/// The published API with this slug.
fn find(visit: &Visit, slug: &str) -> Result<Arc<Api>, PageError> {
    let found = visit.apis.by_slug(slug);
    found.ok_or(PageError::NotFound)
}

/// For programs: without a page around it.
async fn document(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let public_url = &visit.scope.portal.settings.public_url;
    let document = find(&visit, &slug)?.document(public_url);
    let document = document.ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    let mut response = ([ANY_ORIGIN], headers, document).into_response();
    response.extensions_mut().insert(ForEverybody);
    Ok(response)
}
