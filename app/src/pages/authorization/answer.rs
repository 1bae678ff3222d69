//! How a program is answered: by way of the browser, which is led to its address.
//!
//! After a form this is a page in between, which the browser leaves by itself, and not a redirect: a
//! browser holds all redirects that follow a form against `form-action` of the form's page, those of
//! the program's own site too. So the policy of all pages stays as strict as it is. The same goes for
//! what follows the form of the sign-in page.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use domain::{
    clients::{AnswerAddress, AuthorizationFault},
    token::Token,
};
use leptos::prelude::*;
use locales::{authorization as t, common, errors};

use crate::{
    components::PageHead,
    routes,
    web::{Page, Visit, see_other},
};

/// Takes the browser on at once; its page takes the place of this one (HTML §4.2.5.3).
const REFRESH: HeaderName = HeaderName::from_static("refresh");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Why nobody is led anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Client,
    Redirect,
}

/// Whether a page of the portal led here, as that for signing in does.
pub(super) fn is_by_own_page(headers: &HeaderMap) -> bool {
    headers
        .get(FETCH_SITE)
        .is_some_and(|site| site == "same-origin")
}

pub(super) fn code(visit: &Visit, to: &AnswerAddress, code: &Token) -> Response {
    leave(visit, to, &to.with_code(code))
}

/// Tells a program what is wrong, or that it is not wanted.
pub(super) fn fault(
    visit: &Visit,
    to: &AnswerAddress,
    fault: AuthorizationFault,
    after_a_form: bool,
) -> Response {
    let (code, description) = words(fault);
    let address = to.with_error(code, description);
    if after_a_form {
        leave(visit, to, &address)
    } else {
        see_other(&address)
    }
}

fn leave(visit: &Visit, to: &AnswerAddress, address: &str) -> Response {
    let locale = visit.locale;
    let page = Page::new(visit, t::leaving(locale), || {
        view! {
            <PageHead title=t::leaving(locale)/>
            <p>{t::leaving_text(locale, to.host())}</p>
            <div class="actions">
                <a class="btn" href=address.to_owned()>{common::continue_(locale)}</a>
            </div>
        }
    });
    let mut response = page.narrow().secret().into_response();
    if let Ok(value) = HeaderValue::from_str(&format!("0;url={address}")) {
        response.headers_mut().insert(REFRESH, value);
    }
    response
}

/// A page instead of an answer (RFC 6749 §4.1.2.1, RFC 9700 §4.11).
pub(super) fn stop(visit: &Visit, why: Stop) -> Response {
    let locale = visit.locale;
    let text = match why {
        Stop::Client => t::unknown_client(locale),
        Stop::Redirect => t::unknown_redirect(locale),
    };
    Page::new(visit, t::stopped(locale), || {
        view! {
            <PageHead title=t::stopped(locale)/>
            <p>{text}</p>
            <p class="soft">{t::tell(locale)}</p>
            <div class="actions">
                <a class="btn" href=routes::HOME>{errors::go_home(locale)}</a>
                <a class="btn btn--quiet" href=routes::ACCOUNT>{t::to_account(locale)}</a>
            </div>
        }
    })
    .narrow()
    .unprocessable()
    .into_response()
}

/// The code and the description, which programmers read (RFC 6749 §4.1.2.1, RFC 8707 §2).
const fn words(fault: AuthorizationFault) -> (&'static str, &'static str) {
    match fault {
        AuthorizationFault::Repeated => ("invalid_request", "A parameter is repeated."),
        AuthorizationFault::NoResponseType => ("invalid_request", "The response_type is missing."),
        AuthorizationFault::ResponseType => (
            "unsupported_response_type",
            "The response_type must be code.",
        ),
        AuthorizationFault::ResponseMode => ("invalid_request", "The response_mode must be query."),
        AuthorizationFault::Challenge => (
            "invalid_request",
            "The code_challenge must be a SHA-256 in base64url, without padding.",
        ),
        AuthorizationFault::ChallengeMethod => {
            ("invalid_request", "The code_challenge_method must be S256.")
        }
        AuthorizationFault::Scope => (
            "invalid_scope",
            "The client does not have the scope, or the person may not see the API.",
        ),
        AuthorizationFault::Resource => ("invalid_target", "The resource is none of this portal."),
        AuthorizationFault::Denied => ("access_denied", "The person does not want it."),
    }
}
