//! Bodies and errors of `POST /Api/access_token`, as programs made for the CRM send and read them.

use std::{convert::Infallible, fmt, sync::Arc};

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::Services;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{Value, json};

use super::{
    OauthError,
    form::{self, Parameters},
    json::{NO_CACHE, NO_STORE},
};

const JSON_API: HeaderValue = HeaderValue::from_static("application/vnd.api+json");

/// What a body is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// <https://jsonapi.org/format/1.1/#jsonapi-media-type>
    JsonApi,
    Json,
    Form,
    Other,
}

impl Kind {
    fn of(headers: &HeaderMap) -> Self {
        let value = headers.get(header::CONTENT_TYPE);
        let value = value.and_then(|value| value.to_str().ok());
        let name = value.unwrap_or_default().split(';').next();
        match &*name.unwrap_or_default().trim().to_ascii_lowercase() {
            "application/vnd.api+json" => Self::JsonApi,
            "application/json" => Self::Json,
            form::MEDIA_TYPE => Self::Form,
            _ => Self::Other,
        }
    }
}

/// The parameters, or what is wrong with them.
pub struct Body {
    pub kind: Kind,
    pub parameters: Result<Parameters, OauthError>,
}

impl FromRequest<Arc<Services>> for Body {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &Arc<Services>) -> Result<Self, Infallible> {
        let kind = Kind::of(request.headers());
        let body = Bytes::from_request(request, state).await;
        let parameters = body
            .map_err(|_| OauthError::InvalidRequest("The body is too long."))
            .and_then(|body| match kind {
                Kind::JsonApi | Kind::Json => json_parameters(&body),
                Kind::Form => Parameters::parse(&body),
                Kind::Other => Err(OauthError::InvalidRequest(
                    "The Content-Type must be application/vnd.api+json, application/json or \
                     application/x-www-form-urlencoded.",
                )),
            });
        Ok(Self { kind, parameters })
    }
}

fn json_parameters(body: &[u8]) -> Result<Parameters, OauthError> {
    let members: Members = serde_json::from_slice(body).map_err(|_| {
        OauthError::InvalidRequest("The body is no JSON object whose members are texts.")
    })?;
    Ok(Parameters::of(members.0))
}

/// The members of a JSON object in their order, those that occur twice included. What is `null` is
/// left out.
struct Members(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, Option<String>>()? {
            members.extend(value.map(|value| (name, value)));
        }
        Ok(Members(members))
    }
}

/// An error in the shape that fits the request. To JSON:API it is an error of that, with the members
/// of RFC 6749 §5.2 beside it, which programs made for the CRM read.
#[derive(Debug)]
pub struct CrmError {
    pub error: OauthError,
    pub kind: Kind,
}

impl IntoResponse for CrmError {
    fn into_response(self) -> Response {
        if self.kind != Kind::JsonApi {
            return self.error.into_response();
        }
        let (status, code, detail) = self.error.table();
        let body: Value = json!({
            "errors": [{
                "status": status.as_str(),
                "code": code,
                "title": status.canonical_reason().unwrap_or_default(),
                "detail": detail,
            }],
            "error": code,
            "error_description": detail,
            "message": detail,
        });
        let mut response = (status, [NO_STORE, NO_CACHE], Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, JSON_API);
        if let Some((name, value)) = self.error.header() {
            headers.insert(name, value);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_of_json_is_read_as_a_form_is() {
        let read = |body: &str| json_parameters(body.as_bytes());
        let parameters = read(r#"{"a": "x y", "b": null, "c": ""}"#).unwrap();
        assert_eq!(parameters.get("a").unwrap(), Some("x y"));
        assert_eq!(parameters.get("b").unwrap(), None);
        assert_eq!(parameters.get("c").unwrap(), None);
        assert!(read(r#"{"a": "1", "a": "2"}"#).unwrap().get("a").is_err());
        for wrong in [
            "",
            "[]",
            "{\"a\": 1}",
            "{\"a\": {}}",
            "{\"a\": \"1\"",
            "a=1",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
