//! The queue of contract managers: who looks after a request, by when it is to be decided and whose
//! it is; which part of it is whose, who stands in for whom, and how they are told; and views that
//! they saved.

use sea_orm_migration::{
    prelude::*,
    schema::{
        date_null, integer, pk_uuid, string, string_null, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{
    cascade, create_indexes, create_tables, drop_tables, expect_coarse_index, index, set_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const REQUESTS: &str = "requests";
const MANAGERS: &str = "managers";
const SCOPES: &str = "manager_scopes";
const VIEWS: &str = "saved_views";

const INDEXES: [(&str, &[&str]); 6] = [
    (REQUESTS, &["state", "due_at", "id"]),
    (REQUESTS, &["state", "company", "id"]),
    (REQUESTS, &["assignee_id", "state"]),
    ("request_decisions", &["at", "request_id"]),
    (MANAGERS, &["deputy_id"]),
    (SCOPES, &["account_id"]),
];
const DROPPED: [(&str, &str); 4] = [
    (REQUESTS, "ix_requests_state_due_at_id"),
    (REQUESTS, "ix_requests_state_company_id"),
    (REQUESTS, "ix_requests_assignee_id_state"),
    ("request_decisions", "ix_request_decisions_at_request_id"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table(REQUESTS).add_column(column).take())
                .await?;
        }
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        let one_of_a_name = index(VIEWS, &["account_id", "name"]).unique().take();
        manager.create_index(one_of_a_name).await?;
        for name in [
            "ix_requests_state_due_at_id",
            "ix_requests_state_company_id",
        ] {
            expect_coarse_index(manager, REQUESTS, name, "200000 50000 2 1").await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await?;
        for (table, name) in DROPPED {
            let index = Index::drop().name(name).table(table).to_owned();
            manager.drop_index(index).await?;
        }
        for column in columns().into_iter().rev() {
            let mut alter = Table::alter();
            let name = column.get_column_name();
            manager
                .alter_table(alter.table(REQUESTS).drop_column(name).take())
                .await?;
        }
        Ok(())
    }
}

/// What older instances know nothing of: their requests are nobody's, and get their time and their
/// company later, from an instance that folds names as the searches do.
/// `SQLite` adds no foreign key to a table but with its column.
fn columns() -> [ColumnDef; 3] {
    [
        uuid_null("assignee_id")
            .extra("REFERENCES accounts (id) ON DELETE SET NULL")
            .take(),
        timestamp_with_time_zone_null("due_at").take(),
        text("company").default("").take(),
    ]
}

fn tables() -> [TableCreateStatement; 3] {
    [managers(), scopes(), views()]
}

/// A contract manager without a row is told of each request, and is there.
fn managers() -> TableCreateStatement {
    Table::create()
        .table(MANAGERS)
        .col(pk_uuid("account_id"))
        .col(string("notices"))
        .col(integer("digest_minute"))
        .col(timestamp_with_time_zone_null("digest_due_at"))
        .col(date_null("away_from"))
        .col(date_null("away_until"))
        .col(uuid_null("deputy_id"))
        .foreign_key(&mut cascade((MANAGERS, "account_id"), "accounts"))
        .foreign_key(&mut set_null((MANAGERS, "deputy_id"), "accounts"))
        .take()
}

/// A contract manager without a row has everything.
fn scopes() -> TableCreateStatement {
    Table::create()
        .table(SCOPES)
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(string_null("cnpj_root"))
        .col(uuid_null("api_id"))
        .foreign_key(&mut cascade((SCOPES, "account_id"), "accounts"))
        .foreign_key(&mut cascade((SCOPES, "api_id"), "apis"))
        .take()
}

fn views() -> TableCreateStatement {
    Table::create()
        .table(VIEWS)
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(string("name"))
        .col(text("query"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade((VIEWS, "account_id"), "accounts"))
        .take()
}
