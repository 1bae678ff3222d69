//! The access token that comes with a call.

use axum::http::{HeaderMap, header};

use crate::oauth2::{CLIENT_AUTH, bearer};

/// From `x-client-auth: Bearer …` or `Authorization: Bearer …` (RFC 6750 §2.1). Two tokens are
/// none: nobody could say which one counts.
pub fn of(headers: &HeaderMap) -> Option<&str> {
    let own = headers.get_all(CLIENT_AUTH).iter();
    let mut values = own.chain(headers.get_all(header::AUTHORIZATION));
    let first = values.next()?;
    values.next().is_none().then_some(first).and_then(bearer)
}
