//! When somebody who was signed in last gave the password again.

use sea_orm_migration::{prelude::*, schema::timestamp_with_time_zone_null};

use crate::table::{add_column, drop_column};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = timestamp_with_time_zone_null("confirmed_at");
        add_column(manager, "sessions", column).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_column(manager, "sessions", "confirmed_at").await
    }
}
