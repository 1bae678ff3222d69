//! A new webhook of a group or of the portal.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::GroupId,
    webhooks::{self, WebhookError, WebhookOwner},
};
use leptos::prelude::*;
use locales::{common, webhooks as t};

use super::{
    ADMINISTRATOR,
    form::{self, CURRENT, ID, WebhookFields},
    made,
    place::{Above, Depth, Place},
};
use crate::{
    components::PageHead,
    forms::{
        PasswordPrompt, PasswordPromptFields,
        rows::{FormState, MistakeSummary, Mistakes, Typed},
    },
    routes,
    web::{Access::Member, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::GROUP_WEBHOOK_NEW, show_of_group)
        .post(Member, routes::GROUP_WEBHOOK_NEW, add_of_group)
        .get(ADMINISTRATOR, routes::PORTAL_WEBHOOK_NEW, show_of_portal)
        .post(ADMINISTRATOR, routes::PORTAL_WEBHOOK_NEW, add_of_portal)
}

async fn show_of_group(
    visit: Visit,
    Ids(group): Ids<GroupId>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    show(&visit, WebhookOwner::Group(group), kept).await
}

async fn show_of_portal(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Result<Page, PageError> {
    show(&visit, WebhookOwner::Portal, kept).await
}

async fn show(visit: &Visit, owner: WebhookOwner, kept: Option<Typed>) -> Result<Page, PageError> {
    let place = Place::changeable(visit, owner).await?;
    let typed = kept.unwrap_or_else(|| form::fill_new(visit));
    let prompt = PasswordPrompt::of(visit);
    Ok(page(visit, &place, &typed, &Mistakes::default(), prompt))
}

async fn add_of_group(
    visit: Visit,
    Ids(group): Ids<GroupId>,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    add(visit, WebhookOwner::Group(group), typed).await
}

async fn add_of_portal(
    visit: Visit,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    add(visit, WebhookOwner::Portal, typed).await
}

async fn add(mut visit: Visit, owner: WebhookOwner, typed: Typed) -> Result<Response, PageError> {
    let place = Place::changeable(&visit, owner).await?;
    let mistakes = form::mistakes(&visit, &typed);
    if !mistakes.is_empty() {
        let page = page(
            &visit,
            &place,
            &typed,
            &mistakes,
            PasswordPrompt::of(&visit),
        );
        return Ok(page.unprocessable().into_response());
    }
    if let Some(prompt) = PasswordPrompt::after(&mut visit, typed.get(CURRENT)).await? {
        let page = page(&visit, &place, &typed, &mistakes, Some(prompt));
        return Ok(prompt.answer(page).into_response());
    }
    let new = form::read_new(&visit, owner, &typed);
    let id = new.id;
    match webhooks::add(&visit.scope, visit.vault(), new).await {
        Ok((webhook, secret)) => {
            let title = t::made(visit.locale);
            Ok(made::page(&visit, &place, (&webhook, &secret), title).into_response())
        }
        Err(WebhookError::Over) => Ok(see_other(&routes::fill(routes::WEBHOOK, &[&id]))),
        Err(error) => {
            let mistakes = form::mistakes_of(error, visit.locale)?;
            let page = page(&visit, &place, &typed, &mistakes, None);
            Ok(page.unprocessable().into_response())
        }
    }
}

fn page(
    visit: &Visit,
    place: &Place,
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
    let list = place.list();
    let title = t::new(locale);
    Page::new(visit, title, || {
        let id = typed.get(ID).to_owned();
        view! {
            <Above place depth=Depth::Webhook here=title visit/>
            <PageHead title lead=t::new_lead(locale)/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&list locale/>
                <input type="hidden" name=ID value=id/>
                <WebhookFields form=&form/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn">{t::create(locale)}</button>
                    <a class="btn btn--quiet" href=list.clone()>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}
