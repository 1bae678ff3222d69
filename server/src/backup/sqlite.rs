//! Reads an `SQLite` file outside of a portal.

use std::path::Path;

use anyhow::{Context, ensure};
use migrations::{Runner, State};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};

/// Opens a file for reading, so that no file appears beside it.
async fn open(file: &Path) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new("sqlite://");
    let file = file.to_owned();
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).read_only(true).immutable(true));
    Database::connect(options).await
}

/// The applied migrations of an undamaged database.
///
/// # Errors
/// When the file is damaged or no database.
pub async fn examine(file: &Path) -> anyhow::Result<State> {
    let damaged = || format!("{} is damaged", file.display());
    let connection = open(file).await.with_context(damaged)?;
    let state = examine_open(&connection).await.with_context(damaged);
    connection.close().await?;
    state
}

async fn examine_open(connection: &DatabaseConnection) -> anyhow::Result<State> {
    for pragma in ["integrity_check", "foreign_key_check"] {
        let sql = format!("PRAGMA {pragma}");
        let statement = Statement::from_string(connection.get_database_backend(), sql);
        for row in connection.query_all_raw(statement).await? {
            let found: String = row.try_get_by_index(0)?;
            ensure!(found == "ok", "{pragma}: {found}");
        }
    }
    Ok(Runner::default().state(connection).await?)
}
