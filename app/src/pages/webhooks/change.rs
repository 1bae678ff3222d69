//! Another address for a webhook, or other events.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::WebhookId,
    webhooks::{self, Webhook, WebhookChange},
};
use leptos::prelude::*;
use locales::{common, webhooks as t};

use super::{
    form::{self, CURRENT, REVISION, WebhookFields},
    place::{Above, Depth, Found},
    words::{EVENTS, URL},
};
use crate::{
    components::PageHead,
    forms::{
        PasswordPrompt, PasswordPromptFields,
        rows::{FormState, MistakeSummary, Mistakes, Typed},
    },
    routes,
    web::{
        Access::Member, Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::WEBHOOK_CHANGE, show)
        .post(Member, routes::WEBHOOK_CHANGE, save)
}

async fn show(
    visit: Visit,
    Ids(id): Ids<WebhookId>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    let found = Found::changeable(&visit, id).await?;
    let typed = kept.unwrap_or_else(|| fill(&found.webhook));
    let prompt = PasswordPrompt::of(&visit);
    Ok(page(&visit, &found, &typed, &Mistakes::default(), prompt))
}

/// The form as the webhook is.
fn fill(webhook: &Webhook) -> Typed {
    let mut typed = Typed::default();
    typed.add(REVISION, webhook.revision.to_string());
    typed.add(URL, webhook.url.clone());
    for kind in &webhook.events {
        typed.add(EVENTS, kind.as_str());
    }
    typed
}

async fn save(
    mut visit: Visit,
    Ids(id): Ids<WebhookId>,
    PostedForm(mut typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let found = Found::changeable(&visit, id).await?;
    let mut mistakes = form::mistakes(&visit, &typed);
    if !mistakes.is_empty() {
        let prompt = PasswordPrompt::of(&visit);
        let page = page(&visit, &found, &typed, &mistakes, prompt);
        return Ok(page.unprocessable().into_response());
    }
    if let Some(prompt) = PasswordPrompt::after(&mut visit, typed.get(CURRENT)).await? {
        let page = page(&visit, &found, &typed, &mistakes, Some(prompt));
        return Ok(prompt.answer(page).into_response());
    }
    let seen = typed.number(REVISION).ok().flatten().unwrap_or_default();
    let change = read(&found.webhook, &typed);
    match webhooks::change(&visit.scope, id, seen, change).await {
        Ok(()) => {
            let here = found.address(routes::WEBHOOK);
            return Ok(see_other_with(&here, Flash::WebhookChanged, &visit));
        }
        Err(error) => mistakes = form::mistakes_of(error, visit.locale)?,
    }
    if mistakes.overtaken {
        typed.replace(REVISION, &found.webhook.revision.to_string());
    }
    let page = page(&visit, &found, &typed, &mistakes, None);
    Ok(page.unprocessable().into_response())
}

/// An address that stays leaves what is known of its receiver.
fn read(webhook: &Webhook, typed: &Typed) -> WebhookChange {
    let url = typed.line(URL);
    WebhookChange {
        url: (url != webhook.url).then_some(url),
        events: Some(form::events(typed)),
        is_paused: None,
    }
}

fn page(
    visit: &Visit,
    found: &Found,
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
    let here = found.address(routes::WEBHOOK);
    let title = t::change_title(locale);
    Page::new(visit, title, || {
        let depth = Depth::Below(&found.webhook);
        let revision = typed.get(REVISION).to_owned();
        view! {
            <Above place=&found.place depth here=t::change(locale) visit/>
            <PageHead title lead=t::change_lead(locale)/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&here locale/>
                <input type="hidden" name=REVISION value=revision/>
                <WebhookFields form=&form/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn">{t::save(locale)}</button>
                    <a class="btn btn--quiet" href=here.clone()>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}
