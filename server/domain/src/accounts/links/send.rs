//! Having a link mailed.

use sea_orm::{ActiveModelTrait, DbErr, Set};

use super::LinkPurpose;
use crate::{
    Scope,
    accounts::{Onward, throttle},
    db::Transaction,
    entities::{account, link},
    ids::LinkId,
    jobs::{self, Job, Mail},
    token::Token,
};

/// Has a link mailed to the account's address, unless it had one a little while ago.
pub async fn send_within_limits(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    purpose: LinkPurpose,
    onward: Option<&Onward>,
) -> Result<(), DbErr> {
    if throttle::may_be_sent_a_link(transaction, scope, account.id, purpose).await? {
        send(transaction, scope, account, purpose, onward).await?;
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
    onward: Option<&Onward>,
) -> Result<(), DbErr> {
    let id: LinkId = scope.portal.new_id();
    link::ActiveModel {
        id: Set(id),
        account_id: Set(account.id),
        purpose: Set(purpose),
        token_hash: Set(Token::generate(scope.portal.random.as_ref()).hash()),
        sent_to: Set(account.email.clone()),
        onward: Set(onward.map(|path| path.as_str().to_owned())),
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
