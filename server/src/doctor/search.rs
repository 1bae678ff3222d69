//! Checks that searches have an index. `PostgreSQL` needs an extension for it, which not every role
//! may create.

use domain::db::Db;
use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, Statement};

use super::{CheckResult, Problem};

const INDEX: &str = "ix_search_documents_text";
const REMEDY: &str = "as a superuser, in the portal's database: CREATE EXTENSION pg_trgm; (package \
    postgresql-contrib of some systems); then, as the portal's user: CREATE INDEX CONCURRENTLY \
    ix_search_documents_text ON search_documents USING gin (text gin_trgm_ops);";

pub async fn check(db: Option<Db>) -> CheckResult {
    let Some(db) = db else {
        return Ok("not known without the database".to_owned());
    };
    match is_indexed(&db).await {
        Ok(true) => Ok("by an index".to_owned()),
        Ok(false) => Err(Problem::new(
            format!("every search reads all there is: the index {INDEX} is missing"),
            REMEDY,
        )),
        Err(error) => Err(Problem::new(
            error.to_string(),
            "see what is said of the database",
        )),
    }
}

/// `SQLite` always has the index.
async fn is_indexed(db: &Db) -> Result<bool, DbErr> {
    let reader = db.reader();
    if reader.get_database_backend() == DatabaseBackend::Sqlite {
        return Ok(true);
    }
    let sql = "SELECT 1 AS found FROM pg_indexes WHERE indexname = $1";
    let asked = Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, [INDEX.into()]);
    Ok(reader.query_one_raw(asked).await?.is_some())
}
