//! What somebody was doing is still there when they come back: where a link leads once there is a
//! password, and the form that was sent after its session had ended. And which groups' addresses
//! were confirmed: those that get mail already go on.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, integer, string, string_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{add_column, cascade, drop_column, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add_column(manager, "links", string_null("onward")).await?;
        manager.create_table(kept_forms()).await?;
        let confirmed = timestamp_with_time_zone_null("email_confirmed_at");
        add_column(manager, "permission_groups", confirmed).await?;
        manager
            .get_connection()
            .execute_unprepared("UPDATE permission_groups SET email_confirmed_at = created_at")
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_column(manager, "permission_groups", "email_confirmed_at").await?;
        drop_tables(manager, &["kept_forms"]).await?;
        drop_column(manager, "links", "onward").await
    }
}

/// One of each account: the last.
fn kept_forms() -> TableCreateStatement {
    Table::create()
        .table("kept_forms")
        .col(uuid("account_id").primary_key())
        .col(binary("token_hash"))
        .col(string("path"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade(("kept_forms", "account_id"), "accounts"))
        .to_owned()
}
