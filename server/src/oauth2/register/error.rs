//! What a program is told that is not registered (RFC 7591 §3.2.2, RFC 6750 §3.1).

use std::borrow::Cow;

use axum::{
    extract::rejection::BytesRejection,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    clients::{ClientMistake, MAX_NAME, MAX_OWN, MAX_REDIRECTS, ProgramRefusal, RedirectMistake},
    oauth::AuthenticateError,
};
use serde::Serialize;

use super::super::{
    OauthError,
    json::{Compact, NO_CACHE, NO_STORE},
};

type Words = Cow<'static, str>;

#[derive(Debug)]
pub enum RegistrationError {
    /// There is no token, so nothing is said of one (RFC 6750 §3.1).
    NoToken,
    /// It is unknown, used or expired.
    Token,
    /// The program is registered for somebody who has as many as anybody may have.
    TooMany,
    Redirect(Words),
    /// What else the program says of itself, with the name of the member.
    Metadata(Words),
    MediaType,
    TooLarge,
    /// As at any other door.
    Common(OauthError),
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    error_description: Words,
}

impl RegistrationError {
    pub fn metadata(words: impl Into<Words>) -> Self {
        Self::Metadata(words.into())
    }

    pub fn redirect(words: impl Into<Words>) -> Self {
        Self::Redirect(words.into())
    }

    /// Status and body.
    fn table(self) -> (StatusCode, &'static str, Words) {
        use StatusCode as S;
        match self {
            Self::NoToken => (
                S::UNAUTHORIZED,
                "invalid_token",
                "Send an initial access token as Authorization: Bearer. People make one under \
                 /conta."
                    .into(),
            ),
            Self::Token => (
                S::UNAUTHORIZED,
                "invalid_token",
                "The initial access token is unknown, used or expired. Ask for a new one.".into(),
            ),
            Self::TooMany => {
                let words = format!(
                    "{MAX_OWN} programs are registered for this person. One must be deleted first."
                );
                (S::FORBIDDEN, "access_denied", words.into())
            }
            Self::Redirect(words) => (S::BAD_REQUEST, "invalid_redirect_uri", words),
            Self::Metadata(words) => (S::BAD_REQUEST, "invalid_client_metadata", words),
            Self::MediaType => (
                S::BAD_REQUEST,
                "invalid_request",
                "The Content-Type must be application/json.".into(),
            ),
            Self::TooLarge => (
                S::PAYLOAD_TOO_LARGE,
                "too_large",
                "The body is too long.".into(),
            ),
            Self::Common(error) => {
                let (status, code, words) = error.table();
                (status, code, words.into())
            }
        }
    }

    /// What a program without a good token must send (RFC 6750 §3).
    const fn challenge(&self) -> Option<&'static str> {
        match self {
            Self::NoToken => Some("Bearer"),
            Self::Token => Some("Bearer error=\"invalid_token\""),
            _ => None,
        }
    }
}

impl IntoResponse for RegistrationError {
    fn into_response(self) -> Response {
        if let Self::Common(error) = self {
            return error.into_response();
        }
        let challenge = self.challenge();
        let (status, error, error_description) = self.table();
        let body = Body {
            error,
            error_description,
        };
        let mut response = (status, [NO_STORE, NO_CACHE], Compact(body)).into_response();
        if let Some(challenge) = challenge {
            let challenge = HeaderValue::from_static(challenge);
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

impl From<AuthenticateError> for RegistrationError {
    fn from(error: AuthenticateError) -> Self {
        match error {
            AuthenticateError::Invalid => Self::Token,
            AuthenticateError::Throttled { retry_after } => {
                Self::Common(OauthError::SlowDown(retry_after))
            }
            AuthenticateError::Fault(error) => Self::Common(error.into()),
        }
    }
}

impl From<BytesRejection> for RegistrationError {
    fn from(error: BytesRejection) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge
        } else {
            Self::metadata("The body did not arrive.")
        }
    }
}

impl From<ProgramRefusal> for RegistrationError {
    fn from(refusal: ProgramRefusal) -> Self {
        match refusal {
            ProgramRefusal::Mistakes(found) => of_mistakes(&found),
            ProgramRefusal::Spent => Self::Token,
            ProgramRefusal::TooMany => Self::TooMany,
            ProgramRefusal::Database(error) => {
                let error = domain::oauth::KeyError::from(error);
                Self::Common(error.into())
            }
        }
    }
}

/// The first of several: a program reads one.
fn of_mistakes(found: &[ClientMistake]) -> RegistrationError {
    use RegistrationError as E;
    match found.first() {
        Some(ClientMistake::NoName) => E::metadata("client_name is missing."),
        Some(ClientMistake::LongName) => {
            E::metadata(format!("client_name can have up to {MAX_NAME} characters."))
        }
        Some(ClientMistake::NoRedirect) => E::redirect("redirect_uris has no address."),
        Some(ClientMistake::ManyRedirects) => E::redirect(format!(
            "redirect_uris can have up to {MAX_REDIRECTS} addresses."
        )),
        Some(ClientMistake::Redirect(text, why)) => {
            let (text, why) = (shortened(text), why_not(why));
            E::redirect(format!("redirect_uris: {text} {why}"))
        }
        Some(ClientMistake::Scope(name)) => {
            let name = shortened(name);
            E::metadata(format!(
                "scope: {name} is no API that the person may see, nor portal.read or portal.write."
            ))
        }
        Some(ClientMistake::ManyScopes) => E::metadata("scope has too many APIs for one token."),
        _ => E::metadata("The metadata is no client's."),
    }
}

/// What was sent, as much of it as tells which it is, in the letters of descriptions (RFC 6749 §5.2).
fn shortened(text: &str) -> String {
    let is_told = |c: &char| matches!(c, ' '..='~') && !matches!(c, '"' | '\\');
    text.chars().filter(is_told).take(100).collect()
}

fn why_not(mistake: &RedirectMistake) -> Words {
    match mistake {
        RedirectMistake::NoAddress => "is no address with a host.".into(),
        RedirectMistake::Insecure => {
            "must be https, or http on 127.0.0.1, [::1] or localhost.".into()
        }
        RedirectMistake::Fragment => "may have no fragment.".into(),
        RedirectMistake::Credentials => "may hold no user.".into(),
        RedirectMistake::TooLong => "is too long.".into(),
        RedirectMistake::Unusual(usual) => {
            format!("must be written as {}", shortened(usual)).into()
        }
    }
}
