//! Permission groups and their members.

use sea_orm_migration::{
    prelude::*,
    schema::{
        pk_uuid, string, string_len, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
        uuid,
    },
};

use crate::table::{cascade, create_tables, drop_tables, index, restrict};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// For all establishments of a company. The expression has the same result on both databases,
/// whatever the collation.
const BY_CNPJ_ROOT: &str = "CREATE INDEX ix_permission_groups_cnpj_root \
    ON permission_groups (substr(cnpj, 1, 8), created_at)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        // The same form that is sent twice makes one group.
        let one_of_a_form = index("permission_groups", &["created_by", "cnpj", "name"])
            .unique()
            .take();
        manager.create_index(one_of_a_form).await?;
        let of_account = index("memberships", &["account_id"]);
        manager.create_index(of_account).await?;
        let db = manager.get_connection();
        db.execute_unprepared(BY_CNPJ_ROOT).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 2] {
    [permission_groups(), memberships()]
}

fn permission_groups() -> TableCreateStatement {
    Table::create()
        .table("permission_groups")
        .col(pk_uuid("id"))
        .col(string("legal_name"))
        .col(string_len("cnpj", 14))
        .col(string("name"))
        .col(string("email"))
        .col(timestamp_with_time_zone_null("email_confirmed_at"))
        .col(string_len("phone", 16))
        .col(text("search_text"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut restrict(
            ("permission_groups", "created_by"),
            "accounts",
        ))
        .to_owned()
}

fn memberships() -> TableCreateStatement {
    Table::create()
        .table("memberships")
        .col(uuid("group_id"))
        .col(uuid("account_id"))
        .col(string("role"))
        .col(timestamp_with_time_zone("joined_at"))
        .primary_key(Index::create().col("group_id").col("account_id"))
        .foreign_key(&mut cascade(
            ("memberships", "group_id"),
            "permission_groups",
        ))
        .foreign_key(&mut restrict(("memberships", "account_id"), "accounts"))
        .to_owned()
}
