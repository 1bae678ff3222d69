//! What these endpoints refuse, and how: one table of codes, statuses and texts (RFC 6749 §5.2).

use std::time::Duration;

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::oauth::{AuthenticateError, GrantError, KeyError};
use serde::Serialize;

use super::json::{Compact, NO_CACHE, NO_STORE};
use crate::http::retry_after;

#[derive(Debug)]
pub enum OauthError {
    /// The request is none, and why.
    InvalidRequest(&'static str),
    /// Nobody, or nobody who may; and how the client tried to say who it is.
    InvalidClient(Attempt),
    UnsupportedGrantType,
    InvalidScope,
    /// A client that may not do this.
    UnauthorizedClient,
    /// Wrong too often (RFC 8628 §3.5 has the code, RFC 6585 §4 the status).
    SlowDown(Duration),
    /// Something broke; what it was is in the log. When it is worth to ask again.
    Fault(Duration),
}

/// How a client that was not believed tried to say who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    Header,
    /// As above, with a mistake that many make.
    LineBreak,
    Body,
    None,
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    error_description: &'static str,
}

impl OauthError {
    const fn table(&self) -> (StatusCode, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Self::InvalidRequest(why) => (S::BAD_REQUEST, "invalid_request", why),
            Self::InvalidClient(attempt) => (S::UNAUTHORIZED, "invalid_client", attempt.text()),
            Self::UnsupportedGrantType => (
                S::BAD_REQUEST,
                "unsupported_grant_type",
                "The grant_type must be client_credentials.",
            ),
            Self::InvalidScope => (
                S::BAD_REQUEST,
                "invalid_scope",
                "The application does not have the scope. Leave the parameter out.",
            ),
            Self::UnauthorizedClient => (
                S::BAD_REQUEST,
                "unauthorized_client",
                "A gateway cannot do this; the application whose token it is can.",
            ),
            Self::SlowDown(_) => (
                S::TOO_MANY_REQUESTS,
                "slow_down",
                "Too many wrong secrets. Wait as long as Retry-After says.",
            ),
            Self::Fault(_) => (
                S::SERVICE_UNAVAILABLE,
                "temporarily_unavailable",
                "Something failed on our side. Try again shortly.",
            ),
        }
    }
}

impl Attempt {
    const fn text(self) -> &'static str {
        match self {
            Self::Header | Self::Body => {
                "Unknown or inactive application, or a wrong secret key. The credential doctor of \
                 the portal, at /diagnostico, tells what is wrong with a header."
            }
            Self::LineBreak => {
                "The base64 ends in a line break that belongs to neither key. Encode with printf \
                 instead of echo."
            }
            Self::None => {
                "Say who calls: x-client-auth: Basic, Authorization: Basic, or client_id and \
                 client_secret in the body."
            }
        }
    }
}

impl IntoResponse for OauthError {
    fn into_response(self) -> Response {
        let (status, error, error_description) = self.table();
        let body = Body {
            error,
            error_description,
        };
        let mut response = (status, [NO_STORE, NO_CACHE], Compact(body)).into_response();
        if let Some((name, value)) = self.header() {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

impl OauthError {
    fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::InvalidClient(Attempt::Header | Attempt::LineBreak | Attempt::None) => {
                let challenge = HeaderValue::from_static("Basic realm=\"oauth2\"");
                Some((header::WWW_AUTHENTICATE, challenge))
            }
            Self::SlowDown(wait) | Self::Fault(wait) => {
                let seconds = HeaderValue::from(wait.as_secs() + 1);
                Some((header::RETRY_AFTER, seconds))
            }
            _ => None,
        }
    }

    /// What an authentication failed by, and how it was tried.
    pub(super) fn of(error: AuthenticateError, attempt: Attempt) -> Self {
        match error {
            AuthenticateError::Invalid => Self::InvalidClient(attempt),
            AuthenticateError::Throttled { retry_after } => Self::SlowDown(retry_after),
            AuthenticateError::Fault(error) => error.into(),
        }
    }
}

impl From<KeyError> for OauthError {
    fn from(error: KeyError) -> Self {
        tracing::error!(%error, "the authorization server cannot answer");
        Self::Fault(retry_after(&error))
    }
}

impl From<GrantError> for OauthError {
    fn from(error: GrantError) -> Self {
        match error {
            GrantError::InvalidScope => Self::InvalidScope,
            GrantError::Keys(error) => error.into(),
            GrantError::NoApi | GrantError::NoKey | GrantError::Sign(_) => {
                tracing::error!(%error, "no token can be given");
                Self::Fault(retry_after(&error))
            }
        }
    }
}
