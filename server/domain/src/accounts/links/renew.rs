//! A new link in place of one that came too late.

use std::time::Duration;

use sea_orm::DbErr;

use super::{LinkPurpose, LinkState, by_token, inspect, send_within_limits};
use crate::{
    Scope,
    accounts::{ReturnTo, lookup},
    store::Vault,
    token::Token,
};

/// What became of asking for another link. Whoever asks holds one that was mailed, and so may be
/// told all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    Sent,
    /// One was sent a little while ago; this is how long it is until the next may be.
    NotYet {
        retry_after: Duration,
    },
    /// There is no need of another, or no way to one; nothing was sent.
    Not(LinkState),
}

/// Has a new link mailed where an expired or used one was sent to, within the limits of any
/// link.
///
/// # Errors
/// When the database cannot be written.
pub async fn renew(scope: &Scope, vault: &Vault, token: &Token) -> Result<Renewal, DbErr> {
    match inspect(scope, vault, token).await? {
        LinkState::Expired | LinkState::Used => send_another(scope, vault, token).await,
        state @ (LinkState::Valid { .. } | LinkState::Unknown) => Ok(Renewal::Not(state)),
    }
}

async fn send_another(scope: &Scope, vault: &Vault, token: &Token) -> Result<Renewal, DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let Some(link) = by_token(&transaction, vault, token).await? else {
        return Ok(Renewal::Not(LinkState::Unknown));
    };
    let account = lookup::lock(&transaction, link.account_id).await?;
    // An address given up since then gets no more links.
    let Some(account) = account.filter(|account| account.email == link.sent_to) else {
        return Ok(Renewal::Not(LinkState::Unknown));
    };
    let purpose = LinkPurpose::fitting(&account);
    let return_to = link.return_to.map(ReturnTo::stored);
    let (to, return_to) = (&account, return_to.as_ref());
    let wait = send_within_limits(&transaction, scope, vault, to, purpose, return_to).await?;
    transaction.commit().await?;
    Ok(wait.map_or(Renewal::Sent, |retry_after| Renewal::NotYet { retry_after }))
}
