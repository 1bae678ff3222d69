//! The public keys of the asker's applications.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{PublicKey, sandbox_is_open};
use crate::{
    Scope,
    entities::{credential, sandbox_credential},
    ids::ApplicationId,
    requests::{self, Status},
};

/// A public key and its application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKey {
    pub public_key: PublicKey,
    pub application_id: ApplicationId,
    /// The name of the application.
    pub application: String,
    /// Whether the key works in the sandbox only.
    pub sandbox: bool,
    /// The status of the application.
    pub status: Status,
}

impl OwnKey {
    /// Whether a program can use it now.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        if self.sandbox {
            sandbox_is_open(self.status)
        } else {
            matches!(self.status, Status::Approved)
        }
    }
}

/// The public keys of all applications of the groups whose keys the asker may see.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_keys(scope: &Scope) -> Result<Vec<OwnKey>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(vec![]);
    };
    let db = scope.portal.db.reader();
    let applications = requests::of_groups_of(db, person).await?;
    let ids: Vec<_> = applications.keys().copied().collect();
    let credentials = credential::Entity::find()
        .filter(credential::Column::ApplicationId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let sandboxes = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::ApplicationId.is_in(ids))
        .all(db)
        .await?;
    let own = |public_key, id, sandbox| {
        let application: &requests::NamedStatus = applications.get(&id)?;
        Some(OwnKey {
            public_key,
            application_id: id,
            application: application.name.clone(),
            sandbox,
            status: application.status,
        })
    };
    let real = credentials
        .into_iter()
        .filter_map(|row| own(row.public_key, row.application_id, false));
    let tests = sandboxes
        .into_iter()
        .filter_map(|row| own(row.public_key, row.application_id, true));
    Ok(real.chain(tests).collect())
}
