//! Registration: who one is; then a mail with a one-time link.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::accounts::{self, Email, Registration, RegistrationError, RegistrationOutcome};
use leptos::prelude::*;
use locales::{Locale, layout, sign_up as t};
use serde::Deserialize;
use validator::Validate;
use values::PersonName;

use super::sent;
use crate::{
    components::{mail_sent, page_head},
    forms::{
        Errors, FieldError, Onward, Refusal, TextField, agreed, by_way_of, error_summary,
        field_error, message, onward_field,
    },
    routes,
    web::{
        Access::Anyone, Flash, KeptForm, Page, PageError, Posted, Site, Visit, see_other,
        see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::SIGN_UP, show)
        .post(Anyone, routes::SIGN_UP, register)
        .get(Anyone, routes::SIGN_UP_SENT, show_sent)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    given_name: String,
    family_name: String,
    email: String,
    #[validate(custom(function = agreed))]
    consent: bool,
    #[serde(rename = "continuar")]
    onward: String,
}

impl Form {
    fn parse(&self, locale: Locale) -> Result<Registration, Errors> {
        let mut errors = Errors::of_shape(self);
        let given_name = errors.check("given_name", PersonName::parse(&self.given_name));
        let family_name = errors.check("family_name", PersonName::parse(&self.family_name));
        let email = errors.check("email", Email::parse(&self.email));
        errors.finish(|| {
            Some(Registration {
                given_name: given_name?,
                family_name: family_name?,
                email: email?,
                locale,
            })
        })
    }
}

async fn show(
    visit: Visit,
    Query(Onward { onward }): Query<Onward>,
    KeptForm(kept): KeptForm<Form>,
) -> Page {
    let form = Form {
        onward,
        ..kept.unwrap_or_default()
    };
    page(&visit, &form, &Errors::default(), None)
}

async fn register(visit: Visit, Posted(form): Posted<Form>) -> Result<Response, PageError> {
    let registration = match form.parse(visit.locale) {
        Ok(registration) => registration,
        Err(errors) => return Ok(with_mistakes(&visit, &form, &errors)),
    };
    let onward = accounts::Onward::parse(&form.onward);
    match accounts::register_towards(
        &visit.scope,
        &visit.app.services.incidents,
        registration,
        onward,
    )
    .await
    {
        Ok(registered) => {
            let answer = registered_response(&visit, registered);
            Ok(sent::remember(answer, &form.email, &visit))
        }
        Err(RegistrationError::FreeMail) => {
            let errors = Errors::of("email", FieldError::FreeMail);
            Ok(with_mistakes(&visit, &form, &errors))
        }
        Err(RegistrationError::Throttled { retry_after }) => {
            let refusal = Refusal::TooManyForms { retry_after };
            let page = page(&visit, &form, &Errors::default(), Some(refusal));
            Ok(refusal.answer(page).into_response())
        }
        Err(RegistrationError::Database(error)) => Err(error.into()),
    }
}

fn with_mistakes(visit: &Visit, form: &Form, errors: &Errors) -> Response {
    page(visit, form, errors, None)
        .unprocessable()
        .into_response()
}

/// The same for every address, but for what its domain gives away.
fn registered_response(visit: &Visit, registered: RegistrationOutcome) -> Response {
    if registered.free_mail_warning {
        see_other_with(routes::SIGN_UP_SENT, Flash::FreeMail, visit)
    } else {
        see_other(routes::SIGN_UP_SENT)
    }
}

fn page(visit: &Visit, form: &Form, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    let labels = [
        ("given_name", t::given_name(locale)),
        ("family_name", t::family_name(locale)),
        ("email", t::email(locale)),
        ("consent", t::consent_label(locale)),
    ];
    Page::new(visit, t::title(locale), || {
        view! {
            {page_head(t::title(locale), Some(t::lead(locale)))}
            <form class="form" method="post" novalidate>
                {refusal.map(|refusal| refusal.view(locale))}
                {error_summary(errors, &labels, locale)}
                {onward_field(&form.onward)}
                <div class="form__pair">
                    {name_field("given_name", t::given_name(locale), &form.given_name, "given-name").view(errors, locale)}
                    {name_field("family_name", t::family_name(locale), &form.family_name, "family-name").view(errors, locale)}
                </div>
                {TextField {
                    name: "email",
                    label: t::email(locale),
                    value: form.email.clone(),
                    hint: Some(t::email_hint(locale)),
                    kind: "email",
                    autocomplete: "email",
                    ..TextField::default()
                }
                .view(errors, locale)}
                {consent(form.consent, errors, locale)}
                <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
                <p class="soft">
                    {t::have_account(locale)} " " <a href=by_way_of(routes::SIGN_IN, &form.onward)>{layout::sign_in(locale)}</a>
                </p>
            </form>
        }
    })
    .narrow()
}

fn name_field(
    name: &'static str,
    label: &'static str,
    value: &str,
    autocomplete: &'static str,
) -> TextField {
    TextField {
        name,
        label,
        value: value.to_owned(),
        autocomplete,
        ..TextField::default()
    }
}

fn consent(given: bool, errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let error = errors.get("consent").map(|error| message(error, locale));
    let invalid = error.is_some();
    view! {
        <div class="field" class:field--invalid=invalid>
            <label class="consent">
                <input
                    type="checkbox" id="consent" name="consent" value="true" checked=given
                    aria-invalid=invalid.then_some("true")
                    aria-describedby=invalid.then_some("consent-error")
                />
                <span>
                    {t::consent_before(locale)} <a href=routes::TERMS>{t::terms(locale)}</a>
                    {t::consent_between(locale)} <a href=routes::PRIVACY>{t::privacy(locale)}</a> "."
                </span>
            </label>
            {field_error("consent", error)}
        </div>
    }
}

async fn show_sent(visit: Visit) -> Page {
    let locale = visit.locale;
    let again = (routes::FORGOTTEN, t::another_link(locale));
    Page::new(&visit, t::sent_title(locale), || {
        mail_sent(
            t::sent_title(locale),
            t::sent(locale),
            t::sent_hint(locale),
            sent::address(&visit),
            again,
        )
    })
    .narrow()
}
