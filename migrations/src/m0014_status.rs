//! Incidents with what administrators tell of them, and who is told of what happens to an API.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, date, integer, json, pk_uuid, string, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, index, set_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 5] = [
    ("incidents", &["begins_at", "id"]),
    ("incident_apis", &["api_id"]),
    ("incident_notes", &["written_by"]),
    ("subscriptions", &["api_id", "is_wanted", "account_id"]),
    ("subscriptions", &["is_wanted", "account_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        let in_order = index("incident_notes", &["incident_id", "number"])
            .unique()
            .take();
        manager.create_index(in_order).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 5] {
    [
        incidents(),
        incident_apis(),
        incident_notes(),
        subscriptions(),
        end_notices(),
    ]
}

fn incidents() -> TableCreateStatement {
    Table::create()
        .table("incidents")
        .col(pk_uuid("id"))
        .col(json("title"))
        .col(string("kind"))
        .col(boolean("whole_portal"))
        .col(timestamp_with_time_zone("begins_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(integer("revision"))
        .to_owned()
}

fn incident_apis() -> TableCreateStatement {
    Table::create()
        .table("incident_apis")
        .col(uuid("incident_id"))
        .col(uuid("api_id"))
        .primary_key(Index::create().col("incident_id").col("api_id"))
        .foreign_key(&mut cascade(("incident_apis", "incident_id"), "incidents"))
        .foreign_key(&mut cascade(("incident_apis", "api_id"), "apis"))
        .to_owned()
}

fn incident_notes() -> TableCreateStatement {
    Table::create()
        .table("incident_notes")
        .col(pk_uuid("id"))
        .col(uuid("incident_id"))
        .col(integer("number"))
        .col(string("stage"))
        .col(json("text"))
        .col(timestamp_with_time_zone("written_at"))
        .col(uuid_null("written_by"))
        .col(timestamp_with_time_zone_null("corrected_at"))
        .foreign_key(&mut cascade(("incident_notes", "incident_id"), "incidents"))
        .foreign_key(&mut set_null(("incident_notes", "written_by"), "accounts"))
        .to_owned()
}

fn subscriptions() -> TableCreateStatement {
    Table::create()
        .table("subscriptions")
        .col(uuid("account_id"))
        .col(uuid("api_id"))
        .col(boolean("is_wanted"))
        .col(timestamp_with_time_zone("changed_at"))
        .primary_key(Index::create().col("account_id").col("api_id"))
        .foreign_key(&mut cascade(("subscriptions", "account_id"), "accounts"))
        .foreign_key(&mut cascade(("subscriptions", "api_id"), "apis"))
        .to_owned()
}

fn end_notices() -> TableCreateStatement {
    Table::create()
        .table("end_notices")
        .col(uuid("api_id"))
        .col(date("last_day"))
        .col(integer("days"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("api_id").col("last_day").col("days"))
        .foreign_key(&mut cascade(("end_notices", "api_id"), "apis"))
        .to_owned()
}
