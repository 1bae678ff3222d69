//! What keeps long lists and searches quick: indexes in the order of the pages, and one document
//! for everything that is looked for by its words.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// In the order in which pages are read, and for what hangs on an account, a group, a secret.
const INDEXES: [(&str, &[&str]); 14] = [
    ("accounts", &["created_at", "id"]),
    ("applications", &["submitted_at", "id"]),
    ("applications", &["group_id", "submitted_at", "id"]),
    ("applications", &["applicant_id", "state"]),
    ("applications", &["decided_by"]),
    ("applications", &["upgrades"]),
    ("quotas", &["application_id"]),
    ("changes", &["at"]),
    ("use_batches", &["at"]),
    ("audit_events", &["at", "id"]),
    ("audit_events", &["action", "at", "id"]),
    ("links", &["expires_at"]),
    ("sessions", &["expires_at"]),
    ("sessions", &["last_seen_at"]),
];

/// Of all establishments of a company: equal on either engine, whatever its collation.
const BY_CNPJ_ROOT: &str = "CREATE INDEX ix_permission_groups_cnpj_root \
    ON permission_groups (substr(cnpj, 1, 8), created_at)";
/// Few secrets have an end.
const BY_END: &str = "CREATE INDEX ix_secrets_expires_at ON secrets (expires_at) \
    WHERE expires_at IS NOT NULL AND revoked_at IS NULL";
/// Nearly everybody comes in.
const NEVER_CAME_IN: &str = "CREATE INDEX ix_accounts_unverified ON accounts (terms_accepted_at) \
    WHERE email_verified_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        // The longer one has its columns, too.
        let shorter = Index::drop()
            .name("ix_applications_group_id")
            .table("applications")
            .to_owned();
        manager.drop_index(shorter).await?;
        let db = manager.get_connection();
        for sql in [BY_CNPJ_ROOT, BY_END, NEVER_CAME_IN] {
            db.execute_unprepared(sql).await?;
        }
        let documents = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0017_growth/postgres.sql"),
            _ => include_str!("m0017_growth/sqlite.sql"),
        };
        db.execute_unprepared(documents).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let documents = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("m0017_growth/postgres_down.sql"),
            _ => include_str!("m0017_growth/sqlite_down.sql"),
        };
        db.execute_unprepared(documents).await?;
        for name in [
            "ix_accounts_unverified",
            "ix_secrets_expires_at",
            "ix_permission_groups_cnpj_root",
        ] {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        manager
            .create_index(index("applications", &["group_id"]))
            .await?;
        for (table, columns) in INDEXES {
            let name = format!("ix_{table}_{}", columns.join("_"));
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        Ok(())
    }
}
