//! Messages that people write to support, and what became of them.

use sea_orm_migration::{
    prelude::*,
    schema::{
        integer, pk_uuid, string, string_uniq, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
    sea_orm::DbBackend,
};

use crate::table::{
    cascade, create_indexes, create_tables, drop_tables, expect_coarse_index, index, set_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 5] = [
    ("messages", &["state", "submitted_at", "id"]),
    ("messages", &["assignee_id", "state", "submitted_at", "id"]),
    ("messages", &["account_id"]),
    ("messages", &["closed_at"]),
    ("message_events", &["done_by"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        let in_order = index("message_events", &["message_id", "number"])
            .unique()
            .take();
        manager.create_index(in_order).await?;
        let of_state = "ix_messages_state_submitted_at_id";
        expect_coarse_index(manager, "messages", of_state, "100000 50000 1 1").await?;
        let documents = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0011_messages/postgres.sql"),
            _ => include_str!("m0011_messages/sqlite.sql"),
        };
        let db = manager.get_connection();
        db.execute_unprepared(documents).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let documents = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0011_messages/postgres_down.sql"),
            _ => include_str!("m0011_messages/sqlite_down.sql"),
        };
        let db = manager.get_connection();
        db.execute_unprepared(documents).await?;
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 2] {
    [messages(), message_events()]
}

/// The name and the address are what the sender typed, and stay when an account goes.
fn messages() -> TableCreateStatement {
    Table::create()
        .table("messages")
        .col(pk_uuid("id"))
        .col(string_uniq("number"))
        .col(uuid_null("account_id"))
        .col(string("name"))
        .col(string("email"))
        .col(string("locale"))
        .col(string("subject"))
        .col(text("text"))
        .col(text("search_text"))
        .col(string("state"))
        .col(uuid_null("assignee_id"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("submitted_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(&mut set_null(("messages", "account_id"), "accounts"))
        .foreign_key(&mut set_null(("messages", "assignee_id"), "accounts"))
        .to_owned()
}

fn message_events() -> TableCreateStatement {
    Table::create()
        .table("message_events")
        .col(pk_uuid("id"))
        .col(uuid("message_id"))
        .col(integer("number"))
        .col(string("kind"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("done_by"))
        .col(text_null("said"))
        .foreign_key(&mut cascade(("message_events", "message_id"), "messages"))
        .foreign_key(&mut set_null(("message_events", "done_by"), "accounts"))
        .to_owned()
}
