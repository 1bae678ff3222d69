//! What support may do to an account: one button each, each on the record.

use axum::response::Response;
use domain::{
    accounts::support::{self, AccountView},
    ids::AccountId,
};
use leptos::prelude::*;
use locales::{Locale, factors, support as t};

use super::SUPPORT;
use crate::{
    routes,
    web::{Flash, Ids, PageError, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.post(SUPPORT, routes::SUPPORT_RESEND, resend_link)
        .post(SUPPORT, routes::SUPPORT_RESET, start_reset)
        .post(SUPPORT, routes::SUPPORT_LIFT, lift_throttle)
        .post(SUPPORT, routes::SUPPORT_END_SESSIONS, end_sessions)
}

/// The buttons that make sense for the account as it stands.
pub fn forms(view: &AccountView, locale: Locale) -> impl IntoView + use<> {
    let id = view.account.id;
    let act = |route, label, hint| {
        let action = routes::fill(route, &[&id]);
        view! {
            <li>
                <p class="soft small">{hint}</p>
                <form method="post" action=action>
                    <button class="btn btn--quiet btn--small">{label}</button>
                </form>
            </li>
        }
    };
    let resend = || {
        act(
            routes::SUPPORT_RESEND,
            t::resend(locale),
            t::resend_hint(locale),
        )
    };
    let reset = || {
        act(
            routes::SUPPORT_RESET,
            t::reset(locale),
            t::reset_hint(locale),
        )
    };
    let lift = || act(routes::SUPPORT_LIFT, t::lift(locale), t::lift_hint(locale));
    let end = || {
        act(
            routes::SUPPORT_END_SESSIONS,
            t::end_sessions(locale),
            t::end_sessions_hint(locale),
        )
    };
    let factor = || {
        let page = routes::fill(routes::SUPPORT_FACTOR, &[&id]);
        view! {
            <li>
                <p class="soft small">{factors::removal_hint(locale)}</p>
                <a class="btn btn--quiet btn--small" href=page>{factors::removal(locale)}</a>
            </li>
        }
    };
    view! {
        <ul class="lines" role="list">
            {(!view.has_password).then(resend)}
            {view.has_password.then(reset)}
            {view.locked_until.is_some().then(lift)}
            {(view.open_sessions > 0).then(end)}
            {view.second_factor_at.is_some().then(factor)}
        </ul>
    }
}

async fn resend_link(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Response, PageError> {
    support::resend_link(&visit.scope, visit.vault(), id).await?;
    Ok(done(&visit, id, Flash::LinkResent))
}

async fn start_reset(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Response, PageError> {
    support::start_reset(&visit.scope, visit.vault(), id).await?;
    Ok(done(&visit, id, Flash::ResetStarted))
}

async fn lift_throttle(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Response, PageError> {
    support::lift_throttle(&visit.scope, id).await?;
    Ok(done(&visit, id, Flash::ThrottleLifted))
}

async fn end_sessions(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Response, PageError> {
    support::end_sessions(&visit.scope, id).await?;
    Ok(done(&visit, id, Flash::AccountSessionsEnded))
}

/// Back to the account, saying what was done.
fn done(visit: &Visit, id: AccountId, flash: Flash) -> Response {
    see_other_with(&routes::fill(routes::SUPPORT_ACCOUNT, &[&id]), flash, visit)
}
