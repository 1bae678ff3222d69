//! The switch of language at the foot of every page.

use axum::{http::header, response::Response};
use domain::accounts;
use locales::Locale;
use serde::Deserialize;

use crate::{
    routes,
    web::{PageError, PostedForm, Visit, language, local_path, remember, see_other},
};

#[derive(Deserialize)]
pub struct Choice {
    locale: String,
    #[serde(default)]
    back: String,
    /// The fields of the form on that page.
    #[serde(default)]
    typed: String,
}

/// Keeps the language in a cookie and in the account, and goes back to where the
/// reader was, with what was typed there.
pub async fn choose(
    visit: Visit,
    PostedForm(choice): PostedForm<Choice>,
) -> Result<Response, PageError> {
    let locale: Locale = choice.locale.parse().map_err(|_| PageError::Malformed)?;
    if visit.person().is_some() {
        accounts::set_locale(&visit.scope, locale).await?;
    }
    let back = local_path(&choice.back).unwrap_or(routes::HOME);
    let mut response = see_other(back);
    if let Some(cookie) = remember(&visit, back, &choice.typed).await? {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(with_language_cookie(response, locale, &visit))
}

/// The answer, with the language kept in the browser.
pub fn with_language_cookie(mut response: Response, locale: Locale, visit: &Visit) -> Response {
    if let Some(cookie) = language::cookie(locale, visit.app.https) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
