//! Finishes every answer of the API: errors in the caller's language, and tags by which callers know
//! what they have.

use std::time::Duration;

use app::web::ClientOrigin;
use aws_lc_rs::digest::{SHA256, digest};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use data_encoding::HEXLOWER;
use domain::clients::PortalScope;
use locales::{Locale, portal_api as t};

use super::{
    caller::Language,
    error::{ApiError, Conflict, ErrorDocument, ErrorObject, ErrorSource, Mistake},
    json_api,
    media_range::MediaRange,
};
use crate::http::{ForPrograms, caught_in_time, names_tag};

pub async fn answer(request: Request, next: Next) -> Response {
    let caller = Caller::of(&request);
    let response = if accepts(request.headers()) {
        caught_in_time(next.run(request)).await
    } else {
        ApiError::NotAcceptable.into_response()
    };
    let mut response = caller.finish(response).await;
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
        if self.reads && response.status() == StatusCode::OK {
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
        let hash = digest(&SHA256, &body);
        let tag = format!("\"{}\"", HEXLOWER.encode(&hash.as_ref()[..12]));
        let tag = HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""));
        let is_known = self.known.as_ref().is_some_and(|it| names_tag(it, &tag));
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
            "Authorization, Accept-Language",
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
            title: title(error, self.locale).to_owned(),
            detail,
            source,
        };
        let mistake = |it: Mistake| mistake(it, self.locale).to_owned();
        match error {
            ApiError::Invalid(places) => places
                .iter()
                .map(|(at, it)| object(mistake(*it), Some(ErrorSource::Pointer(at.clone()))))
                .collect(),
            ApiError::Parameter(name, it) => {
                vec![object(
                    mistake(*it),
                    Some(ErrorSource::Parameter(name.clone())),
                )]
            }
            ApiError::Header(name) => {
                let source = ErrorSource::Header((*name).to_owned());
                vec![object(remedy(error, self.locale), Some(source))]
            }
            ApiError::Related(at) | ApiError::Type(at) => {
                let source = ErrorSource::Pointer((*at).to_owned());
                vec![object(remedy(error, self.locale), Some(source))]
            }
            ApiError::ClientId => {
                let source = ErrorSource::Pointer("/data/id".to_owned());
                vec![object(remedy(error, self.locale), Some(source))]
            }
            ApiError::Body(at) => {
                let source = ErrorSource::Pointer(at.clone());
                vec![object(remedy(error, self.locale), Some(source))]
            }
            _ => vec![object(remedy(error, self.locale), None)],
        }
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

const fn title(error: &ApiError, locale: Locale) -> &'static str {
    match error {
        ApiError::NoToken | ApiError::InvalidToken => t::invalid_token(locale),
        ApiError::InsufficientScope(_) => t::insufficient_scope(locale),
        ApiError::NotAllowed => t::not_allowed(locale),
        ApiError::NotFound | ApiError::Related(_) => t::not_found(locale),
        ApiError::MethodNotAllowed => t::method_not_allowed(locale),
        ApiError::NotAcceptable => t::not_acceptable(locale),
        ApiError::UnsupportedMediaType => t::unsupported_media_type(locale),
        ApiError::TooLarge => t::too_large(locale),
        ApiError::Parameter(..) => t::invalid_parameter(locale),
        ApiError::Header(_) => t::invalid_header(locale),
        ApiError::Body(_) | ApiError::Type(_) => t::invalid_body(locale),
        ApiError::Invalid(_) => t::invalid_value(locale),
        ApiError::ClientId => t::client_id(locale),
        ApiError::Conflict(_) | ApiError::InProgress(_) => t::conflict(locale),
        ApiError::KeyReused => t::key_reused(locale),
        ApiError::TooOften(_) => t::too_many_requests(locale),
        ApiError::Fault(Some(_)) => t::temporarily_unavailable(locale),
        ApiError::Fault(None) => t::server_error(locale),
    }
}

fn remedy(error: &ApiError, locale: Locale) -> String {
    let text = match error {
        ApiError::InsufficientScope(scope) => {
            return t::insufficient_scope_remedy(locale, PortalScope::as_str(*scope));
        }
        ApiError::NoToken | ApiError::InvalidToken => t::invalid_token_remedy(locale),
        ApiError::NotAllowed => t::not_allowed_remedy(locale),
        ApiError::NotFound => t::not_found_remedy(locale),
        ApiError::MethodNotAllowed => t::method_not_allowed_remedy(locale),
        ApiError::NotAcceptable => t::not_acceptable_remedy(locale),
        ApiError::UnsupportedMediaType => t::unsupported_media_type_remedy(locale),
        ApiError::TooLarge => t::too_large_remedy(locale),
        ApiError::Header(_) => t::invalid_header_remedy(locale),
        ApiError::Related(_) => t::no_such(locale),
        ApiError::Type(_) => t::type_remedy(locale),
        ApiError::ClientId => t::client_id_remedy(locale),
        ApiError::Parameter(..) | ApiError::Body(_) | ApiError::Invalid(_) => {
            t::invalid_body_remedy(locale)
        }
        ApiError::Conflict(it) => conflict(*it, locale),
        ApiError::InProgress(_) => t::in_progress(locale),
        ApiError::KeyReused => t::key_reused_remedy(locale),
        ApiError::TooOften(_) => t::too_many_requests_remedy(locale),
        ApiError::Fault(_) => t::fault_remedy(locale),
    };
    text.to_owned()
}

const fn mistake(mistake: Mistake, locale: Locale) -> &'static str {
    match mistake {
        Mistake::Unknown => t::unknown(locale),
        Mistake::Repeated => t::repeated(locale),
        Mistake::Value => t::value(locale),
        Mistake::Missing => t::missing(locale),
        Mistake::TooLong => t::too_long(locale),
        Mistake::TooShort => t::too_short(locale),
        Mistake::Unanswered => t::incomplete(locale),
        Mistake::NoQuestion => t::no_question(locale),
    }
}

const fn conflict(conflict: Conflict, locale: Locale) -> &'static str {
    match conflict {
        Conflict::Own => t::own_request(locale),
        Conflict::Decided => t::already_decided(locale),
        Conflict::State => t::state_changed(locale),
        Conflict::NotOffered => t::not_offered(locale),
        Conflict::Open => t::already_open(locale),
        Conflict::SecretOver => t::secret_over(locale),
        Conflict::TooManyKeys => t::too_many_keys(locale),
        Conflict::LabelTaken => t::label_taken(locale),
        Conflict::LastKey => t::last_key(locale),
        Conflict::AnswerLost => t::answer_lost(locale),
    }
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
