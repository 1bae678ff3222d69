//! What access tokens rest on: signing keys, secrets that come and go, and the changes that every
//! instance must hear of.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, integer, pk_uuid, string, string_uniq, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null, uuid_uniq,
    },
};

use crate::table::{add_column, cascade, drop_column, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            signing_keys(),
            changes(),
            revoked_tokens(),
            resource_servers(),
            sandbox_credentials(),
            secret_uses(),
            secret_notices(),
        ] {
            manager.create_table(table).await?;
        }
        for column in secret_columns() {
            add_column(manager, "secrets", column).await?;
        }
        add_column(manager, "applications", uuid_null("upgrades")).await?;
        manager
            .create_index(index("revoked_tokens", &["expires_at"]))
            .await?;
        manager.create_index(one_active_of_a_name()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_column(manager, "applications", "upgrades").await?;
        for column in ["uses", "last_used_at", "revoked_at", "expires_at", "label"] {
            drop_column(manager, "secrets", column).await?;
        }
        drop_tables(
            manager,
            &[
                "secret_notices",
                "secret_uses",
                "sandbox_credentials",
                "resource_servers",
                "revoked_tokens",
                "changes",
                "signing_keys",
            ],
        )
        .await
    }
}

fn signing_keys() -> TableCreateStatement {
    Table::create()
        .table("signing_keys")
        .col(pk_uuid("id"))
        .col(string("algorithm"))
        .col(text("public_jwk"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("signs_from"))
        .col(timestamp_with_time_zone_null("signs_until"))
        .to_owned()
}

/// Numbered without gaps in the order of their commits.
fn changes() -> TableCreateStatement {
    Table::create()
        .table("changes")
        .col(big_integer("number").primary_key())
        .col(string("kind"))
        .col(uuid("subject"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn revoked_tokens() -> TableCreateStatement {
    Table::create()
        .table("revoked_tokens")
        .col(pk_uuid("id"))
        .col(timestamp_with_time_zone("expires_at"))
        .to_owned()
}

/// Programs that ask about the tokens of others.
fn resource_servers() -> TableCreateStatement {
    Table::create()
        .table("resource_servers")
        .col(pk_uuid("id"))
        .col(string("name"))
        .col(string_uniq("public_key"))
        .col(binary("hash"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .to_owned()
}

/// Whoever is revoked leaves the name to its successor.
fn one_active_of_a_name() -> IndexCreateStatement {
    let mut index = index("resource_servers", &["name"]);
    index
        .unique()
        .and_where(Expr::col("revoked_at").is_null())
        .to_owned()
}

/// What an application tries the sandbox with, also before it is approved.
fn sandbox_credentials() -> TableCreateStatement {
    Table::create()
        .table("sandbox_credentials")
        .col(pk_uuid("id"))
        .col(uuid_uniq("application_id"))
        .col(string_uniq("public_key"))
        .col(binary("hash"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade(
            ("sandbox_credentials", "application_id"),
            "applications",
        ))
        .to_owned()
}

/// How often a secret was used, in periods of five minutes.
fn secret_uses() -> TableCreateStatement {
    Table::create()
        .table("secret_uses")
        .col(uuid("secret_id"))
        .col(timestamp_with_time_zone("period"))
        .col(big_integer("uses"))
        .primary_key(Index::create().col("secret_id").col("period"))
        .foreign_key(&mut cascade(("secret_uses", "secret_id"), "secrets"))
        .to_owned()
}

/// Which announcements of a secret's end were made.
fn secret_notices() -> TableCreateStatement {
    Table::create()
        .table("secret_notices")
        .col(uuid("secret_id"))
        .col(integer("days"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("secret_id").col("days"))
        .foreign_key(&mut cascade(("secret_notices", "secret_id"), "secrets"))
        .to_owned()
}

fn secret_columns() -> [ColumnDef; 5] {
    [
        string("label").default("").take(),
        timestamp_with_time_zone_null("expires_at"),
        timestamp_with_time_zone_null("revoked_at"),
        timestamp_with_time_zone_null("last_used_at"),
        big_integer("uses").default(0).take(),
    ]
}
