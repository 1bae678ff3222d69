//! Another secret for a client.

use axum::response::{IntoResponse, Response};
use domain::{
    clients::{self, Client, ClientError, Grace},
    ids::ClientId,
};
use leptos::prelude::*;
use locales::{Locale, clients as t, common};

use super::{ADMINISTRATOR, address, form::propose, made, new::CURRENT, words, words::SECRET};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead},
    forms::{
        PasswordPrompt, PasswordPromptFields,
        rows::{Choice, Choices, Field, FormState, Kind, MistakeSummary, Mistakes, Typed},
    },
    routes,
    web::{Ids, KeptForm, Page, PageError, PostedForm, Site, Visit},
};

const GRACE: &str = "prazo";
const NOW: &str = "agora";

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::CLIENT_SECRET, show).post(
        ADMINISTRATOR,
        routes::CLIENT_SECRET,
        change,
    )
}

async fn show(
    visit: Visit,
    Ids(id): Ids<ClientId>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    let client = clients::by_id(&visit.scope, id).await?;
    let mut typed = kept.unwrap_or_else(|| {
        let mut typed = Typed::default();
        typed.add(GRACE, Grace::Day.as_str());
        typed
    });
    typed.replace(SECRET, propose(&visit).expose());
    let prompt = PasswordPrompt::of(&visit);
    Ok(page(&visit, &client, &typed, &Mistakes::default(), prompt))
}

async fn change(
    mut visit: Visit,
    Ids(id): Ids<ClientId>,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let client = clients::by_id(&visit.scope, id).await?;
    let mut mistakes = Mistakes::default();
    if let Some(prompt) = PasswordPrompt::after(&mut visit, typed.get(CURRENT)).await? {
        let page = page(&visit, &client, &typed, &mistakes, Some(prompt));
        return Ok(prompt.answer(page).into_response());
    }
    let secret = typed.line(SECRET);
    // What is no time of the form means at once.
    let grace: Option<Grace> = typed.get(GRACE).parse().ok();
    match clients::change_secret(&visit.scope, id, &secret, grace).await {
        Ok(()) => {
            let title = t::secret_made(visit.locale);
            Ok(made::page(&visit, &client, &secret, title).into_response())
        }
        Err(ClientError::Mistakes(found)) => {
            words::add(&mut mistakes, &found, visit.locale);
            let page = page(&visit, &client, &typed, &mistakes, None);
            Ok(page.unprocessable().into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn choices(locale: Locale) -> Vec<Choice> {
    let after = Grace::ALL.iter().map(|grace| {
        let title = match grace {
            Grace::Hour => t::grace_hour(locale),
            Grace::Day => t::grace_day(locale),
            Grace::Week => t::grace_week(locale),
            Grace::Month => t::grace_month(locale),
        };
        Choice::new(grace.as_str(), title)
    });
    let now = Choice::new(NOW, t::grace_now(locale));
    std::iter::once(now).chain(after).collect()
}

fn page(
    visit: &Visit,
    client: &Client,
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
    let here = address(routes::CLIENT, client);
    let title = t::change_secret(locale);
    Page::new(visit, title, || {
        let crumbs = vec![
            Crumb::new(routes::CLIENTS, t::title(locale)),
            Crumb::new(here.clone(), client.name.clone()),
        ];
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=t::secret_lead(locale)/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&here locale/>
                <Field
                    name=SECRET label=t::secret(locale) hint=t::secret_hint(locale)
                    kind=Kind::Code form=&form
                />
                <Choices name=GRACE legend=t::grace(locale) choices=choices(locale) form=&form/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn">{t::save_secret(locale)}</button>
                    <a class="btn btn--quiet" href=here.clone()>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}
