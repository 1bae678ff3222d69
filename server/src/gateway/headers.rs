//! The `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers-10) and `Retry-After`.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use domain::usage::{CallKind, QuotaState, rate_limit};

/// The time to wait for a quota that does not begin anew.
const A_DAY: Duration = Duration::from_hours(24);

/// Sets the headers with the state of a quota.
pub fn set_quota(headers: &mut HeaderMap, kind: CallKind, quota: &QuotaState) {
    for (name, text) in rate_limit(kind, quota) {
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}

/// Sets when to call again (RFC 9110 §10.2.3).
pub fn set_retry_after(headers: &mut HeaderMap, quota: &QuotaState) {
    let wait = match quota.left {
        // The calls come back then.
        Some(left) if quota.renews => left,
        left => left.unwrap_or(A_DAY).min(A_DAY),
    };
    let wait = if wait.is_zero() { A_DAY } else { wait };
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}
