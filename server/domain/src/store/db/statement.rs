//! A request to a database and its answer, for every kind of connection.

use sea_orm::{
    ConnectionTrait, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values,
    sqlx::{self, AssertSqlSafe, Executor, PgConnection, Postgres, query::Query},
};
use sea_query_sqlx::SqlxValues;

pub(super) enum DbRequest {
    Execute(Statement),
    /// One or several statements as text without values.
    Unprepared(String),
    One(Statement),
    All(Statement),
}

pub(super) enum DbAnswer {
    Done(ExecResult),
    Rows(Vec<QueryResult>),
}

impl DbRequest {
    /// Whether the request may write rows. For a statement that writes none, `SQLite` returns the
    /// count of the last one that did.
    pub fn is_write(&self) -> bool {
        let sql = match self {
            Self::Execute(it) | Self::One(it) | Self::All(it) => &it.sql,
            Self::Unprepared(sql) => sql,
        };
        let mut words = sql.split(|c: char| !c.is_ascii_alphabetic());
        let verb = words.find(|word| !word.is_empty()).unwrap_or_default();
        ["INSERT", "UPDATE", "DELETE"]
            .iter()
            .any(|write| verb.eq_ignore_ascii_case(write))
    }

    /// Runs statements that have names and are prepared once for each connection.
    pub async fn of(self, db: &impl ConnectionTrait) -> Result<DbAnswer, DbErr> {
        match self {
            Self::Execute(it) => db.execute_raw(it).await.map(DbAnswer::Done),
            Self::Unprepared(sql) => db.execute_unprepared(&sql).await.map(DbAnswer::Done),
            Self::One(it) => {
                let row = db.query_one_raw(it).await?;
                Ok(DbAnswer::Rows(row.into_iter().collect()))
            }
            Self::All(it) => db.query_all_raw(it).await.map(DbAnswer::Rows),
        }
    }

    /// Runs statements without names, since another client may have used the server connection
    /// before and given the name to another statement. It must run within a transaction, since
    /// preparing and running are two steps.
    pub async fn unnamed(self, connection: &mut PgConnection) -> Result<DbAnswer, DbErr> {
        match self {
            Self::Execute(it) => {
                let done = query(&it).execute(connection).await;
                done.map(|it| DbAnswer::Done(it.into())).map_err(executing)
            }
            Self::Unprepared(sql) => {
                let done = connection.execute(AssertSqlSafe(sql)).await;
                done.map(|it| DbAnswer::Done(it.into())).map_err(executing)
            }
            Self::One(it) => {
                let row = query(&it).fetch_optional(connection).await;
                let row = row.map_err(querying)?;
                Ok(DbAnswer::Rows(row.into_iter().map(Into::into).collect()))
            }
            Self::All(it) => {
                let rows = query(&it).fetch_all(connection).await;
                let rows = rows.map_err(querying)?;
                Ok(DbAnswer::Rows(rows.into_iter().map(Into::into).collect()))
            }
        }
    }
}

impl DbAnswer {
    /// Whether a request that may change rows changed some.
    pub fn has_rows(&self) -> bool {
        match self {
            Self::Done(done) => done.rows_affected() > 0,
            Self::Rows(rows) => !rows.is_empty(),
        }
    }

    pub fn done(self) -> Result<ExecResult, DbErr> {
        match self {
            Self::Done(done) => Ok(done),
            Self::Rows(_) => Err(mixed_up()),
        }
    }

    pub fn rows(self) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Rows(rows) => Ok(rows),
            Self::Done(_) => Err(mixed_up()),
        }
    }
}

fn query(statement: &Statement) -> Query<'_, Postgres, SqlxValues> {
    let values = statement.values.clone().unwrap_or(Values(Vec::new()));
    sqlx::query_with(AssertSqlSafe(statement.sql.as_str()), SqlxValues(values)).persistent(false)
}

fn executing(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(error.into()))
}

fn querying(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

/// The error for a count where rows were requested, or the other way round; it cannot happen.
fn mixed_up() -> DbErr {
    DbErr::Custom("rows in place of a count, or a count in place of rows".to_owned())
}

/// Implements the library's connection trait for a type with the functions `ask` and `backend`.
macro_rules! connection {
    ($connection:ty) => {
        #[async_trait::async_trait]
        impl sea_orm::ConnectionTrait for $connection {
            fn get_database_backend(&self) -> sea_orm::DatabaseBackend {
                self.backend()
            }

            async fn execute_raw(
                &self,
                statement: sea_orm::Statement,
            ) -> Result<sea_orm::ExecResult, sea_orm::DbErr> {
                self.ask(DbRequest::Execute(statement)).await?.done()
            }

            async fn execute_unprepared(
                &self,
                sql: &str,
            ) -> Result<sea_orm::ExecResult, sea_orm::DbErr> {
                self.ask(DbRequest::Unprepared(sql.to_owned()))
                    .await?
                    .done()
            }

            async fn query_one_raw(
                &self,
                statement: sea_orm::Statement,
            ) -> Result<Option<sea_orm::QueryResult>, sea_orm::DbErr> {
                Ok(self.ask(DbRequest::One(statement)).await?.rows()?.pop())
            }

            async fn query_all_raw(
                &self,
                statement: sea_orm::Statement,
            ) -> Result<Vec<sea_orm::QueryResult>, sea_orm::DbErr> {
                self.ask(DbRequest::All(statement)).await?.rows()
            }
        }
    };
}
pub(super) use connection;
