//! Sends links by mail.

use std::time::Duration;

use sea_orm::{ActiveModelTrait, DbErr, Set};

use super::{LinkPurpose, token};
use crate::{
    Scope,
    accounts::{ReturnTo, throttle},
    db::Transaction,
    entities::{account, link},
    ids::LinkId,
    jobs::{self, Job, Mail},
    store::Vault,
};

/// Sends a link to the account's address, unless it got one recently; then returns the time until
/// the next one.
pub async fn send_within_limits(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    account: &account::Model,
    purpose: LinkPurpose,
    return_to: Option<&ReturnTo>,
) -> Result<Option<Duration>, DbErr> {
    let wait = throttle::wait_for_link(transaction, scope, account.id, purpose).await?;
    if wait.is_none() {
        send(transaction, scope, vault, account, purpose, return_to).await?;
    }
    Ok(wait)
}

/// Sends a link to the account's address. Its token is made when the mail is sent.
pub async fn send(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    account: &account::Model,
    purpose: LinkPurpose,
    return_to: Option<&ReturnTo>,
) -> Result<(), DbErr> {
    let id: LinkId = scope.portal.new_id();
    link::ActiveModel {
        id: Set(id),
        account_id: Set(account.id),
        purpose: Set(purpose),
        token_hash: Set(token::of(vault, id).hash()),
        key_version: Set(vault.version()),
        sent_to: Set(account.email.clone()),
        return_to: Set(return_to.map(|path| path.as_str().to_owned())),
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
