//! Finds invitations, for owners and for mails.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    Invitation, InvitationState, row,
    send::{MAX_OPEN, open_in},
    token,
};
use crate::{
    Error, Scope,
    groups::{GroupRight, require},
    ids::{GroupId, InvitationId},
    store::Vault,
    token::Token,
};

/// The open invitations of a group, the newest first, also those that have expired, for its owners.
/// There are [`MAX_OPEN`] at most.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no owner, [`Error::NotFound`] for whoever does not belong to
/// the group.
pub async fn list(scope: &Scope, group: GroupId) -> Result<Vec<Invitation>, Error> {
    let db = scope.portal.db.reader();
    require(db, scope, group, GroupRight::Manage).await?;
    let found = open_in(group)
        .order_by_desc(row::Column::CreatedAt)
        .order_by_desc(row::Column::Id)
        .limit(MAX_OPEN)
        .all(db)
        .await?;
    Ok(found)
}

/// The addresses of those of these invitations that are kept.
pub(crate) async fn addresses(
    db: &impl ConnectionTrait,
    ids: &[InvitationId],
) -> Result<HashMap<InvitationId, String>, DbErr> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = row::Entity::find()
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|it| (it.id, it.email.shown()))
        .collect())
}

/// An invitation, without a check of who may see it.
///
/// # Errors
/// When the database cannot be read.
pub async fn load(
    db: &impl ConnectionTrait,
    id: InvitationId,
) -> Result<Option<Invitation>, DbErr> {
    row::Entity::find_by_id(id).one(db).await
}

/// An invitation with its token, for its mail; `None` once it is over. Every attempt at the mail
/// holds the same link.
///
/// # Errors
/// When the database cannot be read.
pub async fn issue(
    scope: &Scope,
    vault: &Vault,
    id: InvitationId,
) -> Result<Option<(Invitation, Token)>, DbErr> {
    let found = load(scope.portal.db.reader(), id).await?;
    let open = |it: &Invitation| it.state_at(scope.now()) == InvitationState::Open;
    let good = found.filter(open);
    // After a change of the key, the link of before is what the row still knows.
    let good = good.filter(|it| it.key_version == vault.version());
    Ok(good.map(|invitation| (invitation, token::of(vault, id))))
}
