//! Since when an API is deprecated, which its callers are told. Of those that are deprecated
//! already, it is when they last changed.

use sea_orm_migration::{prelude::*, schema::timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        table
            .table("apis")
            .add_column(timestamp_with_time_zone_null("deprecated_at"));
        manager.alter_table(table).await?;
        let mut update = Query::update();
        update
            .table("apis")
            .value("deprecated_at", Expr::col("updated_at"))
            .and_where(Expr::col("state").eq("deprecated"));
        manager.execute(update).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        table.table("apis").drop_column("deprecated_at");
        manager.alter_table(table).await
    }
}
