//! OAuth 2.0 clients of other systems, and the tokens that they were given.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_null, binary_uniq, boolean, integer, integer_null, pk_uuid, string,
        string_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
        uuid_null,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, set_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 16] = [
    ("oauth_clients", &["created_at", "id"]),
    ("oauth_clients", &["account_id"]),
    ("oauth_clients", &["created_by"]),
    ("client_secrets", &["client_id"]),
    ("token_families", &["client_id"]),
    ("token_families", &["account_id"]),
    ("token_families", &["expires_at"]),
    ("issued_tokens", &["created_at", "id"]),
    ("issued_tokens", &["client_id", "created_at", "id"]),
    ("issued_tokens", &["account_id", "created_at", "id"]),
    ("issued_tokens", &["client_id", "expires_at"]),
    ("issued_tokens", &["family_id"]),
    ("issued_tokens", &["expires_at"]),
    ("refresh_tokens", &["family_id"]),
    ("refresh_tokens", &["used_at"]),
    ("refresh_tokens", &["expires_at"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 5] {
    [
        oauth_clients(),
        client_secrets(),
        token_families(),
        issued_tokens(),
        refresh_tokens(),
    ]
}

/// The row of a deleted client stays, so that its tokens and mails can be told of.
fn oauth_clients() -> TableCreateStatement {
    let table = "oauth_clients";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(string("kind"))
        .col(string("name"))
        .col(boolean("is_confidential"))
        .col(uuid_null("account_id"))
        .col(integer("access_seconds"))
        .col(integer("refresh_seconds"))
        .col(text("scopes"))
        .col(text("networks"))
        .col(string("state"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone_null("deleted_at"))
        .col(timestamp_with_time_zone_null("last_used_at"))
        .foreign_key(&mut cascade((table, "account_id"), "accounts"))
        .foreign_key(&mut set_null((table, "created_by"), "accounts"))
        .to_owned()
}

fn client_secrets() -> TableCreateStatement {
    let table = "client_secrets";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("client_id"))
        .col(binary("hash"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .foreign_key(&mut cascade((table, "client_id"), "oauth_clients"))
        .to_owned()
}

/// What a person's password began: a chain of refresh tokens, and the access tokens that came with
/// them.
fn token_families() -> TableCreateStatement {
    let table = "token_families";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("client_id"))
        .col(uuid("account_id"))
        .col(binary("password_mark"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(&mut cascade((table, "client_id"), "oauth_clients"))
        .foreign_key(&mut cascade((table, "account_id"), "accounts"))
        .to_owned()
}

fn issued_tokens() -> TableCreateStatement {
    let table = "issued_tokens";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("client_id"))
        .col(uuid("account_id"))
        .col(uuid_null("family_id"))
        .col(string("grant_type"))
        .col(text("scopes"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("refresh_expires_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(timestamp_with_time_zone_null("last_used_at"))
        .col(string_null("address"))
        .foreign_key(&mut cascade((table, "client_id"), "oauth_clients"))
        .foreign_key(&mut cascade((table, "account_id"), "accounts"))
        .foreign_key(&mut set_null((table, "family_id"), "token_families"))
        .to_owned()
}

/// What was answered to the use of a refresh token is kept sealed for a moment, for whoever did not
/// get the answer.
fn refresh_tokens() -> TableCreateStatement {
    let table = "refresh_tokens";
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("family_id"))
        .col(binary_uniq("hash"))
        .col(text("scopes"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(binary_null("answer"))
        .col(integer_null("key_version"))
        .foreign_key(&mut cascade((table, "family_id"), "token_families"))
        .to_owned()
}
