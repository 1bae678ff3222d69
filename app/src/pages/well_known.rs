//! What programs look for at an address that every site has.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::SecondsFormat;
use locales::Locale;

use crate::{
    routes,
    web::{Access::Anyone, PageError, SecurityContact, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::CHANGE_PASSWORD, change_password)
        .get(Anyone, routes::SECURITY, security)
}

/// Whoever is not signed in is led there by way of the sign-in.
async fn change_password() -> Response {
    let there = HeaderValue::from_static(routes::ACCOUNT_PASSWORD);
    (StatusCode::FOUND, [(header::LOCATION, there)]).into_response()
}

/// Nobody is named who was not asked: without a contact there is no such file.
async fn security(visit: Visit) -> Result<Response, PageError> {
    let contact = visit.app.security.as_ref().ok_or(PageError::NotFound)?;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    let text = text(contact, &visit.app.services.portal.settings.public_url);
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}

/// RFC 9116 §2.5: the contacts in the order of preference, then what there is once.
fn text(contact: &SecurityContact, public_url: &str) -> String {
    let expires = contact.expires.to_rfc3339_opts(SecondsFormat::Secs, true);
    let languages = Locale::ALL.map(Locale::tag).join(", ");
    let contacts = contact.addresses.iter();
    let mut lines: Vec<_> = contacts.map(|it| format!("Contact: {it}")).collect();
    lines.push(format!("Expires: {expires}"));
    lines.push(format!("Preferred-Languages: {languages}"));
    lines.push(format!("Canonical: {public_url}{}", routes::SECURITY));
    lines.join("\n") + "\n"
}
