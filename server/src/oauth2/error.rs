//! The errors of these endpoints, with their codes, statuses and texts (RFC 6749 §5.2).

use std::time::Duration;

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    oauth::{AuthenticateError, ClientSecret, GrantError, KeyError},
    values::credential::{KeyMistake, key_mistake},
};
use serde::Serialize;

use super::json::{Compact, NO_CACHE, NO_STORE};
use crate::http::retry_after;

#[derive(Debug)]
pub enum OauthError {
    /// The request is wrong, for this reason.
    InvalidRequest(&'static str),
    /// The client is unknown or its secret is wrong. It holds how the client tried to authenticate,
    /// and the mistake that the keys show.
    InvalidClient(Attempt, Option<KeyMistake>),
    UnsupportedGrantType,
    InvalidScope,
    /// The client may not do this.
    UnauthorizedClient,
    /// Too many wrong secrets (the code is of RFC 8628 §3.5, the status of RFC 6585 §4).
    SlowDown(Duration),
    /// A fault of the portal, whose cause is logged; and when to try again.
    Fault(Duration),
}

/// How an unauthenticated client tried to authenticate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    Header,
    Body,
    None,
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    error_description: &'static str,
}

impl OauthError {
    pub(super) const fn code(&self) -> &'static str {
        self.table().1
    }

    const fn table(&self) -> (StatusCode, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Self::InvalidRequest(why) => (S::BAD_REQUEST, "invalid_request", why),
            Self::InvalidClient(attempt, mistake) => {
                let text = match mistake {
                    Some(mistake) => mistake_text(*mistake),
                    None => attempt.text(),
                };
                (S::UNAUTHORIZED, "invalid_client", text)
            }
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
            Self::None => {
                "Say who calls: x-client-auth: Basic, Authorization: Basic, or client_id and \
                 client_secret in the body."
            }
        }
    }
}

/// The text for a mistake that the keys themselves show. It tells nothing about whether the
/// application exists.
const fn mistake_text(mistake: KeyMistake) -> &'static str {
    match mistake {
        KeyMistake::LineBreak => {
            "The secret key ends in a line break that does not belong to it. Encode with printf \
             instead of echo."
        }
        KeyMistake::Swapped => {
            "The keys are swapped: the public key comes first, then the secret key."
        }
        KeyMistake::SecretForPublic => {
            "This is the secret key, not the public key, which comes before the colon."
        }
        KeyMistake::PublicForSecret => {
            "This is the public key, not the secret key, which comes after the colon."
        }
        KeyMistake::Character => {
            "A character of the secret key is wrong: its checksum does not match. Copy it again."
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
            Self::InvalidClient(Attempt::Header | Attempt::None, _) => {
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

    /// The error for a failed authentication, by how it was tried and with which keys.
    pub(super) fn of(error: AuthenticateError, attempt: Attempt, keys: &ClientSecret) -> Self {
        match error {
            AuthenticateError::Invalid => {
                Self::InvalidClient(attempt, key_mistake(&keys.public_key, &keys.secret_key))
            }
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
