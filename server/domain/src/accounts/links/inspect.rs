//! Inspects a link without using it.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{LinkPurpose, by_token};
use crate::{
    Scope,
    clock::Timestamp,
    entities::{account, link},
    store::Vault,
    token::Token,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkState {
    Valid {
        purpose: LinkPurpose,
        given_name: String,
    },
    Expired,
    /// It was used, or replaced by another link that was.
    Used,
    Unknown,
}

/// The state of a link. It only reads, since mail scanners open links too.
///
/// # Errors
/// When the database cannot be read.
pub async fn inspect(scope: &Scope, vault: &Vault, token: &Token) -> Result<LinkState, DbErr> {
    let db = scope.portal.db.reader();
    match by_token(db, vault, token).await? {
        Some(link) => state_of(db, &link, scope.now()).await,
        None => Ok(LinkState::Unknown),
    }
}

pub(super) async fn state_of(
    db: &impl ConnectionTrait,
    link: &link::Model,
    now: Timestamp,
) -> Result<LinkState, DbErr> {
    if link.consumed_at.is_some() || link.voided_at.is_some() {
        return Ok(LinkState::Used);
    }
    if link.expires_at <= now {
        return Ok(LinkState::Expired);
    }
    let account = account::Entity::find_by_id(link.account_id).one(db).await?;
    Ok(
        account.map_or(LinkState::Unknown, |account| LinkState::Valid {
            purpose: link.purpose,
            given_name: account.given_name,
        }),
    )
}
