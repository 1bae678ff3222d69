//! Applications with their plans and events, and their keys.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, binary_uniq, boolean, integer, pk_uuid, string, string_uniq, text,
        text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
        uuid_uniq,
    },
};

use crate::table::{
    cascade, create_indexes, create_tables, drop_tables, expect_coarse_index, restrict,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 7] = [
    ("applications", &["state", "requested_at", "id"]),
    ("applications", &["group_id", "api_id"]),
    ("applications", &["applicant_id"]),
    ("application_plans", &["application_id", "since"]),
    ("application_events", &["application_id", "at", "id"]),
    ("application_events", &["done_by"]),
    ("secrets", &["credential_id"]),
];

/// Partial, since few secrets have an end.
const BY_END: &str = "CREATE INDEX ix_secrets_expires_at ON secrets (expires_at) \
    WHERE expires_at IS NOT NULL AND revoked_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        manager.get_connection().execute_unprepared(BY_END).await?;
        let of_state = "ix_applications_state_requested_at_id";
        expect_coarse_index(manager, "applications", of_state, "200000 50000 1 1").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 8] {
    [
        applications(),
        application_plans(),
        application_events(),
        credentials(),
        secrets(),
        secret_uses(),
        secret_notices(),
        sandbox_credentials(),
    ]
}

fn applications() -> TableCreateStatement {
    let table = "applications";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("api_id"))
        .col(string("plan"))
        .col(uuid("group_id"))
        .col(uuid("applicant_id"))
        .col(string("name"))
        .col(text("description"))
        .col(string("state"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("requested_at"))
        .col(timestamp_with_time_zone("approved_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut restrict((table, "id"), "requests"))
        .foreign_key(&mut restrict((table, "api_id"), "apis"))
        .foreign_key(&mut restrict((table, "group_id"), "permission_groups"))
        .foreign_key(&mut restrict((table, "applicant_id"), "accounts"))
        .to_owned()
}

/// The current and the former plans.
fn application_plans() -> TableCreateStatement {
    let table = "application_plans";
    Table::create()
        .table(table)
        .col(pk_uuid("request_id"))
        .col(uuid("application_id"))
        .col(string("plan"))
        .col(timestamp_with_time_zone("since"))
        .foreign_key(&mut restrict((table, "request_id"), "requests"))
        .foreign_key(&mut cascade((table, "application_id"), "applications"))
        .to_owned()
}

fn application_events() -> TableCreateStatement {
    let table = "application_events";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("application_id"))
        .col(string("event"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("done_by"))
        .col(boolean("by_party"))
        .col(text_null("said"))
        .foreign_key(&mut cascade((table, "application_id"), "applications"))
        .foreign_key(&mut restrict((table, "done_by"), "accounts"))
        .to_owned()
}

fn credentials() -> TableCreateStatement {
    let table = "credentials";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid_uniq("application_id"))
        .col(string_uniq("public_key"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade((table, "application_id"), "applications"))
        .to_owned()
}

fn secrets() -> TableCreateStatement {
    Table::create()
        .table("secrets")
        .col(pk_uuid("id"))
        .col(uuid("credential_id"))
        .col(string("label"))
        .col(binary_uniq("hash"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("expires_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(timestamp_with_time_zone_null("last_used_at"))
        .col(big_integer("uses"))
        .foreign_key(&mut cascade(("secrets", "credential_id"), "credentials"))
        .to_owned()
}

/// How often a secret was used, in periods of five minutes.
fn secret_uses() -> TableCreateStatement {
    Table::create()
        .table("secret_uses")
        .col(uuid("secret_id"))
        .col(timestamp_with_time_zone("period"))
        .col(big_integer("uses"))
        .primary_key(Index::create().col("secret_id").col("period"))
        .foreign_key(&mut cascade(("secret_uses", "secret_id"), "secrets"))
        .to_owned()
}

/// The notices of a secret's end that were sent.
fn secret_notices() -> TableCreateStatement {
    Table::create()
        .table("secret_notices")
        .col(uuid("secret_id"))
        .col(integer("days"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("secret_id").col("days"))
        .foreign_key(&mut cascade(("secret_notices", "secret_id"), "secrets"))
        .to_owned()
}

/// The sandbox credentials, which may exist before the application does.
fn sandbox_credentials() -> TableCreateStatement {
    let table = "sandbox_credentials";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid_uniq("application_id"))
        .col(string_uniq("public_key"))
        .col(binary("hash"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade((table, "application_id"), "requests"))
        .to_owned()
}
