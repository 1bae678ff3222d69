//! Accounts that mails do not reach, with what the mail server answered, for support.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Set, sea_query::OnConflict};

use crate::{
    clock::Timestamp,
    entities::mail_refusal::{ActiveModel, Column, Entity},
    ids::AccountId,
};

/// The last mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailRefusal {
    pub at: Timestamp,
    /// The codes of the server's answer; they hold no personal data.
    pub reason: String,
}

/// Records that a mail to the account was given up.
///
/// # Errors
/// When the database cannot be written.
pub async fn record(
    transaction: &impl ConnectionTrait,
    account: AccountId,
    at: Timestamp,
    reason: &str,
) -> Result<(), DbErr> {
    let refusal = ActiveModel {
        account_id: Set(account),
        at: Set(at),
        reason: Set(reason.to_owned()),
    };
    let latest = OnConflict::column(Column::AccountId)
        .update_columns([Column::At, Column::Reason])
        .to_owned();
    Entity::insert(refusal)
        .on_conflict(latest)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Forgets the refusal, since the server accepted a mail to the account.
///
/// # Errors
/// When the database cannot be written.
pub async fn forget(transaction: &impl ConnectionTrait, account: AccountId) -> Result<(), DbErr> {
    Entity::delete_by_id(account).exec(transaction).await?;
    Ok(())
}

pub(super) async fn of(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<MailRefusal>, DbErr> {
    let found = Entity::find_by_id(account).one(db).await?;
    Ok(found.map(|it| MailRefusal {
        at: it.at,
        reason: it.reason,
    }))
}
