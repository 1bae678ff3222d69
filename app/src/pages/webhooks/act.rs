//! What is done to a webhook by one button: a test, a pause, and its end.

use axum::response::Response;
use domain::{
    ids::WebhookId,
    webhooks::{self, DeliveryError, Webhook},
};
use leptos::prelude::*;
use locales::{Locale, webhooks as t};
use serde::Deserialize;

use crate::{
    routes,
    web::{
        Access::Member, Flash, Ids, PageError, PostedForm, Site, Visit, see_other, see_other_with,
    },
};

const ACT: &str = "ato";
const PAUSE: &str = "pausar";
const RESUME: &str = "retomar";

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::WEBHOOK_TEST, back)
        .post(Member, routes::WEBHOOK_TEST, test)
        .get(Member, routes::WEBHOOK_STATE, back)
        .post(Member, routes::WEBHOOK_STATE, change_state)
}

#[component]
pub(super) fn TestForm<'a>(webhook: &'a Webhook, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::WEBHOOK_TEST, &[&webhook.id]);
    view! {
        <form method="post" action=action>
            <button class="btn">{t::send_test(locale)}</button>
        </form>
    }
}

/// The one act that the state of a webhook allows, with what it does.
#[component]
pub(super) fn StateForm<'a>(webhook: &'a Webhook, locale: Locale) -> impl IntoView + use<> {
    let (act, label, means, class) = if webhook.paused.is_some() {
        (RESUME, t::resume(locale), t::resume_means(locale), "btn")
    } else {
        let class = "btn btn--quiet";
        (PAUSE, t::pause(locale), t::pause_means(locale), class)
    };
    let action = routes::fill(routes::WEBHOOK_STATE, &[&webhook.id]);
    view! {
        <form class="section" method="post" action=action>
            <p class="soft">{means}</p>
            <input type="hidden" name=ACT value=act/>
            <div class="actions"><button class=class>{label}</button></div>
        </form>
    }
}

fn address(id: WebhookId) -> String {
    routes::fill(routes::WEBHOOK, &[&id])
}

/// For those who come by the address of a form: after signing in again.
async fn back(Ids(id): Ids<WebhookId>) -> Response {
    see_other(&address(id))
}

async fn test(visit: Visit, Ids(id): Ids<WebhookId>) -> Result<Response, PageError> {
    let flash = match webhooks::send_test(&visit.scope, id).await {
        Ok(_) => Flash::WebhookTested,
        Err(DeliveryError::Paused) => Flash::WebhookIsPaused,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other_with(&address(id), flash, &visit))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    #[serde(rename = "ato")]
    act: String,
}

async fn change_state(
    visit: Visit,
    Ids(id): Ids<WebhookId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let flash = match &*form.act {
        PAUSE => {
            webhooks::pause(&visit.scope, id).await?;
            Flash::WebhookPaused
        }
        RESUME => {
            webhooks::resume(&visit.scope, id).await?;
            Flash::WebhookResumed
        }
        _ => return Err(PageError::Malformed),
    };
    Ok(see_other_with(&address(id), flash, &visit))
}
