//! The public key that the asker's programs call an API with.

use sea_orm::DbErr;

use super::{PublicKey, public_keys};
use crate::{Scope, applications, ids::ApiId};

/// The public key of the application of this API that was approved last, in any of the asker's
/// groups.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_public_key(scope: &Scope, api: ApiId) -> Result<Option<PublicKey>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let db = scope.portal.db.reader();
    let Some(last) = applications::last_approved(db, person, api).await? else {
        return Ok(None);
    };
    Ok(public_keys(db, &[last]).await?.remove(&last))
}
