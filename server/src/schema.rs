//! Compares the schema of the database with the program.

use domain::{
    DbErr,
    db::{Db, Unavailable},
};
use migrations::{Runner, State};
use sea_orm::{ConnectionTrait, Statement};

/// Reads the applied migrations by one unnamed statement, which works through a pooler, too.
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
        // The table does not exist before the first migration.
        Err(error) if Unavailable::of(&error).is_none() => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(Runner::default().compare(&applied.into_iter().collect()))
}
