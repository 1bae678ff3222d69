//! Redirects pages from another host name to the public one, which forms, links and cookies need.
//! Programs are answered under any name.

use std::time::Duration;

use app::web;
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::config::PublicUrl;

const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// Marks a visitor who was just redirected. Behind a proxy that replaces the requested name,
/// redirects would never end.
const REDIRECTED_COOKIE: &str = "balcao-nome";
const REDIRECTED_LIFETIME: Duration = Duration::from_secs(30);

/// Where a request should have gone, if it went elsewhere.
pub fn redirect(request: &Request, public_url: &PublicUrl) -> Option<Response> {
    if !is_misdirected(request, public_url) {
        return None;
    }
    let rest = request.uri().path_and_query();
    let rest = rest.map_or("/", |rest| rest.as_str());
    let location = HeaderValue::try_from(format!("{public_url}{rest}")).ok()?;
    let headers = [
        (header::LOCATION, Some(location)),
        (
            header::CACHE_CONTROL,
            Some(HeaderValue::from_static("no-store")),
        ),
        (
            header::SET_COOKIE,
            web::cookie(REDIRECTED_COOKIE, "1", REDIRECTED_LIFETIME, false),
        ),
    ];
    let headers: HeaderMap = headers
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    Some((StatusCode::TEMPORARY_REDIRECT, headers).into_response())
}

/// Whether a page was requested under another name without TLS. Over https and on this machine,
/// browsers send where a request comes from, so forms work.
fn is_misdirected(request: &Request, public_url: &PublicUrl) -> bool {
    let headers = request.headers();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    reads
        && text(headers, &header::ACCEPT).contains("text/html")
        && !headers.contains_key(FETCH_SITE)
        && !text(headers, &header::COOKIE).contains(REDIRECTED_COOKIE)
        && !is_public(asked(headers), public_url)
}

/// The requested name. It decides on redirects only, as anybody can send it.
fn asked(headers: &HeaderMap) -> &str {
    let forwarded = text(headers, &FORWARDED_HOST);
    let forwarded = forwarded.split(',').next().unwrap_or_default().trim();
    if forwarded.is_empty() {
        text(headers, &header::HOST)
    } else {
        forwarded
    }
}

/// Proxies often leave out the port, or add the one of their own scheme.
fn is_public(asked: &str, public_url: &PublicUrl) -> bool {
    let asked = asked.to_ascii_lowercase();
    let usual = asked
        .strip_suffix(":443")
        .or_else(|| asked.strip_suffix(":80"));
    asked == public_url.host_and_port() || usual.unwrap_or(&asked) == public_url.host()
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> &'h str {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    const PAGE: (&str, &str) = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    fn misdirected(public_url: &str, method: Method, headers: &[(&str, &str)]) -> bool {
        let request = Request::builder().method(method).uri("/catalogo?q=1");
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        let request = request.body(Body::empty()).unwrap();
        is_misdirected(&request, &public_url.parse().unwrap())
    }

    #[test]
    fn another_name_leads_to_the_public_one() {
        let public = "https://portal.example";
        for host in [
            "10.0.0.7:3000",
            "balcao",
            "www.portal.example",
            "portal.example:8080",
        ] {
            let headers = [("host", host), PAGE];
            assert!(misdirected(public, Method::GET, &headers), "{host}");
            assert!(!misdirected(public, Method::POST, &headers), "{host}");
        }
        let told = [
            ("host", "upstream"),
            ("x-forwarded-host", "other.example"),
            PAGE,
        ];
        assert!(misdirected(public, Method::GET, &told));
    }

    #[test]
    fn the_public_one_leads_nowhere() {
        for (public, host) in [
            ("https://portal.example", "portal.example"),
            ("https://portal.example", "Portal.Example:443"),
            ("https://portal.example", "portal.example:80"),
            ("http://portal.example:3000", "portal.example:3000"),
            ("http://portal.example:3000", "portal.example"),
            ("http://[::1]:3000", "[::1]:3000"),
        ] {
            assert!(
                !misdirected(public, Method::GET, &[("host", host), PAGE]),
                "{host}"
            );
        }
        let told = [
            ("host", "upstream"),
            ("x-forwarded-host", "portal.example"),
            PAGE,
        ];
        assert!(!misdirected("https://portal.example", Method::GET, &told));
    }

    #[test]
    fn nobody_is_led_in_circles_and_no_machine_is_led() {
        let public = "https://portal.example";
        let wrong = ("host", "upstream");
        for more in [("sec-fetch-site", "none"), ("cookie", "a=1; balcao-nome=1")] {
            assert!(
                !misdirected(public, Method::GET, &[wrong, PAGE, more]),
                "{more:?}"
            );
        }
        assert!(!misdirected(
            public,
            Method::GET,
            &[wrong, ("accept", "*/*")]
        ));
        assert!(!misdirected(public, Method::GET, &[wrong]));
    }
}
