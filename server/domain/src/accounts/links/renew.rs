//! Sends a new link in place of an expired one.

use std::time::Duration;

use sea_orm::DbErr;

use super::{LinkPurpose, LinkState, by_token, inspect, send_within_limits};
use crate::{
    Scope,
    accounts::{ReturnTo, lookup},
    store::Vault,
    token::Token,
};

/// The outcome of asking for another link. The asker holds a link that was mailed, so the portal
/// may tell the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    Sent,
    /// A link was sent recently; the next one can be sent after this time.
    NotYet {
        retry_after: Duration,
    },
    /// No other link is needed or possible; nothing was sent.
    Not(LinkState),
}

/// Sends a new link to the address of an expired or used one, within the limits for links.
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
    // An address that the account no longer has gets no links.
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
