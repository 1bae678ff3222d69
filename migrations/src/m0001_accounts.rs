//! People: accounts, their roles, one-time links, sessions, and the throttle on guessing.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_uniq, integer, pk_uuid, string, string_null, string_uniq,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{cascade, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(accounts()).await?;
        manager.create_table(account_roles()).await?;
        manager.create_table(links()).await?;
        manager
            .create_index(index("links", &["account_id"]))
            .await?;
        manager.create_table(sessions()).await?;
        manager
            .create_index(index("sessions", &["account_id"]))
            .await?;
        manager.create_table(throttles()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "throttles",
                "sessions",
                "links",
                "account_roles",
                "accounts",
            ],
        )
        .await
    }
}

fn accounts() -> TableCreateStatement {
    Table::create()
        .table("accounts")
        .col(pk_uuid("id"))
        .col(string_uniq("email"))
        .col(string("given_name"))
        .col(string("family_name"))
        .col(string("search_text"))
        .col(string("locale"))
        .col(string_null("password_hash"))
        .col(timestamp_with_time_zone_null("password_changed_at"))
        .col(timestamp_with_time_zone_null("email_verified_at"))
        .col(string("terms_version"))
        .col(timestamp_with_time_zone("terms_accepted_at"))
        .col(timestamp_with_time_zone_null("last_sign_in_at"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn account_roles() -> TableCreateStatement {
    Table::create()
        .table("account_roles")
        .col(uuid("account_id"))
        .col(string("role"))
        .col(timestamp_with_time_zone("granted_at"))
        .primary_key(Index::create().col("account_id").col("role"))
        .foreign_key(&mut cascade(("account_roles", "account_id"), "accounts"))
        .to_owned()
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("links")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(string("purpose"))
        .col(binary_uniq("token_hash"))
        .col(string("sent_to"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("consumed_at"))
        .col(timestamp_with_time_zone_null("voided_at"))
        .foreign_key(&mut cascade(("links", "account_id"), "accounts"))
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(binary_uniq("token_hash"))
        .col(string("kind"))
        .col(string("device"))
        .col(string_null("address"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade(("sessions", "account_id"), "accounts"))
        .to_owned()
}

fn throttles() -> TableCreateStatement {
    Table::create()
        .table("throttles")
        .col(binary("key").primary_key())
        .col(integer("failures"))
        .col(timestamp_with_time_zone("last_failure_at"))
        .col(timestamp_with_time_zone("retry_at"))
        .to_owned()
}
