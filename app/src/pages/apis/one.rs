//! One API: what it lacks, its draft, its state, and its revisions.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::catalogue::{self, ApiDetails, Fingerprint, Plan, Revision, TransitionError};
use leptos::prelude::*;
use locales::{Locale, api_compare as compare, apis as t};

use super::{
    ADMINISTRATOR, StateStamp,
    editor::{
        frame::{self, Place},
        publish::DraftNotice,
    },
    problems::{lack_link, problem_link},
    state_form::{Form, Problems, Refused, StateForm},
};
use crate::{
    components::{Fact, MachineFact, Notice, NoticeKind, Time},
    routes,
    web::{Flash, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::API_ADMINISTRATION, show)
        .post(ADMINISTRATOR, routes::API_ADMINISTRATION, change)
}

async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, PageError> {
    let api = catalogue::details(&visit.scope, &slug).await?;
    page(&visit, &api, None, &Refused::default()).await
}

async fn change(
    visit: Visit,
    Path(slug): Path<String>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let refused = match form.parse() {
        Err(errors) => Refused {
            errors,
            ..Refused::default()
        },
        Ok(wanted) => {
            let changed =
                catalogue::transition(&visit.scope, visit.catalogue(), &slug, wanted).await;
            match changed {
                Ok(()) => {
                    let address = routes::fill(routes::API_ADMINISTRATION, &[&slug]);
                    return Ok(see_other_with(&address, Flash::ApiChanged, &visit));
                }
                Err(TransitionError::Problems(problems)) => Refused::of(problems),
                Err(TransitionError::Common(error)) => return Err(error.into()),
            }
        }
    };
    let api = catalogue::details(&visit.scope, &slug).await?;
    let page = page(&visit, &api, Some(form), &refused).await?;
    Ok(page.unprocessable().into_response())
}

/// The page, with the form of the state as it was typed.
pub(super) async fn page(
    visit: &Visit,
    api: &ApiDetails,
    typed: Option<Form>,
    refused: &Refused,
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let others = catalogue::all(&visit.scope).await?;
    let seen = Fingerprint::of(&api.content)?;
    let form = typed.unwrap_or_else(|| Form::of(api));
    Ok(frame::draw(visit, api, Place::Summary, || {
        view! {
            <Problems problems=&refused.problems locale/>
            <DraftNotice api seen=&seen locale/>
            {(!api.content.opened_by.is_plans()).then(|| own_notice(locale))}
            <ApiFacts api locale/>
            <Lacks api locale/>
            {api.was_published.then(|| view! { <StateForm api others=&others form=&form refused locale/> })}
            <Revisions api visit/>
        }
    }))
}

/// Says what of the portal's own API is not written here.
fn own_notice(locale: Locale) -> impl IntoView {
    let content = view! { <p>{t::own_text(locale)}</p> };
    view! { <Notice kind=NoticeKind::Info title=t::own_title(locale) content/> }
}

#[component]
fn ApiFacts<'a>(api: &'a ApiDetails, locale: Locale) -> impl IntoView + use<> {
    let content = &api.content;
    let offers = |plan| content.plans.contains_key(&plan);
    let trial = if content.sandbox {
        t::by_sandbox(locale)
    } else {
        t::by_nobody(locale)
    };
    let upstream = content.upstream.clone();
    let upstream = upstream.map_or_else(
        || t::forwarded_nowhere(locale).into_any(),
        |upstream| view! { <code translate="no">{upstream}</code> }.into_any(),
    );
    let see = api.state.is_shown().then(|| {
        let address = routes::fill(routes::API, &[&api.slug]);
        view! { <p><a href=address>{t::see_page(locale)}</a></p> }
    });
    view! {
        <dl class="facts">
            <Fact name=t::state(locale) value=view! {
                <StateStamp state=api.state sunset_on=api.sunset_on locale/>
            }/>
            <MachineFact name=t::version(locale) value=content.version.clone()/>
            <MachineFact name=t::base_path(locale) value=content.base_path.clone()/>
            {offers(Plan::Trial).then(|| view! { <Fact name=t::trial(locale) value=trial/> })}
            {offers(Plan::PayPerUse).then(|| view! { <Fact name=t::pay_per_use(locale) value=upstream/> })}
        </dl>
        {see}
    }
}

#[component]
fn Lacks<'a>(api: &'a ApiDetails, locale: Locale) -> impl IntoView + use<> {
    let slug = &api.slug;
    let lacks = api.missing.iter();
    let lacks = lacks.map(|missing| lack_link(missing, slug, locale));
    let wrong = api.problems.iter();
    let wrong = wrong.map(|problem| problem_link(problem, slug, locale));
    let lacks = lacks.chain(wrong).map(|link| view! { <li>{link}</li> });
    let lacks: Vec<_> = lacks.collect();
    let content = if lacks.is_empty() {
        view! { <p class="soft">{t::ready(locale)}</p> }.into_any()
    } else {
        view! { <ul>{lacks}</ul> }.into_any()
    };
    view! {
        <section class="section">
            <h2>{t::missing_title(locale)}</h2>
            {content}
        </section>
    }
}

#[component]
fn Revisions<'a>(api: &'a ApiDetails, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let compare = (api.revisions.len() > 1).then(|| {
        let address = Place::Comparison.address(&api.slug);
        view! { <p><a href=address>{compare::title(locale)}</a></p> }
    });
    let rows = api.revisions.iter().map(|revision: &Revision| {
        let author = revision.author.clone();
        let author = author.unwrap_or_else(|| t::by_portal(locale).to_owned());
        let shown = revision.published_at.map_or_else(
            || t::not_shown(locale).into_any(),
            |at| view! { <Time at visit/> }.into_any(),
        );
        view! {
            <tr>
                <td class="table__title">{revision.number}</td>
                <td data-label=t::written(locale)><Time at=revision.changed_at visit/></td>
                <td data-label=t::by(locale)>{author}</td>
                <td data-label=t::shown_since(locale)>{shown}</td>
            </tr>
        }
    });
    view! {
        <section class="section">
            <h2>{t::revisions(locale)}</h2>
            <table class="table">
                <caption class="visually-hidden">{t::revisions(locale)}</caption>
                <thead><tr>
                    <th scope="col">{t::revision(locale)}</th>
                    <th scope="col">{t::written(locale)}</th>
                    <th scope="col">{t::by(locale)}</th>
                    <th scope="col">{t::shown_since(locale)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {compare}
        </section>
    }
}
