//! What was typed into a form is there again when its page is shown the next time: after signing in,
//! when the session had ended before the form was sent, and after a change of language, when there
//! were mistakes in it. Never a password.

use std::time::Duration;

use axum::{
    body::to_bytes,
    extract::{FromRequestParts, Request},
    http::{HeaderValue, Method, StatusCode, request::Parts},
};
use domain::{
    DbErr,
    accounts::{SessionKind, kept_form},
    ids::AccountId,
    notes::{self, Purpose},
    token::Token,
};
use serde::de::DeserializeOwned;

use super::{
    PageError, PostedParts, Visit, cookies, functions, notes::FORM, posted_parts::is_multipart,
};
use crate::routes;

/// What the fields of the portal's forms are called that hold a password, the secret of a client, or
/// a code of a second factor.
pub const PASSWORDS: [&str; 7] = [
    "password",
    "confirmation",
    "current",
    "segredo",
    "verificacao",
    "recuperacao",
    "chave-de-acesso",
];

/// How long a visitor's browser keeps what was typed.
const NOTE_LIFETIME: Duration = Duration::from_mins(10);
/// Browsers take 4096 bytes of cookie at least, its name and attributes included (RFC 6265 §6.1).
const MAX_NOTE_BYTES: usize = 3800;

/// The fields of a form as they were sent, without passwords; none when nothing is left.
pub fn without_passwords(sent: &[u8]) -> Option<String> {
    let mut fields: Vec<(String, String)> = serde_urlencoded::from_bytes(sent).ok()?;
    fields.retain(|(name, _)| !PASSWORDS.contains(&name.as_str()));
    let text = serde_urlencoded::to_string(fields).ok()?;
    (!text.is_empty() && text.len() <= kept_form::MAX_BYTES).then_some(text)
}

/// Keeps a form that was sent after its session had ended, for the account that last signed in in
/// this browser: the cookie to find it by, if there is anything to keep.
pub(super) async fn keep(visit: &Visit, request: Request) -> Result<Option<HeaderValue>, DbErr> {
    let Some(account) = last_account(visit) else {
        return Ok(None);
    };
    let fields = if is_multipart(request.headers()) {
        // Of files their names alone, so that the page can say which are to be chosen again.
        let sent = PostedParts::of_request(request).await;
        sent.ok().and_then(|sent| sent.urlencoded())
    } else {
        let sent = to_bytes(request.into_body(), kept_form::MAX_BYTES).await;
        sent.ok().and_then(|sent| without_passwords(&sent))
    };
    let Some(fields) = fields else {
        return Ok(None);
    };
    keep_for(visit, account, visit.page(), &fields).await
}

fn last_account(visit: &Visit) -> Option<AccountId> {
    let note = visit.notes.account.as_deref()?;
    let account = notes::open(
        &visit.app.services.portal,
        visit.vault(),
        Purpose::Account,
        note,
    )?;
    account.parse().ok()
}

async fn keep_for(
    visit: &Visit,
    account: AccountId,
    path: &str,
    fields: &str,
) -> Result<Option<HeaderValue>, DbErr> {
    let token = kept_form::keep(
        &visit.app.services.portal,
        visit.vault(),
        account,
        path,
        fields,
    )
    .await?;
    let lifetime = kept_form::KEPT_FOR;
    let cookie = |token: Token| cookies::set(FORM, &token.expose(), lifetime, visit.app.https);
    Ok(token.and_then(cookie))
}

/// Keeps the fields of the form at `path`, which were sent back to us with a page: with the account
/// of whoever is signed in, and in the browser of whoever is not.
///
/// # Errors
/// When the database cannot be written.
pub async fn remember(
    visit: &Visit,
    path: &str,
    fields: &str,
) -> Result<Option<HeaderValue>, DbErr> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let Some(fields) = without_passwords(fields.as_bytes()) else {
        return Ok(None);
    };
    if let Some(person) = visit.person() {
        return keep_for(visit, person.id, path, &fields).await;
    }
    let text = format!("{path}\n{fields}");
    let note = notes::seal(
        &visit.app.services.portal,
        visit.vault(),
        Purpose::Form,
        &text,
        NOTE_LIFETIME,
    );
    let fits = note.len() <= MAX_NOTE_BYTES;
    Ok(fits
        .then(|| cookies::set(FORM, &note, NOTE_LIFETIME, visit.app.https))
        .flatten())
}

/// What the reader typed into the form at one of these addresses.
///
/// # Errors
/// When the database cannot be read.
pub async fn kept<T: DeserializeOwned>(
    visit: &Visit,
    paths: &[String],
) -> Result<Option<T>, DbErr> {
    let Some(note) = visit.notes.form.as_deref() else {
        return Ok(None);
    };
    let fields = match Token::parse(note) {
        Some(token) => kept_form::kept(&visit.scope, visit.vault(), &token, paths).await?,
        None => of_visitor(visit, note, paths),
    };
    Ok(fields.and_then(|fields| serde_urlencoded::from_str(&fields).ok()))
}

fn of_visitor(visit: &Visit, note: &str, paths: &[String]) -> Option<String> {
    let text = notes::open(
        &visit.app.services.portal,
        visit.vault(),
        Purpose::Form,
        note,
    )?;
    let (path, fields) = text.split_once('\n')?;
    paths.iter().any(|it| it == path).then(|| fields.to_owned())
}

/// The fields that were typed into the form of this page, if they are kept.
pub struct KeptForm<T>(pub Option<T>);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for KeptForm<T> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let path = visit.page().to_owned();
        Ok(Self(kept(&visit, &[path]).await?))
    }
}

/// Whether a form was taken, so that what was kept of it must not come back. What an island asks is
/// no form.
pub(super) fn is_done(visit: &Visit, method: &Method, status: StatusCode) -> bool {
    let taken = matches!(status, StatusCode::OK | StatusCode::SEE_OTHER);
    let own = match visit.session {
        Some(SessionKind::Full) => {
            let is_function = visit.page().starts_with(functions::PREFIX);
            visit.page() != routes::LANGUAGE && !is_function
        }
        Some(SessionKind::PasswordOnly | SessionKind::AwaitingFactor) => false,
        None => [routes::SIGN_UP, routes::FORGOTTEN, routes::CONTACT].contains(&visit.page()),
    };
    visit.notes.form.is_some() && *method == Method::POST && taken && own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_left_out_whatever_else_was_sent() {
        let fields = |sent: &str| without_passwords(sent.as_bytes());
        let sent = "email=ana%40empresa.com.br&password=a&current=b&confirmation=c&x=%C3%A9+1";
        assert_eq!(
            fields(sent).as_deref(),
            Some("email=ana%40empresa.com.br&x=%C3%A9+1")
        );
        for nothing in ["", "password=a", "p%61ssword=a"] {
            assert_eq!(fields(nothing), None);
        }
        let large = format!("x={}", "a".repeat(kept_form::MAX_BYTES));
        assert_eq!(fields(&large), None);
    }
}
