//! Tells apart whether the database is unavailable or the request is wrong.

use std::{error::Error, fmt, io, time::Duration};

use sea_orm::{
    ConnAcquireErr, DbErr, RuntimeErr,
    sqlx::{self, error::DatabaseError, sqlite::SqliteError},
};

/// Why the database is unavailable. It recovers by itself or with somebody's help, and the same
/// request may succeed later (RFC 9110 §15.6.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    Away(Absence),
    /// There is no space to write; reading works.
    Full,
    /// There are too many or too slow requests.
    Busy,
    /// Its disk or memory fails, or it may not be written.
    Failing,
}

/// Why the database cannot be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The host can be reached, but nobody listens.
    Refused,
    /// The host cannot be reached.
    Unreachable,
    /// The server does not let us in: the user, the password or their permissions are wrong.
    Denied,
    /// The server has no database of this name.
    NoSuchDatabase,
    /// The server closed the connection, as it does when it stops or starts.
    Lost,
}

impl Unavailable {
    /// Classifies an error of the database; `None` when the request itself is at fault.
    #[must_use]
    pub fn of(error: &DbErr) -> Option<Self> {
        match error {
            DbErr::ConnectionAcquire(error) => Some(Self::of_waiting(*error)),
            DbErr::Conn(error) | DbErr::Exec(error) | DbErr::Query(error) => {
                Self::of_runtime(error)
            }
            _ => None,
        }
    }

    /// Classifies an error by its sources.
    #[must_use]
    pub fn behind(error: &(dyn Error + 'static)) -> Option<Self> {
        let known = if let Some(error) = error.downcast_ref::<DbErr>() {
            Self::of(error)
        } else if let Some(error) = error.downcast_ref::<RuntimeErr>() {
            Self::of_runtime(error)
        } else {
            let waited = error.downcast_ref::<ConnAcquireErr>();
            waited.map(|error| Self::of_waiting(*error))
        };
        known.or_else(|| error.source().and_then(Self::behind))
    }

    /// When the client should try again.
    #[must_use]
    pub const fn retry_after(self) -> Duration {
        match self {
            Self::Busy => Duration::from_secs(2),
            Self::Away(_) => Duration::from_secs(5),
            Self::Failing => Duration::from_secs(10),
            Self::Full => Duration::from_secs(30),
        }
    }

    const fn of_waiting(error: ConnAcquireErr) -> Self {
        match error {
            ConnAcquireErr::Timeout => Self::Busy,
            ConnAcquireErr::ConnectionClosed => Self::Away(Absence::Lost),
        }
    }

    fn of_runtime(error: &RuntimeErr) -> Option<Self> {
        match error {
            RuntimeErr::SqlxError(error) => Self::of_sqlx(error),
            RuntimeErr::Internal(_) => None,
        }
    }

    fn of_sqlx(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::Io(error) => Some(Self::Away(Absence::of(error))),
            sqlx::Error::Tls(_) | sqlx::Error::PoolClosed => Some(Self::Away(Absence::Lost)),
            sqlx::Error::PoolTimedOut => Some(Self::Busy),
            sqlx::Error::WorkerCrashed => Some(Self::Failing),
            sqlx::Error::Database(error) => Self::of_database(error.as_ref()),
            _ => None,
        }
    }

    fn of_database(error: &dyn DatabaseError) -> Option<Self> {
        let code = error.code()?;
        if error.try_downcast_ref::<SqliteError>().is_some() {
            code.parse().ok().and_then(Self::of_result_code)
        } else {
            Self::of_sqlstate(&code)
        }
    }

    /// Result codes of `SQLite` (<https://www.sqlite.org/rescode.html>), whose lowest byte tells
    /// the kind.
    const fn of_result_code(code: u32) -> Option<Self> {
        match code & 0xff {
            // BUSY, LOCKED
            5 | 6 => Some(Self::Busy),
            // FULL
            13 => Some(Self::Full),
            // PERM, NOMEM, READONLY, IOERR, CANTOPEN
            3 | 7 | 8 | 10 | 14 => Some(Self::Failing),
            _ => None,
        }
    }

    /// Codes of `PostgreSQL` (its documentation, appendix A).
    fn of_sqlstate(code: &str) -> Option<Self> {
        match code {
            "3D000" => Some(Self::Away(Absence::NoSuchDatabase)),
            "53100" => Some(Self::Full),
            // Too many connections, lock timeout, statement timeout, serialization failure,
            // deadlock.
            "53300" | "55P03" | "57014" | "40001" | "40P01" => Some(Self::Busy),
            // It stops, crashed or starts, the database was dropped, or the session was idle for
            // too long.
            "57P01" | "57P02" | "57P03" | "57P04" | "57P05" => Some(Self::Away(Absence::Lost)),
            // It accepts no connections, for example while it is restored.
            "55000" => Some(Self::Away(Absence::Denied)),
            // A standby server cannot be written.
            "25006" => Some(Self::Failing),
            _ => match code.get(..2) {
                Some("28") => Some(Self::Away(Absence::Denied)),
                Some("08") => Some(Self::Away(Absence::Lost)),
                Some("53" | "58") => Some(Self::Failing),
                _ => None,
            },
        }
    }
}

impl Absence {
    fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            // A missing socket file means that nobody listens.
            Kind::ConnectionRefused | Kind::NotFound => Self::Refused,
            Kind::BrokenPipe
            | Kind::ConnectionAborted
            | Kind::ConnectionReset
            | Kind::UnexpectedEof => Self::Lost,
            // This includes unknown names, which have no kind of their own.
            _ => Self::Unreachable,
        }
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(absence) => absence.fmt(f),
            Self::Full => f.write_str("there is no space left to write"),
            Self::Busy => f.write_str("there is more to do than can be done in time"),
            Self::Failing => f.write_str("its disk or memory fails, or it may not write"),
        }
    }
}

impl fmt::Display for Absence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refused => "nobody listens there (connection refused)",
            Self::Unreachable => "the host cannot be reached",
            Self::Denied => "the user or the password is refused",
            Self::NoSuchDatabase => "the server has no such database",
            Self::Lost => "the server ended the connection",
        })
    }
}
