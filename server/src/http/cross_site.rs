//! Refuses forms that other sites send.

use app::{routes, web::PageError};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::config::PublicUrl;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Where programs post, by what only they were given.
const FOR_PROGRAMS: [&str; 1] = [routes::NEWS_STOP];

pub async fn refuse(State(public_url): State<PublicUrl>, request: Request, next: Next) -> Response {
    let harmless = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let route = request.extensions().get::<MatchedPath>();
    let is_for_programs = route.is_some_and(|route| FOR_PROGRAMS.contains(&route.as_str()));
    let by_a_program = is_for_programs && is_by_no_page(request.headers());
    if harmless || by_a_program || is_own(request.headers(), &public_url) {
        next.run(request).await
    } else {
        PageError::CrossSite.into_response()
    }
}

/// Whether no page sent the request: browsers name theirs with every form.
fn is_by_no_page(headers: &HeaderMap) -> bool {
    !headers.contains_key(FETCH_SITE) && !headers.contains_key(header::ORIGIN)
}

/// Whether a page of the portal sent the request. Browsers tell it (Fetch Metadata §2.3), and
/// requests that tell nothing are refused. A subdomain counts as another site.
fn is_own(headers: &HeaderMap, public_url: &PublicUrl) -> bool {
    let value = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    match (value(FETCH_SITE), value(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == public_url.as_str(),
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn own(headers: &[(HeaderName, &'static str)]) -> bool {
        let pairs = headers
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
        is_own(&pairs.collect(), &"https://portal.example".parse().unwrap())
    }

    #[test]
    fn the_portals_own_pages_may_post() {
        assert!(own(&[(FETCH_SITE, "same-origin")]));
        assert!(own(&[(FETCH_SITE, "none")]));
        assert!(own(&[(header::ORIGIN, "https://portal.example")]));
    }

    #[test]
    fn others_may_not() {
        for site in ["cross-site", "same-site", "", "Same-Origin"] {
            assert!(!own(&[(FETCH_SITE, site)]), "{site:?}");
            assert!(
                !own(&[
                    (FETCH_SITE, site),
                    (header::ORIGIN, "https://portal.example")
                ]),
                "{site:?}"
            );
        }
        for origin in [
            "null",
            "http://portal.example",
            "https://portal.example:8443",
            "https://evil.example",
            "",
        ] {
            assert!(!own(&[(header::ORIGIN, origin)]), "{origin:?}");
        }
        assert!(!own(&[]));
        assert!(!own(&[
            (header::HOST, "portal.example"),
            (header::REFERER, "https://portal.example/")
        ]));
    }
}
