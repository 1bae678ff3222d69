//! The shapes of JSON:API 1.1 documents.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::error::ApiError;

pub const MEDIA_TYPE: &str = "application/vnd.api+json";

/// A document about one resource.
#[derive(Serialize, ToSchema)]
pub struct One<T> {
    pub data: T,
    /// Resources that it refers to; there where `include` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<Object>, nullable = false, required = false)]
    pub included: Option<Vec<Value>>,
}

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub struct Many<T> {
    pub data: Vec<T>,
    pub links: PageLinks,
    /// Resources that these refer to; there where `include` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<Object>, nullable = false, required = false)]
    pub included: Option<Vec<Value>>,
}

#[derive(Serialize, ToSchema)]
pub struct PageLinks {
    #[serde(rename = "self")]
    pub this: String,
    /// The next page; `null` on the last one.
    pub next: Option<String>,
}

/// Declares a resource. Each has a type of its own, since the document names schemas by types.
macro_rules! resource {
    ($name:ident { attributes: $attributes:ty $(, relationships: $relationships:ty)? $(,)? }) => {
        #[derive(serde::Serialize, utoipa::ToSchema)]
        pub struct $name {
            #[serde(rename = "type")]
            pub kind: &'static str,
            pub id: String,
            pub attributes: $attributes,
            $(pub relationships: $relationships,)?
            #[serde(skip_serializing_if = "Option::is_none")]
            #[schema(value_type = $crate::api::json_api::SelfLink, required = false)]
            pub links: Option<$crate::api::json_api::SelfLink>,
        }
    };
}

pub(super) use resource;

#[derive(Serialize, ToSchema)]
pub struct SelfLink {
    /// The path of the resource.
    #[serde(rename = "self")]
    pub this: String,
}

/// The path of a resource.
pub fn link(path: impl Into<String>) -> SelfLink {
    SelfLink { this: path.into() }
}

/// A reference to one resource.
#[derive(Serialize, ToSchema)]
pub struct ToOne {
    pub data: Identifier,
}

/// A reference to one resource that may not be there.
#[derive(Serialize, ToSchema)]
pub struct ToMaybe {
    pub data: Option<Identifier>,
}

#[derive(Serialize, ToSchema)]
pub struct Identifier {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub id: String,
}

pub fn to_one(kind: &'static str, id: &impl ToString) -> ToOne {
    let id = id.to_string();
    ToOne {
        data: Identifier { kind, id },
    }
}

pub fn to_maybe(kind: &'static str, id: Option<impl ToString>) -> ToMaybe {
    let data = id.map(|id| Identifier {
        kind,
        id: id.to_string(),
    });
    ToMaybe { data }
}

/// The answer with a resource that was made.
pub fn created<T: Serialize>(document: &One<T>) -> Response {
    match serde_json::to_value(document) {
        Ok(document) => {
            let response = answer(StatusCode::CREATED, &document);
            with_location(response, &document)
        }
        Err(error) => ApiError::fault(error).into_response(),
    }
}

/// Names where the resource of a document is.
pub fn with_location(mut response: Response, document: &Value) -> Response {
    if let Some(location) = location(document) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

fn location(document: &Value) -> Option<HeaderValue> {
    let path = document.pointer("/data/links/self")?.as_str()?;
    HeaderValue::from_str(path).ok()
}

/// An answer with a document.
pub fn answer<T: Serialize>(status: StatusCode, document: &T) -> Response {
    match serde_json::to_vec(document) {
        Ok(body) => (status, [content_type()], body).into_response(),
        Err(error) => ApiError::fault(error).into_response(),
    }
}

pub const fn content_type() -> (header::HeaderName, HeaderValue) {
    (header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))
}
