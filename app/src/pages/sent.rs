//! The address that a mail was just sent to, for the page that says so. It waits in a sealed
//! cookie: addresses are no part of a URL, where logs and histories keep them.

use std::time::Duration;

use axum::{http::header, response::Response};
use domain::notes::{self, Purpose};

use crate::web::{MAIL_SENT_COOKIE, Visit, cookie};

const LIFETIME: Duration = Duration::from_mins(10);

/// The answer to a form, which has the next page show the address that was typed.
pub fn remember(mut answer: Response, typed: &str, visit: &Visit) -> Response {
    let portal = &visit.app.services.portal;
    let note = notes::seal(
        portal,
        visit.vault(),
        Purpose::MailSent,
        typed.trim(),
        LIFETIME,
    );
    if let Some(cookie) = cookie(MAIL_SENT_COOKIE, &note, LIFETIME, visit.app.https) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// What was typed in this browser a little while ago.
pub fn address(visit: &Visit) -> Option<String> {
    let note = visit.notes.mail_sent.as_deref()?;
    notes::open(
        &visit.app.services.portal,
        visit.vault(),
        Purpose::MailSent,
        note,
    )
}
