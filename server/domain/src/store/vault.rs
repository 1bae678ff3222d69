//! Seals secret keys so that they can be shown again: AES-256-GCM (NIST SP 800-38D).

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};

use uuid::Uuid;

use crate::{derived_key::DerivedKey, ids::SecretId, random::Random, vocabulary::SecretKey};

/// 96 bits, as GCM recommends. With random nonces, one key is good for 2³² of them.
const NONCE: usize = 12;

/// Seals with the portal's key-encryption key.
pub struct Vault {
    cipher: Aes256Gcm,
    links: DerivedKey,
    recovery_codes: DerivedKey,
    audit: DerivedKey,
    invitations: DerivedKey,
    version: i32,
}

/// A sealed secret, as the database stores it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSecret {
    /// The nonce, then the cipher text with its tag.
    pub bytes: Vec<u8>,
    /// The version of the key that it was sealed with.
    pub version: i32,
}

/// The bytes were changed, belong to another row, or were sealed with another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sealed secret does not open")]
pub struct Unsealable;

impl Vault {
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self {
            cipher: Aes256Gcm::new(&key.into()),
            links: DerivedKey::of(&key, "balcao one-time link"),
            recovery_codes: DerivedKey::of(&key, "balcao recovery code"),
            audit: DerivedKey::of(&key, "balcao audit trail"),
            invitations: DerivedKey::of(&key, "balcao invitation"),
            version: 1,
        }
    }

    /// The key for the tokens of one-time links.
    pub(crate) const fn link_key(&self) -> &DerivedKey {
        &self.links
    }

    /// The key for the hashes of recovery codes.
    pub(crate) const fn recovery_key(&self) -> &DerivedKey {
        &self.recovery_codes
    }

    /// The key for marks on the audit trail.
    pub(crate) const fn audit_key(&self) -> &DerivedKey {
        &self.audit
    }

    /// The key for the tokens of invitations to groups.
    pub(crate) const fn invitation_key(&self) -> &DerivedKey {
        &self.invitations
    }

    /// The version of the key that this vault seals with.
    pub(crate) const fn version(&self) -> i32 {
        self.version
    }

    /// Seals a secret for one row. It cannot be opened for another row.
    pub(crate) fn seal(
        &self,
        row: SecretId,
        secret: &SecretKey,
        random: &dyn Random,
    ) -> SealedSecret {
        self.seal_bytes(row.0, secret.expose().as_bytes(), random)
    }

    pub(crate) fn open(
        &self,
        row: SecretId,
        sealed: &SealedSecret,
    ) -> Result<SecretKey, Unsealable> {
        let plain = self.open_bytes(row.0, sealed)?;
        String::from_utf8(plain)
            .map(SecretKey::from_plain)
            .map_err(|_| Unsealable)
    }

    #[expect(
        clippy::expect_used,
        reason = "GCM refuses nothing but texts of more than 64 GiB"
    )]
    pub(crate) fn seal_bytes(&self, row: Uuid, plain: &[u8], random: &dyn Random) -> SealedSecret {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce);
        let payload = Payload {
            msg: plain,
            aad: &associated(row, self.version),
        };
        let text = self.cipher.encrypt(&Nonce::from(nonce), payload);
        let mut bytes = nonce.to_vec();
        bytes.extend(text.expect("what is sealed is short"));
        SealedSecret {
            bytes,
            version: self.version,
        }
    }

    pub(crate) fn open_bytes(
        &self,
        row: Uuid,
        sealed: &SealedSecret,
    ) -> Result<Vec<u8>, Unsealable> {
        let (nonce, text) = sealed
            .bytes
            .split_first_chunk::<NONCE>()
            .ok_or(Unsealable)?;
        let payload = Payload {
            msg: text,
            aad: &associated(row, sealed.version),
        };
        let plain = self.cipher.decrypt(&Nonce::from(*nonce), payload);
        plain.map_err(|_| Unsealable)
    }
}

/// The associated data: the row and the version of the key.
fn associated(row: Uuid, version: i32) -> [u8; 20] {
    let mut data = [0; 20];
    data[..16].copy_from_slice(row.as_bytes());
    data[16..].copy_from_slice(&version.to_be_bytes());
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    fn sealed() -> (Vault, SecretId, SecretKey, SealedSecret) {
        let vault = Vault::new([7; 32]);
        let row = SecretId(Uuid::from_u128(1));
        let secret = SecretKey::generate(&SystemRandom);
        let sealed = vault.seal(row, &secret, &SystemRandom);
        (vault, row, secret, sealed)
    }

    #[test]
    fn what_was_sealed_opens() {
        let (vault, row, secret, sealed) = sealed();
        assert_eq!(vault.open(row, &sealed), Ok(secret));
    }

    #[test]
    fn the_same_secret_is_never_sealed_alike() {
        let (vault, row, secret, sealed) = sealed();
        assert_ne!(vault.seal(row, &secret, &SystemRandom), sealed);
    }

    #[test]
    fn a_changed_byte_anywhere_keeps_it_shut() {
        let (vault, row, _, sealed) = sealed();
        for at in 0..sealed.bytes.len() {
            let mut tampered = sealed.clone();
            tampered.bytes[at] ^= 1;
            assert_eq!(vault.open(row, &tampered), Err(Unsealable), "byte {at}");
        }
    }

    #[test]
    fn a_shortened_one_stays_shut() {
        let (vault, row, _, sealed) = sealed();
        for length in 0..sealed.bytes.len() {
            let bytes = sealed.bytes[..length].to_vec();
            let short = SealedSecret { bytes, ..sealed };
            assert_eq!(vault.open(row, &short), Err(Unsealable), "{length} bytes");
        }
    }

    #[test]
    fn another_row_version_or_key_does_not_open_it() {
        let (vault, row, _, sealed) = sealed();
        let other_row = SecretId(Uuid::from_u128(2));
        let other_version = SealedSecret {
            version: 2,
            ..sealed.clone()
        };
        assert_eq!(vault.open(other_row, &sealed), Err(Unsealable));
        assert_eq!(vault.open(row, &other_version), Err(Unsealable));
        assert_eq!(Vault::new([8; 32]).open(row, &sealed), Err(Unsealable));
    }
}
