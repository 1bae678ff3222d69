//! One-time links, sent by mail: they can be inspected many times and used once.

mod consume;
mod inspect;
mod issue;
mod renew;
mod send;
mod token;

pub(super) use consume::verify_address;
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
    /// The kind of link that this account needs: for its registration, or for a new password.
    pub(super) fn fitting(account: &account::Model) -> Self {
        if account.email_verified_at.is_some() {
            Self::Reset
        } else {
            Self::Registration
        }
    }
}

/// The link of a token, if this portal made the token for it. A hash that somebody writes into the
/// database makes no link.
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

/// Selects links that are neither used nor replaced.
fn open() -> Condition {
    Condition::all()
        .add(link::Column::ConsumedAt.is_null())
        .add(link::Column::VoidedAt.is_null())
}

/// Voids every open link of an account.
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
