//! The management API: by which client something was done, and calls that are answered once.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_null, boolean, pk_uuid, small_integer_null, text, timestamp_with_time_zone,
        uuid, uuid_null,
    },
};

use crate::table::{cascade, create_indexes};

#[derive(DeriveMigrationName)]
pub struct Migration;

const EVENTS: &str = "audit_events";
const CLIENT: &str = "client_id";
const CLIENTS: &str = "oauth_clients";
const ROLES: &str = "roles";
const CALLS: &str = "idempotent_calls";

const INDEXES: [(&str, &[&str]); 4] = [
    (CALLS, &["client_id"]),
    (CALLS, &["account_id"]),
    (CALLS, &["created_at"]),
    ("applications", &["requested_at", "id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut alter = Table::alter();
        // The trail outlives clients.
        let client = uuid_null(CLIENT);
        manager
            .alter_table(alter.table(EVENTS).add_column(client).take())
            .await?;
        let mut alter = Table::alter();
        let roles = text(ROLES).default("").take();
        manager
            .alter_table(alter.table(CLIENTS).add_column(roles).take())
            .await?;
        manager.create_table(calls()).await?;
        create_indexes(manager, &INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop()
            .name("ix_applications_requested_at_id")
            .table("applications")
            .to_owned();
        manager.drop_index(index).await?;
        let drop = Table::drop().table(CALLS).take();
        manager.drop_table(drop).await?;
        for (table, column) in [(CLIENTS, ROLES), (EVENTS, CLIENT)] {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table(table).drop_column(column).take())
                .await?;
        }
        Ok(())
    }
}

/// A call without a status is being answered, or its process ended before it was.
fn calls() -> TableCreateStatement {
    Table::create()
        .table(CALLS)
        .col(pk_uuid("id"))
        .col(uuid("client_id"))
        .col(uuid("account_id"))
        .col(binary("request_hash"))
        .col(boolean("is_done"))
        .col(small_integer_null("status"))
        .col(binary_null("answer"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade((CALLS, "client_id"), "oauth_clients"))
        .foreign_key(&mut cascade((CALLS, "account_id"), "accounts"))
        .take()
}
