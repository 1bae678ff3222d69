//! Signing out.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use domain::accounts::sessions;

use crate::{
    routes,
    web::{Access::Anyone, Flash, PageError, Site, Visit, clear_session, see_other_with},
};

/// Has the browser forget the pages it keeps (Clear Site Data, W3C; ASVS 5.0, 14.3.1).
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
const CACHE: HeaderValue = HeaderValue::from_static("\"cache\"");

pub fn routes(site: Site) -> Site {
    site.post(Anyone, routes::SIGN_OUT, leave)
}

/// Whoever is signed out already gets the same answer.
async fn leave(visit: Visit) -> Result<Response, PageError> {
    if visit.session.is_some() {
        sessions::sign_out(&visit.scope).await?;
    }
    let mut response = see_other_with(routes::HOME, Flash::SignedOut, &visit);
    response.headers_mut().insert(CLEAR_SITE_DATA, CACHE);
    if let Some(cookie) = clear_session(visit.app.https) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
