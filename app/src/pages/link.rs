//! A one-time link: opening it changes nothing, however often; pressing its button uses it up.

use std::time::Duration;

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    accounts::{LinkError, LinkPurpose, LinkState, OpenedSession, Renewal, SessionKind, links},
    token::Token,
};
use leptos::prelude::*;
use locales::{Locale, common, layout, link as t};

use super::session_start;
use crate::{
    components::{Action, LargeIcon, MailSent, Symbol, wait},
    routes,
    web::{Access::Anyone, Page, PageError, Site, Visit, add_return_to, see_other},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::LINK, show)
        .post(Anyone, routes::LINK, enter)
        .post(Anyone, routes::LINK_RENEW, renew)
        .get(Anyone, routes::LINK_RENEWED, show_renewed)
}

async fn show(visit: Visit, Path(token): Path<String>) -> Result<Page, PageError> {
    let state = match Token::parse(&token) {
        Some(token) => links::inspect(&visit.scope, visit.vault(), &token).await?,
        None => LinkState::Unknown,
    };
    Ok(page(&visit, &token, state))
}

async fn enter(visit: Visit, Path(text): Path<String>) -> Result<Response, PageError> {
    let Some(token) = Token::parse(&text) else {
        return Ok(page(&visit, &text, LinkState::Unknown).into_response());
    };
    match links::consume(
        &visit.scope,
        visit.vault(),
        &token,
        &visit.device,
        visit.token.as_ref(),
    )
    .await
    {
        Ok(session) => Ok(session_start::with_session(
            see_other(&password_page(&session)),
            &session,
            &visit,
        )),
        Err(LinkError::NotUsable(state)) => Ok(page(&visit, &text, state).into_response()),
        Err(LinkError::Database(error)) => Err(error.into()),
    }
}

/// Where whoever came in sets a password, and from there goes on to what they came for.
fn password_page(session: &OpenedSession) -> String {
    match &session.return_to {
        Some(path) => add_return_to(routes::PASSWORD, path.as_str()),
        None => routes::PASSWORD.to_owned(),
    }
}

async fn renew(visit: Visit, Path(text): Path<String>) -> Result<Response, PageError> {
    let renewal = match Token::parse(&text) {
        Some(token) => links::renew(&visit.scope, visit.vault(), &token).await?,
        None => Renewal::Not(LinkState::Unknown),
    };
    Ok(match renewal {
        Renewal::Sent => see_other(routes::LINK_RENEWED),
        Renewal::NotYet { retry_after } => wait_page(&visit, &text, retry_after).into_response(),
        Renewal::Not(LinkState::Unknown) => page(&visit, &text, LinkState::Unknown).into_response(),
        Renewal::Not(_) => see_other(&routes::fill(routes::LINK, &[&text])),
    })
}

fn page(visit: &Visit, token: &str, state: LinkState) -> Page {
    let page = match state {
        LinkState::Valid {
            purpose,
            given_name,
        } => confirmation_page(visit, purpose, &given_name),
        LinkState::Expired => ended_link_page(visit, token, t::expired_title, t::expired),
        LinkState::Used => ended_link_page(visit, token, t::used_title, t::used),
        LinkState::Unknown => unknown_link_page(visit),
    };
    page.narrow().secret()
}

fn confirmation_page(visit: &Visit, purpose: LinkPurpose, given_name: &str) -> Page {
    let locale = visit.locale;
    let (title, next) = match purpose {
        LinkPurpose::Registration => (t::registration_title(locale), t::registration_next(locale)),
        LinkPurpose::Reset => (t::reset_title(locale), t::reset_next(locale)),
    };
    Page::new(visit, title, || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Key/>
                <h1>{t::greeting(locale, given_name)}</h1>
                <p>{next}</p>
                <form class="actions" method="post"><button class="btn">{t::enter(locale)}</button></form>
                <p class="soft small">{t::once(locale)}</p>
            </div>
        }
    })
}

fn ended_link_page(
    visit: &Visit,
    token: &str,
    title: fn(Locale) -> &'static str,
    text: fn(Locale) -> &'static str,
) -> Page {
    let locale = visit.locale;
    let renew = routes::fill(routes::LINK_RENEW, &[&token]);
    // Pressed twice: the first press let them in.
    let is_in = visit.session == Some(SessionKind::PasswordOnly);
    Page::new(visit, title(locale), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Clock/>
                <h1>{title(locale)}</h1>
                <p>{text(locale)}</p>
                <form class="actions" method="post" action=renew>
                    {is_in.then(|| view! { <a class="btn" href=routes::PASSWORD>{common::continue_(locale)}</a> })}
                    <button class="btn" class:btn--quiet=is_in>{t::another(locale)}</button>
                    <a class="btn btn--quiet" href=routes::SIGN_IN>{layout::sign_in(locale)}</a>
                </form>
            </div>
        }
    })
    .with_status(StatusCode::GONE)
}

fn wait_page(visit: &Visit, token: &str, retry_after: Duration) -> Page {
    let locale = visit.locale;
    let renew = routes::fill(routes::LINK_RENEW, &[&token]);
    Page::new(visit, t::not_yet_title(locale), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Clock/>
                <h1>{t::not_yet_title(locale)}</h1>
                <p>{t::not_yet(locale, wait::words(retry_after, locale))}</p>
                <form class="actions" method="post" action=renew>
                    <button class="btn btn--quiet">{t::another(locale)}</button>
                </form>
            </div>
        }
    })
    .throttled(retry_after)
    .narrow()
    .secret()
}

fn unknown_link_page(visit: &Visit) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::unknown_title(locale), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Search/>
                <h1>{t::unknown_title(locale)}</h1>
                <p>{t::unknown(locale)}</p>
                <div class="actions">
                    <a class="btn" href=routes::FORGOTTEN>{t::ask_with_email(locale)}</a>
                </div>
            </div>
        }
    })
    .with_status(StatusCode::NOT_FOUND)
}

async fn show_renewed(visit: Visit) -> Page {
    let locale = visit.locale;
    let again = Action::quiet(t::ask_with_email(locale), routes::FORGOTTEN);
    Page::new(&visit, t::renewed_title(locale), || {
        view! {
            <MailSent
                title=t::renewed_title(locale) text=t::renewed(locale) hint=t::renewed_hint(locale)
                to=None again
            />
        }
    })
    .narrow()
}
