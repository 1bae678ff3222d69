//! Headers that do not travel on.

use axum::http::{HeaderMap, HeaderName, header};

/// They speak of one connection (RFC 9110 §7.6.1).
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// The token is ours, cookies are the portal's, and nobody but us says who calls, from where, and
/// what was asked for.
const OURS_TO_SAY: [&str; 13] = [
    "authorization",
    "cookie",
    "forwarded",
    "host",
    "x-application-id",
    "x-client-auth",
    "x-client-id",
    "x-original-uri",
    "x-original-url",
    "x-plan",
    "x-real-ip",
    "x-request-id",
    "x-rewrite-url",
];
const FORWARDED: &str = "x-forwarded-";

/// An upstream must not speak for the portal's own origin.
const NOT_THEIRS_TO_SAY: [&str; 8] = [
    "alt-svc",
    "clear-site-data",
    "content-security-policy",
    "service-worker-allowed",
    "set-cookie",
    "strict-transport-security",
    "x-request-id",
    "refresh",
];

pub fn clean_request(headers: &mut HeaderMap) {
    drop_hops(headers);
    drop_all(headers, &OURS_TO_SAY);
    // Some servers read `_` as `-`: with it anybody could say what is ours to say.
    let disguised =
        |name: &HeaderName| name.as_str().contains('_') || name.as_str().starts_with(FORWARDED);
    let disguised: Vec<_> = headers
        .keys()
        .filter(|name| disguised(name))
        .cloned()
        .collect();
    for name in disguised {
        headers.remove(name);
    }
}

pub fn clean_response(headers: &mut HeaderMap) {
    drop_hops(headers);
    drop_all(headers, &NOT_THEIRS_TO_SAY);
}

/// Those that every connection has, and those that this one names.
fn drop_hops(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
    drop_all(headers, &HOP_BY_HOP);
}

fn drop_all(headers: &mut HeaderMap, names: &[&str]) {
    for name in names {
        headers.remove(*name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        pairs.collect()
    }

    #[test]
    fn neither_token_nor_cookie_nor_somebody_elses_word_travels_on() {
        let mut map = headers(&[
            ("x-client-auth", "Bearer t"),
            ("authorization", "Bearer t"),
            ("cookie", "session=1"),
            ("x-client-id", "somebody"),
            ("x_client_id", "somebody"),
            ("x-forwarded-host", "bank.example"),
            ("x-rewrite-url", "/admin"),
            ("connection", "close, x-internal"),
            ("x-internal", "1"),
            ("te", "trailers"),
            ("x-customerid", "42"),
            ("content-type", "application/json"),
        ]);
        clean_request(&mut map);
        let mut left: Vec<_> = map.keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, ["content-type", "x-customerid"]);
    }

    #[test]
    fn an_upstream_sets_no_cookie_and_no_policy() {
        let mut map = headers(&[
            ("set-cookie", "session=1"),
            ("content-security-policy", "script-src *"),
            ("content-type", "application/json"),
        ]);
        clean_response(&mut map);
        assert_eq!(map.len(), 1);
    }
}
