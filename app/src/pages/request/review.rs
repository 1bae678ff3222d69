//! The third step: all that was said, side by side, to be filed or changed.

use axum::response::{IntoResponse, Response};
use domain::{
    applications::{self, Draft, SubmitError},
    groups::Group,
};
use leptos::prelude::*;
use locales::{Locale, request as t, terms as words};

use super::{
    draft::{OwnDraft, done_path, next_path, step_route},
    facts::{applicant_facts, application_facts},
    frame::{Asked, Stage, frame, title},
};
use crate::{
    routes,
    web::{Access::Member, Flash, Page, PageError, Site, Visit, see_other, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_REVIEW, show)
        .post(Member, routes::REQUEST_REVIEW, submit)
}

async fn show(visit: Visit, OwnDraft(draft): OwnDraft) -> Response {
    match &draft.group {
        Some(group) if draft.missing().is_none() => page(&visit, &draft, group).into_response(),
        _ => see_other(&next_path(&draft)),
    }
}

async fn submit(visit: Visit, OwnDraft(draft): OwnDraft) -> Result<Response, PageError> {
    let id = draft.application.id;
    match applications::submit(&visit.scope, id).await {
        Ok(submitted) => Ok(see_other(&done_path(submitted.application))),
        Err(SubmitError::Incomplete(step)) => {
            Ok(see_other(&routes::fill(step_route(Some(step)), &[&id])))
        }
        Err(SubmitError::AlreadyOpen(open)) => {
            Ok(see_other_with(&done_path(open), Flash::AlreadyOpen, &visit))
        }
        Err(SubmitError::NotFound) => Err(PageError::NotFound),
        Err(SubmitError::Forbidden(forbidden)) => Err(forbidden.into()),
        Err(SubmitError::Database(error)) => Err(error.into()),
    }
}

fn page(visit: &Visit, draft: &Draft, group: &Group) -> Page {
    let locale = visit.locale;
    let asked = Asked::from(draft);
    let id = draft.application.id;
    let person = visit
        .person()
        .map(domain::Person::full_name)
        .unwrap_or_default();
    Page::new(visit, title(asked, Stage::Review, locale), || {
        view! {
            {frame(asked, Stage::Review, t::review_lead(locale), locale)}
            <div class="pairs">
                <section class="ticket">
                    {head(
                        words::application(locale),
                        routes::fill(routes::REQUEST_APPLICATION, &[&id]),
                        t::change_application(locale),
                        locale,
                    )}
                    <hr class="tear"/>
                    <div class="stub">{application_facts(draft, locale)}</div>
                </section>
                <section class="ticket">
                    {head(
                        words::applicant(locale),
                        routes::fill(routes::REQUEST_GROUP, &[&id]),
                        t::change_applicant(locale),
                        locale,
                    )}
                    <hr class="tear"/>
                    <div class="stub">{applicant_facts(person, group, locale)}</div>
                </section>
            </div>
            <form method="post">
                <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
            </form>
        }
    })
}

/// A part of the request, with the way back to the step that wrote it.
fn head(name: &'static str, href: String, what: &'static str, locale: Locale) -> impl IntoView {
    view! {
        <header class="ticket__head">
            <h2 class="ticket__title">{name}</h2>
            <a class="small" href=href>
                {t::change(locale)} <span class="visually-hidden">" " {what}</span>
            </a>
        </header>
    }
}
