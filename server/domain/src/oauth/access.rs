//! What a token currently allows.

use std::sync::Arc;

use super::{Authority, Claims, Client, TokenError, verify::verify};
use crate::{Portal, credentials::PublicKey};

/// The claims of a good token, and its client.
#[derive(Clone, Debug)]
pub struct Access {
    pub claims: Arc<Claims>,
    pub client: Arc<Client>,
}

/// Checks a token, and that neither it nor its secret nor its application was revoked.
///
/// # Errors
/// [`TokenError::Invalid`] for what is no access token of this portal, [`TokenError::Expired`] and
/// [`TokenError::Revoked`] for one that is not good any more, [`TokenError::Fault`] when the keys
/// or the database cannot be read.
pub async fn access(
    portal: &Portal,
    authority: &Authority,
    token: &str,
) -> Result<Access, TokenError> {
    let claims = verify(portal, authority, token).await?;
    if authority.is_revoked(claims.jti) {
        return Err(TokenError::Revoked(claims));
    }
    let key = PublicKey::parse(&claims.client_id).ok_or(TokenError::Invalid)?;
    let client = authority.client(portal, &key).await?;
    let Some(client) = client else {
        return Err(TokenError::Revoked(claims));
    };
    let now = portal.now();
    if !client.is_active(now) || !client.has_active_secret(claims.secret_id, now) {
        return Err(TokenError::Revoked(claims));
    }
    Ok(Access { claims, client })
}
