//! Who may open a route: declared with the route, enforced before its handler.

use axum::{
    extract::{Request, State},
    http::{StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Forbidden, Role, accounts::SessionKind};

use super::{
    Flash, PageError, RETURN_TO, Visit, add_return_to, kept, local_path, see_other, see_other_with,
};
use crate::routes;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Anyone,
    /// A session that may at least set the password.
    Password,
    /// A session that waits for the second factor.
    Factor,
    /// Whoever is signed in.
    Member,
    /// Whoever has the role.
    Role(Role),
    /// A visitor on this very machine, in a development run.
    Development,
}

pub(super) async fn enforce(
    State(access): State<Access>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    match refusal(access, &visit) {
        None => next.run(request).await,
        Some(Refusal::SignIn) => to_sign_in(&visit, access, request).await,
        Some(Refusal::Password) => see_other(routes::PASSWORD),
        Some(Refusal::Factor) => see_other(&add_return_to(routes::SIGN_IN_FACTOR, &visit.path)),
        Some(Refusal::AddFactor) => {
            see_other_with(routes::ACCOUNT_FACTOR, Flash::FactorRequired, &visit)
        }
        Some(Refusal::Error(error)) => error.into_response(),
    }
}

enum Refusal {
    SignIn,
    /// The link's session is good for nothing else.
    Password,
    /// The password's session is good for nothing else.
    Factor,
    /// The reader's roles need a second factor.
    AddFactor,
    Error(PageError),
}

fn refusal(access: Access, visit: &Visit) -> Option<Refusal> {
    match (access, visit.session) {
        (Access::Anyone, _)
        | (Access::Password, Some(SessionKind::Full | SessionKind::PasswordOnly))
        | (Access::Factor, Some(SessionKind::Full | SessionKind::AwaitingFactor))
        | (Access::Member, Some(SessionKind::Full)) => None,
        (Access::Development, _) => {
            (!is_local_development(visit)).then_some(Refusal::Error(PageError::NotFound))
        }
        (Access::Role(role), Some(SessionKind::Full)) => visit
            .scope
            .require(role)
            .err()
            .map(|forbidden| refusal_of_role(visit, forbidden)),
        (Access::Factor | Access::Member | Access::Role(_), Some(SessionKind::PasswordOnly)) => {
            Some(Refusal::Password)
        }
        (
            Access::Password | Access::Member | Access::Role(_),
            Some(SessionKind::AwaitingFactor),
        ) => Some(Refusal::Factor),
        (Access::Password | Access::Factor | Access::Member | Access::Role(_), None) => {
            Some(Refusal::SignIn)
        }
    }
}

/// Staff without the second factor that their roles need are led to add it.
fn refusal_of_role(visit: &Visit, forbidden: Forbidden) -> Refusal {
    if visit.scope.lacks_factor() {
        Refusal::AddFactor
    } else {
        Refusal::Error(forbidden.into())
    }
}

/// The status that refuses a call whose answer is not read by people; `None` where nothing does.
pub(super) fn status(access: Access, visit: &Visit) -> Option<StatusCode> {
    refusal(access, visit).map(|refusal| match refusal {
        Refusal::SignIn | Refusal::Password | Refusal::Factor => StatusCode::UNAUTHORIZED,
        Refusal::AddFactor => StatusCode::FORBIDDEN,
        Refusal::Error(error) => error.status(),
    })
}

fn is_local_development(visit: &Visit) -> bool {
    visit.app.mailbox.is_some()
        && visit
            .scope
            .origin
            .address
            .is_some_and(|address| address.is_loopback())
}

/// To the sign-in page, which leads on to a page that was asked for, or back to the page of a form
/// with what was typed there; the address of a form without fields is no page.
async fn to_sign_in(visit: &Visit, access: Access, request: Request) -> Response {
    // Whoever waited too long with the second factor begins again.
    if access == Access::Factor {
        return see_other(&sign_in_again(request.uri()));
    }
    if request.method().is_safe() {
        return see_other(&add_return_to(routes::SIGN_IN, &visit.path));
    }
    // Whoever came by a link has no password yet to sign in with.
    if access == Access::Password {
        return see_other(routes::SIGN_IN);
    }
    match kept::keep(visit, request).await {
        Ok(Some(cookie)) => {
            let mut answer = see_other_with(
                &add_return_to(routes::SIGN_IN, &visit.path),
                Flash::FormKept,
                visit,
            );
            answer.headers_mut().append(header::SET_COOKIE, cookie);
            answer
        }
        Ok(None) => see_other(routes::SIGN_IN),
        Err(error) => PageError::from(error).into_response(),
    }
}

/// The sign-in page, which leads on to where that of the second factor would have led.
fn sign_in_again(asked: &Uri) -> String {
    let query = asked.query().unwrap_or_default();
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    let return_to = pairs.iter().find(|(name, _)| name == RETURN_TO);
    return_to
        .and_then(|(_, path)| local_path(path))
        .map_or_else(
            || routes::SIGN_IN.to_owned(),
            |path| add_return_to(routes::SIGN_IN, path),
        )
}
