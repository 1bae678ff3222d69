//! The access token that comes with a call.

use axum::http::{HeaderMap, header};

use crate::oauth2::{CLIENT_AUTH, bearer};

/// Two tokens: nobody could say which one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Several;

/// From `x-client-auth: Bearer …` or `Authorization: Bearer …` (RFC 6750 §2.1).
pub fn of(headers: &HeaderMap) -> Result<Option<&str>, Several> {
    let own = headers.get_all(CLIENT_AUTH).iter();
    let mut values = own.chain(headers.get_all(header::AUTHORIZATION));
    match (values.next(), values.next()) {
        (Some(value), None) => Ok(bearer(value)),
        (None, _) => Ok(None),
        (Some(_), Some(_)) => Err(Several),
    }
}
