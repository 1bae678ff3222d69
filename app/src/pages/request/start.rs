//! Where a plan's button leads: to the draft that is there already, or to the first step of a new one.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::{Api, Plan},
    groups::{self, GroupRight},
    requests,
};
use serde::Deserialize;

use super::{draft::see_next_step, frame::RequestTarget, group};
use crate::{
    forms::Errors,
    pages::group_form::GroupForm,
    routes,
    web::{Access::Member, KeptForm, PageError, PostedForm, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_NEW, show)
        .post(Member, routes::REQUEST_NEW, start)
}

async fn show(
    visit: Visit,
    offer: OfferedPlan,
    KeptForm(kept): KeptForm<GroupForm>,
) -> Result<Response, PageError> {
    let OfferedPlan { api, plan } = offer;
    if let Some(draft) = requests::draft_for(&visit.scope, api.id, plan).await? {
        return see_next_step(&visit, draft).await;
    }
    let groups = groups::mine_where(&visit.scope, GroupRight::Request).await?;
    let form = kept.unwrap_or_else(|| GroupForm::with_group(None, &groups));
    Ok(group::page(
        &visit,
        target(&api, plan),
        &groups,
        &form,
        &Errors::default(),
    )
    .into_response())
}

async fn start(
    visit: Visit,
    offer: OfferedPlan,
    PostedForm(form): PostedForm<GroupForm>,
) -> Result<Response, PageError> {
    let OfferedPlan { api, plan } = offer;
    let choice = match form.choice() {
        Ok(choice) => choice,
        Err(errors) => {
            return group::page_with_errors(&visit, target(&api, plan), &form, &errors).await;
        }
    };
    let outcome = requests::start(&visit.scope, visit.catalogue(), api.id, plan, choice).await;
    group::answer(&visit, target(&api, plan), &form, outcome).await
}

/// The API and plan of an address, if they are to be had.
struct OfferedPlan {
    api: Arc<Api>,
    plan: Plan,
}

#[derive(Deserialize)]
struct OfferPath {
    slug: String,
    plan: String,
}

impl<S: Send + Sync> FromRequestParts<S> for OfferedPlan {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let Path(path) = Path::<OfferPath>::from_request_parts(parts, state)
            .await
            .map_err(|_| PageError::NotFound)?;
        let plan = path.plan.parse().map_err(|_| PageError::NotFound)?;
        let api = visit.apis.by_slug(&path.slug);
        let api = api.filter(|api| api.takes_requests());
        let api = api.ok_or(PageError::NotFound)?;
        api.offer(plan).ok_or(PageError::NotFound)?;
        Ok(Self { api, plan })
    }
}

const fn target(api: &Api, plan: Plan) -> RequestTarget<'_> {
    RequestTarget {
        api,
        plan,
        draft: None,
        corrects: None,
    }
}
