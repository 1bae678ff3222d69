//! Revocation of tokens (RFC 7009).

use chrono::DateTime;
use sea_orm::{EntityTrait, Set, sea_query::OnConflict};

use super::{AuthenticatedClient, Authority, Claims, KeyError, TokenError, verify::verify};
use crate::{Portal, Scope, changes, entities::revoked_token, vocabulary::ChangeKind};

/// Revokes a client's own token. Any other token is ignored; the answer is the same (§2.2).
///
/// # Errors
/// When the keys or the database cannot be read or written.
pub async fn revoke(
    scope: &Scope,
    authority: &Authority,
    caller: &AuthenticatedClient,
    token: &str,
) -> Result<(), KeyError> {
    let portal = &scope.portal;
    let claims = match verify(portal, authority, token).await {
        Ok(claims) => claims,
        Err(TokenError::Fault(error)) => return Err(error),
        Err(_) => return Ok(()),
    };
    let is_own = claims.client_id == caller.client.public_key.as_str();
    if !is_own || authority.is_revoked(claims.jti) {
        return Ok(());
    }
    keep(scope, &claims).await
}

async fn keep(scope: &Scope, claims: &Claims) -> Result<(), KeyError> {
    let portal: &Portal = &scope.portal;
    let transaction = portal.db.begin().await?;
    let row = revoked_token::ActiveModel {
        id: Set(claims.jti),
        expires_at: Set(DateTime::from_timestamp(claims.exp, 0).unwrap_or_default()),
    };
    let there_already = OnConflict::column(revoked_token::Column::Id)
        .do_nothing()
        .to_owned();
    revoked_token::Entity::insert(row)
        .on_conflict(there_already)
        .exec_without_returning(&transaction)
        .await?;
    changes::commit(transaction, scope, &[(ChangeKind::Token, claims.jti.0)]).await?;
    Ok(())
}
