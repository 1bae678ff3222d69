//! What the catalogue says of an API, as revisions of one value, and categories that operators
//! choose. The content of before is dropped: it could only be that of the demonstration, which is
//! added again.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, date_null, integer, integer_null, json, pk_uuid, string, string_null, text,
        text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{cascade, create_tables, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, rows_by_language()).await?;
        create_tables(manager, [categories(), revisions()]).await?;
        manager
            .create_index(
                index("api_revisions", &["api_id", "number"])
                    .unique()
                    .to_owned(),
            )
            .await?;
        for column in parts() {
            change(manager, |table| table.drop_column(name_of(&column))).await?;
        }
        for column in pointers() {
            change(manager, |table| table.add_column(column.clone())).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in pointers() {
            change(manager, |table| table.drop_column(name_of(&column))).await?;
        }
        for column in parts() {
            change(manager, |table| table.add_column(column.clone())).await?;
        }
        drop_tables(manager, [categories(), revisions()]).await?;
        create_tables(manager, rows_by_language()).await
    }
}

/// `SQLite` takes one change of a table at a time.
async fn change(
    manager: &SchemaManager<'_>,
    change: impl FnOnce(&mut TableAlterStatement) -> &mut TableAlterStatement,
) -> Result<(), DbErr> {
    let mut table = Table::alter();
    change(table.table("apis"));
    manager.alter_table(table).await
}

fn name_of(column: &ColumnDef) -> String {
    column.get_column_name()
}

/// What an API's row says of it from now on.
fn pointers() -> [ColumnDef; 5] {
    [
        string("state").default("draft").take(),
        uuid_null("published_id").take(),
        uuid_null("draft_id").take(),
        date_null("sunset_on").take(),
        string_null("successor").take(),
    ]
}

/// What it said before.
fn parts() -> [ColumnDef; 8] {
    [
        string("version").default("").take(),
        string("category").default("").take(),
        string("base_path").default("").take(),
        integer("position").default(0).take(),
        text_null("openapi").take(),
        boolean("sandbox").default(false).take(),
        text_null("upstream").take(),
        timestamp_with_time_zone_null("published_at").take(),
    ]
}

fn categories() -> TableCreateStatement {
    Table::create()
        .table("categories")
        .col(string("slug").primary_key())
        .col(integer("position"))
        .col(json("names"))
        .to_owned()
}

fn revisions() -> TableCreateStatement {
    Table::create()
        .table("api_revisions")
        .col(pk_uuid("id"))
        .col(uuid("api_id"))
        .col(integer("number"))
        .col(text("content"))
        .col(uuid_null("author_id"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .foreign_key(&mut cascade(("api_revisions", "api_id"), "apis"))
        .to_owned()
}

fn rows_by_language() -> [TableCreateStatement; 4] {
    [texts(), answers(), samples(), plans()]
}

fn texts() -> TableCreateStatement {
    of_api("api_texts")
        .col(string("locale"))
        .col(string("name"))
        .col(string("summary"))
        .col(text("presentation"))
        .primary_key(Index::create().col("api_id").col("locale"))
        .to_owned()
}

fn answers() -> TableCreateStatement {
    of_api("api_answers")
        .col(string("locale"))
        .col(integer("position"))
        .col(integer("status"))
        .col(string("code"))
        .col(text("meaning"))
        .col(text("remedy"))
        .primary_key(Index::create().col("api_id").col("locale").col("position"))
        .to_owned()
}

fn samples() -> TableCreateStatement {
    of_api("api_samples")
        .col(string("language"))
        .col(integer("position"))
        .col(text("source"))
        .primary_key(Index::create().col("api_id").col("language"))
        .to_owned()
}

fn plans() -> TableCreateStatement {
    of_api("api_plans")
        .col(string("plan"))
        .col(integer_null("calls"))
        .col(integer_null("days"))
        .primary_key(Index::create().col("api_id").col("plan"))
        .to_owned()
}

fn of_api(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid("api_id"))
        .foreign_key(&mut cascade((table, "api_id"), "apis"))
        .to_owned()
}
