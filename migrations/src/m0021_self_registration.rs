//! Programs that register themselves, each bound to the person who let it (RFC 7591): whom a client
//! is bound to, whether it renews its tokens, and the tokens that registering takes.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_uniq, boolean, pk_uuid, timestamp_with_time_zone, uuid_null, uuid_uniq,
    },
};

use crate::table::{cascade, create_indexes};

#[derive(DeriveMigrationName)]
pub struct Migration;

const CLIENTS: &str = "oauth_clients";
const BOUND_TO: &str = "bound_account_id";
const TOKENS: &str = "registration_tokens";

const INDEXES: [(&str, &[&str]); 2] = [(CLIENTS, &[BOUND_TO]), (TOKENS, &["expires_at"])];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table(CLIENTS).add_column(column).take())
                .await?;
        }
        manager.create_table(tokens()).await?;
        create_indexes(manager, &INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table(TOKENS).take();
        manager.drop_table(drop).await?;
        // Older instances would let everybody be asked by them; their tokens go with them.
        let unreadable = Query::delete()
            .from_table(CLIENTS)
            .and_where(Expr::col(BOUND_TO).is_not_null())
            .take();
        manager.execute(unreadable).await?;
        let index = Index::drop()
            .name("ix_oauth_clients_bound_account_id")
            .table(CLIENTS)
            .to_owned();
        manager.drop_index(index).await?;
        for column in columns().into_iter().rev() {
            let mut alter = Table::alter();
            let name = column.get_column_name();
            manager
                .alter_table(alter.table(CLIENTS).drop_column(name).take())
                .await?;
        }
        Ok(())
    }
}

/// What older instances know nothing of: their clients are bound to nobody, and all that may renew
/// their tokens do. `SQLite` adds no foreign key to a table but with its column.
fn columns() -> [ColumnDef; 2] {
    [
        uuid_null(BOUND_TO)
            .extra("REFERENCES accounts (id) ON DELETE CASCADE")
            .take(),
        boolean("renews").default(true).take(),
    ]
}

/// One for each person; a used one is gone.
fn tokens() -> TableCreateStatement {
    Table::create()
        .table(TOKENS)
        .col(pk_uuid("id"))
        .col(uuid_uniq("account_id"))
        .col(binary_uniq("hash"))
        .col(binary("password_mark"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade((TOKENS, "account_id"), "accounts"))
        .take()
}
