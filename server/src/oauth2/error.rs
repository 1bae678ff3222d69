//! The errors of these endpoints, with their codes, statuses and texts (RFC 6749 §5.2).

use std::time::Duration;

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    clients::TokenRefusal,
    oauth::{AuthenticateError, ClientSecret, GrantError, KeyError},
    values::credential::{KeyMistake, key_mistake},
};
use serde::Serialize;

use super::json::{Compact, NO_CACHE, NO_STORE};
use crate::http::retry_after;

/// What a gateway of the portal's owner is told that asks for what only applications get.
pub const OF_GATEWAY: &str = "A gateway cannot do this; the application whose token it is can.";
/// When whoever found too many passwords waiting may try again: a few hashes later.
const BUSY: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub enum OauthError {
    /// The request is wrong, for this reason.
    InvalidRequest(&'static str),
    /// The client is unknown or its secret is wrong. It holds how the client tried to authenticate,
    /// and the mistake that the keys show.
    InvalidClient(Attempt, Option<KeyMistake>),
    /// A registered client is unknown or disabled, or its secret is wrong or missing.
    UnknownClient(Attempt),
    /// The grant is none of these.
    UnsupportedGrantType(&'static str),
    InvalidScope(&'static str),
    /// The password, or the refresh token, is not good, for this reason.
    InvalidGrant(&'static str),
    /// The portal guards no such resource (RFC 8707 §2).
    InvalidTarget,
    /// The client may not do this, for this reason.
    UnauthorizedClient(&'static str),
    /// Too many wrong secrets or passwords (the code is of RFC 8628 §3.5, the status of RFC 6585 §4).
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

    pub(super) const fn table(&self) -> (StatusCode, &'static str, &'static str) {
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
            Self::UnknownClient(_) => (
                S::UNAUTHORIZED,
                "invalid_client",
                "Unknown or disabled client, or a wrong or missing client_secret.",
            ),
            Self::UnsupportedGrantType(why) => (S::BAD_REQUEST, "unsupported_grant_type", why),
            Self::InvalidScope(why) => (S::BAD_REQUEST, "invalid_scope", why),
            Self::InvalidGrant(why) => (S::BAD_REQUEST, "invalid_grant", why),
            Self::InvalidTarget => (
                S::BAD_REQUEST,
                "invalid_target",
                "The resource is none of this portal, or more than what was granted. Leave the \
                 parameter out, or take the one that /.well-known/oauth-protected-resource names.",
            ),
            Self::UnauthorizedClient(why) => (S::BAD_REQUEST, "unauthorized_client", why),
            Self::SlowDown(_) => (
                S::TOO_MANY_REQUESTS,
                "slow_down",
                "Too many wrong secrets or passwords. Wait as long as Retry-After says.",
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
    pub(super) fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::InvalidClient(Attempt::Header | Attempt::None, _)
            | Self::UnknownClient(Attempt::Header | Attempt::None) => {
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
            GrantError::InvalidScope => Self::InvalidScope(
                "The application does not have the scope. Leave the parameter out.",
            ),
            GrantError::NotBegun => Self::UnauthorizedClient(
                "The contract of the application has not begun yet. Its page in the portal says \
                 when it does.",
            ),
            GrantError::Keys(error) => error.into(),
            GrantError::NoApi | GrantError::NoKey | GrantError::Sign(_) => {
                tracing::error!(%error, "no token can be given");
                Self::Fault(retry_after(&error))
            }
        }
    }
}

impl OauthError {
    /// The error for a client that gets no token, by how it authenticated.
    pub(super) fn of_client(refusal: TokenRefusal, attempt: Attempt) -> Self {
        match refusal {
            TokenRefusal::Client(AuthenticateError::Invalid) => Self::UnknownClient(attempt),
            TokenRefusal::Client(AuthenticateError::Throttled { retry_after })
            | TokenRefusal::PasswordThrottled { retry_after } => Self::SlowDown(retry_after),
            TokenRefusal::Client(AuthenticateError::Fault(error)) | TokenRefusal::Fault(error) => {
                error.into()
            }
            TokenRefusal::Sign(error) => error.into(),
            TokenRefusal::Overloaded => Self::Fault(BUSY),
            TokenRefusal::Pending => Self::UnauthorizedClient(
                "The client works once a second administrator has approved it.",
            ),
            TokenRefusal::Network => {
                Self::UnauthorizedClient("The client may not ask for tokens from this address.")
            }
            TokenRefusal::OtherKind => Self::UnauthorizedClient(
                "The client is of another kind: credentials clients use client_credentials, \
                 password clients use password, authorization clients use authorization_code; the \
                 last two use refresh_token, unless they registered themselves without it.",
            ),
            TokenRefusal::NotConfidential => Self::UnauthorizedClient(
                "A client that is not confidential cannot use client_credentials.",
            ),
            TokenRefusal::Scope => {
                Self::InvalidScope("The client does not have the scope. Leave the parameter out.")
            }
            TokenRefusal::Resource => Self::InvalidTarget,
            TokenRefusal::Code => Self::InvalidGrant(
                "The code is unknown or expired, of another client, or was sent to another \
                 redirect_uri.",
            ),
            TokenRefusal::CodeReused => Self::InvalidGrant(
                "The code was used before. All tokens that came from it are revoked: ask the person \
                 again.",
            ),
            TokenRefusal::Verifier => {
                Self::InvalidGrant("The code_verifier is not what the code_challenge was made of.")
            }
            TokenRefusal::WrongPassword => {
                Self::InvalidGrant("Username and password do not belong together.")
            }
            TokenRefusal::SecondFactor => Self::InvalidGrant(
                "The account asks for a second factor, which this grant cannot give. Have the \
                 person allow the program with an authorization client instead.",
            ),
            TokenRefusal::Refresh => Self::InvalidGrant(
                "The refresh_token is unknown, expired or revoked, or of another client.",
            ),
            TokenRefusal::Reused => Self::InvalidGrant(
                "The refresh_token was used before. All tokens that came from it are revoked: \
                 sign in again.",
            ),
        }
    }
}
