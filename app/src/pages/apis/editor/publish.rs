//! Lets readers see a draft, or throws it away.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::catalogue::{self, ApiDetails, Discarded, DraftError, Fingerprint};
use leptos::prelude::*;
use locales::{Locale, api_draft as d, apis as t, common};
use serde::Deserialize;

use super::{
    super::{ADMINISTRATOR, one, state_form::Refused},
    frame::{Place, name_of},
    section::SEEN,
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, Notice, NoticeKind, PageHead},
    routes,
    web::{Flash, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::API_PUBLISH, back)
        .post(ADMINISTRATOR, routes::API_PUBLISH, publish)
        .get(ADMINISTRATOR, routes::API_DISCARD, ask)
        .post(ADMINISTRATOR, routes::API_DISCARD, discard)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    visto: String,
}

/// For those who come by the address of the form: after signing in again.
async fn back(Path(slug): Path<String>) -> Response {
    see_other(&Place::Summary.address(&slug))
}

async fn publish(
    visit: Visit,
    Path(slug): Path<String>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let seen = Fingerprint::sent(&form.visto);
    let summary = Place::Summary.address(&slug);
    match catalogue::publish(&visit.scope, visit.catalogue(), &slug, &seen).await {
        Ok(()) => Ok(see_other_with(&summary, Flash::ApiPublished, &visit)),
        Err(DraftError::Changed) => Ok(see_other_with(&summary, Flash::ApiDraftChanged, &visit)),
        Err(DraftError::Problems(problems)) => {
            let api = catalogue::details(&visit.scope, &slug).await?;
            let refused = Refused::of(problems);
            let page = one::page(&visit, &api, None, &refused).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(DraftError::Common(error)) => Err(error.into()),
    }
}

async fn ask(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let locale = visit.locale;
    let api = catalogue::details(&visit.scope, &slug).await?;
    let summary = Place::Summary.address(&slug);
    if !api.is_draft {
        return Ok(see_other(&summary));
    }
    let (title, text) = if api.was_published {
        (d::discard(locale), d::discard_draft_text(locale))
    } else {
        (d::discard_api(locale), d::discard_api_text(locale))
    };
    let seen = Fingerprint::of(&api.content)?;
    let crumbs = vec![
        Crumb::new(routes::APIS, t::title(locale)),
        Crumb::new(summary.as_str(), name_of(&api, locale)),
    ];
    let page = Page::new(&visit, title, || {
        view! {
            <AdministrationNav visit=&visit/>
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=text/>
            <form class="actions" method="post">
                <input type="hidden" name=SEEN value=seen.as_str().to_owned()/>
                <button class="btn btn--danger">{title}</button>
                <a class="btn btn--quiet" href=summary>{common::back(locale)}</a>
            </form>
        }
    });
    Ok(page.into_response())
}

async fn discard(
    visit: Visit,
    Path(slug): Path<String>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let seen = Fingerprint::sent(&form.visto);
    let summary = Place::Summary.address(&slug);
    let (address, flash) = match catalogue::discard(&visit.scope, &slug, &seen).await {
        Ok(Discarded::Draft) => (summary.as_str(), Flash::DraftDiscarded),
        Ok(Discarded::Api) => (routes::APIS, Flash::ApiDiscarded),
        Err(DraftError::Changed) => (summary.as_str(), Flash::ApiDraftChanged),
        // Nothing that is thrown away can be wrong.
        Err(DraftError::Problems(_)) => return Err(PageError::Malformed),
        Err(DraftError::Common(error)) => return Err(error.into()),
    };
    Ok(see_other_with(address, flash, &visit))
}

/// Says that there is a draft, and what can be done with it.
#[component]
pub(in crate::pages::apis) fn DraftNotice<'a>(
    api: &'a ApiDetails,
    seen: &'a Fingerprint,
    locale: Locale,
) -> impl IntoView + use<> {
    if !api.is_draft {
        return None;
    }
    let title = if api.was_published {
        d::draft_title(locale)
    } else {
        d::draft_never(locale)
    };
    let to = |pattern| routes::fill(pattern, &[&api.slug]);
    let discard = if api.was_published {
        d::discard(locale)
    } else {
        d::discard_api(locale)
    };
    let content = view! {
        <form class="actions" method="post" action=to(routes::API_PUBLISH)>
            <input type="hidden" name=SEEN value=seen.as_str().to_owned()/>
            <button class="btn">{d::publish(locale)}</button>
            <a class="btn btn--quiet" href=to(routes::API_PREVIEW)>{d::see_preview(locale)}</a>
            <a class="btn btn--quiet" href=to(routes::API_DISCARD)>{discard}</a>
        </form>
    };
    Some(view! { <Notice kind=NoticeKind::Wait title content/> })
}
