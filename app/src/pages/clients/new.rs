//! Registering a client of any kind.

use axum::response::{IntoResponse, Response};
use domain::clients::{self, ClientError, ClientKind};
use leptos::prelude::*;
use locales::{Locale, clients as t, common};

use super::{
    ADMINISTRATOR,
    form::{self, ClientFields},
    made,
    words::{self, kind_name},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead},
    forms::{
        PasswordPrompt, PasswordPromptFields,
        rows::{FormState, MistakeSummary, Mistakes, Typed},
    },
    routes,
    web::{KeptForm, Page, PageError, PostedForm, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(
        ADMINISTRATOR,
        routes::CLIENT_NEW_CREDENTIALS,
        show_credentials,
    )
    .post(
        ADMINISTRATOR,
        routes::CLIENT_NEW_CREDENTIALS,
        add_credentials,
    )
    .get(ADMINISTRATOR, routes::CLIENT_NEW_PASSWORD, show_password)
    .post(ADMINISTRATOR, routes::CLIENT_NEW_PASSWORD, add_password)
    .get(
        ADMINISTRATOR,
        routes::CLIENT_NEW_AUTHORIZATION,
        show_authorization,
    )
    .post(
        ADMINISTRATOR,
        routes::CLIENT_NEW_AUTHORIZATION,
        add_authorization,
    )
}

async fn show_credentials(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Page {
    show(&visit, ClientKind::Credentials, kept)
}

async fn show_password(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Page {
    show(&visit, ClientKind::Password, kept)
}

async fn show_authorization(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Page {
    show(&visit, ClientKind::Authorization, kept)
}

async fn add_credentials(
    visit: Visit,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    add(visit, ClientKind::Credentials, typed).await
}

async fn add_password(
    visit: Visit,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    add(visit, ClientKind::Password, typed).await
}

async fn add_authorization(
    visit: Visit,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    add(visit, ClientKind::Authorization, typed).await
}

fn show(visit: &Visit, kind: ClientKind, kept: Option<Typed>) -> Page {
    let typed = form::fill(visit, kept);
    page(
        visit,
        kind,
        &typed,
        &Mistakes::default(),
        PasswordPrompt::of(visit),
    )
}

async fn add(mut visit: Visit, kind: ClientKind, typed: Typed) -> Result<Response, PageError> {
    let new = form::read(&visit, kind, &typed);
    let catalogue = &visit.app.services.catalogue;
    let found = clients::mistakes(&visit.scope, catalogue, &new).await?;
    let mut mistakes = Mistakes::default();
    words::add(&mut mistakes, &found, visit.locale);
    if !mistakes.is_empty() {
        let prompt = PasswordPrompt::of(&visit);
        let page = page(&visit, kind, &typed, &mistakes, prompt);
        return Ok(page.unprocessable().into_response());
    }
    if let Some(prompt) = PasswordPrompt::after(&mut visit, typed.get(CURRENT)).await? {
        let page = page(&visit, kind, &typed, &mistakes, Some(prompt));
        return Ok(prompt.answer(page).into_response());
    }
    let catalogue = &visit.app.services.catalogue;
    match clients::register(&visit.scope, catalogue, &new).await {
        Ok(id) => {
            let client = clients::by_id(&visit.scope, id).await?;
            Ok(made::page(&visit, &client, &new.secret, t::made(visit.locale)).into_response())
        }
        Err(ClientError::Over) => Ok(see_other(&routes::fill(routes::CLIENT, &[&new.id]))),
        Err(ClientError::Mistakes(found)) => {
            words::add(&mut mistakes, &found, visit.locale);
            let page = page(&visit, kind, &typed, &mistakes, None);
            Ok(page.unprocessable().into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// The field of the password, where it is asked for.
pub(super) const CURRENT: &str = "current";

const fn title(kind: ClientKind, locale: Locale) -> (&'static str, &'static str) {
    match kind {
        ClientKind::Credentials => (t::new_credentials(locale), t::new_credentials_lead(locale)),
        ClientKind::Password => (t::new_password(locale), t::new_password_lead(locale)),
        ClientKind::Authorization => (
            t::new_authorization(locale),
            t::new_authorization_lead(locale),
        ),
    }
}

fn page(
    visit: &Visit,
    kind: ClientKind,
    typed: &Typed,
    mistakes: &Mistakes,
    prompt: Option<PasswordPrompt>,
) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    let (title, lead) = title(kind, locale);
    Page::new(visit, title, || {
        let crumbs = vec![Crumb::new(routes::CLIENTS, t::title(locale))];
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=kind_name(kind, locale)/>
            <PageHead title lead=lead/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=routes::CLIENTS locale/>
                <ClientFields kind form visit/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn">{t::register(locale)}</button>
                    <a class="btn btn--quiet" href=routes::CLIENTS>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}
