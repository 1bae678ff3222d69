//! The public key with which the asker's programs call an API.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::State;
use crate::{
    Scope,
    credentials::{self, PublicKey},
    entities::application,
    groups,
    ids::ApiId,
};

/// That of the application of this API which was approved last, in any of the asker's groups.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_public_key(scope: &Scope, api: ApiId) -> Result<Option<PublicKey>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let db = scope.portal.db.reader();
    let application = application::Entity::find()
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .filter(application::Column::ApiId.eq(api))
        .filter(application::Column::State.eq(State::Approved))
        .filter(application::Column::Upgrades.is_null())
        .order_by_desc(application::Column::DecidedAt)
        .one(db)
        .await?;
    let Some(application) = application else {
        return Ok(None);
    };
    let mut keys = credentials::public_keys(db, &[application.id]).await?;
    Ok(keys.remove(&application.id))
}
