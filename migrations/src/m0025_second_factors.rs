//! Second factors: the authenticator app and the recovery codes of an account, browsers that need
//! none for a while, and removals that staff asked for.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, binary_uniq, integer, pk_uuid, string, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_uniq,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const ACCOUNTS: &str = "accounts";
const BROWSERS: &str = "browsers";
const APPS: &str = "totp_factors";
const CODES: &str = "recovery_codes";
const REMOVALS: &str = "factor_removals";

const INDEXES: [(&str, &[&str]); 3] = [
    (CODES, &["account_id"]),
    (REMOVALS, &["asked_by"]),
    (REMOVALS, &["expires_at"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table(table).add_column(column).take())
                .await?;
        }
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await?;
        // Older instances know no session that waits for a second factor.
        let waiting = Query::delete()
            .from_table("sessions")
            .and_where(Expr::col("kind").eq("awaiting-factor"))
            .take();
        manager.execute(waiting).await?;
        for (table, column) in columns().into_iter().rev() {
            let mut alter = Table::alter();
            let name = column.get_column_name();
            manager
                .alter_table(alter.table(table).drop_column(name).take())
                .await?;
        }
        Ok(())
    }
}

/// What older instances know nothing of: to them nobody has a second factor, so they are to be
/// replaced before anybody adds one.
fn columns() -> [(&'static str, ColumnDef); 3] {
    [
        (
            ACCOUNTS,
            timestamp_with_time_zone_null("second_factor_at").take(),
        ),
        (BROWSERS, string("device").default("").take()),
        (
            BROWSERS,
            timestamp_with_time_zone_null("trusted_until").take(),
        ),
    ]
}

fn tables() -> [TableCreateStatement; 3] {
    [apps(), codes(), removals()]
}

/// One for each account, waiting until its first code confirms it.
fn apps() -> TableCreateStatement {
    Table::create()
        .table(APPS)
        .col(pk_uuid("id"))
        .col(uuid_uniq("account_id"))
        .col(binary("sealed_secret"))
        .col(integer("key_version"))
        .col(big_integer("last_step"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .foreign_key(&mut cascade((APPS, "account_id"), ACCOUNTS))
        .take()
}

/// A used one is gone.
fn codes() -> TableCreateStatement {
    Table::create()
        .table(CODES)
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(binary_uniq("hash"))
        .foreign_key(&mut cascade((CODES, "account_id"), ACCOUNTS))
        .take()
}

/// One for each account; it waits for a second person of staff.
fn removals() -> TableCreateStatement {
    Table::create()
        .table(REMOVALS)
        .col(uuid("account_id").primary_key())
        .col(uuid("asked_by"))
        .col(string("reason"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade((REMOVALS, "account_id"), ACCOUNTS))
        .foreign_key(&mut cascade((REMOVALS, "asked_by"), ACCOUNTS))
        .take()
}
