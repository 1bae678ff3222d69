//! The `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers-10) and `Retry-After`.

use std::{fmt::Write, time::Duration};

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use domain::usage::{CallKind, QuotaState};

const LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
/// A quota that does not come back by itself is worth asking for again the next day.
const A_DAY: Duration = Duration::from_hours(24);

/// Tells how a quota stands.
pub fn tell_quota(headers: &mut HeaderMap, kind: CallKind, quota: &QuotaState) {
    let mut policy = format!("\"{kind}\";q={}", quota.calls);
    let mut limit = format!("\"{kind}\";r={}", quota.remaining);
    if let (Some(window), Some(left)) = (quota.window, quota.left) {
        let _ = write!(policy, ";w={}", window.as_secs());
        let _ = write!(limit, ";t={}", left.as_secs());
    }
    for (name, text) in [(POLICY, policy), (LIMIT, limit)] {
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(name, value);
        }
    }
}

/// When to ask again (RFC 9110 §10.2.3).
pub fn tell_wait(headers: &mut HeaderMap, quota: &QuotaState) {
    let wait = quota.left.unwrap_or(A_DAY).min(A_DAY);
    let wait = if wait.is_zero() { A_DAY } else { wait };
    headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs()));
}
