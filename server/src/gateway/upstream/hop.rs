//! Headers that are not forwarded.

use axum::http::{HeaderMap, HeaderName, header};

/// Headers of one connection (RFC 9110 §7.6.1), and `Expect`, as the client gets its `100 Continue`
/// from the portal.
const HOP_BY_HOP: [&str; 10] = [
    "connection",
    "expect",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Headers of a request that only the portal may set: the token, cookies, and all headers by which
/// servers, gateways and networks believe who calls, from where, and what is requested.
const OURS_TO_SAY: [&str; 34] = [
    "authorization",
    "cdn-loop",
    "client-ip",
    "cookie",
    "fastly-client-ip",
    "forwarded",
    "from",
    "host",
    // CGI turns it into the variable of the proxy for a server's own calls (CVE-2016-5385).
    "proxy",
    "true-client-ip",
    "via",
    "x-api-key-id",
    "x-application-id",
    "x-client-auth",
    "x-client-cert",
    "x-client-dn",
    "x-client-id",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-host",
    "x-http-host-override",
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
    // Mobile networks add them to identify the subscriber.
    "x-msisdn",
    "x-up-calling-line-id",
    "x-originating-ip",
    "x-plan",
    "x-proxyuser-ip",
    "x-real-ip",
    "x-request-id",
    "x-rewrite-url",
    "x-token-info",
    "x-userinfo",
];
const OURS_TO_BEGIN: [&str; 23] = [
    "cf-",
    "cloudfront-",
    "remote-",
    "ssl-client-",
    "x-accel-",
    "x-amzn-oidc-",
    "x-anonymous-",
    "x-apigateway-",
    "x-appengine-",
    "x-auth-request-",
    "x-authenticated-",
    "x-azure-",
    "x-consumer-",
    "x-credential-",
    "x-endpoint-api-",
    "x-envoy-",
    "x-forwarded-",
    "x-goog-",
    "x-ms-client-principal",
    "x-original-",
    "x-remote-",
    "x-ssl-",
    "x-webauth-",
];

/// Headers of an answer that only the portal may set, since they apply to its origin: policies,
/// reports, storage, and the file that a proxy sends instead.
const NOT_THEIRS_TO_SAY: [&str; 32] = [
    "accept-ch",
    "alt-svc",
    "clear-site-data",
    "content-security-policy",
    "content-security-policy-report-only",
    "critical-ch",
    "document-policy",
    "expect-ct",
    "feature-policy",
    "nel",
    "origin-agent-cluster",
    "origin-trial",
    "permissions-policy",
    "permissions-policy-report-only",
    "public-key-pins",
    "public-key-pins-report-only",
    "referrer-policy",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "server",
    "service-worker-allowed",
    "set-cookie",
    "set-cookie2",
    "speculation-rules",
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
    "x-powered-by",
    "x-request-id",
    "x-sendfile",
    "x-xss-protection",
];
const NOT_THEIRS_TO_BEGIN: [&str; 3] = ["cross-origin-", "x-accel-", "x-aspnet"];

pub fn clean_request(headers: &mut HeaderMap) {
    drop_hops(headers);
    drop_all(headers, &OURS_TO_SAY);
    // Some servers read `_` as `-`, which would let clients set these headers.
    drop_where(headers, |name| {
        name.contains('_') || begins(name, &OURS_TO_BEGIN)
    });
}

pub fn clean_response(headers: &mut HeaderMap) {
    drop_hops(headers);
    drop_all(headers, &NOT_THEIRS_TO_SAY);
    drop_where(headers, |name| begins(name, &NOT_THEIRS_TO_BEGIN));
}

fn begins(name: &str, prefixes: &[&str]) -> bool {
    prefixes.iter().any(|prefix| name.starts_with(prefix))
}

fn drop_where(headers: &mut HeaderMap, is_meant: impl Fn(&str) -> bool) {
    let meant = headers.keys().filter(|name| is_meant(name.as_str()));
    for name in meant.cloned().collect::<Vec<_>>() {
        headers.remove(name);
    }
}

/// Drops the headers of every connection, and those that this connection names.
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
            ("x-original-url", "/admin"),
            ("x-http-method-override", "DELETE"),
            ("x-consumer-username", "bank"),
            ("x-authenticated-userid", "1"),
            ("remote-user", "root"),
            ("x-remote-user", "root"),
            ("x-webauth-user", "root"),
            ("x-ssl-client-s-dn", "CN=bank"),
            ("cf-connecting-ip", "127.0.0.1"),
            ("true-client-ip", "127.0.0.1"),
            ("x-client-ip", "127.0.0.1"),
            ("via", "1.1 inside"),
            ("proxy", "http://evil.example"),
            ("expect", "100-continue"),
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
            (
                "content-security-policy-report-only",
                "report-uri //evil.example",
            ),
            ("reporting-endpoints", "x=\"https://evil.example\""),
            ("nel", "{}"),
            ("report-to", "{}"),
            ("referrer-policy", "unsafe-url"),
            ("x-frame-options", "ALLOWALL"),
            ("x-content-type-options", "sniff"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("cross-origin-opener-policy", "unsafe-none"),
            ("x-accel-redirect", "/secrets"),
            ("x-powered-by", "PHP/5.3"),
            ("content-type", "application/json"),
            ("access-control-allow-origin", "*"),
        ]);
        clean_response(&mut map);
        let mut left: Vec<_> = map.keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, ["access-control-allow-origin", "content-type"]);
    }
}
