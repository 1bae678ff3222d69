//! The token of a link: made of the link itself under a key that only the portal has, so that every
//! attempt at its mail holds the same one, and it need not be kept.

use crate::{entities::link, ids::LinkId, store::Vault, token::Token};

/// The token of a link, under the key in use.
pub(super) fn of(vault: &Vault, link: LinkId) -> Token {
    Token::from_bytes(vault.link_key().tag(&named(link, vault.version())))
}

/// Whether a token is the link's own. The one of a key that is no longer in use is not.
pub(super) fn belongs(vault: &Vault, link: &link::Model, token: &Token) -> bool {
    let named = named(link.id, link.key_version);
    vault.link_key().verify(&named, token.bytes())
}

/// The link's id, then the version of the key.
fn named(link: LinkId, version: i32) -> [u8; 20] {
    let mut data = [0; 20];
    data[..16].copy_from_slice(link.0.as_bytes());
    data[16..].copy_from_slice(&version.to_be_bytes());
    data
}
