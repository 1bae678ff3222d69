//! How APIs are reached and used: documents, upstreams, quotas, counts and the latest calls.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, boolean, integer, pk_uuid, string, string_null, text_null,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{add_column, cascade, drop_column, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            text_null("openapi"),
            boolean("sandbox").default(false).take(),
            text_null("upstream"),
        ] {
            add_column(manager, "apis", column).await?;
        }
        for table in [
            quotas(),
            quota_leases(),
            quota_notices(),
            use_hours(),
            calls(),
            use_batches(),
        ] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "use_batches",
                "calls",
                "use_hours",
                "quota_notices",
                "quota_leases",
                "quotas",
            ],
        )
        .await?;
        for column in ["upstream", "sandbox", "openapi"] {
            drop_column(manager, "apis", column).await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &[&str]); 4] = [
    ("calls", &["application_id", "at", "id"]),
    ("calls", &["at"]),
    ("quota_leases", &["refreshed_at"]),
    ("use_hours", &["hour"]),
];

/// Whose calls are limited: an application, or a sandbox credential.
fn quotas() -> TableCreateStatement {
    Table::create()
        .table("quotas")
        .col(pk_uuid("subject_id"))
        .col(uuid("application_id"))
        .col(big_integer("calls"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(big_integer("granted"))
        .foreign_key(&mut cascade(("quotas", "application_id"), "applications"))
        .to_owned()
}

/// What an instance of the portal may spend of a quota without asking again.
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

/// Which marks of a quota its group was told of.
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

/// Calls of an hour, by kind, status and class of latency.
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
        .foreign_key(&mut cascade(
            ("use_hours", "application_id"),
            "applications",
        ))
        .to_owned()
}

/// The latest calls, by their transaction id.
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
        .foreign_key(&mut cascade(("calls", "application_id"), "applications"))
        .to_owned()
}

/// Batches of use that a gateway sent: the same one twice counts once.
fn use_batches() -> TableCreateStatement {
    Table::create()
        .table("use_batches")
        .col(pk_uuid("id"))
        .col(uuid("resource_server_id"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}
