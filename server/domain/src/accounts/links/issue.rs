//! Makes a link's token when its mail is sent: the same one at every attempt, and never stored.

use std::time::Duration;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{LinkPurpose, open, token};
use crate::{
    Scope, accounts::Email, clock::Timestamp, entities::link, ids::LinkId, store::Vault,
    token::Token,
};

/// What the mail needs to know of its link.
#[derive(Clone, Debug)]
pub struct IssuedLink {
    pub token: Token,
    pub sent_to: Email,
    pub expires_at: Timestamp,
}

/// Returns the token of a link and starts its lifetime; `None` when the link is not needed any
/// more. Every attempt at the mail holds the same link, so a mail that arrived although the attempt
/// counted as failed keeps working.
///
/// # Errors
/// When the database cannot be written.
pub async fn issue(scope: &Scope, vault: &Vault, id: LinkId) -> Result<Option<IssuedLink>, DbErr> {
    let db = scope.portal.db.writer();
    let Some(link) = link::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let token = token::of(vault, id);
    let expires_at = scope.now() + lifetime(scope, link.purpose);
    let issued = link::Entity::update_many()
        .col_expr(link::Column::TokenHash, token.hash().into())
        .col_expr(link::Column::KeyVersion, vault.version().into())
        .col_expr(link::Column::ExpiresAt, expires_at.into())
        .filter(link::Column::Id.eq(id))
        .filter(open())
        .exec(db)
        .await?;
    Ok((issued.rows_affected == 1).then_some(IssuedLink {
        token,
        sent_to: link.sent_to,
        expires_at,
    }))
}

fn lifetime(scope: &Scope, purpose: LinkPurpose) -> Duration {
    match purpose {
        LinkPurpose::Registration => scope.portal.registration_link_lifetime(),
        LinkPurpose::Reset => scope.portal.reset_link_lifetime(),
    }
}
