//! Browsers in which the reader need not give a second factor for a while.

use axum::response::Response;
use domain::{
    accounts::factors::{TrustedBrowser, forget_browser},
    ids::BrowserId,
};
use leptos::prelude::*;
use locales::factors as t;

use super::{back, to_factors};
use crate::{
    components::{Time, device},
    routes,
    web::{Access::Member, Flash, Ids, PageError, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_BROWSER_FORGET, to_factors)
        .post(Member, routes::ACCOUNT_BROWSER_FORGET, forget)
}

async fn forget(visit: Visit, Ids(browser): Ids<BrowserId>) -> Result<Response, PageError> {
    if forget_browser(&visit.scope, browser).await? {
        Ok(back(&visit, Flash::BrowserForgotten))
    } else {
        Err(PageError::NotFound)
    }
}

pub(super) fn section(visit: &Visit, trusted: &[TrustedBrowser]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let none = trusted
        .is_empty()
        .then(|| view! { <p>{t::browsers_none(locale)}</p> });
    let lines = trusted.iter().map(|browser| line(visit, browser));
    let lines = lines.collect_view();
    view! {
        <section class="section">
            <h2>{t::browsers(locale)}</h2>
            <p class="soft">{t::browsers_note(locale)}</p>
            {none}
            <ul class="lines" role="list">{lines}</ul>
        </section>
    }
}

fn line(visit: &Visit, browser: &TrustedBrowser) -> impl IntoView + use<> {
    let locale = visit.locale;
    let name = device::name(&browser.device, locale);
    let action = routes::fill(routes::ACCOUNT_BROWSER_FORGET, &[&browser.id]);
    let of = t::browser_of(locale, &name);
    let current = browser
        .is_current
        .then(|| view! { " " <span class="tag">{t::browser_current(locale)}</span> });
    view! {
        <li>
            <div>
                <p>{name} {current}</p>
                <p class="soft small">{t::browser_until(locale)} " " <Time at=browser.until visit/></p>
            </div>
            <form method="post" action=action>
                <button class="btn btn--quiet btn--small">
                    {t::browser_forget(locale)} <span class="visually-hidden">" " {of}</span>
                </button>
            </form>
        </li>
    }
}
