//! The queue of jobs and the audit trail.

use sea_orm_migration::{
    prelude::*,
    schema::{
        integer, pk_uuid, string, string_null, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{create_indexes, create_tables, drop_tables, expect_coarse_index};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 5] = [
    ("jobs", &["state", "run_at"]),
    ("jobs", &["lane", "state", "run_at"]),
    ("audit_events", &["subject_kind", "subject_id", "at"]),
    ("audit_events", &["at", "id"]),
    ("audit_events", &["action", "at", "id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        let of_action = "ix_audit_events_action_at_id";
        expect_coarse_index(manager, "audit_events", of_action, "2000000 200000 1 1").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 2] {
    [jobs(), audit_events()]
}

fn jobs() -> TableCreateStatement {
    Table::create()
        .table("jobs")
        .col(pk_uuid("id"))
        .col(text("payload"))
        .col(string("lane"))
        .col(string("state"))
        .col(integer("attempts"))
        .col(integer("times_lost"))
        .col(uuid_null("instance_id"))
        .col(timestamp_with_time_zone("run_at"))
        .col(timestamp_with_time_zone_null("give_up_at"))
        .col(string_null("last_error"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// No foreign keys, since the trail is kept longer than the rows that it names.
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
