//! Support helps people without seeing a password or a secret.

mod acts;
mod view;

pub use acts::{end_sessions, lift_throttle, resend_link, start_reset};
pub use view::{AccountView, view};

use super::{AccountSummary, PeopleFilter, directory};
use crate::{Cursor, Error, Page, Role, Scope};

/// The accounts with every word of `query` in name or address, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn find(
    scope: &Scope,
    query: &str,
    after: Option<Cursor>,
) -> Result<Page<AccountSummary>, Error> {
    scope.require(Role::Support)?;
    Ok(directory::search(scope, &PeopleFilter::of_words(query), after).await?)
}
