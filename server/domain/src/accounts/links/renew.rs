//! A new link in place of one that came too late.

use sea_orm::DbErr;

use super::{LinkPurpose, LinkState, by_token, inspect, send_within_limits};
use crate::{
    Scope,
    accounts::{Onward, lookup},
    token::Token,
};

/// Has a new link mailed where an expired or used one was sent to, within the limits of any
/// link. Says nothing of whether it did.
///
/// # Errors
/// When the database cannot be written.
pub async fn renew(scope: &Scope, token: &Token) -> Result<(), DbErr> {
    match inspect(scope, token).await? {
        LinkState::Expired | LinkState::Used => send_another(scope, token).await,
        LinkState::Valid { .. } | LinkState::Unknown => Ok(()),
    }
}

async fn send_another(scope: &Scope, token: &Token) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let Some(link) = by_token(&transaction, token).await? else {
        return Ok(());
    };
    let account = lookup::hold(&transaction, link.account_id).await?;
    // An address given up since then gets no more links.
    if let Some(account) = account.filter(|account| account.email == link.sent_to) {
        let purpose = LinkPurpose::fitting(&account);
        let onward = link.onward.as_deref().and_then(Onward::parse);
        send_within_limits(&transaction, scope, &account, purpose, onward.as_ref()).await?;
    }
    transaction.commit().await?;
    scope.portal.bell.ring();
    Ok(())
}
