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
    components::{Action, MailSent, PageHead},
    forms::{
        ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, FieldMessage, Refusal,
        RefusalAlert, ReturnQuery, ReturnToField, TextField, agreed, keep_return_to, message,
        return_to_request,
    },
    routes,
    web::{
        Access::Anyone, Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other,
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
    return_to: String,
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
    Query(ReturnQuery { return_to }): Query<ReturnQuery>,
    KeptForm(kept): KeptForm<Form>,
) -> Page {
    let form = Form {
        return_to,
        ..kept.unwrap_or_default()
    };
    page(&visit, &form, &Errors::default(), None)
}

async fn register(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let registration = match form.parse(visit.locale) {
        Ok(registration) => registration,
        Err(errors) => return Ok(page_with_errors(&visit, &form, &errors)),
    };
    let return_to = return_to_request(&form.return_to);
    match accounts::register_towards(
        &visit.scope,
        &visit.app.services.incidents,
        registration,
        return_to,
    )
    .await
    {
        Ok(registered) => {
            let answer = registered_response(&visit, registered);
            Ok(sent::remember(answer, &form.email, &visit))
        }
        Err(RegistrationError::FreeMail) => {
            let errors = Errors::of("email", FieldError::FreeMail);
            Ok(page_with_errors(&visit, &form, &errors))
        }
        Err(RegistrationError::Throttled { retry_after }) => {
            let refusal = Refusal::TooManyForms { retry_after };
            let page = page(&visit, &form, &Errors::default(), Some(refusal));
            Ok(refusal.answer(page).into_response())
        }
        Err(RegistrationError::Database(error)) => Err(error.into()),
    }
}

fn page_with_errors(visit: &Visit, form: &Form, errors: &Errors) -> Response {
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
        FieldLabel::new("given_name", t::given_name(locale)),
        FieldLabel::new("family_name", t::family_name(locale)),
        FieldLabel::new("email", t::email(locale)),
        FieldLabel::new("consent", t::consent_label(locale)),
    ];
    Page::new(visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <form class="form" method="post" novalidate>
                {refusal.map(|refusal| view! { <RefusalAlert refusal locale/> })}
                <ErrorSummary errors labels locale/>
                <ReturnToField return_to=&form.return_to/>
                <div class="form__pair">
                    <TextField
                        name="given_name" label=t::given_name(locale) value=form.given_name.as_str()
                        autocomplete="given-name" errors locale
                    />
                    <TextField
                        name="family_name" label=t::family_name(locale)
                        value=form.family_name.as_str() autocomplete="family-name" errors locale
                    />
                </div>
                <TextField
                    name="email" label=t::email(locale) value=form.email.as_str()
                    hint=t::email_hint(locale) kind=FieldKind::Email autocomplete="email" errors
                    locale
                />
                <ConsentField given=form.consent errors locale/>
                <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
                <p class="soft">
                    {t::have_account(locale)} " " <a href=keep_return_to(routes::SIGN_IN, &form.return_to)>{layout::sign_in(locale)}</a>
                </p>
            </form>
        }
    })
    .narrow()
}

/// Agreement to the terms and the privacy notice.
#[component]
pub fn ConsentField<'a>(given: bool, errors: &'a Errors, locale: Locale) -> impl IntoView + use<> {
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
            <FieldMessage name="consent" error/>
        </div>
    }
}

async fn show_sent(visit: Visit) -> Page {
    let locale = visit.locale;
    let again = Action::quiet(t::another_link(locale), routes::FORGOTTEN);
    Page::new(&visit, t::sent_title(locale), || {
        view! {
            <MailSent
                title=t::sent_title(locale) text=t::sent(locale) hint=t::sent_hint(locale)
                to=sent::address(&visit) again
            />
        }
    })
    .narrow()
}
