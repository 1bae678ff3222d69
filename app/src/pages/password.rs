//! The password of whoever came in by a link: the first one, or one in place of a forgotten one.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::accounts::{self, Profile, SessionKind, SetPasswordError, personal_words};
use leptos::prelude::*;
use locales::{common, password as t};
use serde::Deserialize;
use validator::Validate;
use values::NewPassword;

use super::session_start;
use crate::{
    components::PageHead,
    forms::{
        ErrorSummary, Errors, FieldLabel, NewPasswordFields, ReturnQuery, ReturnToField, Username,
        new_password,
    },
    routes,
    web::{
        Access::Password, Flash, Page, PageError, PostedForm, Site, Visit, add_return_to,
        local_path, see_other, see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Password, routes::PASSWORD, show)
        .post(Password, routes::PASSWORD, save)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    #[validate(length(min = 1, code = "required"))]
    password: String,
    #[validate(length(min = 1, code = "required"))]
    confirmation: String,
    #[serde(rename = "continuar")]
    return_to: String,
}

impl Form {
    fn parse(&self, about: &[&str]) -> Result<NewPassword, Errors> {
        let mut errors = Errors::of_shape(self);
        let password = new_password(&self.password, &self.confirmation, about, &mut errors);
        errors.finish(|| password)
    }
}

async fn show(visit: Visit, Query(return_to): Query<ReturnQuery>) -> Result<Response, PageError> {
    if is_full(&visit) {
        return Ok(see_other(routes::ACCOUNT_PASSWORD));
    }
    let profile = accounts::profile(&visit.scope).await?;
    Ok(page(&visit, &profile, &return_to.return_to, &Errors::default()).into_response())
}

async fn save(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    if is_full(&visit) {
        return Ok(see_other(routes::ACCOUNT_PASSWORD));
    }
    let profile = accounts::profile(&visit.scope).await?;
    let password = match form.parse(&personal_words(&visit.scope)?) {
        Ok(password) => password,
        Err(errors) => {
            return Ok(page(&visit, &profile, &form.return_to, &errors)
                .unprocessable()
                .into_response());
        }
    };
    let return_to = local_path(&form.return_to);
    let flash = match (is_first(&profile), return_to) {
        (true, None) => Flash::AccountReady,
        (true, Some(_)) => Flash::AccountReadyToAsk,
        (false, _) => Flash::PasswordSaved,
    };
    match accounts::set_password(&visit.scope, visit.passwords(), password, &visit.device).await {
        Ok(session) => {
            let path = return_to.unwrap_or(routes::APPLICATIONS);
            let path = if session.kind == SessionKind::AwaitingFactor {
                add_return_to(routes::SIGN_IN_FACTOR, path)
            } else {
                session_start::by_way_of_terms(path, &session)
            };
            let answer = see_other_with(&path, flash, &visit);
            Ok(session_start::with_session(answer, &session, &visit))
        }
        Err(SetPasswordError::Overloaded(overloaded)) => Err(overloaded.into()),
        Err(SetPasswordError::Common(error)) => Err(error.into()),
    }
}

/// Whoever is signed in changes the password with the current one, elsewhere.
fn is_full(visit: &Visit) -> bool {
    visit.session == Some(SessionKind::Full)
}

const fn is_first(profile: &Profile) -> bool {
    profile.password_changed_at.is_none()
}

fn page(visit: &Visit, profile: &Profile, return_to: &str, errors: &Errors) -> Page {
    let locale = visit.locale;
    let (title, lead) = if is_first(profile) {
        (t::first_title(locale), t::first_lead(locale))
    } else {
        (t::new_title(locale), t::new_lead(locale))
    };
    let labels = [
        FieldLabel::new("password", t::password(locale)),
        FieldLabel::new("confirmation", t::confirmation(locale)),
    ];
    Page::new(visit, title, || {
        view! {
            <PageHead title lead=lead/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <ReturnToField return_to/>
                <Username email=profile.email.shown() locale/>
                <NewPasswordFields label=t::password(locale) errors locale/>
                <div class="actions"><button class="btn">{common::save(locale)}</button></div>
            </form>
        }
    })
    .narrow()
}
