//! What was just sent, for the page that says so: the address of a mail, or the number of a message.
//! It waits in a sealed cookie: addresses are no part of a URL, where logs and histories keep them.

use std::time::Duration;

use axum::{http::header, response::Response};
use domain::notes::{self, Purpose};

use crate::web::{MAIL_SENT_COOKIE, Visit, cookie};

const LIFETIME: Duration = Duration::from_mins(10);

/// The answer to a form, which has the next page show the address that was typed.
pub fn remember(answer: Response, typed: &str, visit: &Visit) -> Response {
    keep(answer, Purpose::MailSent, typed.trim(), visit)
}

/// The same with the number of a message to support.
pub fn remember_number(answer: Response, number: &str, visit: &Visit) -> Response {
    keep(answer, Purpose::MessageSent, number, visit)
}

fn keep(mut answer: Response, purpose: Purpose, text: &str, visit: &Visit) -> Response {
    let portal = &visit.app.services.portal;
    let note = notes::seal(portal, visit.vault(), purpose, text, LIFETIME);
    if let Some(cookie) = cookie(MAIL_SENT_COOKIE, &note, LIFETIME, visit.app.https) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// What was typed in this browser a little while ago.
pub fn address(visit: &Visit) -> Option<String> {
    kept(Purpose::MailSent, visit)
}

/// The number of the message that was sent in this browser a little while ago.
pub fn number(visit: &Visit) -> Option<String> {
    kept(Purpose::MessageSent, visit)
}

fn kept(purpose: Purpose, visit: &Visit) -> Option<String> {
    let note = visit.notes.mail_sent.as_deref()?;
    notes::open(&visit.app.services.portal, visit.vault(), purpose, note)
}
