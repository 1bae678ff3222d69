//! What callers of an API are told of its end, by headers that programs understand.

use app::routes;
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    Services,
    catalogue::{self, Api, ApiState},
    ids::TransactionId,
};

use super::answer;

/// RFC 9745.
const DEPRECATION: HeaderName = HeaderName::from_static("deprecation");
/// RFC 8594.
const SUNSET: HeaderName = HeaderName::from_static("sunset");
/// RFC 9110 §5.6.7.
const HTTP_DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";
const DETAIL: &str = "This API has ended and answers no more calls.";

/// Says since when a deprecated API is one, when its last day is over, and where more is told.
pub fn add_headers(headers: &mut HeaderMap, api: &Api, services: &Services) {
    if api.state != ApiState::Deprecated {
        return;
    }
    let settings = &services.portal.settings;
    let since = api.deprecated_at.map(|at| format!("@{}", at.timestamp()));
    let end = api.sunset_on.map(|day| {
        let end = catalogue::end_of(day, settings.time_zone);
        end.format(HTTP_DATE).to_string()
    });
    for (name, value) in [(DEPRECATION, since), (SUNSET, end)] {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            headers.insert(name, value);
        }
    }
    let public_url = &settings.public_url;
    let versions = routes::fill(routes::API_VERSIONS, &[&api.slug]);
    for relation in ["deprecation", "sunset"] {
        let link = format!("<{public_url}{versions}>; rel=\"{relation}\"; type=\"text/html\"");
        append_link(headers, &link);
    }
    link_successor(headers, api, services);
}

/// RFC 5829 §3.
fn link_successor(headers: &mut HeaderMap, api: &Api, services: &Services) {
    let catalogue = services.catalogue.public();
    let successor = api.successor.as_deref();
    if let Some(successor) = successor.and_then(|slug| catalogue.by_slug(slug)) {
        let public_url = &services.portal.settings.public_url;
        let page = routes::fill(routes::API, &[&successor.slug]);
        let link = format!("<{public_url}{page}>; rel=\"successor-version\"; type=\"text/html\"");
        append_link(headers, &link);
    }
}

fn append_link(headers: &mut HeaderMap, link: &str) {
    if let Ok(value) = HeaderValue::from_str(link) {
        headers.append(header::LINK, value);
    }
}

/// The answer to a call of an API that has ended, in its own shape.
pub fn gone(api: &Api, transaction: TransactionId, services: &Services) -> Response {
    let url = &services.portal.settings.public_url;
    let facts = answer::error(api, StatusCode::GONE, DETAIL, transaction, url);
    let mut response = answer::response(facts);
    link_successor(response.headers_mut(), api, services);
    response
}
