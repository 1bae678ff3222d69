//! Programs that people let act for them: where a client may be answered, the codes that its answers
//! carry, and what a family of tokens was begun by and is for.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_uniq, pk_uuid, string, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{cascade, create_indexes, set_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const CODES: &str = "authorization_codes";

const INDEXES: [(&str, &[&str]); 4] = [
    (CODES, &["client_id"]),
    (CODES, &["account_id"]),
    (CODES, &["family_id"]),
    (CODES, &["expires_at"]),
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
        manager.create_table(codes()).await?;
        create_indexes(manager, &INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table(CODES).take();
        manager.drop_table(drop).await?;
        // Older instances cannot read them; their families and tokens go with them.
        let unreadable = Query::delete()
            .from_table("oauth_clients")
            .and_where(Expr::col("kind").eq("authorization"))
            .take();
        manager.execute(unreadable).await?;
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

/// What older instances know nothing of: they begin families by a password alone.
fn columns() -> [(&'static str, ColumnDef); 5] {
    [
        (
            "oauth_clients",
            text("redirect_addresses").default("").take(),
        ),
        (
            "token_families",
            string("grant_type").default("password").take(),
        ),
        ("token_families", text("scopes").default("").take()),
        ("token_families", text_null("resource")),
        (
            "token_families",
            timestamp_with_time_zone_null("last_used_at"),
        ),
    ]
}

/// A used one stays for a while, so that its second use is known for one.
fn codes() -> TableCreateStatement {
    Table::create()
        .table(CODES)
        .col(pk_uuid("id"))
        .col(binary_uniq("hash"))
        .col(uuid("client_id"))
        .col(uuid("account_id"))
        .col(text("redirect_address"))
        .col(text("scopes"))
        .col(text("resource"))
        .col(binary("challenge"))
        .col(binary("password_mark"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(uuid_null("family_id"))
        .foreign_key(&mut cascade((CODES, "client_id"), "oauth_clients"))
        .foreign_key(&mut cascade((CODES, "account_id"), "accounts"))
        .foreign_key(&mut set_null((CODES, "family_id"), "token_families"))
        .take()
}
