//! The answers to refused calls, with a table of texts.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::{
    catalogue::Api, gateway::Refusal, ids::TransactionId, oauth::TokenError, sandbox::Answer,
};

use metrics::counter;

use super::{answer, headers};
use crate::{http::retry_after, monitoring::THROTTLED};

fn status(refusal: &Refusal) -> StatusCode {
    StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The text that the answer has in addition to the document's text for the status.
pub const fn detail(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoToken => {
            "No access token came with the call: send it in x-client-auth: Bearer or \
             Authorization: Bearer, once."
        }
        Refusal::Token(TokenError::Expired(_), _) | Refusal::ClientExpired => {
            "The access token has expired: get a new one."
        }
        Refusal::Token(TokenError::Revoked(_), _) => {
            "The access token was revoked, or the secret key or the application that it was given \
             to."
        }
        Refusal::ClientEnded => {
            "The access token was revoked, or its client was disabled, or the password that it was \
             given for was changed."
        }
        Refusal::NotForClient => {
            "The client may not call this API: it needs the API as a scope, and whom it acts for \
             needs an approved application of it."
        }
        Refusal::Token(..) => "The access token is none of this portal's, or was cut or changed.",
        Refusal::OtherApi(_) => "The access token is for another API.",
        Refusal::Exhausted(..) => "The calls of the plan are used up.",
        Refusal::Ended(..) => "The days of the plan are over.",
        Refusal::NotBegun(_) => {
            "The contract of the application has not begun yet. Its page in the portal says when \
             it does."
        }
        Refusal::SandboxAlone(_) => "The test keys open the sandbox alone.",
        Refusal::NobodyAnswers(_) => "Nobody answers calls of this plan yet.",
        Refusal::TooLate | Refusal::Fault(_) => "Something failed on our side. Try again shortly.",
    }
}

/// The answer in the API's own shape.
pub fn facts(api: &Api, refusal: &Refusal, transaction: TransactionId, public_url: &str) -> Answer {
    if let Refusal::TooLate | Refusal::Fault(_) = refusal {
        tracing::error!(error = %refusal, "a call cannot be let pass");
    }
    if let Refusal::Exhausted(..) | Refusal::Ended(..) = refusal {
        counter!(THROTTLED, "kind" => "quota").increment(1);
    }
    answer::error(
        api,
        status(refusal),
        detail(refusal),
        transaction,
        public_url,
    )
}

/// Sets the headers of a refusal.
pub fn set_headers(response: &mut Response, refusal: &Refusal) {
    let map = response.headers_mut();
    match refusal {
        // RFC 6750 §3 asks for no error code when no token was sent.
        Refusal::NoToken => {
            let challenge = HeaderValue::from_static("Bearer realm=\"api\"");
            map.insert(header::WWW_AUTHENTICATE, challenge);
        }
        // This includes a token for another audience (RFC 9068 §4).
        Refusal::Token(..)
        | Refusal::OtherApi(_)
        | Refusal::ClientExpired
        | Refusal::ClientEnded => {
            let challenge =
                HeaderValue::from_static("Bearer realm=\"api\", error=\"invalid_token\"");
            map.insert(header::WWW_AUTHENTICATE, challenge);
        }
        Refusal::Exhausted(caller, quota) | Refusal::Ended(caller, quota) => {
            headers::set_quota(map, caller.kind, quota);
            headers::set_retry_after(map, quota);
        }
        Refusal::SandboxAlone(_) | Refusal::NotForClient => {
            let challenge =
                HeaderValue::from_static("Bearer realm=\"api\", error=\"insufficient_scope\"");
            map.insert(header::WWW_AUTHENTICATE, challenge);
        }
        Refusal::TooLate | Refusal::Fault(_) => {
            let wait = retry_after(refusal).as_secs() + 1;
            map.insert(header::RETRY_AFTER, wait.into());
        }
        // The token is good, so no challenge asks for another one.
        Refusal::NotBegun(_) | Refusal::NobodyAnswers(_) => {}
    }
}

/// The answer to a call with several tokens (RFC 6750 §3.1).
pub fn several_tokens(api: &Api, transaction: TransactionId, public_url: &str) -> Response {
    let detail = "Send one access token: in x-client-auth: Bearer or in Authorization: Bearer.";
    let status = StatusCode::BAD_REQUEST;
    let mut response =
        answer::response(answer::error(api, status, detail, transaction, public_url));
    let challenge = HeaderValue::from_static("Bearer realm=\"api\", error=\"invalid_request\"");
    let headers = response.headers_mut();
    headers.insert(header::WWW_AUTHENTICATE, challenge);
    response
}
