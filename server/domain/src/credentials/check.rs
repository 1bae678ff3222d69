//! Checks that the portal has the key-encryption key of its stored secrets.

use sea_orm::{EntityTrait, QueryOrder};

use super::{SealedSecret, Vault};
use crate::{Error, Role, Scope, entities::secret};

/// Whether the newest secret can be decrypted; `None` when there is no secret yet. It shows nothing
/// of it.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator. A secret that cannot be decrypted is
/// no error.
pub async fn newest_opens(scope: &Scope, vault: &Vault) -> Result<Option<bool>, Error> {
    scope.require(Role::Administrator)?;
    let newest = secret::Entity::find()
        .order_by_desc(secret::Column::Id)
        .one(scope.portal.db.sessions())
        .await?;
    Ok(newest.map(|secret| {
        let sealed = SealedSecret {
            bytes: secret.sealed,
            version: secret.key_version,
        };
        vault.open(secret.id, &sealed).is_ok()
    }))
}
