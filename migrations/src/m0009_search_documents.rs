//! The documents that searches read, which triggers keep up to date.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let documents = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0009_search_documents/postgres.sql"),
            _ => include_str!("m0009_search_documents/sqlite.sql"),
        };
        let db = manager.get_connection();
        db.execute_unprepared(documents).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let documents = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0009_search_documents/postgres_down.sql"),
            _ => include_str!("m0009_search_documents/sqlite_down.sql"),
        };
        let db = manager.get_connection();
        db.execute_unprepared(documents).await?;
        Ok(())
    }
}
