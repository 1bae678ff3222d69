//! One webhook: what it is, how it does, what was sent to it, and what can be done to it.

use axum::extract::Query;
use domain::{
    PageRequest,
    ids::WebhookId,
    webhooks::{self, PauseCause, Webhook},
};
use leptos::prelude::*;
use locales::{Locale, webhooks as t};

use super::{
    act::{StateForm, TestForm},
    deliveries::{DeliveryList, Filter},
    place::{Above, Depth, Found},
    words::{WebhookState, event_names, short},
};
use crate::{
    components::{Fact, Notice, NoticeKind, Time, time},
    routes,
    web::{Access::Member, Ids, Page, PageError, Site, Visit},
};

/// How many deliveries a page has.
const PAGE_SIZE: usize = 20;

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::WEBHOOK, show)
}

async fn show(
    visit: Visit,
    Ids(id): Ids<WebhookId>,
    Query(filter): Query<Filter>,
) -> Result<Page, PageError> {
    let found = Found::load(&visit, id).await?;
    let wanted = PageRequest {
        after: filter.cursor(),
        size: PAGE_SIZE,
        oldest_first: false,
    };
    let log = webhooks::deliveries(&visit.scope, id, filter.state(), &wanted).await?;
    let title = short(&found.webhook).to_owned();
    Ok(Page::new(&visit, title.clone(), || {
        let (webhook, place) = (&found.webhook, &found.place);
        let state = place
            .may_change
            .then(|| view! { <StateForm webhook locale=visit.locale/> });
        view! {
            <Above place depth=Depth::Webhook here=title visit=&visit/>
            <Head found=&found locale=visit.locale/>
            <Trouble webhook visit=&visit/>
            <WebhookFacts webhook visit=&visit/>
            {state}
            <DeliveryList log=&log filter=&filter webhook visit=&visit/>
        }
    }))
}

#[component]
fn Head<'a>(found: &'a Found, locale: Locale) -> impl IntoView + use<> {
    let webhook = &found.webhook;
    let actions = found.place.may_change.then(|| {
        // Nothing is sent to a webhook that is paused.
        let test = webhook
            .paused
            .is_none()
            .then(|| view! { <TestForm webhook locale/> });
        view! {
            <div class="actions">
                {test}
                <a class="btn btn--quiet" href=found.address(routes::WEBHOOK_CHANGE)>
                    {t::change(locale)}
                </a>
                <a class="btn btn--quiet" href=found.address(routes::WEBHOOK_SECRET)>
                    {t::change_secret(locale)}
                </a>
                <a class="btn btn--danger" href=found.address(routes::WEBHOOK_DELETE)>
                    {t::delete(locale)}
                </a>
            </div>
        }
    });
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__kicker">{t::webhook(locale)}</p>
                <h1 class="webhook__address" translate="no">{short(webhook).to_owned()}</h1>
            </div>
            {actions}
        </header>
    }
}

/// Why the webhook gets nothing, or that its receiver takes nothing.
#[component]
fn Trouble<'a>(webhook: &'a Webhook, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let at = |since| time::date_time(since, visit);
    let (kind, title, text) = match (webhook.paused, webhook.failing_since) {
        (Some((since, cause)), _) => {
            let (kind, text) = paused(cause, locale);
            (kind, t::paused_since(locale, at(since)), text)
        }
        (None, Some(since)) => {
            let title = t::failing_since(locale, at(since));
            (NoticeKind::Bad, title, t::failing_text(locale))
        }
        (None, None) => return None,
    };
    let content = view! { <p>{text}</p> };
    Some(view! { <Notice kind title content/> })
}

const fn paused(cause: PauseCause, locale: Locale) -> (NoticeKind, &'static str) {
    match cause {
        PauseCause::Person => (NoticeKind::Wait, t::paused_by_person_text(locale)),
        PauseCause::Failing => (NoticeKind::Bad, t::paused_failing_text(locale)),
        PauseCause::Gone => (NoticeKind::Bad, t::paused_gone_text(locale)),
    }
}

#[component]
fn WebhookFacts<'a>(webhook: &'a Webhook, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let address = webhook.url.clone();
    let address = view! { <code translate="no">{address}</code> };
    let last = match webhook.delivered_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::never(locale).into_any(),
    };
    let old = webhook.old_secret_ends_at;
    let old = old.filter(|end| visit.scope.now() < *end).map(|at| {
        let value = view! { <Time at visit/> };
        view! { <Fact name=t::old_signs_until(locale) value/> }
    });
    view! {
        <dl class="facts">
            <Fact name=t::address(locale) value=address/>
            <Fact name=t::state(locale) value=view! { <WebhookState webhook visit/> }/>
            <Fact name=t::events(locale) value=event_names(webhook, locale)/>
            <Fact name=t::last_delivery(locale) value=last/>
            {old}
            <Fact name=t::created(locale) value=view! { <Time at=webhook.created_at visit/> }/>
        </dl>
    }
}
