//! Teams: what each member may do, whom a group has invited, and ownership that staff hand over.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary_uniq, integer, pk_uuid, string, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, restrict};

#[derive(DeriveMigrationName)]
pub struct Migration;

const MEMBERSHIPS: &str = "memberships";
const INVITATIONS: &str = "group_invitations";
const HANDOVERS: &str = "group_handovers";

const INDEXES: [(&str, &[&str]); 7] = [
    (INVITATIONS, &["group_id", "created_at", "id"]),
    (INVITATIONS, &["invited_by"]),
    (INVITATIONS, &["expires_at"]),
    (HANDOVERS, &["group_id", "proposed_at", "id"]),
    (HANDOVERS, &["to_account_id"]),
    (HANDOVERS, &["proposed_by"]),
    (HANDOVERS, &["decided_by"]),
];

/// An address has one open invitation to a group, and a group one hand-over that waits. Both
/// databases write partial indexes alike.
const ONE_OPEN: [&str; 2] = [
    "CREATE UNIQUE INDEX ux_group_invitations_open \
     ON group_invitations (group_id, email) WHERE state = 'open'",
    "CREATE UNIQUE INDEX ux_group_handovers_open \
     ON group_handovers (group_id) WHERE state = 'open'",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, [invitations(), handovers()]).await?;
        create_indexes(manager, &INDEXES).await?;
        let db = manager.get_connection();
        for index in ONE_OPEN {
            db.execute_unprepared(index).await?;
        }
        rename_role(manager, "member", "developer").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, [invitations(), handovers()]).await?;
        // Older instances would show keys to them.
        let viewers = Query::delete()
            .from_table(MEMBERSHIPS)
            .and_where(Expr::col("role").eq("viewer"))
            .take();
        manager.execute(viewers).await?;
        rename_role(manager, "developer", "member").await
    }
}

async fn rename_role(manager: &SchemaManager<'_>, from: &str, to: &str) -> Result<(), DbErr> {
    let renamed = Query::update()
        .table(MEMBERSHIPS)
        .value("role", to)
        .and_where(Expr::col("role").eq(from))
        .take();
    manager.execute(renamed).await
}

fn invitations() -> TableCreateStatement {
    Table::create()
        .table(INVITATIONS)
        .col(pk_uuid("id"))
        .col(uuid("group_id"))
        .col(string("email"))
        .col(string("role"))
        .col(string("state"))
        .col(binary_uniq("token_hash"))
        .col(integer("key_version"))
        .col(uuid("invited_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("sent_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(&mut cascade((INVITATIONS, "group_id"), "permission_groups"))
        .foreign_key(&mut restrict((INVITATIONS, "invited_by"), "accounts"))
        .take()
}

fn handovers() -> TableCreateStatement {
    Table::create()
        .table(HANDOVERS)
        .col(pk_uuid("id"))
        .col(uuid("group_id"))
        .col(uuid("to_account_id"))
        .col(text("reason"))
        .col(string("state"))
        .col(uuid("proposed_by"))
        .col(timestamp_with_time_zone("proposed_at"))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(&mut cascade((HANDOVERS, "group_id"), "permission_groups"))
        .foreign_key(&mut restrict((HANDOVERS, "to_account_id"), "accounts"))
        .foreign_key(&mut restrict((HANDOVERS, "proposed_by"), "accounts"))
        .foreign_key(&mut restrict((HANDOVERS, "decided_by"), "accounts"))
        .take()
}
