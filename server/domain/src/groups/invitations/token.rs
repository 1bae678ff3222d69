//! The token of an invitation's link: a tag of the invitation's identifier under a key of the
//! portal. So every mail holds the same token, and no token is stored.

use super::Invitation;
use crate::{ids::InvitationId, store::Vault, token::Token};

/// The token of an invitation under the current key.
pub(super) fn of(vault: &Vault, invitation: InvitationId) -> Token {
    let named = named(invitation, vault.version());
    Token::from_bytes(vault.invitation_key().tag(&named))
}

/// Whether a token belongs to the invitation. Tokens under a former key do not.
pub(super) fn belongs(vault: &Vault, invitation: &Invitation, token: &Token) -> bool {
    let named = named(invitation.id, invitation.key_version);
    vault.invitation_key().verify(&named, token.bytes())
}

/// The bytes that the tag covers: the invitation's identifier and the version of the key.
fn named(invitation: InvitationId, version: i32) -> [u8; 20] {
    let mut data = [0; 20];
    data[..16].copy_from_slice(invitation.0.as_bytes());
    data[16..].copy_from_slice(&version.to_be_bytes());
    data
}
