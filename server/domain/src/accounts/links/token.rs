//! The token of a link: a tag of the link's identifier under a key of the portal. So every attempt
//! at its mail holds the same token, and no token is stored.

use crate::{entities::link, ids::LinkId, store::Vault, token::Token};

/// The token of a link under the current key.
pub(super) fn of(vault: &Vault, link: LinkId) -> Token {
    Token::from_bytes(vault.link_key().tag(&named(link, vault.version())))
}

/// Whether a token belongs to the link. Tokens under a former key do not.
pub(super) fn belongs(vault: &Vault, link: &link::Model, token: &Token) -> bool {
    let named = named(link.id, link.key_version);
    vault.link_key().verify(&named, token.bytes())
}

/// The bytes that the tag covers: the link's identifier and the version of the key.
fn named(link: LinkId, version: i32) -> [u8; 20] {
    let mut data = [0; 20];
    data[..16].copy_from_slice(link.0.as_bytes());
    data[16..].copy_from_slice(&version.to_be_bytes());
    data
}
