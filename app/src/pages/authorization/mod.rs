//! Where a program asks the reader to let it act for them (RFC 6749 §3.1).

mod answer;
mod ask;

use axum::{
    extract::RawQuery,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::clients::{
    self, AuthorizationError, AuthorizationFault, AuthorizationParameters, AuthorizationRequest,
    ConsentError,
};
use serde::Deserialize;

use crate::{
    forms::PasswordPrompt,
    routes,
    web::{Access::Member, PageError, PostedForm, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::AUTHORIZE, show)
        .post(Member, routes::AUTHORIZE, decide)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    resposta: String,
    /// What the page showed, sealed.
    pedido: String,
    /// The password, where it was asked for.
    current: String,
}

async fn show(
    visit: Visit,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    match read(&visit, query).await {
        Ok(request) => {
            let prompt = PasswordPrompt::of(&visit);
            Ok(ask::page(&visit, &request, prompt, false)?.into_response())
        }
        Err(error) => refuse(&visit, error, answer::is_by_own_page(&headers)),
    }
}

/// The request is that of the address, as the page was; the session was looked up anew.
async fn decide(
    mut visit: Visit,
    RawQuery(query): RawQuery,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let request = match read(&visit, query).await {
        Ok(request) => request,
        Err(error) => return refuse(&visit, error, true),
    };
    if form.resposta == ask::REFUSE {
        let denied = AuthorizationFault::Denied;
        return Ok(answer::fault(&visit, &request.answer, denied, true));
    }
    if form.resposta != ask::ALLOW {
        return Err(PageError::Malformed);
    }
    if let Some(prompt) = PasswordPrompt::after(&mut visit, &form.current).await? {
        let page = ask::page(&visit, &request, Some(prompt), false)?;
        return Ok(prompt.answer(page).into_response());
    }
    let vault = visit.vault();
    match clients::consent(&visit.scope, vault, &request, &form.pedido).await {
        Ok(code) => Ok(answer::code(&visit, &request.answer, &code)),
        Err(ConsentError::Changed) => {
            let page = ask::page(&visit, &request, None, true)?;
            Ok(page.unprocessable().into_response())
        }
        // The page asks before.
        Err(ConsentError::Unconfirmed) => Err(PageError::Forbidden),
        Err(ConsentError::Common(error)) => Err(error.into()),
    }
}

async fn read(
    visit: &Visit,
    query: Option<String>,
) -> Result<AuthorizationRequest, AuthorizationError> {
    let query = query.unwrap_or_default();
    let parameters = serde_urlencoded::from_str(&query).unwrap_or_default();
    let parameters = AuthorizationParameters(parameters);
    clients::authorization_request(&visit.scope, &visit.apis, &parameters).await
}

/// The program is told, unless it may not be led to.
fn refuse(
    visit: &Visit,
    error: AuthorizationError,
    after_a_form: bool,
) -> Result<Response, PageError> {
    match error {
        AuthorizationError::Client => Ok(answer::stop(visit, answer::Stop::Client)),
        AuthorizationError::Redirect => Ok(answer::stop(visit, answer::Stop::Redirect)),
        AuthorizationError::Fault(to, fault) => Ok(answer::fault(visit, &to, fault, after_a_form)),
        AuthorizationError::Common(error) => Err(error.into()),
    }
}
