//! The words of published APIs, by which the catalogue is searched, and what nobody found there.
//! The portal itself writes the words of what was published before, when it starts.

use sea_orm_migration::{
    prelude::*,
    schema::{date, integer, string},
    sea_orm::DbBackend,
};

use crate::table::{create_indexes, create_tables, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, [misses()]).await?;
        create_indexes(manager, &[("search_misses", &["day"])]).await?;
        let words = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0012_catalogue_search/postgres.sql"),
            _ => include_str!("m0012_catalogue_search/sqlite.sql"),
        };
        let db = manager.get_connection();
        db.execute_unprepared(words).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if manager.get_database_backend() != DbBackend::Postgres {
            db.execute_unprepared("DROP TABLE api_word_index").await?;
        }
        db.execute_unprepared("DROP TABLE api_words").await?;
        drop_tables(manager, [misses()]).await
    }
}

fn misses() -> TableCreateStatement {
    Table::create()
        .table("search_misses")
        .col(string("words"))
        .col(date("day"))
        .col(integer("count"))
        .primary_key(Index::create().col("words").col("day"))
        .to_owned()
}
