//! The start of a session: its cookies, and the page where its person goes on.

use std::time::Duration;

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use domain::{
    Actor, DbErr, Person, Scope,
    accounts::{AuthenticatedSession, OpenedSession, SessionKind, sessions},
    groups,
    notes::{self, Purpose},
};

use crate::{
    components::STAFF_AREAS,
    routes,
    web::{ACCOUNT_COOKIE, Visit, add_return_to, browser_cookie, cookie, session_cookie},
};

/// How long the browser keeps the account; longer than any session lasts.
const ACCOUNT_KEPT: Duration = Duration::from_hours(30 * 24);

/// The answer, with the cookies of the session just opened and of the browser it was opened in.
pub fn with_session(mut response: Response, session: &OpenedSession, visit: &Visit) -> Response {
    let https = visit.app.https;
    // Whoever has the password alone is told of nothing that the account keeps.
    let is_known = session.kind != SessionKind::AwaitingFactor;
    let cookies = [
        session_cookie(session, https),
        browser_cookie(session, https),
        account_cookie(session, visit).filter(|_| is_known),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The cookie that says whose form it is when this browser sends one after the session ended.
fn account_cookie(session: &OpenedSession, visit: &Visit) -> Option<HeaderValue> {
    let (portal, account) = (&visit.app.services.portal, session.account.to_string());
    let note = notes::seal(
        portal,
        visit.vault(),
        Purpose::Account,
        &account,
        ACCOUNT_KEPT,
    );
    cookie(ACCOUNT_COOKIE, &note, ACCOUNT_KEPT, visit.app.https)
}

/// A page by way of the terms, when they changed since the person agreed to them.
pub fn by_way_of_terms(path: &str, session: &OpenedSession) -> String {
    if session.accepted_terms {
        path.to_owned()
    } else {
        add_return_to(routes::TERMS_ACCEPT, path)
    }
}

/// Where the person of a session just opened goes on.
///
/// # Errors
/// When the database cannot be read.
pub async fn landing_of(session: &OpenedSession, visit: &Visit) -> Result<&'static str, DbErr> {
    let authenticated = sessions::authenticate(&visit.app.services.portal, &session.token).await?;
    match authenticated {
        Some(AuthenticatedSession {
            person, session, ..
        }) => {
            let scope = Scope {
                actor: Actor::Person(person.clone(), session),
                ..visit.scope.clone()
            };
            landing(&scope, &person).await
        }
        None => Ok(routes::APPLICATIONS),
    }
}

/// Where a person starts: those whose roles need a second factor at that, other staff who belong to no group at their work, all others at their
/// applications.
///
/// # Errors
/// When the database cannot be read.
pub async fn landing(scope: &Scope, person: &Person) -> Result<&'static str, DbErr> {
    if scope.lacks_factor() {
        return Ok(routes::ACCOUNT_FACTOR);
    }
    match staff_page(person) {
        Some(staff_page) if groups::mine(scope).await?.is_empty() => Ok(staff_page),
        _ => Ok(routes::APPLICATIONS),
    }
}

fn staff_page(person: &Person) -> Option<&'static str> {
    let area = STAFF_AREAS.iter().find(|area| person.has(area.role));
    area.map(|area| area.href)
}
