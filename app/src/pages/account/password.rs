//! Changing the password, which asks for the current one.

use axum::response::{IntoResponse, Response};
use domain::accounts::{ChangePasswordError, change_password, personal_words};
use leptos::prelude::*;
use locales::{Locale, account, common, password as t};
use serde::Deserialize;
use validator::Validate;
use values::NewPassword;

use crate::{
    components::{Breadcrumbs, Crumb, PageHead},
    forms::{
        ErrorSummary, Errors, FieldError, FieldLabel, NewPasswordFields, Refusal, RefusalAlert,
        Username, message, new_password,
    },
    islands::PasswordField,
    pages::session_start,
    routes,
    web::{Access::Member, Flash, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_PASSWORD, show)
        .post(Member, routes::ACCOUNT_PASSWORD, save)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    #[validate(length(min = 1, code = "required"))]
    current: String,
    #[validate(length(min = 1, code = "required"))]
    password: String,
    #[validate(length(min = 1, code = "required"))]
    confirmation: String,
}

impl Form {
    fn parse(&self, about: &[&str]) -> Result<NewPassword, Errors> {
        let mut errors = Errors::of_shape(self);
        let password = new_password(&self.password, &self.confirmation, about, &mut errors);
        errors.finish(|| password)
    }
}

async fn show(visit: Visit) -> Page {
    page(&visit, &Errors::default(), None)
}

async fn save(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let password = match form.parse(&personal_words(&visit.scope)?) {
        Ok(password) => password,
        Err(errors) => return Ok(page(&visit, &errors, None).unprocessable().into_response()),
    };
    match change_password(
        &visit.scope,
        visit.passwords(),
        &form.current,
        password,
        &visit.device,
    )
    .await
    {
        Ok(session) => {
            let answer = see_other_with(routes::ACCOUNT, Flash::PasswordSaved, &visit);
            Ok(session_start::with_session(answer, &session, &visit))
        }
        Err(error) => refusal_page(&visit, error),
    }
}

fn refusal_page(visit: &Visit, error: ChangePasswordError) -> Result<Response, PageError> {
    match error {
        ChangePasswordError::WrongPassword => {
            let errors = Errors::of("current", FieldError::PasswordWrong);
            Ok(page(visit, &errors, None).unprocessable().into_response())
        }
        ChangePasswordError::Throttled { retry_after } => {
            let refusal = Refusal::Throttled { retry_after };
            Ok(refusal
                .answer(page(visit, &Errors::default(), Some(refusal)))
                .into_response())
        }
        ChangePasswordError::Overloaded(overloaded) => Err(overloaded.into()),
        ChangePasswordError::Common(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    let labels = [
        FieldLabel::new("current", t::current(locale)),
        FieldLabel::new("password", t::new_password(locale)),
        FieldLabel::new("confirmation", t::confirmation(locale)),
    ];
    let email = visit
        .person()
        .map(|person| person.email.clone())
        .unwrap_or_default();
    let crumbs = vec![Crumb::new(routes::ACCOUNT, account::title(locale))];
    Page::new(visit, t::change_title(locale), || {
        view! {
            <Breadcrumbs locale crumbs here=t::change_title(locale)/>
            <PageHead title=t::change_title(locale) lead=t::new_lead(locale)/>
            <form class="form" method="post" novalidate>
                {refusal.map(|refusal| view! { <RefusalAlert refusal locale/> })}
                <ErrorSummary errors labels locale/>
                <Username email locale/>
                {current_field(errors, locale)}
                <NewPasswordFields label=t::new_password(locale) errors locale/>
                <div class="actions">
                    <button class="btn">{common::save(locale)}</button>
                    <a class="btn btn--quiet" href=routes::ACCOUNT>{common::cancel(locale)}</a>
                </div>
                <p><a href=routes::FORGOTTEN>{t::forgotten(locale)}</a></p>
            </form>
        }
    })
    .narrow()
}

fn current_field(errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let error = errors.get("current").map(|error| message(error, locale));
    view! {
        <PasswordField
            locale name="current".to_owned() label=t::current(locale).to_owned()
            autocomplete="current-password".to_owned() error rules=false
        />
    }
}
