//! The public key with which the asker's programs call an API.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::State;
use crate::{
    Scope,
    credentials::PublicKey,
    entities::{application, credential},
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
    let of_application = credential::Entity::belongs_to(application::Entity)
        .from(credential::Column::ApplicationId)
        .to(application::Column::Id);
    credential::Entity::find()
        .select_only()
        .column(credential::Column::PublicKey)
        .join(JoinType::InnerJoin, of_application.into())
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .filter(application::Column::ApiId.eq(api))
        .filter(application::Column::State.eq(State::Approved))
        .filter(application::Column::Upgrades.is_null())
        .order_by_desc(application::Column::DecidedAt)
        .into_tuple()
        .one(scope.portal.db.reader())
        .await
}
