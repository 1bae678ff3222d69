//! Passkeys, and the challenges that were answered: each is good once.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary_uniq, pk_uuid, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const PASSKEYS: &str = "passkeys";
const ANSWERED: &str = "answered_challenges";

const INDEXES: [(&str, &[&str]); 2] = [(PASSKEYS, &["account_id"]), (ANSWERED, &["expires_at"])];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 2] {
    [passkeys(), answered()]
}

fn passkeys() -> TableCreateStatement {
    Table::create()
        .table(PASSKEYS)
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(binary_uniq("credential_id"))
        .col(string("credential"))
        .col(string("name"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("last_used_at"))
        .foreign_key(&mut cascade((PASSKEYS, "account_id"), "accounts"))
        .take()
}

/// Until they would have expired.
fn answered() -> TableCreateStatement {
    Table::create()
        .table(ANSWERED)
        .col(pk_uuid("id"))
        .col(timestamp_with_time_zone("expires_at"))
        .take()
}
