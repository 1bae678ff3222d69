//! One-time links: mailed, looked at as often as a mail scanner likes, used once.

mod consume;
mod inspect;
mod issue;
mod renew;
mod send;
mod token;

pub use consume::{LinkError, consume};
pub use inspect::{LinkState, inspect};
pub use issue::{IssuedLink, issue};
pub use renew::{Renewal, renew};

pub use crate::vocabulary::LinkPurpose;
pub(super) use send::{send, send_within_limits};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::{
    clock::Timestamp,
    entities::{account, link},
    store::Vault,
    token::Token,
};

impl LinkPurpose {
    /// The link that brings the owner of this account in.
    pub(super) fn fitting(account: &account::Model) -> Self {
        if account.email_verified_at.is_some() {
            Self::Reset
        } else {
            Self::Registration
        }
    }
}

/// The link that a token belongs to, if the token is one that we made for it: whoever writes a
/// hash into the database makes no link by that.
async fn by_token(
    db: &impl ConnectionTrait,
    vault: &Vault,
    token: &Token,
) -> Result<Option<link::Model>, DbErr> {
    let found = link::Entity::find()
        .filter(link::Column::TokenHash.eq(token.hash()))
        .one(db)
        .await?;
    Ok(found.filter(|link| token::belongs(vault, link, token)))
}

/// Neither used nor replaced.
fn open() -> Condition {
    Condition::all()
        .add(link::Column::ConsumedAt.is_null())
        .add(link::Column::VoidedAt.is_null())
}

/// Voids every link of an account that is still open.
pub(super) async fn void_all(
    transaction: &impl ConnectionTrait,
    account: &account::Model,
    now: Timestamp,
) -> Result<(), DbErr> {
    link::Entity::update_many()
        .col_expr(link::Column::VoidedAt, now.into())
        .filter(link::Column::AccountId.eq(account.id))
        .filter(open())
        .exec(transaction)
        .await?;
    Ok(())
}
