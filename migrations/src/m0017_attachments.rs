//! Files that belong to an API: its logo, and tutorials of its owner's.

use sea_orm_migration::{
    prelude::*,
    schema::{binary, string, uuid},
};

use crate::table::cascade;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table
            .table("api_attachments")
            .col(uuid("api_id"))
            .col(string("digest"))
            .col(binary("content"))
            .primary_key(Index::create().col("api_id").col("digest"))
            .foreign_key(&mut cascade(("api_attachments", "api_id"), "apis"));
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("api_attachments").take())
            .await
    }
}
