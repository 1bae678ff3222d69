//! Who may open a route: declared with the route, enforced before its handler.

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Role, accounts::SessionKind};

use super::{PageError, Visit, see_other};
use crate::routes;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Anyone,
    /// A session that may at least set the password.
    Password,
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
    match refusal(access, &visit, request.method()) {
        None => next.run(request).await,
        Some(refused) => refused,
    }
}

fn refusal(access: Access, visit: &Visit, method: &Method) -> Option<Response> {
    match (access, visit.session) {
        (Access::Anyone, _)
        | (Access::Password, Some(_))
        | (Access::Member, Some(SessionKind::Full)) => None,
        (Access::Development, _) => {
            (!is_local_development(visit)).then(|| PageError::NotFound.into_response())
        }
        (Access::Role(role), Some(SessionKind::Full)) => visit
            .scope
            .require(role)
            .err()
            .map(|forbidden| PageError::from(forbidden).into_response()),
        (Access::Member | Access::Role(_), Some(SessionKind::PasswordOnly)) => {
            Some(see_other(routes::PASSWORD))
        }
        (Access::Password | Access::Member | Access::Role(_), None) => {
            Some(see_other(&sign_in(visit, method)))
        }
    }
}

fn is_local_development(visit: &Visit) -> bool {
    visit.app.mailbox.is_some()
        && visit
            .scope
            .origin
            .address
            .is_some_and(|address| address.is_loopback())
}

/// The sign-in page, which leads on to a page that was asked for; a form's address is no page.
fn sign_in(visit: &Visit, method: &Method) -> String {
    if !method.is_safe() {
        return routes::SIGN_IN.to_owned();
    }
    serde_urlencoded::to_string([("continuar", &visit.path)]).map_or_else(
        |_| routes::SIGN_IN.to_owned(),
        |query| format!("{}?{query}", routes::SIGN_IN),
    )
}
