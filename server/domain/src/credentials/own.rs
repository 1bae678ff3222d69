//! The public keys of the asker's own applications, for telling them from those of others.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::PublicKey;
use crate::{
    Scope,
    entities::{application, credential, sandbox_credential},
    groups,
};

/// A public key, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKey {
    pub public_key: PublicKey,
    /// The name of the application.
    pub application: String,
    /// Whether it opens the sandbox alone.
    pub sandbox: bool,
}

/// The public keys of all applications of the asker's groups.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_keys(scope: &Scope) -> Result<Vec<OwnKey>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(vec![]);
    };
    let db = scope.portal.db.reader();
    let applications = application::Entity::find()
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .all(db)
        .await?;
    let names: HashMap<_, _> = applications
        .into_iter()
        .map(|application| (application.id, application.name))
        .collect();
    let ids: Vec<_> = names.keys().copied().collect();
    let credentials = credential::Entity::find()
        .filter(credential::Column::ApplicationId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let sandboxes = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::ApplicationId.is_in(ids))
        .all(db)
        .await?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let own = credentials.into_iter().map(|row| OwnKey {
        public_key: row.public_key,
        application: name(row.application_id),
        sandbox: false,
    });
    let tests = sandboxes.into_iter().map(|row| OwnKey {
        public_key: row.public_key,
        application: name(row.application_id),
        sandbox: true,
    });
    Ok(own.chain(tests).collect())
}
