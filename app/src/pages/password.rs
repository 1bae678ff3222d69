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
    components::page_head,
    forms::{
        Errors, Onward, error_summary, new_password, new_password_fields, onward_field, username,
    },
    routes,
    web::{
        Access::Password, Flash, Page, PageError, Posted, Site, Visit, local_path, see_other,
        see_other_with,
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
    onward: String,
}

impl Form {
    fn parse(&self, about: &[&str]) -> Result<NewPassword, Errors> {
        let mut errors = Errors::of_shape(self);
        let password = new_password(&self.password, &self.confirmation, about, &mut errors);
        errors.finish(|| password)
    }
}

async fn show(visit: Visit, Query(onward): Query<Onward>) -> Result<Response, PageError> {
    if is_full(&visit) {
        return Ok(see_other(routes::ACCOUNT_PASSWORD));
    }
    let profile = accounts::profile(&visit.scope).await?;
    Ok(page(&visit, &profile, &onward.onward, &Errors::default()).into_response())
}

async fn save(visit: Visit, Posted(form): Posted<Form>) -> Result<Response, PageError> {
    if is_full(&visit) {
        return Ok(see_other(routes::ACCOUNT_PASSWORD));
    }
    let profile = accounts::profile(&visit.scope).await?;
    let password = match form.parse(&personal_words(&visit.scope)?) {
        Ok(password) => password,
        Err(errors) => {
            return Ok(page(&visit, &profile, &form.onward, &errors)
                .unprocessable()
                .into_response());
        }
    };
    let onward = local_path(&form.onward);
    let flash = match (is_first(&profile), onward) {
        (true, None) => Flash::AccountReady,
        (true, Some(_)) => Flash::AccountReadyToAsk,
        (false, _) => Flash::PasswordSaved,
    };
    match accounts::set_password(&visit.scope, visit.passwords(), password, &visit.device).await {
        Ok(session) => {
            let path = onward.unwrap_or(routes::APPLICATIONS);
            let answer = see_other_with(path, flash, &visit);
            Ok(session_start::with_session(answer, &session, &visit))
        }
        Err(SetPasswordError::Forbidden(forbidden)) => Err(forbidden.into()),
        Err(SetPasswordError::Busy(busy)) => Err(busy.into()),
        Err(SetPasswordError::Database(error)) => Err(error.into()),
    }
}

/// Whoever is signed in changes the password with the current one, elsewhere.
fn is_full(visit: &Visit) -> bool {
    visit.session == Some(SessionKind::Full)
}

const fn is_first(profile: &Profile) -> bool {
    profile.password_changed_at.is_none()
}

fn page(visit: &Visit, profile: &Profile, onward: &str, errors: &Errors) -> Page {
    let locale = visit.locale;
    let (title, lead) = if is_first(profile) {
        (t::first_title(locale), t::first_lead(locale))
    } else {
        (t::new_title(locale), t::new_lead(locale))
    };
    let labels = [
        ("password", t::password(locale)),
        ("confirmation", t::confirmation(locale)),
    ];
    Page::new(visit, title, || {
        view! {
            {page_head(title, Some(lead))}
            <form class="form" method="post" novalidate>
                {error_summary(errors, &labels, locale)}
                {onward_field(onward)}
                {username(profile.email.shown(), locale)}
                {new_password_fields(t::password(locale), errors, locale)}
                <div class="actions"><button class="btn">{common::save(locale)}</button></div>
            </form>
        }
    })
    .narrow()
}
