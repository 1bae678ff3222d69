//! Forwards a call.

use std::time::Duration;

use axum::{
    body::{Body, HttpBody},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, Version, uri::PathAndQuery},
    response::Response,
};
use domain::{
    catalogue::Api,
    gateway::{Caller, MAX_CALL_BYTES},
    ids::TransactionId,
    tls::TlsCause,
};
use tokio::time::timeout;

use super::{
    super::{Gateway, answer, serve::hung_up},
    body::{BoundedBody, Overrun},
    hop,
    links::Links,
};

/// The time to connect to an upstream.
pub const CONNECT: Duration = Duration::from_secs(5);
/// The time for a request's body. It is shorter than the upstream's, which shows who was slow.
const REQUEST_BODY: Duration = Duration::from_secs(20);
/// The time until the answer begins.
const FIRST_BYTE: Duration = Duration::from_secs(30);
/// The time for the body of an answer.
const BODY: Duration = Duration::from_mins(1);
const MAX_REQUEST_BYTES: u64 = MAX_CALL_BYTES as u64;
const MAX_RESPONSE_BYTES: u64 = 50 * 1024 * 1024;

/// Why a call was not forwarded or not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    /// The path would leave the API's own part of the upstream.
    BadPath,
    TooLong,
    /// The upstream's address is wrong or not allowed.
    NotAllowed,
    Unreachable,
    /// The upstream's answer is no valid one.
    Nonsense,
    /// The request did not arrive in time.
    TooSlow,
    /// The request broke off.
    HungUp,
    TooLate,
}

impl Failure {
    fn table(self) -> (StatusCode, &'static str) {
        match self {
            Self::BadPath => (
                StatusCode::BAD_REQUEST,
                "The path must not hold segments that lead upwards.",
            ),
            Self::TooLong => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "The body is longer than 10 MiB.",
            ),
            Self::NotAllowed => (
                StatusCode::SERVICE_UNAVAILABLE,
                "The API cannot be reached: its address is not allowed.",
            ),
            Self::TooSlow => (
                StatusCode::REQUEST_TIMEOUT,
                "The body did not arrive in time.",
            ),
            Self::HungUp => (hung_up(), "The body broke off."),
            Self::Unreachable => (StatusCode::BAD_GATEWAY, "The API does not answer."),
            Self::Nonsense => (
                StatusCode::BAD_GATEWAY,
                "The API answers with what is no answer.",
            ),
            Self::TooLate => (
                StatusCode::GATEWAY_TIMEOUT,
                "The API did not answer in time.",
            ),
        }
    }
}

impl Gateway {
    /// Forwards a call without its token. A failure is answered in the API's own shape.
    pub(in crate::gateway) async fn forward(
        &self,
        api: &Api,
        upstream: &str,
        caller: Option<&Caller>,
        transaction: TransactionId,
        request: Request,
    ) -> Response {
        let forwarded = self.exchange(api, upstream, caller, transaction, request);
        forwarded.await.unwrap_or_else(|failure| {
            let (status, detail) = failure.table();
            tracing::warn!(api = api.slug, %transaction, ?failure, "a call was not forwarded");
            let url = &self.services.portal.settings.public_url;
            answer::response(answer::error(api, status, detail, transaction, url))
        })
    }

    async fn exchange(
        &self,
        api: &Api,
        upstream: &str,
        caller: Option<&Caller>,
        transaction: TransactionId,
        request: Request,
    ) -> Result<Response, Failure> {
        if request.body().size_hint().lower() > MAX_REQUEST_BYTES {
            return Err(Failure::TooLong);
        }
        let base: Uri = upstream.parse().map_err(|_| Failure::NotAllowed)?;
        let (mut parts, body) = request.into_parts();
        parts.uri = address(api, &base, &parts.uri)?;
        let host = parts.uri.host().ok_or(Failure::NotAllowed)?;
        if !self.upstreams.allowed.host(host) {
            return Err(Failure::NotAllowed);
        }
        // The client's HTTP/1.0 does not matter to the upstream.
        parts.version = Version::HTTP_11;
        hop::clean_request(&mut parts.headers);
        set_caller(&mut parts.headers, caller, transaction);
        parts.extensions.clear();
        let body = Body::new(BoundedBody::new(body, MAX_REQUEST_BYTES, REQUEST_BODY));
        let answer = self.upstreams.send(Request::from_parts(parts, body));
        let answer = timeout(FIRST_BYTE, answer).await;
        let answer = answer.map_err(|_| Failure::TooLate)?;
        let (mut parts, body) = answer.map_err(|error| failure(&error))?.into_parts();
        // The request asked for no other protocol.
        if parts.status.is_informational() {
            return Err(Failure::Nonsense);
        }
        hop::clean_response(&mut parts.headers);
        let links = Links {
            upstream: &base,
            base_path: &api.base_path,
            public_url: &self.services.portal.settings.public_url,
        };
        links.map(&mut parts.headers);
        let body = BoundedBody::new(Body::new(body), MAX_RESPONSE_BYTES, BODY);
        Ok(Response::from_parts(parts, Body::new(body)))
    }
}

/// Sets headers with the caller and the identifier of the call.
fn set_caller(headers: &mut HeaderMap, caller: Option<&Caller>, transaction: TransactionId) {
    let client = caller.map(|caller| &caller.client);
    let names = [
        ("x-request-id", Some(transaction.to_string())),
        ("x-client-id", client.map(|it| it.public_key.to_string())),
        (
            "x-application-id",
            client.map(|it| it.application.to_string()),
        ),
    ];
    for (name, value) in names {
        if let Some(Ok(value)) = value.map(HeaderValue::try_from) {
            headers.insert(name, value);
        }
    }
}

fn failure(error: &hyper_util::client::legacy::Error) -> Failure {
    let tls = TlsCause::of(error).map(|cause| cause.to_string());
    tracing::warn!(
        error = error as &dyn std::error::Error,
        tls,
        "an upstream failed"
    );
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        match cause.downcast_ref() {
            Some(Overrun::TooLong) => return Failure::TooLong,
            Some(Overrun::TooLate) => return Failure::TooSlow,
            Some(Overrun::BrokeOff) => return Failure::HungUp,
            None => {}
        }
        source = cause.source();
    }
    Failure::Unreachable
}

/// The address of a call: the upstream's own, and the path after the API's base path.
fn address(api: &Api, base: &Uri, asked: &Uri) -> Result<Uri, Failure> {
    let rest = asked
        .path()
        .strip_prefix(&*api.base_path)
        .unwrap_or_default();
    if has_dot_segments(rest) {
        return Err(Failure::BadPath);
    }
    let query = asked.query().map(|query| format!("?{query}"));
    let path = format!(
        "{}{rest}{}",
        base.path().trim_end_matches('/'),
        query.unwrap_or_default()
    );
    let mut parts = base.clone().into_parts();
    let path: PathAndQuery = path.parse().map_err(|_| Failure::BadPath)?;
    parts.path_and_query = Some(path);
    Uri::from_parts(parts).map_err(|_| Failure::NotAllowed)
}

/// Whether a segment may be taken for the parent folder (RFC 3986 §5.2.4), also percent-encoded
/// once or twice, and with parameters that servlets ignore (§3.3).
pub(in crate::gateway) fn has_dot_segments(path: &str) -> bool {
    let mut plain = path.to_ascii_lowercase().replace("%25", "%");
    for (encoded, character) in [("%2e", "."), ("%2f", "/"), ("%5c", "\\"), ("%3b", ";")] {
        plain = plain.replace(encoded, character);
    }
    plain.split(['/', '\\']).any(|segment| {
        let name = segment.split(';').next();
        matches!(name, Some("." | ".."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_out_of_the_apis_own_part() {
        for path in [
            "/../admin",
            "/a/..",
            "/%2e%2e/x",
            "/a%2F..%2fb",
            "/.%2E\\x",
            "/./a",
            "/..;/admin",
            "/..%3Bx=1/admin",
            "/%252e%252E/admin",
            "/a%255c..",
        ] {
            assert!(has_dot_segments(path), "{path}");
        }
        for path in [
            "",
            "/",
            "/contacts/1001",
            "/a..b",
            "/...",
            "/a%20b",
            "/a;v=1",
        ] {
            assert!(!has_dot_segments(path), "{path}");
        }
    }
}
