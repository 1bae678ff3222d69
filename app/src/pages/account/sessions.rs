//! Where one is signed in, and ending it there.

use axum::response::Response;
use domain::{
    accounts::{Session, sessions},
    ids::SessionId,
};
use leptos::prelude::*;
use locales::{Locale, account as t};

use crate::{
    components::{Time, device},
    routes,
    web::{Access::Member, Flash, Ids, PageError, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.post(Member, routes::ACCOUNT_SESSION_END, end).post(
        Member,
        routes::ACCOUNT_SESSIONS_END,
        end_others,
    )
}

async fn end(visit: Visit, Ids(session): Ids<SessionId>) -> Result<Response, PageError> {
    if sessions::end(&visit.scope, session).await? {
        Ok(see_other_with(routes::ACCOUNT, Flash::SessionEnded, &visit))
    } else {
        Err(PageError::NotFound)
    }
}

async fn end_others(visit: Visit) -> Result<Response, PageError> {
    sessions::end_others(&visit.scope).await?;
    Ok(see_other_with(
        routes::ACCOUNT,
        Flash::SessionsEnded,
        &visit,
    ))
}

pub fn section(visit: &Visit, open: Vec<Session>) -> impl IntoView + use<> {
    let locale = visit.locale;
    let others = open.iter().any(|session| !session.is_current);
    let lines = open
        .into_iter()
        .map(|session| line(visit, &session))
        .collect_view();
    view! {
        <section class="section">
            <h2>{t::sessions(locale)}</h2>
            <p class="soft">{t::sessions_note(locale)}</p>
            <ul class="lines" role="list">{lines}</ul>
            {others.then(|| view! {
                <form class="actions" method="post" action=routes::ACCOUNT_SESSIONS_END>
                    <button class="btn btn--danger">{t::end_others(locale)}</button>
                </form>
            })}
        </section>
    }
}

fn line(visit: &Visit, session: &Session) -> impl IntoView + use<> {
    let locale = visit.locale;
    let name = device::name(&session.device, locale);
    let current = session.is_current;
    let address = session
        .address
        .clone()
        .map(|address| view! { <span class="mono">{address}</span> " · " });
    view! {
        <li>
            <div>
                <p>
                    {name.clone()}
                    {current.then(|| view! { " " <span class="tag">{t::this_session(locale)}</span> })}
                </p>
                <p class="soft small">
                    {address} {t::last_seen(locale)} " " <Time at=session.last_seen_at visit/>
                </p>
            </div>
            {(!current).then(|| view! { <EndButton session device=&name locale/> })}
        </li>
    }
}

#[component]
fn EndButton<'a>(session: &'a Session, device: &'a str, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::ACCOUNT_SESSION_END, &[&session.id]);
    let of = t::end_of(locale, device);
    view! {
        <form method="post" action=action>
            <button class="btn btn--quiet btn--small">
                {t::end(locale)} <span class="visually-hidden">" " {of}</span>
            </button>
        </form>
    }
}
