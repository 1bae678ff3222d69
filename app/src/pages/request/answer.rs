//! Answering what a contract manager asks before deciding. The mail about a question leads here.

use axum::response::{IntoResponse, Response};
use domain::{
    groups::GroupRight,
    ids::{InquiryId, RequestId},
    requests::{self, AnswerError, InquiryView, RequestView},
};
use leptos::prelude::*;
use locales::{common, inquiries as t, layout};
use serde::Deserialize;
use values::InquiryText;

use super::done::request_title;
use crate::{
    components::{Breadcrumbs, Crumb, Inquiries, Paragraphs},
    forms::{ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, TextField},
    routes,
    web::{
        Access::Member, Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit,
        request_path, see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_ANSWER, show)
        .post(Member, routes::REQUEST_ANSWER, answer)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// The question that the page showed.
    question: String,
    answer: String,
}

/// A request of a group for which the reader may answer, and what was asked of it.
struct Asked {
    request: RequestView,
    inquiries: Vec<InquiryView>,
}

impl Asked {
    async fn find(visit: &Visit, id: RequestId) -> Result<Self, PageError> {
        let request = requests::find(&visit.scope, visit.catalogue(), id).await?;
        let request = request.filter(|request| request.may(GroupRight::Request));
        Ok(Self {
            request: request.ok_or(PageError::NotFound)?,
            inquiries: requests::inquiries(&visit.scope, id).await?,
        })
    }

    /// The question that waits for its answer.
    fn open(&self) -> Option<&InquiryView> {
        self.inquiries.iter().find(|inquiry| inquiry.is_open())
    }
}

async fn show(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let asked = Asked::find(&visit, id).await?;
    Ok(match asked.open() {
        Some(open) => {
            let form = kept.unwrap_or_default();
            page(&visit, &asked, open, &form, &Errors::default()).into_response()
        }
        None => see_other_with(&request_path(id), Flash::QuestionOver, &visit),
    })
}

async fn answer(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let text = match InquiryText::parse(&form.answer) {
        Ok(text) => text,
        Err(error) => return again(&visit, id, &form, &Errors::of("answer", error.into())).await,
    };
    let question: InquiryId = form.question.parse().map_err(|_| PageError::Malformed)?;
    match requests::answer(&visit.scope, id, question, &text).await {
        Ok(()) => {
            let answered = Flash::QuestionAnswered;
            Ok(see_other_with(&request_path(id), answered, &visit))
        }
        Err(AnswerError::Ended { .. }) => {
            let errors = Errors::of("answer", FieldError::OtherQuestion);
            again(&visit, id, &form, &errors).await
        }
        Err(AnswerError::Common(error)) => Err(error.into()),
    }
}

/// The form again with what was typed, unless nothing is asked by now.
async fn again(
    visit: &Visit,
    id: RequestId,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let asked = Asked::find(visit, id).await?;
    Ok(match asked.open() {
        Some(open) => page(visit, &asked, open, form, errors)
            .unprocessable()
            .into_response(),
        None => see_other_with(&request_path(id), Flash::QuestionOver, visit),
    })
}

fn page(visit: &Visit, asked: &Asked, open: &InquiryView, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::answer_title(locale, &asked.request.number);
    let back = request_path(asked.request.id);
    let earlier: Vec<_> = asked
        .inquiries
        .iter()
        .filter(|inquiry| !inquiry.is_open())
        .cloned()
        .collect();
    Page::new(visit, title.clone(), || {
        let crumbs = vec![
            Crumb::new(routes::APPLICATIONS, layout::my_applications(locale)),
            Crumb::new(back.clone(), request_title(&asked.request, locale)),
        ];
        view! {
            <Breadcrumbs locale crumbs here=t::answer_crumb(locale)/>
            <header class="page-head"><div><h1>{title}</h1></div></header>
            <section class="panel">
                <h2>{t::question(locale)}</h2>
                <Paragraphs text=&open.question/>
            </section>
            <form class="form" method="post" novalidate>
                <ErrorSummary
                    errors labels=[FieldLabel::new("answer", t::answer(locale))] locale
                />
                <input type="hidden" name="question" value=open.id.to_string()/>
                <TextField
                    name="answer" label=t::answer(locale) value=form.answer.as_str()
                    hint=t::answer_hint(locale) kind=FieldKind::Paragraphs errors locale
                />
                <div class="actions">
                    <button class="btn">{t::send(locale)}</button>
                    <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                </div>
            </form>
            <Inquiries inquiries=&earlier visit/>
        }
    })
    .narrow()
}
