//! The public keys of the asker's own applications, for telling them from those of others.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{PublicKey, sandbox_is_open};
use crate::{
    Scope,
    applications::State,
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
    /// That of the application.
    pub state: State,
}

impl OwnKey {
    /// Whether a program gets anywhere with it now.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        if self.sandbox {
            sandbox_is_open(self.state)
        } else {
            matches!(self.state, State::Approved)
        }
    }
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
    let ids: Vec<_> = applications.iter().map(|it| it.id).collect();
    let applications: HashMap<_, _> = applications.into_iter().map(|it| (it.id, it)).collect();
    let credentials = credential::Entity::find()
        .filter(credential::Column::ApplicationId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let sandboxes = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::ApplicationId.is_in(ids))
        .all(db)
        .await?;
    let own = |public_key, id, sandbox| {
        let application = applications.get(&id)?;
        Some(OwnKey {
            public_key,
            application: application.name.clone(),
            sandbox,
            state: application.state,
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
