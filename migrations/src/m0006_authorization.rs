//! The authorization server: signing keys, resource servers, and the changes that every instance
//! must learn of.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, integer, pk_uuid, string, string_uniq, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{create_indexes, create_tables, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 2] = [("revoked_tokens", &["expires_at"]), ("changes", &["at"])];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        manager.create_index(one_active_of_a_name()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 4] {
    [
        signing_keys(),
        changes(),
        revoked_tokens(),
        resource_servers(),
    ]
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

/// Numbered without gaps in the order of the commits.
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

/// Gateways that ask about access tokens.
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

/// A new one may take the name of a revoked one.
fn one_active_of_a_name() -> IndexCreateStatement {
    let mut index = index("resource_servers", &["name"]);
    index
        .unique()
        .and_where(Expr::col("revoked_at").is_null())
        .to_owned()
}
