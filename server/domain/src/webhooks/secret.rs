//! The secret that a webhook's messages are signed with (Standard Webhooks, "Signature scheme").

use aws_lc_rs::hmac;
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};

use crate::{
    clock::Timestamp,
    entities::webhook,
    ids::WebhookId,
    random::Random,
    store::{SealedSecret, Unsealable, Vault},
};

const PREFIX: &str = "whsec_";
/// In bytes; 24 to 64 are allowed.
const LENGTH: usize = 32;
/// How long the secret of before signs as well, so that receivers change over without an outage.
pub const OLD_SECRET_LASTS: TimeDelta = TimeDelta::hours(24);

#[derive(Clone, Debug)]
pub struct WebhookSecret(SecretString);

impl WebhookSecret {
    pub(super) fn generate(random: &dyn Random) -> Self {
        let mut bytes = [0; LENGTH];
        random.fill(&mut bytes);
        Self(format!("{PREFIX}{}", BASE64_STANDARD.encode(bytes)).into())
    }

    /// The secret in plain form, for the page or the answer that shows it only.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The signature of a message in the form of its header.
    fn sign(&self, content: &str) -> String {
        let key = self.expose().trim_start_matches(PREFIX);
        // It was made above.
        let key = BASE64_STANDARD.decode(key).unwrap_or_default();
        let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
        let tag = hmac::sign(&key, content.as_bytes());
        format!("v1,{}", BASE64_STANDARD.encode(tag))
    }

    pub(super) fn seal(
        &self,
        vault: &Vault,
        webhook: WebhookId,
        random: &dyn Random,
    ) -> SealedSecret {
        vault.seal_bytes(webhook.0, self.expose().as_bytes(), random)
    }

    fn open(vault: &Vault, webhook: WebhookId, sealed: &SealedSecret) -> Result<Self, Unsealable> {
        let plain = vault.open_bytes(webhook.0, sealed)?;
        let plain = String::from_utf8(plain).map_err(|_| Unsealable)?;
        Ok(Self(plain.into()))
    }

    /// The secret of a webhook.
    pub(super) fn of(vault: &Vault, webhook: &webhook::Model) -> Result<Self, Unsealable> {
        let sealed = SealedSecret {
            bytes: webhook.secret.clone(),
            version: webhook.secret_version,
        };
        Self::open(vault, webhook.id, &sealed)
    }
}

/// The signatures of a message, by the secret and by the one of before while that lasts.
pub(super) fn signatures(
    vault: &Vault,
    webhook: &webhook::Model,
    content: &str,
    now: Timestamp,
) -> Result<String, Unsealable> {
    let mut signatures = WebhookSecret::of(vault, webhook)?.sign(content);
    let old = old_secret(webhook, now);
    // One that does not open any more keeps nothing from being sent.
    let old = old.and_then(|old| WebhookSecret::open(vault, webhook.id, &old).ok());
    if let Some(old) = old {
        signatures.push(' ');
        signatures.push_str(&old.sign(content));
    }
    Ok(signatures)
}

fn old_secret(webhook: &webhook::Model, now: Timestamp) -> Option<SealedSecret> {
    webhook.old_secret_ends_at.filter(|end| now < *end)?;
    Some(SealedSecret {
        bytes: webhook.old_secret.clone()?,
        version: webhook.old_secret_version?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected value comes from another implementation: Python's `hmac` and `base64`.
    #[test]
    fn a_signature_is_the_one_of_the_standard() {
        let secret = WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned().into());
        let content = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(secret.sign(content), expected);
    }
}
