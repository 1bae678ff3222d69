//! What follows once somebody is let in: the session's cookie, and where they go on.

use axum::{http::header, response::Response};
use domain::{
    Actor, DbErr, Person, Role, Scope,
    accounts::{OpenedSession, sessions},
    groups,
};

use crate::{
    routes,
    web::{Visit, browser_cookie, session_cookie},
};

/// The answer, with the cookies of the session just opened and of the browser it was opened in.
pub fn with_session(mut response: Response, session: &OpenedSession, visit: &Visit) -> Response {
    let https = visit.app.https;
    let cookies = [
        session_cookie(session, https),
        browser_cookie(session, https),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Where the person of a session just opened goes on.
///
/// # Errors
/// When the database cannot be read.
pub async fn landing_of(session: &OpenedSession, visit: &Visit) -> Result<&'static str, DbErr> {
    let authenticated = sessions::authenticate(&visit.app.portal, &session.token).await?;
    match authenticated.map(|authenticated| authenticated.person) {
        Some(person) => {
            let scope = Scope {
                actor: Actor::Person(person.clone()),
                ..visit.scope.clone()
            };
            landing(&scope, &person).await
        }
        None => Ok(routes::APPLICATIONS),
    }
}

/// Where a person starts: staff who belong to no group at their work, all others at their
/// applications.
///
/// # Errors
/// When the database cannot be read.
pub async fn landing(scope: &Scope, person: &Person) -> Result<&'static str, DbErr> {
    match desk(person) {
        Some(desk) if groups::mine(scope).await?.is_empty() => Ok(desk),
        _ => Ok(routes::APPLICATIONS),
    }
}

fn desk(person: &Person) -> Option<&'static str> {
    let desks = [
        (Role::ContractManager, routes::APPROVALS),
        (Role::Support, routes::SUPPORT),
        (Role::Administrator, routes::PEOPLE),
    ];
    desks
        .into_iter()
        .find_map(|(role, desk)| person.has(role).then_some(desk))
}
