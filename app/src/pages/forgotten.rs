//! A forgotten password: the same answer for every address, known or not.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::accounts::{Email, ResetError, request_reset_towards};
use leptos::prelude::*;
use locales::sign_in as t;
use serde::Deserialize;

use super::sent;
use crate::{
    components::{Action, MailSent, PageHead},
    forms::{
        ErrorSummary, Errors, FieldKind, FieldLabel, Refusal, RefusalAlert, ReturnQuery,
        ReturnToField, TextField, keep_return_to, return_to_request,
    },
    routes,
    web::{Access::Anyone, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::FORGOTTEN, show)
        .post(Anyone, routes::FORGOTTEN, ask)
        .get(Anyone, routes::FORGOTTEN_SENT, show_sent)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    email: String,
    #[serde(rename = "continuar")]
    return_to: String,
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

async fn ask(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let email = match Email::parse(&form.email) {
        Ok(email) => email,
        Err(error) => {
            let errors = Errors::of("email", error.into());
            let page = page(&visit, &form, &errors, None);
            return Ok(page.unprocessable().into_response());
        }
    };
    let return_to = return_to_request(&form.return_to);
    match request_reset_towards(
        &visit.scope,
        &visit.app.services.incidents,
        email,
        return_to,
    )
    .await
    {
        Ok(()) => {
            let answer = see_other(routes::FORGOTTEN_SENT);
            Ok(sent::remember(answer, &form.email, &visit))
        }
        Err(ResetError::Throttled { retry_after }) => {
            let refusal = Refusal::TooManyForms { retry_after };
            let page = page(&visit, &form, &Errors::default(), Some(refusal));
            Ok(refusal.answer(page).into_response())
        }
        Err(ResetError::Database(error)) => Err(error.into()),
    }
}

fn page(visit: &Visit, form: &Form, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::forgotten_title(locale), || {
        view! {
            <PageHead title=t::forgotten_title(locale) lead=t::forgotten_lead(locale)/>
            <form class="form" method="post" novalidate>
                {refusal.map(|refusal| view! { <RefusalAlert refusal locale/> })}
                <ErrorSummary errors labels=[FieldLabel::new("email", t::email(locale))] locale/>
                <ReturnToField return_to=&form.return_to/>
                <TextField
                    name="email" label=t::email(locale) value=form.email.as_str()
                    kind=FieldKind::Email autocomplete="username" errors locale
                />
                <div class="actions">
                    <button class="btn">{t::forgotten_submit(locale)}</button>
                    <a class="btn btn--quiet" href=keep_return_to(routes::SIGN_IN, &form.return_to)>{t::back_to_sign_in(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}

async fn show_sent(visit: Visit) -> Page {
    let locale = visit.locale;
    let title = t::forgotten_sent_title(locale);
    let again = Action::quiet(t::ask_again(locale), routes::FORGOTTEN);
    Page::new(&visit, title, || {
        view! {
            <MailSent
                title text=t::forgotten_sent(locale) hint=t::forgotten_sent_hint(locale)
                to=sent::address(&visit) again
            />
        }
    })
    .narrow()
}
