//! How many calls a program may make: so many in each minute, by its client and the person that it
//! acts for, at all doors together, counted by each instance of the portal. Answers say how many are
//! left (draft-ietf-httpapi-ratelimit-headers-10).

use std::{
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Duration,
};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use domain::{
    clients::ClientAccess,
    clock::Timestamp,
    ids::{AccountId, ClientId},
};
use quick_cache::sync::Cache;

use super::error::ApiError;

/// Ten each second: more than any program needs that is told of events by webhooks.
const CALLS: u32 = 600;
const WINDOW: Duration = Duration::from_mins(1);
/// How many programs are counted at a time; those that have not called for long are forgotten.
const MAX_PROGRAMS: usize = 10_000;

const POLICY: (HeaderName, HeaderValue) = (
    HeaderName::from_static("ratelimit-policy"),
    HeaderValue::from_static("\"calls\";q=600;w=60"),
);
const LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// A minute of a program.
#[derive(Clone, Copy, Debug)]
struct Window {
    end: Timestamp,
    left: u32,
}

type Windows = Cache<(ClientId, AccountId), Arc<Mutex<Window>>>;

/// The counts of all programs.
#[derive(Clone)]
pub struct RateLimits(Arc<Windows>);

impl Default for RateLimits {
    fn default() -> Self {
        Self(Arc::new(Cache::new(MAX_PROGRAMS)))
    }
}

impl RateLimits {
    /// For one call, whose caller is not known yet.
    pub fn of_call(&self) -> RateLimit {
        RateLimit {
            windows: Arc::clone(&self.0),
            counted: Arc::default(),
        }
    }
}

/// The limit of a call, once its caller is known.
#[derive(Clone)]
pub struct RateLimit {
    windows: Arc<Windows>,
    /// The calls that are left, and for how many seconds.
    counted: Arc<OnceLock<(u32, u64)>>,
}

impl RateLimit {
    /// Counts one more call of a program.
    ///
    /// # Errors
    /// [`ApiError::TooOften`] when none is left.
    pub fn count(&self, access: &ClientAccess, now: Timestamp) -> Result<(), ApiError> {
        let begun = || {
            Ok::<_, ApiError>(Arc::new(Mutex::new(Window {
                end: now + WINDOW,
                left: CALLS,
            })))
        };
        let key = (access.client, access.account);
        let window = self.windows.get_or_insert_with(&key, begun)?;
        let mut window = window.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back begins a window anew.
        if now >= window.end || window.end > now + WINDOW {
            (window.end, window.left) = (now + WINDOW, CALLS);
        }
        let rest = (window.end - now).to_std().unwrap_or_default();
        let left = window.left.checked_sub(1);
        window.left = left.unwrap_or_default();
        // Nobody else counts the same call.
        let _ = self.counted.set((window.left, seconds(rest)));
        left.map(drop).ok_or(ApiError::TooOften(rest))
    }

    /// Writes what is left into the headers of an answer.
    pub fn write_headers(&self, headers: &mut HeaderMap) {
        let Some((left, seconds)) = self.counted.get() else {
            return;
        };
        let limit = HeaderValue::try_from(format!("\"calls\";r={left};t={seconds}"));
        if let Ok(limit) = limit {
            headers.extend([POLICY, (LIMIT, limit)]);
        }
    }
}

fn seconds(rest: Duration) -> u64 {
    rest.as_secs() + u64::from(rest.subsec_nanos() > 0)
}
