//! What requests say to what their APIs ask.

use sea_orm_migration::{prelude::*, schema::json};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 2] = ["request_drafts", "requests"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES {
            let mut table = Table::alter();
            table.table(name).add_column(json("answers").default("{}"));
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES {
            let mut table = Table::alter();
            table.table(name).drop_column("answers");
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
