//! Tries at a password that are being looked at, beside those that failed; and the browsers whose
//! owner came in before.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, integer, pk_uuid, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{add_column, cascade, drop_column, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let pending = integer("pending").default(0).to_owned();
        add_column(manager, "throttles", pending).await?;
        let pending_at = timestamp_with_time_zone_null("pending_at");
        add_column(manager, "throttles", pending_at).await?;
        manager.create_table(browsers()).await?;
        manager.create_index(pair()).await?;
        manager
            .create_index(index("browsers", &["account_id"]))
            .await?;
        manager
            .create_index(index("browsers", &["expires_at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["browsers"]).await?;
        drop_column(manager, "throttles", "pending_at").await?;
        drop_column(manager, "throttles", "pending").await
    }
}

/// One row for each person who came in with a browser.
fn browsers() -> TableCreateStatement {
    Table::create()
        .table("browsers")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(binary("token_hash"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade(("browsers", "account_id"), "accounts"))
        .to_owned()
}

fn pair() -> IndexCreateStatement {
    index("browsers", &["token_hash", "account_id"])
        .unique()
        .to_owned()
}
