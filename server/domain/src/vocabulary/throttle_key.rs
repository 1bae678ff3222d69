//! The keys that throttles are counted by.

use std::net::IpAddr;

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use sha2::{Digest, Sha256};

use values::tidy;

use super::{Email, LinkPurpose};
use crate::{
    ids::{AccountId, BrowserId, GroupId},
    networks,
};

const DIGEST_BYTES: usize = 32;

/// One digest, or two: that of an account and that of a network. So the keys of an account lie in
/// one range, and the table does not tell who tried to sign in from where.
#[derive(Clone, Debug, PartialEq, Eq, Hash, DeriveValueType)]
pub struct Key(Vec<u8>);

impl Key {
    /// The key of a typed account, whether it exists or not. All spellings of an address have the
    /// same key.
    pub fn account(typed: &str) -> Self {
        let account = match Email::parse(typed) {
            Ok(email) => email.to_string(),
            Err(_) => tidy::code(typed).to_lowercase(),
        };
        Self(digest("account", &account))
    }

    pub fn network(address: Option<IpAddr>) -> Self {
        Self(digest("network", &network(address)))
    }

    pub fn account_from(typed: &str, address: Option<IpAddr>) -> Self {
        let Self(mut key) = Self::account(typed);
        key.extend(Self::network(address).0);
        Self(key)
    }

    /// Lies outside the range of the account, so that forgetting its failures does not forget its
    /// networks.
    pub fn known_at(typed: &str, address: Option<IpAddr>) -> Self {
        let mut key = digest("known", &network(address));
        key.extend(Self::account(typed).0);
        Self(key)
    }

    /// Lies in the range of the account.
    pub fn browser(typed: &str, id: BrowserId) -> Self {
        let Self(mut key) = Self::account(typed);
        key.extend(digest("browser", &id.to_string()));
        Self(key)
    }

    /// Lies in the range of the account: only whoever gave the right password counts here.
    pub fn factor(typed: &str) -> Self {
        let Self(mut key) = Self::account(typed);
        key.extend(digest("factor", ""));
        Self(key)
    }

    /// Lies in the range of the clients known at the address. It uses the address and not its
    /// network, since programs keep their address.
    pub fn client_known_at(public_key: &str, address: IpAddr) -> Self {
        let Self(mut key) = Self::clients_known_at(address);
        key.extend(digest("client", public_key));
        Self(key)
    }

    pub fn clients_known_at(address: IpAddr) -> Self {
        Self(digest("clients-known", &address.to_string()))
    }

    pub fn form(address: Option<IpAddr>) -> Self {
        Self(digest("form", &network(address)))
    }

    /// The key of an address that mails are sent to without its owner's asking.
    pub fn receipt(email: &Email) -> Self {
        Self(digest("receipt", email.as_str()))
    }

    pub fn acts(account: AccountId) -> Self {
        Self(digest("acts", &account.to_string()))
    }

    pub fn group_address(group: GroupId) -> Self {
        Self(digest("group-address", &group.to_string()))
    }

    /// The key of what a group invites people by.
    pub fn invitations(group: GroupId) -> Self {
        Self(digest("invitations", &group.to_string()))
    }

    pub fn bundle(what: &str) -> Self {
        Self(digest("bundle", what))
    }

    pub fn notice(account: AccountId) -> Self {
        Self(digest("notice", &account.to_string()))
    }

    pub fn link(account: AccountId, purpose: LinkPurpose) -> Self {
        Self(digest("link", &format!("{account}:{}", purpose.as_str())))
    }

    /// The first and the last key that begin with this one.
    pub fn range(self) -> (Self, Self) {
        let mut last = self.0.clone();
        last.extend([u8::MAX; DIGEST_BYTES]);
        (self, Self(last))
    }
}

// The column of a primary key must have it, though only numbers use it.
impl TryFromU64 for Key {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("Key"))
    }
}

fn digest(kind: &str, what: &str) -> Vec<u8> {
    Sha256::digest(format!("{kind}:{what}")).to_vec()
}

fn network(address: Option<IpAddr>) -> String {
    address.map_or_else(
        || "unknown".to_owned(),
        |address| networks::of_customer(address).to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(address: &str) -> String {
        network(Some(address.parse().unwrap()))
    }

    #[test]
    fn neighbours_share_a_network() {
        assert_eq!(of("203.0.113.7"), of("203.0.113.200"));
        assert_ne!(of("203.0.113.7"), of("203.0.114.7"));
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
    }

    #[test]
    fn an_address_is_the_same_in_either_notation() {
        assert_eq!(of("::ffff:203.0.113.7"), of("203.0.113.7"));
    }

    #[test]
    fn the_keys_of_an_account_are_in_its_range() {
        let (first, last) = Key::account("ana@empresa.com.br").range();
        let address = Some("203.0.113.7".parse().unwrap());
        let from_here = Key::account_from(" Ana@empresa.com.br", address);
        let somebody = Key::account_from("bia@empresa.com.br", address);
        assert!((first.0.as_slice()..=last.0.as_slice()).contains(&from_here.0.as_slice()));
        assert!(!(first.0..=last.0).contains(&somebody.0));
    }
}
