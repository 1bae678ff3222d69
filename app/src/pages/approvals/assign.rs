//! Who looks after a request: taken, given to a colleague, or returned to the queue.

use axum::response::Response;
use domain::{
    approvals::{self, AssignError, Review},
    ids::{AccountId, RequestId},
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as t};
use serde::Deserialize;

use super::{MANAGER, decide::back, filter::ME, from_list::FromList, list::assignee_name};
use crate::{
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_ASSIGN, back)
        .post(MANAGER, routes::APPROVAL_ASSIGN, assign)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// An account, [`ME`], or nobody.
    para: String,
    /// Whose it was when the form was drawn.
    visto: String,
    /// Whether it was sent from the page of the request.
    pagina: String,
}

impl Form {
    /// Whom it is for; none where that is nobody who can be named.
    fn to(&self, visit: &Visit) -> Result<Option<AccountId>, PageError> {
        match self.para.as_str() {
            "" => Ok(None),
            ME => Ok(visit.scope.account_id()),
            other => other.parse().map(Some).map_err(|_| PageError::Malformed),
        }
    }
}

async fn assign(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let list = FromList::of(&visit);
    let to = form.to(&visit)?;
    let seen: Option<AccountId> = form.visto.parse().ok();
    let flash = match approvals::assign(&visit.scope, id, seen, to).await {
        Ok(()) if to.is_some() => Flash::RequestAssigned,
        Ok(()) => Flash::RequestReleased,
        Err(AssignError::Changed) => Flash::RequestChanged,
        Err(AssignError::NotTheirs) => Flash::NotTheirRequest,
        Err(AssignError::NotCovered) => Flash::NotCovered,
        Err(AssignError::Common(error)) => return Err(error.into()),
    };
    let address = if form.pagina.is_empty() {
        list.address()
    } else {
        list.carried_by(&routes::fill(routes::APPROVAL, &[&id]))
    };
    Ok(see_other_with(&address, flash, &visit))
}

/// On the page of a request: who looks after it, and how to change that.
#[component]
pub(super) fn AssignPanel<'a>(
    review: &'a Review,
    list: &'a FromList,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let path = routes::fill(routes::APPROVAL_ASSIGN, &[&review.request.id]);
    let action = list.carried_by(&path);
    let assignee = review.assignee.as_ref();
    let who = match assignee {
        Some(assignee) if visit.scope.account_id() == Some(assignee.id) => {
            assignee_name(assignee, visit)
        }
        Some(assignee) => t::assigned_to(locale, &assignee.name),
        None => t::assigned_to_nobody(locale).to_owned(),
    };
    let seen = assignee.map(|it| it.id.to_string()).unwrap_or_default();
    let is_mine = assignee.map(|it| it.id) == visit.scope.account_id();
    let release = assignee.is_some();
    let form = review.is_covered.then(|| {
        view! {
            <form class="assign row" method="post" action=action>
                <input type="hidden" name="visto" value=seen/>
                <input type="hidden" name="pagina" value="sim"/>
                {(!is_mine).then(|| view! {
                    <button class="btn btn--quiet btn--small" name="para" value=ME>{t::assign_to_me(locale)}</button>
                })}
                {release.then(|| view! {
                    <button class="btn btn--quiet btn--small" name="para" value="">{t::release(locale)}</button>
                })}
            </form>
        }
    });
    let others = review
        .is_covered
        .then(|| view! { <AssignOther review list visit/> });
    view! {
        <section class="panel" aria-labelledby="responsavel">
            <h2 id="responsavel">{t::assignee(locale)}</h2>
            <p>{who}</p>
            {form}
            {others}
        </section>
    }
}

#[component]
fn AssignOther<'a>(
    review: &'a Review,
    list: &'a FromList,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let path = routes::fill(routes::APPROVAL_ASSIGN, &[&review.request.id]);
    let action = list.carried_by(&path);
    let assignee = review.assignee.as_ref().map(|it| it.id);
    let others: Vec<_> = review
        .deciders
        .iter()
        .filter(|it| Some(it.id) != assignee && Some(it.id) != visit.scope.account_id())
        .map(|it| view! { <option value=it.id.to_string()>{it.name.clone()}</option> })
        .collect();
    let seen = assignee.map(|id| id.to_string()).unwrap_or_default();
    (!others.is_empty()).then(|| other_form(others, (action, seen), locale))
}

fn other_form(
    options: impl IntoView,
    (action, seen): (String, String),
    locale: Locale,
) -> impl IntoView {
    view! {
        <form class="assign row" method="post" action=action>
            <input type="hidden" name="visto" value=seen/>
            <input type="hidden" name="pagina" value="sim"/>
            <div class="field">
                <label for="para">{t::assign_to(locale)}</label>
                <select id="para" name="para">{options}</select>
            </div>
            <button class="btn btn--quiet btn--small">{t::assign(locale)}</button>
        </form>
    }
}
