//! Deleting a client, once more asked.

use axum::response::{IntoResponse, Response};
use domain::{
    clients::{self, Client},
    ids::ClientId,
};
use leptos::prelude::*;
use locales::{clients as t, common, number};
use serde::Deserialize;

use super::{ADMINISTRATOR, address};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, Notice, NoticeKind, PageHead},
    forms::{ErrorSummary, PasswordPrompt, PasswordPromptFields, confirmation_label},
    routes,
    web::{Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::CLIENT_DELETE, ask).post(
        ADMINISTRATOR,
        routes::CLIENT_DELETE,
        carry_out,
    )
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// The password, where it was asked for.
    current: String,
}

async fn ask(visit: Visit, Ids(id): Ids<ClientId>) -> Result<Page, PageError> {
    let client = clients::by_id(&visit.scope, id).await?;
    Ok(page(&visit, &client, PasswordPrompt::of(&visit)))
}

async fn carry_out(
    mut visit: Visit,
    Ids(id): Ids<ClientId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let client = clients::by_id(&visit.scope, id).await?;
    if let Some(prompt) = PasswordPrompt::after(&mut visit, &form.current).await? {
        let page = page(&visit, &client, Some(prompt));
        return Ok(prompt.answer(page).into_response());
    }
    clients::delete(&visit.scope, id).await?;
    Ok(see_other_with(
        routes::CLIENTS,
        Flash::ClientDeleted,
        &visit,
    ))
}

fn page(visit: &Visit, client: &Client, prompt: Option<PasswordPrompt>) -> Page {
    let locale = visit.locale;
    let title = t::delete_title(locale, &client.name);
    let here = address(routes::CLIENT, client);
    let errors = prompt.map(PasswordPrompt::errors).unwrap_or_default();
    Page::new(visit, title.clone(), || {
        let crumbs = vec![
            Crumb::new(routes::CLIENTS, t::title(locale)),
            Crumb::new(here.clone(), client.name.clone()),
        ];
        let alive = number::count(client.tokens_alive, locale);
        let breaks = view! { <p>{t::delete_breaks(locale, alive)}</p> };
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=t::delete(locale)/>
            <PageHead title=title.clone()/>
            <Notice kind=NoticeKind::Bad title=title content=breaks/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors=&errors labels=[confirmation_label(locale)] locale/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn btn--danger">{t::delete(locale)}</button>
                    <a class="btn btn--quiet" href=here>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}
