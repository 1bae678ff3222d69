//! Filters that a contract manager saved under names of their own.

use axum::response::Response;
use domain::{
    approvals::{self, SaveViewError, SavedView},
    ids::SavedViewId,
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as t};
use serde::Deserialize;
use values::ViewName;

use super::{
    MANAGER,
    filter::{self, Filter},
    from_list::FromList,
};
use crate::{
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_VIEWS, back)
        .post(MANAGER, routes::APPROVAL_VIEWS, save)
        .get(MANAGER, routes::APPROVAL_VIEW_DELETE, back)
        .post(MANAGER, routes::APPROVAL_VIEW_DELETE, delete)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    nome: String,
    lista: String,
}

/// For those who come by the address of the form: after a change of language.
async fn back() -> Response {
    see_other(routes::APPROVALS)
}

async fn save(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let list = FromList::of_query(&form.lista);
    let address = list.address();
    let Ok(name) = ViewName::parse(&form.nome) else {
        return Ok(see_other_with(&address, Flash::ViewUnnamed, &visit));
    };
    let query = list.filter().query_of_list();
    let flash = match approvals::save_view(&visit.scope, &name, &query).await {
        Ok(()) => Flash::ViewSaved,
        Err(SaveViewError::TooMany) => Flash::TooManyViews,
        Err(SaveViewError::Common(error)) => return Err(error.into()),
    };
    Ok(see_other_with(&address, flash, &visit))
}

async fn delete(
    visit: Visit,
    Ids(id): Ids<SavedViewId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    approvals::delete_view(&visit.scope, id).await?;
    let address = FromList::of_query(&form.lista).address();
    Ok(see_other_with(&address, Flash::ViewDeleted, &visit))
}

/// The saved filters as links, and a form that saves those of the list that is shown.
#[component]
pub(super) fn Views<'a>(
    views: &'a [SavedView],
    filter: &'a Filter,
    locale: Locale,
) -> impl IntoView + use<> {
    let query = filter.query_of_list();
    let rows = views.iter().map(|view| row(view, &query, locale));
    let rows = rows.collect_view();
    let saved = (!views.is_empty()).then(|| view! { <ul class="lines" role="list">{rows}</ul> });
    let save = (!query.is_empty()).then(|| save_form(query, locale));
    let any = saved.is_some() || save.is_some();
    any.then(|| {
        view! {
            <details class="views">
                <summary>{t::views(locale)}</summary>
                {saved}
                {save}
            </details>
        }
    })
}

fn row(saved: &SavedView, shown: &str, locale: Locale) -> impl IntoView + use<> {
    // What an older version saved is read anew.
    let query = Filter::of_query(&saved.query).query_of_list();
    let is_shown = query == shown;
    let href = filter::address(&query);
    let delete = routes::fill(routes::APPROVAL_VIEW_DELETE, &[&saved.id]);
    let label = t::view_delete(locale, &saved.name);
    let shown = shown.to_owned();
    view! {
        <li>
            <a href=href aria-current=is_shown.then_some("true")>{saved.name.clone()}</a>
            <form method="post" action=delete>
                <input type="hidden" name="lista" value=shown/>
                <button class="btn btn--quiet btn--small" aria-label=label>{t::delete(locale)}</button>
            </form>
        </li>
    }
}

fn save_form(query: String, locale: Locale) -> impl IntoView {
    view! {
        <form class="filters" method="post" action=routes::APPROVAL_VIEWS>
            <input type="hidden" name="lista" value=query/>
            <div class="field">
                <label for="nome">{t::view_name(locale)}</label>
                <input id="nome" type="text" name="nome" autocomplete="off"/>
            </div>
            <button class="btn btn--quiet">{t::view_save(locale)}</button>
        </form>
    }
}
