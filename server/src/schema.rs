//! Of which version the database is, compared with the program.

use domain::{
    DbErr,
    db::{Db, Unavailable},
};
use migrations::{Runner, State};
use sea_orm::{ConnectionTrait, Statement};

/// Asked by one plain statement, so that it can be asked through a pooler too.
///
/// # Errors
/// When the database does not answer.
pub async fn schema_of(db: &Db) -> Result<State, DbErr> {
    let db = db.sessions();
    let sql = "SELECT version FROM seaql_migrations";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let applied: Vec<String> = match db.query_all_raw(statement).await {
        Ok(rows) => {
            let names = rows.iter().map(|row| row.try_get_by_index(0));
            names.collect::<Result<_, _>>()?
        }
        // There is no such table before the first migration.
        Err(error) if Unavailable::of(&error).is_none() => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(Runner::default().compare(&applied.into_iter().collect()))
}
