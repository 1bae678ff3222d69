//! Finishes every answer of the API: errors in the caller's language, and tags by which callers know
//! what they have.

use std::time::Duration;

use app::web::ClientOrigin;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use locales::Locale;

use super::{
    caller::Language,
    error::ApiError,
    error_document::{ErrorDocument, ErrorObject, ErrorSource},
    error_texts, json_api,
    media_range::MediaRange,
    precondition::{self, Revision},
    rate_limit::RateLimits,
};
use crate::http::{ForPrograms, caught_in_time, entity_tag};

pub async fn answer(
    State(limits): State<RateLimits>,
    mut request: Request,
    next: Next,
) -> Response {
    let caller = Caller::of(&request);
    let limit = limits.of_call();
    request.extensions_mut().insert(limit.clone());
    let response = if accepts(request.headers()) {
        caught_in_time(next.run(request)).await
    } else {
        ApiError::NotAcceptable.into_response()
    };
    let mut response = caller.finish(response).await;
    limit.write_headers(response.headers_mut());
    let extensions = response.extensions_mut();
    extensions.get_or_insert_default::<ForPrograms>();
    response
}

/// For what answers in another way: writes only why a caller is kept out.
pub async fn refusals(
    State(limits): State<RateLimits>,
    mut request: Request,
    next: Next,
) -> Response {
    let caller = Caller::of(&request);
    let limit = limits.of_call();
    request.extensions_mut().insert(limit.clone());
    let response = caught_in_time(next.run(request)).await;
    let said = response.extensions().get::<ApiError>().cloned();
    let mut response = match said {
        Some(error) => caller.error(&error, response.headers()),
        None => response,
    };
    limit.write_headers(response.headers_mut());
    set(&mut response, header::CACHE_CONTROL, "no-store");
    let extensions = response.extensions_mut();
    extensions.get_or_insert_default::<ForPrograms>();
    response
}

/// Whether the caller takes JSON:API: a range without a parameter of its own (JSON:API 1.1,
/// "Server Responsibilities").
fn accepts(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT).iter();
    let ranges = values.filter_map(|value| value.to_str().ok());
    let ranges = ranges.flat_map(|value| MediaRange::all(value).collect::<Vec<_>>());
    let ranges: Vec<_> = ranges.filter(MediaRange::names_json_api).collect();
    ranges.is_empty() || ranges.iter().any(MediaRange::is_json_api)
}

/// What of a request its answer depends on.
struct Caller {
    locale: Locale,
    request_id: String,
    /// The versions that the caller has; `None` where nothing is read.
    known: Option<HeaderValue>,
    reads: bool,
}

impl Caller {
    fn of(request: &Request) -> Self {
        let headers = request.headers();
        let origin = request.extensions().get::<ClientOrigin>();
        Self {
            locale: Language::of(headers),
            request_id: origin.map(|it| it.request_id.clone()).unwrap_or_default(),
            known: headers.get(header::IF_NONE_MATCH).cloned(),
            reads: request.method() == Method::GET || request.method() == Method::HEAD,
        }
    }

    async fn finish(&self, response: Response) -> Response {
        let said = response.extensions().get::<ApiError>().cloned();
        if let Some(error) = said.or_else(|| fault_of(&response)) {
            return self.error(&error, response.headers());
        }
        let is_changed = response.extensions().get::<Revision>().is_some();
        if (self.reads || is_changed) && response.status() == StatusCode::OK {
            return self.tagged(response).await;
        }
        let mut response = response;
        set(&mut response, header::CACHE_CONTROL, "no-store");
        response
    }

    /// The answer with its tag, or that it is what the caller has (RFC 9110 §13.1.2).
    async fn tagged(&self, response: Response) -> Response {
        let (parts, body) = response.into_parts();
        // It is in memory.
        let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let tag = precondition::tag(parts.extensions.get(), &body);
        let known = self.known.as_ref();
        let is_known = known.is_some_and(|it| entity_tag::names(it, &tag));
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Response::from_parts(parts, Body::from(body))
        };
        response.headers_mut().insert(header::ETAG, tag);
        set(&mut response, header::CACHE_CONTROL, "private, no-cache");
        set(
            &mut response,
            header::VARY,
            "Authorization, x-client-auth, Accept-Language",
        );
        response
    }

    fn error(&self, error: &ApiError, said: &HeaderMap) -> Response {
        let document = ErrorDocument {
            errors: self.objects(error),
        };
        let mut response = json_api::answer(error.status(), &document);
        let headers = response.headers_mut();
        for name in [header::ALLOW, header::WWW_AUTHENTICATE] {
            if let Some(value) = said.get(&name) {
                headers.insert(name, value.clone());
            }
        }
        let wait = match error {
            ApiError::TooOften(wait) | ApiError::Fault(Some(wait)) | ApiError::InProgress(wait) => {
                Some(*wait)
            }
            _ => None,
        };
        if let Some(wait) = wait {
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        set(&mut response, header::CACHE_CONTROL, "no-store");
        response
    }

    fn objects(&self, error: &ApiError) -> Vec<ErrorObject> {
        let object = |detail: String, source| ErrorObject {
            id: self.request_id.clone(),
            status: error.status().as_u16().to_string(),
            code: error.code().to_owned(),
            title: error_texts::title(error, self.locale).to_owned(),
            detail,
            source,
        };
        if let ApiError::Invalid(places) = error {
            let places = places.iter().map(|(at, mistake)| {
                let detail = error_texts::mistake(*mistake, self.locale);
                object(detail.to_owned(), Some(ErrorSource::Pointer(at.clone())))
            });
            return places.collect();
        }
        vec![object(
            error_texts::remedy(error, self.locale),
            error.source(),
        )]
    }
}

/// What went wrong outside of the handlers.
fn fault_of(response: &Response) -> Option<ApiError> {
    let status = response.status();
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Some(ApiError::TooLarge),
        StatusCode::NOT_FOUND => Some(ApiError::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(ApiError::MethodNotAllowed),
        StatusCode::SERVICE_UNAVAILABLE => Some(ApiError::Fault(Some(BUSY))),
        status if status.is_client_error() => Some(ApiError::Body(String::new())),
        status if status.is_server_error() => Some(ApiError::Fault(None)),
        _ => None,
    }
}

const BUSY: Duration = Duration::from_secs(5);

fn set(response: &mut Response, name: header::HeaderName, value: &'static str) {
    let value = HeaderValue::from_static(value);
    response.headers_mut().insert(name, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_takes_json_api_unless_it_says_otherwise() {
        let takes = |accept: &'static str| {
            let accept = HeaderValue::from_static(accept);
            accepts(&HeaderMap::from_iter([(header::ACCEPT, accept)]))
        };
        assert!(accepts(&HeaderMap::new()));
        assert!(takes("*/*"));
        assert!(takes("application/json"));
        assert!(takes("application/vnd.api+json"));
        assert!(takes("application/vnd.api+json;q=0.9"));
        assert!(takes(
            "application/vnd.api+json; charset=utf-8, application/vnd.api+json"
        ));
        assert!(!takes("application/vnd.api+json; charset=utf-8"));
        assert!(takes(
            "application/vnd.api+json; profile=\"https://x/a;b,c\""
        ));
        assert!(takes("application/vnd.api+json;"));
        assert!(!takes("application/vnd.api+json; ext=\"x\""));
        assert!(!takes("Application/VND.API+JSON; charset=utf-8"));
    }
}
