//! Asking the applicant something instead of deciding, by the form of the decision.

use axum::response::Response;
use domain::{
    approvals::{self, InquiryError, Review},
    ids::{InquiryId, RequestId},
};
use leptos::prelude::*;
use locales::{Locale, inquiries as t};
use serde::Deserialize;

use super::{
    MANAGER,
    access::is_own,
    decide::{Form, already_decided, back, refuse},
};
use crate::{
    components::Inquiries,
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_ASK, back)
        .post(MANAGER, routes::APPROVAL_ASK, ask)
        .get(MANAGER, routes::APPROVAL_WITHDRAW, back)
        .post(MANAGER, routes::APPROVAL_WITHDRAW, withdraw)
}

async fn ask(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    match form.question() {
        Ok(question) => {
            let asked = approvals::ask(&visit.scope, id, &question).await;
            answer(&visit, id, asked.map(|_| ()), Flash::QuestionAsked)
        }
        Err(errors) => refuse(&visit, id, &form, &errors).await,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Withdrawal {
    question: String,
}

async fn withdraw(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Withdrawal>,
) -> Result<Response, PageError> {
    let question: InquiryId = form.question.parse().map_err(|_| PageError::Malformed)?;
    let withdrawn = approvals::withdraw(&visit.scope, id, question).await;
    answer(&visit, id, withdrawn, Flash::QuestionWithdrawn)
}

/// Back to the request, saying what was done or who was faster.
fn answer(
    visit: &Visit,
    id: RequestId,
    acted: Result<(), InquiryError>,
    flash: Flash,
) -> Result<Response, PageError> {
    let flash = match acted {
        Ok(()) => flash,
        Err(InquiryError::Changed { state }) => return Ok(already_decided(visit, id, state)),
        Err(InquiryError::Own) => Flash::OwnRequest,
        Err(InquiryError::Common(error)) => return Err(error.into()),
    };
    let request = routes::fill(routes::APPROVAL, &[&id]);
    Ok(see_other_with(&request, flash, visit))
}

/// What was asked and answered, and the way to take the open question back.
pub(super) fn section(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let open = review.inquiries.iter().find(|inquiry| inquiry.is_open());
    let open = open.filter(|_| !is_own(review));
    let withdrawal = open.map(|open| withdrawal(review.request.id, open.id, locale));
    (!review.inquiries.is_empty()).then(|| {
        view! {
            <div class="stack">
                <Inquiries inquiries=&review.inquiries visit/>
                {withdrawal}
            </div>
        }
    })
}

fn withdrawal(request: RequestId, question: InquiryId, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::APPROVAL_WITHDRAW, &[&request]);
    view! {
        <form method="post" action=action>
            <input type="hidden" name="question" value=question.to_string()/>
            <div class="actions">
                <button class="btn btn--quiet">{t::withdraw(locale)}</button>
            </div>
        </form>
    }
}
