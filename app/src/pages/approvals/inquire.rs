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
    decide::{Form, already_decided, back, refuse, to_request},
    from_list::FromList,
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
            match asked {
                Ok(_) => {
                    let list = FromList::of(&visit).address_after(id);
                    Ok(see_other_with(&list, Flash::QuestionAsked, &visit))
                }
                Err(error) => refused(&visit, id, error),
            }
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
    match withdrawn {
        Ok(()) => Ok(to_request(&visit, id, Flash::QuestionWithdrawn)),
        Err(error) => refused(&visit, id, error),
    }
}

/// Back to the request, saying why not or who was faster.
fn refused(visit: &Visit, id: RequestId, error: InquiryError) -> Result<Response, PageError> {
    match error {
        InquiryError::Changed { state } => Ok(already_decided(visit, id, state)),
        InquiryError::Own => Ok(to_request(visit, id, Flash::OwnRequest)),
        InquiryError::NotCovered => Ok(to_request(visit, id, Flash::NotCovered)),
        InquiryError::Common(error) => Err(error.into()),
    }
}

/// What was asked and answered, and the way to take the open question back.
pub(super) fn section(review: &Review, list: &FromList, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let open = review.inquiries.iter().find(|inquiry| inquiry.is_open());
    let open = open.filter(|_| !is_own(review) && review.is_covered);
    let withdrawal = open.map(|open| {
        let path = routes::fill(routes::APPROVAL_WITHDRAW, &[&review.request.id]);
        withdrawal(list.carried_by(&path), open.id, locale)
    });
    (!review.inquiries.is_empty()).then(|| {
        view! {
            <div class="stack">
                <Inquiries inquiries=&review.inquiries visit/>
                {withdrawal}
            </div>
        }
    })
}

fn withdrawal(action: String, question: InquiryId, locale: Locale) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="question" value=question.to_string()/>
            <div class="actions">
                <button class="btn btn--quiet">{t::withdraw(locale)}</button>
            </div>
        </form>
    }
}
