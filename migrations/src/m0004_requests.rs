//! Requests: their drafts, and their decisions.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, boolean, pk_uuid, string, string_uniq, text, text_null,
        timestamp_with_time_zone, uuid, uuid_null,
    },
};

use crate::table::{
    cascade, create_indexes, create_tables, drop_tables, expect_coarse_index, index, restrict,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 7] = [
    ("requests", &["submitted_at", "id"]),
    ("requests", &["state", "submitted_at", "id"]),
    ("requests", &["group_id", "submitted_at", "id"]),
    ("requests", &["applicant_id"]),
    ("requests", &["application_id"]),
    ("request_drafts", &["group_id"]),
    ("request_decisions", &["decided_by"]),
];

/// A group has one open request for an API and plan. Both databases write partial indexes alike.
const ONE_OPEN: &str = "CREATE UNIQUE INDEX ux_requests_pending \
    ON requests (group_id, api_id, plan) WHERE state = 'pending'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        manager.create_index(one_draft()).await?;
        create_indexes(manager, &INDEXES).await?;
        let db = manager.get_connection();
        db.execute_unprepared(ONE_OPEN).await?;
        let of_state = "ix_requests_state_submitted_at_id";
        expect_coarse_index(manager, "requests", of_state, "200000 50000 1 1").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 4] {
    [
        counters(),
        request_drafts(),
        requests(),
        request_decisions(),
    ]
}

fn counters() -> TableCreateStatement {
    Table::create()
        .table("counters")
        .col(string("name").primary_key())
        .col(big_integer("value"))
        .to_owned()
}

fn request_drafts() -> TableCreateStatement {
    let (table, groups) = ("request_drafts", "permission_groups");
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("api_id"))
        .col(string("plan"))
        .col(uuid_null("group_id"))
        .col(uuid("applicant_id"))
        .col(string("name"))
        .col(text("description"))
        .col(uuid_null("corrects"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut restrict((table, "api_id"), "apis"))
        .foreign_key(&mut restrict((table, "group_id"), groups))
        .foreign_key(&mut restrict((table, "applicant_id"), "accounts"))
        .to_owned()
}

fn one_draft() -> IndexCreateStatement {
    index("request_drafts", &["applicant_id", "api_id", "plan"])
        .unique()
        .to_owned()
}

/// The application of a request for access has its identifier, and may not exist yet.
fn requests() -> TableCreateStatement {
    let (table, groups) = ("requests", "permission_groups");
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(string_uniq("number"))
        .col(string("kind"))
        .col(uuid("application_id"))
        .col(uuid("api_id"))
        .col(string("plan"))
        .col(uuid("group_id"))
        .col(uuid("applicant_id"))
        .col(string("name"))
        .col(text("description"))
        .col(text("search_text"))
        .col(string("state"))
        .col(uuid_null("corrects"))
        .col(timestamp_with_time_zone("submitted_at"))
        .foreign_key(&mut restrict((table, "api_id"), "apis"))
        .foreign_key(&mut restrict((table, "group_id"), groups))
        .foreign_key(&mut restrict((table, "applicant_id"), "accounts"))
        .to_owned()
}

fn request_decisions() -> TableCreateStatement {
    let table = "request_decisions";
    Table::create()
        .table(table)
        .col(pk_uuid("request_id"))
        .col(string("outcome"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("decided_by"))
        .col(boolean("by_party"))
        .col(text_null("said"))
        .foreign_key(&mut cascade((table, "request_id"), "requests"))
        .foreign_key(&mut restrict((table, "decided_by"), "accounts"))
        .to_owned()
}
