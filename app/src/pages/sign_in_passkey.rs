//! Signing in by a passkey, without a password.

use axum::response::{IntoResponse, Response};
use domain::accounts::passkeys::{PasskeyError, challenge_of_anybody, sign_in_by_passkey};
use leptos::prelude::*;
use locales::{factors as t, layout};
use serde::Deserialize;

use super::session_start;
use crate::{
    components::PageHead,
    forms::keep_return_to,
    routes,
    web::{
        Access::Anyone, Page, PageError, PostedForm, Site, Visit, local_path, no_store_json,
        see_other,
    },
};

pub fn routes(site: Site) -> Site {
    site.post(Anyone, routes::SIGN_IN_PASSKEY, enter).get(
        Anyone,
        routes::SIGN_IN_PASSKEY_CHALLENGE,
        challenge,
    )
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    #[serde(rename = "chave-de-acesso")]
    answer: String,
    #[serde(rename = "continuar")]
    return_to: String,
}

/// What asks for a passkey, for the script of the sign-in page.
async fn challenge(visit: Visit) -> Result<Response, PageError> {
    let asked = challenge_of_anybody(&visit.scope, visit.vault());
    Ok(no_store_json(asked?))
}

async fn enter(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let (passwords, current) = (visit.passwords(), visit.token.as_ref());
    let opened = sign_in_by_passkey(
        &visit.scope,
        passwords,
        &form.answer,
        &visit.device,
        current,
    );
    let session = match opened.await {
        Ok(session) => session,
        Err(PasskeyError::Refused) => return Ok(refused(&visit, &form).into_response()),
        Err(error) => return Err(error.into()),
    };
    let path = match local_path(&form.return_to) {
        Some(path) => path,
        None => session_start::landing_of(&session, &visit).await?,
    };
    let answer = see_other(&session_start::by_way_of_terms(path, &session));
    Ok(session_start::with_session(answer, &session, &visit))
}

fn refused(visit: &Visit, form: &Form) -> Page {
    let locale = visit.locale;
    let again = keep_return_to(routes::SIGN_IN, &form.return_to);
    Page::new(visit, t::passkey_refused_title(locale), || {
        view! {
            <PageHead title=t::passkey_refused_title(locale) lead=t::passkey_refused(locale)/>
            <div class="actions"><a class="btn" href=again>{layout::sign_in(locale)}</a></div>
        }
    })
    .narrow()
    .unprocessable()
}
