//! Telling whether the catalogue has changed, without reading all of it.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QuerySelect};

use crate::{clock::Timestamp, db::Db, entities::api};

/// Another after every change to the catalogue, as whatever changes a row of `apis` sets its
/// `updated_at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Version {
    apis: i64,
    last_change: Option<Timestamp>,
}

/// The version in the database, whoever made it.
///
/// # Errors
/// When the database cannot be read.
pub async fn version(db: &Db) -> Result<Version, DbErr> {
    let version = api::Entity::find()
        .select_only()
        .column_as(api::Column::Id.count(), "apis")
        .column_as(api::Column::UpdatedAt.max(), "last_change")
        .into_model()
        .one(db.reader())
        .await?;
    version.ok_or_else(|| DbErr::RecordNotFound("version of the catalogue".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{demo, testing};

    #[tokio::test]
    async fn a_change_makes_another_version() {
        let app = testing::portal().await;
        let before = version(&app.portal.db).await.unwrap();
        assert_eq!(version(&app.portal.db).await.unwrap(), before);
        demo::publish(&app.system()).await.unwrap();
        assert_ne!(version(&app.portal.db).await.unwrap(), before);
    }
}
