//! The link in mails by which somebody chooses what to be told of, without signing in.

use std::time::Duration;

use crate::{
    Portal,
    ids::AccountId,
    notes::{self, Purpose},
    store::Vault,
};

/// How long a link is good: mails are kept for longer than anybody remembers a password.
const GOOD_FOR: Duration = Duration::from_hours(400 * 24);

/// The text of a link, which holds the account.
#[must_use]
pub fn link(portal: &Portal, vault: &Vault, account: AccountId) -> String {
    let text = account.to_string();
    notes::seal(portal, vault, Purpose::Subscriptions, &text, GOOD_FOR)
}

/// The account of a link; `None` when the link has expired or is wrong.
#[must_use]
pub fn account_of(portal: &Portal, vault: &Vault, link: &str) -> Option<AccountId> {
    let text = notes::open(portal, vault, Purpose::Subscriptions, link)?;
    text.parse().ok()
}
