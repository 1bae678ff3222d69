//! What has become of a request, and what its applicant can still do about it.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    applications::{self, ApplicationView, CancelError, CorrectError, State},
    credentials::RevealedKeys,
};
use leptos::prelude::*;
use locales::{Locale, layout, request_done as t, terms as words};

use super::{
    draft::{done_path, go_on, parse_id},
    frame::{Stage, steps},
    outcome::{heading, outcome},
    upgrade,
};
use crate::{
    components::{Crumb, breadcrumbs, terms, time},
    routes,
    web::{Access::Member, Flash, Page, PageError, Site, Visit, see_other, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_DONE, show)
        .post(Member, routes::REQUEST_CANCEL, cancel)
        .post(Member, routes::REQUEST_CORRECT, correct)
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    let id = parse_id(&id)?;
    let found = applications::find(&visit.scope, visit.catalogue(), id)
        .await?
        .ok_or(PageError::NotFound)?;
    match (found.state, found.upgrades) {
        (State::Draft, _) => go_on(&visit, id).await,
        (_, Some(target)) => {
            let target = applications::find(&visit.scope, visit.catalogue(), target).await?;
            Ok(upgrade::page(&visit, &found, target.as_ref()).into_response())
        }
        _ => Ok(page(&visit, &found, None).into_response()),
    }
}

async fn cancel(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    let id = parse_id(&id)?;
    let flash = match applications::cancel(&visit.scope, id).await {
        Ok(())
        | Err(CancelError::TooLate {
            state: State::Cancelled,
        }) => Flash::RequestCancelled,
        Err(CancelError::TooLate { .. }) => Flash::TooLateToCancel,
        Err(CancelError::NotFound) => return Err(PageError::NotFound),
        Err(CancelError::Forbidden(forbidden)) => return Err(forbidden.into()),
        Err(CancelError::Database(error)) => return Err(error.into()),
    };
    Ok(see_other_with(&done_path(id), flash, &visit))
}

async fn correct(visit: Visit, Path(id): Path<String>) -> Result<Response, PageError> {
    match applications::correct(&visit.scope, visit.catalogue(), parse_id(&id)?).await {
        Ok(draft) => Ok(see_other(&routes::fill(
            routes::REQUEST_APPLICATION,
            &[&draft],
        ))),
        Err(CorrectError::NotFound) => Err(PageError::NotFound),
        Err(CorrectError::Forbidden(forbidden)) => Err(forbidden.into()),
        Err(CorrectError::Database(error)) => Err(error.into()),
    }
}

/// The page of a request that was filed, and perhaps its keys for the sandbox.
#[must_use]
pub fn page(visit: &Visit, view: &ApplicationView, sandbox: Option<&RevealedKeys>) -> Page {
    let locale = visit.locale;
    let name = called(view, locale);
    Page::new(visit, name.as_str(), || {
        let crumbs = vec![Crumb::new(
            routes::APPLICATIONS,
            layout::my_applications(locale),
        )];
        let progress = (view.state == State::Pending).then(|| steps(Stage::Done, None, locale));
        view! {
            {breadcrumbs(locale, crumbs, name.as_str())}
            {progress}
            <header class="page-head"><div><h1>{heading(view.state, locale)}</h1></div></header>
            <div class="stack stack--form">
                {ticket(visit, view)}
                {outcome(view, sandbox, visit)}
            </div>
        }
    })
}

/// "Solicitação 2026-0042"; a draft that was cancelled never had a number.
pub(super) fn called(view: &ApplicationView, locale: Locale) -> String {
    match &view.number {
        Some(number) => t::title(locale, number),
        None => t::title_unnumbered(locale).to_owned(),
    }
}

pub(super) fn ticket(visit: &Visit, view: &ApplicationView) -> impl IntoView {
    let locale = visit.locale;
    let number = view
        .number
        .as_ref()
        .map(|number| words::request_number(locale, number));
    view! {
        <article class="ticket">
            <header class="ticket__head">
                <div>
                    {number.map(|number| view! { <p class="ticket__number">{number}</p> })}
                    <h2 class="ticket__title">{view.name.as_str()}</h2>
                    <p class="soft small">
                        {view.api.text(locale).name.as_str()} "\u{a0}· "
                        {terms::asked(view.plan, view.upgrades.is_some(), locale)}
                    </p>
                </div>
                {terms::stamp(view.state, locale)}
            </header>
            {view.submitted_at.map(|at| view! {
                <hr class="tear"/>
                <div class="stub stub--tight">
                    <p class="soft small">
                        {t::sent(locale, time::date_time(at, visit))} " "
                        {t::sent_by(locale, &view.applicant_name)}
                    </p>
                </div>
            })}
        </article>
    }
}
