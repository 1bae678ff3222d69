//! The few cookies of the portal, all of them `HttpOnly` and `SameSite=Lax`.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use domain::accounts::{BROWSER_KNOWN_FOR, OpenedSession};

const SESSION: &str = "balcao";
const SECURE_SESSION: &str = "__Host-balcao";

/// The name of the session's cookie; over https it carries the `__Host-` prefix (RFC 6265bis §4.1.3.2).
pub const fn session_name(https: bool) -> &'static str {
    if https { SECURE_SESSION } else { SESSION }
}

/// The name of the cookie that a browser is known by.
pub const fn browser_name(https: bool) -> &'static str {
    if https {
        "__Host-balcao-navegador"
    } else {
        "balcao-navegador"
    }
}

/// The value of a request's cookie.
#[must_use]
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The names of a request's cookies; what cannot be read is one without a name.
pub fn names(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|value| value.to_str().unwrap_or("?").split(';'))
        .filter(|pair| !pair.trim().is_empty())
        .map(|pair| pair.split_once('=').map_or("", |(name, _)| name.trim()))
}

/// `Set-Cookie` for a value of ours: ASCII without separators.
#[must_use]
pub fn set(name: &str, value: &str, lifetime: Duration, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let age = lifetime.as_secs();
    let cookie = format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&cookie).ok()
}

/// `Set-Cookie` that takes a cookie away.
#[must_use]
pub fn expire(name: &str, https: bool) -> Option<HeaderValue> {
    set(name, "", Duration::ZERO, https)
}

/// `Set-Cookie` for a session just opened.
#[must_use]
pub fn session_cookie(session: &OpenedSession, https: bool) -> Option<HeaderValue> {
    set(
        session_name(https),
        &session.token.expose(),
        session.lifetime,
        https,
    )
}

/// `Set-Cookie` for a browser that somebody came in with; it stays when they leave.
#[must_use]
pub fn browser_cookie(session: &OpenedSession, https: bool) -> Option<HeaderValue> {
    let token = session.browser.as_ref()?;
    set(
        browser_name(https),
        &token.expose(),
        BROWSER_KNOWN_FOR,
        https,
    )
}

/// `Set-Cookie` that ends the session in the browser.
#[must_use]
pub fn clear_session(https: bool) -> Option<HeaderValue> {
    expire(session_name(https), https)
}
