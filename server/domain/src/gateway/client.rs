//! Calls with the token of a registered client.
//!
//! A client acts for an account, so its token opens what that account may call from the pages: an
//! API that the client has as a scope and of which a group of the account has an approved
//! application. The call is one of that application, whose plan and quota it is counted by. An API
//! needs no mark of its own: the scopes of the client are chosen by an administrator, API by API.

use super::{Caller, Refusal};
use crate::{
    Services,
    catalogue::Api,
    clients, credentials,
    oauth::{ClientClaims, KeyError},
};

/// The caller with the token of a client for this API.
///
/// # Errors
/// [`Refusal::ClientExpired`] and [`Refusal::ClientEnded`] for a token that is not good any more,
/// [`Refusal::NotForClient`] when the client may not call this API, [`Refusal::Fault`] when that
/// cannot be looked up.
pub(super) async fn caller(
    services: &Services,
    api: &Api,
    claims: &ClientClaims,
) -> Result<Caller, Refusal> {
    let portal = &services.portal;
    if claims.has_expired(portal.now()) {
        return Err(Refusal::ClientExpired);
    }
    let access = clients::access(portal, claims).await;
    let access = access.map_err(KeyError::from)?;
    let access = access.ok_or(Refusal::ClientEnded)?;
    let is_for_apis = clients::opens_others(&portal.settings, &claims.aud);
    if !is_for_apis || !access.has_scope(&api.slug) {
        return Err(Refusal::NotForClient);
    }
    let key = credentials::public_key_for(portal.db.reader(), access.account, api.id).await;
    let key = key.map_err(KeyError::from)?.ok_or(Refusal::NotForClient)?;
    let client = services.authority.client(portal, &key).await?;
    let client = client.filter(|client| client.is_active(portal.now()));
    let client = client.ok_or(Refusal::NotForClient)?;
    services.client_uses.record(&access, portal.now());
    Ok(Caller::new(client))
}
