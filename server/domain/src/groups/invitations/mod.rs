//! Invitations to a group, sent by mail: they can be looked at many times and are accepted once.

mod answer;
mod find;
mod inspect;
mod send;
mod token;

pub use crate::entities::group_invitation::Model as Invitation;
pub use crate::vocabulary::InvitationState;
pub use answer::{AcceptError, NewPerson, accept, decline, register};
pub(crate) use find::addresses;
pub use find::{issue, list, load};
pub use inspect::{InvitationLink, InvitedReader, OpenedInvitation, inspect};
pub(crate) use send::row_of;
pub(super) use send::withdraw_of;
pub use send::{InviteError, MAX_OPEN, NewInvitation, invite, resend, withdraw};

use std::time::Duration;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::{
    Portal, cleanup, clock::Timestamp, entities::group_invitation as row, store::Vault,
    token::Token,
};

/// How long an invitation is good.
pub const GOOD_FOR: Duration = Duration::from_hours(7 * 24);

/// How long one that is over is kept, so that whoever opens its link is told so.
const KEPT: Duration = Duration::from_hours(30 * 24);

/// The invitation of a token, if this portal made the token for it.
async fn by_token(
    db: &impl ConnectionTrait,
    vault: &Vault,
    token: &Token,
) -> Result<Option<Invitation>, DbErr> {
    let found = row::Entity::find()
        .filter(row::Column::TokenHash.eq(token.hash()))
        .one(db)
        .await?;
    Ok(found.filter(|invitation| token::belongs(vault, invitation, token)))
}

impl Invitation {
    /// Where it stands at a time: one that is open has expired after its last day.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> InvitationState {
        if self.state == InvitationState::Open && self.expires_at <= now {
            InvitationState::Expired
        } else {
            self.state
        }
    }
}

/// Deletes invitations that were over long ago, with the addresses in them.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let old = row::Column::ExpiresAt.lte(portal.now() - KEPT);
    cleanup::delete::<row::Entity>(&portal.db, Condition::all().add(old)).await
}
