//! Checks that the key-encryption key is the one of this database.

use anyhow::bail;
use domain::{Services, credentials, oauth};

/// What to do about a wrong key.
pub const OTHER_KEY: &str = "set BALCAO_KEY_ENCRYPTION_KEY to the key that was in use before, or \
    BALCAO_DATABASE_URL to the database that this key belongs to; without it secrets are lost";

/// Whether the key opens the newest secret and signing key; `None` where nothing is sealed yet.
///
/// # Errors
/// When the database cannot be read.
pub async fn key_opens(services: &Services) -> anyhow::Result<Option<bool>> {
    let (scope, vault) = (services.system(), &services.vault);
    let opens = [
        credentials::newest_opens(&scope, vault).await?,
        oauth::newest_key_opens(&scope, vault).await?,
    ];
    Ok(opens.into_iter().flatten().reduce(|all, one| all && one))
}

/// Refuses a wrong key, since secrets sealed with two keys could not be opened with one.
///
/// # Errors
/// When the key is a wrong one, with what to do.
pub async fn check_key(services: &Services) -> anyhow::Result<()> {
    if key_opens(services).await? == Some(false) {
        bail!("the database was sealed with another key-encryption key; {OTHER_KEY}");
    }
    Ok(())
}
