//! What keeps `SQLite` from indexes that find most of a table. Unless it is told, it takes each of
//! them for one that finds ten rows, and reads all approved applications to find those of a group.
//! `PostgreSQL` counts by itself.
//!
//! How many rows share a value is said once, and never counted by `ANALYZE`: every portal finds its
//! rows the same way, whatever it holds, and tests see that way. Requests to change a plan are few,
//! so only they are in the index that looks for them.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Of a big portal: how many rows there are, and for each column of the index how many of them are
/// alike up to there (<https://sqlite.org/fileformat2.html#stat1tab>).
const STATISTICS: [(&str, &str, &str); 2] = [
    (
        "applications",
        "ix_applications_state_submitted_at_id",
        "200000 50000 1 1",
    ),
    (
        "audit_events",
        "ix_audit_events_action_at_id",
        "2000000 200000 1 1",
    ),
];

const OF_UPGRADES: &str = "CREATE INDEX ix_applications_upgrades ON applications (upgrades) \
    WHERE upgrades IS NOT NULL";

/// Makes their table where it is missing, and has them read again.
const READ_THEM: &str = "ANALYZE sqlite_schema";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP INDEX ix_applications_upgrades")
            .await?;
        db.execute_unprepared(OF_UPGRADES).await?;
        if manager.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        db.execute_unprepared(READ_THEM).await?;
        for (table, index, statistics) in STATISTICS {
            db.execute_unprepared(&format!(
                "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{table}', '{index}', '{statistics}')"
            ))
            .await?;
        }
        db.execute_unprepared(READ_THEM).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Sqlite {
            db.execute_unprepared("DELETE FROM sqlite_stat1").await?;
            db.execute_unprepared(READ_THEM).await?;
        }
        db.execute_unprepared("DROP INDEX ix_applications_upgrades")
            .await?;
        manager
            .create_index(index("applications", &["upgrades"]))
            .await
    }
}
