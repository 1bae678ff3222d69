//! The secret that was just made, the only time that it is shown.

use domain::webhooks::{Webhook, WebhookSecret};
use leptos::prelude::*;
use locales::webhooks as t;

use super::{
    place::{Above, Depth, Place},
    verify::Verification,
    words::short,
};
use crate::{
    components::{Key, Notice, NoticeKind, PageHead, time},
    routes,
    web::{Page, Visit},
};

pub(super) fn page(
    visit: &Visit,
    place: &Place,
    (webhook, secret): (&Webhook, &WebhookSecret),
    title: &'static str,
) -> Page {
    let locale = visit.locale;
    Page::new(visit, title, || {
        let href = routes::fill(routes::WEBHOOK, &[&webhook.id]);
        let once = view! { <p>{t::once(locale)}</p> };
        let value = secret.expose().to_owned();
        view! {
            <Above place depth=Depth::Webhook here=short(webhook) visit/>
            <PageHead title/>
            <Notice kind=NoticeKind::Wait title=t::once_title(locale) content=once/>
            <div class="panel">
                <dl class="keys">
                    <Key id="webhook-secret".to_owned() name=t::secret(locale) value locale/>
                </dl>
            </div>
            <OldSecret webhook visit/>
            <div class="actions"><a class="btn" href=href>{t::to_webhook(locale)}</a></div>
            <Verification visit/>
        }
    })
    .secret()
}

/// Until when the secret of before signs as well, if there is one.
#[component]
fn OldSecret<'a>(webhook: &'a Webhook, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let end = webhook.old_secret_ends_at;
    end.filter(|end| visit.scope.now() < *end).map(|end| {
        let until = t::old_until(locale, time::date_time(end, visit));
        let content = view! { <p>{until}</p> };
        view! { <Notice kind=NoticeKind::Info title=t::old_title(locale) content/> }
    })
}
