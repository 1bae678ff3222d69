//! The second step: what the application is called, and what it is for.

use axum::response::{IntoResponse, Response};
use domain::{
    catalogue::RequestForm,
    requests::{self, Draft, RequestAnswers},
};
use leptos::prelude::*;
use locales::{common, request as t};
use serde::Deserialize;
use values::{ApplicationName, Description};

use super::{
    draft::{OwnDraft, see_next_step},
    frame::{RequestTarget, Stage, StepHead, title},
    questions::{self, QuestionFields},
    suggestion,
};
use crate::{
    components::{Icon, Symbol},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Access::Member, KeptForm, Page, PageError, PostedForm, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_APPLICATION, show).post(
        Member,
        routes::REQUEST_APPLICATION,
        describe,
    )
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    name: String,
    description: String,
    #[serde(flatten)]
    answers: questions::Typed,
}

impl Form {
    fn parse(
        &self,
        asked: &RequestForm,
    ) -> Result<(ApplicationName, Description, RequestAnswers), Errors> {
        let mut errors = Errors::default();
        let name = errors.check("name", ApplicationName::parse(&self.name));
        let description = errors.check("description", Description::parse(&self.description));
        let answers = questions::read(asked, &self.answers, &mut errors);
        errors.finish(|| Some((name?, description?, answers)))
    }
}

async fn show(visit: Visit, OwnDraft(draft): OwnDraft, KeptForm(kept): KeptForm<Form>) -> Page {
    let form = kept.unwrap_or_else(|| Form {
        name: name_or_suggestion(&draft, &visit),
        description: draft.description.clone(),
        answers: questions::filled(&draft.api.request_form, &draft.answers),
    });
    page(&visit, &draft, &form, &Errors::default())
}

fn name_or_suggestion(draft: &Draft, visit: &Visit) -> String {
    match &draft.group {
        Some(group) if draft.name.is_empty() => {
            suggestion::application_name(&group.legal_name, &draft.api.text(visit.locale).name)
        }
        _ => draft.name.clone(),
    }
}

async fn describe(
    visit: Visit,
    OwnDraft(draft): OwnDraft,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let (name, description, answers) = match form.parse(&draft.api.request_form) {
        Ok(parsed) => parsed,
        Err(errors) => {
            return Ok(page(&visit, &draft, &form, &errors)
                .unprocessable()
                .into_response());
        }
    };
    requests::describe(&visit.scope, draft.id, name, description, answers).await?;
    see_next_step(&visit, draft.id).await
}

fn page(visit: &Visit, draft: &Draft, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let target = RequestTarget::from(draft);
    let asked = &draft.api.request_form;
    let own = [
        FieldLabel::new("name", t::name(locale)),
        FieldLabel::new("description", t::description(locale)),
    ];
    let labels: Vec<_> = own
        .into_iter()
        .chain(questions::labels(asked, locale))
        .collect();
    let back = routes::fill(routes::REQUEST_GROUP, &[&draft.id]);
    Page::new(visit, title(target, Stage::Application, locale), || {
        view! {
            <StepHead target=&target stage=Stage::Application lead=t::application_lead(locale) locale/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <TextField
                    name="name" label=t::name(locale) value=form.name.as_str()
                    hint=t::name_hint(locale) autocomplete="off" errors locale
                />
                <TextField
                    name="description" label=t::description(locale) value=form.description.as_str()
                    hint=t::description_hint(locale) kind=FieldKind::Paragraphs errors locale
                />
                <QuestionFields form=asked typed=&form.answers errors locale/>
                <div class="actions">
                    <button class="btn">{common::continue_(locale)} <Icon symbol=Symbol::ArrowRight/></button>
                    <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
}
