//! Another secret for a webhook.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::WebhookId,
    webhooks::{self, Webhook, WebhookError},
};
use leptos::prelude::*;
use locales::{common, webhooks as t};
use serde::Deserialize;

use super::{
    form::REVISION,
    made,
    place::{Above, Depth, Found},
};
use crate::{
    components::{Notice, NoticeKind, PageHead, time},
    forms::{ErrorSummary, PasswordPrompt, PasswordPromptFields, confirmation_label},
    routes,
    web::{Access::Member, Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::WEBHOOK_SECRET, show)
        .post(Member, routes::WEBHOOK_SECRET, change)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    #[serde(rename = "revisao")]
    revision: String,
    /// The password, where it was asked for.
    current: String,
}

async fn show(visit: Visit, Ids(id): Ids<WebhookId>) -> Result<Page, PageError> {
    let found = Found::changeable(&visit, id).await?;
    let seen = found.webhook.revision.to_string();
    Ok(page(&visit, &found, seen, PasswordPrompt::of(&visit)))
}

async fn change(
    mut visit: Visit,
    Ids(id): Ids<WebhookId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let found = Found::changeable(&visit, id).await?;
    if let Some(prompt) = PasswordPrompt::after(&mut visit, &form.current).await? {
        let page = page(&visit, &found, form.revision, Some(prompt));
        return Ok(prompt.answer(page).into_response());
    }
    let seen = form.revision.parse().unwrap_or_default();
    match webhooks::rotate_seen(&visit.scope, visit.vault(), id, seen).await {
        Ok((webhook, secret)) => {
            let title = t::secret_made(visit.locale);
            let shown = (&webhook, &secret);
            Ok(made::page(&visit, &found.place, shown, title).into_response())
        }
        Err(WebhookError::Changed) => {
            let here = found.address(routes::WEBHOOK);
            let flash = Flash::WebhookSecretKept;
            Ok(see_other_with(&here, flash, &visit))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, found: &Found, seen: String, prompt: Option<PasswordPrompt>) -> Page {
    let locale = visit.locale;
    let title = t::change_secret(locale);
    let errors = prompt.map(PasswordPrompt::errors).unwrap_or_default();
    Page::new(visit, title, || {
        let depth = Depth::Below(&found.webhook);
        view! {
            <Above place=&found.place depth here=title visit/>
            <PageHead title lead=t::secret_lead(locale)/>
            <OldEnds webhook=&found.webhook visit/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors=&errors labels=[confirmation_label(locale)] locale/>
                <input type="hidden" name=REVISION value=seen/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn">{t::change_secret(locale)}</button>
                    <a class="btn btn--quiet" href=found.address(routes::WEBHOOK)>
                        {common::cancel(locale)}
                    </a>
                </div>
            </form>
        }
    })
}

/// A secret of before that signs still would end now.
#[component]
fn OldEnds<'a>(webhook: &'a Webhook, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let end = webhook.old_secret_ends_at;
    end.filter(|end| visit.scope.now() < *end).map(|end| {
        let text = t::old_ends(locale, time::date_time(end, visit));
        let content = view! { <p>{text}</p> };
        view! { <Notice kind=NoticeKind::Bad title=t::old_ends_title(locale) content/> }
    })
}
