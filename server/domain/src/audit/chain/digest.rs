//! What is hashed of an event and of a seal, and what the portal's marks are made of.
//!
//! Every field has its place: whether it is there, its length, its bytes. So no two events are
//! written alike. A change of this form is another version; those before must stay readable.

use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    clock::Timestamp,
    derived_key::{DerivedKey, TAG},
    entities::audit_seal,
    vocabulary::RemovalKind,
};

/// The form in which events are hashed.
pub(super) const VERSION: i16 = 1;
pub(super) const DIGEST: usize = 32;
pub(super) const SALT: usize = 16;
/// What stands before the first seal.
pub(super) const GENESIS: [u8; DIGEST] = [0; DIGEST];

/// An event as it is stored, whatever somebody may have written into it.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct StoredEvent {
    pub id: Uuid,
    pub at: Timestamp,
    pub actor_id: Option<Uuid>,
    pub client_id: Option<Uuid>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub details: Option<String>,
    pub address: Option<String>,
    pub request_id: Option<String>,
}

/// Writes fields one after the other.
struct Fields(Sha256);

impl Fields {
    fn new(purpose: &str) -> Self {
        Self(Sha256::new()).field(Some(purpose.as_bytes()))
    }

    fn field(mut self, value: Option<&[u8]>) -> Self {
        self.0.update([u8::from(value.is_some())]);
        if let Some(value) = value {
            self.0.update((value.len() as u64).to_be_bytes());
            self.0.update(value);
        }
        self
    }

    fn text(self, value: Option<&String>) -> Self {
        self.field(value.map(String::as_bytes))
    }

    fn number(self, value: i64) -> Self {
        self.field(Some(&value.to_be_bytes()))
    }

    fn id(self, value: Option<Uuid>) -> Self {
        self.field(value.as_ref().map(|id| &id.as_bytes()[..]))
    }

    fn done(self) -> [u8; DIGEST] {
        self.0.finalize().into()
    }
}

impl StoredEvent {
    /// The digest of what the event is a record of.
    pub fn record(&self) -> [u8; DIGEST] {
        Fields::new("balcao audit record 1")
            .id(Some(self.id))
            .number(self.at.timestamp_micros())
            .id(self.actor_id)
            .id(self.client_id)
            .text(Some(&self.action))
            .text(Some(&self.subject_kind))
            .id(Some(self.subject_id))
            .text(self.request_id.as_ref())
            .done()
    }

    /// The digest of what tells of a person, and of nobody without the salt.
    pub fn personal(&self, salt: &[u8]) -> [u8; DIGEST] {
        Fields::new("balcao audit personal 1")
            .field(Some(salt))
            .text(self.address.as_ref())
            .text(self.details.as_ref())
            .done()
    }

    /// What an erasure left, as its mark vouches for it.
    pub fn left(&self) -> [u8; DIGEST] {
        self.personal(&[])
    }
}

/// What the hash of a seal is made of, beside that of the seal before it.
pub(super) struct Link<'a> {
    pub number: i64,
    pub version: i16,
    pub event: Uuid,
    pub sealed_at: Timestamp,
    pub record: &'a [u8],
    pub personal: &'a [u8],
}

impl<'a> Link<'a> {
    pub fn of(seal: &'a audit_seal::Model) -> Self {
        Self {
            number: seal.number,
            version: seal.version,
            event: seal.event_id.0,
            sealed_at: seal.sealed_at,
            record: &seal.record_digest,
            personal: &seal.personal_digest,
        }
    }

    pub fn hash(&self, before: &[u8]) -> [u8; DIGEST] {
        Fields::new("balcao audit seal 1")
            .field(Some(before))
            .number(self.number)
            .number(self.version.into())
            .id(Some(self.event))
            .number(self.sealed_at.timestamp_micros())
            .field(Some(self.record))
            .field(Some(self.personal))
            .done()
    }
}

/// What the portal vouches for by its own key.
#[derive(Clone, Copy)]
pub(super) enum Mark<'a> {
    Seal,
    Head,
    Checkpoint,
    /// With the digest of what is left.
    Removal(RemovalKind, &'a [u8]),
}

impl Mark<'_> {
    /// The data of the mark on the seal with this number and hash.
    fn data(self, number: i64, hash: &[u8], at: Timestamp) -> [u8; DIGEST] {
        let (purpose, left) = match self {
            Self::Seal => ("balcao audit mark: seal", None),
            Self::Head => ("balcao audit mark: head", None),
            Self::Checkpoint => ("balcao audit mark: checkpoint", None),
            Self::Removal(RemovalKind::Retention, left) => {
                ("balcao audit mark: retention", Some(left))
            }
            Self::Removal(RemovalKind::Erasure, left) => ("balcao audit mark: erasure", Some(left)),
        };
        Fields::new(purpose)
            .number(number)
            .field(Some(hash))
            .number(at.timestamp_micros())
            .field(left)
            .done()
    }

    pub fn tag(self, key: &DerivedKey, number: i64, hash: &[u8], at: Timestamp) -> [u8; TAG] {
        key.tag(&self.data(number, hash, at))
    }

    pub fn fits(
        self,
        key: &DerivedKey,
        (number, hash, at): (i64, &[u8], Timestamp),
        tag: &[u8],
    ) -> bool {
        let tag: Option<&[u8; TAG]> = tag.try_into().ok();
        tag.is_some_and(|tag| key.verify(&self.data(number, hash, at), tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> StoredEvent {
        StoredEvent {
            id: Uuid::from_u128(1),
            at: "2026-08-03T12:00:00Z".parse().unwrap(),
            actor_id: Some(Uuid::from_u128(2)),
            client_id: None,
            action: "account.signed-in".to_owned(),
            subject_kind: "account".to_owned(),
            subject_id: Uuid::from_u128(2),
            details: Some("a".to_owned()),
            address: Some("203.0.113.7".to_owned()),
            request_id: None,
        }
    }

    #[test]
    fn what_moves_from_one_field_to_the_next_is_another_event() {
        let moved = StoredEvent {
            action: "account.signed-inaccount".to_owned(),
            subject_kind: String::new(),
            ..event()
        };
        assert_ne!(moved.record(), event().record());
        let moved = StoredEvent {
            details: event().address,
            address: event().details,
            ..event()
        };
        assert_ne!(moved.personal(b"salt"), event().personal(b"salt"));
        let empty = StoredEvent {
            request_id: Some(String::new()),
            ..event()
        };
        assert_ne!(empty.record(), event().record());
    }

    #[test]
    fn a_mark_stands_for_one_thing() {
        let key = DerivedKey::of(&[7; 32], "test");
        let at = event().at;
        let tag = Mark::Seal.tag(&key, 1, b"hash", at);
        assert!(Mark::Seal.fits(&key, (1, b"hash", at), &tag));
        assert!(!Mark::Head.fits(&key, (1, b"hash", at), &tag));
        assert!(!Mark::Seal.fits(&key, (2, b"hash", at), &tag));
        assert!(!Mark::Seal.fits(&key, (1, b"other", at), &tag));
        assert!(!Mark::Seal.fits(&key, (1, b"hash", at), b"short"));
    }
}
