//! Refuses requests that a program before or behind the portal might read differently.

use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderName, StatusCode, Uri, Version, header, uri::Authority},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::ForPrograms;

const ALLOWED: &str = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The method opens a tunnel, or echoes headers.
    Method,
    Host,
    /// The body has a transfer coding that the portal does not decode (RFC 9112 §6.1).
    Coding,
    /// The address has characters that end it for some programs only.
    Address,
}

/// Why a request is refused, if it is.
pub fn fault(request: &Request) -> Option<Fault> {
    let headers = request.headers();
    if matches!(request.method().as_str(), "CONNECT" | "TRACE" | "TRACK") {
        Some(Fault::Method)
    } else if !names_one_host(headers, request.version()) {
        Some(Fault::Host)
    } else if !is_coded_plainly(headers) {
        Some(Fault::Coding)
    } else if !is_printable(request.uri()) {
        Some(Fault::Address)
    } else {
        None
    }
}

/// Whether there is exactly one host (RFC 9112 §3.2); HTTP/1.0 needs none.
fn names_one_host(headers: &HeaderMap, version: Version) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => version < Version::HTTP_11,
        (Some(host), None) => {
            let host = Authority::try_from(host.as_bytes());
            host.is_ok_and(|host| !host.as_str().contains('@'))
        }
        (Some(_), Some(_)) => false,
    }
}

fn is_coded_plainly(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(header::TRANSFER_ENCODING).iter();
    match (codings.next(), codings.next()) {
        (None, _) => true,
        (Some(coding), None) => coding.as_bytes().eq_ignore_ascii_case(b"chunked"),
        (Some(_), Some(_)) => false,
    }
}

/// Whether there is no control character in the path, also percent-encoded, and no NUL anywhere.
pub fn is_printable(uri: &Uri) -> bool {
    let path = uri.path();
    let once = path.to_ascii_lowercase().replace("%25", "%");
    let query = uri.query().unwrap_or_default();
    !path.bytes().any(|byte| byte.is_ascii_control())
        && !once.split('%').skip(1).any(is_control)
        && !query.contains("%00")
}

/// Whether two hexadecimal digits stand for a control character.
fn is_control(digits: &str) -> bool {
    let byte = digits.get(..2).map(|two| u8::from_str_radix(two, 16));
    matches!(byte, Some(Ok(byte)) if byte.is_ascii_control())
}

impl Fault {
    const fn table(self) -> (StatusCode, &'static str) {
        match self {
            Self::Method => (
                StatusCode::METHOD_NOT_ALLOWED,
                "This method is not served here.",
            ),
            Self::Host => (
                StatusCode::BAD_REQUEST,
                "Say in one Host header whom you are asking.",
            ),
            Self::Coding => (
                StatusCode::NOT_IMPLEMENTED,
                "The only transfer coding understood here is chunked.",
            ),
            Self::Address => (
                StatusCode::BAD_REQUEST,
                "An address holds no control characters.",
            ),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, text) = self.table();
        let body = json!({"error": "invalid_request", "error_description": text});
        let allowed: Option<[(HeaderName, &str); 1]> =
            (self == Self::Method).then_some([(header::ALLOW, ALLOWED)]);
        let mut response = (status, Json(body)).into_response();
        for (name, value) in allowed.into_iter().flatten() {
            let value = header::HeaderValue::from_static(value);
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(ForPrograms::default());
        response
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn asked(method: &str, uri: &str, headers: &[(&str, &str)]) -> Option<Fault> {
        let request = Request::builder().method(method).uri(uri);
        let add = |request: axum::http::request::Builder, (name, value): &(&str, &str)| {
            request.header(*name, *value)
        };
        let request = headers.iter().fold(request, add);
        fault(&request.body(Body::empty()).unwrap())
    }

    const HOST: (&str, &str) = ("host", "portal.example:8443");

    #[test]
    fn what_clients_send_passes() {
        for uri in ["/", "/a%20b/%C3%A9?x=%0A", "/acesso/%FF", "/100%", "/%2"] {
            assert_eq!(asked("GET", uri, &[HOST]), None, "{uri}");
        }
        let chunked = ("transfer-encoding", "Chunked");
        assert_eq!(asked("POST", "/", &[HOST, chunked]), None);
        assert_eq!(asked("GET", "/", &[("host", "[::1]:3000")]), None);
    }

    #[test]
    fn tunnels_and_echoes_are_refused() {
        assert_eq!(asked("TRACE", "/", &[HOST]), Some(Fault::Method));
        assert_eq!(asked("CONNECT", "a:443", &[HOST]), Some(Fault::Method));
    }

    #[test]
    fn there_is_one_host() {
        for hosts in [
            &[][..],
            &[HOST, HOST],
            &[HOST, ("host", "other.example")],
            &[("host", "")],
            &[("host", "a b")],
            &[("host", "user@portal.example")],
            &[("host", "portal.example/x")],
        ] {
            assert_eq!(asked("GET", "/", hosts), Some(Fault::Host), "{hosts:?}");
        }
        let mut old = Request::new(Body::empty());
        *old.version_mut() = Version::HTTP_10;
        assert_eq!(fault(&old), None);
    }

    #[test]
    fn there_is_one_coding() {
        for coding in [
            "gzip, chunked",
            "identity",
            "chunked, chunked",
            "xchunked",
            "",
        ] {
            let coding = ("transfer-encoding", coding);
            assert_eq!(
                asked("POST", "/", &[HOST, coding]),
                Some(Fault::Coding),
                "{coding:?}"
            );
        }
        let chunked = ("transfer-encoding", "chunked");
        let twice = [HOST, chunked, chunked];
        assert_eq!(asked("POST", "/", &twice), Some(Fault::Coding));
    }

    #[test]
    fn an_address_holds_no_control_character() {
        for uri in [
            "/a%00b",
            "/%0d%0aset-cookie:x",
            "/%7F",
            "/%2500",
            "/x?q=%00",
        ] {
            assert_eq!(asked("GET", uri, &[HOST]), Some(Fault::Address), "{uri}");
        }
    }
}
