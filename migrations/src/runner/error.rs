//! Why a run of migrations ends early.

use sea_orm_migration::prelude::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error(
        "a newer balcao brought the database up to date ({}); run that one, or take its steps \
         back with its `balcao migrate down`", .0.join(", ")
    )]
    Newer(Vec<String>),
    #[error(
        "the database was made before the first release, and its schema leads to no later one; \
         move it aside and begin with a new one"
    )]
    BeforeRelease,
    #[error(
        "a pooler that gives every transaction another connection stands before the database \
         (PgBouncer with pool_mode = transaction): name the server itself in BALCAO_DATABASE_URL \
         to migrate ({0})"
    )]
    Pooler(DbErr),
    #[error("somebody else migrated the database meanwhile; nothing was taken back")]
    Overtaken,
    #[error("step {name} failed, and nothing of it is left: {cause}")]
    Step { name: String, cause: DbErr },
    #[error(transparent)]
    Database(DbErr),
}

impl From<DbErr> for MigrateError {
    /// sqlx gives these names to statements, and only a pooler loses them.
    fn from(error: DbErr) -> Self {
        if error.to_string().contains("prepared statement \"sqlx_s_") {
            Self::Pooler(error)
        } else {
            Self::Database(error)
        }
    }
}
