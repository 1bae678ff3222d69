//! The security headers of every answer.

use std::sync::Arc;

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

use super::ForPrograms;

/// Scripts and styles are files of the portal, and nothing is inline, so no nonce is needed.
const CONTENT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// Browsers should not show answers of an API; if one does, the answer may do nothing.
const CONTENT_FOR_PROGRAMS: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Pages only need to copy a credential, and to ask for passkeys.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), \
    clipboard-write=(self), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), \
    gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    picture-in-picture=(), publickey-credentials-create=(self), publickey-credentials-get=(self), \
    screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

const TWO_YEARS: &str = "max-age=63072000";

/// The paths of links that open something to whoever has them.
const LINKS: [&str; 3] = ["/acesso/", "/avisos/", "/convites/"];

/// The headers, which depend on whether the portal is reached over https.
#[derive(Clone)]
pub struct Headers {
    pages: Arc<[(HeaderName, HeaderValue)]>,
    programs: Arc<[(HeaderName, HeaderValue)]>,
}

impl Headers {
    pub fn new(https: bool) -> Self {
        let own = HeaderName::from_static("cross-origin-resource-policy");
        let strict = https.then_some((header::STRICT_TRANSPORT_SECURITY, TWO_YEARS));
        let all = |content, more: &[(HeaderName, &'static str)]| {
            [
                (header::CONTENT_SECURITY_POLICY, content),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (own.clone(), "same-origin"),
            ]
            .into_iter()
            .chain(strict.clone())
            .chain(more.iter().cloned())
            .map(|(name, value)| (name, HeaderValue::from_static(value)))
            .collect()
        };
        let opener = HeaderName::from_static("cross-origin-opener-policy");
        let permissions = HeaderName::from_static("permissions-policy");
        Self {
            pages: all(
                CONTENT,
                &[(opener, "same-origin"), (permissions, PERMISSIONS)],
            ),
            programs: all(CONTENT_FOR_PROGRAMS, &[]),
        }
    }

    /// Keeps a header that a page has set itself.
    pub fn add(&self, response: &mut Response, referrer: HeaderValue) {
        let for_programs = response.extensions().get::<ForPrograms>().is_some();
        let answer = response.headers_mut();
        let told = if for_programs {
            &self.programs
        } else {
            answer.entry(header::REFERRER_POLICY).or_insert(referrer);
            &self.pages
        };
        for (name, value) in &**told {
            answer.entry(name).or_insert_with(|| value.clone());
        }
    }

    /// Keeps the address of a link from leaving the portal. `no-referrer` would also remove the
    /// `Origin` of the form on its page (Fetch §3.2), by which older browsers show where it comes
    /// from.
    pub fn referrer_policy(path: &str) -> HeaderValue {
        HeaderValue::from_static(if LINKS.iter().any(|links| path.starts_with(links)) {
            "strict-origin"
        } else {
            "same-origin"
        })
    }
}
