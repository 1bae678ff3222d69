//! What keeps the audit trail from being changed unnoticed, what the trail is searched by, settings
//! that change while the portal runs, and administrators whom a second one must confirm.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, binary_null, pk_uuid, small_integer, string, text,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null, uuid_uniq,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, set_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const EVENTS: &str = "audit_events";
const SEALED_AT: &str = "sealed_at";
const SEALS: &str = "audit_seals";
const REMOVALS: &str = "audit_removals";
const CHECKPOINTS: &str = "audit_checkpoints";
const SETTINGS: &str = "runtime_settings";
const NOMINATIONS: &str = "administrator_nominations";

const SEARCHED: [(&str, &[&str]); 3] = [
    (EVENTS, &["actor_id", "at", "id"]),
    (EVENTS, &["subject_id", "at", "id"]),
    (EVENTS, &["request_id", "at", "id"]),
];
const OWN: [(&str, &[&str]); 2] = [(SETTINGS, &["changed_by"]), (NOMINATIONS, &["proposed_by"])];

/// The events that are to be sealed, in their order. Both databases write partial indexes alike.
const UNSEALED: &str =
    "CREATE INDEX ix_audit_events_unsealed ON audit_events (at, id) WHERE sealed_at IS NULL";
const NO_UNSEALED: &str = "DROP INDEX ix_audit_events_unsealed";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Older instances write events without it: they wait for the sealer like all others.
        let mut alter = Table::alter();
        let sealed_at = timestamp_with_time_zone_null(SEALED_AT);
        manager
            .alter_table(alter.table(EVENTS).add_column(sealed_at).take())
            .await?;
        create_tables(manager, tables()).await?;
        create_indexes(manager, &SEARCHED).await?;
        create_indexes(manager, &OWN).await?;
        let db = manager.get_connection();
        db.execute_unprepared(UNSEALED).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .get_connection()
            .execute_unprepared(NO_UNSEALED)
            .await?;
        for (table, columns) in SEARCHED {
            let name = format!("ix_{table}_{}", columns.join("_"));
            let drop = Index::drop().name(name).table(table).to_owned();
            manager.drop_index(drop).await?;
        }
        drop_tables(manager, tables()).await?;
        // A later chain begins anew, and so does what is sent of it.
        let counter = Query::delete()
            .from_table("counters")
            .and_where(Expr::col("name").like("audit-se%"))
            .take();
        manager.execute(counter).await?;
        let mut alter = Table::alter();
        manager
            .alter_table(alter.table(EVENTS).drop_column(SEALED_AT).take())
            .await
    }
}

fn tables() -> [TableCreateStatement; 5] {
    [
        seals(),
        removals(),
        checkpoints(),
        settings(),
        nominations(),
    ]
}

/// No foreign keys, since seals are kept longer than their events.
fn seals() -> TableCreateStatement {
    Table::create()
        .table(SEALS)
        .col(big_integer("number").primary_key())
        .col(uuid_uniq("event_id"))
        .col(small_integer("version"))
        .col(binary("record_digest"))
        .col(binary("personal_digest"))
        .col(binary_null("salt"))
        .col(binary("hash"))
        .col(binary_null("tag"))
        .col(timestamp_with_time_zone(SEALED_AT))
        .take()
}

fn removals() -> TableCreateStatement {
    Table::create()
        .table(REMOVALS)
        .col(big_integer("number").primary_key())
        .col(string("kind"))
        .col(timestamp_with_time_zone("at"))
        .col(binary("tag"))
        .take()
}

fn checkpoints() -> TableCreateStatement {
    Table::create()
        .table(CHECKPOINTS)
        .col(big_integer("number").primary_key())
        .col(binary("hash"))
        .col(timestamp_with_time_zone("at"))
        .col(binary("tag"))
        .take()
}

fn settings() -> TableCreateStatement {
    Table::create()
        .table(SETTINGS)
        .col(string("name").primary_key())
        .col(text("value"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(uuid_null("changed_by"))
        .foreign_key(&mut set_null((SETTINGS, "changed_by"), "accounts"))
        .take()
}

/// One for each person.
fn nominations() -> TableCreateStatement {
    Table::create()
        .table(NOMINATIONS)
        .col(pk_uuid("id"))
        .col(uuid_uniq("account_id"))
        .col(uuid("proposed_by"))
        .col(timestamp_with_time_zone("proposed_at"))
        .foreign_key(&mut cascade((NOMINATIONS, "account_id"), "accounts"))
        .foreign_key(&mut cascade((NOMINATIONS, "proposed_by"), "accounts"))
        .take()
}
