//! Who is told of a message by mail.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::MessageState;
use crate::{
    Role, Scope,
    accounts::{self, Email, throttle},
    clock::Timestamp,
    db::Transaction,
    entities::message::{Column, Entity},
    ids::{AccountId, MessageEventId, MessageId},
    jobs::{self, Job, Mail},
};

/// Tells everybody in support; one mail sums up many messages. Where nobody has the role yet,
/// administrators are told, who give it.
pub(super) async fn tell_support(
    transaction: &Transaction,
    scope: &Scope,
    message: MessageId,
) -> Result<(), DbErr> {
    for to in recipients(transaction).await? {
        let what = format!("messages:{to}");
        let mail = Mail::MessageArrived { message, to };
        let more = |since| Mail::MessagesArrived { to, since };
        throttle::enqueue_or_sum_up(transaction, scope, &what, mail, more).await?;
    }
    Ok(())
}

/// In the order of their identifiers, so that two messages at once do not deadlock.
async fn recipients(db: &impl ConnectionTrait) -> Result<Vec<AccountId>, DbErr> {
    let mut recipients = accounts::with_role(db, Role::Support).await?;
    if recipients.is_empty() {
        recipients = accounts::with_role(db, Role::Administrator).await?;
    }
    recipients.sort_unstable();
    Ok(recipients)
}

/// Confirms a message to the address that was typed, unless that got several such mails lately.
pub(super) async fn send_receipt(
    transaction: &Transaction,
    scope: &Scope,
    message: MessageId,
    to: &Email,
) -> Result<(), DbErr> {
    if throttle::wait_for_receipt(transaction, scope, to)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let mail = Mail::MessageReceived { message };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}

/// Sends an answer.
pub(super) async fn send_answer(
    transaction: &Transaction,
    scope: &Scope,
    answer: MessageEventId,
) -> Result<(), DbErr> {
    let mail = Mail::MessageAnswered { answer };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}

/// Whether a message that came since a time is open.
///
/// # Errors
/// When the database cannot be read.
pub async fn wait_since(db: &impl ConnectionTrait, since: Timestamp) -> Result<bool, DbErr> {
    let open: Option<MessageId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(MessageState::Open))
        .filter(Column::SubmittedAt.gte(since))
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(open.is_some())
}
