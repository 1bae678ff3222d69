//! One delivery: what was sent, and how each attempt went.

use std::sync::Arc;

use axum::response::Response;
use domain::{
    ids::{WebhookDeliveryId, WebhookId},
    webhooks::{
        self, Delivery, DeliveryError, DeliveryState, SendFailure, Webhook, WebhookAttempt,
    },
};
use leptos::prelude::*;
use locales::{Locale, number, webhook_log as t};

use super::{
    deliveries::attempts,
    place::{Above, Depth, Place},
    words::DeliveryStamp,
};
use crate::{
    components::{CodeFigure, Fact, MachineFact, PageHead, Time, event_name, json_html},
    routes,
    web::{Access::Member, Flash, Ids, Page, PageError, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::WEBHOOK_DELIVERY, show)
        .get(Member, routes::WEBHOOK_RESEND, back)
        .post(Member, routes::WEBHOOK_RESEND, send_again)
}

type Both = (WebhookId, WebhookDeliveryId);

/// A delivery of this webhook, and of no other.
async fn find(
    visit: &Visit,
    (id, delivery): Both,
) -> Result<(Webhook, Delivery, Vec<WebhookAttempt>), PageError> {
    let found = webhooks::delivery(&visit.scope, delivery).await?;
    if found.0.id == id {
        Ok(found)
    } else {
        Err(PageError::NotFound)
    }
}

fn address((id, delivery): Both) -> String {
    routes::fill(routes::WEBHOOK_DELIVERY, &[&id, &delivery])
}

async fn show(visit: Visit, Ids(both): Ids<Both>) -> Result<Page, PageError> {
    let (webhook, delivery, attempts) = find(&visit, both).await?;
    let place = Place::load(&visit, webhook.owner).await?;
    let locale = visit.locale;
    let title = event_name(delivery.event, locale);
    let is_sendable = webhook.paused.is_none() && delivery.state != DeliveryState::Pending;
    Ok(Page::new(&visit, title, || {
        let again = (place.may_change && is_sendable).then(|| {
            let action = routes::fill(routes::WEBHOOK_RESEND, &[&both.0, &both.1]);
            view! { <SendAgain action locale/> }
        });
        let id = "corpo-enviado".to_owned();
        let name = t::body(locale).to_owned();
        let html: Arc<str> = json_html(&delivery.body).into();
        view! {
            <Above place=&place depth=Depth::Below(&webhook) here=title visit=&visit/>
            <PageHead title/>
            <DeliveryFacts delivery=&delivery visit=&visit/>
            {again}
            <CodeFigure id name html locale/>
            <Attempts attempts=&attempts visit=&visit/>
        }
    }))
}

#[component]
fn DeliveryFacts<'a>(delivery: &'a Delivery, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let next = delivery.next_attempt_at.map(|at| {
        let value = view! { <Time at visit/> };
        view! { <Fact name=t::next_attempt(locale) value/> }
    });
    let state = delivery.state;
    view! {
        <dl class="facts">
            <Fact name=t::state(locale) value=view! { <DeliveryStamp state locale/> }/>
            <Fact name=t::when(locale) value=view! { <Time at=delivery.created_at visit/> }/>
            <MachineFact name=t::kind(locale) value=delivery.event.to_string()/>
            <MachineFact name=t::message_id(locale) value=delivery.message_id()/>
            <Fact name=t::attempts(locale) value=attempts(delivery, locale)/>
            {next}
        </dl>
    }
}

#[component]
fn SendAgain(action: String, locale: Locale) -> impl IntoView {
    view! {
        <form class="section" method="post" action=action>
            <p class="soft">{t::send_again_means(locale)}</p>
            <div class="actions"><button class="btn">{t::send_again(locale)}</button></div>
        </form>
    }
}

/// The latest attempt first.
#[component]
fn Attempts<'a>(attempts: &'a [WebhookAttempt], visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let items = attempts.iter().rev();
    let items = items.map(|attempt| view! { <AttemptItem attempt visit/> });
    let items = items.collect_view();
    let list = if attempts.is_empty() {
        view! { <p class="soft">{t::no_attempts(locale)}</p> }.into_any()
    } else {
        view! { <ol class="timeline" role="list">{items}</ol> }.into_any()
    };
    view! {
        <section class="section">
            <h2>{t::attempts(locale)}</h2>
            {list}
        </section>
    }
}

#[component]
fn AttemptItem<'a>(attempt: &'a WebhookAttempt, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let number = number::count(u64::from(attempt.number.unsigned_abs()), locale);
    let took = number::count(u64::from(attempt.took.unsigned_abs()), locale);
    let status = attempt.status.map(|code| t::status(locale, code));
    let answer = attempt.answer.clone();
    let answer = attempt.status.map(|_| {
        if answer.is_empty() {
            return view! { <p class="soft small">{t::no_answer_body(locale)}</p> }.into_any();
        }
        view! {
            <p class="soft small">{t::answer(locale)}</p>
            <pre class="webhook__answer" translate="no">{answer}</pre>
        }
        .into_any()
    });
    view! {
        <li>
            <p><strong>{t::attempt(locale, number)}</strong></p>
            <p class="soft small"><Time at=attempt.at visit/> ", " {t::took(locale, took)}</p>
            <p>{status} " " {outcome(attempt, locale)}</p>
            {answer}
        </li>
    }
}

/// How an attempt went, and what to do about it.
const fn outcome(attempt: &WebhookAttempt, locale: Locale) -> &'static str {
    match (attempt.status, attempt.failure) {
        (Some(200..=299), _) => t::taken(locale),
        (Some(300..=399), _) => t::redirected(locale),
        (Some(401 | 403), _) => t::refused(locale),
        (Some(404 | 405), _) => t::not_there(locale),
        (Some(410), _) => t::gone(locale),
        (Some(429), _) => t::too_many(locale),
        (Some(500..), _) => t::broken(locale),
        (Some(_), _) => t::not_taken(locale),
        (None, Some(SendFailure::Address)) => t::no_address(locale),
        (None, Some(SendFailure::Tls)) => t::no_tls(locale),
        (None, Some(SendFailure::Timeout)) => t::no_answer(locale),
        (None, Some(SendFailure::Internal)) => t::no_signature(locale),
        (None, Some(SendFailure::Connection) | None) => t::no_connection(locale),
    }
}

/// For those who come by the address of the form: after signing in again.
async fn back(Ids(both): Ids<Both>) -> Response {
    see_other(&address(both))
}

async fn send_again(visit: Visit, Ids(both): Ids<Both>) -> Result<Response, PageError> {
    find(&visit, both).await?;
    let flash = match webhooks::send_again(&visit.scope, both.1).await {
        Ok(()) => Flash::WebhookResent,
        Err(DeliveryError::Paused) => Flash::WebhookIsPaused,
        Err(DeliveryError::Pending) => Flash::WebhookIsPending,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other_with(&address(both), flash, &visit))
}
