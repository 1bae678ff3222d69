//! The `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers-10).

use std::fmt::Write;

use super::{CallKind, QuotaState};

/// The headers, with names in lower case.
#[must_use]
pub fn rate_limit(kind: CallKind, quota: &QuotaState) -> [(&'static str, String); 2] {
    let mut policy = format!("\"{kind}\";q={}", quota.calls);
    let mut limit = format!("\"{kind}\";r={}", quota.remaining);
    if let (Some(window), Some(left)) = (quota.window, quota.left) {
        // Writing to a string cannot fail.
        let _ = write!(policy, ";w={}", window.as_secs());
        // Without a renewal there is no window after which calls come back.
        if quota.renews {
            let _ = write!(limit, ";t={}", left.as_secs());
        }
    }
    [("ratelimit-policy", policy), ("ratelimit", limit)]
}
