//! What a client must be like, and what may be wrong with what was typed.

use std::{net::IpAddr, ops::RangeInclusive};

use ipnet::IpNet;
use sea_orm::DbErr;
use values::tidy;

use super::{
    ClientKind, ClientSecret, NewClient, PortalScope, RedirectMistake, SecretMistake, redirect,
};
use crate::{
    Error, Role, Scope,
    accounts::{self, AccountSummary, Email},
    catalogue::Catalogue,
    from_common,
};

/// In characters.
pub const MAX_NAME: usize = 80;
/// The most bytes of all names of scopes: tokens have them twice, and no token is longer than
/// 4096 bytes.
pub(super) const MAX_SCOPES: usize = 1_000;
/// How long an access token may last, in seconds.
pub const ACCESS_SECONDS: RangeInclusive<i32> = 60..=86_400;
/// How long a refresh token may last: not less than any access token.
pub const REFRESH_DAYS: RangeInclusive<i32> = 1..=365;
const SECONDS_OF_A_DAY: i32 = 86_400;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientMistake {
    NoName,
    LongName,
    /// A client of the kind credentials that cannot keep them.
    NotConfidential,
    /// There is no account with this address, or nobody has verified it.
    NoAccount,
    AccessLifetime,
    RefreshLifetime,
    NoScope,
    /// A token that names all of them is longer than a token may be.
    ManyScopes,
    /// No published API has this name.
    Scope(String),
    /// As in `10.0.0.0/8`; this is none.
    Network(String),
    NoRedirect,
    ManyRedirects,
    /// What was typed, and why it is no redirect address.
    Redirect(String, RedirectMistake),
    NoSecret,
    Secret(SecretMistake),
}

#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    #[error("what was typed is no client")]
    Mistakes(Vec<ClientMistake>),
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    /// Another administrator than the one who registered it must approve it.
    #[error("a second administrator must approve it")]
    SecondAdministrator,
    /// It was registered before, by the same form.
    #[error("the client is there already")]
    Over,
    /// It is in another state than the act needs.
    #[error("somebody else changed it")]
    Changed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ClientError);

/// What was typed, in the form of a row.
pub(super) struct Checked {
    pub name: String,
    pub account: Option<AccountSummary>,
    pub access_seconds: i32,
    pub refresh_seconds: i32,
    pub scopes: String,
    pub networks: String,
    pub redirect_addresses: String,
    pub secret: Option<ClientSecret>,
}

/// What is wrong with a client, all of it.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn mistakes(
    scope: &Scope,
    catalogue: &Catalogue,
    new: &NewClient,
) -> Result<Vec<ClientMistake>, Error> {
    scope.require(Role::Administrator)?;
    Ok(check(scope, catalogue, new)
        .await?
        .err()
        .unwrap_or_default())
}

pub(super) async fn check(
    scope: &Scope,
    catalogue: &Catalogue,
    new: &NewClient,
) -> Result<Result<Checked, Vec<ClientMistake>>, Error> {
    let mut found = Vec::new();
    let name = name(&new.name, &mut found);
    let account = associate(scope, new, &mut found).await?;
    let scopes = scopes(catalogue, new, &mut found);
    let redirect_addresses = redirect::addresses(new, &mut found);
    let networks = networks(&new.networks, &mut found);
    let (access_seconds, refresh_days) = lifetimes(new, &mut found);
    let secret = secret(new, &mut found);
    if !found.is_empty() {
        return Ok(Err(found));
    }
    Ok(Ok(Checked {
        name,
        account,
        access_seconds,
        refresh_seconds: refresh_days.saturating_mul(SECONDS_OF_A_DAY),
        scopes,
        networks,
        redirect_addresses,
        secret,
    }))
}

pub(super) fn name(typed: &str, found: &mut Vec<ClientMistake>) -> String {
    let name = tidy::line(typed);
    if name.is_empty() {
        found.push(ClientMistake::NoName);
    } else if name.chars().count() > MAX_NAME {
        found.push(ClientMistake::LongName);
    }
    name
}

/// Whom a client of the kind credentials acts for.
async fn associate(
    scope: &Scope,
    new: &NewClient,
    found: &mut Vec<ClientMistake>,
) -> Result<Option<AccountSummary>, Error> {
    if new.kind != ClientKind::Credentials {
        return Ok(None);
    }
    if !new.is_confidential {
        found.push(ClientMistake::NotConfidential);
    }
    let account = match Email::parse(&new.account) {
        Ok(email) => accounts::find_by_email(scope, &email).await?,
        Err(_) => None,
    };
    let account = account.filter(|account| account.verified_at.is_some());
    if account.is_none() {
        found.push(ClientMistake::NoAccount);
    }
    Ok(account)
}

fn scopes(catalogue: &Catalogue, new: &NewClient, found: &mut Vec<ClientMistake>) -> String {
    let current = catalogue.current();
    for scope in &new.scopes {
        let is_portals = scope.parse::<PortalScope>().is_ok();
        if !is_portals && !current.behind_gateway().any(|api| api.slug == *scope) {
            found.push(ClientMistake::Scope(scope.clone()));
        }
    }
    let mut scopes = new.scopes.clone();
    scopes.sort_unstable();
    scopes.dedup();
    let scopes = scopes.join(" ");
    if scopes.is_empty() {
        found.push(ClientMistake::NoScope);
    } else if scopes.len() > MAX_SCOPES {
        found.push(ClientMistake::ManyScopes);
    }
    scopes
}

fn networks(typed: &str, found: &mut Vec<ClientMistake>) -> String {
    let mut networks = Vec::new();
    for word in typed.split(|c: char| c.is_whitespace() || c == ',') {
        match network(word) {
            _ if word.is_empty() => {}
            Some(network) => networks.push(network.to_string()),
            None => found.push(ClientMistake::Network(word.to_owned())),
        }
    }
    networks.join(" ")
}

/// A network, or a single address.
fn network(word: &str) -> Option<IpNet> {
    let network = word.parse::<IpNet>().map(|network| network.trunc());
    network
        .or_else(|_| word.parse::<IpAddr>().map(IpNet::from))
        .ok()
}

fn lifetimes(new: &NewClient, found: &mut Vec<ClientMistake>) -> (i32, i32) {
    let access = new.access_seconds.unwrap_or_default();
    if !ACCESS_SECONDS.contains(&access) {
        found.push(ClientMistake::AccessLifetime);
    }
    let refresh = new.refresh_days.unwrap_or_default();
    if !REFRESH_DAYS.contains(&refresh) {
        found.push(ClientMistake::RefreshLifetime);
    }
    (access, refresh)
}

/// A client that cannot keep a secret may do without one.
fn secret(new: &NewClient, found: &mut Vec<ClientMistake>) -> Option<ClientSecret> {
    match ClientSecret::parse(&new.secret) {
        Ok(secret) => Some(secret),
        Err(_) if new.secret.is_empty() && !new.is_confidential => None,
        Err(_) if new.secret.is_empty() => {
            found.push(ClientMistake::NoSecret);
            None
        }
        Err(mistake) => {
            found.push(ClientMistake::Secret(mistake));
            None
        }
    }
}

/// Whether calls from an address are allowed by networks as a row has them.
pub(super) fn allows(networks: &str, address: Option<IpAddr>) -> bool {
    if networks.is_empty() {
        return true;
    }
    let Some(address) = address.map(|address| address.to_canonical()) else {
        return false;
    };
    let mut networks = networks.split(' ').filter_map(network);
    networks.any(|network| network.contains(&address))
}

/// Asks for an administrator who gave the password lately.
pub(super) fn require_confirmed(scope: &Scope) -> Result<(), ClientError> {
    scope.require(Role::Administrator)?;
    if scope.person().is_some() && !scope.is_confirmed() {
        return Err(ClientError::Unconfirmed);
    }
    Ok(())
}

/// Whether there is an administrator beside the asker, to have a second look.
pub(super) async fn has_second_administrator(scope: &Scope) -> Result<bool, DbErr> {
    let Some(asker) = scope.account_id() else {
        // Whoever has the machine needs nobody's yes.
        return Ok(false);
    };
    let all = accounts::with_role(scope.portal.db.reader(), Role::Administrator).await?;
    Ok(all.iter().any(|id| *id != asker))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_those_of_the_address_whatever_its_notation() {
        let at = |address: &str| Some(address.parse().unwrap());
        assert!(allows("", None));
        assert!(!allows("10.0.0.0/8", None));
        assert!(allows("192.0.2.0/24 10.0.0.0/8", at("10.1.2.3")));
        assert!(allows("10.0.0.0/8", at("::ffff:10.1.2.3")));
        assert!(!allows("10.0.0.0/8", at("11.1.2.3")));
        assert!(allows("2001:db8::/32", at("2001:db8::1")));
    }

    #[test]
    fn what_is_typed_becomes_networks_or_mistakes() {
        let mut found = Vec::new();
        let text = networks("10.1.2.3/8, 192.0.2.7\n2001:db8::/32", &mut found);
        assert_eq!(text, "10.0.0.0/8 192.0.2.7/32 2001:db8::/32");
        assert_eq!(found, []);
        networks("10.0.0.0/33 casa", &mut found);
        let wrong = ["10.0.0.0/33", "casa"].map(|it| ClientMistake::Network(it.to_owned()));
        assert_eq!(found, wrong);
    }
}
