//! How a program knows that a message is from the portal.

use std::sync::Arc;

use leptos::prelude::*;
use locales::{webhook_log as t, webhooks};

use crate::{
    components::{CodeFigure, Fact, json_html},
    routes,
    web::Visit,
};

/// Where on a page it stands.
pub(super) const ANCHOR: &str = "assinatura";

/// Headers, signature and an example of a body.
#[component]
pub(super) fn Verification<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let header = |name: &'static str, meaning: &'static str| view! { <Fact name value=meaning/> };
    let html: Arc<str> = json_html(&example(visit)).into();
    view! {
        <section class="section" id=ANCHOR>
            <h2>{webhooks::how_to_verify(locale)}</h2>
            <p>{t::verify_lead(locale)}</p>
            <dl class="facts">
                {header("webhook-id", t::verify_id(locale))}
                {header("webhook-timestamp", t::verify_timestamp(locale))}
                {header("webhook-signature", t::verify_signature(locale))}
            </dl>
            <p>{t::verify_how(locale)}</p>
            <p>{t::verify_answer(locale)}</p>
            <p>{t::verify_read(locale)}</p>
            <CodeFigure
                id="exemplo-de-corpo".to_owned() name=t::example(locale).to_owned() html locale
            />
        </section>
    }
}

/// A body as it is sent.
fn example(visit: &Visit) -> String {
    let url = &visit.app.services.portal.settings.public_url;
    let request = "01940b6e-2d4c-7b1a-9c53-6a0f3f1f8f10";
    format!(
        r#"{{"type":"request.approved","timestamp":"2026-11-21T12:05:00Z","data":{{"group":"01940b6d-91e0-7c4d-8a35-2f7c1be0a2c4","request":"{request}","application":"01940b6e-0c1b-7e02-b6a7-58d6f2a3c9e1","api":"01940b60-7a55-7d3e-a1f2-0e4b9d6c7f23","link":"{url}{}/requests/{request}"}}}}"#,
        routes::PORTAL_API,
    )
}
