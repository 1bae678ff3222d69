//! Uses a link. It works once.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{LinkState, by_token, inspect::state_of, open};
use crate::{
    Scope,
    accounts::{
        ReturnTo, SessionKind, lookup,
        sessions::{self, OpenedSession, SessionOpening},
    },
    audit::Action,
    clock::Timestamp,
    db::Transaction,
    entities::{account, link},
    store::Vault,
    token::Token,
};

#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    #[error("the link is not usable: {0:?}")]
    NotUsable(LinkState),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Uses a link, marks its address as verified, and opens a session that may only set the password.
///
/// # Errors
/// [`LinkError::NotUsable`] tells whether the link is unknown, expired or used.
pub async fn consume(
    scope: &Scope,
    vault: &Vault,
    token: &Token,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, LinkError> {
    let transaction = scope.portal.db.begin().await?;
    let link = by_token(&transaction, vault, token).await?;
    let link = link.ok_or(LinkError::NotUsable(LinkState::Unknown))?;
    let account = lookup::lock(&transaction, link.account_id).await?;
    let account = account.ok_or(LinkError::NotUsable(LinkState::Unknown))?;
    if !use_up(&transaction, token, scope.now()).await? {
        return Err(unusable(&transaction, scope, vault, token).await?);
    }
    verify_address(&transaction, &account, scope.now()).await?;
    if let Some(token) = current {
        sessions::end_by_token(&transaction, token).await?;
    }
    let opening = SessionOpening {
        kind: SessionKind::PasswordOnly,
        device,
        by: Action::LinkUsed,
    };
    let session = sessions::open(&transaction, scope, &account, opening).await?;
    transaction.commit().await?;
    Ok(OpenedSession {
        return_to: link.return_to.map(ReturnTo::stored),
        ..session
    })
}

/// Marks the link as used by one statement, which decides between two requests at once.
async fn use_up(transaction: &Transaction, token: &Token, now: Timestamp) -> Result<bool, DbErr> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::ConsumedAt, now.into())
        .filter(link::Column::TokenHash.eq(token.hash()))
        .filter(link::Column::ExpiresAt.gt(now))
        .filter(open())
        .exec(transaction)
        .await?;
    Ok(used.rows_affected == 1)
}

async fn unusable(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    token: &Token,
) -> Result<LinkError, DbErr> {
    let state = match by_token(transaction, vault, token).await? {
        Some(link) => state_of(transaction, &link, scope.now()).await?,
        None => LinkState::Unknown,
    };
    Ok(LinkError::NotUsable(state))
}

/// Marks the address of an account as verified, since whoever asks reads its mail.
pub async fn verify_address(
    transaction: &Transaction,
    account: &account::Model,
    now: Timestamp,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::EmailVerifiedAt, now.into())
        .filter(account::Column::Id.eq(account.id))
        .filter(account::Column::EmailVerifiedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(())
}
