//! The public key that the asker's programs call an API with.

use sea_orm::{ConnectionTrait, DbErr};

use super::{PublicKey, public_keys};
use crate::{
    Scope, applications,
    ids::{AccountId, ApiId},
};

/// The public key of the application of this API that was approved last, in any of the asker's
/// groups.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_public_key(scope: &Scope, api: ApiId) -> Result<Option<PublicKey>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    public_key_for(scope.portal.db.reader(), person.id, api).await
}

/// The same for any account, whoever asks.
pub(crate) async fn public_key_for(
    db: &impl ConnectionTrait,
    account: AccountId,
    api: ApiId,
) -> Result<Option<PublicKey>, DbErr> {
    let Some(last) = applications::last_approved(db, account, api).await? else {
        return Ok(None);
    };
    Ok(public_keys(db, &[last]).await?.remove(&last))
}
