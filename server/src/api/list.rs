//! Answers with one resource or a page of them.

use axum::{
    http::{StatusCode, Uri},
    response::Response,
};
use domain::Cursor;
use serde::Serialize;
use serde_json::Value;

use super::{
    error::ApiError,
    json_api::{Many, One, PageLinks, answer},
    query::Fields,
};

/// A page of a list, which was asked for at this address.
pub fn many<T: Serialize>(
    uri: &Uri,
    resources: Vec<T>,
    next: Option<Cursor>,
    included: Option<Vec<Value>>,
    fields: &Fields,
) -> Result<Response, ApiError> {
    let this = address(uri, pairs(uri));
    let links = PageLinks {
        next: next.map(|cursor| continued(uri, cursor)),
        this,
    };
    if !fields.are_chosen() {
        let document = Many {
            data: resources,
            links,
            included,
        };
        return Ok(answer(StatusCode::OK, &document));
    }
    let mut data = Vec::with_capacity(resources.len());
    for resource in resources {
        data.push(value(&resource)?);
    }
    let mut included = included;
    for resource in data.iter_mut().chain(included.iter_mut().flatten()) {
        fields.keep(resource);
    }
    let document = Many {
        data,
        links,
        included,
    };
    Ok(answer(StatusCode::OK, &document))
}

/// One resource.
pub fn one<T: Serialize>(
    resource: T,
    included: Option<Vec<Value>>,
    fields: &Fields,
) -> Result<Response, ApiError> {
    let mut document = One {
        data: value(&resource)?,
        included,
    };
    fields.keep(&mut document.data);
    for resource in document.included.iter_mut().flatten() {
        fields.keep(resource);
    }
    Ok(answer(StatusCode::OK, &document))
}

pub fn value(resource: &impl Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(resource).map_err(ApiError::fault)
}

/// The same address with another place.
fn continued(uri: &Uri, cursor: Cursor) -> String {
    let mut pairs = pairs(uri);
    pairs.retain(|(name, _)| name != AFTER);
    pairs.push((AFTER.to_owned(), cursor.to_string()));
    address(uri, pairs)
}

fn pairs(uri: &Uri) -> Vec<(String, String)> {
    serde_urlencoded::from_str(uri.query().unwrap_or_default()).unwrap_or_default()
}

/// The path with these parameters, written as in a URI (RFC 3986).
fn address(uri: &Uri, pairs: Vec<(String, String)>) -> String {
    if pairs.is_empty() {
        return uri.path().to_owned();
    }
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("{}?{query}", uri.path())
}

const AFTER: &str = "page[after]";
