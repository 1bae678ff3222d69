//! What contract managers ask applicants before they decide, what they note for each other, reasons
//! that they save, and the conditions of an approval.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer_null, date, date_null, integer, json, pk_uuid, string, string_null, text,
        text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, index, restrict};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 5] = [
    ("inquiries", &["asked_by"]),
    ("inquiries", &["ended_by"]),
    ("request_notes", &["request_id", "at"]),
    ("request_notes", &["author_id"]),
    ("application_conditions", &["ends_on"]),
];

/// A request is asked one thing at a time. Both databases write partial indexes alike.
const ONE_INQUIRY: &str = "CREATE UNIQUE INDEX ux_inquiries_open \
    ON inquiries (request_id) WHERE ended_at IS NULL";
/// A request that awaits its applicant is as open as one that awaits its decision.
const ONE_OPEN: &str = "CREATE UNIQUE INDEX ux_requests_open \
    ON requests (group_id, api_id, plan) WHERE state IN ('pending', 'awaiting-applicant')";
const ONE_PENDING: &str = "CREATE UNIQUE INDEX ux_requests_pending \
    ON requests (group_id, api_id, plan) WHERE state = 'pending'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        let in_order = index("inquiries", &["request_id", "number"])
            .unique()
            .to_owned();
        manager.create_index(in_order).await?;
        create_indexes(manager, &INDEXES).await?;
        let db = manager.get_connection();
        for statement in [ONE_INQUIRY, "DROP INDEX ux_requests_pending", ONE_OPEN] {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for statement in [
            // Older instances know no other state in which a request is open.
            "UPDATE requests SET state = 'pending' WHERE state = 'awaiting-applicant'",
            // Nor do they know these entries in the history of an application.
            "UPDATE application_events SET event = 'suspend' WHERE event = 'contract-end'",
            "DELETE FROM application_events WHERE event = 'conditions-change'",
            "DROP INDEX ux_requests_open",
            ONE_PENDING,
        ] {
            db.execute_unprepared(statement).await?;
        }
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 5] {
    [
        inquiries(),
        request_notes(),
        saved_reasons(),
        application_conditions(),
        contract_notices(),
    ]
}

/// The time between `asked_at` and `ended_at` is the applicant's.
fn inquiries() -> TableCreateStatement {
    let table = "inquiries";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("request_id"))
        .col(integer("number"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(uuid("asked_by"))
        .col(text("question"))
        .col(string_null("outcome"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(uuid_null("ended_by"))
        .col(text_null("answer"))
        .foreign_key(&mut cascade((table, "request_id"), "requests"))
        .foreign_key(&mut restrict((table, "asked_by"), "accounts"))
        .foreign_key(&mut restrict((table, "ended_by"), "accounts"))
        .to_owned()
}

fn request_notes() -> TableCreateStatement {
    let table = "request_notes";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("request_id"))
        .col(uuid("author_id"))
        .col(timestamp_with_time_zone("at"))
        .col(text("text"))
        .foreign_key(&mut cascade((table, "request_id"), "requests"))
        .foreign_key(&mut restrict((table, "author_id"), "accounts"))
        .to_owned()
}

fn saved_reasons() -> TableCreateStatement {
    Table::create()
        .table("saved_reasons")
        .col(pk_uuid("id"))
        .col(string("title"))
        .col(json("texts"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned()
}

fn application_conditions() -> TableCreateStatement {
    let table = "application_conditions";
    Table::create()
        .table(table)
        .col(pk_uuid("application_id"))
        .col(date_null("starts_on"))
        .col(date_null("ends_on"))
        .col(big_integer_null("calls"))
        .col(string_null("contract_number"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut cascade((table, "application_id"), "applications"))
        .to_owned()
}

/// Another end of the contract is told of anew.
fn contract_notices() -> TableCreateStatement {
    let table = "contract_notices";
    Table::create()
        .table(table)
        .col(uuid("application_id"))
        .col(date("ends_on"))
        .col(integer("days"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(
            Index::create()
                .col("application_id")
                .col("ends_on")
                .col("days"),
        )
        .foreign_key(&mut cascade((table, "application_id"), "applications"))
        .to_owned()
}
