//! Having a link mailed.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};

use super::LinkPurpose;
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::{account, link},
    ids::LinkId,
    jobs::{self, Job, Mail},
    token::Token,
};

/// Between two links for the same.
const PAUSE: TimeDelta = TimeDelta::minutes(1);
const MOST_IN_A_DAY: usize = 10;

/// Has a link mailed to the account's address, unless it had one just now or many today: nobody
/// fills another's mailbox with our mail. The account must be held, or two at once both count.
pub async fn send_within_limits(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    purpose: LinkPurpose,
) -> Result<(), DbErr> {
    if within_limits(
        &sent_today(transaction, scope, account, purpose).await?,
        scope.now(),
    ) {
        send(transaction, scope, account, purpose).await?;
    }
    Ok(())
}

/// Has a link mailed to the account's address. Nobody knows the token it is kept under until
/// the mail goes out.
pub async fn send(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    purpose: LinkPurpose,
) -> Result<(), DbErr> {
    let id: LinkId = scope.portal.new_id();
    link::ActiveModel {
        id: Set(id),
        account_id: Set(account.id),
        purpose: Set(purpose),
        token_hash: Set(Token::generate(scope.portal.random.as_ref()).hash()),
        sent_to: Set(account.email.clone()),
        created_at: Set(scope.now()),
        expires_at: Set(scope.now()),
        consumed_at: Set(None),
        voided_at: Set(None),
    }
    .insert(transaction)
    .await?;
    let (account, link) = (account.id, id);
    let mail = match purpose {
        LinkPurpose::Registration => Mail::RegistrationLink { account, link },
        LinkPurpose::Reset => Mail::ResetLink { account, link },
    };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}

async fn sent_today(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    purpose: LinkPurpose,
) -> Result<Vec<Timestamp>, DbErr> {
    link::Entity::find()
        .select_only()
        .column(link::Column::CreatedAt)
        .filter(link::Column::AccountId.eq(account.id))
        .filter(link::Column::Purpose.eq(purpose))
        .filter(link::Column::CreatedAt.gt(scope.now() - TimeDelta::days(1)))
        .into_tuple()
        .all(transaction)
        .await
}

fn within_limits(sent: &[Timestamp], now: Timestamp) -> bool {
    sent.len() < MOST_IN_A_DAY && sent.iter().all(|at| now - at >= PAUSE)
}
