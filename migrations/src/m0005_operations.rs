//! What the portal itself needs: the queue of jobs and the audit trail.

use sea_orm_migration::{
    prelude::*,
    schema::{
        integer, pk_uuid, string, string_null, text, text_null, timestamp_with_time_zone, uuid,
        uuid_null,
    },
};

use crate::table::{drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(jobs()).await?;
        manager
            .create_index(index("jobs", &["state", "run_at"]))
            .await?;
        manager.create_table(audit_events()).await?;
        manager
            .create_index(index("audit_events", &["subject_kind", "subject_id", "at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["audit_events", "jobs"]).await
    }
}

fn jobs() -> TableCreateStatement {
    Table::create()
        .table("jobs")
        .col(pk_uuid("id"))
        .col(text("payload"))
        .col(string("state"))
        .col(integer("attempts"))
        .col(timestamp_with_time_zone("run_at"))
        .col(string_null("last_error"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// No foreign keys: the trail outlives what it tells of.
fn audit_events() -> TableCreateStatement {
    Table::create()
        .table("audit_events")
        .col(pk_uuid("id"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("actor_id"))
        .col(string("action"))
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(text_null("details"))
        .col(string_null("address"))
        .col(string_null("request_id"))
        .to_owned()
}
