//! Use of the APIs: quotas, counts and the latest calls. Calls with test keys belong to an
//! application before its row exists, so the rows refer to its request.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, integer, pk_uuid, string, string_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 6] = [
    ("quotas", &["application_id"]),
    ("quota_leases", &["refreshed_at"]),
    ("use_hours", &["hour"]),
    ("calls", &["application_id", "at", "id"]),
    ("calls", &["at"]),
    ("use_batches", &["at"]),
];

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

fn tables() -> [TableCreateStatement; 6] {
    [
        quotas(),
        quota_leases(),
        quota_notices(),
        use_hours(),
        calls(),
        use_batches(),
    ]
}

/// The limits of applications and of sandbox credentials.
fn quotas() -> TableCreateStatement {
    Table::create()
        .table("quotas")
        .col(pk_uuid("subject_id"))
        .col(uuid("application_id"))
        .col(big_integer("calls"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(big_integer("granted"))
        .foreign_key(&mut cascade(("quotas", "application_id"), "requests"))
        .to_owned()
}

/// The calls of a quota that an instance may spend.
fn quota_leases() -> TableCreateStatement {
    Table::create()
        .table("quota_leases")
        .col(uuid("subject_id"))
        .col(uuid("instance_id"))
        .col(big_integer("granted"))
        .col(big_integer("used"))
        .col(timestamp_with_time_zone("refreshed_at"))
        .primary_key(Index::create().col("subject_id").col("instance_id"))
        .foreign_key(
            ForeignKey::create()
                .from("quota_leases", "subject_id")
                .to("quotas", "subject_id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// The marks of a quota that its group was notified of.
fn quota_notices() -> TableCreateStatement {
    Table::create()
        .table("quota_notices")
        .col(uuid("subject_id"))
        .col(integer("percent"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("subject_id").col("percent"))
        .foreign_key(
            ForeignKey::create()
                .from("quota_notices", "subject_id")
                .to("quotas", "subject_id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// The number of calls in an hour, by kind, status and latency class.
fn use_hours() -> TableCreateStatement {
    Table::create()
        .table("use_hours")
        .col(uuid("application_id"))
        .col(timestamp_with_time_zone("hour"))
        .col(string("kind"))
        .col(integer("status"))
        .col(integer("latency"))
        .col(big_integer("calls"))
        .primary_key(
            Index::create()
                .col("application_id")
                .col("hour")
                .col("kind")
                .col("status")
                .col("latency"),
        )
        .foreign_key(&mut cascade(("use_hours", "application_id"), "requests"))
        .to_owned()
}

/// The latest calls, by their transaction IDs.
fn calls() -> TableCreateStatement {
    Table::create()
        .table("calls")
        .col(pk_uuid("id"))
        .col(uuid("application_id"))
        .col(string("kind"))
        .col(timestamp_with_time_zone("at"))
        .col(string("method"))
        .col(string("path"))
        .col(integer("status"))
        .col(string_null("code"))
        .col(string_null("field"))
        .col(big_integer("micros"))
        .foreign_key(&mut cascade(("calls", "application_id"), "requests"))
        .to_owned()
}

/// Batches of a gateway: a repeated one counts once.
fn use_batches() -> TableCreateStatement {
    Table::create()
        .table("use_batches")
        .col(pk_uuid("id"))
        .col(uuid("resource_server_id"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}
