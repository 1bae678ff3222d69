//! Holds an event against its seal.

use super::digest::{Mark, StoredEvent, VERSION};
use crate::{
    entities::{audit_removal, audit_seal},
    store::Vault,
    vocabulary::RemovalKind,
};

/// What became of an event since it was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Whole,
    /// The portal erased what told of a person.
    Erased,
    Edited,
}

pub(super) fn compare(
    vault: &Vault,
    seal: &audit_seal::Model,
    event: &StoredEvent,
    removal: Option<&audit_removal::Model>,
) -> Comparison {
    if seal.version != VERSION || event.record()[..] != seal.record_digest[..] {
        return Comparison::Edited;
    }
    let erasure = removal.filter(|it| it.kind == RemovalKind::Erasure);
    if erasure.is_some_and(|it| is_own(vault, seal, it, &event.left())) {
        return Comparison::Erased;
    }
    // It may have been read before the erasure.
    let is_whole = |salt: &Vec<u8>| event.personal(salt)[..] == seal.personal_digest[..];
    if seal.salt.as_ref().is_some_and(is_whole) {
        Comparison::Whole
    } else {
        Comparison::Edited
    }
}

/// Whether the portal took away what is missing of the event, up to what is left.
pub(super) fn is_own(
    vault: &Vault,
    seal: &audit_seal::Model,
    removal: &audit_removal::Model,
    left: &[u8],
) -> bool {
    let sealed = (seal.number, &seal.hash[..], removal.at);
    Mark::Removal(removal.kind, left).fits(vault.audit_key(), sealed, &removal.tag)
}
